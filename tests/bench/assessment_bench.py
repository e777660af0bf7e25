"""Assessment: all routes of a story; one trace; smallest moves beside clingo; many cases after a change of law.

Each figure stands beside its limit. The law base is also tried with the routes and effects of the member states
copied to ten more of them, to see that shared rules are worked out once.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
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
from pristan.services.conclusions import conclusions_of, reassess
from pristan.services.interview import next_questions
from pristan.services.stories import story_folder, story_names
from tests.oracle.from_ground import Unsupported, Writer
from tests.oracle.second import solve

RUNS = 15
CASES, SCENARIOS = 300, 3
COPIED_FROM, COPIED_TO = "DE", ("BG", "HR", "HU", "IE", "LU", "PT", "RO", "SE", "SI", "SK")


def median_ms(action: Callable[[], Any], runs: int = RUNS) -> float:
    """Median wall time of an action in milliseconds, after one warm-up."""
    action()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    base = law_in_use()
    for label, law in (("the law base", base), ("with ten more states", with_more_states(base))):
        count = (
            f"{len(law.rules)} records, {len(law.with_role('route'))} routes, {len(law.with_role('effect'))} effects"
        )
        print(f"{label}: {count}")
        for name in story_names():
            _one_story(law, name)
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
    traced = median_ms(lambda: trace_nodes(assess(law, case, moves=False)))
    asked = median_ms(lambda: next_questions(assess_case(case, base=law, defeats=False)), runs=3)
    full = median_ms(lambda: assess(law, case), runs=3)
    print(
        f"{name:10} verdicts, reasons, effects {bare:6.1f} ms; and every trace {traced:6.1f} ms (limit 30); "
        f"next question {asked:6.1f} ms (limit 100); with all moves and defeats {full:6.1f} ms"
    )


def trace_nodes(result: Assessment) -> int:
    """Make every trace of an assessment; how many nodes there are."""
    seen: set[int] = set()
    pending: list[TraceNode] = [route.trace for route in result.routes]
    pending += [ground.trace for effect in result.effects for ground in effect.grounds]
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
            start = time.perf_counter()
            node = Tracer(base, view).node(view.problem.branches[0].root)
            times.append((time.perf_counter() - start) * 1000)
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
    """Cases made from the stories, each with list items of its own, before and after one rule ends."""
    stories = [open_case(story_folder(name)) for name in story_names()]
    cases = [_case(stories[number % len(stories)], number) for number in range(CASES)]
    changed_rule = base.rules["us.asylum.bar.one_year"]
    ended = tuple(replace(version, until=version.until or date(2026, 1, 1)) for version in changed_rule.versions)
    after = replace(base, rules={**base.rules, changed_rule.id: replace(changed_rule, versions=ended)})
    before = {asked: found for case in cases for asked, found in conclusions_of(case, base).items()}
    start = time.perf_counter()
    changed = reassess(cases, base, after, before=before, processes=2)
    took = time.perf_counter() - start
    print(f"{CASES} cases, {SCENARIOS} scenarios each, assessed anew after a change of law: {took:5.1f} s (limit 30)")
    print(f"{len(changed)} of {len(before)} conclusions changed, such as {changed[:1]}")


def _case(story: Case, number: int) -> Case:
    """A story as another case: other item ids, the principal alone, today and two scenarios."""
    name = {item.id: f"{item.id}n{number}" for item in story.items}
    people = (story.principal,)
    return replace(
        story,
        id=f"{story.id}-{number}",
        persons=people,
        items=tuple(replace(item, id=name[item.id]) for item in story.items),
        statements=tuple(replace(one, item=name.get(one.item or "")) for one in story.statements),
        scenarios=tuple(
            replace(scenario, suppose=tuple(replace(one, item=name.get(one.item or "")) for one in scenario.suppose))
            for scenario in story.scenarios[: SCENARIOS - 1]
        ),
    )
