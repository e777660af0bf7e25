"""Signs about fairness that only several papers show together: the same attesting witnesses in two records, a judgment
that repeats the indictment, a search before its ruling, an expert before the order, orders in the same words.

Each with both places. Raw facts: Does not: say what a sign means, or that two papers of different cases belong together;
steps are compared within one case only (the same number, or the same accused).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pristan.documents.reading.dates import dates_in
from pristan.documents.reading.model import Field, Reading
from pristan.documents.reading.page_text import PaperText, Span
from pristan.documents.reading.sections import parts_of

_RUN = 8  # words in a row that are looked up
LONG = 40  # words of one passage that is called long
_SHARE = 0.4  # of the shorter part, that must be equal for "repeats"
_WORD = re.compile(r"[А-Яа-яЁёA-Za-z0-9]+")
_SEARCHES = frozenset({"search_record", "inspection_of_objects", "seizure_record"})
_NUMBERS = ("number.criminal", "number.uid")
_STARTED = re.compile(r"(?:экспертиз[а-яё]*|исследовани[ея])?\s*(?:начат[оаы]?|начало)[^.;\n]{0,60}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a paper."""

    paper: int  # its number among the papers compared
    span: Span
    quote: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign with the two places that show it."""

    name: str
    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was read, with the text of its pages."""

    reading: Reading
    pages: tuple[str, ...]


def signs_across(papers: Sequence[Paper]) -> tuple[Sign, ...]:
    """All signs, each pair of papers once."""
    return (*_attesting(papers), *_steps(papers), *_repeated(papers))


def _place(number: int, field: Field) -> Place:
    return Place(number, field.span, field.quote, field.confidence)


def _initialled(name: str) -> str:
    surname, *rest = name.lower().replace("ё", "е").split(" ")
    letters = re.findall(r"[а-я](?=\.)", "".join(rest)) if "." in name else [word[0] for word in rest[:2]]
    return f"{surname} {''.join(letters)}"


def same_case(one: Reading, other: Reading) -> bool | None:
    """Whether two papers are of one case: by number, else by the accused; None where neither tells."""
    for name in _NUMBERS:
        mine, theirs = ({field.value for field in reading.of(name)} for reading in (one, other))
        if mine and theirs:
            return bool(mine & theirs)
    mine, theirs = ({_initialled(field.value) for field in reading.of("person.accused")} for reading in (one, other))
    return bool(mine & theirs) if mine and theirs else None


def _attesting(papers: Sequence[Paper]) -> Iterator[Sign]:
    """The same attesting witness in two records; `.other_case` where the papers are of different cases."""
    for first, one in enumerate(papers):
        for second in range(first + 1, len(papers)):
            other = papers[second].reading
            for mine in one.reading.of("person.attesting_witness"):
                told = (*other.of("person.attesting_witness"), *other.of("person.witness"))
                if same_case(one.reading, other) is not False:
                    told = other.of("person.attesting_witness")
                same = next((it for it in told if _initialled(it.value) == _initialled(mine.value)), None)
                if same is not None and "." not in _initialled(mine.value).split(" ")[0]:
                    name = "same_attesting_witness"
                    if same_case(one.reading, other) is False:
                        name += ".other_case"
                    yield Sign(name, _place(first, mine), _place(second, same))
                    break


def _day(field: Field | None) -> date | None:
    return None if field is None else date.fromisoformat(field.value)


def _first(reading: Reading, name: str) -> Field | None:
    found = reading.of(name)
    return found[0] if found else None


def _steps(papers: Sequence[Paper]) -> Iterator[Sign]:
    for first, one in enumerate(papers):
        for second, other in enumerate(papers):
            kinds = one.reading.kind, other.reading.kind
            if first == second or not same_case(one.reading, other.reading):
                continue
            done, ruled = _first(one.reading, "date.act"), _first(other.reading, "date.act")
            if kinds == ("search_record", "search_ruling"):
                yield from _before("search_before_ruling", (first, done), (second, ruled))
            if kinds[0] in _SEARCHES and kinds[1] == "opening":
                yield from _before("search_before_opening", (first, done), (second, ruled))
            if kinds == ("expert_report", "expert_order"):
                started = _started(one) or done
                yield from _before("expert_before_order", (first, started), (second, ruled))


def _before(name: str, one: tuple[int, Field | None], other: tuple[int, Field | None]) -> Iterator[Sign]:
    mine, theirs = _day(one[1]), _day(other[1])
    if mine is not None and theirs is not None and mine < theirs and one[1] is not None and other[1] is not None:
        yield Sign(name, _place(one[0], one[1]), _place(other[0], other[1]))


def _started(paper: Paper) -> Field | None:
    """The day on which an expert began, where the report says so."""
    text = PaperText(paper.pages)
    for found in _STARTED.finditer(text.text):
        for one in dates_in(text.text[found.start() : found.end()]):
            start, end = found.start() + one.start, found.start() + one.end
            return Field("date.act", one.day.isoformat(), text.span(start, end), text.surface(start, end))
    return None


_PAIRS = (
    ("judgment_repeats_indictment", "indictment", "judgment"),
    ("custody_in_same_words", "custody_extension", "custody_extension"),
    ("witnesses_in_same_words", "interrogation", "interrogation"),
)


def _repeated(papers: Sequence[Paper]) -> Iterator[Sign]:
    for name, first_kind, second_kind in _PAIRS:
        for first, one in enumerate(papers):
            for second, other in enumerate(papers):
                alike = first_kind == second_kind
                if first == second or (alike and second < first):
                    continue
                if (one.reading.kind, other.reading.kind) != (first_kind, second_kind):
                    continue
                if not same_case(one.reading, other.reading) or (alike and _same_paper(one, other)):
                    continue
                if name == "witnesses_in_same_words" and not _two_witnesses(one.reading, other.reading):
                    continue
                passage = _long_passage(one, other)
                if passage is not None:
                    mine, theirs = passage
                    yield Sign(name, _stretch(first, one, *mine), _stretch(second, other, *theirs))


def _same_paper(one: Paper, other: Paper) -> bool:
    return one.pages == other.pages or one.reading.value("date.act") == other.reading.value("date.act")


def _two_witnesses(one: Reading, other: Reading) -> bool:
    mine, theirs = ({_initialled(field.value) for field in reading.of("person.witness")} for reading in (one, other))
    return bool(mine) and bool(theirs) and not mine & theirs


def _words(paper: Paper) -> tuple[PaperText, list[tuple[str, int, int]]]:
    """The words of the part that reasons or tells; of the whole text where it has no parts."""
    text = PaperText(paper.pages)
    start, end = parts_of(text.text).reasons or (0, len(text.text))
    return text, [(one.group().lower(), one.start(), one.end()) for one in _WORD.finditer(text.text, start, end)]


def _long_passage(one: Paper, other: Paper) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The longest equal passage, if it is long and equal passages are a good part of the shorter text."""
    _, mine = _words(one)
    _, theirs = _words(other)
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(mine) - _RUN + 1):
        places.setdefault(tuple(word for word, _, _ in mine[at : at + _RUN]), at)
    equal, at = 0, 0
    best: tuple[int, int, int] | None = None
    while at <= len(theirs) - _RUN:
        start = places.get(tuple(word for word, _, _ in theirs[at : at + _RUN]))
        if start is None:
            at += 1
            continue
        length = _RUN
        while (
            start + length < len(mine)
            and at + length < len(theirs)
            and mine[start + length][0] == theirs[at + length][0]
        ):
            length += 1
        equal += length
        if best is None or length > best[2]:
            best = (start, at, length)
        at += length
    shorter = min(len(mine), len(theirs))
    if best is None or best[2] < LONG or equal < _SHARE * shorter:
        return None
    first, second, length = best
    return (mine[first][1], mine[first + length - 1][2]), (theirs[second][1], theirs[second + length - 1][2])


def _stretch(number: int, paper: Paper, start: int, end: int) -> Place:
    text = PaperText(paper.pages)
    return Place(number, text.span(start, end), text.surface(start, end))
