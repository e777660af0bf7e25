"""Passages of reports and decisions as the dossier shows them: where they are cited, and those with no place there.

Source: `assessment.passages`. Does not: let a passage answer anything; none is left out because it speaks against the
person.
"""

from __future__ import annotations

from collections.abc import Iterable

from pristan.assessment.passages import signs_of, title_of_target
from pristan.case.passages import Passage
from pristan.country.patterns import patterns
from pristan.filings.dossier.annex import CountryPattern, OtherPassage
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.parts import CitedPassage, ExhibitRef, Quote
from pristan.filings.dossier.route import RouteSection


def cited_passage(one: Passage, context: Context) -> CitedPassage:
    """A passage with its exhibit, page and words."""
    pattern = patterns().get(one.pattern or "")
    sign = None if pattern is None else signs_of(pattern).get(one.indicator or "")
    return CitedPassage(
        id=one.id,
        place=ExhibitRef(
            exhibit=context.exhibit_label(one.exhibit),
            page=context.phrase("page", page=str(one.page)),
            quote=Quote(text=one.quote, language=context.case.exhibits[one.exhibit].language),
        ),
        against=one.against,
        about=context.say(sign),
    )


def other_passages(
    sections: Iterable[RouteSection], shown: Iterable[CountryPattern], context: Context
) -> tuple[OtherPassage, ...]:
    """Passages cited for what this dossier does not show, or what the law in use does not have."""
    told = {one.id for pattern in shown for one in pattern.passages}
    told |= {
        one.id for section in sections for trace in section.traces for line in trace.lines for one in line.passages
    }
    return tuple(_other(one, context) for one in context.passages.all if one.id not in told)


def _other(one: Passage, context: Context) -> OtherPassage:
    title = title_of_target(one, context.base)
    return OtherPassage(
        target=one.target if title is None else context.say(title),
        passage=cited_passage(one, context),
        note=context.phrase("passage_astray") if title is None else "",
    )
