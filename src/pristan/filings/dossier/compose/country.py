"""The section on the country: the documented patterns of which signs are on record, and what argues against them.

Source: `assessment.patterns`, `country`. Kept short: a few patterns, figures and sources each; `pristan country match`
shows all. For a person in Russia, publishers that may be dangerous to hold there are left out, and the dossier says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.patterns import Fit, Match, Reading, against_in, matches_of
from pristan.country.figures import CONFIDENCE, Figure, beside, figure
from pristan.country.patterns import Against, Source
from pristan.country.publishers import publisher_in
from pristan.filings.dossier.annex import CountryPattern, CountrySign
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.passages import cited_passage
from pristan.filings.dossier.parts import ExhibitRef
from pristan.kernel.answers import Answer
from pristan.kernel.date_words import date_in_words
from pristan.kernel.vocabulary.facts import vocabulary

PATTERNS, FIGURES, SOURCES, ASKS = 5, 3, 3, 3  # at most so many are shown; a pattern with passages always is
# Sites of publishers that work openly in Russia; pages of all others are left out of a paper that is kept there.
OPEN_IN_RUSSIA = frozenset(
    {
        "advgazeta.ru",
        "interfax.ru",
        "kommersant.ru",
        "lenta.ru",
        "news.rambler.ru",
        "ng.ru",
        "rbc.ru",
        "rtvi.com",
        "sudstat.ru",
        "tass.com",
        "tass.ru",
        "vedomosti.ru",
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the section says, and what it leaves out."""

    patterns: tuple[CountryPattern, ...]
    against: tuple[str, ...]
    left_out: tuple[str, ...]


def country(context: Context) -> Told:
    """The section for the principal, today."""
    facts = CaseFacts(context.case, person=context.today.person, on=context.today.on)
    best: dict[str, Match] = {}
    for match in matches_of(facts):
        known = best.get(match.pattern.id)
        if match.fit is Fit.SIGNS and (known is None or len(match.signs) > len(known.signs)):
            best[match.pattern.id] = match
    most = sorted(best.values(), key=lambda match: -len(match.signs))[:PATTERNS]
    cited = context.passages.by_pattern
    shown = [match for match in best.values() if match in most or match.pattern.id in cited]
    where = set(facts.values("where_now"))
    guarded = not where or "RU" in where
    left = [context.phrase("left_country")] if shown and guarded else []
    left += [context.phrase("left_patterns")] if len(shown) < len(best) else []
    return Told(
        tuple(_pattern(match, context, guarded=guarded) for match in shown),
        tuple(context.say(one.says) for one in against_in(facts).values() if _may_stand(one, guarded)) if shown else (),
        tuple(left),
    )


def _may_stand(one: Against, guarded: bool) -> bool:
    return not guarded or all(_is_open(figure(name).url) for name in one.figures)


def _is_open(urls: tuple[str, ...]) -> bool:
    hosts = {(urlsplit(url).hostname or "").removeprefix("www.").removeprefix("amp.") for url in urls}
    return bool(hosts) and hosts <= OPEN_IN_RUSSIA


def _pattern(match: Match, context: Context, *, guarded: bool) -> CountryPattern:
    pattern = match.pattern
    since = pattern.period.earliest if pattern.period is not None else None
    return CountryPattern(
        title=context.say(pattern.title),
        known="" if since is None else context.phrase("country_since", when=str(since.year)),
        signs=tuple(_sign(one, context) for one in match.signs),
        absent=tuple(context.say(one.indicator.title) for one in match.absent),
        asks=tuple(context.say(vocabulary()[fact].ask) for one in match.unknown for fact in one.needs)[:ASKS],
        figures=_figures(pattern.figures, context, guarded=guarded),
        against=tuple(context.say(one.says) for one in pattern.against),
        sources=() if guarded else tuple(_cite(one, context) for one in pattern.sources[:SOURCES]),
        passages=tuple(cited_passage(one, context) for one in context.passages.by_pattern.get(pattern.id, ())),
    )


def _sign(reading: Reading, context: Context) -> CountrySign:
    what = context.say(reading.indicator.title)
    own_word = any(one.exhibit is None for one in reading.shown_by)
    return CountrySign(
        what=context.phrase("country_disputed", what=what) if reading.answer is Answer.DISPUTED else what,
        exhibits=tuple(
            ExhibitRef(
                exhibit=context.exhibit_label(one.exhibit),
                page="" if one.page is None else context.phrase("page", page=str(one.page)),
            )
            for one in reading.shown_by
            if one.exhibit is not None
        ),
        said_by=context.phrase("own_word_name", name=context.say(context.today.person.name)) if own_word else "",
    )


def _figures(names: tuple[str, ...], context: Context, *, guarded: bool) -> tuple[str, ...]:
    """A few figures, each with those that must stand beside it; a group is whole or not there."""
    lines: list[str] = []
    seen: set[str] = set()
    for name in names:
        group = (figure(name), *beside(figure(name)))
        if name in seen or (guarded and not all(_is_open(one.url) for one in group)):
            continue
        seen.update(one.id for one in group)
        lines.append(context.phrase("country_differs").join(_figure(one, context) for one in group))
    return tuple(lines[:FIGURES])


def _figure(one: Figure, context: Context) -> str:
    return context.phrase(
        "country_figure",
        says=context.say(one.says),
        amount=one.amount(context.language),
        of="" if one.denominator is None else context.phrase("country_of", what=context.say(one.denominator)),
        period=context.say(date_in_words(one.period)),
        publisher=publisher_in(one.publisher, context.language),
        known="; ".join((context.say(CONFIDENCE[one.confidence]), *map(context.say, one.doubts_to_tell))),
    )


def _cite(source: Source, context: Context) -> str:
    published = "" if source.published is None else context.say(date_in_words(source.published))
    publisher = publisher_in(source.publisher, context.language)
    return ", ".join(part for part in (publisher, source.title, published) if part)
