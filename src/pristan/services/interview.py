"""The interview: the next question that decides most, and an answer written into the case.

Source: the design's "next question": the unknown fact in most smallest sets over routes in play, grouped by section
so that the
talk does not jump, sensitive ones late.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.assessment.record import Record
from pristan.assessment.results import Assessment, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.assessment.view import View
from pristan.case.model import Case, Item, Statement
from pristan.case.values import read_value
from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import FactType, vocabulary

NEWLINE = "\n"
_OWN_WORD = r'says = \[\s*\{ value = (?![^\n]*\bexhibit = )[^\n]*, by = "person"[^\n]*\},?\s*\]\n'  # and nobody else's

Question = tuple[str, str | None]  # a fact, and the item of a list that it is asked of


FIRST = ("where_now",)  # without it no country's routes are in play, so nothing else could ask for it


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """One question, of one item if it belongs to a list, and how many smallest sets it stands in."""

    fact: FactType
    item: Item | None
    decides: int
    routes: tuple[str, ...]


def next_questions(
    assessment: Assessment, *, skip: frozenset[Question] = frozenset(), section: str | None = None
) -> tuple[NextQuestion, ...]:
    """Unanswered questions, those that decide most first; `section`, the one last asked, goes on, sensitive ones come
    last. What the person has answered, would rather not say or does not remember is left out: an answer that still
    needs a paper is a matter of the plan, not of a second asking. A date is asked again while it is not known enough.

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
    weight: Counter[Question] = Counter()
    routes: dict[Question, dict[str, None]] = {}
    for result in assessment.routes:
        for key, count in _asked_by(result, assessment.grounder.record) if result.in_play else _asked_before(result):
            if key not in passed and key[0] in vocabulary():
                weight[key] += count
                routes.setdefault(key, {})[result.rule.id] = None
    found = [
        NextQuestion(vocabulary()[fact], _item(assessment, item), count, tuple(routes[fact, item]))
        for (fact, item), count in weight.items()
    ]
    told = {one.fact for one in case.statements if one.person == who}
    asked = {one.fact.id for one in found}
    found += [
        NextQuestion(vocabulary()[fact], None, 0, ())
        for fact in FIRST
        if fact not in told and fact not in asked and (fact, None) not in passed
    ]
    by_section = Counter[str]()
    for question in found:
        by_section[question.fact.section] += question.decides
    return tuple(
        sorted(
            found,
            key=lambda q: (
                q.fact.id not in FIRST,
                q.fact.sensitive,
                q.fact.section != section,
                -by_section[q.fact.section],
                q.fact.section,
                -q.decides,
                q.fact.id,
            ),
        )
    )


def _asked_by(result: RouteResult, record: Record) -> Iterator[tuple[Question, int]]:
    """The facts that a route misses, each with 1 for a set of moves in which it stands."""
    if not result.lifts.sets and result.lifts.complete:
        return
    dates = result.rule.remedy.dates if result.rule.remedy else {}
    for group in result.lifts.sets:
        for move in group:
            if move.kind == "select":
                yield from (((dates[name], None), 1) for name in (move.key,) if name in dates)
            else:
                yield from ((question, 1) for question in _missing(result, move.key, record))
    if not result.lifts.complete:
        yield from ((question, 0) for key in result.leaves for question in _missing(result, key, record))


def _asked_before(result: RouteResult) -> Iterator[tuple[Question, int]]:
    """Of a route that waits until its wrong is told: what would tell it. It is asked, though the route is not shown."""
    remedy = result.rule.remedy
    if remedy is None or remedy.in_play != "wrong_told" or result.verdict in (Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return
    for leaf in result.problem.arises_on.values():
        for fact in leaf.element.facts if leaf.element else ():
            yield (fact, leaf.item if _listed(fact) else None), 0


def _missing(result: RouteResult, key: str, record: Record) -> Iterator[Question]:
    """The facts that would answer an element of a route; none where it is answered."""
    if key in result.leaves:
        _, element, item = result.leaves[key]
        if View(result.problem, record).standing(key).answer is Answer.UNKNOWN:
            yield from ((fact, item if _listed(fact) else None) for fact in record.source.needs(element, item))


def _listed(fact: str) -> bool:
    known = vocabulary().get(fact)
    return known is not None and known.list is not None


def _item(assessment: Assessment, item: str | None) -> Item | None:
    mine = (one for one in assessment.case.items if one.person == assessment.person.id)
    return next((one for one in mine if one.id == item), None)


def write_answer(case: Case, question: NextQuestion, text: str) -> None:
    """Append the person's own answer to the case file. Raises CaseError if the answer has the wrong form."""
    value = read_value(question.fact, _typed(question.fact, text))
    _append(case, "fact", question, f'says = [ {{ value = {_toml(value)}, by = "person" }} ]')


def write_withheld(case: Case, question: NextQuestion) -> None:
    """Append that the person would rather not say: the question is not asked again until that is removed."""
    _append(case, "withheld", question)


def write_not_remembered(case: Case, question: NextQuestion) -> None:
    """Append that the person does not remember: it stays unknown, and is not asked again until this is removed."""
    _append(case, "not_remembered", question)


def question_named(case: Case, fact: str, item: str | None) -> NextQuestion | None:
    """A question asked by name, to come back to; None if there is none, or no such item of its list."""
    known = vocabulary().get(fact)
    found = next((one for one in case.items if one.id == item and one.person == case.principal.id), None)
    if known is None or (known.list is not None) != (found is not None):
        return None
    return NextQuestion(known, found, 0, ())


def take_back(case: Case, question: NextQuestion) -> bool:
    """Remove the person's own answer to a question, or that they would rather not say or do not remember; False if
    none of these is there.

    Raises CaseError, and changes nothing, if the answer stands in one entry with what papers say: that is edited there.
    """
    before = case.home.text()
    head = f"fact = {json.dumps(question.fact.id)}\n"
    head += f"item = {json.dumps(question.item.id)}\n" if question.item is not None else ""
    own = rf"{re.escape(f'[[fact]]{NEWLINE}{head}')}{_OWN_WORD}"
    unanswered = rf"\[\[(?:withheld|not_remembered)\]\]\n{re.escape(head)}(?=\n|\[|\Z)"
    after = re.sub(rf"(?m)^\n?(?:{own}|{unanswered})", "", before)
    if after == before:
        mine = [one for one in case.statements if _is_own(one, case, question)]
        if mine:
            raise CaseError(
                "this answer stands in one entry with what a paper says. Change it in the case file.",
                where=mine[0].where,
            )
        return False
    case.home.replace(after, expected=before)
    return True


def _is_own(one: Statement, case: Case, question: NextQuestion) -> bool:
    item = None if question.item is None else question.item.id
    return (one.fact, one.item, one.person, one.exhibit) == (question.fact.id, item, case.principal.id, None)


def _append(case: Case, table: str, question: NextQuestion, *more: str) -> None:
    lines = ["", f"[[{table}]]", f"fact = {json.dumps(question.fact.id)}"]
    if question.item is not None:
        lines.append(f"item = {json.dumps(question.item.id)}")
    before = case.home.text()
    case.home.replace(before + "\n".join([*lines, *more]) + "\n", expected=before)


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
