"""The record of one route, as each reading sees it, with any supposed moves laid over it.

Source: docs/assessment.md section 4 (readings and worlds).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from pristan.assessment.evaluate import BooleanAlgebra, Evaluator, Reading, Want, satisfies
from pristan.assessment.problem import Branch, Ground, Leaf, Problem, RuleNode
from pristan.assessment.record import Record
from pristan.assessment.standing import Side, Standing
from pristan.kernel.answers import Answer

Assignment = Mapping[str, Answer]
_T, _F, _U = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
BOOLEAN = BooleanAlgebra()


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves laid over the record: leaves made firm, bars raised, selectors fixed."""

    leaves: Mapping[str, bool] = field(default_factory=dict)
    raised: frozenset[str] = frozenset()
    selectors: Mapping[str, str] = field(default_factory=dict)
    told: frozenset[str] = frozenset()  # leaves of `leaves` that rest on the own word only


NO_MOVES = Moves()


class View:
    """Answers of every leaf of a route in every reading."""

    def __init__(self, problem: Problem, record: Record) -> None:
        self.problem = problem
        self.record = record
        self.both = tuple(sorted(problem.both_leaves))
        self.both_weighs = tuple(sorted(problem.both.difference(problem.both_leaves)))

    def side(self, key: str) -> Side:
        """The side of one leaf or weighing."""
        if key in self.problem.both:
            return Side.BOTH
        return Side.MET if key in self.problem.met else Side.NOT_MET

    def side_at(self, key: str, helps: bool) -> Side:
        """The side of a leaf as one of its places sees it: `helps` says whether its being met helps there."""
        if key in self.problem.both:
            return Side.BOTH
        return Side.MET if helps else Side.NOT_MET

    def helps(self, node: Ground) -> bool:
        """Whether the node's being met helps the person (either way, if everything below stands on both sides)."""
        sides = [(key, True) for key in node.met] + [(key, False) for key in node.not_met]
        alone = ((key, met) for key, met in sides if key not in self.problem.both)
        return next(((key in self.problem.met) is met for key, met in alone), True)

    def standing(self, key: str) -> Standing:
        """What the record says of one leaf."""
        leaf = self.problem.both_leaves.get(key) or self.problem.leaves[key]
        return self.record.standing(leaf, self.side(key))

    def favourable(self, key: str) -> bool:
        """The value of a one-sided leaf that helps the person."""
        return self.side(key) is Side.MET

    def answer(self, leaf: Leaf, reading: Reading, helps: bool, assignment: Assignment, moves: Moves) -> Answer:
        """The undisputed answer of `leaf` in `reading`."""
        still_changes = reading is Reading.IF_CHANGED and leaf.has_step  # a step can follow what was shown
        if leaf.key in moves.leaves and still_changes and leaf.key not in assignment:
            return _T if helps else _F
        if leaf.key in moves.leaves and not still_changes:
            value = _T if moves.leaves[leaf.key] else _F
            if (
                leaf.key in moves.told
                and reading in (Reading.AS_SHOWN, Reading.AT_NEED)
                and not self._told_is_enough(leaf)
            ):
                return _U
            return value
        if leaf.key in assignment and reading not in (Reading.ON_RECORD, Reading.AT_NEED):
            return assignment[leaf.key]
        return self._one_sided(leaf, self.record.standing(leaf, self.side(leaf.key)), reading, helps)

    def _told_is_enough(self, leaf: Leaf) -> bool:
        return leaf.need.word == "claimed" and (leaf.settles or self.side(leaf.key) is not Side.BOTH)

    def _one_sided(self, leaf: Leaf, found: Standing, reading: Reading, helps: bool) -> Answer:
        mine, other = (_T, _F) if helps else (_F, _T)
        if reading in (Reading.IF_FOUND, Reading.IF_CHANGED):
            stuck = found.answer is other and found.firm and not (reading is Reading.IF_CHANGED and leaf.has_step)
            return other if stuck else mine
        if reading is Reading.AT_NEED:
            return found.answer if found.firm else _U
        if found.answer is Answer.DISPUTED:
            return mine if reading is Reading.AS_TOLD else other
        if reading is Reading.AS_SHOWN and found.answer is mine and not found.firm:
            return _U
        return found.answer

    # leaves on both sides: every value still possible

    def options(self, key: str, reading: Reading) -> tuple[Answer, ...]:
        """The values that a both-sided leaf may take in `reading`."""
        found, leaf = self.standing(key), self.problem.both_leaves[key]
        if reading in (Reading.IF_FOUND, Reading.IF_CHANGED):
            changes = reading is Reading.IF_CHANGED and leaf.has_step
            if found.answer is Answer.DISPUTED or (found.firm and changes):
                return (_T, _F)
            return (found.answer,) if found.firm else (_T, _F, _U)
        if found.answer is _U:
            return (_U,)
        if found.answer is Answer.DISPUTED or (reading is Reading.AS_SHOWN and not found.firm):
            return (_T, _F)
        return (found.answer,)

    def assignments(self, reading: Reading, moves: Moves) -> Iterator[dict[str, Answer]]:
        """Every way of giving the both-sided leaves a value."""
        if not self.both:
            yield {}
            return
        changing = reading is Reading.IF_CHANGED
        keys = [
            key for key in self.both if key not in moves.leaves or (changing and self.problem.both_leaves[key].has_step)
        ]
        for values in product(*(self.options(key, reading) for key in keys)):
            yield dict(zip(keys, values, strict=True))

    def weigh_choices(self, reading: Reading) -> Iterator[dict[str, Answer]]:
        """Every value of the weighings on both sides (none to choose in the first reading)."""
        if reading is Reading.AS_SHOWN or not self.both_weighs:
            yield {}
            return
        for values in product((_T, _F, _U), repeat=len(self.both_weighs)):
            yield dict(zip(self.both_weighs, values, strict=True))

    def branches(self, moves: Moves) -> tuple[Branch, ...]:
        """The branches that agree with the selectors fixed by `moves`."""
        return tuple(
            branch
            for branch in self.problem.branches
            if all(branch.choice.get(name) == value for name, value in moves.selectors.items())
        )

    # truth of a reading

    def evaluator(
        self, reading: Reading, assignment: Assignment, moves: Moves, choice: dict[str, Answer] | None = None
    ) -> Evaluator[bool]:
        """A Boolean evaluator of one world."""

        def leaf_value(leaf: Leaf, want: Want, helps: bool, how: Reading) -> bool:
            return satisfies(self.answer(leaf, how, helps, assignment, moves), want)

        return Evaluator(
            BOOLEAN,
            reading,
            leaf_value,
            raised=self.record.raised | moves.raised,
            weigh_choice=choice,
            shared=self.record.truths_of if moves is NO_MOVES else None,
            torn=self.problem.torn,
        )

    def holds(self, reading: Reading, moves: Moves = NO_MOVES) -> bool:
        """Whether the route succeeds in `reading`."""
        branches = self.branches(moves)
        every_day = reading in (Reading.AS_SHOWN, Reading.AS_TOLD)

        def world(assignment: Assignment, choice: dict[str, Answer]) -> Iterator[bool]:
            evaluator = self.evaluator(reading, assignment, moves, choice)
            for branch in branches:
                yield evaluator.holds(branch.root) and self._choice_allowed(evaluator, choice, reading)

        worlds = (
            (all if every_day else any)(world(assignment, choice))
            for assignment in self.assignments(reading, moves)
            for choice in self.weigh_choices(reading)
        )
        return all(worlds) if reading is Reading.AS_SHOWN else any(worlds)

    def _choice_allowed(self, evaluator: Evaluator[bool], choice: dict[str, Answer], reading: Reading) -> bool:
        """A weighing on both sides may take a value only if its factors and precedents let it."""
        for key, value in choice.items():
            node = self.problem.weighs[key]
            if value is _U:
                if any(evaluator.settled(node, outcome, outcome, reading) for outcome in (True, False)):
                    return False
            elif not evaluator.goes_persons_way(node, value is _T, reading):
                return False
        return True

    def shown(self, node: Ground) -> bool:
        """Whether a node whose being met helps is met in the first reading, however the disputes are settled."""
        worlds = (
            self.evaluator(Reading.AS_SHOWN, one, NO_MOVES) for one in self.assignments(Reading.AS_SHOWN, NO_MOVES)
        )
        return all(world.can(node, Want.MET, helps=True) for world in worlds)

    # bars that are met at the support needed

    def bars_met_at_need(self, moves: Moves = NO_MOVES) -> tuple[RuleNode, ...]:
        """Nameable bars met at the support needed on every possible day (each by itself), that no exception stops.

        An exception must hold in the second reading, so on every possible day.
        """
        branches = self.branches(moves)
        return tuple(
            bars[0]
            for bars in nameable_bars(branches).values()
            if len(bars) == len(branches)
            and all(self._met_at_need(bar, moves) for bar in bars)
            and not all(self._excepted(bar, moves) for bar in bars)
        )

    def _met_at_need(self, bar: RuleNode, moves: Moves) -> bool:
        return self.evaluator(Reading.AT_NEED, {}, moves).can(bar.test, Want.MET, helps=False)

    def _excepted(self, bar: RuleNode, moves: Moves) -> bool:
        return any(
            self.evaluator(Reading.AS_TOLD, assignment, moves).can(exception, Want.MET, helps=True)
            for exception in bar.yields
            for assignment in self.assignments(Reading.AS_TOLD, moves)
        )


def nameable_bars(branches: tuple[Branch, ...]) -> dict[str, list[RuleNode]]:
    """The bars that may be named, by rule, one per branch in which they stand."""
    found: dict[str, list[RuleNode]] = {}
    for branch in branches:
        for bar in {bar.key: bar for bar in branch.bars_to_name}.values():
            found.setdefault(bar.key, []).append(bar)
    return found
