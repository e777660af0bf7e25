"""Persons of a paper by the part they play: judge, investigator, accused, counsel, attesting witnesses ...

Does not: say that two names are one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.documents.reading.names import NAME, Name, name_at

# rank and office between the word and the name: no clause of its own, no sentence's end
_BETWEEN = r"(?:(?!в\s+отношении|[\s]об?\s|[\s]о\s|что\s|котор)(?:[^,;:.]|(?:г|ул|им|ст|р-н|обл)\.(?=\s))){0,150}?"


@dataclass(frozen=True, slots=True)
class Person:
    """A name and its part."""

    role: str
    name: Name


# role, words before the name, grammatical case of the name after them, whether rank and office may stand between
_CUES: tuple[tuple[str, str, str, bool], ...] = (
    ("judge", r"председательствующ(?:его|ей)(?:\s*[-–—]?\s*(?:по\s+делу\s*)?(?:федерального\s+)?судьи)?", "gent", False),
    ("judge", r"(?:федерального|мирового)\s+судьи", "gent", True),
    ("judge", r"(?<!помощника\s)\bсудьи", "gent", False),
    ("judge", r"(?:[Пп]редседательствующ(?:ий|ая)(?:\s*[-–—]?\s*судья)?|(?<![а-яё])[Сс]удья|(?:[Мм]ировой|[Фф]едеральный)\s+судья)", "nomn", False),
    ("judge", r"(?<![а-яё])[Сс]удья", "nomn", True),
    ("secretary", r"при\s+(?:ведении\s+протокола\s+)?(?:помощнике\s+судьи|секретаре(?:\s+судебного\s+заседания)?|помощнике)", "loct", False),
    ("prosecutor", r"(?:государственн(?:ого|ых)\s+обвинител(?:я|ей)|(?:помощника|заместителя)\s+прокурора|(?<!ь\s)(?<!к\s)(?<![а-яё])прокурора)(?![а-яё])", "gent", True),
    ("prosecutor", r"(?<![а-яё])(?:(?:[Зз]аместитель|[Пп]омощник)\s+прокурора|[Пп]рокурор)(?![а-яё])", "nomn", True),
    ("investigator", r"(?<![а-яё])(?:[Сс]тарший\s+|[Рр]уководитель\s+)?(?:[Сс]ледователь|[Дд]ознаватель)(?![а-яё])", "nomn", True),
    ("investigator", r"(?<![а-яё])(?:старшего\s+)?(?:следователя|дознавателя)(?![а-яё])", "gent", True),
    ("investigator", r"(?<![а-яё])(?:следователем|дознавателем)(?![а-яё])", "ablt", True),
    ("officer", r"(?<![а-яё])(?:[Сс]тарший\s+)?(?:[Оо]перуполномоченный|[Ии]нспектор|[Уу]частковый\s+уполномоченный)(?![а-яё])", "nomn", True),
    ("officer", r"(?<![а-яё])(?:старшего\s+)?(?:оперуполномоченного|инспектора)(?![а-яё])", "gent", True),
    ("officer", r"(?<![а-яё])(?:старшим\s+)?(?:оперуполномоченным|инспектором)(?![а-яё])", "ablt", True),
    ("counsel", r"защитник(?:а|ов)(?:\s+по\s+(?:назначению|соглашению))?(?:\s*[-–—]?\s*адвокат(?:а|ов))?", "gent", False),
    ("counsel", r"(?<![а-яё])адвоката", "gent", False),
    ("counsel", r"(?:[Зз]ащитник|(?<![а-яё])[Аа]двокат)(?:\s*[-–—]\s*адвокат)?(?![а-яё])", "nomn", False),
    ("accused", r"(?<![а-яё])(?:под(?:судим|озреваем)|осужд[её]нн|обвиняем)(?:ого|ой)", "gent", False),
    ("accused", r"(?:[Пп]од(?:судим|озреваем)|[Оо]сужд[её]нн|[Оо]бвиняем)(?:ый|ая)", "nomn", False),
    ("accused", r"(?<![а-яё])(?:подсудим|подозреваем|осужд[её]нн|обвиняем)(?:ым|ой)", "ablt", False),
    ("accused", r"(?<!не\s)в\s+отношении(?:\s+(?:гражданина|гражданки|гр\.|обвиняем(?:ого|ой)|подозреваем(?:ого|ой)|подсудим(?:ого|ой)|осужд[её]нн(?:ого|ой)))?", "gent", False),
    ("accused", r"(?<![а-яё])(?:[Пп]ривлечь|[Пп]ризнать|[Оо]правдать|[Оо]бъявить)(?:\s+(?:в\s+качестве\s+обвиняем(?:ого|ой)|подозреваем(?:ого|ую)|подсудим(?:ого|ую)|обвиняем(?:ого|ую)))?", "accs", False),
    ("accused", r"лица,?\s+привлекаемого\s+к\s+административной\s+ответственности,?\s*[-–—]?", "gent", False),
    ("victim", r"(?<![а-яё])потерпевш(?:его|ей)", "gent", False),
    ("victim", r"(?<![а-яё])[Пп]отерпевш(?:ий|ая)", "nomn", False),
    ("witness", r"(?<![а-яё])свидетеля", "gent", False),
    ("witness", r"(?<![а-яё])[Сс]видетель", "nomn", False),
    ("attesting_witness", r"(?<![а-яё])[Пп]онят(?:ой|ая)\s*:?", "nomn", False),
    ("attesting_witness", r"(?<![а-яё])понятого", "gent", False),
    ("expert", r"(?<![а-яё])[Ээ]ксперт(?![а-яё])", "nomn", True),
    ("expert", r"(?<![а-яё])(?:экспертом|эксперту)(?![а-яё])", "ablt", True),
    ("interpreter", r"(?<![а-яё])переводчика", "gent", False),
    ("interpreter", r"(?<![а-яё])[Пп]ереводчик(?![а-яё])", "nomn", False),
    ("addressee", r"(?:Кому|КОМУ)\s*:?", "datv", False),
    ("addressee", r"(?<![а-яё])(?:[Гг]ражданину|[Гг]ражданке|[Гг]р\.)", "datv", False),
)  # fmt: skip
_STEMS = ("председ", "судь", "секретар", "помощник", "обвинител", "рокурор", "ледовател", "ознавател", "перуполномоч", "нспектор",
          "частковый", "ащитник", "двокат", "судим", "озреваем", "сужд", "бвиняем", "отношении", "ривлечь", "ризнать", "правдать",
          "бъявить", "привлекаемого", "отерпевш", "видетел", "онят", "ксперт", "ереводчик", "Кому", "КОМУ", "раждан", "Гр.", "гр.")  # fmt: skip
_COMPILED = tuple(
    (
        role,
        tuple(stem for stem in _STEMS if stem in words.replace("\\", "")) or _STEMS,
        re.compile(rf"{words}\s*[-–—:]?\s*{_BETWEEN if between else ''}(?P<name>{NAME})"),
        case,
    )
    for role, words, case, between in _CUES
)
_PANEL = re.compile(rf"судей\s+(?P<name>{NAME})")
_NEXT = re.compile(rf"\s*(?:,|и)\s*(?P<name>{NAME})")
_ATTESTING = re.compile(r"понятых\s*:?\s*")
_ENTRY = re.compile(rf"(?:[^;]{{0,260}}?(?:\d[.)]\s*|\n\s*|,\s*|\bи\s+))?(?P<name>{NAME})")
_AFTER_LIST = re.compile(r"с\s+участием|руководствуясь|произв[её]л|в\s+соответствии|[Пп]онят(?:ым|ой)\b")


def persons_in(text: str) -> Iterator[Person]:
    """Every person to whom a word gives a part; one name in one part once, in its full form where there is one."""
    found = sorted(_found(text), key=lambda one: one.name.start)
    told_in_full = {(one.role, _initialled(one)) for one in found if "." not in _written(one)}
    seen: set[tuple[str, str]] = set()
    for person in found:
        key = (person.role, _written(person))
        if key not in seen and key not in told_in_full:
            seen.add(key)
            yield person


def _written(person: Person) -> str:
    return person.name.nominative or person.name.surface


def _initialled(person: Person) -> str:
    surname, *rest = _written(person).split(" ")
    return f"{surname} {''.join(word[0] + '.' for word in rest[:2])}"


def _found(text: str) -> Iterator[Person]:
    for role, stems, cue, case in _COMPILED:
        if not any(stem in text for stem in stems):
            continue
        for match in cue.finditer(text):
            name = name_at(text, match.start("name"), case)
            if name is not None:
                yield Person(role, name)
    for match in _PANEL.finditer(text):
        yield from _listed(text, match, "judge")
    for match in _ATTESTING.finditer(text):
        yield from _attesting(text, match.end())


def _listed(text: str, match: re.Match[str], role: str) -> Iterator[Person]:
    found: re.Match[str] | None = match
    while found is not None:
        name = name_at(text, found.start("name"), "gent")
        if name is None:
            return
        yield Person(role, name)
        found = _NEXT.match(text, name.end)


def _attesting(text: str, start: int) -> Iterator[Person]:
    stop = _AFTER_LIST.search(text, start)
    end = min(stop.start() if stop else len(text), start + 700)
    at = start
    while at < end:
        match = _ENTRY.match(text, at, end)
        if match is None:
            return
        name = name_at(text, match.start("name"), "gent")
        if name is None:
            return
        yield Person("attesting_witness", name)
        at = name.end
