"""The words that give a name its part, and how far each reaches: "судья", "следователь", "в отношении", a rank ...

Does not: find the names; see `persons`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pristan.documents.reading.person import NO_PART

_RANKS = "(?:сержант|лейтенант|капитан|майор|подполковник|полковник|прапорщик|старшин)"
_RANK = "rank"  # an officer, if no office stands before the rank
# how far a part reaches: to a name that stands right after the word; over rank, office and body; over a short clause
_TIGHT, LOOSE, _CLAUSE = "tight", "loose", "clause"
_ADJ = {"nomn": "ый|ая", "gent": "ого|ой", "datv": "ому|ой", "ablt": "ым|ой", "accs": "ого|ую"}


def _noun(role: str, stem: str, endings: dict[str, str], reach: str) -> list[tuple[str, str, str, str]]:
    return [(role, rf"{stem}(?:{ending})", case, reach) for case, ending in endings.items()]


_SOFT = {"nomn": "ь", "gent": "я", "datv": "ю", "ablt": "ем|ём", "loct": "е"}
_HARD = {"nomn": "", "gent": "а", "datv": "у", "ablt": "ом", "loct": "е"}
_CUES: tuple[tuple[str, str, str, str], ...] = (
    *_noun("judge", "председательствующ", {"nomn": "ий|ая", "gent": "его|ей", "ablt": "им"}, _CLAUSE),
    *_noun("judge", "(?:федеральн[а-яё]+ |миров[а-яё]+ )?судь", {"nomn": "я", "gent": "и", "datv": "е", "ablt": "ей|ёй|ею"}, LOOSE),
    ("judge", "судей", "gent", _TIGHT),
    ("judge", "судьи:?", "nomn", _TIGHT),
    *_noun("secretary", "(?:при )?(?:ведении протокола )?(?:судебного заседания )?секретар", {**_SOFT, "ablt": "ем|ём|ями", "loct": "е|ях"}, LOOSE),
    ("prosecutor", "(?:помощник|заместитель)(?: [А-ЯЁ][а-яё-]+)? прокурора", "nomn", LOOSE),
    ("prosecutor", "(?:помощника|заместителя)(?: [А-ЯЁ][а-яё-]+)? прокурора", "gent", LOOSE),
    *_noun(NO_PART, "помощник(?:{}) судьи".replace("{}", "|а|у|ом|е"), {"nomn": ""}, LOOSE),  # keeps the record, is no secretary
    *_noun(NO_PART, "помощник", _HARD, _TIGHT),
    *_noun("prosecutor", "(?:гос(?:ударственн[а-яё]+|[·.])?\\s*)?обвинител", {**_SOFT, "gent": "я|ей"}, LOOSE),
    *_noun("prosecutor", "прокурор", {"nomn": "", "gent": "а|ов", "ablt": "ом", "loct": "е"}, LOOSE),
    ("investigator", "следователь-криминалист", "nomn", LOOSE),
    ("investigator", "следователя-криминалиста", "gent", LOOSE),
    ("investigator", "следователем-криминалистом", "ablt", LOOSE),
    *_noun("investigator", "(?:следовател|дознавател)", {**_SOFT, "gent": "я|ей"}, LOOSE),
    ("prosecutor", "помощников(?: [А-ЯЁ][а-яё-]+)? прокурора", "gent", LOOSE),
    *_noun("officer", "(?:оперуполномоченн|участков[а-яё]+ уполномоченн)", {**_ADJ, "gent": "ого|ой|ых"}, LOOSE),
    ("officer", "(?:оперуполномоченные|полицейские|инспекторы|участковые уполномоченные|сотрудники)", "nomn", LOOSE),
    *_noun("officer", "(?:инспектор|сотрудник)", {**_HARD, "gent": "а|ов"}, LOOSE),
    *_noun("officer", "пристав(?:-исполнител[а-яё]*)?", _HARD, LOOSE),  # "приставов" is of a body's name
    *_noun("officer", "полицейск", {"nomn": "ий|ая", "gent": "ого|ой|их", "ablt": "им|ой"}, LOOSE),
    *_noun("counsel", "защитник", {case: rf"(?:{end})(?:-адвокат[а-яё]*)?" for case, end in {**_HARD, "gent": "а|ов"}.items()}, _CLAUSE),
    *_noun("counsel", "адвокат", {**_HARD, "gent": "а|ов"}, _CLAUSE),
    *_noun("accused", "(?:подсудим|подозреваем|обвиняем)", {**_ADJ, "gent": "ого|ой|ых"}, _CLAUSE),
    *_noun("accused", "(?:осужд[её]нн|задержанн|привлекаем|досматриваем|подзащитн|обыскиваем)", {**_ADJ, "gent": "ого|ой|ых"}, _CLAUSE),
    ("accused", r"(?<!не\s)в отношении", "gent", _CLAUSE),
    ("accused", "(?:поручается )?защита на стадии(?: [а-яё]+){1,3}", "gent", _TIGHT),
    ("accused", "по делу", "gent", _TIGHT),
    ("accused", "лицо,? привлекаемое к (?:административной )?ответственности", "nomn", _TIGHT),
    ("officer", "должностное лицо", "nomn", LOOSE),
    ("accused", "(?:в интересах|в защиту|по обвинению|дело по обвинению|защита|поручается защита|защиту)", "gent", _TIGHT),
    ("accused", "касательно|о выдаче|выдать|выдачи|об экстрадиции", "gent", _CLAUSE),
    ("accused", "(?:уголовно[ег]о? )?преследовани[ея]", "gent", _TIGHT),
    ("accused", "(?:предостерегает|предостерегаю|объявляю предостережение)", "accs", _TIGHT),
    *_noun("accused", "должник", {"nomn": "", "gent": "а"}, _TIGHT),
    ("accused", "(?:привлечь|объявить|водворить|оправдать|признать|задержать)", "accs", _TIGHT),
    ("accused", "розыск(?:е|а)?", "gent", _TIGHT),
    ("accused", "признать виновн(?:ым|ой)", "accs", _TIGHT),
    ("accused", "объявить (?:в )?(?:федеральный |международный |межгосударственный |и )*розыск(?:е)?(?: обвиняем[а-яё]+| подозреваем[а-яё]+)?", "gent", _TIGHT),
    ("accused", "привлекаемого к административной ответственности", "gent", _CLAUSE),
    ("accused", "изображ[её]н[а]?|опознал[а]?|предположительно", "nomn", _TIGHT),
    *_noun("victim", "потерпевш", {"nomn": "ий|ая", "gent": "его|ей|их", "datv": "ему", "ablt": "им"}, _TIGHT),
    *_noun("witness", "свидетел", {case: rf"(?:{end})(?: защиты| обвинения)?" for case, end in {**_SOFT, "gent": "я|ей"}.items()}, _TIGHT),
    ("attesting_witness", "представителей общественности", "gent", _TIGHT),
    ("judge", "членов (?:судебной )?коллегии", "gent", _TIGHT),
    ("witness", "свидетели(?: ?[-–—] ?сотрудники полиции)?", "nomn", _TIGHT),
    *_noun("attesting_witness", "понят", {"nomn": "ой|ая", "gent": "ого", "datv": "ому"}, _TIGHT),
    *_noun("expert", "эксперт", {**_HARD, "gent": "а|ов"}, LOOSE),
    ("expert", "эксперты", "nomn", LOOSE),
    ("counsel", "(?:защитники|адвокаты)", "nomn", _TIGHT),
    *_noun("interpreter", "переводчик", {**_HARD, "gent": "а|ов"}, _TIGHT),
    ("addressee", "кому:?", "datv", _TIGHT),
    ("addressee", "(?:гр-ну|гр-ке|на имя)", "datv", _TIGHT),
    *_noun(_RANK, _RANKS, {"nomn": " полиции|а полиции", "gent": "а полиции|ы полиции", "ablt": "ом полиции"}, _TIGHT),
    *_noun(_RANK, _RANKS, {"nomn": "|а", "ablt": "ом|ой", "datv": "у|у полиции|е полиции"}, _TIGHT),
    *_noun("officer", "дежурн", {"datv": "ому", "gent": "ого", "ablt": "ым"}, LOOSE),
    ("interpreter", "(?:перевод верен|перевод выполнил[а]?|перев[её]л[а]?):?", "nomn", _TIGHT),
    ("officer", "(?:УУП|СПИ|о/у|оперативн[а-яё]+ дежурн[а-яё]+|дежурн(?:ый|ая)|контрол[её]р|младший инспектор)", "nomn", LOOSE),
    ("addressee", "(?:гражданину|гражданке|должнику|уважаемый|уважаемая)", "datv", _TIGHT),
    # offices that sign, and people who are told of: no part of theirs is told
    (NO_PART, "(?:начальник|руководител|директор|ректор|нотариус|председател|президент|заведующ|управляющ|специалист|врач|комиссар|министр)[а-яё]*", "nomn", LOOSE),
    (NO_PART, "(?:истец|истца|заявител[а-яё]+|истцу|по иску|опрошенн[а-яё]+|очевид[а-яё]+|уполномочиваю)", "gent", _TIGHT),
)  # fmt: skip

_WORD = re.compile(
    "|".join(
        rf"(?P<c{number}>(?<![А-Яа-яЁё-]){words.replace(' ', chr(92) + 's+')}(?![А-Яа-яЁё-]))"
        for number, (_, words, _, _) in enumerate(_CUES)
    ),
    re.IGNORECASE,
)
# the first two letters of the words above: a quick look before the long one
_BEGINNINGS = frozenset([
    "ад", "в", "ве", "во", "вр", "вы", "го", "гр", "де", "ди", "до", "за", "из", "ин", "ис", "ка", "ко", "ле",
    "ли", "ма", "ми", "мл", "на", "но", "о", "о/", "об", "оп", "ос", "оч", "пе", "по", "пр", "ре", "ро", "ру",
    "св", "се", "сл", "со", "сп", "ст", "су", "ув", "чл", "уг", "уп", "уу", "уч", "фе", "эк"
])  # fmt: skip
_BEGINS = re.compile(r"(?<![А-Яа-яЁё-])(?=[А-Яа-яЁё])")
_FILLER = r"(?:\s|(?:\d[.)·]\s*)?(?:Фамилия,?\s+имя,?\s+(?:и\s+)?отчество|Ф[·.]?\s?И[·.]?\s?О[·.]?)|[-–—:,/_|│]|\((?:подпись|подписи|адвокат[а-яё]*|ознакомлен[а-яё]*|[а-яё ,]{3,30})\)|/?подпись/?|[«\"]?\d{1,2}[).·]\s|\bгр[·.]|гражданин[а-яё]*(?:\s?\([а-яё]{2}\))?|гражданк[а-яё]*|по\s+(?:назначению|соглашению|ордеру)|адвокат[а-яё]*|М[·.]П[·.])*"
_TIGHT_GAP = re.compile(_FILLER)
_CLAUSE_GAP = re.compile(
    rf"(?:(?!\sв\s+отношении|\s(?:что|котор|чтобы|об?)\s)[^,;.!?:]|[-–—]|,\s+(?=(?:предусмотренн|участвующ)))*?{_FILLER}"
)
_COLON = re.compile(r"^\s*:(?!\s*\n\s*\n)")
_CELL_GAP = re.compile(r"\s*[│|]?([^:]*\b(?:[А-ЯЁ]{2,}|отдел|управлени)[^:,]*),\s*")
_LOOSE_GAP = re.compile(rf"(?:(?!\sв\s+отношении|\s(?:что|котор|чтобы|об?)\s)[^,;.!?:])*?{_FILLER}")
_REACH = {_TIGHT: 60, LOOSE: 260, _CLAUSE: 130}
_WORDS_MOST = {_TIGHT: 6, LOOSE: 20, _CLAUSE: 10}
_AFTER_ACTS = re.compile(
    r"\s(?:рассмотр|состав|допрос|произв|пров[её]л|установ|вынес|представ|указ|поясн|заяв|прос|наход|явля|постанов|приня|сообщ|приговор|определ)[а-яё]*(?![а-яё])",
    re.IGNORECASE,
)

_OF_PRISONS = re.compile(
    r"^[^,;]*(?:отряда|отделения|караула|смены)[^,;]*внутренней\s+службы"
)  # a head who signs a letter is nobody, one who deals with the prisoner an officer
_ACTING = re.compile(r"(?:и·\s?о·|врио|вр·\s?и·\s?о·)\s*$", re.IGNORECASE)

_PLURAL = re.compile(
    r"(?:судей|судьи|коллегии|общественности|сотрудники\s+полиции|помощников\s.*|ов|ей|ых|их|ые|ие|инспекторы|ели|ях|ями|эксперты|адвокаты|защитники|прокуроры)\s*:?$",
    re.IGNORECASE,
)


def cue_words(plain: str) -> Iterator[re.Match[str]]:
    """The words that give a part; tried where a word begins only."""
    last = 0
    for begin in _BEGINS.finditer(plain):
        if begin.start() >= last and plain[begin.start() : begin.start() + 2].strip().lower() in _BEGINNINGS:
            found = _WORD.match(plain, begin.start())
            if found:
                last = found.end()
                yield found


def nearest(
    plain: str, words: list[tuple[int, re.Match[str]]], ends: list[int], start: int, after: int
) -> tuple[str, str, bool] | None:
    """The part that the nearest word before a name gives it, with the case of the name, and whether a list may follow."""
    ranked: tuple[str, str, bool] | None = None
    at = bisect_right(ends, start) - 1
    while at >= 0 and ends[at] > after and start - ends[at] <= _REACH[LOOSE]:
        word = words[at][1]
        role, _, case, reach = _CUES[int((word.lastgroup or "c0")[1:])]
        gap = plain[ends[at] : start]
        if len(gap) > _REACH[reach] and len(re.sub(r"\s+", " ", gap)) > _REACH[reach]:
            return ranked
        if role == _RANK:
            if fits(gap, reach):
                ranked = "officer", case, False
            at -= 1
            continue
        if fits(gap, reach):
            acting = _ACTING.search(plain[max(0, word.start() - 12) : word.start()])
            listed = word.group().lower() == "судьи" and gap.strip() in ("–", "—", "-", ":")
            if (
                word.group() == "Судьи" or listed or (acting and case == "gent")
            ):  # the signatures of a bench; "и. о. судьи"
                case = "nomn"
            if role == NO_PART and _OF_PRISONS.search(gap):
                role = "officer"
            return role, case, bool(_PLURAL.search(word.group()))
        if reach != _TIGHT or role == NO_PART:
            return ranked
        at -= 1
    return ranked


def fits(gap: str, reach: str) -> bool:
    """Whether only what may stand between a word of this reach and its name stands there."""
    if _TIGHT_GAP.fullmatch(gap):
        return True
    if reach == _TIGHT:
        return False
    if len(gap.split()) > _WORDS_MOST[reach] or _AFTER_ACTS.search(gap):
        return False
    if reach == LOOSE:
        gap = _COLON.sub(" ", gap)  # "Должностное лицо: старший инспектор Иванов И.И."
    if reach == LOOSE and (cell := _CELL_GAP.fullmatch(gap)) is not None:
        gap = cell[1]  # "Следователь: | СО УМВД по г. Твери, Иванов И.И."
    pattern = _LOOSE_GAP if reach == LOOSE else _CLAUSE_GAP
    return bool(pattern.fullmatch(gap)) and (reach == LOOSE or "\n\n" not in gap.strip())
