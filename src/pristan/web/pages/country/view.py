"""Does this happen to others? Patterns that the facts match, each sign beside its paper, and what speaks against."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.filings.dossier.annex import CountryPattern, OtherPassage
from pristan.kernel.errors import CaseError
from pristan.services.country import danger_of_holding
from pristan.web.desk import Desk, desk_of
from pristan.web.errors import said
from pristan.web.page import show
from pristan.web.pages.country.cite import COMPARED, CiteForm, cite_form, keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    danger: str = field(metadata={"help": "The warning about holding the sources; empty for a person abroad."})
    patterns: tuple[CountryPattern, ...] = field(metadata={"help": "Patterns of which signs are on record."})
    against: tuple[str, ...] = field(metadata={"help": "Country evidence against the person, kept on purpose."})
    others: tuple[OtherPassage, ...] = field(metadata={"help": "Passages cited for what is shown nowhere else."})
    form: CiteForm = field(metadata={"help": "The form that cites words of a paper for a pattern."})
    case_id: str = field(metadata={"help": "The id of the case, for addresses."})


@require_safe
def country(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    return show(request, "country", _content(desk, request), desk=desk)


@require_POST
def cite_passage(request: HttpRequest, case_id: str) -> HttpResponse:
    """Cite words of a paper for a pattern; if they do not stand there, the page says so and keeps what was typed."""
    desk = desk_of(request, case_id)
    try:
        seen = keep(request, desk)
    except CaseError as fault:
        return show(request, "country", _content(desk, request, said(fault)), desk=desk, status=400)
    told = "" if seen else f"?{COMPARED}=no"
    return HttpResponseRedirect(f"{reverse('country', args=[desk.id])}{told}#cited")


def _content(desk: Desk, request: HttpRequest, fault: str = "") -> Country:
    view = desk.view()
    titles = tuple(one.title for one in view.country)
    return Country(
        title=_("Does this happen to others?"),
        danger=desk.say(danger_of_holding(desk.case)),
        patterns=view.country,
        against=view.country_against,
        others=view.other_passages,
        form=cite_form(desk, titles, request, fault),
        case_id=desk.id,
    )
