"""Opening a case, and what a command line may suppose on top of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pristan.case.home import CaseHome, FolderHome
from pristan.case.loader import load_case_from
from pristan.case.model import Case, Person, Scenario, Statement
from pristan.case.values import read_value
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.kernel.vocabulary.former import no_question
from pristan.law.model import LawBase


def open_case(place: Path | CaseHome) -> Case:
    """The case in a folder, or in another home. Raises CaseError with a sentence per fault."""
    return load_case_from(FolderHome(place) if isinstance(place, Path) else place)


def read_day(text: str) -> date:
    """A day as `--on` takes it."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise CaseError(f'"{text}" is not a day. Write 2026-11-20.') from fault


def person_of(case: Case, name: str | None) -> Person:
    """The person named, or the principal for none. Raises CaseError naming those of the case."""
    found = case.person(name) if name else case.principal
    if found is None:
        raise CaseError(f'the case has no person "{name}". Persons: {", ".join(one.id for one in case.persons)}.')
    return found


def scenario_of(case: Case, scenario_id: str | None) -> Scenario | None:
    """The scenario named, or None for today. Raises CaseError naming those that exist."""
    if scenario_id in (None, "today"):
        return None
    found = case.scenario(str(scenario_id))
    if found is None:
        known = ", ".join(["today", *(scenario.id for scenario in case.scenarios)])
        raise CaseError(f'the case has no scenario "{scenario_id}". Scenarios: {known}.')
    return found


def supposed(
    case: Case, settings: Iterable[str], base: LawBase, *, person: Person | None = None
) -> tuple[Statement, ...]:
    """Statements supposed by `--set` of a person (default: the principal): FACT=VALUE, or LISTFACT@ITEM=VALUE, or
    filed=DAY for every route at once.

    Raises CaseError with the value, the accepted form and the next step.
    """
    who = (person or case.principal).id
    found: list[Statement] = []
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise CaseError(f'"{setting}" is not a setting. Write FACT=VALUE, as in --set where_now=US.')
        if name == "filed":
            dates = {
                rule.remedy.dates["filed"]
                for rule in base.with_role("route")
                if rule.remedy and "filed" in rule.remedy.dates
            }
            found += [supposed_answer(case, who, fact, None, value, setting) for fact in sorted(dates)]
            continue
        fact, _, item = name.partition("@")
        found.append(supposed_answer(case, who, fact, item or None, value, setting))
    return tuple(found)


def supposed_answer(case: Case, person: str, name: str, item: str | None, text: str, setting: str) -> Statement:
    """The answer `text` to a question, as a command line writes it. Raises CaseError as `supposed` does."""
    fact = vocabulary().get(name)
    if fact is None:
        raise CaseError(no_question(name, see="`pristan schema facts` lists them."))
    if fact.list is not None:
        known = [one.id for one in case.items if one.list == fact.list and one.person == person]
        if item not in known:
            raise CaseError(
                f'"{name}" is asked for each {fact.list}. Write {name}@ITEM=VALUE; items: {", ".join(known) or "none"}.'
            )
    elif item is not None:
        raise CaseError(f'"{name}" is asked once. Write {name}=VALUE.')
    return Statement(
        name,
        person,
        item,
        read_value(fact, _typed(fact, text)),
        None,
        None,
        None,
        None,
        True,
        f"--set {setting}",
    )


def _typed(fact: FactType, text: str) -> object:
    if fact.type == "yes_no":
        return {"yes": True, "true": True, "no": False, "false": False}.get(text.lower(), text)
    if fact.type == "number":
        try:
            return float(text)
        except ValueError:
            return text
    return text
