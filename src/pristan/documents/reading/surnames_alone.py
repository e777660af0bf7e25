"""Persons whom a paper calls by their surname alone: "свидетель Бабич показала", "оперуполномоченных Лыкова, Осинцева".

Only after a word of office, and only where the paper names nobody with that surname more fully.
Does not: take a word that may be no surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pristan.documents.reading.names import NO_SURNAME, Name, surname_of
from pristan.documents.reading.page_text import morphology
from pristan.documents.reading.person import Person

_ONE = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]{2,})?")
# no initials and no further word of a name follow, nor "районный суд"
_ENDS = r"(?![а-яё-])(?!\s?[А-ЯЁ][а-яё]*[.·])(?!\s[А-ЯЁ])(?!(?:\s[а-яё]+(?:ый|ой|ого|ий))?\s(?:судебн|суда?(?![а-яё])))"
_OFFICES = (
    ("witness", "nomn", "[Сс]видетель(?: защиты| обвинения)?"),
    ("witness", "gent", "[Сс]видетеля(?: защиты| обвинения)?"),
    ("victim", "nomn", "[Пп]отерпевш(?:ий|ая)"),
    ("victim", "gent", "[Пп]отерпевше(?:го|й)"),
    ("expert", "nomn", "[Ээ]ксперт"),
    ("expert", "gent", "эксперта"),
    ("prosecutor", "nomn", "[Пп]рокурор|[Гг]осударственный обвинитель"),
    ("judge", "nomn", "[Сс]удья|[Пп]редседательствующ(?:ий|ая)"),
    ("secretary", "nomn", "[Сс]екретарь(?: судебного заседания)?"),
    ("counsel", "nomn", "[Аа]двокат|[Зз]ащитник"),
    ("counsel", "gent", "(?:защитника )?адвоката|защитника"),
    ("interpreter", "gent", "с участием переводчика"),
    ("investigator", "nomn", "(?:лейтенант|капитан|майор|подполковник|полковник) юстиции"),
    ("investigator", "gent", "следователя"),
    ("officer", "nomn", "(?:сержант|лейтенант|капитан|майор|прапорщик|подполковник) полиции"),
    ("officer", "gent", "оперуполномоченного"),
)
_SEVERAL = (
    ("witness", "nomn", "[Сс]видетели"),
    ("witness", "gent", "[Сс]видетелей"),
    ("victim", "gent", "потерпевших"),
    ("officer", "gent", "оперуполномоченных|сотрудников|полицейских"),
)


def _any_of(offices: Iterable[tuple[str, str, str]], names: str) -> re.Pattern[str]:
    words = "|".join(
        f"(?P<office{number}>{words.replace(' ', chr(92) + 's+')})" for number, (_, _, words) in enumerate(offices)
    )
    return re.compile(rf"(?<![А-Яа-яЁё-])(?:{words})\s+(?P<names>{names}){_ENDS}")


_ALONE = _any_of(_OFFICES, _ONE.pattern)
_LISTED = _any_of(_SEVERAL, rf"{_ONE.pattern}(?:(?:,\s+|\s+и\s+){_ONE.pattern})+")
_PLAINLY = re.compile(r"(?:[оеё]ва?|[иы]н|[сц]кий|енко|ян|дзе|швили)$")
_ENDINGS = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ого|ой)|енко|[аеуию]к|ич|ян|дзе|швили|ец|ой|ых|их|ай|ей)$")
_ADJECTIVE = re.compile(r"(?:ий|ый|ой|ого|его|ая|яя|ей)$")
_NEXT = re.compile(r"\s+([а-яё]{3,})")
_NO_NAME = frozenset({"NOUN", "ADJF", "VERB", "ADVB", "PREP", "PRTF", "NPRO"})


def surnames_alone(text: str, known: Iterable[str]) -> Iterator[Person]:
    """Each once. `known`: the names that the paper tells more fully, as they stand or in the nominative."""
    stems = {_stem(word) for name in known for word in name.split() if "." not in word}
    for pattern, offices in ((_LISTED, _SEVERAL), (_ALONE, _OFFICES)):
        for match in pattern.finditer(text):
            office = next(number for number in range(len(offices)) if match[f"office{number}"] is not None)
            role, case, _ = offices[office]
            for one in _ONE.finditer(text, match.start("names"), match.end("names")):
                word = one.group()
                if word.lower() in NO_SURNAME or _stem(word) in stems or not _is_surname(word):
                    break
                if _ADJECTIVE.search(word) and _of_a_noun(text, one.end()):
                    break  # "эксперт Московского бюро"
                nominative = surname_of(word, case)
                if nominative is None:
                    break
                stems.add(_stem(nominative))
                yield Person(role, Name(word, nominative, False, one.start(), one.end()))


def _of_a_noun(text: str, end: int) -> bool:
    """Whether a noun follows that such a word may describe."""
    following = _NEXT.match(text, end)
    if following is None:
        return False
    kinds = {parse.tag.POS for parse in morphology().parse(following[1])[:2]}
    return "NOUN" in kinds and "VERB" not in kinds


def _stem(word: str) -> str:
    plain = word.lower().replace("ё", "е")
    return re.sub(r"(?:ого|ому|ыми|ими|ой|ым|им|ом|ем|ую|ая|ий|ый|а|у|ю|я|е|ы|и|ь)$", "", plain)


def _is_surname(word: str) -> bool:
    """Whether the dictionary or the ending takes it for a surname, and not for a word of the language."""
    parses = morphology().parse(word)
    if _PLAINLY.search(word.lower()) or any("Surn" in parse.tag for parse in parses):
        return True
    place = any("Geox" in parse.tag for parse in parses)
    common = any(parse.is_known and parse.tag.POS in _NO_NAME and "Name" not in parse.tag for parse in parses)
    return not place and not common and _ENDINGS.search(word.lower()) is not None
