"""Names of persons in Russian papers: found by the words before them, put into the nominative, spelt in Latin letters.

The surface form is kept; the nominative is a suggestion for a person to confirm, and is absent where it is not sure.
Latin spelling: ICAO Doc 9303 part 3 section 6, table B (Cyrillic), as Russian passports use it.
Does not: find names without a word that gives them a role, or join a name with the same person elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.documents.reading.page_text import morphology

_S = r"[А-ЯЁҒҚҲҶӢӮ][а-яёғқҳҷӣӯ]+(?:-[А-ЯЁ][а-яё]+)?"
_UPPER = r"[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]*(?:[оеё]вич|[ьи]ич|[а-яё][мткв]ич)(?:а|у|ем|ом|е)?|[А-ЯЁ][а-яё]+(?:[оеё]вн|ичн|инишн)(?:а|ы|е|у|ой|ою)"
_UPPER_PATRONYMIC = r"[А-ЯЁ]+(?:ИЧ(?:А|У|Е|ЕМ|ОМ)?|ВН(?:А|Ы|Е|У|ОЙ)|ИЧН(?:А|Ы|Е|У|ОЙ))"
_TURKIC = r"[А-ЯЁ][а-яё]+\s+(?:[Оо]глы|[Кк]ызы|[Уу]гли|[Кк]изи|[Уу]улу|[Уу]лы)"
_INITIAL = r"(?:[А-ЯЁ]|Дж|Дз|Вл|Ал|Юл)\."
_INITIALS = rf"{_INITIAL}\s{{0,2}}(?:{_INITIAL})?"
FULL = (
    rf"(?P<full>(?:{_S}|{_UPPER})\s+(?:{_S}|{_UPPER})\s+(?:{_TURKIC}|{_PATRONYMIC}|{_UPPER_PATRONYMIC})"
    rf"|(?P<first>{_S}\s+(?:{_PATRONYMIC})\s+(?:{_S}|{_UPPER})))"
)
SHORT = rf"(?P<short>(?:{_S}|{_UPPER})(?:\s|\s\n|\n\s*){_INITIALS}|{_INITIALS}\s?(?:{_S}|[А-ЯЁ]{{3,}}))"
# "ФИО1", "<ФИО>1"
REDACTED = r"(?P<redacted><?ФИО>?\s?\d{0,2}(?!\s*[:│|]|[ \t]{2,}[А-ЯЁ]))"
NAME = rf"(?:{FULL}|{SHORT}|{REDACTED})(?![а-яёА-ЯЁ])"
_NAME = re.compile(rf"(?<![А-Яа-яЁё.<-]){NAME}")
# capitalised words of a body's name or an office that stand before initials or names and are no surname
NO_SURNAME = frozenset(
    [
        "адвокат",
        "адвоката",
        "адвокату",
        "беларусь",
        "врач",
        "выдан",
        "выдана",
        "генерала",
        "генерального",
        "генеральный",
        "города",
        "господин",
        "гр",
        "гражданин",
        "гражданина",
        "гражданка",
        "гражданки",
        "дана",
        "дата",
        "директор",
        "дознаватель",
        "дознавателя",
        "должнику",
        "допросил",
        "ефрейтора",
        "заместитель",
        "защитник",
        "защитника",
        "заявитель",
        "избрать",
        "именем",
        "имя",
        "инспектор",
        "истец",
        "истца",
        "казахстан",
        "казахстана",
        "капитана",
        "комиссар",
        "кому",
        "копию",
        "копия",
        "края",
        "кыргызстан",
        "кыргызстана",
        "лейтенанта",
        "лицо",
        "майора",
        "место",
        "министр",
        "министра",
        "начальник",
        "начальника",
        "нотариус",
        "обвиняемого",
        "обвиняемый",
        "области",
        "объявить",
        "оперуполномоченный",
        "определением",
        "осужденного",
        "осужденный",
        "осуждённый",
        "ответчик",
        "отдела",
        "отчество",
        "отчислить",
        "переводчик",
        "петербурга",
        "площадь",
        "по",
        "подозреваемого",
        "подозреваемый",
        "подсудимого",
        "подсудимый",
        "полиции",
        "получил",
        "понятой",
        "постановлением",
        "потерпевшего",
        "потерпевший",
        "прапорщика",
        "председатель",
        "представитель",
        "президент",
        "привлечь",
        "приговором",
        "признать",
        "прокуратуры",
        "прокурор",
        "прокурора",
        "проспект",
        "района",
        "ректор",
        "республика",
        "республики",
        "решением",
        "россии",
        "российской",
        "руководитель",
        "рядового",
        "рядовой",
        "рядовому",
        "свидетель",
        "свидетеля",
        "секретаре",
        "секретарь",
        "санкт",
        "сержант",
        "сержанта",
        "следователь",
        "следователя",
        "специалист",
        "суд",
        "суда",
        "судебный",
        "судьи",
        "судья",
        "таджикистан",
        "таджикистана",
        "товарищ",
        "уважаемая",
        "уважаемый",
        "уволить",
        "узбекистан",
        "узбекистана",
        "ул",
        "улица",
        "улицы",
        "управления",
        "фамилия",
        "федерации",
        "федерация",
        "эксперт",
        "юстиции",
    ]
)

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        ("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
         "kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia"),
        strict=True,
    )
)  # fmt: skip
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands, and what it is in the nominative, if that is sure."""

    surface: str
    nominative: str | None
    redacted: bool
    start: int
    end: int

    @property
    def latin(self) -> str | None:
        """The passport spelling of the nominative."""
        return None if self.nominative is None or self.redacted else latin(self.nominative)


def latin(text: str) -> str:
    """Latin letters as in a Russian passport."""
    out = []
    for letter in text:
        plain = _LATIN.get(letter.lower())
        if plain is None:
            out.append(letter)
        else:
            out.append(plain.capitalize() if letter.isupper() else plain)
    return "".join(out)


def names_in(text: str) -> Iterator[re.Match[str]]:
    """Every place that is written like a name."""
    at = 0
    while match := _NAME.search(text, at):
        words = re.findall(r"[А-Яа-яЁё]+", match.group().lower())
        bad = next((place for place, word in enumerate(words) if word in NO_SURNAME), None)
        if bad is None:
            yield match
            at = match.end()
        else:  # a name may begin with a later word
            at = match.start() + 1
            while at < len(text) and text[at].isalpha():
                at += 1


def name_at(text: str, start: int, case: str) -> Name | None:
    """The name that begins at `start`, standing in the grammatical case `case`."""
    match = _NAME.match(text, start)
    if match is None or NO_SURNAME & set(re.findall(r"[а-яё]+", match.group().lower())):
        return None
    return name_of(match, case)


def name_of(match: re.Match[str], case: str) -> Name:
    """The name of a match; the patronymic of a full name tells its case, whatever `case` says."""
    surface = re.sub(r"\s+", " ", match.group()).strip()
    if match["redacted"]:
        return Name(surface, surface.replace(" ", ""), True, match.start(), match.end())
    words = surface.split(" ")
    if match["first"]:
        words = [words[2], words[0], words[1]]
    if match["full"]:
        nominative = _full(words, case)
    else:
        letters = "".join(word for word in words if "." in word)
        glued = re.match(rf"((?:{_INITIAL})+)([А-ЯЁ][а-яёА-ЯЁ].*)", surface.replace(" ", ""))
        surname = next((word for word in words if "." not in word), glued[2] if glued else "")
        initials = "".join(re.findall(_INITIAL, letters or surface))
        written = _titled(surname) if surname.isupper() else surname
        base = _surname(written, _case_of(written) if case == "nomn" else case, None)
        nominative = None if base is None else f"{base} {initials}"
    return Name(surface, nominative, False, match.start(), match.end())


def surname_of(word: str, case: str) -> str | None:
    """A surname that stands alone, in the nominative; None where the form leaves it open."""
    return _surname(word, _case_of(word) if case == "nomn" else case, None)


def _case_of(surname: str) -> str:
    """The case of a surname that cannot be a nominative: "Пшеничного", "Шамсутдинову"."""
    for ending, case in ((r"(?:[сц]к|[нчшвм])ого$", "gent"), (r"(?:[сц]к|[нчшвм])ому$|(?:[оеё]в|[иы]н)у$", "datv")):
        if re.search(ending, surname.lower()):
            return case
    return "nomn"


def with_given_name(surname: str, given: str, case: str = "nomn") -> str | None:
    """Surname and given name without a patronymic, in the nominative; None where the form leaves it open."""
    gender = next(
        (
            word
            for parse in morphology().parse(given)
            if "Name" in parse.tag
            for word in ("masc", "femn")
            if word in parse.tag
        ),
        None,
    )
    if gender is None and case != "nomn":
        return None
    base = _surname(_titled(surname), case, gender)
    first = _given(_titled(given), case, gender or "masc")
    return f"{base} {first}" if base and first else None


def _titled(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _full(words: list[str], case: str) -> str | None:
    surname, given, *rest = (_titled(word) for word in words)
    patronymic = " ".join(rest) if len(rest) == 1 else f"{rest[0]} {rest[1].lower()}"
    base, gender, cases = _patronymic(patronymic)
    if base is None:
        return None
    for one in sorted(cases or (case,), key=lambda found: found != case):
        found_surname, found_given = _surname(surname, one, gender), _given(given, one, gender)
        if found_surname is not None and found_given is not None:
            return f"{found_surname} {found_given} {base}"
    return None


_PATRONYMICS = (
    (r"ич$", "ич", "masc", ("nomn",)),
    (r"ича$", "ич", "masc", ("gent", "accs")),
    (r"ичу$", "ич", "masc", ("datv",)),
    (r"ич(?:ем|ом)$", "ич", "masc", ("ablt",)),
    (r"иче$", "ич", "masc", ("loct",)),
    (r"(в|ич|иш)на$", r"\1на", "femn", ("nomn",)),
    (r"(в|ич|иш)ны$", r"\1на", "femn", ("gent",)),
    (r"(в|ич|иш)не$", r"\1на", "femn", ("datv", "loct")),
    (r"(в|ич|иш)ну$", r"\1на", "femn", ("accs",)),
    (r"(в|ич|иш)но[йю]$", r"\1на", "femn", ("ablt",)),
)


def _patronymic(word: str) -> tuple[str | None, str, tuple[str, ...]]:
    """The patronymic in the nominative, the gender, and the cases in which it may stand; none where it does not tell."""
    lower = word.lower()
    if lower.endswith((" оглы", " угли", " улы", " уулу")):
        return word, "masc", ()
    if lower.endswith((" кызы", " кизи")):
        return word, "femn", ()
    for ending, base, gender, cases in _PATRONYMICS:
        if re.search(ending, lower):
            return re.sub(ending, base, word), gender, cases
    return None, "", ()


_FEMALE = {"gent": "ой", "datv": "ой", "ablt": "ой", "loct": "ой", "accs": "у"}
_MALE = {"gent": "а", "accs": "а", "datv": "у", "ablt": "ым", "loct": "е"}
_ADJ_MALE = {"gent": "ого", "accs": "ого", "datv": "ому", "ablt": "им", "loct": "ом"}
_ADJ_FEMALE = {"gent": "ой", "datv": "ой", "ablt": "ой", "loct": "ой", "accs": "ую"}
_COMMON = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)(?:а|у|ым|ой|ого|ому|им|е|ую|ая)?$|[бвгджзклмнпрстфхцчшщ]$|ко$")
_SHORT_NAME = 2
_FIXED = ("ко", "их", "ых", "о", "е", "и", "у", "ы", "э", "ю", "дзе")
_OWN = r"(?:ов|ев|ёв|ин|ын)"  # Иванов, Ильин


def _surname(word: str, case: str, gender: str | None) -> str | None:
    """The surname in the nominative; None where the form leaves it open."""
    if "-" in word:
        first, _, last = word.rpartition("-")
        if (
            case != "nomn"
            and gender is None
            and first.lower().endswith(("овой", "евой", "ёвой", "иной", "ыной", "ской"))
        ):
            gender = "femn"  # "Ефимовой-Кай": her second part does not change
        # "Кара-Мурзина": a first part that is no surname of the common forms does not change
        parts = [
            _surname(first, case, gender) if _COMMON.search(first.lower()) else first,
            _surname(last, case, gender),
        ]
        if (
            parts[1] is None
            and gender != "femn"
            and case in ("gent", "accs")
            and re.search(r"[бвгджзклмнпрстфхцчшщ]а$", last)
        ):
            parts[1] = last[:-1]  # "Даудова-Аса"
        return None if None in parts else "-".join(part for part in parts if part)
    if case == "nomn" or word.lower().endswith(("зода", "заде", "швили")):
        return word
    found = _by_ending(word, case, gender)
    return found if found is not None else _by_dictionary(word, case, gender)


def _by_ending(word: str, case: str, gender: str | None) -> str | None:
    lower = word.lower()
    if gender != "masc":
        ending = _FEMALE[case]
        if re.search(rf"{_OWN}{ending}$", lower):
            return word[: -len(ending)] + "а"
        ending = _ADJ_FEMALE[case]
        if re.search(rf"(?:ск|цк|н){ending}$", lower):
            return word[: -len(ending)] + "ая"
    if gender != "femn":
        soft = {"gent": "я", "accs": "я", "datv": "ю", "ablt": "ем", "loct": "е"}[case]
        if re.search(rf"[аоуе]{soft}$", lower) and len(word) > len(soft) + 3 and case in ("gent", "accs", "datv"):
            return word[: -len(soft)] + "й"  # Бугая, Лигаю
        ending = _MALE[case]
        if re.search(rf"{_OWN}{ending}$", lower):
            return word[: -len(ending)]
        ending = _ADJ_MALE[case]
        if re.search(rf"(?:ск|цк){ending}$", lower):
            return word[: -len(ending)] + "ий"
        if case != "ablt" and re.search(rf"[гкх]{ending}$", lower):
            return word[: -len(ending)] + "ий"
        ending = {"ablt": "ым"}.get(case, ending)
        if re.search(rf"(?:[бвдлмнрт]){ending}$", lower) and not re.search(rf"{_OWN}ым$", lower):
            return word[: -len(ending)] + ("ой" if re.search(rf"(?:лст|рев){ending}$", lower) else "ый")
    return _undeclined(word, lower, gender)


def _undeclined(word: str, lower: str, gender: str | None) -> str | None:
    """A surname whose form does not change, or None."""
    if len(word) <= _SHORT_NAME and lower[-1] in "иеуюоэяй":
        return word  # Ли, Ю, Ге: a form that does not change, or one that would be no surname
    if lower.endswith(_FIXED) and not re.search(rf"{_OWN}е$", lower):
        declined = lower.endswith(("у", "е", "и", "ы")) and not lower.endswith(("ко", "дзе", "их", "ых"))
        return None if declined else word
    if lower.endswith("ь") or (gender == "femn" and lower[-1] not in "аяыиеую"):
        return word  # a woman's surname in a consonant does not decline
    return None


def _by_dictionary(word: str, case: str, gender: str | None) -> str | None:
    for parse in morphology().parse(word):
        tag = parse.tag
        if "Surn" not in tag or "sing" not in tag or case not in tag or parse.score < 0.05:
            continue
        if gender is not None and gender not in tag:
            continue
        inflected = parse.inflect({"nomn", "sing"})
        if inflected is not None:
            return _titled(inflected.word)
    soft = _soft(word, case)
    if soft is not None:
        return soft
    return _consonant(word, case) if gender != "femn" else (word if word[-1].lower() not in "аяыиеую" else None)


def _soft(word: str, case: str) -> str | None:
    """A surname in -а or -я: Шульг-и, Калит-ы, Шульг-е; Turkic ones in -клы and -глы do not change."""
    ending = {"gent": ("ы", "и"), "datv": ("е",), "loct": ("е",), "accs": ("у", "ю"), "ablt": ("ой", "ей")}[case]
    lower = word.lower()
    if lower.endswith(("клы", "глы")):
        return word
    for one in ending:
        if lower.endswith(one) and len(word) > len(one) + 2:
            base = word[: -len(one)]
            if one == "и" and base[-1].lower() not in "гкхжшчщ":
                return base + "я"
            return base + ("я" if one in ("ю", "ей") else "а") if base[-1].lower() not in "аеёиоуыэюя" else None
    return None


def _consonant(word: str, case: str) -> str | None:
    """A man's surname in a consonant, or a soft sign: Круг-а, Мельник-у, Бондар-я."""
    lower = word.lower()
    soft = {"gent": "я", "accs": "я", "datv": "ю", "ablt": "ем"}.get(case)
    if soft and lower.endswith(soft) and len(word) > 4 and lower[-len(soft) - 1] in "лрнтдзс":
        return word[: -len(soft)] + "ь"
    endings = {"gent": ("а",), "accs": ("а",), "datv": ("у",), "ablt": ("ом", "ем"), "loct": ("е",)}[case]
    for ending in endings:
        if lower.endswith(ending):
            base = word[: -len(ending)]
            return base if len(base) > 2 and base[-1].lower() not in "аеёиоуыэюяйьъ" else None
    return word if lower[-1] not in "аеёиоуыэюяй" else None


def _given(word: str, case: str, gender: str) -> str | None:
    if case == "nomn":
        return word
    # "Игоре" is more often of Игорь than of Игор
    for parse in sorted(morphology().parse(word), key=lambda one: not one.normal_form.endswith("ь")):
        tag = parse.tag
        if "Name" in tag and "sing" in tag and case in tag and gender in tag and "Fixd" not in tag:
            inflected = parse.inflect({"nomn", "sing"})
            if inflected is not None:
                return _titled(inflected.word)
    if gender == "masc":
        endings = {"gent": (("ия", "ий"), ("ея", "ей")), "datv": (("ию", "ий"), ("ею", "ей"))}
        for ending, base in endings.get("gent" if case == "accs" else case, ()):
            if word.endswith(ending):
                return word[: -len(ending)] + base
        return _consonant(word, case) or _soft(word, case)
    if word[-1].lower() not in "аяыиеуюй":
        return word
    ending = {"gent": "ы", "datv": "е", "loct": "е", "ablt": "ой", "accs": "у"}[case]
    if word[-1].lower() in "ую" and case != "accs":
        return word  # Алсу
    if word.endswith(ending) and len(word) > 2:
        return word[: -len(ending)] + "а"
    return _soft(word, case)
