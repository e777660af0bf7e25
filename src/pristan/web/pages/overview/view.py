"""What protects this person, at a glance? The two-sentence answer, the routes, the next step, the next date."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import Disagreement
from pristan.filings.dossier.parts import Paper, Passage
from pristan.filings.dossier.route import Argument, RouteRow, RouteSection, TraceLine
from pristan.filings.dossier.view import DossierView
from pristan.services.interview import next_questions
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show
from pristan.web.reading import Date, dates_of, strip_of

MOST = 4  # entries of a short list


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One route in the list."""

    row: RouteRow = field(metadata={"help": "Its title, verdict and reason."})
    marks: tuple[TraceLine, ...] = field(metadata={"help": "What has to be shown, for the proof strip."})
    address: str = field(metadata={"help": "Where its reasons are."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """The fewest papers that would lift one route."""

    route: str = field(metadata={"help": "The route they would lift."})
    to: codes.Verdict = field(metadata={"help": "The verdict it would have then."})
    scenario: str = field(metadata={"help": "The scenario in which it would; empty for today."})
    slots: tuple[tuple[Paper, int], ...] = field(
        metadata={"help": "Per gap the safest and easiest paper, and how many others would do."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The one next step."""

    title: str = field(metadata={"help": "What to do."})
    why: str = field(metadata={"help": "Why it is next."})
    paper: Paper | None = field(default=None, metadata={"help": "The paper to get, if it is one."})
    action: str = field(metadata={"help": "What the button says."})
    address: str = field(metadata={"help": "Where the button leads."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_title: str = field(metadata={"help": "What the case is called."})
    answer: tuple[str, ...] = field(metadata={"help": "The answer, two sentences."})
    notices: tuple[Passage, ...] = field(metadata={"help": "What must be read first."})
    groups: tuple[tuple[codes.Does, tuple[Route, ...]], ...] = field(metadata={"help": "Routes by what they do."})
    others: int = field(metadata={"help": "How many further routes there are, one step away."})
    step: NextStep | None = field(metadata={"help": "The next step; none if nothing is missing."})
    date: Date | None = field(metadata={"help": "The next date of the law still ahead."})
    passed: int = field(metadata={"help": "How many dates have passed."})
    disagreements: tuple[Disagreement, ...] = field(metadata={"help": "What does not agree, papers first."})
    more_disagreements: int = field(metadata={"help": "How many more there are."})
    missing: Missing | None = field(metadata={"help": "The smallest missing evidence; none if no set was found."})
    arguments: tuple[Argument, ...] = field(metadata={"help": "What the other side may say."})
    unknowns: tuple[str, ...] = field(metadata={"help": "What is not known, as questions."})
    scenarios: int = field(metadata={"help": "How many scenarios the case names."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})


@require_safe
def overview(request: HttpRequest, case_id: str) -> HttpResponse:
    """The first page of a case."""
    desk = desk_of(request, case_id)
    return show(request, "overview", _content(desk), desk=desk)


def _content(desk: Desk) -> Overview:
    view = desk.view()
    sections = {section.id: section for section in view.sections}
    dates = dates_of(view, desk.on)
    ahead = [one for one in dates if one.number is not None and not one.deadline.passed]
    disagreements = sorted(view.disagreements, key=lambda one: one.kind != codes.Difference.PAPERS)
    missing = _missing(view, desk)
    return Overview(
        title=_("What protects, at a glance"),
        case_title=view.title,
        answer=view.headline,
        notices=view.notices,
        groups=tuple(
            (group.does, tuple(_route(row, sections.get(row.id), desk) for row in group.rows)) for group in view.groups
        ),
        others=len(view.other_routes),
        step=_before_a_day(ahead, desk) or _step(view, missing, desk),
        date=next(iter(ahead), None),
        passed=sum(one.deadline.passed for one in dates),
        disagreements=tuple(disagreements[:MOST]),
        more_disagreements=max(0, len(disagreements) - MOST),
        missing=missing,
        arguments=_arguments(view),
        unknowns=_unknowns(view, desk),
        scenarios=len(desk.case.scenarios),
        case_id=desk.id,
    )


def _route(row: RouteRow, section: RouteSection | None, desk: Desk) -> Route:
    return Route(
        row=row,
        marks=strip_of(section) if section else (),
        address=f"{reverse('assessment', args=[desk.id])}?route={row.id}#route",
    )


def _arguments(view: DossierView) -> tuple[Argument, ...]:
    """The first of each route, none twice."""
    said = {one.text: one for section in view.sections for one in section.arguments[:2]}
    return tuple(said.values())[:MOST]


def _unknowns(view: DossierView, desk: Desk) -> tuple[str, ...]:
    """What routes in play miss; where a step comes first, the open questions that will decide after it."""
    found = [one.what for one in view.unknowns]
    found += [desk.say(one.fact.ask) for one in next_questions(desk.today()) if not found and not one.fact.sensitive]
    return tuple(dict.fromkeys(found))[:MOST]


def _missing(view: DossierView, desk: Desk) -> Missing | None:
    """Of all ways to lift a route in play, those of a route for something that was told first, today's before a
    scenario's, then the fewest papers, then the least dangerous.
    """
    levels = list(codes.Danger)
    told = {route.rule.id for route in desk.today().routes if route.in_play and route.told}
    found = [
        (
            section.id not in told,
            bool(lift.scenario),
            len(lift.slots),
            max(levels.index(slot.choices[0].danger) for slot in lift.slots),
            number,
            lift,
        )
        for number, section in enumerate(view.sections)
        for lift in section.lifts
        if lift.slots
    ]
    if not found:
        return None
    *_rank, number, lift = min(found, key=lambda one: one[:5])
    titles = {row.id: row.title for group in view.groups for row in group.rows}
    return Missing(
        route=titles[view.sections[number].id],
        to=lift.to,
        scenario=lift.scenario,
        slots=tuple((slot.choices[0], len(slot.choices) - 1) for slot in lift.slots),
    )


def _before_a_day(ahead: list[Date], desk: Desk) -> NextStep | None:
    """A day that a paper names within two weeks comes before any paper to collect."""
    for one in ahead:
        if one.deadline.named and one.soon and one.deadline.day is not None:
            return NextStep(
                title=_("See a lawyer of your own before %(day)s") % {"day": one.deadline.day.words},
                why=one.deadline.name,
                action=_("What to do before that day"),
                address=reverse("plan", args=[desk.id]),
            )
    return None


def _step(view: DossierView, missing: Missing | None, desk: Desk) -> NextStep | None:
    """The safest paper of the smallest set; else the first paper to collect. Never one that is dangerous to ask for."""
    wanted = [paper for paper, _ in missing.slots] if missing else []
    useful = [paper for paper in (*wanted, *view.collect) if paper.danger != codes.Danger.ENDANGERS]
    if not useful:
        return None
    paper = useful[0]
    serves = paper.serves or (missing.route if missing else "")
    return NextStep(
        title=paper.paper,
        why=_("It serves: %(routes)s") % {"routes": serves} if serves else paper.why,
        paper=paper,
        action=_("See what it changes"),
        address=f"{reverse('assessment', args=[desk.id])}#lifts",
    )
