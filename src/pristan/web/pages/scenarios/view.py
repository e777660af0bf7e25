"""What protects, whichever way the case goes? Every route in play and every effect in every scenario the case names."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import EffectRow, Unknown
from pristan.filings.dossier.parts import Paper, Passage, StepWarning
from pristan.filings.dossier.route import RouteGroup
from pristan.filings.dossier.view import Scenario
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show

MOST_EFFECTS = 8
MOST_PAPERS = 5
MOST_WARNINGS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarios:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    answer: tuple[str, ...] = field(metadata={"help": "The answer as of today, two sentences."})
    notices: tuple[Passage, ...] = field(metadata={"help": "What must be read first, such as a device inside Russia."})
    scenarios: tuple[Scenario, ...] = field(metadata={"help": "The scenarios; the first is today and is fact."})
    groups: tuple[RouteGroup, ...] = field(metadata={"help": "The routes in play by what they do."})
    effects: tuple[EffectRow, ...] = field(metadata={"help": "What the record does to benefits nearest to the person."})
    more_effects: tuple[EffectRow, ...] = field(metadata={"help": "All other benefits."})
    closed: tuple[tuple[str, str], ...] = field(
        metadata={"help": "Closed routes people ask about, each with its reason."}
    )
    collect: tuple[Paper, ...] = field(metadata={"help": "Papers to collect now."})
    dangerous: tuple[Paper, ...] = field(metadata={"help": "Papers dangerous to ask for, with safer ways."})
    warnings: tuple[StepWarning, ...] = field(metadata={"help": "Steps that change the table."})
    unknowns: tuple[Unknown, ...] = field(metadata={"help": "What is not known."})
    verdicts: tuple[codes.Verdict, ...] = field(metadata={"help": "The verdicts, for the key."})
    outcomes: tuple[codes.Outcome, ...] = field(metadata={"help": "The effects, for the key."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    others: int = field(metadata={"help": "How many further routes there are, one step away."})


@require_safe
def scenarios(request: HttpRequest, case_id: str) -> HttpResponse:
    """The scenarios of a case."""
    desk = desk_of(request, case_id)
    return show(request, "scenarios", _content(desk), desk=desk)


def _content(desk: Desk) -> Scenarios:
    view = desk.scenarios()
    main = tuple(row for row in view.effects if any(cell.outcome != codes.Outcome.NONE for cell in row.cells))[
        :MOST_EFFECTS
    ]
    closed = [row for row in view.other_routes if row.cells[0].verdict == codes.Verdict.CLOSED]
    return Scenarios(
        title=_("What protects, whichever way the case goes"),
        answer=view.headline,
        notices=view.notices,
        scenarios=view.scenarios,
        groups=view.groups,
        effects=main,
        more_effects=tuple(row for row in view.effects if row not in main),
        closed=tuple((row.title, row.cells[0].reason) for row in closed[:3]),
        collect=view.collect[:MOST_PAPERS],
        dangerous=view.dangerous,
        warnings=view.warnings[:MOST_WARNINGS],
        unknowns=view.unknowns,
        verdicts=tuple(codes.Verdict),
        outcomes=tuple(codes.Outcome),
        case_id=desk.id,
        others=len(view.other_routes),
    )
