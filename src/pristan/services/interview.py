"""The interview: the next question that decides most, and an answer written into the case folder.

Source: the design's "next question": the unknown fact in most smallest sets over routes in play, grouped by section
so that the
talk does not jump, sensitive ones late.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pristan.assessment.moves import Move
from pristan.assessment.results import Assessment, RouteResult, TraceNode
from pristan.case.model import Case, Item
from pristan.case.values import read_value
from pristan.kernel.dates import PartialDate
from pristan.kernel.vocabulary.facts import FactType, vocabulary


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """One question, of one item if it belongs to a list, and how many smallest sets it stands in."""

    fact: FactType
    item: Item | None
    decides: int
    routes: tuple[str, ...]


def next_questions(
    assessment: Assessment, *, skip: frozenset[tuple[str, str | None]] = frozenset(), section: str | None = None
) -> tuple[NextQuestion, ...]:
    """Unanswered questions, those that decide most first; `section`, the one last asked, goes on, sensitive ones come
    last.
    """
    weight: Counter[tuple[str, str | None]] = Counter()
    routes: dict[tuple[str, str | None], dict[str, None]] = {}
    for result in assessment.routes:
        if not result.in_play:
            continue
        for group in result.lifts.sets:
            for move in group:
                for key in _facts_at(result, move):
                    if key not in skip and key[0] in vocabulary():
                        weight[key] += 1
                        routes.setdefault(key, {})[result.rule.id] = None
    found = [
        NextQuestion(vocabulary()[fact], _item(assessment, item), count, tuple(routes[fact, item]))
        for (fact, item), count in weight.items()
    ]
    by_section = Counter[str]()
    for question in found:
        by_section[question.fact.section] += question.decides
    return tuple(
        sorted(
            found,
            key=lambda q: (
                q.fact.sensitive,
                q.fact.section != section,
                -by_section[q.fact.section],
                q.fact.section,
                -q.decides,
                q.fact.id,
            ),
        )
    )


def _facts_at(result: RouteResult, move: Move) -> list[tuple[str, str | None]]:
    if move.kind == "select":
        dates = result.rule.remedy.dates if result.rule.remedy else {}
        return [(dates[move.key], None)] if move.key in dates else []
    if move.key not in result.leaves:
        return []
    item = result.leaves[move.key][2]
    node = _node(result.trace, move.key)
    return [(fact, item if _listed(fact) else None) for fact in (node.needs if node else ())]


def _listed(fact: str) -> bool:
    known = vocabulary().get(fact)
    return known is not None and known.list is not None


def _node(node: TraceNode, key: str) -> TraceNode | None:
    if node.key == key:
        return node
    return next((found for child in node.children if (found := _node(child, key))), None)


def _item(assessment: Assessment, item: str | None) -> Item | None:
    mine = (one for one in assessment.case.items if one.person == assessment.person.id)
    return next((one for one in mine if one.id == item), None)


def write_answer(case: Case, question: NextQuestion, text: str) -> None:
    """Append the person's own answer to the case file. Raises CaseError if the answer has the wrong form."""
    value = read_value(question.fact, _typed(question.fact, text))
    path: Path = case.folder / "case.toml"
    lines = ["", "[[fact]]", f"fact = {json.dumps(question.fact.id)}"]
    if question.item is not None:
        lines.append(f"item = {json.dumps(question.item.id)}")
    lines.append(f'says = [ {{ value = {_toml(value)}, by = "person" }} ]')
    with path.open("a", encoding="utf-8") as stream:
        stream.write("\n".join(lines) + "\n")


def _typed(fact: FactType, text: str) -> object:
    if fact.type == "yes_no":
        return {"yes": True, "y": True, "да": True, "no": False, "n": False, "нет": False}.get(
            text.strip().lower(), text
        )
    if fact.type == "number":
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return text
    return text.strip()


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    text = json.dumps(value.original if isinstance(value, PartialDate) else str(value), ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")  # JSON lets this one control character stand, TOML does not
