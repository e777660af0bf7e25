"""No question is orphaned, none asks a legal conclusion, no two ask the same thing."""

from __future__ import annotations

import re

import pytest

from pristan.assessment.paper_limits import TRIGGER
from pristan.case.model import NamedDay
from pristan.country.patterns import patterns
from pristan.deadlines.load import deadline_rules
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use

# Words of a legal conclusion: the person is asked what happened, never what it means in law.
FORBIDDEN = re.compile(
    r"\b(persecut\w*|nexus|central reason|well-founded|pretext\w*|credib\w*|political in nature|fabricat\w*|refoul\w*"
    r"|would the act|преследован\w*|предлог\w*|сфабрикован\w*|достоверн\w*|обоснованн\w* опасени\w*)\b",
    re.IGNORECASE,
)
# Facts that no rule reads but the product itself does: place on the first screen, ties, the chronology.
READ_BY_THE_PRODUCT = {
    "born",
    "charge.substance",  # what a lawyer compares with the schedules
    "destination.country",
    "stay.country",
    "nationality.country",
    "where_now",
    "public_act_date",
    "left_russia",
}


def _used() -> set[str]:
    base = law_in_use()
    used = {
        fact
        for rule in base.rules.values()
        for version in rule.versions
        for element in version.elements.values()
        for fact in element.rests_on
    }
    used |= {fact for rule in base.rules.values() if rule.remedy for fact in rule.remedy.dates.values()}
    used |= {fact for pattern in patterns().values() for one in pattern.indicators for fact in one.element.rests_on}
    return used.union(*(rule.facts for rule in deadline_rules()))


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("charge.closed_hearing", {"charged", "convicted", "acquitted"}),  # a trial that is still going on
        ("charge.custody_same_words", {"custody", "undertaking", "none"}),  # custody that was changed or has ended
    ],
)
def test_what_can_be_so_before_a_judgment_or_after_custody_is_asked_then_too(question: str, answers: set[str]) -> None:
    follows = vocabulary()[question].follows
    assert follows is None or answers <= set(follows.values)


def test_a_question_follows_one_that_can_be_asked_at_the_same_place_and_answered_so() -> None:
    facts = vocabulary()
    for one in facts.values():
        if one.follows is None:
            continue
        before = facts[one.follows.fact]
        assert before.list in (None, one.list), one.id
        possible = (True, False) if before.type == "yes_no" else tuple(choice.id for choice in before.choices)
        assert set(one.follows.values) < set(possible), one.id
        chain = [one.id]
        while facts[chain[-1]].follows is not None:
            follows = facts[chain[-1]].follows
            assert follows is not None
            assert follows.fact not in chain, chain
            chain.append(follows.fact)


UNDERSTOOD_ALONE = {
    "alternative_service_open",
    "removal_to",
    "charge.found_by_phone_only",
    "charge.item_found_before_ruling",
    "charge.moved_before_search_record",
    "charge.no_trace_of_person",
    "charge.nothing_found_on_person",
    "charge.same_attesting_witnesses",
    "charge.saw_it_placed",
}


def test_a_question_that_follows_another_can_be_understood_where_that_was_not_answered() -> None:
    after = [one for one in vocabulary().values() if one.follows is not None and one.id not in UNDERSTOOD_ALONE]
    takes_it_for_granted = [
        one.id for one in after if not (one.ask.en.startswith("If ") and one.ask.ru.startswith("Если "))
    ]
    assert not takes_it_for_granted


def test_every_question_is_used() -> None:
    orphans = set(vocabulary()) - _used() - READ_BY_THE_PRODUCT
    assert not orphans, sorted(orphans)


def test_every_deadline_counts_from_a_question_of_the_vocabulary() -> None:
    missing = set().union(*(rule.facts for rule in deadline_rules())) - set(vocabulary())
    of_papers = {one.trigger for one in NamedDay} | {TRIGGER}
    assert missing == of_papers, "or from a day or a time that a paper names"


def test_no_question_asks_a_legal_conclusion() -> None:
    wrong = [
        (fact.id, found.group())
        for fact in vocabulary().values()
        for text in (fact.ask.en, fact.ask.ru)
        if (found := FORBIDDEN.search(text))
    ]
    assert not wrong


def test_no_two_questions_are_worded_alike() -> None:
    seen: dict[str, str] = {}
    alike = []
    for fact in vocabulary().values():
        for text in (fact.ask.en.casefold(), fact.ask.ru.casefold()):
            if text in seen and seen[text] != fact.id:
                alike.append((seen[text], fact.id))
            seen[text] = fact.id
    assert not alike
