"""Decided cases are read strictly: each fault names its file and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.kernel.errors import RuleError
from pristan.law.decided import load_decisions
from pristan.law.loader import load_law
from tests.support.records import TEXT, record, write_law

WHOLE = """id = "xx.one"
cite = "A v. B (2020)"
decided = "2020-03"
says = { en = "it held so", ru = "так решено" }
confidence = "partial"
checked = 2026-11-20
facts = { where_now = "US" }

[[ask]]
rule = "xx.one"
expect = "met"
"""


def write(folder: Path, text: str, name: str = "one") -> Path:
    path = folder / "decisions" / "xx" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder / "decisions"


def test_a_decision_is_read_whole(tmp_path: Path) -> None:
    found = load_decisions(write(tmp_path, WHOLE))["xx.one"]
    assert (found.cite, found.decided, found.asks[0].rule) == ("A v. B (2020)", "2020-03", "xx.one")
    assert found.not_asked is None


def test_a_law_base_without_decided_cases_loads(tmp_path: Path) -> None:
    assert load_decisions(tmp_path / "decisions") == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "xx.one"', 'id = "xx.two"', 'The path says "xx.one"'),
        ('decided = "2020-03"', 'decided = "03.2020"', '"03.2020" is not a date'),
        ("checked = 2026-11-20\n", "", "no `checked` day"),
        ('confidence = "partial"', 'confidence = "sure"', "verified, partial, unverified"),
        (
            'expect = "met"',
            f'expect = "met"\ndiverges = {{ given = "met", why = {TEXT} }}',
            "A divergence differs",
        ),
        ('expect = "met"', 'expect = "met"\nwhy = "x"', '"why" is not a key'),
        ('[[ask]]\nrule = "xx.one"\nexpect = "met"\n', "", "or `not_asked` with the reason"),
        (
            "checked = 2026-11-20",
            f"checked = 2026-11-20\nnot_asked = {TEXT}",
            "or `not_asked` with the reason",
        ),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in WHOLE
    with pytest.raises(RuleError) as caught:
        load_decisions(write(tmp_path, WHOLE.replace(old, new)))
    assert said in caught.value.sentence
    assert str(caught.value.where).startswith("decisions/xx/one.toml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('rule = "xx.one"', 'rule = "xx.gone"', 'the rule "xx.gone" does not exist'),
        ('rule = "xx.one"', 'rule = "xx.one"\nelement = "there"', 'no element "there"'),
    ],
)
def test_a_question_to_what_does_not_exist_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = write_law(tmp_path, xx__one=record("xx.one"))
    write(folder, WHOLE.replace(old, new))
    with pytest.raises(RuleError, match=said):
        load_law(folder)
