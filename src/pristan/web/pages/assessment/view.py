"""Which routes hold, and why? Routes side by side; of one route its reasons, what would lift it, what speaks against
it; what if; the law as of another day, and what differs between two days.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.filings.dossier.route import RouteRow, RouteSection, TraceLine
from pristan.filings.dossier.sheet import plain
from pristan.filings.dossier.view import DossierView
from pristan.kernel.date_words import day_in_words
from pristan.web.day_field import DayField, day_field, read_day
from pristan.web.desk import Desk, desk_of
from pristan.web.marks import word
from pristan.web.page import show
from pristan.web.pages.assessment.compare import Change, changes
from pristan.web.pages.assessment.whatif import FIELD, Supposable, known, supposables
from pristan.web.reading import Date, date_card, strip_of, tree_of

ON, OTHER = "on", "with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One route of the comparison."""

    row: RouteRow = field(metadata={"help": "Its title, place, verdict and reason."})
    section: RouteSection = field(metadata={"help": "What it gives, who decides, the standard."})
    marks: tuple[TraceLine, ...] = field(metadata={"help": "What has to be shown for it."})
    counts: str = field(metadata={"help": "How many of these are shown, disputed, not known, in words."})
    chosen: bool = field(metadata={"help": "Whether its reasons are shown below."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the comparison that is the same text for every route."""

    title: str = field(metadata={"help": "What is compared."})
    cells: tuple[str, ...] = field(metadata={"help": "One text per route; empty where nothing is said."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The route explained."""

    row: RouteRow = field(metadata={"help": "Its title, verdict and reason."})
    section: RouteSection | None = field(
        metadata={"help": "Its reasons, lifts, arguments; none for a route not in play."}
    )
    tree: list[dict[str, Any]] = field(metadata={"help": "The reasons as a tree."})
    dates: tuple[Date, ...] = field(metadata={"help": "Its time limits."})


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPage:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    columns: tuple[Column, ...] = field(metadata={"help": "The routes in play."})
    lines: tuple[Line, ...] = field(metadata={"help": "Further lines of the comparison."})
    others: tuple[RouteRow, ...] = field(metadata={"help": "All other routes, each with its reason."})
    chosen: Chosen | None = field(metadata={"help": "The route explained below."})
    supposables: tuple[Supposable, ...] = field(metadata={"help": "What can be supposed for a look."})
    supposed: tuple[Change, ...] | None = field(metadata={"help": "What would change; none if nothing is supposed."})
    on: DayField = field(metadata={"help": "The day of the law, as fields."})
    on_words: str = field(metadata={"help": "The same in words."})
    other_day: bool = field(metadata={"help": "Whether it is a day other than the one the workbench works on."})
    compared: tuple[Change, ...] | None = field(metadata={"help": "What differs on the other day; none if not asked."})
    compared_on: DayField = field(metadata={"help": "The day compared with, as fields."})
    compared_words: str = field(metadata={"help": "The same in words."})


@require_safe
def assessment(request: HttpRequest, case_id: str) -> HttpResponse:
    """The assessment of a case."""
    on = read_day(request.GET, ON)
    desk = desk_of(request, case_id, on=on)
    return show(request, "assessment", _content(request, desk, other_day=on), desk=desk)


def _content(request: HttpRequest, desk: Desk, *, other_day: date | None) -> AssessmentPage:
    view = desk.view()
    rows = {row.id: row for group in view.groups for row in group.rows}
    wanted = request.GET.get("route") or next(iter(rows), "")
    columns = tuple(_column(rows[section.id], section, wanted) for section in view.sections)
    offered = supposables(desk, request.GET.getlist(FIELD))
    settings = known(request.GET.getlist(FIELD), offered)
    compared_on = read_day(request.GET, OTHER)
    usual = desk.bench.day() or desk.case.assessed_on
    return AssessmentPage(
        title=_("Which routes hold, and why"),
        case_id=desk.id,
        columns=columns,
        lines=_lines(columns),
        others=view.other_routes,
        chosen=_chosen(view, rows, wanted, desk),
        supposables=offered,
        supposed=changes(desk.verdicts(), desk.verdicts(settings=settings), desk.language) if settings else None,
        on=day_field(ON, desk.on),
        on_words=desk.say(day_in_words(desk.on)),
        other_day=other_day is not None and other_day != usual,
        compared=_compared(desk, compared_on) if compared_on else None,
        compared_on=day_field(OTHER, compared_on or date(desk.on.year - 1, desk.on.month, min(desk.on.day, 28))),
        compared_words=desk.say(day_in_words(compared_on)) if compared_on else "",
    )


def _compared(desk: Desk, other: date) -> tuple[Change, ...]:
    """What the law of another day changes, and why."""
    return changes(desk.verdicts(), desk.verdicts(on=other), desk.language, desk.because(other))


def _column(row: RouteRow, section: RouteSection, wanted: str) -> Column:
    marks = strip_of(section)
    return Column(row=row, section=section, marks=marks, counts=_counts(marks), chosen=row.id == wanted)


def _counts(marks: tuple[TraceLine, ...]) -> str:
    """ "4 shown, 2 disputed": of what has to be shown; bars are counted apart, by their own words."""
    counted: Counter[str] = Counter()
    for line in marks:
        data = plain(line)
        section = "answer_bar" if line.kind in ("bar", "exception", "interaction") else "answer_element"
        counted[word(section, data["answer"])] += 1
    return "; ".join(f"{text}: {number}" for text, number in counted.items())


def _lines(columns: tuple[Column, ...]) -> tuple[Line, ...]:
    made = (
        (word("label", "gives"), [one.section.gives for one in columns]),
        (word("label", "lasts"), [one.section.lasts for one in columns]),
        (word("label", "closes"), [one.section.closes for one in columns]),
        (word("label", "decides"), [one.section.decides for one in columns]),
        (word("label", "standard"), [one.section.standard for one in columns]),
        (word("label", "burden"), [one.section.burden for one in columns]),
        (word("label", "rules"), [one.row.law for one in columns]),
        (word("label", "good_to_know"), [_notes(one.row) for one in columns]),
    )
    return tuple(Line(title=title, cells=tuple(cells)) for title, cells in made if any(cells))


def _notes(row: RouteRow) -> str:
    until = word("label", "same_until", day=row.last_day.words) if row.last_day else ""
    return " · ".join(text for text in (row.as_if_filed, until, row.confidence_note) if text)


def _chosen(view: DossierView, rows: dict[str, RouteRow], wanted: str, desk: Desk) -> Chosen | None:
    every = {**rows, **{row.id: row for row in view.other_routes}}
    if wanted not in every:
        return None
    section = next((one for one in view.sections if one.id == wanted), None)
    return Chosen(
        row=every[wanted],
        section=section,
        tree=tree_of(section) if section else [],
        dates=tuple(date_card(one, desk.on) for one in section.deadlines) if section else (),
    )
