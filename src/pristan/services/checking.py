"""Contradictions of a case, for both doors: the report, its rank by the assessment, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pristan.assessment.passages import title_of_target
from pristan.assessment.severity import Weighed, weighed
from pristan.case.model import Case
from pristan.case.passages import Passage
from pristan.chronology.check import check
from pristan.chronology.findings import Report
from pristan.filings.corrections import Correction, disclosed_corrections
from pristan.kernel.language import Text
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_case
from pristan.services.quoting import Misquote


def check_case(case: Case) -> Report:
    """Everything the sources of a case say, laid side by side."""
    return check(case)


def weighed_contradictions(case: Case, report: Report) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
    """Open and explained contradictions, those first on which an element of the assessment rests."""
    assessment = assess_case(case, moves=False)
    return weighed(case, assessment, report.open), weighed(case, assessment, report.explained)


@dataclass(frozen=True, slots=True)
class Astray:
    """A passage that is cited for what the law in use does not have: it is shown nowhere else."""

    passage: Passage

    @property
    def text(self) -> Text:
        """What is wrong, and what to do."""
        one = self.passage
        return Text(
            f'Passage {one.id} is cited for "{one.target}", which this law base does not have. Mend the name.',
            f"Выдержка {one.id} приведена к «{one.target}», а такого в этой правовой базе нет. Исправьте имя.",
        )


def passages_astray(case: Case) -> tuple[Astray, ...]:
    """Passages cited for a pattern, an indicator or an element that is not there."""
    base = law_in_use()
    return tuple(Astray(one) for one in case.passages if title_of_target(one, base) is None)


def report_data(case: Case, report: Report, wrong: tuple[Misquote, ...], astray: tuple[Astray, ...]) -> dict[str, Any]:
    """The report as JSON; its form is `pristan schema check`."""
    still_open, explained = weighed_contradictions(case, report)
    return {
        "compared": report.statements,
        "events": report.events,
        "complete": report.complete,
        "open": [_contradiction(one) for one in still_open],
        "explained": [_contradiction(one) for one in explained],
        "not_read": [
            {"statement": one.statement, "words": one.words, "why": one.why.both()} for one in report.not_read
        ],
        "loose_explanations": list(report.loose_explanations),
        "corrections": [_correction(one) for one in disclosed_corrections(case)],
        "misquoted": [
            {"where": one.where, "exhibit": one.exhibit, "page": one.page, "quote": one.quote, "text": one.text.both()}
            for one in wrong
        ],
        "astray": [
            {
                "where": one.passage.where,
                "passage": one.passage.id,
                "target": one.passage.target,
                "text": one.text.both(),
            }
            for one in astray
        ],
    }


def _contradiction(one_weighed: Weighed) -> dict[str, Any]:
    one = one_weighed.contradiction
    return {
        "id": one.id,
        "kind": one.kind.value,
        "nature": one.nature.value,
        "weight": "material" if one_weighed.material else "minor",
        "carries": list(one_weighed.facts),
        "headline": one.headline.both(),
        "sets": [sorted(members) for members in one.sets],
        "events": list(one.events),
        "sides": [
            {
                "statement": side.id,
                "source": side.name.both(),
                "exhibit": side.source.exhibit,
                "account": side.source.account,
                "page": side.source.page,
                "quote": side.source.quote,
                "says": side.says.both(),
                "memory": side.source.memory,
            }
            for side in one.sides
        ],
        "mends": [{"statement": mend.member or None, "how": mend.how, "text": mend.text.both()} for mend in one.mends],
        "explanation": None
        if one.explanation is None
        else {
            "id": one.explanation.id,
            "cause": one.explanation.cause.value,
            "text": one.explanation.text.both(),
            "disclose": one.explanation.disclose,
        },
    }


def _correction(one: Correction) -> dict[str, Any]:
    return {
        "id": one.id,
        "person": one.person.id,
        "cause": one.cause.value,
        "text": one.text.both(),
        "exhibit": one.exhibit,
        "places": [
            {
                "statement": place.statement,
                "source": place.source.both(),
                "exhibit": place.exhibit,
                "account": place.account,
                "page": place.page,
                "quote": place.quote,
                "says": place.says.both(),
            }
            for place in one.places
        ],
    }
