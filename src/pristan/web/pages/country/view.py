"""Does this happen to others? Patterns that the facts match, each sign beside its paper, and what speaks against."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.filings.dossier.annex import CountryPattern
from pristan.services.country import country_evidence
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    danger: str = field(metadata={"help": "The warning about holding the sources; empty for a person abroad."})
    patterns: tuple[CountryPattern, ...] = field(metadata={"help": "Patterns of which signs are on record."})
    against: tuple[str, ...] = field(metadata={"help": "Country evidence against the person, kept on purpose."})


@require_safe
def country(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    return show(request, "country", _content(desk), desk=desk)


def _content(desk: Desk) -> Country:
    view = desk.view()
    return Country(
        title=_("Does this happen to others?"),
        danger=desk.say(country_evidence(desk.case, on=desk.on).danger),
        patterns=view.country,
        against=view.country_against,
    )
