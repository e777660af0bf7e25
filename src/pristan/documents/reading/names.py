"""Names of persons in Russian papers: found by the words before them, put into the nominative, spelt in Latin letters.

The surface form is kept; the nominative is a suggestion for a person to confirm, and is absent where it is not sure.
Latin spelling: ICAO Doc 9303 part 3 section 6, table B (Cyrillic), as Russian passports use it.
Does not: find names without a word that gives them a role, or join a name with the same person elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pristan.documents.reading.page_text import morphology

_S = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_UPPER = r"[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]*(?:вич|вича|вичу|вичем|виче|вн[аыеуой]{1,2}|чн[аыеуой]{1,2}|ьич[ауе]?[м]?|мич[ауе]?[м]?|(?:\s?(?:оглы|кызы|угли|кизи)))"
_TURKIC = r"[А-ЯЁ][а-яё]+\s+(?:[Оо]глы|[Кк]ызы|[Уу]гли|[Кк]изи|[Уу]лы)"
_INITIALS = r"[А-ЯЁ]\.\s{0,2}(?:[А-ЯЁ]\.)?"
FULL = rf"(?P<full>(?:{_S}|{_UPPER})\s+(?:{_S}|{_UPPER})\s+(?:{_TURKIC}|{_PATRONYMIC}|[А-ЯЁ]{{2,}}(?:ИЧ[АУЕ]?|ИЧ[ЕО]М|ВН[АЫЕУ]|ВНОЙ|ИЧН[АЫЕУ]|ИЧНОЙ)))"
SHORT = rf"(?P<short>{_S}\s+{_INITIALS}|{_INITIALS}\s?{_S})"
REDACTED = r"(?P<redacted>ФИО\s?\d{0,2})"
NAME = rf"(?:{FULL}|{SHORT}|{REDACTED})(?![а-яёА-ЯЁ])"
_NAME = re.compile(NAME)
# capitalised words of a body's name that stand before initials and are no surname
_NO_SURNAME = {
    "федерации", "федерация", "россии", "российской", "узбекистан", "таджикистан", "казахстан", "кыргызстан", "беларусь",
    "суда", "суд", "области", "района", "края", "республики", "прокуратуры", "управления", "отдела", "города",
    "следователь", "судья", "прокурор", "адвокат", "защитник", "эксперт", "секретарь", "понятой", "свидетель",
    "юстиции", "полиции",
}  # fmt: skip

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


def name_at(text: str, start: int, case: str) -> Name | None:
    """The name that begins at `start`, standing in the grammatical case `case`."""
    match = _NAME.match(text, start)
    if match is None or _NO_SURNAME & set(match.group().lower().split()):
        return None
    return _made(match, case)


def _made(match: re.Match[str], case: str) -> Name:
    surface = re.sub(r"\s+", " ", match.group()).strip()
    if match["redacted"]:
        return Name(surface, surface.replace(" ", ""), True, match.start(), match.end())
    words = surface.split(" ")
    if match["full"]:
        nominative = _full(words, case)
    else:
        letters = "".join(word for word in words if "." in word)
        glued = re.match(r"((?:[А-ЯЁ]\.)+)([А-ЯЁ][а-яё].*)", surface.replace(" ", ""))
        surname = next((word for word in words if "." not in word), glued[2] if glued else "")
        initials = "".join(re.findall(r"[А-ЯЁ]\.", letters or surface))
        base = _surname(surname, case, None)
        nominative = None if base is None else f"{base} {initials}"
    return Name(surface, nominative, False, match.start(), match.end())


def _titled(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _full(words: list[str], case: str) -> str | None:
    surname, given, *rest = (_titled(word) for word in words)
    patronymic = " ".join(rest) if len(rest) == 1 else f"{rest[0]} {rest[1].lower()}"
    base, gender = _patronymic(patronymic)
    if base is None:
        return None
    found_surname, found_given = _surname(surname, case, gender), _given(given, case, gender)
    if found_surname is None or found_given is None:
        return None
    return f"{found_surname} {found_given} {base}"


def _patronymic(word: str) -> tuple[str | None, str]:
    lower = word.lower()
    if lower.endswith((" оглы", " угли", " улы")):
        return word, "masc"
    if lower.endswith((" кызы", " кизи")):
        return word, "femn"
    for ending, base, gender in (
        (r"вич(?:а|у|ем|е)?$", "вич", "masc"),
        (r"ич(?:а|у|ом|ем|е)?$", "ич", "masc"),
        (r"вн(?:а|ы|е|у|ой)$", "вна", "femn"),
        (r"ичн(?:а|ы|е|у|ой)$", "ична", "femn"),
    ):
        if re.search(ending, lower):
            return re.sub(ending, base, word), gender
    return None, ""


_FEMALE = {"gent": "ой", "datv": "ой", "ablt": "ой", "loct": "ой", "accs": "у"}
_MALE = {"gent": "а", "accs": "а", "datv": "у", "ablt": "ым", "loct": "е"}
_ADJ_MALE = {"gent": "ого", "accs": "ого", "datv": "ому", "ablt": "им", "loct": "ом"}
_ADJ_FEMALE = {"gent": "ой", "datv": "ой", "ablt": "ой", "loct": "ой", "accs": "ую"}
_FIXED = ("ко", "их", "ых", "о", "е", "и", "у", "ы", "э", "ю", "дзе")


def _surname(word: str, case: str, gender: str | None) -> str | None:
    """The surname in the nominative; None where the form leaves it open."""
    if "-" in word:
        parts = [_surname(part, case, gender) for part in word.split("-")]
        return None if None in parts else "-".join(part for part in parts if part)
    if case == "nomn":
        return word
    found = _by_ending(word, case, gender)
    return found if found is not None else _by_dictionary(word, case, gender)


def _by_ending(word: str, case: str, gender: str | None) -> str | None:
    lower = word.lower()
    if gender != "masc":
        ending = _FEMALE[case]
        if re.search(rf"(?:ов|ев|ёв|ин|ын){ending}$", lower):
            return word[: -len(ending)] + "а"
        ending = _ADJ_FEMALE[case]
        if re.search(rf"(?:ск|цк){ending}$", lower):
            return word[: -len(ending)] + "ая"
    if gender != "femn":
        ending = _MALE[case]
        if re.search(rf"(?:ов|ев|ёв|ин|ын){ending}$", lower):
            return word[: -len(ending)]
        ending = _ADJ_MALE[case]
        if re.search(rf"(?:ск|цк){ending}$", lower):
            return word[: -len(ending)] + "ий"
    if lower.endswith(_FIXED) and not re.search(r"(?:ов|ев|ёв|ин|ын)е$", lower):
        if (
            lower.endswith(("у", "е", "и", "ы"))
            and gender is not None
            and not lower.endswith(("ко", "дзе", "их", "ых"))
        ):
            return None  # may be a declined form
        return word
    if gender == "femn" and lower[-1] not in "аяыиеую":
        return word  # a woman's surname in a consonant does not decline
    return None


def _by_dictionary(word: str, case: str, gender: str | None) -> str | None:
    for parse in morphology().parse(word):
        tag = parse.tag
        if "Surn" not in tag or "sing" not in tag or case not in tag:
            continue
        if gender is not None and gender not in tag:
            continue
        inflected = parse.inflect({"nomn", "sing"})
        if inflected is not None:
            return _titled(inflected.word)
    return _consonant(word, case) if gender != "femn" else None


def _consonant(word: str, case: str) -> str | None:
    """A man's surname in a consonant: Круг-а, Мельник-у."""
    ending = {"gent": "а", "accs": "а", "datv": "у", "ablt": "ом", "loct": "е"}[case]
    base = word[: -len(ending)] if word.lower().endswith(ending) else ""
    return base if len(base) > 2 and base[-1] not in "аеёиоуыэюяйьъ" else None


def _given(word: str, case: str, gender: str) -> str | None:
    if case == "nomn":
        return word
    for parse in morphology().parse(word):
        tag = parse.tag
        if "Name" in tag and "sing" in tag and case in tag and gender in tag:
            inflected = parse.inflect({"nomn", "sing"})
            if inflected is not None:
                return _titled(inflected.word)
    if gender == "masc":
        for ending, base in (("ия", "ий"), ("ея", "ей"), ("ю", "й")):
            if case in ("gent", "accs", "datv") and word.endswith(ending):
                return word[: -len(ending)] + base
        return _consonant(word, case)
    ending = {"gent": "ы", "datv": "е", "loct": "е", "ablt": "ой", "accs": "у"}[case]
    return word[: -len(ending)] + "а" if word.endswith(ending) and len(word) > 3 else None
