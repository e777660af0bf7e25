"""Persons whom a paper calls by their surname alone: "свидетель Бабич показала", "майор юстиции Тебеньков".

Only after a word of office in the singular, and only where the paper names nobody with that surname more fully.
Does not: take a word that may be no surname, or a name in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pristan.documents.reading.names import NO_SURNAME, Name, surname_of
from pristan.documents.reading.page_text import morphology
from pristan.documents.reading.person import Person

_SURNAME = r"(?P<name>[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]{2,})?)(?![а-яё-])(?!\s?[А-ЯЁ][а-яё]*[.·])(?!\s[А-ЯЁ])(?!(?:\s[а-яё]+(?:ый|ой|ого|ий))?\s(?:судебн|суда?(?![а-яё])))"
_OFFICES = tuple(
    (role, case, re.compile(rf"(?<![А-Яа-яЁё-])(?:{words.replace(' ', chr(92) + 's+')})\s+{_SURNAME}"))
    for role, case, words in (
        ("witness", "nomn", "[Сс]видетель(?: защиты| обвинения)?"),
        ("witness", "gent", "[Сс]видетеля(?: защиты| обвинения)?"),
        ("victim", "nomn", "[Пп]отерпевш(?:ий|ая)"),
        ("victim", "gent", "[Пп]отерпевшего"),
        ("expert", "nomn", "[Ээ]ксперт"),
        ("expert", "gent", "эксперта"),
        ("victim", "gent", "[Пп]отерпевшей"),
        ("investigator", "gent", "следователя"),
        ("officer", "gent", "оперуполномоченного"),
        ("prosecutor", "nomn", "[Пп]рокурор|[Гг]осударственный обвинитель"),
        ("judge", "nomn", "[Сс]удья|[Пп]редседательствующ(?:ий|ая)"),
        ("secretary", "nomn", "[Сс]екретарь(?: судебного заседания)?"),
        ("counsel", "nomn", "[Аа]двокат|[Зз]ащитник"),
        ("counsel", "gent", "(?:защитника )?адвоката|защитника"),
        ("interpreter", "gent", "с участием переводчика"),
        ("investigator", "nomn", r"(?:лейтенант|капитан|майор|подполковник|полковник) юстиции"),
        ("officer", "nomn", r"(?:сержант|лейтенант|капитан|майор|прапорщик|подполковник) полиции"),
    )
)  # fmt: skip
_PLAINLY = re.compile(r"(?:[оеё]ва?|[иы]н|[сц]кий|енко|ян|дзе|швили)$")
_ENDINGS = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ого|ой)|енко|[аеуи]к|[ую]к|ич|ян|дзе|швили|ец|ой|ых|их|ай|ей)$"
)


_ONE = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]{2,})?")
_LIST = rf"(?P<names>{_ONE.pattern}(?:(?:,\s+|\s+и\s+){_ONE.pattern})+)(?![а-яё-])(?!\s?[А-ЯЁ][а-яё]*[.·])(?!\s[А-ЯЁ])"
_SEVERAL = tuple(
    (role, case, re.compile(rf"(?<![А-Яа-яЁё-])(?:{words})\s+{_LIST}"))
    for role, case, words in (
        ("witness", "nomn", "[Сс]видетели"),
        ("witness", "gent", "[Сс]видетелей"),
        ("victim", "gent", "потерпевших"),
        ("officer", "gent", "оперуполномоченных|сотрудников|полицейских"),
    )
)


def surnames_alone(text: str, known: Iterable[str]) -> Iterator[Person]:
    """Each once. `known`: the names that the paper tells more fully, as they stand or in the nominative."""
    stems = {_stem(word) for name in known for word in name.split() if "." not in word}
    for role, case, office in _SEVERAL:
        for listed in office.finditer(text):
            words = [(one.group(), listed.start("names") + one.start()) for one in _ONE.finditer(listed["names"])]
            for word, begin in words:
                nominative = surname_of(word, case)
                if word.lower() in NO_SURNAME or _stem(word) in stems or not _is_surname(word) or nominative is None:
                    break
                stems.add(_stem(nominative))
                yield Person(role, Name(word, nominative, False, begin, begin + len(word)))
    for role, case, office in _OFFICES:
        for match in office.finditer(text):
            word = match["name"]
            if word.lower() in NO_SURNAME or _stem(word) in stems or not _is_surname(word):
                continue
            nominative = surname_of(word, case)
            if nominative is None:
                continue
            stems.add(_stem(nominative))
            yield Person(role, Name(word, nominative, False, match.start("name"), match.end("name")))


def _stem(word: str) -> str:
    plain = word.lower().replace("ё", "е")
    return re.sub(r"(?:ого|ому|ыми|ими|ой|ым|им|ом|ем|ую|ая|ий|ый|а|у|ю|я|е|ы|и|ь)$", "", plain)


def _is_surname(word: str) -> bool:
    """Whether the dictionary or the ending takes it for a surname, and not for a word of the language."""
    parses = morphology().parse(word)
    if _PLAINLY.search(word.lower()) or any("Surn" in parse.tag for parse in parses):
        return True
    if any(
        parse.is_known
        and parse.tag.POS in ("NOUN", "ADJF", "VERB", "ADVB", "PREP", "PRTF", "NPRO")
        and not {"Name", "Geox"} & set(parse.tag.grammemes)
        for parse in parses
    ):
        return False
    return _ENDINGS.search(word.lower()) is not None and not any("Geox" in parse.tag for parse in parses)
