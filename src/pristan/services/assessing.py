"""Assessing a case: what `pristan assess` and every screen ask for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pristan.assessment.assess import assess
from pristan.assessment.graph import forget_lists
from pristan.assessment.results import Assessment
from pristan.case.model import Case
from pristan.chronology.likeness.places import read_towns
from pristan.country.patterns import patterns
from pristan.deadlines.load import deadline_rules
from pristan.filings.dossier.compose.record import forget_readings
from pristan.kernel import remembering
from pristan.kernel.errors import CaseError
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase
from pristan.services.cases import person_of, scenario_of, supposed


def assess_case(
    case: Case,
    *,
    person: str | None = None,
    on: date | None = None,
    scenario: str | None = None,
    settings: Iterable[str] = (),
    routes: Iterable[str] | None = None,
    moves: bool = True,
    defeats: bool = True,
    base: LawBase | None = None,
    beside: Assessment | None = None,
) -> Assessment:
    """Assess a case under the law in use (or `base`); what an assessment `beside` it (another scenario of the case)
    rests on alike is not worked out again. Raises CaseError for a person, scenario, route, fact, raised bar or place
    parameter that is not there.
    """
    law = base or law_in_use()
    check_names(case, law)
    who = person_of(case, person)
    wanted = None if routes is None else tuple(routes)
    for name in wanted or ():
        if name not in law.rules or law.rules[name].role not in ("route", "effect", "interaction"):
            raise CaseError(
                f'"{name}" is not a route, an effect or a warning. `pristan law list --role route` lists them.'
            )
    return assess(
        law,
        case,
        person=who,
        on=on,
        scenario=scenario_of(case, scenario),
        suppose=supposed(case, settings, law, person=who),
        routes=wanted,
        moves=moves,
        defeats=defeats,
        beside=beside,
    )


def check_names(case: Case, law: LawBase) -> None:
    """What the case says about the law must exist there: a bar that is misspelt would not be counted as raised. Raises
    CaseError where it does not.
    """
    where = case.home.where
    for name in sorted(case.raised):
        if name not in law.rules or law.rules[name].raised_by is None:
            raise CaseError(
                f'"{name}" (raised) is not a bar. Mend the id; `pristan law list --role bar` lists them.', where=where
            )
    parameters = {name for rule in law.rules.values() if rule.remedy for name in rule.remedy.place.params}
    for name in case.place:
        if name not in parameters:
            raise CaseError(
                f'"{name}" (place) is not asked by any route. Write one of: {", ".join(sorted(parameters))}.',
                where=where,
            )


def assess_all_scenarios(
    case: Case, *, on: date | None = None, base: LawBase | None = None, today: Assessment | None = None
) -> tuple[Assessment, ...]:
    """Today first, then each scenario of the case. `today`: the case as it stands on that day, if it was assessed."""
    today = today or assess_case(case, on=on, base=base)
    others = (assess_case(case, on=on, scenario=one.id, base=base, beside=today) for one in case.scenarios)
    return (today, *others)


def read_ahead() -> None:
    """Read the records that every first assessment waits for: the law, its time limits, patterns and towns. They are
    the same for everybody and name nobody.
    """
    law_in_use()
    deadline_rules()
    patterns()
    read_towns()


def forget_cases() -> None:
    """Drop what is kept between calls and names anything of a case: when a vault is locked."""
    remembering.forget()
    forget_lists()
    forget_readings()
