"""What do we do, in what order, by when? Dates with their counting, papers to ask for, steps that close a door."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.filings.dossier.parts import Paper, StepWarning
from pristan.services.calendar_file import calendar_file
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show
from pristan.web.reading import Date, dates_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    ahead: tuple[Date, ...] = field(metadata={"help": "Dates still ahead, the nearest first."})
    unknown: tuple[Date, ...] = field(metadata={"help": "Limits that run from a day that is not known."})
    passed: tuple[Date, ...] = field(metadata={"help": "Dates that have passed, with what is still possible."})
    collect: tuple[Paper, ...] = field(metadata={"help": "Papers to collect now, in order."})
    dangerous: tuple[Paper, ...] = field(metadata={"help": "Papers dangerous to ask for, with safer ways."})
    warnings: tuple[StepWarning, ...] = field(metadata={"help": "Steps that close a route or expose someone."})


@require_safe
def plan(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    return show(request, "plan", _content(desk), desk=desk)


@require_safe
def calendar(request: HttpRequest, case_id: str) -> HttpResponse:
    """The dates ahead as a calendar file; it names nobody."""
    desk = desk_of(request, case_id)
    data = calendar_file(desk.dues(), case_id=desk.case.id, on=desk.on, language=desk.language)
    return HttpResponse(
        data,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="dates.ics"'},
    )


def _content(desk: Desk) -> Plan:
    view = desk.view()
    dates = dates_of(view, desk.on)
    return Plan(
        title=_("What do we do, in what order, by when?"),
        case_id=desk.id,
        ahead=tuple(one for one in dates if one.number is not None and not one.deadline.passed),
        unknown=tuple(one for one in dates if one.number is None),
        passed=tuple(one for one in dates if one.deadline.passed),
        collect=view.collect,
        dangerous=view.dangerous,
        warnings=view.warnings,
    )
