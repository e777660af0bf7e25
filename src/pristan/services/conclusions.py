"""What a law base concludes about cases, kept apart from the reasoning, and what another law base changes in it.

Does not: say which conclusion is right; the rules that differ are named beside each change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from pristan.assessment.reach import index_of
from pristan.case.model import Case
from pristan.kernel.collector import made_to_stay
from pristan.law.model import LawBase
from pristan.law.predicates import load_predicates
from pristan.services.assessing import assess_case


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """What was concluded about: a route, or an effect of one item, for one person in one scenario."""

    case: str
    person: str
    scenario: str  # "" is the case as it stands
    kind: str  # route | effect
    rule: str
    item: str  # "" where the effect is not asked item by item


Conclusions = Mapping[Asked, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A conclusion that differs. `before` or `after` is None where only one law base has the route or effect."""

    asked: Asked
    before: str | None
    after: str | None
    because: tuple[str, ...]  # ids of the rules below it that differ


def conclusions_of(
    case: Case, base: LawBase, *, on: date | None = None, about: Iterable[str] | None = None
) -> Conclusions:
    """The verdict of every route and the outcome of every effect (or of those in `about`), for each person and
    scenario, without moves.
    """
    wanted = concluded_by(base) if about is None else sorted(set(about) & set(base.rules))
    found: dict[Asked, str] = {}
    for person in case.persons:
        today = None
        for scenario in (None, *(one.id for one in case.scenarios)):
            result = assess_case(
                case,
                person=person.id,
                scenario=scenario,
                on=on,
                routes=wanted,
                moves=False,
                base=base,
                beside=today,
            )
            today = today or result
            where = (case.id, person.id, scenario or "")
            for route in result.routes:
                found[Asked(*where, "route", route.rule.id, "")] = route.verdict.value
            for effect in result.effects:
                found[Asked(*where, "effect", effect.rule.id, effect.item or "")] = effect.outcome.value
    return found


def reassess(
    cases: Sequence[Case],
    old: LawBase,
    new: LawBase,
    *,
    before: Conclusions | None = None,
    on: date | None = None,
    processes: int = 1,
) -> tuple[Changed, ...]:
    """Each conclusion about `cases` that `new` changes, and the rules for which it does.

    Only the routes and effects that rest on a rule that differs are asked again: the others rest on the same law.
    `before`: what `old` concluded, where it was kept; else it is concluded again. `processes`: how many to use; each
    reads its share of the cases and ends.
    """
    about = frozenset(touched_by(rules_that_differ(old, new), old, new))
    laws = (old, new) if before is None else (new,)
    *concluded, after = _conclusions(cases, laws, on, about, processes)
    before = concluded[0] if before is None else before
    touched = {asked: found for asked, found in before.items() if asked.rule in about}
    return changes(touched, after, old, new)


def concluded_by(base: LawBase) -> tuple[str, ...]:
    """Ids of the routes and effects of a law base."""
    return tuple(rule.id for role in ("route", "effect") for rule in base.with_role(role))


def touched_by(differ: frozenset[str], *bases: LawBase) -> Iterator[str]:
    """Ids of the routes and effects that rest on one of these rules."""
    for base in bases:
        yield from (name for name in concluded_by(base) if _below(name, differ, base))


_Share = tuple[tuple[Case, ...], tuple[LawBase, ...], date | None, frozenset[str]]


def _conclusions(
    cases: Sequence[Case], laws: tuple[LawBase, ...], on: date | None, about: frozenset[str], processes: int
) -> list[dict[Asked, str]]:
    """What each of the laws concludes."""
    if processes == 1:
        return _share((tuple(cases), laws, on, about))
    shares = [(tuple(cases[number::processes]), laws, on, about) for number in range(processes)]
    found: list[dict[Asked, str]] = [{} for _ in laws]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for share in pool.map(_share_alone, shares):
            for all_of_it, part in zip(found, share, strict=True):
                all_of_it |= part
    return found


def _share_alone(share: _Share) -> list[dict[Asked, str]]:
    """A share in a process of its own."""
    with made_to_stay():  # the laws too, which came with the share
        load_predicates()  # a new process has none yet
    return _share(share)


def _share(share: _Share) -> list[dict[Asked, str]]:
    cases, laws, on, about = share
    found: list[dict[Asked, str]] = [{} for _ in laws]
    for case in cases:
        for concluded, base in zip(found, laws, strict=True):
            concluded |= conclusions_of(case, base, on=on, about=about)
    return found


def rules_that_differ(old: LawBase, new: LawBase) -> frozenset[str]:
    """Ids of rules that one base has and the other has not, or has otherwise."""
    names = set(old.rules) | set(new.rules)
    return frozenset(name for name in names if old.rules.get(name) != new.rules.get(name))


def changes(before: Conclusions, after: Conclusions, old: LawBase, new: LawBase) -> tuple[Changed, ...]:
    """Each conclusion that differs, with the rules below it that differ between the two law bases."""
    differ = rules_that_differ(old, new)
    return tuple(
        Changed(asked, before.get(asked), after.get(asked), _below(asked.rule, differ, old, new))
        for asked in sorted(set(before) | set(after))
        if before.get(asked) != after.get(asked)
    )


def _below(rule_id: str, differ: frozenset[str], *bases: LawBase) -> tuple[str, ...]:
    """Which of the rules that differ stand below a rule, in either base."""
    found = {rule.id for base in bases if rule_id in base.rules for rule in index_of(base).below(rule_id)}
    return tuple(sorted(found & differ))
