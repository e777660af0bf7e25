"""The facts of a decision are put to the rules, and the difference from what was decided is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.assessment.coverage import elements_covered
from pristan.assessment.decided import AskResult, gives_back_a_fact, run_decision
from pristan.law.loader import load_law
from pristan.law.model import LawBase
from tests.support.records import AUTHORITY, TEXT, element, record, version, write_law

HEAD = """id = "xx.one"
cite = "A v. B (2020)"
decided = "2020"
says = { en = "it held so", ru = "так решено" }
confidence = "partial"
checked = 2026-11-20
"""
WEIGHING = """factors_for = ["views", "here"]
factors_against = ["money"]
factors = "partial"
"""


def base_with(folder: Path, body: str, **records: str) -> LawBase:
    write_law(folder, **(records or {"xx__rule": record("xx.rule")}))
    path = folder / "decisions" / "xx" / "one.toml"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + body, encoding="utf-8")
    return load_law(folder)


def asked(base: LawBase) -> list[AskResult]:
    return list(run_decision(base, base.decisions["xx.one"]))


def test_an_answer_as_decided_agrees(tmp_path: Path) -> None:
    base = base_with(tmp_path, 'facts = { where_now = "US" }\n[[ask]]\nrule = "xx.rule"\nexpect = "met"\n')
    (one,) = asked(base)
    assert (one.given, one.agrees, one.wrong) == ("met", True, False)


def test_an_answer_other_than_decided_is_wrong(tmp_path: Path) -> None:
    base = base_with(tmp_path, 'facts = { where_now = "DE" }\n[[ask]]\nrule = "xx.rule"\nexpect = "met"\n')
    (one,) = asked(base)
    assert (one.given, one.wrong) == ("not_met", True)


@pytest.mark.parametrize(("given", "wrong"), [("not_met", False), ("unknown", True)])
def test_only_the_divergence_that_is_written_down_is_known(tmp_path: Path, given: str, wrong: bool) -> None:
    diverges = f'diverges = {{ given = "{given}", why = {TEXT} }}'
    ask = f'[[ask]]\nrule = "xx.rule"\nexpect = "met"\n{diverges}\n'
    (one,) = asked(base_with(tmp_path, 'facts = { where_now = "DE" }\n' + ask))
    assert one.wrong is wrong


def test_a_divergence_that_is_no_more_is_wrong(tmp_path: Path) -> None:
    ask = '[[ask]]\nrule = "xx.rule"\nexpect = "met"\ndiverges = { given = "not_met", why = { en = "w", ru = "п" } }\n'
    (one,) = asked(base_with(tmp_path, 'facts = { where_now = "US" }\n' + ask))
    assert one.agrees
    assert one.wrong


@pytest.mark.parametrize(
    ("facts", "sides"),
    [
        ('{ where_now = "US" }', "for"),
        ('{ where_now = "US", spoke_in_public = true }', "both"),
        ('{ where_now = "DE", spoke_in_public = true }', "against"),
        ('{ where_now = "DE" }', "neither"),
    ],
)
def test_a_weighing_answers_with_the_sides_on_which_a_factor_is_met(tmp_path: Path, facts: str, sides: str) -> None:
    weighing = version(
        element("here"),
        element("views", answered_by='{ fact = "where_now", is = ["FR"] }'),
        element("money", answered_by='{ fact = "spoke_in_public" }'),
        authority=AUTHORITY,
        test=None,
        factors_for='["views", "here"]',
        factors_against='["money"]',
        factors='"partial"',
    )
    base = base_with(
        tmp_path,
        f'facts = {facts}\n[[ask]]\nrule = "xx.rule"\nexpect = "{sides}"\n',
        xx__rule=record("xx.rule", weighing, role='"weigh"'),
    )
    (one,) = asked(base)
    assert one.given == sides


def test_a_question_that_gives_back_a_fact_is_found(tmp_path: Path) -> None:
    plain = version(element("spoke", answered_by='{ fact = "spoke_in_public" }'), test='{ all = ["spoke"] }')
    base = base_with(
        tmp_path,
        'facts = { spoke_in_public = true, where_now = "US" }\n'
        '[[ask]]\nrule = "xx.rule"\nexpect = "met"\n[[ask]]\nrule = "xx.other"\nexpect = "met"\n',
        xx__rule=record("xx.rule", plain),
        xx__other=record("xx.other"),
    )
    decision = base.decisions["xx.one"]
    assert [gives_back_a_fact(base, decision, ask) for ask in decision.asks] == ["spoke_in_public", None]


def test_an_element_no_example_shows_is_named(tmp_path: Path) -> None:
    example = '[[example]]\nname = { en = "here", ru = "здесь" }\nfacts = { where_now = "US" }\nexpect = "met"\n'
    base = load_law(write_law(tmp_path, xx__rule=record("xx.rule") + example))
    (one,) = elements_covered(base)
    assert (one.element, one.shown, one.missing) == ("here", {"met"}, ("not_met", "unknown"))
