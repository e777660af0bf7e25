"""The interview: which question is next.

Source: the design's "next question": the unknown fact in most smallest sets over routes in play, what matters where the
person is first, grouped by section so that the talk does not jump, sensitive ones late. Does not: write an answer
(`answering`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.compose import composed
from pristan.assessment.effects import Outcome
from pristan.assessment.inplay import NEAREST_FIRST, WAIT_UNTIL_TOLD, distance, reasons_in_play
from pristan.assessment.moves import Move
from pristan.assessment.patterns import open_questions
from pristan.assessment.problem import Ground, Leaf, children, leaves_of
from pristan.assessment.record import Record
from pristan.assessment.results import Assessment, EffectResult, RouteResult
from pristan.assessment.view import View
from pristan.case.model import Case, Item
from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.law.references import facts_of_arising
from pristan.services.lists import OPENS

Question = tuple[str, str | None]  # a fact, and the item of a list that it is asked of

FIRST = ("where_now",)  # without it no country's routes are in play, so nothing else could ask for it
# of lists: while nothing is in them; the last only where two countries can be meant: many answers hang on it
AT_THE_HEAD = (*FIRST, "nationality.country", "charge.country", "danger_country")
# how near: where the person is; what only country evidence asks; a route that nobody told the reason for yet
HERE, PATTERN, WAITS = 0, len(NEAREST_FIRST), len(NEAREST_FIRST) + 1


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """One question, of one item if it belongs to a list, and how many smallest sets it stands in."""

    fact: FactType
    item: Item | None
    decides: int
    routes: tuple[str, ...]

    @property
    def opens_list(self) -> bool:
        """Whether its answer makes an entry of a list: the first one, or another."""
        return self.fact.list is not None and self.item is None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A question that something asks. `alone`: whether its answer could decide while the question that it follows has
    none, because no set of moves that it stands in needs both.
    """

    question: Question
    alone: bool = False


@dataclass(slots=True)
class _Asked:
    """What asks a question: how many sets, which routes, how near to the person."""

    decides: int = 0
    routes: dict[str, None] = field(default_factory=dict)
    near: int = WAITS


def next_questions(
    assessment: Assessment, *, skip: frozenset[Question] = frozenset(), section: str | None = None
) -> tuple[NextQuestion, ...]:
    """Unanswered questions, those that matter where the person is first, then those that decide most; `section`, the
    one last asked, goes on, sensitive ones come last. What the person has answered, would rather not say or does not
    remember is left out: an answer that still needs a paper is a matter of the plan, not of a second asking. A date is
    asked again while it is not known enough. A question that makes sense after another only (`follows`) waits for its
    answer; see `_first_of` for what happens where there is none.

    What decides which routes are in play at all comes before everything. Where a route has more sets than were looked
    for, its other unknown facts follow, deciding 0.
    """
    who = assessment.person.id
    case = assessment.case
    passed = skip | {(fact, item) for person, fact, item in case.withheld | case.not_remembered if person == who}
    passed |= {
        (one.fact, one.item)
        for one in case.statements
        if one.person == who and one.exhibit is None and not isinstance(one.value, PartialDate)
    }
    found: dict[Question, _Asked] = {}
    for wanted, count, near, route in _asked_by_all(assessment):
        key = _first_of(wanted.question, passed, assessment, alone=wanted.alone)
        if key is not None and key not in passed and key[0] in vocabulary():
            asked = found.setdefault(key, _Asked())
            asked.decides += count
            asked.near = min(asked.near, near)
            asked.routes |= {} if route is None else {route: None}
    told = {one.fact for one in case.statements if one.person == who}
    for fact in FIRST:
        if fact not in told and (fact, None) not in passed:
            found.setdefault((fact, None), _Asked(near=HERE))
    return _in_order(assessment, found, section)


def _in_order(
    assessment: Assessment, found: Mapping[Question, _Asked], section: str | None
) -> tuple[NextQuestion, ...]:
    near_section: dict[str, int] = {}
    by_section = Counter[str]()
    for (fact, _item_id), asked in found.items():
        of = vocabulary()[fact]
        by_section[of.section] += asked.decides
        if not of.sensitive:
            near_section[of.section] = min(near_section.get(of.section, WAITS), asked.near)

    def rank(key: Question) -> tuple[object, ...]:
        of, asked = vocabulary()[key[0]], found[key]
        at_the_head = of.id in AT_THE_HEAD and (of.list is None or key[1] is None)
        return (
            AT_THE_HEAD.index(of.id) if at_the_head else len(AT_THE_HEAD),
            of.sensitive,
            of.section != section,
            near_section.get(of.section, WAITS),
            -by_section[of.section],
            of.section,
            asked.near,
            -asked.decides,
            of.id,
        )

    return tuple(
        NextQuestion(vocabulary()[key[0]], _item(assessment, key[1]), found[key].decides, tuple(found[key].routes))
        for key in sorted(found, key=rank)
    )


def _asked_by_all(assessment: Assessment) -> Iterator[tuple[_Wanted, int, int, str | None]]:
    """Each question with how many sets of a route it stands in, how near that is to the person, and the route."""
    empty = _empty_lists(assessment)
    facts = CaseFacts(assessment.case, person=assessment.person, on=assessment.on)
    for result in assessment.routes:
        name = result.rule.id
        if result.in_play and result.told:
            near = distance(result.in_play)
            yield from ((key, count, near, name) for key, count in _asked_by(result, empty, assessment.grounder.record))
        elif result.in_play or _waits(result, facts):
            asked = _asked_before(result, empty, assessment.grounder.record)
            yield from ((_Wanted(key), 0, WAITS, name) for key in asked)
    yield from ((_Wanted(key), 0, PATTERN, None) for key in open_questions(facts))
    for effect in assessment.effects:
        if _is_about_being_here(effect):
            yield from ((key, 0, HERE, None) for key in _together(_asked_by_effect(effect)))


def _asked_by(result: RouteResult, empty: frozenset[str], record: Record) -> Iterator[tuple[_Wanted, int]]:
    """The facts that a route misses, each with 1 for a set of moves in which it stands."""
    if not result.lifts.sets and result.lifts.complete:
        return
    for group in result.lifts.sets:
        yield from ((one, 1) for one in _together(_asked_by_set(result, group, empty, record)))
    if not result.lifts.complete:
        yield from ((_Wanted(question), 0) for key in result.leaves for question in _missing(result, key, record))


def _asked_by_set(
    result: RouteResult, group: Iterable[Move], empty: frozenset[str], record: Record
) -> Iterator[Question]:
    dates = result.rule.remedy.dates if result.rule.remedy else {}
    for move in group:
        if move.kind == "select":
            yield from ((dates[name], None) for name in (move.key,) if name in dates)
        elif move.key in result.lists:
            yield from _opening(result.lists[move.key], empty)
        else:
            yield from _missing(result, move.key, record)


def _together(questions: Iterable[Question]) -> Iterator[_Wanted]:
    """Questions whose answers are needed together."""
    needed = tuple(questions)
    yield from (_Wanted(one, alone=_before(one) not in needed) for one in needed)


def _waits(result: RouteResult, facts: CaseFacts) -> bool:
    """Whether a route waits until what it is for is told: it is asked about, though it is not shown. Of a place to
    which nothing ties the person nothing is asked.
    """
    remedy = result.rule.remedy
    waits = remedy is not None and remedy.in_play in WAIT_UNTIL_TOLD
    return waits and bool(reasons_in_play(result.rule, result.verdict, facts))


def _asked_before(result: RouteResult, empty: frozenset[str], record: Record) -> Iterator[Question]:
    """Of a route of which nobody has told what it is for: what would tell it, before anything else that it asks. A
    part of that test whose answer stands already asks nothing.
    """
    tests = (branch.arises for branch in result.problem.branches if branch.arises is not None)
    for leaf in leaves_of(node for test in tests for node in _still_open(test, record)).values():
        yield from _opening(leaf.list, empty)
        yield from _of_leaf(leaf)


def _still_open(node: Ground, record: Record) -> Iterator[Ground]:
    if composed(record, node) not in (Answer.MET, Answer.NOT_MET):
        yield node
        for child in children(node):
            yield from _still_open(child, record)


def _of_leaf(leaf: Leaf) -> Iterator[Question]:
    for fact in leaf.element.facts if leaf.element else ():
        yield fact, leaf.item if _listed(fact) else None


def _is_about_being_here(effect: EffectResult) -> bool:
    """Whether an effect arises only because the person is where she is (leaving that country), and is not known."""
    return effect.arises and effect.outcome is Outcome.NOT_KNOWN and "where_now" in facts_of_arising(effect.rule)


def _asked_by_effect(effect: EffectResult) -> Iterator[Question]:
    for ground in effect.deciding:
        for node in ground.trace.nodes():
            yield from ((fact, effect.item if _listed(fact) else None) for fact in node.needs)


def _missing(result: RouteResult, key: str, record: Record) -> Iterator[Question]:
    """The facts that would answer an element of a route; where it is answered, those of which nothing is told that its
    own predicate names as able to change the answer.
    """
    if key in result.leaves:
        _, element, item = result.leaves[key]
        needed = [(fact, item if _listed(fact) else None) for fact in record.source.needs(element, item)]
        if View(result.problem, record).standing(key).answer is not Answer.UNKNOWN:
            known = frozenset(record.source.told) if element.answered_by.predicate else frozenset(needed)
            needed = [one for one in needed if one not in known]
        yield from needed


# lists that nobody has begun


def _empty_lists(assessment: Assessment) -> frozenset[str]:
    """Lists without an entry that are not said to be complete."""
    who = assessment.person.id
    begun = {one.list for one in assessment.case.items if one.person == who}
    begun |= {name for person, name in assessment.case.complete_lists if person == who}
    return frozenset(OPENS) - begun


def _opening(name: str | None, empty: Iterable[str]) -> Iterator[Question]:
    if name is not None and name in empty:
        yield OPENS[name], None


# questions that make sense after another only


def _first_of(key: Question, passed: frozenset[Question], assessment: Assessment, *, alone: bool) -> Question | None:
    """The question itself, or the unanswered one that it follows, or None.

    None where that one was skipped for now (both come back), or was answered so that this one makes no sense. Where the
    person does not remember it or would rather not say, this one is asked if its answer could decide `alone`; but what
    is painful is not asked after "I would rather not say".
    """
    before = _before(key)
    if before is None:
        return key
    who = assessment.person.id
    case = assessment.case
    said = [one.value for one in case.statements if (one.person, one.fact, one.item) == (who, *before)]
    if said:
        follows = vocabulary()[key[0]].follows
        return key if follows is not None and any(value in follows.values for value in said) else None
    withheld = (who, *before) in case.withheld
    if withheld or (who, *before) in case.not_remembered:
        if not alone or (withheld and vocabulary()[key[0]].sensitive):
            return None
        first = _first_of(before, passed, assessment, alone=True)
        return key if first == before else first
    return None if before in passed else _first_of(before, passed, assessment, alone=alone)


def _before(key: Question) -> Question | None:
    """The question that this one follows, asked of the same item; None if it follows none."""
    fact = vocabulary().get(key[0])
    if fact is None or fact.follows is None:
        return None
    return fact.follows.fact, key[1] if _listed(fact.follows.fact) else None


def _listed(fact: str) -> bool:
    known = vocabulary().get(fact)
    return known is not None and known.list is not None


def _item(assessment: Assessment, item: str | None) -> Item | None:
    mine = (one for one in assessment.case.items if one.person == assessment.person.id)
    return next((one for one in mine if one.id == item), None)


def question_named(case: Case, fact: str, item: str | None) -> NextQuestion | None:
    """A question asked by name, to come back to; None if there is none, or no such item of its list. Without an item
    the question that opens a list makes another entry.
    """
    known = vocabulary().get(fact)
    if known is None:
        return None
    mine = [one for one in case.items if one.person == case.principal.id and one.list == known.list]
    found = next((one for one in mine if one.id == item), None)
    opens = known.list is not None and item is None and OPENS.get(known.list) == fact
    fits = found is not None if known.list is not None else item is None
    if not fits and not opens:
        return None
    return NextQuestion(known, found, 0, ())


def another(name: str) -> NextQuestion:
    """The question whose answer makes one more entry of a list, or its first."""
    return NextQuestion(vocabulary()[OPENS[name]], None, 0, ())
