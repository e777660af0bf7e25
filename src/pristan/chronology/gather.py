"""From a case to claims about time: statements, the dates that papers bear, dates on record, the working chronology.

Source: docs/statements.md. Each claim bears the id by which a contradiction names it. Does not: compare.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pristan.case.account_model import EventStatement
from pristan.case.model import Case
from pristan.chronology.calendar_days import day_links, limits_of_days
from pristan.chronology.claims import AnyChoice, Choice, Claims
from pristan.chronology.gathering.journeys import add_journeys
from pristan.chronology.gathering.ledger import Ledger
from pristan.chronology.gathering.papers import claim_papers
from pristan.chronology.gathering.records import add_births, claim_facts, claim_identities, claim_working_dates
from pristan.chronology.gathering.setting import Setting
from pristan.chronology.gathering.statements import claim_statement
from pristan.chronology.network import in_order
from pristan.chronology.phrases.told import Unread
from pristan.chronology.sources import Source
from pristan.chronology.tolerance import Tolerance


@dataclass(slots=True)
class Gathered:
    """The claims of a case, where each stands, and the phrases that were not read."""

    claims: Claims
    sources: dict[str, Source]
    unread: tuple[tuple[str, str, Unread], ...]  # statement, words, why
    statements: dict[str, EventStatement]  # with their phrases read


def gather(case: Case) -> Gathered:
    """Everything in the case that says something about time. Raises CaseError if clock times cannot be compared."""
    ledger = Ledger(Tolerance(case.accounts.tolerance))
    setting = Setting(case, ledger)
    _hold_events(case, ledger)
    claim_papers(setting, ledger)
    for one in setting.statements.values():
        claim_statement(setting, ledger, one)
    claim_facts(setting, ledger)
    claim_identities(setting, ledger)
    claim_working_dates(setting, ledger)
    add_births(setting, ledger)
    add_journeys(setting, ledger)
    _limit_days(setting, ledger)
    return Gathered(ledger.closed(), ledger.sources, tuple(ledger.unread), setting.statements)


def _hold_events(case: Case, ledger: Ledger) -> None:
    """An event ends after it begins; what cannot have happened during another lies before or after it."""
    for event in case.events:
        ledger.hold_always(in_order(f"{event.id}.s", f"{event.id}.e"))
        for other in event.never_during:
            apart = (in_order(f"{event.id}.e", f"{other}.s"),), (in_order(f"{other}.e", f"{event.id}.s"),)
            ledger.choices.append(Choice(frozenset(), "time", apart))


def _limit_days(setting: Setting, ledger: Ledger) -> None:
    """Whatever limits an event counted in days limits its day too."""
    for event in sorted(setting.in_days):
        for link in day_links(event):
            ledger.hold_always(link)
    for name, claim in list(ledger.claims.items()):
        ledger.add(name, limits_of_days(claim.constraints, setting.in_days))
    ledger.choices = [_with_days(choice, setting.in_days) for choice in ledger.choices]


def _with_days(choice: AnyChoice, in_days: frozenset[str]) -> AnyChoice:
    if not isinstance(choice, Choice):
        return choice
    return replace(choice, options=tuple((*option, *limits_of_days(option, in_days)) for option in choice.options))
