"""What a law base concludes about cases, kept apart from the reasoning, and what another law base changes in it.

Does not: say which conclusion is right; the rules that decide are named beside each change (see `two_laws`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from multiprocessing import get_context

from pristan.assessment.reach import index_of
from pristan.case.model import Case
from pristan.kernel.collector import made_to_stay
from pristan.law.model import LawBase
from pristan.law.predicates import load_predicates
from pristan.services.alike import Alike, alike
from pristan.services.assessing import assess_case
from pristan.services.because import Because
from pristan.services.two_laws import Subject, TwoLaws


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
    because: Because


def conclusions_of(
    case: Case, base: LawBase, *, on: date | None = None, about: Iterable[str] | None = None
) -> Conclusions:
    """The verdict of every route and the outcome of every effect (or of those in `about`), for each person and
    scenario, without moves.
    """
    return _conclusions(alike(case), base, on, about)


def _conclusions(named: Alike, base: LawBase, on: date | None, about: Iterable[str] | None) -> Conclusions:
    wanted = concluded_by(base) if about is None else sorted(set(about) & set(base.rules))
    found: dict[Asked, str] = {}
    for person in named.case.persons:
        today = None
        for scenario in (None, *(one.id for one in named.case.scenarios)):
            result = assess_case(
                named.case,
                person=person.id,
                scenario=scenario,
                on=on,
                routes=wanted,
                moves=False,
                base=base,
                beside=today,
            )
            today = today or result
            where = (named.case.id, person.id, scenario or "")
            for route in result.routes:
                found[Asked(*where, "route", route.rule.id, "")] = route.verdict.value
            for effect in result.effects:
                item = "" if effect.item is None else named.own[person.id, effect.item]
                found[Asked(*where, "effect", effect.rule.id, item)] = effect.outcome.value
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
    by_layout = sorted(map(alike, cases), key=lambda named: named.layout)  # what serves one is there for the next
    shares = [_share(some, old, new, before, on, about) for some in _parted(by_layout, processes)]
    if processes == 1:
        return _changed(shares[0])
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        found = [one for some in pool.map(_changed_alone, shares) for one in some]
    return tuple(sorted(found, key=lambda one: one.asked))


def concluded_by(base: LawBase) -> tuple[str, ...]:
    """Ids of the routes and effects of a law base."""
    return tuple(rule.id for role in ("route", "effect") for rule in base.with_role(role))


def touched_by(differ: frozenset[str], *bases: LawBase) -> Iterator[str]:
    """Ids of the routes and effects that rest on one of these rules."""
    for base in bases:
        below = index_of(base).below
        yield from (name for name in concluded_by(base) if any(rule.id in differ for rule in below(name)))


def _parted(cases: Sequence[Alike], parts: int) -> list[tuple[Alike, ...]]:
    """So many runs of about the same length."""
    ends = [len(cases) * number // parts for number in range(parts + 1)]
    return [tuple(cases[start:end]) for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class _Share:
    """Some of the cases, and what is asked of them."""

    cases: tuple[Alike, ...]
    old: LawBase
    new: LawBase
    before: Conclusions | None  # of these cases, about what is asked
    on: date | None
    about: frozenset[str]

    def concluded(self, base: LawBase) -> Conclusions:
        """What a law base concludes about these cases."""
        every = (_conclusions(case, base, self.on, self.about) for case in self.cases)
        return {asked: found for some in every for asked, found in some.items()}


def _share(
    cases: tuple[Alike, ...],
    old: LawBase,
    new: LawBase,
    before: Conclusions | None,
    on: date | None,
    about: frozenset[str],
) -> _Share:
    if before is not None:
        ids = {named.case.id for named in cases}
        before = {asked: found for asked, found in before.items() if asked.rule in about and asked.case in ids}
    return _Share(cases, old, new, before, on, about)


def _changed_alone(share: _Share) -> tuple[Changed, ...]:
    """A share in a process of its own."""
    with made_to_stay():  # the laws too, which came with the share
        load_predicates()  # a new process has none yet
    return _changed(share)


def _changed(share: _Share) -> tuple[Changed, ...]:
    before = share.concluded(share.old) if share.before is None else share.before
    return _changes(share.cases, before, share.concluded(share.new), share.old, share.new, share.on)


def rules_that_differ(old: LawBase, new: LawBase) -> frozenset[str]:
    """Ids of rules that one base has and the other has not, or has otherwise."""
    names = set(old.rules) | set(new.rules)
    return frozenset(name for name in names if old.rules.get(name) != new.rules.get(name))


def changes(
    cases: Sequence[Case],
    before: Conclusions,
    after: Conclusions,
    old: LawBase,
    new: LawBase,
    *,
    on: date | None = None,
) -> tuple[Changed, ...]:
    """Each conclusion about `cases` that differs, and the rules for which it does."""
    return _changes([alike(case) for case in cases], before, after, old, new, on)


def _changes(
    cases: Sequence[Alike], before: Conclusions, after: Conclusions, old: LawBase, new: LawBase, on: date | None
) -> tuple[Changed, ...]:
    named = {one.case.id: one for one in cases}
    laws = TwoLaws(old, new)
    differ = [asked for asked in {**before, **after} if before.get(asked) != after.get(asked)]
    found = [
        Changed(
            asked,
            before.get(asked),
            after.get(asked),
            laws.because(_subject(named[asked.case], asked, on), before.get(asked)),
        )
        for asked in sorted(differ, key=lambda asked: (named[asked.case].layout, asked))  # as in `reassess`
    ]
    return tuple(sorted(found, key=lambda one: one.asked))


def _subject(named: Alike, asked: Asked, on: date | None) -> Subject:
    item = named.new[asked.item] if asked.item else None
    return Subject(named.case, asked.person, asked.scenario or None, asked.rule, item, on)
