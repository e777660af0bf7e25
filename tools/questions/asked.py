"""How many questions one person is asked: at most, by place; and in the interview of a story, from an empty case.

Source: docs/decisions/0026-how-many-questions.md. Result: counts of questions (of a list: of its first item). Does not:
count what a lawyer types in from papers without being asked; time limits are counted from dates that nobody is asked
in the interview, so they stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pristan.assessment.inplay import INTERNATIONAL, WRONG_DONE
from pristan.assessment.reach import index_of
from pristan.case.account_model import Accounts
from pristan.case.model import Case, Item, Statement
from pristan.country.patterns import patterns
from pristan.deadlines.load import deadline_rules
from pristan.law.loader import law_in_use
from pristan.law.model import Rule
from pristan.services.assessing import assess_case
from pristan.services.interview import NextQuestion, next_questions

PLACES = ("US", "DE", "FR", "GB", "CA", "RU", "KZ", "TR", "GE")
ACCUSER = "RU"


@dataclass(frozen=True, slots=True)
class AtMost:
    """The questions that something in play at one place can turn on, if Russia accuses and nothing else is told."""

    place: str
    routes: int
    effects: int
    asked: int  # of routes and effects
    with_patterns: int  # and of the patterns of the accusing state
    days: int  # dates from which only a time limit is counted


@dataclass(frozen=True, slots=True)
class Walk:
    """One interview, from an empty case until it has no question left."""

    story: str
    asked: int
    answered: int  # from the story; the others it does not tell
    last_answered: int  # the place of the last question that the story answers
    lists_begun: int
    routes: int  # in play at the end


def at_most(place: str) -> AtMost:
    """What a person at `place`, of the accusing state's nationality, may be asked."""
    base, index = law_in_use(), index_of(law_in_use())
    routes = [rule for rule in base.with_role("route") if _may_be_in_play(rule, place)]
    effects = [rule for rule in base.with_role("effect") if rule.remedy and rule.remedy.place.country == place]
    asked = frozenset[str]().union(*(index.facts(rule.id) for rule in (*routes, *effects)))
    ids = [rule.id for rule in (*routes, *effects)]
    days = {fact for limit in deadline_rules() if any(limit.serves(one) for one in ids) for fact in limit.facts}
    signs = {
        fact
        for pattern in patterns().values()
        if ACCUSER in pattern.states
        for one in pattern.indicators
        for fact in one.element.rests_on
    }
    return AtMost(place, len(routes), len(effects), len(asked), len(asked | signs), len(days - asked))


def _may_be_in_play(rule: Rule, place: str) -> bool:
    if rule.remedy is None:
        return False
    return rule.remedy.in_play in WRONG_DONE or rule.remedy.place.country in (place, ACCUSER, INTERNATIONAL)


def walk(story: Case) -> Walk:
    """The interview of the story's principal, answered with what the story tells, each in the person's own word."""
    case = replace(
        story,
        items=(),
        complete_lists=frozenset(),
        statements=(),
        events=(),
        scenarios=(),
        accounts=Accounts(),
        withheld=frozenset(),
        not_remembered=frozenset(),
    )
    told = _told(story)
    passed: set[tuple[str, str | None]] = set()
    asked = answered = last = lists = 0
    section: str | None = None
    while True:
        assessment = assess_case(case, defeats=False)
        questions = next_questions(assessment, skip=frozenset(passed), section=section)
        if not questions:
            return Walk(story.id, asked, answered, last, lists, sum(bool(one.in_play) for one in assessment.routes))
        question = questions[0]
        section = question.fact.section
        asked += 1
        key = (question.fact.id, question.item.id if question.item else None)
        if question.opens_list:
            case, begun = _begun(case, story, question, told)
            lists += begun
            answered += begun
            last = asked if begun else last
        elif key in told:
            case = replace(case, statements=(*case.statements, told[key]))
            passed.add(key)  # a date that is not exact is not asked again: the story has no better one
            answered += 1
            last = asked
        if asked != last:
            case = replace(case, not_remembered=case.not_remembered | {(story.principal.id, *key)})


def _told(story: Case) -> Mapping[tuple[str, str | None], Statement]:
    """One answer per question: the person's own word before a paper's."""
    mine = [one for one in story.statements if one.person == story.principal.id and not one.supposed]
    mine.sort(key=lambda one: one.exhibit is not None)
    found: dict[tuple[str, str | None], Statement] = {}
    for one in mine:
        found.setdefault((one.fact, one.item), replace(one, exhibit=None, page=None, quote=None, how=None))
    return found


def _begun(
    case: Case, story: Case, question: NextQuestion, told: Mapping[tuple[str, str | None], Statement]
) -> tuple[Case, bool]:
    """The list with all entries of the story; whether it has any, or says that there are none."""
    who, name = story.principal.id, question.fact.list
    items: list[Item] = [one for one in story.items if one.person == who and one.list == name]
    says = [told[question.fact.id, one.id] for one in items if (question.fact.id, one.id) in told]
    complete = {one for one in story.complete_lists if one == (who, name)}
    case = replace(
        case,
        items=(*case.items, *items),
        statements=(*case.statements, *says),
        complete_lists=case.complete_lists | complete,
    )
    return case, bool(items or complete)
