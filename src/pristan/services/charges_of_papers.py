"""Which accusation of a case a charge read in a paper is: one listed already, or another.

One listed without an article is completed where it alone can be meant: the papers charge one article that is not listed
yet, and neither its country nor its days speak against it. Else a person is asked which it is: never two in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pristan.case.model import Case
from pristan.documents.reading.model import Field, Reading
from pristan.kernel.articles import Article, read_citation
from pristan.kernel.dates import PartialDate, Ternary, overlaps

_DAYS = {"date.offence": "charge.act_date", "date.detained": "charge.arrest_date"}


@dataclass(frozen=True, slots=True)
class Accusation:
    """The item of the case; `title` of one that is not listed yet. `may_be`: listed ones without an article, any of
    which it may be instead: a person says which.
    """

    item: str
    title: str | None = None
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Charging:
    """A paper against a person of the case."""

    person: str
    exhibit: str
    reading: Reading


def accusations(case: Case, papers: Iterable[Charging]) -> Mapping[tuple[str, str], Accusation]:
    """What each charge of these papers is, by the person and the number of the article."""
    read: dict[tuple[str, str], list[tuple[Charging, Field]]] = {}
    for paper in papers:
        for one in paper.reading.of("charge"):
            read.setdefault((paper.person, number_of(one)), []).append((paper, one))
    known = {key: item for key, places in read.items() if (item := _listed(case, *key, places)) is not None}
    found = {key: Accusation(item) for key, item in known.items()}
    for key, places in read.items():
        if key in known:
            continue
        person, number = key
        free = tuple(one for one in _without_article(case, person) if one not in known.values())
        only = sum(other[0] == person and other not in known for other in read) == 1
        if only and len(free) == 1 and not any(_speaks_against(case, free[0], *place) for place in places):
            found[key] = Accusation(free[0])
        else:
            found[key] = Accusation(_id_of(number), places[0][1].value, free)
    return found


def article_in(words: str) -> Article | None:
    """The one article that the words cite."""
    found = read_citation(words)
    return found[0] if len(found) == 1 else None


def number_of(charge: Field) -> str:
    """The article as it is compared; the words of the paper where they cite none or several."""
    article = article_in(charge.value)
    return charge.value if article is None else article.name


def _listed(case: Case, person: str, number: str, places: Iterable[tuple[Charging, Field]]) -> str | None:
    """The one under the same article, or begun for it, or of which a paper that charges it alone tells already."""
    told = [one for one in case.statements if one.person == person and one.item is not None]
    for one in told:
        article = str(one.value) if one.fact == "charge.article" else ""
        if any(known.name == number for known in read_citation(article)):
            return one.item
    plain = _id_of(number)
    if plain in _charges(case, person):
        return plain
    alone = {paper.exhibit for paper, _ in places if len({number_of(one) for one in paper.reading.of("charge")}) == 1}
    free = set(_without_article(case, person))
    return next((one.item for one in told if one.exhibit in alone and one.item in free), None)


def _charges(case: Case, person: str) -> tuple[str, ...]:
    return tuple(one.id for one in case.items if one.list == "charge" and one.person == person)


def _without_article(case: Case, person: str) -> Iterator[str]:
    told = {one.item for one in case.statements if one.fact == "charge.article" and one.person == person}
    yield from (one for one in _charges(case, person) if one not in told)


def _speaks_against(case: Case, item: str, paper: Charging, charge: Field) -> bool:
    """Whether what is on record of the accusation does not fit the paper: another country, days that cannot be one."""
    told = [one for one in case.statements if (one.person, one.item) == (paper.person, item)]
    state = charge.detail.get("state")
    if state is not None and any(one.fact == "charge.country" and one.value != state for one in told):
        return True
    for name, fact in _DAYS.items():
        days = [one.value for one in told if one.fact == fact and isinstance(one.value, PartialDate)]
        read = [day for one in paper.reading.of(name) if (day := PartialDate.maybe(one.value)) is not None]
        if days and read and all(overlaps(a, b) is Ternary.NO for a in days for b in read):
            return True
    return False


def _id_of(number: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", number.lower().replace("коап", "koap").replace("ук", "uk")).strip("_")
