"""Assessment: all routes of a story; one trace; smallest moves beside clingo; many cases after a rule change."""

from __future__ import annotations

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
from pristan.assessment.slots import grouped
from pristan.assessment.trace import Tracer, Traces
from pristan.assessment.verdict import verdict_of
from pristan.law.loader import shipped_law
from pristan.law.model import LawBase
from pristan.services.cases import open_case, supposed
from pristan.services.stories import story_folder, story_names
from tests.oracle.from_ground import Unsupported, Writer
from tests.oracle.second import solve

RUNS = 15
CASES = 1_000


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
    base = shipped_law()
    for name in story_names():
        case = open_case(story_folder(name))
        bare = median_ms(lambda case=case: assess(base, case, moves=False))
        full = median_ms(lambda case=case: assess(base, case), runs=5)
        routes = len(base.with_role("route"))
        print(f"{name:10} {routes} routes, verdicts and traces {bare:6.1f} ms (limit 50)")
        print(f"{'':10} with moves and defeat sets {full:6.1f} ms")
    _one_trace(base)
    _moves_beside_clingo(base)
    _many_cases(base)


def _asylum(base: LawBase, story: str) -> tuple[Grounder, CaseFacts]:
    """The person of a story, supposed to be in the United States since June 2026, in the 9th Circuit."""
    case = replace(open_case(story_folder(story)), place={"circuit": "9"})
    here = supposed(case, ["where_now=US", "us_last_arrival=2026-06-01"], base)
    facts = CaseFacts(case, person=case.principal, on=case.assessed_on, suppose=here)
    return Grounder(base, facts), facts


def _one_trace(base: LawBase) -> None:
    grounder, facts = _asylum(base, "planted")
    for name in ("us.asylum", "echr.russia", "un.hrc.russia"):
        view = grounder.view(base.rules[name])
        root = view.problem.branches[0].root
        took = median_ms(lambda view=view, root=root: Tracer(Traces(base, facts), view).node(root))
        print(f"trace of {name:16} {took:6.2f} ms (limit 0.5)")


def _moves_beside_clingo(base: LawBase) -> None:
    for story in story_names():
        grounder, _ = _asylum(base, story)
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
    """1,000 cases made from the stories by shifting dates, assessed before and after one rule ends."""
    cases = []
    for number in range(CASES):
        case = (
            open_case(story_folder(story_names()[number % len(story_names())]))
            if number < len(story_names())
            else cases[number % len(story_names())]
        )
        cases.append(
            replace(case, id=f"{case.id}-{number}", assessed_on=case.assessed_on + timedelta(days=number % 300))
        )
    changed_rule = base.rules["us.asylum.bar.one_year"]
    ended = replace(
        changed_rule, versions=tuple(replace(v, until=v.until or date(2026, 1, 1)) for v in changed_rule.versions)
    )
    after = LawBase({**base.rules, ended.id: ended}, base.papers)
    start = time.perf_counter()
    changed = []
    for case in cases:
        old = assess(base, case, moves=False)
        new = assess(after, case, moves=False)
        changed += [
            (case.id, a.rule.id, a.verdict, b.verdict)
            for a, b in zip(old.routes, new.routes, strict=True)
            if a.verdict is not b.verdict
        ]
    took = time.perf_counter() - start
    each = took / (2 * len(cases)) * 1000
    print(f"{len(cases)} cases before and after a rule change: {took:5.1f} s, {each:.1f} ms a case and pass")
    print(f"{len(changed)} conclusions changed, such as {changed[:1]}")
