"""What would lift a verdict, as papers; and what the other side can argue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pristan.assessment.moves import Move
from pristan.assessment.results import RouteResult
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier import codes
from pristan.filings.dossier.compose.context import Context, title_of
from pristan.filings.dossier.parts import Paper
from pristan.filings.dossier.route import Argument, Lift, Slot
from pristan.kernel.vocabulary.facts import LIST_WORDS
from pristan.law.model import Paper as PaperRecord

MOST_LIFTS = 3
MOST_ARGUMENTS = 8
PAPERS_PER_MOVE = 2
_OBTAIN = ("easy", "slow", "hard")
_DANGER = ("none", "draws_attention", "endangers")
_BETTER = {
    Verdict.ARGUABLE: codes.Verdict.OPEN,
    Verdict.UNPROVEN: codes.Verdict.ARGUABLE,
    Verdict.BARRED: codes.Verdict.UNPROVEN,
}


def paper(record: PaperRecord, context: Context, *, shows: str = "", serves: str = "") -> Paper:
    """A paper of the law base as the dossier shows it."""
    return Paper(
        paper=context.say(record.title),
        obtain=codes.Obtain(record.obtain),
        danger=codes.Danger(record.danger),
        noticed=context.say(record.why),
        why=shows,
        whom=context.say(record.how),
        serves=serves,
    )


def cheapest_first(records: list[PaperRecord]) -> list[PaperRecord]:
    """Least dangerous, then easiest."""
    return sorted(records, key=lambda one: (_DANGER.index(one.danger), _OBTAIN.index(one.obtain), one.id))


def _papers_for(move: Move, result: RouteResult, context: Context) -> Iterator[Paper]:
    """The papers that make a move; the one that says so where the law base names none."""
    if move.key in result.lists:
        name = context.say(LIST_WORDS[result.lists[move.key]])
        yield Paper(
            paper=context.phrase("complete_list", name=name), obtain=codes.Obtain.EASY, danger=codes.Danger.NONE
        )
        return
    if move.kind == "select":
        known = move.key in ("facts", "entry", "registered", "filed", "decided", "notified")
        name = context.phrase(f"selector_{move.key}") if known else move.key
        key = "select_date" if known else "select_place"
        yield Paper(
            paper=context.phrase(key, name=name, value=move.value), obtain=codes.Obtain.EASY, danger=codes.Danger.NONE
        )
        return
    _, element, _ = result.leaves[move.key]
    records = cheapest_first([context.base.papers[name] for name in element.proof])
    shows = context.say(element.title)
    for record in records:
        yield paper(record, context, shows=shows)
    if not records:
        yield Paper(
            paper=context.phrase("no_paper_named", what=shows), obtain=codes.Obtain.SLOW, danger=codes.Danger.NONE
        )


def lifts(result: RouteResult, context: Context, scenario: str = "") -> tuple[Lift, ...]:
    """The ways to a better verdict; each slot lists papers of which any one is enough. Steps are shown with the
    verdict itself.
    """
    better = _BETTER.get(result.verdict)
    if better is None:
        return ()
    found = []
    groups = result.lift_slots
    for slots in groups[:MOST_LIFTS]:
        rows = []
        for slot in slots:
            choices: dict[str, Paper] = {}
            for move in slot:
                for one in islice(_papers_for(move, result, context), PAPERS_PER_MOVE):
                    choices.setdefault(one.paper, one)
            rows.append(Slot(choices=tuple(choices.values())))
        more = context.phrase("more_sets") if len(groups) > MOST_LIFTS or not result.lifts.complete else ""
        found.append(Lift(to=better, scenario=scenario, slots=tuple(rows), more=more))
    return tuple(found)


def arguments(result: RouteResult, context: Context) -> tuple[Argument, ...]:
    """The other side's arguments, from the smallest defeat sets: first where something on record already feeds them."""
    fed = {node.key for node in result.trace.nodes() if node.shown}
    moves = {move for group in result.lowers.sets for move in group}
    ranked = sorted(moves, key=lambda move: (move.key not in fed, not _has_words(move, result), move))
    found: dict[str, Argument] = {}
    for move in ranked:
        for argument in _argue(move, result, context):
            found.setdefault(argument.text, argument)
    return tuple(list(found.values())[:MOST_ARGUMENTS])


def _has_words(move: Move, result: RouteResult) -> bool:
    """Whether the law base says how the other side puts it."""
    return move.key in result.leaves and bool(result.leaves[move.key][1].opponent)


def _argue(move: Move, result: RouteResult, context: Context) -> Iterator[Argument]:
    if move.kind == "raise":
        rule = context.base.rules[move.key]
        papers = [
            name for version in rule.versions[-1:] for element in version.elements.values() for name in element.proof
        ]
        yield Argument(
            text=context.phrase("raise_bar", title=title_of(rule, context)),
            rests_on=context.cites(rule.versions[-1], limit=1),
            met_by=_names(papers, context),
        )
        return
    if move.kind == "select" or move.key in result.lists:
        return
    rule_id, element, _ = result.leaves[move.key]
    rests_on = context.cites(context.base.rules[rule_id].versions[-1], limit=1)
    if element.opponent:
        for text in element.opponent:
            yield Argument(
                text=context.say(text), rests_on=context.say(element.title), met_by=_names(element.proof, context)
            )
    else:
        key = "argue_yes" if move.value == "met" else "argue_no"
        yield Argument(
            text=context.phrase(key, title=context.say(element.title)),
            rests_on=rests_on,
            met_by=_names(element.proof, context),
        )


def _names(papers: tuple[str, ...] | list[str], context: Context) -> tuple[str, ...]:
    records = cheapest_first([context.base.papers[name] for name in dict.fromkeys(papers)])
    return tuple(context.say(record.title) for record in records)
