"""What a story's `expected.toml` says must come out, read strictly, and the engine's answer beside it.

Source: docs/case-format.md for the case; `[[expect]]` and `[[change]]` are described at the head of `expected.toml`.
Raises: CaseError with file and line for a key, word or date that is not read here.
Does not: decide what is right; a difference is the law's, the case's or the expectation's, and a person finds out
whose.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.assessment.effects import Outcome
from pristan.assessment.results import Assessment, EffectResult, Reason, RouteResult, TraceNode
from pristan.assessment.verdict import Verdict
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.kernel.answers import Answer
from pristan.kernel.errors import CaseError
from pristan.kernel.strict import Table, read_file
from pristan.law.model import LawBase
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from tests.journeys.what_if import WhatIf, changed, read_what_if

STORIES = Path(__file__).parents[2] / "stories"
VERDICTS = tuple(str(one) for one in Verdict)
OUTCOMES = tuple(str(one) for one in Outcome)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at: one route, or one effect of one item, in one scenario."""

    route: str | None
    effect: str | None
    item: str | None
    scenario: str

    @property
    def subject(self) -> str:
        """The id of the route or effect."""
        return self.route or str(self.effect)


@dataclass(frozen=True, slots=True)
class Answered:
    """What must come out there. None: not said here, so not compared."""

    word: str  # a verdict or an outcome
    then: str | None = None  # the best verdict after the steps, where the verdict is not_yet
    reason_rule: str | None = None  # a rule that is among the deciding reasons


@dataclass(frozen=True, slots=True)
class Expectation:
    """One `[[expect]]`."""

    asked: Asked
    answered: Answered
    why: str
    where: str

    @property
    def name(self) -> str:
        """As the test is listed."""
        item = f"@{self.asked.item}" if self.asked.item else ""
        return f"{self.asked.scenario}: {self.asked.subject}{item} is {self.answered.word}"


@dataclass(frozen=True, slots=True)
class Change:
    """One `[[change]]`: what is changed, what stood before and what comes out."""

    id: str
    asked: Asked
    what_if: WhatIf
    before: Answered | None
    after: Answered
    loses: tuple[str, ...]  # facts, as charge.saw_it_placed@c1: what they answer is met before and not met after
    why: str
    where: str

    @property
    def name(self) -> str:
        """As the test is listed."""
        return f"{self.id}: {self.asked.subject} is {self.after.word}"


@cache
def story_case(story: str) -> Case:
    """The case of a story, read once: nothing changes it."""
    return open_case(STORIES / story)


@cache
def expected(story: str) -> tuple[tuple[Expectation, ...], tuple[Change, ...]]:
    """All that a story's `expected.toml` says."""
    return read_expected(STORIES / story / "expected.toml", story_case(story))


def read_expected(path: Path, case: Case) -> tuple[tuple[Expectation, ...], tuple[Change, ...]]:
    """Expectations and changes in a file. Raises CaseError for what is not read, said twice or not in the case."""
    root = read_file(path, error=CaseError, name=f"{path.parent.name}/{path.name}")
    expectations = tuple(_expectation(table, case) for table in root.tables("expect"))
    changes = tuple(_change(table, case) for table in root.tables("change"))
    root.done()
    _refuse_twice([(one.name.partition(" is ")[0], one.where) for one in expectations])
    _refuse_twice([(one.id, one.where) for one in changes])
    return expectations, changes


def difference(story: str, expectation: Expectation, base: LawBase | None = None) -> str | None:
    """How the engine differs from an expectation, or None."""
    wants_then = expectation.answered.then is not None
    found = _assessed(story_case(story), expectation.asked, base, then=wants_then)
    return _compared(found, expectation.asked, expectation.answered, expectation.why)


def difference_of_change(story: str, change: Change, base: LawBase | None = None) -> str | None:
    """How the engine differs before or after the change, or None."""
    case, asked = story_case(story), change.asked
    before = _assessed(case, asked, base, then=False)
    if change.before and (found := _compared(before, asked, change.before, "before the change")):
        return found
    after = _assessed(changed(case, change.what_if), asked, base, change.what_if, then=change.after.then is not None)
    if found := _compared(after, asked, change.after, change.why):
        return found
    return next((fault for leaf in change.loses if (fault := _not_lost(leaf, before, after, asked))), None)


def not_expected(story: str, base: LawBase | None = None) -> list[str]:
    """Routes in play and effects, by scenario, about which `expected.toml` says nothing."""
    case, (expectations, _) = story_case(story), expected(story)
    said = {(one.asked.scenario, one.asked.subject) for one in expectations}
    missing = []
    for scenario in ("today", *(one.id for one in case.scenarios)):
        found = (
            _whole(case.home, scenario)
            if base is None
            else assess_case(case, scenario=scenario, moves=False, base=base)
        )
        subjects = [one.rule.id for one in found.routes if one.in_play] + [one.rule.id for one in found.effects]
        missing += [f"{scenario}: {name}" for name in subjects if (scenario, name) not in said]
    return missing


# reading


def _expectation(table: Table, case: Case) -> Expectation:
    asked = _asked(table, case)
    words = VERDICTS if asked.route else OUTCOMES
    word = table.one_of("verdict" if asked.route else "outcome", words)
    then = _then(table, word)
    reason = table.maybe_string("reason_rule")
    found = Expectation(asked, Answered(word, then, reason), _sentence(table), table.where())
    table.done()
    return found


def _change(table: Table, case: Case) -> Change:
    name, asked = table.string("id"), _asked(table, case)
    words = VERDICTS if asked.route else OUTCOMES
    was = table.maybe_string("was")
    if was is not None and was not in words:
        table.fail(f'"was" is "{was}". Write one of: {", ".join(words)}.', "was")
    was_reason = table.maybe_string("was_reason_rule")
    if was_reason and was is None:
        table.fail('"was_reason_rule" stands alone. Add was = "...".', "was_reason_rule")
    before = None if was is None else Answered(was, reason_rule=was_reason)
    word = table.one_of("verdict" if asked.route else "outcome", words)
    after = Answered(word, _then(table, word, required=False), table.maybe_string("reason_rule"))
    what_if = read_what_if(table, case)
    found = Change(name, asked, what_if, before, after, table.strings("loses"), _sentence(table), table.where())
    table.done()
    return found


def _asked(table: Table, case: Case) -> Asked:
    route, effect, item = (table.maybe_string(key) for key in ("route", "effect", "item"))
    if (route is None) == (effect is None):
        table.fail("say which route or which effect is meant: one of the two.")
    known = ("today", *(scenario.id for scenario in case.scenarios))
    return Asked(route, effect, item, table.one_of("scenario", known))


def _then(table: Table, word: str, *, required: bool = True) -> str | None:
    then = table.maybe_string("then")
    if then is None and required and word == Verdict.NOT_YET:
        table.fail('a verdict "not_yet" says what follows: then = "...".')
    if then is not None and (word != Verdict.NOT_YET or then not in VERDICTS):
        table.fail(f'"then" is "{then}": it stands beside not_yet only, one of: {", ".join(VERDICTS)}.', "then")
    return then


def _sentence(table: Table) -> str:
    why = table.string("why")
    if len(why.split()) < 4:
        table.fail('"why" is too short to be a reason. Name the rule and what decides.', "why")
    return why


def _refuse_twice(said: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for name, where in said:
        if name in seen:
            raise CaseError(f'"{name}" is said twice, first at {seen[name]}. Keep one.', where=where)
        seen[name] = where


# comparing


@cache
def _whole(home: CaseHome, scenario: str) -> Assessment:
    """Every route and effect of an unchanged case under the law in use, without moves."""
    return assess_case(open_case(home), scenario=scenario, moves=False)


def _assessed(
    case: Case, asked: Asked, base: LawBase | None, what_if: WhatIf | None = None, *, then: bool
) -> Assessment:
    if base is None and what_if is None and not then:
        return _whole(case.home, asked.scenario)
    settings = what_if.settings if what_if else ()
    return assess_case(case, scenario=asked.scenario, settings=settings, routes=(asked.subject,), moves=then, base=base)


def _result(found: Assessment, asked: Asked) -> RouteResult | EffectResult | None:
    if asked.route:
        return found.route(asked.route)
    return next((one for one in found.effects if one.rule.id == asked.effect and asked.item in (None, one.item)), None)


def _compared(found: Assessment, asked: Asked, wanted: Answered, why: str) -> str | None:
    result = _result(found, asked)
    head = f"{asked.scenario}, {asked.subject}: expected {wanted.word} ({why})"
    if result is None:
        return f"{head}; the engine gives no result"
    given = result.verdict if isinstance(result, RouteResult) else result.outcome
    reasons = _reasons(result)
    said = "; ".join(f"{reason.rule.id}: {reason.text.en}" for reason in reasons)
    if str(given) != wanted.word:
        return f"{head}; given {given} [{said}]"
    if wanted.then is not None and isinstance(result, RouteResult):
        after = str(result.then[0].verdict) if result.then else "nothing"
        if after != wanted.then:
            return f"{head}; expected then {wanted.then}, given then {after}"
    if wanted.reason_rule is not None and all(reason.rule.id != wanted.reason_rule for reason in reasons):
        return f"{head}; expected the reason {wanted.reason_rule}, given [{said}]"
    return None


def _reasons(result: RouteResult | EffectResult) -> tuple[Reason, ...]:
    if isinstance(result, RouteResult):
        return result.reasons
    return tuple(ground.reason for ground in result.deciding if ground.reason)


def _not_lost(fact: str, before: Assessment, after: Assessment, asked: Asked) -> str | None:
    had, has = (_met_elements(one, asked, fact) for one in (before, after))
    if not had:
        return f"{asked.subject}: {fact} met no element before the change, so it cannot be lost"
    return f"{asked.subject}: still met after the change: {', '.join(sorted(has))}" if has else None


def _met_elements(found: Assessment, asked: Asked, fact: str) -> set[str]:
    """Keys of the elements, answered by `fact` of its item, that are met."""
    result, (name, at, item) = _result(found, asked), fact.partition("@")
    pending = [] if result is None else _traces(result)
    met = set()
    while pending:
        node = pending.pop()
        pending += node.children
        asks = node.element.facts if node.element else ()
        if asks == (name,) and node.key.endswith(at + item) and node.answer is Answer.MET:
            met.add(node.key)
    return met


def _traces(result: RouteResult | EffectResult) -> list[TraceNode]:
    return [result.trace] if isinstance(result, RouteResult) else [ground.trace for ground in result.grounds]
