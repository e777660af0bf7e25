"""Assessments and views kept in memory, so that a page that was worked out once comes at once.

Kept by what they rest on: the case as it stands (its stamp), the law in use, the day, what is supposed. Bounded;
dropped when the workbench locks; never written anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date

from pristan.assessment.limits import limits_of
from pristan.assessment.results import Assessment
from pristan.assessment.severity import Weighed
from pristan.case.model import Case, Exhibit
from pristan.chronology.findings import Report
from pristan.deadlines.model import Due
from pristan.documents.intake.model import FileRead
from pristan.evidence.hashes import sha256_of_bytes
from pristan.filings.dossier.compose.composer import compose
from pristan.filings.dossier.view import DossierView
from pristan.kernel.language import Language, Text
from pristan.law.edition import edition_in_use
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_all_scenarios, assess_case
from pristan.services.because import Because
from pristan.services.checking import check_case, weighed_contradictions
from pristan.services.differing import differing
from pristan.services.law_days import explained
from pristan.services.packets import packets_that_fit
from pristan.services.proposals import Proposal, proposals
from pristan.services.reading import read_exhibit
from pristan.web.kept import Kept

MOST_KEPT = 64  # assessments and views, the large ones
MOST_PAPERS_KEPT = 512  # papers as they were read: text and places, no pictures
MOST_SHORT_KEPT = 4096  # time limits of whole cases, small


class Answers:
    """What the pages ask about a case. `stamp` names the case as it stands; `on` is the day of the law."""

    def __init__(self) -> None:
        self._large = Kept(MOST_KEPT)
        self._small = Kept(MOST_SHORT_KEPT)
        self._papers = Kept(MOST_PAPERS_KEPT)

    def forget(self) -> None:
        """Drop everything, when the workbench locks."""
        self._large.clear()
        self._small.clear()
        self._papers.clear()

    def today(self, case: Case, stamp: str, on: date) -> Assessment:
        """The case as it stands, with what would lift and lower each verdict."""
        return self._large.get(("today", stamp, on, _law()), lambda: assess_case(case, on=on))

    def asking(self, case: Case, stamp: str, on: date) -> Assessment:
        """The case as it stands, with what would lift each verdict: what the interview asks from."""
        if self._large.has(("today", stamp, on, _law())):
            return self.today(case, stamp, on)
        return self._large.get(("asking", stamp, on, _law()), lambda: assess_case(case, on=on, defeats=False))

    def verdicts(self, case: Case, stamp: str, on: date, settings: tuple[str, ...] = ()) -> Assessment:
        """The verdicts alone on a day, or with something supposed; quicker, without moves."""
        if not settings and self._large.has(("today", stamp, on, _law())):
            return self.today(case, stamp, on)

        def work() -> Assessment:
            beside = self.verdicts(case, stamp, on) if settings else None
            return assess_case(case, on=on, settings=settings, moves=False, beside=beside)

        return self._large.get(("verdicts", stamp, on, settings, _law()), work)

    def because(self, case: Case, stamp: str, first: date, second: date) -> Mapping[str, Because]:
        """Why each route whose verdict differs between two days of the law differs, by its id."""

        def work() -> Mapping[str, Because]:
            before, after = self.verdicts(case, stamp, first), self.verdicts(case, stamp, second)
            routes = [one for one in differing(before, after) if one.kind == "route"]
            return {one.id: because for one, because in explained(routes, before, after)}

        return self._large.get(("because", stamp, first, second, _law()), work)

    def view(self, case: Case, stamp: str, on: date, language: Language) -> DossierView:
        """The case as it stands, in words, without its scenarios."""

        def work() -> DossierView:
            alone = replace(case, scenarios=())
            today = replace(self.today(case, stamp, on), case=alone)
            return compose(law_in_use(), (today,), language=language, prepared=on, list_exhibits=False)

        return self._large.get(("view", stamp, on, language, _law()), work)

    def scenarios(self, case: Case, stamp: str, on: date, language: Language) -> DossierView:
        """The case under all its scenarios, in words."""

        def assessed() -> tuple[Assessment, ...]:
            return assess_all_scenarios(case, on=on, today=self.today(case, stamp, on))

        def work() -> DossierView:
            all_of_them = self._large.get(("all", stamp, on, _law()), assessed)
            return compose(law_in_use(), all_of_them, language=language, prepared=on, list_exhibits=False)

        return self._large.get(("scenarios", stamp, on, language, _law()), work)

    def contradictions(self, case: Case, stamp: str) -> tuple[Report, tuple[Weighed, ...], tuple[Weighed, ...]]:
        """What the sources of a case say side by side; contradictions still open, and those explained, by weight."""

        def work() -> tuple[Report, tuple[Weighed, ...], tuple[Weighed, ...]]:
            report = check_case(case)
            return report, *weighed_contradictions(case, report)

        return self._large.get(("contradictions", stamp, _law()), work)

    def paper(self, case: Case, exhibit: Exhibit) -> FileRead:
        """An exhibit as it was read: its pages, text and fields."""
        key = ("paper", sha256_of_bytes(case.bytes_of(exhibit)))
        return self._papers.get(key, lambda: read_exhibit(case, exhibit))

    def page_picture(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The picture of a page with its marks."""
        return self._large.get(("picture", key), make)

    def proposals(self, case: Case, stamp: str) -> tuple[Proposal, ...]:
        """What the papers of a case offer as answers."""
        return self._large.get(
            ("proposals", stamp), lambda: proposals(case, [self.paper(case, one) for one in case.exhibits.values()])
        )

    def forget_proposals(self, stamp: str) -> None:
        """One was declined: that is kept beside the case, so its stamp is the same."""
        self._large.drop(("proposals", stamp))

    def has_proposals(self, stamp: str) -> bool:
        """Whether the papers were read."""
        return self._large.has(("proposals", stamp))

    def dues(self, case: Case, stamp: str, on: date) -> tuple[Due, ...]:
        """The time limits of a case."""
        return self._small.get(("dues", stamp, on, _law()), lambda: limits_of(self.verdicts(case, stamp, on)))

    def fits(self, case: Case, stamp: str, on: date) -> tuple[tuple[str, Text, tuple[Text, ...]], ...]:
        """The packets that fit: id, title, and the routes and effects each serves."""

        def work() -> tuple[tuple[str, Text, tuple[Text, ...]], ...]:
            return tuple((fit.profile.id, fit.profile.title, fit.routes) for fit in packets_that_fit(case, on=on))

        return self._small.get(("fits", stamp, on, _law()), work)

    def case(self, stamp: str, open_it: Callable[[], Case]) -> Case:
        """The case itself, read once while it does not change."""
        return self._large.get(("case", stamp), open_it)

    def has_case(self, stamp: str) -> bool:
        """Whether the case is at hand."""
        return self._large.has(("case", stamp))

    def name(self, stamp: str, open_it: Callable[[], Case]) -> tuple[Text, Text, date]:
        """Who a case is about, what it is called, and its own day."""

        def work() -> tuple[Text, Text, date]:
            case = open_it()
            return case.principal.name, case.title, case.assessed_on

        return self._small.get(("name", stamp), work)

    def has_name(self, stamp: str) -> bool:
        """Whether the name is at hand."""
        return self._small.has(("name", stamp))

    def dues_kept(self, stamp: str, on: date) -> tuple[Due, ...]:
        """Time limits that are at hand. KeyError if they are not: ask `has_dues` first."""
        return self._small.kept(("dues", stamp, on, _law()))  # type: ignore[no-any-return]

    def has_dues(self, stamp: str, on: date) -> bool:
        """Whether the time limits are already counted."""
        return self._small.has(("dues", stamp, on, _law()))


def _law() -> str:
    return edition_in_use().version
