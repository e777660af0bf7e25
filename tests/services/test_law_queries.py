"""The law base as a user asks for it: list, show, check, stale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pristan.case.model import Case
from pristan.kernel.errors import CaseError, RuleError
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase
from pristan.services import assessing, law_queries
from pristan.services.cases import open_case
from pristan.services.law_queries import (
    check_law,
    rule_named,
    rules_listed,
    stale_versions,
)
from tests.support.case_folder import PERSON, fact, told, write_case
from tests.support.records import element, law, record, version

ROUTE = {"role": '"route"', "does": '"stops_return"', "place": '{ country = "US", params = [] }'}
HERE = element(own_word='"settles"')
Use = Callable[..., LawBase]


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Use:
    """Put a small law in the place of the shipped one."""

    def made(**records: str) -> LawBase:
        base = law(tmp_path / "law", **records)
        monkeypatch.setattr(law_queries, "law_in_use", lambda: base)
        monkeypatch.setattr(assessing, "law_in_use", lambda: base)
        return base

    return made


def a_case(folder: Path, *tables: str) -> Case:
    return open_case(write_case(folder / "case", PERSON, fact("where_now", told("US")), *tables))


# list and show


def test_rules_are_listed_by_role_and_by_the_beginning_of_their_id(use: Use) -> None:
    use(
        xx__one=record("xx.one"),
        xx__two=record("xx.two", role='"bar"', raised_by='"statute"'),
        yy__one=record("yy.one"),
    )
    assert [one.id for one in rules_listed()] == ["xx.one", "xx.two", "yy.one"]
    assert [one.id for one in rules_listed(prefix="xx.")] == ["xx.one", "xx.two"]
    assert [one.id for one in rules_listed(role="bar")] == ["xx.two"]
    assert rules_listed(role="bar", prefix="yy") == ()
    with pytest.raises(CaseError, match='no rule begins with "zz"'):
        rules_listed(prefix="zz")


def test_a_rule_is_found_by_its_id() -> None:
    name = next(iter(law_in_use().rules))
    assert rule_named(name).id == name


def test_a_rule_that_is_not_there_is_refused_with_near_ids(use: Use) -> None:
    use(xx__one_year=record("xx.one_year"), yy__one_year=record("yy.one_year"), zz__other=record("zz.other"))
    with pytest.raises(CaseError) as caught:
        rule_named("us.asylum.one_year")
    assert caught.value.sentence == 'there is no rule "us.asylum.one_year". Near: xx.one_year, yy.one_year.'


def test_a_rule_like_no_other_is_refused_with_the_next_step(use: Use) -> None:
    use(xx__one=record("xx.one"))
    with pytest.raises(CaseError, match=r"`pristan law list` shows all\."):
        rule_named("us.nothing")


# check


def example(expect: str, where: str | None = "US") -> str:
    facts = "" if where is None else f'facts = {{ where_now = "{where}" }}\n'
    return f'[[example]]\nname = {{ en = "{where}", ru = "{where}" }}\n{facts}expect = "{expect}"\n'


GOOD = example("met") + example("not_met", "GE") + example("unknown", None)


def test_a_law_whose_examples_come_out_and_cover_every_answer_is_clean(use: Use) -> None:
    use(xx__one=record("xx.one") + GOOD)
    found = check_law()
    assert (len(found.results), found.wrong, found.unexampled) == (3, (), ())


def test_an_example_that_comes_out_otherwise_is_named(use: Use) -> None:
    use(xx__one=record("xx.one") + GOOD + example("met", "DE"))
    (wrong,) = check_law().wrong
    assert (wrong.rule, wrong.example.name.en, wrong.example.expect, wrong.given) == ("xx.one", "DE", "met", "not_met")


def test_an_example_that_names_other_gaps_than_there_are_is_wrong(use: Use) -> None:
    use(xx__one=record("xx.one") + GOOD + example("unknown", None) + 'needs = ["born"]\n')
    assert [one.example.needs for one in check_law().wrong] == [("born",)]


def test_an_answer_without_an_example_is_named(use: Use) -> None:
    use(xx__one=record("xx.one") + example("met"))
    assert check_law().unexampled == (("xx.one", "not_met"), ("xx.one", "unknown"))


def test_an_example_with_a_fact_that_is_not_in_the_vocabulary_is_our_fault(use: Use) -> None:
    use(
        xx__one=record("xx.one")
        + '[[example]]\nname = { en = "x", ru = "х" }\nfacts = { where_then = "US" }\nexpect = "met"\n'
    )
    with pytest.raises(RuleError, match=r"xx.one, example 'x': the fact \"where_then\" is not in the vocabulary"):
        check_law()


# stale


def test_a_volatile_version_is_stale_more_than_sixty_days_after_it_was_checked(use: Use) -> None:
    use(xx__one=record("xx.one", version(volatile="true", checked="2026-09-01")))
    checked = date(2026, 9, 1)
    assert stale_versions(checked + timedelta(days=60)) == ()
    (found,) = stale_versions(checked + timedelta(days=61))
    assert (found.rule.id, found.days) == ("xx.one", 61)


def test_a_version_that_is_not_volatile_is_never_stale(use: Use) -> None:
    use(xx__one=record("xx.one", version(checked="2000-01-01")))
    assert stale_versions(date(2026, 11, 20)) == ()


def test_the_oldest_stale_version_comes_first(use: Use) -> None:
    use(
        xx__one=record("xx.one", version(volatile="true", checked="2026-08-01")),
        xx__two=record("xx.two", version(volatile="true", checked="2025-08-01")),
    )
    assert [one.rule.id for one in stale_versions(date(2026, 11, 20))] == ["xx.two", "xx.one"]
