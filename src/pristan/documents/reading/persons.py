"""Persons of a paper by the part they play: judge, investigator, accused, counsel, attesting witnesses ...

A name gets the part that the nearest word before it gives, if nothing but rank, office and body stands between; a paper
about one person (a charge, a certificate of release) tells its accused by the first full name that has no other part.
Does not: say that two names are one person, but for a full name and the same surname with the same initials.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pristan.documents.reading.kinds import about, headings_in
from pristan.documents.reading.names import NO_SURNAME, Name, name_of, names_in, with_given_name
from pristan.documents.reading.page_text import morphology
from pristan.documents.reading.sentences import stops_only


@dataclass(frozen=True, slots=True)
class Person:
    """A name and its part."""

    role: str
    name: Name
    placed: bool = False  # no word gives the part: the place of the name does


_RANKS = "(?:сержант|лейтенант|капитан|майор|подполковник|полковник|прапорщик|старшин)"
_RANK = "rank"  # an officer, if no office stands before the rank
_NONE = ""  # a word that takes the name without giving it a part that is told
# how far a part reaches: to a name that stands right after the word; over rank, office and body; over a short clause
_TIGHT, _LOOSE, _CLAUSE = "tight", "loose", "clause"
_ADJ = {"nomn": "ый|ая", "gent": "ого|ой", "datv": "ому|ой", "ablt": "ым|ой", "accs": "ого|ую"}


def _noun(role: str, stem: str, endings: dict[str, str], reach: str) -> list[tuple[str, str, str, str]]:
    return [(role, rf"{stem}(?:{ending})", case, reach) for case, ending in endings.items()]


_SOFT = {"nomn": "ь", "gent": "я", "datv": "ю", "ablt": "ем|ём", "loct": "е"}
_HARD = {"nomn": "", "gent": "а", "datv": "у", "ablt": "ом", "loct": "е"}
_CUES: tuple[tuple[str, str, str, str], ...] = (
    *_noun("judge", "председательствующ", {"nomn": "ий|ая", "gent": "его|ей", "ablt": "им"}, _CLAUSE),
    *_noun("judge", "(?:федеральн[а-яё]+ |миров[а-яё]+ )?судь", {"nomn": "я", "gent": "и", "datv": "е", "ablt": "ей|ёй|ею"}, _LOOSE),
    ("judge", "судей", "gent", _TIGHT),
    ("judge", "судьи:?", "nomn", _TIGHT),
    *_noun("secretary", "(?:при )?(?:ведении протокола )?(?:судебного заседания )?секретар", {**_SOFT, "ablt": "ем|ём|ями", "loct": "е|ях"}, _LOOSE),
    ("prosecutor", "(?:помощник|заместитель)(?: [А-ЯЁ][а-яё-]+)? прокурора", "nomn", _LOOSE),
    ("prosecutor", "(?:помощника|заместителя)(?: [А-ЯЁ][а-яё-]+)? прокурора", "gent", _LOOSE),
    *_noun(_NONE, "помощник(?:{}) судьи".replace("{}", "|а|у|ом|е"), {"nomn": ""}, _LOOSE),  # keeps the record, is no secretary
    *_noun(_NONE, "помощник", _HARD, _TIGHT),
    *_noun("prosecutor", "(?:гос(?:ударственн[а-яё]+|[·.])?\\s*)?обвинител", {**_SOFT, "gent": "я|ей"}, _LOOSE),
    *_noun("prosecutor", "прокурор", {"nomn": "", "gent": "а|ов", "ablt": "ом", "loct": "е"}, _LOOSE),
    ("investigator", "следователь-криминалист", "nomn", _LOOSE),
    ("investigator", "следователя-криминалиста", "gent", _LOOSE),
    ("investigator", "следователем-криминалистом", "ablt", _LOOSE),
    *_noun("investigator", "(?:следовател|дознавател)", {**_SOFT, "gent": "я|ей"}, _LOOSE),
    *_noun("officer", "(?:оперуполномоченн|участков[а-яё]+ уполномоченн)", _ADJ, _LOOSE),
    *_noun("officer", "(?:инспектор|сотрудник)", {**_HARD, "gent": "а|ов"}, _LOOSE),
    *_noun("officer", "пристав(?:-исполнител[а-яё]*)?", _HARD, _LOOSE),  # "приставов" is of a body's name
    *_noun("officer", "полицейск", {"nomn": "ий|ая", "gent": "ого|ой|их", "ablt": "им|ой"}, _LOOSE),
    *_noun("counsel", "защитник", {case: rf"(?:{end})(?:-адвокат[а-яё]*)?" for case, end in {**_HARD, "gent": "а|ов"}.items()}, _CLAUSE),
    *_noun("counsel", "адвокат", {**_HARD, "gent": "а|ов"}, _CLAUSE),
    *_noun("accused", "(?:подсудим|подозреваем|обвиняем)", {**_ADJ, "gent": "ого|ой|ых"}, _CLAUSE),
    *_noun("accused", "(?:осужд[её]нн|задержанн|привлекаем|досматриваем|подзащитн|обыскиваем)", {**_ADJ, "gent": "ого|ой|ых"}, _CLAUSE),
    ("accused", r"(?<!не\s)в отношении", "gent", _CLAUSE),
    ("accused", "(?:поручается )?защита на стадии(?: [а-яё]+){1,3}", "gent", _TIGHT),
    ("accused", "по делу", "gent", _TIGHT),
    ("accused", "лицо,? привлекаемое к (?:административной )?ответственности", "nomn", _TIGHT),
    ("officer", "должностное лицо", "nomn", _LOOSE),
    ("accused", "(?:в интересах|в защиту|по обвинению|дело по обвинению|защита|поручается защита|защиту)", "gent", _TIGHT),
    ("accused", "касательно|о выдаче|выдать|выдачи|об экстрадиции", "gent", _CLAUSE),
    ("accused", "(?:уголовно[ег]о? )?преследовани[ея]", "gent", _TIGHT),
    ("accused", "(?:предостерегает|предостерегаю|объявляю предостережение)", "accs", _TIGHT),
    *_noun("accused", "должник", {"nomn": "", "gent": "а"}, _TIGHT),
    ("accused", "(?:привлечь|объявить|розыск|розыске|водворить|оправдать|признать|задержать)", "accs", _TIGHT),
    ("accused", "признать виновн(?:ым|ой)", "accs", _TIGHT),
    ("accused", "объявить (?:в )?(?:федеральный |международный |межгосударственный |и )*розыск(?:е)?(?: обвиняем[а-яё]+| подозреваем[а-яё]+)?", "gent", _TIGHT),
    ("accused", "привлекаемого к административной ответственности", "gent", _CLAUSE),
    ("accused", "изображ[её]н[а]?|опознал[а]?|предположительно", "nomn", _TIGHT),
    *_noun("victim", "потерпевш", {"nomn": "ий|ая", "gent": "его|ей|их", "datv": "ему", "ablt": "им"}, _TIGHT),
    *_noun("witness", "свидетел", {**_SOFT, "gent": "я|ей"}, _TIGHT),
    ("witness", "свидетели", "nomn", _TIGHT),
    *_noun("attesting_witness", "понят", {"nomn": "ой|ая", "gent": "ого", "datv": "ому"}, _TIGHT),
    *_noun("expert", "эксперт", {**_HARD, "gent": "а|ов"}, _LOOSE),
    ("expert", "эксперты", "nomn", _LOOSE),
    ("counsel", "(?:защитники|адвокаты)", "nomn", _TIGHT),
    *_noun("interpreter", "переводчик", {**_HARD, "gent": "а|ов"}, _TIGHT),
    ("addressee", "кому:?", "datv", _TIGHT),
    ("addressee", "(?:гр-ну|гр-ке|на имя)", "datv", _TIGHT),
    *_noun(_RANK, _RANKS, {"nomn": " полиции|а полиции", "gent": "а полиции|ы полиции", "ablt": "ом полиции"}, _TIGHT),
    *_noun(_RANK, _RANKS, {"nomn": "|а", "ablt": "ом|ой", "datv": "у|у полиции|е полиции"}, _TIGHT),
    *_noun("officer", "дежурн", {"datv": "ому", "gent": "ого", "ablt": "ым"}, _LOOSE),
    ("interpreter", "(?:перевод верен|перевод выполнил[а]?|перев[её]л[а]?):?", "nomn", _TIGHT),
    ("officer", "(?:УУП|СПИ|о/у|оперативн[а-яё]+ дежурн[а-яё]+|дежурн(?:ый|ая)|контрол[её]р|младший инспектор)", "nomn", _LOOSE),
    ("addressee", "(?:гражданину|гражданке|должнику|уважаемый|уважаемая)", "datv", _TIGHT),
    # offices that sign, and people who are told of: no part of theirs is told
    (_NONE, "(?:начальник|руководител|директор|ректор|нотариус|председател|президент|заведующ|управляющ|специалист|врач|комиссар|министр)[а-яё]*", "nomn", _LOOSE),
    (_NONE, "(?:истец|истца|заявител[а-яё]+|истцу|по иску|опрошенн[а-яё]+|очевид[а-яё]+|уполномочиваю)", "gent", _TIGHT),
)  # fmt: skip
_ADDRESS = re.compile(r"(?:^|\n)[ \t]*(?:адвокат|защитник)у\s+$", re.IGNORECASE)
_WITH = re.compile(r"(?:с\s+участием|с\s+участием:)\s+(?:о/у|УУП|СПИ|ИДН|ИДПС)[^,;]*$")
_OFFICIALS = frozenset({"judge", "investigator", "prosecutor"})
_SURELY_NOMINATIVE = re.compile(r"[А-ЯЁ][а-яё]+(?:ов|ев|ёв|ин|ын|ский|цкий)\s")
_WORD = re.compile(
    "|".join(
        rf"(?P<c{number}>(?<![А-Яа-яЁё-]){words.replace(' ', chr(92) + 's+')}(?![А-Яа-яЁё-]))"
        for number, (_, words, _, _) in enumerate(_CUES)
    ),
    re.IGNORECASE,
)
_BEGINNINGS = frozenset(
    [
        "ад",
        "в",
        "ве",
        "во",
        "вр",
        "вы",
        "го",
        "гр",
        "де",
        "ди",
        "до",
        "за",
        "из",
        "ин",
        "ис",
        "ка",
        "ко",
        "ле",
        "ли",
        "ма",
        "ми",
        "мл",
        "на",
        "но",
        "о",
        "о/",
        "об",
        "оп",
        "ос",
        "оч",
        "пе",
        "по",
        "пр",
        "ре",
        "ро",
        "ру",
        "св",
        "се",
        "сл",
        "со",
        "сп",
        "ст",
        "су",
        "ув",
        "уг",
        "уп",
        "уу",
        "уч",
        "фе",
        "эк",
    ]
)  # the first two letters of the words above: a quick look before the long one
_BEGINS = re.compile(r"(?<![А-Яа-яЁё-])(?=[А-Яа-яЁё])")
_FILLER = r"(?:\s|(?:\d[.)·]\s*)?(?:Фамилия,?\s+имя,?\s+(?:и\s+)?отчество|Ф[·.]?\s?И[·.]?\s?О[·.]?)|[-–—:,/_|│]|\((?:подпись|подписи|адвокат[а-яё]*|ознакомлен[а-яё]*|[а-яё ,]{3,30})\)|/?подпись/?|[«\"]?\d{1,2}[).·]\s|\bгр[·.]|гражданин[а-яё]*|гражданк[а-яё]*|по\s+(?:назначению|соглашению|ордеру)|адвокат[а-яё]*|М[·.]П[·.])*"
_TIGHT_GAP = re.compile(_FILLER)
_CLAUSE_GAP = re.compile(
    rf"(?:(?!\sв\s+отношении|\s(?:что|котор|чтобы|об?)\s)[^,;.!?:]|[-–—]|,\s+(?=(?:предусмотренн|участвующ)))*?{_FILLER}"
)
_COLON = re.compile(r"^\s*:(?!\s*\n\s*\n)")
_CELL_GAP = re.compile(r"\s*[│|]?([^:]*\b(?:[А-ЯЁ]{2,}|отдел|управлени)[^:,]*),\s*")
_LOOSE_GAP = re.compile(rf"(?:(?!\sв\s+отношении|\s(?:что|котор|чтобы|об?)\s)[^,;.!?:])*?{_FILLER}")
_REACH = {_TIGHT: 60, _LOOSE: 260, _CLAUSE: 130}
_WORDS_MOST = {_TIGHT: 6, _LOOSE: 20, _CLAUSE: 10}
_AFTER_ACTS = re.compile(
    r"\s(?:рассмотр|состав|допрос|произв|пров[её]л|установ|вынес|представ|указ|поясн|заяв|прос|наход|явля|постанов|приня|сообщ|приговор|определ)[а-яё]*(?![а-яё])",
    re.IGNORECASE,
)
_VICTIM_AFTER = re.compile(r",?\s+признанн[а-яё]+\s+потерпевш")
_OF_SOMEBODY = re.compile(r"(?:ича|вны|чны|ИЧА|ВНЫ)$")
_CITIZEN = re.compile(r"(?:гр·|гр-н[а-яё]*|гр-к[а-яё]+|гражданин[а-яё]*|гражданк[а-яё]*)\s*$", re.IGNORECASE)
_OF_PRISONS = re.compile(
    r"^[^,;]*(?:отряда|отделения|караула|смены)[^,;]*внутренней\s+службы"
)  # a head who signs a letter is nobody, one who deals with the prisoner an officer
_ACTING = re.compile(r"(?:и·\s?о·|врио|вр·\s?и·\s?о·)\s*$", re.IGNORECASE)
_ROLE_AFTER = re.compile(
    r",\s+(?P<word>защитник|адвокат|переводчик|эксперт|понят(?:ой|ая)|обвиняем(?:ый|ая)|подозреваем(?:ый|ая))(?![а-яё])"
)
_AFTER_ROLES = {
    "защитник": "counsel",
    "адвокат": "counsel",
    "переводчик": "interpreter",
    "эксперт": "expert",
    "понят": "attesting_witness",
}
# the office after the name: "Лукконен Э.Т., старший следователь ...", "Кокурин В.Ю. | свидетель"
_OFFICES = (
    ("investigator", "следовател|дознавател"),
    ("judge", "судья"),
    ("officer", "оперуполномоч|инспектор|судебный пристав|участковый|полицейск"),
    ("accused", "обвиняем|подсудим|подозреваем|осужд"),
    ("witness", "свидетел"),
    ("victim", "потерпевш"),
    ("counsel", "защитник|адвокат"),
    ("prosecutor", "государственный обвинитель|прокурор"),
    ("expert", "эксперт"),
    ("interpreter", "переводчик"),
    ("attesting_witness", "понят"),
)
_ANY_OFFICE = "|".join(words.replace(" ", r"\s+") for _, words in _OFFICES)
_NAMED_AFTER = re.compile(
    r",\s+(?:(?:старш|младш|главн)[а-яё]+\s+)?(?P<word>следовател|дознавател|судья|оперуполномоч|инспектор|судебный\s+пристав)[а-яё]*(?![а-яё])"
)
_CELL_AFTER = re.compile(rf"[ \t]*[│|][ \t]*(?P<word>{_ANY_OFFICE})[а-яё]*", re.IGNORECASE)
_WITNESS_AFTER = re.compile(r",?\s+в\s+качестве\s+свидетеля(?![а-яё])")
# the chief who makes the act, not one who only signs a letter
_MADE_IT = re.compile(r",?\s+(?:рассмотрев|составил|изучив|руководствуясь|принял\s+решение)")
_CHIEF = re.compile(
    r"(?:^|\n)\s*(?:Врио\s+|И\.?\s?о\.?\s+)?(?:[Зз]аместител[а-яё]+\s+)?(?:[Нн]ачальник|[Кк]онсультант|[Сс]пециалист|(?:[Вв]едущ|[Гг]лавн|[Сс]тарш)[а-яё]+\s+специалист|[Кк]омандир)[а-яё-]*\s[^;]*$"
)
_NEXT_GAP = re.compile(r"\s*(?:\([^()\n]{3,60}\)\s*)?(?:,|и|;|\d[.)·]|\s)*\s*")
_PLURAL = re.compile(
    r"(?:судей|судьи|ов|ей|ых|их|ые|ели|ях|ями|эксперты|адвокаты|защитники|прокуроры)\s*:?$", re.IGNORECASE
)
_ATTESTING = re.compile(r"понят(?:ых|ые)\s*:?", re.IGNORECASE)
_WITNESSES = re.compile(
    r"(?:^|\n)[ \t]*(?:свидетели|свидетели,\s*потерпевшие|потерпевшие,\s*свидетели)[^:\n]{0,20}:", re.IGNORECASE
)
_AFTER_LIST = re.compile(
    r"с\s+участием|руководствуясь|произв[её]л|в\s+соответствии|на\s+основании|[Пп]онят(?:ым|ой)(?![а-яё])|\n\s*\n"
)
_FIRST_GAP = 30  # letters between "понятых" and the first name
_ITEM_GAP = re.compile(r"(?:[^;]|;(?=\s*\n)){0,200}?(?:\d[.)]\s*|\n\s*|,\s*|\sи\s+|;\s*|[│|]\s*)$")

_BY_AN_OFFICER = frozenset(
    {"administrative_record", "delivery_record", "administrative_detention", "personal_search", "seizure_record"}
)
_FIELD = r"[ \t]*[:│|]?[ \t]*"
_TABLE = re.compile(
    rf"Фамилия{_FIELD}(?P<surname>[А-ЯЁ][А-ЯЁа-яё-]+)(?:\s*\([^)\n]*\))?\s*\n[^\n]{{0,20}}?Имя{_FIELD}(?P<given>[А-ЯЁ][А-ЯЁа-яё-]+)"
    rf"(?:[ \t]+(?P<middle>[А-ЯЁ][А-ЯЁа-яё-]+(?:вич|вна|ич|ична|ВИЧ|ВНА)))?[^\n]*(?:\n[^\n]{{0,20}}?Отчество{_FIELD}(?P<patronymic>[А-ЯЁ][А-ЯЁа-яё-]+))?"
)
_I_AM = re.compile(r"(?:^|\n)\s*Я,\s+")
_UNCASED = re.compile(
    r"(?P<cue>(?:отношении|обвиняем[а-яё]+|подозреваем[а-яё]+|осужд[её]нн[а-яё]+|подсудим[а-яё]+|о выдаче|выдать|гр[·.]|гражданин[а-яё]*|гражданк[а-яё]*)\s+)"
    r"(?P<surname>[А-ЯЁ][а-яё]{3,})\s+(?P<given>[А-ЯЁ][а-яё]{2,})(?![а-яё])(?=[,;.\s]*(?:\d|г·|[а-яё(]|$))"
)


def persons_in(text: str, kind: str | None = None) -> Iterator[Person]:
    """Every person to whom a word gives a part; one name in one part once, in its full form where there is one."""
    plain = stops_only(text)
    matches = list(names_in(text))
    found = [*_cued(plain, matches, kind), *_tables(text, kind)]
    found += _without_patronymic(plain, matches)
    found += _numbered(text)
    found += [replace(one, placed=True) for one in _addressees(text, plain, matches, found, kind)]
    found += [replace(one, placed=True) for one in _subjects(text, plain, matches, found, kind)]
    full = _full_forms(matches)
    seen: dict[tuple[str, str], None] = {}
    written_to = (
        {_initialled(_written(one)) for one in found if one.role == "addressee"}
        if about(kind) == "addressee"
        else set()
    )
    for person in sorted(found, key=lambda one: one.name.start):
        if person.role == "accused" and _initialled(_written(person)) in written_to and kind != "foreign_agent_notice":
            continue
        if person.role == _NONE or (person.role == "accused" and about(kind) == "nobody"):
            continue
        if kind == "authority_reply" and person.role == "prosecutor":
            continue  # who signs a letter acts in no case
        named = full.get(_initialled(_written(person))) or _one_initial(full, _written(person))
        if named is not None and person.role != "addressee":
            person = replace(person, name=named)
        key = (person.role, _initialled(_written(person)))
        if key not in seen:
            seen[key] = None
            yield person


def _written(person: Person) -> str:
    return person.name.nominative or person.name.surface


def _initialled(written: str) -> str:
    surname, *rest = written.replace("ё", "е").split(" ")
    if not rest or "." in written:
        return written.replace("ё", "е")
    return f"{surname} {''.join(word[0] + '.' for word in rest[:2])}"


def _full_forms(matches: Iterable[re.Match[str]]) -> dict[str, Name]:
    """Full names by surname and initials; one that stands in the nominative speaks for its other forms."""
    names = [name for match in matches if match["full"] and (name := name_of(match, "nomn")).nominative is not None]
    certain = [name for name in names if _plain_form(name.surface) == _plain_form(name.nominative or "")]
    found: dict[str, Name] = {}
    for name in names:
        surname, _, rest = (name.nominative or "").partition(" ")
        same = (
            one
            for one in certain
            if (one.nominative or "").partition(" ")[2] == rest
            and (one.nominative or "").partition(" ")[0][:-2] == surname[:-2]
        )
        found.setdefault(_initialled(name.nominative or ""), next(same, name))
    return found


def _one_initial(full: dict[str, Name], written: str) -> Name | None:
    """The full name of "Куанышев А.", if one person is so called."""
    if not re.fullmatch(r"\S+ [А-ЯЁ]\.", written):
        return None
    found = [name for key, name in full.items() if key.startswith(written.replace("ё", "е"))]
    return found[0] if len(found) == 1 else None


def _plain_form(written: str) -> str:
    return written.lower().replace("ё", "е")


def _cued(plain: str, matches: list[re.Match[str]], kind: str | None) -> Iterator[Person]:
    words = [(one.end(), one) for one in _words(plain)]
    ends = [end for end, _ in words]
    after = 0  # a word before another name is that name's
    last: tuple[str, str, int] | None = None  # part, case and end of the name before, where a list may go on
    for match in matches:
        start = match.start()
        told = _nearest(plain, words, ends, start, after)
        after = match.end()
        named = _NAMED_AFTER.match(plain, match.end()) if match["full"] or match["short"] else None
        if named is not None and not plain[plain.rfind("\n", 0, start) + 1 : start].strip():
            yield Person(_role_of(named["word"]), name_of(match, "nomn"))
            last = None
            continue
        in_table = _CELL_AFTER.match(plain, match.end())
        if in_table is not None:
            yield Person(_role_of(in_table["word"]), name_of(match, "nomn"))
            last = None
            continue
        if _WITNESS_AFTER.match(plain, match.end()):
            yield Person("witness", name_of(match, "accs"))
            last = None
            continue
        if (
            (told is None or told[0] == _NONE)
            and _MADE_IT.match(plain, match.end())
            and _CHIEF.search(plain[max(0, start - 260) : start])
        ):
            yield Person("officer", name_of(match, "nomn"))
            last = None
            continue
        if told is None and last is not None and _NEXT_GAP.fullmatch(plain, last[2], start):
            told = last[0], last[1], True
        if _VICTIM_AFTER.match(plain, match.end()):
            yield Person("victim", name_of(match, "gent"))
            continue
        role_after = _ROLE_AFTER.match(plain, match.end())
        if told is None and role_after and _I_AM.search(plain[max(0, start - 4) : start]):
            word = role_after["word"]
            told = (
                next((role for stem, role in _AFTER_ROLES.items() if word.startswith(stem)), "accused"),
                "nomn",
                False,
            )
        if told is None:
            last = None
            continue
        role, case, goes_on = told
        if (
            role in _OFFICIALS
            and case == "gent"
            and _SURELY_NOMINATIVE.match(match.group())
            and plain[start - 1] == " "
        ):
            last = None
            continue  # "постановлением мирового судьи Иванов И.И. признан": another sentence part begins
        addressed = kind not in _SENT_BY_PERSONS and start < _ADDRESSED_ABOVE
        if role == "counsel" and case == "datv" and addressed and _ADDRESS.search(plain[max(0, start - 60) : start]):
            role = "addressee"
        if role == "addressee" and kind in ("release_certificate", "custody_certificate"):
            role = "accused"  # "Выдана гражданину ..."
        if role == "counsel" and case == "nomn" and match["full"] and _OF_SOMEBODY.search(match.group()):
            role = "accused"  # "защитник Ромашова Игната Сергеевича": whom he defends
        if case == "nomn" and _WITH.search(plain[max(0, start - 60) : start]):
            case = "gent"  # "с участием о/у Иванова И.И.": abbreviations do not decline
        name = name_of(match, case)
        yield Person(role, name)
        last = (role, case, match.end()) if goes_on else None
    yield from _listed(plain, matches, _ATTESTING, "attesting_witness")
    yield from _listed(plain, matches, _WITNESSES, "witness")


def _role_of(word: str) -> str:
    written = re.sub(r"\s+", " ", word.lower())
    return next(role for role, stems in _OFFICES if any(written.startswith(stem) for stem in stems.split("|")))


def _words(plain: str) -> Iterator[re.Match[str]]:
    """The words that give a part; tried where a word begins only."""
    last = 0
    for begin in _BEGINS.finditer(plain):
        if begin.start() >= last and plain[begin.start() : begin.start() + 2].strip().lower() in _BEGINNINGS:
            found = _WORD.match(plain, begin.start())
            if found:
                last = found.end()
                yield found


def _nearest(
    plain: str, words: list[tuple[int, re.Match[str]]], ends: list[int], start: int, after: int
) -> tuple[str, str, bool] | None:
    """The part that the nearest word before a name gives it, with the case of the name, and whether a list may follow."""
    ranked: tuple[str, str, bool] | None = None
    at = bisect_right(ends, start) - 1
    while at >= 0 and ends[at] > after and start - ends[at] <= _REACH[_LOOSE]:
        word = words[at][1]
        role, _, case, reach = _CUES[int((word.lastgroup or "c0")[1:])]
        gap = plain[ends[at] : start]
        if len(gap) > _REACH[reach] and len(re.sub(r"\s+", " ", gap)) > _REACH[reach]:
            return ranked
        if role == _RANK:
            if _fits(gap, reach):
                ranked = "officer", case, False
            at -= 1
            continue
        if _fits(gap, reach):
            acting = _ACTING.search(plain[max(0, word.start() - 12) : word.start()])
            listed = word.group().lower() == "судьи" and gap.strip() in ("–", "—", "-", ":")
            if (
                word.group() == "Судьи" or listed or (acting and case == "gent")
            ):  # the signatures of a bench; "и. о. судьи"
                case = "nomn"
            if role == _NONE and _OF_PRISONS.search(gap):
                role = "officer"
            return role, case, bool(_PLURAL.search(word.group()))
        if reach != _TIGHT or role == _NONE:
            return ranked
        at -= 1
    return ranked


def _fits(gap: str, reach: str) -> bool:
    if _TIGHT_GAP.fullmatch(gap):
        return True
    if reach == _TIGHT:
        return False
    if len(gap.split()) > _WORDS_MOST[reach] or _AFTER_ACTS.search(gap):
        return False
    if reach == _LOOSE:
        gap = _COLON.sub(" ", gap)  # "Должностное лицо: старший инспектор Иванов И.И."
    if reach == _LOOSE and (cell := _CELL_GAP.fullmatch(gap)) is not None:
        gap = cell[1]  # "Следователь: | СО УМВД по г. Твери, Иванов И.И."
    pattern = _LOOSE_GAP if reach == _LOOSE else _CLAUSE_GAP
    return bool(pattern.fullmatch(gap)) and (reach == _LOOSE or "\n\n" not in gap.strip())


def _listed(plain: str, matches: list[re.Match[str]], begin: re.Pattern[str], role: str) -> Iterator[Person]:
    """The list after "понятых:" or "Свидетели:", with addresses between the names."""
    for word in begin.finditer(plain):
        stop = _AFTER_LIST.search(plain, word.end() + 3)
        end = min(stop.start() if stop else len(plain), word.end() + 700)
        at = word.end()
        for match in matches:
            if not at <= match.start() < end:
                continue
            gap = plain[at : match.start()]
            if (gap.strip() and not _ITEM_GAP.fullmatch(gap)) or (at == word.end() and len(gap.strip()) > _FIRST_GAP):
                break
            numbered = bool(re.search(r"\d[.)·]\s*$", gap)) and bool(match["short"])
            plainly = numbered or role == "witness" or word.group().lower().startswith("понятые")
            yield Person(role, name_of(match, "nomn" if plainly else "gent"))
            at = match.end()


def _tables(text: str, kind: str | None) -> Iterator[Person]:
    """A name whose parts stand in fields of their own: of the person whom the paper is about."""
    if about(kind) not in ("accused", "list") and kind != "interrogation":
        return
    for match in _TABLE.finditer(text):
        words = [match["surname"], match["given"], match["middle"] or match["patronymic"] or ""]
        written = " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words if word)
        yield Person("accused", Name(written, written, False, match.start("surname"), match.end("given")))


def _without_patronymic(plain: str, matches: list[re.Match[str]]) -> Iterator[Person]:
    """Surname and given name after a word that says who it is: "в отношении Кашапова Ильнура"."""
    for match in _UNCASED.finditer(plain):
        if any(one.start() <= match.start("surname") < one.end() for one in matches):
            continue
        case = "gent" if re.match(r"отношении|о выдаче|выдать|[а-яё]+(?:ого|ой)\s", match["cue"]) else "nomn"
        written = with_given_name(match["surname"], match["given"], case)
        known = with_given_name(match["surname"], match["given"], "nomn")
        if {match["surname"].lower(), match["given"].lower()} & NO_SURNAME:
            continue
        if written is not None and known is not None and _is_given_name(match["given"]):
            surface = f"{match['surname']} {match['given']}"
            yield Person("accused", Name(surface, written, False, match.start("surname"), match.end("given")))


_NUMBERED = re.compile(r"(?P<word>Потерпевш(?:ий|ая)|Свидетель)\s?№\s?\d{1,2}(?!\d)")


def _numbered(text: str) -> Iterator[Person]:
    """Names that a court redacted to "Потерпевший №1"."""
    for match in _NUMBERED.finditer(text):
        written = re.sub(r"\s+", " ", match.group())
        yield Person(_role_of(match["word"]), Name(written, written, True, match.start(), match.end()))


def _is_given_name(word: str) -> bool:
    return any("Name" in parse.tag and parse.score > 0.1 for parse in morphology().parse(word))


def _subjects(
    text: str, plain: str, matches: list[re.Match[str]], found: list[Person], kind: str | None
) -> Iterator[Person]:
    """The person whom the paper is about, where no word said so."""
    taken = {one.name.start for one in found if one.role != _NONE or about(kind) != "list"}
    roles = {one.role for one in found}
    officer = None if kind not in _BY_AN_OFFICER else _I_AM.search(plain)
    if officer is not None and "officer" not in roles:
        first = next((match for match in matches if match.start() >= officer.end()), None)
        if first is not None and _fits(plain[officer.end() : first.start()], _LOOSE):
            taken.add(first.start())
            yield Person("officer", name_of(first, "nomn"))
    full = [match for match in matches if (match["full"] or match["redacted"]) and match.start() not in taken]
    if about(kind) == "list":
        for match in full:
            yield Person("accused", name_of(match, "nomn"))
    elif "accused" not in roles and kind in _TELL_OF_ONE and (told := _told_of(plain, matches, found)) is not None:
        yield Person("accused", name_of(told, "nomn"))
    elif about(kind) == "accused" and "accused" not in roles:
        mine = [match for match in full if not _known(match, found)]
        mine = mine or [
            match for match in matches if match.start() not in taken and _CITIZEN.search(plain[: match.start()])
        ]
        if mine:
            yield Person("accused", name_of(mine[0], "nomn"))
    elif about(kind) == "addressee" and "addressee" not in roles:
        for match in matches:
            dative = bool(match["full"]) and bool(re.search(r"(?:ичу|вне|чне)$", match.group().lower()))
            dative = dative or bool(_CITIZEN.search(plain[: match.start()]))
            if (
                match.start() not in taken
                and match.start() < max(len(text) / 2, 200)
                and (dative or _alone(text, match))
            ):
                yield Person("addressee", name_of(match, "datv"))
                break


# papers that tell of a person by what was done with him
_TELL_OF_ONE = frozenset(
    {
        "authority_reply",
        "interpol_letter",
        "investigation_notice",
        "guarantees",
        "surrender_request",
        "foreign_agent_notice",
        "certificate",
        "notice",
        "criminal_record",
        "registry_extract",
        None,
    }
)
_DONE_WITH = re.compile(
    r"(?:(?!\n\n)[^;]){0,220}?(?:объявлен[а]?\s+в\s+(?:[а-яё]+\s+){0,3}розыск|обвиняется|подозревается|осужд[её]н[а]?(?![а-яё])|содерж(?:ится|ал(?:ся|ась))|разыскива"
    r"|включ[её]н[а]?\s+в\s+(?:реестр|перечень)|(?:был[а]?\s+)?задержан[а]?(?![а-яё])|привлеч[её]н[а]?\s+к\s+(?:уголовной|административной)|отбывает\s+наказание|значится\s+в\s+(?:[а-яё]+\s+)?розыск)"
)


def _told_of(plain: str, matches: list[re.Match[str]], found: list[Person]) -> re.Match[str] | None:
    """The full name of whom the words after it tell that he was detained, is wanted, stands in a register ..."""
    taken = {one.name.start for one in found if one.role not in (_NONE, "addressee")}
    return next(
        (one for one in matches if one["full"] and one.start() not in taken and _DONE_WITH.match(plain, one.end())),
        None,
    )


_ADDRESSED_ABOVE = 1400  # letters at the beginning in which an address stands
_ADDRESSED_LINE = re.compile(
    r"(?:(?:адвокату|защитнику|гражданину|гражданке|гр-ну|гр-ке|гр·|г-ну|г-же|Кому:?)\s+)?", re.IGNORECASE
)
_OFFICE_ABOVE = re.compile(
    r"начальник|руководител|прокурор|председател|судье|директор|министр|командир|полковник|генерал|майор|капитан|советник|от\s*$",
    re.IGNORECASE,
)
_DATIVE = re.compile(
    r"(?:[А-ЯЁ]·?\s?){0,2}\s?[А-ЯЁ][а-яё-]+(?:ов|ев|ёв|ин|ын)у(?![а-яё])|[А-ЯЁ][а-яё-]+(?:ск|цк)ому(?![а-яё])|[А-ЯЁ][а-яё-]+(?:ов|ев|ёв|ин|ын|ск|цк)ой(?![а-яё])"
)
_GOES_WITH = re.compile(
    r"(?:отношении|участием|адвоката|защитника|секретар[а-яё]+|судьи|прокурора|следователя|представителя)\s*$",
    re.IGNORECASE,
)
_SENT_BY_PERSONS = frozenset(
    {"complaint", "submission", "officer_report", "explanation", "affidavit", "counsel_warrant", "power_of_attorney"}
)


def _addressees(
    text: str, plain: str, matches: list[re.Match[str]], found: list[Person], kind: str | None
) -> Iterator[Person]:
    """The person to whom a letter goes: a name in the dative on a line of its own above the heading or the greeting."""
    if kind in _SENT_BY_PERSONS or any(one.role == "addressee" for one in found):
        return
    hard, _ = headings_in(text)
    until = min(_ADDRESSED_ABOVE, hard[0][0]) if hard else _ADDRESSED_ABOVE
    for match in matches:
        if match.start() > until:
            return
        first = text.rfind("\n", 0, match.start()) + 1
        last = text.find("\n", match.end())
        rest = text[match.end() : last if last != -1 else len(text)].strip(" ,")
        before = plain[first : match.start()].strip()
        above = plain[:first].rstrip().rsplit("\n", 1)[-1].strip()
        if rest or not _ADDRESSED_LINE.fullmatch(f"{before} " if before else ""):
            continue
        if match["full"]:
            dative = bool(re.search(r"(?:ичу|вне|чне)$", match.group().lower()))
        else:
            dative = bool(_DATIVE.match(plain, match.start())) and not _GOES_WITH.search(above)
        if dative and not _OFFICE_ABOVE.search(above):
            yield Person("addressee", name_of(match, "datv"))
            return


def _known(match: re.Match[str], found: list[Person]) -> bool:
    """Whether that person has another part already."""
    name = name_of(match, "nomn")
    mine = _initialled(name.nominative or name.surface)
    return any(_initialled(_written(one)) == mine and one.role != "accused" for one in found)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the name stands on a line of its own, as in a letterhead."""
    first = text.rfind("\n", 0, match.start()) + 1
    last = text.find("\n", match.end())
    before = text[first : match.start()]
    return (not before.strip() or before.endswith("   ")) and not text[
        match.end() : last if last != -1 else len(text)
    ].strip()
