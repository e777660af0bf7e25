"""Documented patterns of repression: what they look like, since when, against whom, who documented them.

Source: records/patterns/*.toml and records/against.toml (form: docs/country.md). Errors: RuleError with file and line.
Does not: prove anything about one person. A pattern is linked to a case only through an indicator that the case
shows; matching is in `assessment.patterns`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pristan.country.figures import figures
from pristan.country.rows import RECORDS, day_needed, edtf, rows_of, words_of
from pristan.country.words import GROUNDS, GROUPS
from pristan.kernel.answers import Support
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_file
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import read_answered_by
from pristan.law.model import AnsweredBy, Element
from pristan.law.predicates import load_predicates
from pristan.law.predicates.registry import REGISTER
from pristan.law.questions import asked, circumstances_of, facts_of, lists_of, question_of, wholes_of

CONFIDENCE = ("verified", "partial", "unverified")
PER = ("charge", "person")
_STATES = ("RU", "UZ", "TJ", "KG", "TM", "KZ", "BY")
ARTICLE, GROUP = "article", "group"  # indicators that every pattern with articles or groups has
_ARTICLE_TITLE = Text("The article is one that is used in this way", "Статья из тех, что так применяют")
_GROUP_TITLE = Text(
    "The person belongs to a group against which it is used", "Человек из группы, против которой это применяют"
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A sign of the pattern, answered from facts of the case."""

    id: str
    title: Text
    element: Element
    places_only: bool  # it only places the case (article, group, region, stage); it is no sign of the pattern


@dataclass(frozen=True, slots=True)
class LookFor:
    """A sign that no fact answers: a reader looks for it in the papers."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Who documented it."""

    publisher: str
    title: str | None
    published: PartialDate | None
    page: str | None  # page or paragraph, where the reader noted one
    url: str | None
    doubt: Text | None  # how it was read, if not at the publisher


@dataclass(frozen=True, slots=True)
class Against:
    """What argues against: the other side's country evidence."""

    says: Text
    figures: tuple[str, ...]
    url: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One documented pattern."""

    id: str
    sheet: str  # its number in the research sheet
    title: Text
    states: tuple[str, ...]  # the accusing state
    period: PartialDate | None  # None: the sources do not say since when
    per: str  # "charge": asked of each accusation apart; "person": once
    actors: Text
    places: Text | None
    method: Text
    note: Text | None
    used_against: tuple[str, ...]
    ground_hints: tuple[str, ...]
    articles: tuple[str, ...]
    groups: tuple[str, ...]
    fits_when: tuple[
        tuple[str, ...], ...
    ]  # alternatives of indicators that together put a case in the pattern's setting
    indicators: tuple[Indicator, ...]
    look_for: tuple[LookFor, ...]
    figures: tuple[str, ...]
    against: tuple[Against, ...]
    sources: tuple[Source, ...]
    doubts: tuple[Text, ...]
    confidence: str
    checked: date


@cache
def patterns() -> Mapping[str, Pattern]:
    """The shipped patterns by id, in the order of the sheet."""
    found = (load_pattern(path) for path in (RECORDS / "patterns").glob("*.toml"))
    return {one.id: one for one in sorted(found, key=lambda one: one.sheet)}


@cache
def general_against() -> Mapping[str, Against]:
    """Country evidence against the person, whatever the pattern, by id."""
    rows = rows_of(
        RECORDS / "against.toml", "against", lambda table: (table.string("id"), _against(table)), lambda row: row[0]
    )
    return {name: row[1] for name, row in rows.items()}


def load_pattern(path: Path) -> Pattern:
    """The pattern of one file; its id is the name of the file. Raises RuleError with file and line."""
    table = read_file(path, error=RuleError, name=path.name)
    name = table.string("id")
    if name != path.stem:
        table.fail(f'the file is "{path.name}", the id "{name}". Make them the same.', "id")
    articles, groups = table.strings("articles"), table.strings("groups")
    pattern = Pattern(
        id=name,
        sheet=table.string("sheet"),
        title=table.text("title"),
        states=_among(table, "states", _STATES),
        period=edtf(table, "period"),
        per=table.one_of("per", PER),
        actors=table.text("actors"),
        places=table.maybe_text("places"),
        method=table.text("method"),
        note=table.maybe_text("note"),
        used_against=words_of(table, "used_against", GROUPS),
        ground_hints=words_of(table, "ground_hints", GROUNDS),
        articles=articles,
        groups=_among(table, "groups", _belonging()),
        fits_when=_alternatives(table),
        indicators=(*_built_in(name, articles, groups), *_indicators(table, name)),
        look_for=tuple(_look_for(inner) for inner in table.tables("look_for")),
        figures=_figures(table),
        against=tuple(_against(inner, closed=True) for inner in table.tables("against")),
        sources=tuple(_source(inner) for inner in table.tables("source")),
        doubts=table.texts("doubts"),
        confidence=table.one_of("confidence", CONFIDENCE),
        checked=day_needed(table, "checked"),
    )
    table.done()
    _check(pattern, table)
    return pattern


def _built_in(pattern: str, articles: tuple[str, ...], groups: tuple[str, ...]) -> tuple[Indicator, ...]:
    found = []
    if articles:
        by = AnsweredBy(predicate="article_in", arguments={"fact": "charge.article", "articles": list(articles)})
        found.append(
            Indicator(ARTICLE, _ARTICLE_TITLE, _element(pattern, ARTICLE, _ARTICLE_TITLE, by), places_only=True)
        )
    if groups:
        by = AnsweredBy(fact="belief_or_group", among=groups)
        found.append(Indicator(GROUP, _GROUP_TITLE, _element(pattern, GROUP, _GROUP_TITLE, by), places_only=True))
    return tuple(found)


def _indicators(table: Table, pattern: str) -> tuple[Indicator, ...]:
    found: list[Indicator] = []
    for inner in table.tables("indicator"):
        name, title = inner.string("id"), inner.text("title")
        if name in (ARTICLE, GROUP) or name in (one.id for one in found):
            inner.fail(f'the indicator "{name}" stands already. Keep one.', "id")
        by = read_answered_by(inner)
        _check_question(inner, by)
        element = _element(pattern, name, title, by)
        found.append(Indicator(name, title, element, places_only=inner.flag("places_only")))
        inner.done()
    return tuple(found)


def _element(pattern: str, name: str, title: Text, by: AnsweredBy) -> Element:
    facts = facts_of(by)
    lists = lists_of(facts)
    question = question_of(by, where=f"pattern {pattern}.{name}")
    return Element(
        name=name,
        title=title,
        answered_by=by,
        support=Support.CLAIMED,
        settles=False,
        accusation_enough=False,
        step=None,
        proof=(),
        opponent=(),
        says={},
        question=question,
        asked=asked(question, need=Support.CLAIMED),
        facts=facts,
        list=lists[0] if lists else None,
        circumstances=circumstances_of(by),
        wholes=wholes_of(by),
    )


def _check_question(table: Table, by: AnsweredBy) -> None:
    load_predicates()
    if by.finding:
        table.fail("an indicator is answered by facts. Write it as [[look_for]].", "answered_by")
    if by.predicate is not None and by.predicate not in REGISTER:
        table.fail(f'there is no predicate "{by.predicate}". Mend the name.', "answered_by")
    for fact in facts_of(by):
        kind = vocabulary().get(fact)
        if kind is None:
            table.fail(
                f'"{fact}" is not a known question. Add it to the vocabulary, or use [[look_for]].', "answered_by"
            )
        strange = {*(by.among or ()), *(by.not_among or ())} - {choice.id for choice in kind.choices}
        if kind.choices and strange:
            table.fail(f'"{sorted(strange)[0]}" is no choice of "{fact}". Mend it.', "answered_by")


def _check(pattern: Pattern, table: Table) -> None:
    known = {one.id for one in pattern.indicators}
    for alternative in pattern.fits_when:
        for name in alternative:
            if name not in known:
                table.fail(f'"{name}" is no indicator of this pattern. Add it or mend the name.', "fits_when")
    if not pattern.sources:
        table.fail(f'"{pattern.id}" has no source. Add [[source]].')


def _alternatives(table: Table) -> tuple[tuple[str, ...], ...]:
    written = table.take("fits_when", list)
    if not written or any(not isinstance(one, list) or not one for one in written):
        table.fail('"fits_when" lists alternatives. Write [["article", "group"], ["called_up"]].', "fits_when")
    return tuple(tuple(str(name) for name in one) for one in written)


def _among(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    found = table.strings(key)
    for word in found:
        if word not in known:
            table.fail(f'"{word}" is not known here. Write one of: {", ".join(known)}.', key)
    return found


def _belonging() -> tuple[str, ...]:
    return tuple(choice.id for choice in vocabulary()["belief_or_group"].choices)


def _figures(table: Table) -> tuple[str, ...]:
    return _among(table, "figures", tuple(figures()))


def _look_for(table: Table) -> LookFor:
    found = LookFor(table.string("id"), table.text("title"))
    table.done()
    return found


def _against(table: Table, *, closed: bool = False) -> Against:
    found = Against(table.text("says"), _figures(table), table.strings("url"))
    if closed:
        table.done()
    return found


def _source(table: Table) -> Source:
    found = Source(
        table.string("publisher"),
        table.maybe_string("title"),
        edtf(table, "published"),
        table.maybe_string("page"),
        table.maybe_string("url"),
        table.maybe_text("doubt"),
    )
    table.done()
    if found.url is None and found.doubt is None:
        table.fail(
            'a source without url needs a doubt that says how it is known. Write doubt = { en = "...", ru = "..." }.'
        )
    return found
