"""What a page of one case is given: the case, its stamp, the day of the law, the language, and the answers about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest

from pristan.assessment.results import Assessment
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.deadlines.model import Due
from pristan.filings.dossier.view import DossierView
from pristan.kernel.language import Language, Text
from pristan.services.because import Because
from pristan.web.language import language
from pristan.web.workbench import Workbench, workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One case on the desk. Everything asked of it is worked out once and kept (see `answers`)."""

    id: str = field(metadata={"help": "The id of the case on its shelf."})
    bench: Workbench = field(metadata={"help": "The workbench of this run."})
    case: Case = field(metadata={"help": "The case as it stands."})
    stamp: str = field(metadata={"help": "Changes whenever anything in the case does."})
    on: date = field(metadata={"help": "The day on which the law is taken."})
    language: Language = field(metadata={"help": "The language of the page."})

    @property
    def home(self) -> CaseHome:
        """Where the case lives: what services write goes through it."""
        return self.bench.shelf.home(self.id)

    @property
    def person(self) -> str:
        """The name of the person the case is about."""
        return self.say(self.case.principal.name)

    def say(self, text: Text | None) -> str:
        """The text in the page's language; empty for none."""
        return "" if text is None else text.to(self.language)

    def today(self) -> Assessment:
        """The case as it stands, assessed."""
        return self.bench.answers.today(self.case, self.stamp, self.on)

    def asking(self) -> Assessment:
        """The case as it stands, as far as the interview needs it; quicker than `today`."""
        return self.bench.answers.asking(self.case, self.stamp, self.on)

    def verdicts(self, *, on: date | None = None, settings: tuple[str, ...] = ()) -> Assessment:
        """The verdicts alone: on another day, or with something supposed."""
        return self.bench.answers.verdicts(self.case, self.stamp, on or self.on, settings)

    def because(self, other: date) -> Mapping[str, Because]:
        """Why each route that another day of the law finds otherwise differs, by its id."""
        return self.bench.answers.because(self.case, self.stamp, self.on, other)

    def view(self) -> DossierView:
        """The case as it stands, in words."""
        return self.bench.answers.view(self.case, self.stamp, self.on, self.language)

    def scenarios(self) -> DossierView:
        """The case under all its scenarios, in words."""
        return self.bench.answers.scenarios(self.case, self.stamp, self.on, self.language)

    def dues(self) -> tuple[Due, ...]:
        """The time limits of the case."""
        return self.bench.answers.dues(self.case, self.stamp, self.on)


def desk_of(request: HttpRequest, case_id: str, *, on: date | None = None) -> Desk:
    """The case of a request; `on`: the day of the law, if not today's. Raises CaseError if there is no such case."""
    bench = workbench(request)
    held = bench.shelf.held(case_id)
    case = bench.answers.case(held.stamp, lambda: bench.shelf.open(case_id))
    day = on or bench.day() or case.assessed_on
    return Desk(id=held.id, bench=bench, case=case, stamp=held.stamp, on=day, language=language())
