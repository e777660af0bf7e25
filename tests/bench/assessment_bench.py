"""Assessment: all routes of a story; one trace; smallest moves beside clingo; many cases after a change of law.

Each figure stands beside its limit. The law base is also tried with the routes and effects of the member states
copied to ten more of them, to see that shared rules are worked out once.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pristan.assessment.assess import assess
from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.ground import Grounder
from pristan.assessment.moves import lifting_sets
from pristan.assessment.results import Assessment, TraceNode
from pristan.assessment.slots import grouped
from pristan.assessment.trace import Tracer
from pristan.assessment.verdict import verdict_of
from pristan.case.model import Case
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase, Rule
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case, supposed
from pristan.services.conclusions import reassess
from pristan.services.interview import next_questions
from pristan.services.stories import story_folder, story_names
from tests.oracle.from_ground import Unsupported, Writer
from tests.oracle.second import solve
from tests.support.varied_cases import varied

RUNS = 7
CASES, SCENARIOS = 300, 3
MANY = 1000  # cases as they stand today
COPIED_FROM, COPIED_TO = "DE", ("BG", "HR", "HU", "IE", "LU", "PT", "RO", "SE", "SI", "SK")


def median_ms(action: Callable[[], Any], runs: int = RUNS) -> float:
    """Median processor time of an action in milliseconds, after one warm-up."""
    action()
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    base = law_in_use()
    print(f"processor time, unless wall time is said; load of the machine (1, 5, 15 minutes): {os.getloadavg()}")
    for label, law in (("the law base", base), ("with ten more states", with_more_states(base))):
        count = (
            f"{len(law.rules)} records, {len(law.with_role('route'))} routes, {len(law.with_role('effect'))} effects"
        )
        print(f"{label}: {count}")
        for name in story_names() if law is base else ("planted", "antiwar"):
            _one_story(law, name)
    for name in ("planted", "antiwar"):
        _questions_and_moves(base, name)
    _one_trace(base)
    _moves_beside_clingo(base)
    _many_cases(base)


def with_more_states(base: LawBase) -> LawBase:
    """The law base with the routes and effects of one member state standing for ten more; the rules are shared."""
    mine = [rule for rule in base.rules.values() if rule.remedy and rule.remedy.place.country == COPIED_FROM]
    copies = {copy.id: copy for state in COPIED_TO for rule in mine for copy in [_copied(rule, state)]}
    return replace(base, rules={**base.rules, **copies})


def _copied(rule: Rule, state: str) -> Rule:
    assert rule.remedy is not None
    place = replace(rule.remedy.place, country=state)
    return replace(rule, id=f"{state.lower()}.{rule.id}", remedy=replace(rule.remedy, place=place))


def _one_story(law: LawBase, name: str) -> None:
    case = open_case(story_folder(name))
    bare = median_ms(lambda: assess(law, case, moves=False))
    worked_out = median_ms(lambda: work_out(assess(law, case, moves=False)))
    looked_at = median_ms(lambda: look_at(assess(law, case, moves=False)))
    print(
        f"{name:10} verdicts, effects {bare:6.1f} ms; every reason, warning and trace too {worked_out:6.1f} ms "
        f"(limit 50), and all their lines looked at {looked_at:6.1f} ms; "
        f"a scenario beside today: verdicts and traces {_per_scenario(law, case, traced):6.1f} ms (limit 30), "
        f"with every reason and warning {_per_scenario(law, case, work_out):6.1f} ms"
    )


def _per_scenario(law: LawBase, case: Case, asked: Callable[[Assessment], object]) -> float:
    """A scenario with what is `asked` of it, today assessed already, in milliseconds; the mean over the scenarios."""

    def all_scenarios() -> None:
        today = assess(law, case, moves=False)
        work_out(today)
        times.append(time.process_time())
        for scenario in case.scenarios:
            asked(assess(law, case, scenario=scenario, moves=False, beside=today))
        times.append(time.process_time())

    times: list[float] = []
    for _ in range(RUNS):
        all_scenarios()
    spans = [end - start for start, end in zip(times[::2], times[1::2], strict=True)]
    return statistics.median(spans[1:]) * 1000 / len(case.scenarios)


def _questions_and_moves(law: LawBase, name: str) -> None:
    case = open_case(story_folder(name))
    asked = median_ms(lambda: next_questions(assess_case(case, base=law, defeats=False)), runs=1)
    full = median_ms(lambda: assess(law, case), runs=1)
    print(f"{name:10} next question {asked:6.1f} ms (limit 100); all moves and defeats of all routes {full:6.1f} ms")


def traced(result: Assessment) -> list[TraceNode]:
    """Work out every line of the traces of an assessment."""
    grounds = [ground for effect in result.effects for ground in effect.grounds]
    return [one.trace for one in (*result.routes, *grounds)]


def work_out(result: Assessment) -> list[TraceNode]:
    """Work out all that an assessment can show but moves: reasons, warnings, every line of the traces."""
    grounds = [ground for effect in result.effects for ground in effect.grounds]
    said = [(route.reasons, route.warnings, route.weighs_in_the_way) for route in result.routes]
    assert len(said) == len(result.routes)
    assert all(ground.reason for ground in grounds)
    return traced(result)


def look_at(result: Assessment) -> int:
    """Work it out and go through the lines of the traces, as a page does; how many there are."""
    seen: set[int] = set()
    pending = work_out(result)
    while pending:
        node = pending.pop()
        if id(node) not in seen:
            seen.add(id(node))
            pending += node.children
    return len(seen)


def _asylum(base: LawBase, story: str) -> Grounder:
    """The person of a story, supposed to be in the United States since June 2026, in the 9th Circuit."""
    case = replace(open_case(story_folder(story)), place={"circuit": "9"})
    here = supposed(case, ["where_now=US", "us_last_arrival=2026-06-01"], base)
    facts = CaseFacts(case, person=case.principal, on=case.assessed_on, suppose=here)
    return Grounder(base, facts)


def _one_trace(base: LawBase) -> None:
    """The trace alone, in an assessment whose verdict is known and where no other route was traced."""
    for name in ("us.asylum", "echr.russia", "un.hrc.russia"):
        times = []
        for _ in range(RUNS):
            grounder = _asylum(base, "planted")
            view = grounder.view(base.rules[name])
            verdict_of(view)
            start = time.process_time()
            node = Tracer(base, view).node(view.problem.branches[0].root)
            times.append((time.process_time() - start) * 1000)
        assert node.children
        print(f"trace of {name:16} {statistics.median(times):6.2f} ms (limit 0.5)")


def _moves_beside_clingo(base: LawBase) -> None:
    for story in story_names():
        grounder = _asylum(base, story)
        view = grounder.view(base.rules["us.asylum"])
        verdict = verdict_of(view)
        own = median_ms(lambda view=view, verdict=verdict: grouped(lifting_sets(view, verdict).sets), runs=5)
        try:
            problem = Writer(view).problem
        except Unsupported as why:
            print(f"us.asylum moves in {story:10} {own:7.1f} ms; not put to clingo: {why}")
            continue
        clingo = median_ms(lambda problem=problem: solve(problem), runs=3)
        count = len(lifting_sets(view, verdict).sets)
        print(f"us.asylum moves in {story:10} {own:7.1f} ms for {count} sets; limit 3 times clingo: {clingo:7.1f} ms")


def _many_cases(base: LawBase) -> None:
    """Cases that truly differ, before and after a change of law: of one rule, and of every rule."""
    stories = [open_case(story_folder(name)) for name in story_names()]
    cases = [varied(stories[seed % len(stories)], seed, scenarios=SCENARIOS - 1) for seed in range(CASES)]
    as_they_stand = [replace(varied(stories[seed % len(stories)], seed), scenarios=()) for seed in range(MANY)]
    for what, after, some in (
        ("one rule changes", _with_one_ended(base), cases),
        ("one rule changes", _with_one_ended(base), as_they_stand),
        ("every rule", _checked(base), cases),
    ):
        start = time.perf_counter()
        changed = reassess(some, base, after, processes=2)
        took = time.perf_counter() - start
        of_each = len(some[0].scenarios) + 1
        limit = f" (limit {30 * len(some) / CASES:.0f})" if of_each == SCENARIOS else ""
        print(
            f"{what}: {len(some)} cases, {of_each} scenario{'s' if of_each > 1 else ''} each, under both laws in two "
            f"processes, their start included: {took:5.1f} s wall{limit}, {1000 * took / len(some):.1f} ms a case; "
            f"{len(changed)} conclusions changed; load {os.getloadavg()[0]:.1f}"
        )


def _with_one_ended(base: LawBase) -> LawBase:
    """A ground of three effects is law no longer."""
    rule = base.rules["eu.visa.sis_alert"]
    ended = tuple(replace(version, until=version.until or date(2026, 1, 1)) for version in rule.versions)
    return replace(base, rules={**base.rules, rule.id: replace(rule, versions=ended)})


def _checked(base: LawBase) -> LawBase:
    """The same law, each version compared with its source a day later: every route has to be asked again."""
    return replace(
        base,
        rules={
            name: replace(
                rule,
                versions=tuple(replace(one, checked=one.checked + timedelta(days=1)) for one in rule.versions),
            )
            for name, rule in base.rules.items()
        },
    )
