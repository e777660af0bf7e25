"""What decides a verdict: the few leaves, bars and weighings for which the next better reading fails.

Source: docs/assessment.md section 4 ("the reason shown is only what decides"). The sentence is the record's own
`says`; nothing
is composed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pristan.assessment.compose import answer_of
from pristan.assessment.evaluate import Reading, Want
from pristan.assessment.problem import (
    NOT_IN_FORCE,
    AllNode,
    AnyNode,
    Const,
    Ground,
    Leaf,
    NotNode,
    RuleNode,
    Source,
    WeighNode,
    below,
    leaves_of,
)
from pristan.assessment.results import Reason
from pristan.assessment.verdict import READING_OF, Verdict
from pristan.assessment.view import NO_MOVES, Moves, View, World
from pristan.kernel.answers import Answer
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import LIST_WORDS
from pristan.law.model import Element, LawBase

NEXT_BETTER = {
    Verdict.CLOSED: Reading.IF_CHANGED,
    Verdict.NOT_YET: Reading.IF_FOUND,
    Verdict.BARRED: Reading.AS_TOLD,
    Verdict.UNPROVEN: Reading.AS_TOLD,
    Verdict.ARGUABLE: Reading.AS_SHOWN,
}
_ANSWER_WORDS = {
    Answer.MET: Text("shown", "показано"),
    Answer.NOT_MET: Text("not so", "нет"),
    Answer.UNKNOWN: Text("not known yet", "пока не известно"),
    Answer.DISPUTED: Text("disputed", "спорно"),
}
_ON_YOUR_WORD = Text("On your word so far, not yet on paper.", "Пока только с ваших слов, на бумаге ещё не показано.")
_TOO_LITTLE_SHOWN = Text(
    "Shown so far, but not yet by a paper that weighs enough here.",
    "Подтверждено, но пока не такой бумагой, какой здесь достаточно.",
)
_OWN_WORD = {  # the answer is the wanted one, and only its support is missing
    Answer.MET: Text("on your word so far, not yet on paper", "пока с ваших слов, на бумаге ещё не показано"),
    Answer.NOT_MET: Text(
        "that this does not apply is on your word so far",
        "что это к вам не относится, пока известно только с ваших слов",
    ),
}
_TOLD_AGAINST = Text(  # answered by the person alone, against the person: docs/assessment.md 2.4
    "So far this is known from your words only.",
    "Пока это известно только с ваших слов.",
)
_EMPTY_LIST = Text("Nothing is named that this could apply to.", "Не названо ничего, к чему это могло бы относиться.")


class Blockers:
    """Finds what makes a reading fail in one world."""

    def __init__(
        self,
        world: World,
        speaks: Callable[[RuleNode], bool],
        held: World | None = None,
    ) -> None:
        self._world = world
        self._speaks = speaks
        self._held = held  # a world in which the verdict itself holds: its alternative is the one to speak of

    def of(self, node: Ground, want: Want = Want.MET, *, helps: bool = True) -> list[Ground]:
        """The nodes for which `node` is not what is wanted; among alternatives, those of the one that carries the
        verdict, and of the nearest one where none does.
        """
        if self._world.can(node, want, helps=helps):
            return []
        match node:
            case NotNode(child):
                swapped = Want.NOT_MET if want is Want.MET else Want.MET
                return self.of(child, swapped, helps=not helps)
            case AllNode():
                return self._joined(node, want, helps, together=want is Want.MET)
            case AnyNode():
                return self._joined(node, want, helps, together=want is not Want.MET)
            case RuleNode():
                return self._rule(node, want, helps)
            case _:
                return [node]

    def _joined(self, node: AllNode | AnyNode, want: Want, helps: bool, *, together: bool) -> list[Ground]:
        parts = node.children
        if not parts:
            return [node]  # an empty list
        found = [self.of(part, want, helps=helps) for part in parts]
        if together:
            return [blocker for blockers in found for blocker in blockers]
        failing = [
            (not self._carries(part, want, helps), len(blockers), blockers)
            for part, blockers in zip(parts, found, strict=True)
            if blockers
        ]
        return min(failing, key=lambda one: one[:2], default=(False, 0, []))[2]

    def _carries(self, part: Ground, want: Want, helps: bool) -> bool:
        return self._held is not None and self._held.can(part, want, helps=helps)

    def _rule(self, node: RuleNode, want: Want, helps: bool) -> list[Ground]:
        if node.test is NOT_IN_FORCE or self._speaks(node):
            return [node]
        found = self.of(node.test, want, helps=helps)
        if helps:
            found = found + [bar for bar in node.yields if not self._world.passes(bar)]
        return found


class Explainer:
    """Turns blockers of one route into reasons."""

    def __init__(self, base: LawBase, view: View) -> None:
        self.base, self.view = base, view

    def reasons(self, verdict: Verdict, moves: Moves = NO_MOVES) -> tuple[Reason, ...]:
        """Why the verdict is not better, or why the route does not arise; for `open`, nothing stands in the way."""
        if verdict is Verdict.BARRED:
            return tuple(self._of_rule(bar, Answer.MET) for bar in self.view.bars_met_at_need(moves))
        if verdict is Verdict.DOES_NOT_ARISE:
            return Explainer(self.base, View(self.view.problem.arising, self.view.record))._not_arising()
        reading = NEXT_BETTER.get(verdict)
        return () if reading is None else self._because(reading, moves, READING_OF.get(verdict))

    def _because(self, reading: Reading, moves: Moves, held: Reading | None) -> tuple[Reason, ...]:
        """Why a reading fails."""
        return self._told(self._blockers(reading, moves, held), moves)

    def _not_arising(self) -> tuple[Reason, ...]:
        """What is settled against it: not what only lacks support, and of one entry of a list the first thing alone,
        which says what the entry is (a complaint to another body is no request to this one, whatever became of it).
        """
        found: dict[str | None, list[Ground]] = {}
        for node in self._blockers(Reading.NEEDED_FOR, NO_MOVES, None):
            if self._settled_against(node):
                found.setdefault(node.item if isinstance(node, Leaf) else None, []).append(node)
        first = [nodes if item is None else nodes[:1] for item, nodes in found.items()]
        return self._told([node for nodes in first for node in nodes], NO_MOVES)

    def _settled_against(self, node: Ground) -> bool:
        if isinstance(node, Leaf) and node.list is not None:
            return False
        if not isinstance(node, RuleNode | Leaf):
            return True
        answer = self._answer(node, NO_MOVES)
        return answer is not Answer.UNKNOWN and not self._own_word(node, answer)

    def _told(self, nodes: Iterable[Ground], moves: Moves) -> tuple[Reason, ...]:
        found: dict[Text, Reason] = {}  # no sentence twice
        for node in nodes:
            for reason in self._reason(node, moves):
                found.setdefault(reason.text, reason)
        return tuple(sorted(found.values(), key=lambda one: one.answer is Answer.UNKNOWN))  # first what speaks against

    def of_ground(self, node: RuleNode, answer: Answer, *, told: bool = False) -> Reason:
        """The sentence of one ground of an effect; `told`: only the own word meets it so far."""
        if told:
            text = _titled(self.base.rules[node.rule].title, Answer.MET, own_word=True)
            return Reason(text, self.base.rules[node.rule], node.version, node.key, answer)
        return self._of_rule(node, answer)

    def _blockers(self, reading: Reading, moves: Moves, held: Reading | None) -> list[Ground]:
        """Blockers of the world that comes nearest to success."""
        held_in = next(self._holding(held, moves), None)
        nearest: list[Ground] = []
        for world in self.view.worlds(reading, moves):
            for branch in self.view.branches(moves):
                found = Blockers(world, self._speaker(branch.root, moves), held_in).of(branch.root)
                if found and (not nearest or len(found) < len(nearest)):
                    nearest = found
                if len(nearest) == 1:  # none comes nearer
                    return nearest
        return nearest

    def _holding(self, reading: Reading | None, moves: Moves) -> Iterator[World]:
        """The worlds of the reading in which the verdict holds on every possible day; none for `closed`."""
        if reading is not None:
            roots = [branch.root for branch in self.view.branches(moves)]
            for world in self.view.worlds(reading, moves):
                if all(world.can(root, Want.MET, helps=True) for root in roots):
                    yield world

    def _answer(self, node: Ground, moves: Moves) -> Answer:
        if isinstance(node, Leaf) and node.key in moves.leaves:
            return Answer.MET if moves.leaves[node.key] else Answer.NOT_MET
        asked = node.test if isinstance(node, RuleNode) else node
        return answer_of(self.view.columns, asked, helps=self.view.helps(asked))

    def _speaker(self, root: RuleNode, moves: Moves) -> Callable[[RuleNode], bool]:
        """Which rules speak for themselves; the route itself never speaks for what stops it."""
        return lambda node: node is not root and self._speaks(node, moves)

    def _speaks(self, node: RuleNode, moves: Moves) -> bool:
        says = self.base.rules[node.rule].says
        return bool(says) and self._answer(node, moves) in says

    def _reason(self, node: Ground, moves: Moves) -> Iterator[Reason]:
        answer = self._answer(node, moves)
        match node:
            case RuleNode():
                yield self._of_rule(node, answer)
            case WeighNode():
                rule = self.base.rules[node.rule]
                text = rule.says.get(Answer.UNKNOWN) or _weighed(rule.title)
                yield Reason(text, rule, self.view.problem.versions.get(rule.id), node.key, Answer.UNKNOWN)
            case Leaf(list=str(name)):
                what = LIST_WORDS[name]
                text = Text(
                    f"It is not on record whether all {what.en} are named.", f"Не записано, все ли {what.ru} названы."
                )
                yield self._of_route(text, node.key, Answer.UNKNOWN)
            case Leaf(element=Element() as element):
                text = self._told_against(node, element, answer) or self._sentence(
                    element.says.get(answer), element.title, node, answer
                )
                yield Reason(text, self.base.rules[node.rule], node.version, node.key, answer)
            case Const() | AllNode() | AnyNode():
                yield self._of_route(_EMPTY_LIST, "empty_list", Answer.NOT_MET)

    def _of_rule(self, node: RuleNode, answer: Answer) -> Reason:
        rule = self.base.rules[node.rule]
        if node.test is NOT_IN_FORCE:
            text = Text(f"{rule.title.en}: not in force on that day.", f"{rule.title.ru}: в этот день не действует.")
        else:
            text = self._sentence(rule.says.get(answer) or self._inner(node, answer), rule.title, node, answer)
        return Reason(text, rule, node.version, node.key, answer)

    def _sentence(self, says: Text | None, title: Text, node: RuleNode | Leaf, answer: Answer) -> Text:
        """The record's sentence. Where the answer is the wanted one, what is missing is said after it: a sentence that
        something is so is no reason by itself.
        """
        own_word = self._own_word(node, answer)
        if says is None:
            return _titled(title, answer, own_word=own_word)
        missing = self._missing_support(node) if own_word else None
        return Text(f"{says.en} {missing.en}", f"{says.ru} {missing.ru}") if missing else says

    def _missing_support(self, node: RuleNode | Leaf) -> Text | None:
        leaves = [node] if isinstance(node, Leaf) else leaves_of(below(node)).values()
        if any(self.view.standing(leaf.key).own_word_only for leaf in leaves):
            return _ON_YOUR_WORD
        shown = isinstance(node, Leaf) and node.key not in self.view.problem.both
        return _TOO_LITTLE_SHOWN if shown else None

    def _own_word(self, node: RuleNode | Leaf, answer: Answer) -> bool:
        """Whether the answer is the wanted one, so that only its support is missing."""
        wanted = Answer.MET if self.view.helps(node.test if isinstance(node, RuleNode) else node) else Answer.NOT_MET
        return answer is wanted

    def _told_against(self, leaf: Leaf, element: Element, answer: Answer) -> Text | None:
        """What the person told against himself where that leaves the answer unknown: never called "not on record"."""
        if answer is not Answer.UNKNOWN:
            return None
        adverse = not self.view.helps(leaf)
        said = [one.says for one in self.view.record.evidence(leaf) if one.source is Source.PERSON]
        if not said or any(says is not adverse for says in said):
            return None
        told = Answer.MET if adverse else Answer.NOT_MET
        text = element.says.get(told) or _titled(element.title, told)
        return Text(f"{text.en} {_TOLD_AGAINST.en}", f"{text.ru} {_TOLD_AGAINST.ru}")

    def _inner(self, node: RuleNode, answer: Answer) -> Text | None:
        """A rule without a sentence of its own speaks through its only element; where one of several is enough, through
        the only one that has the answer.
        """
        test = node.test
        only = test.children[0] if isinstance(test, AllNode) and len(test.children) == 1 else test
        if isinstance(only, AnyNode) and answer is Answer.MET:
            enough = [child for child in only.children if self._answer(child, NO_MOVES) is answer]
            only = enough[0] if len(enough) == 1 else test
        return only.element.says.get(answer) if isinstance(only, Leaf) and only.element else None

    def _of_route(self, text: Text, key: str, answer: Answer) -> Reason:
        """A reason that no rule below the route speaks for."""
        root = self.view.problem.branches[0].root
        return Reason(text, self.base.rules[root.rule], root.version, key, answer)


def _titled(title: Text, answer: Answer, *, own_word: bool = False) -> Text:
    word = (_OWN_WORD if own_word else _ANSWER_WORDS)[answer]
    return Text(f"{title.en}: {word.en}.", f"{title.ru}: {word.ru}.")


def _weighed(title: Text) -> Text:
    return Text(f"{title.en}: this has to be weighed.", f"{title.ru}: это предстоит взвесить.")
