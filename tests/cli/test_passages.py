"""`pristan library cite`: from a page that was found to a passage of the case, and away again; faults are refused."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from pristan.services.cases import open_case
from pristan.services.removing import put_back, rests_on, take_off_record
from tests.support.case_folder import PERSON, exhibit, fact, item, told, write_case

from .conftest import Run

REPORT = """Report of the invented Lantern Observatory.
The drugs were laid there by the police, who de-
nied every request for fingerprints.
In two towns the accused were freed by the courts.
"""
WORDS = "who denied every request for fingerprints"
ELEMENT = "us.asylum.bar.one_year#filed_late"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    tables = (PERSON, exhibit(), item("charge", "c1"), fact("where_now", told("CZ")))
    return write_case(tmp_path / "case", *tables)


@pytest.fixture
def library(tmp_path: Path, run: Run) -> Path:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    run("library", "add", report, "--in", tmp_path / "mine")
    return tmp_path / "mine"


def cite(run: Run, case: Path, library: Path, *more: str, quote: str = WORDS, page: int = 1, name: str = "report.txt"):  # type: ignore[no-untyped-def]
    return run("library", "cite", case, name, "--in", library, "--page", str(page), "--quote", quote, *more)


def test_what_search_prints_is_what_cite_takes(run: Run, case: Path, library: Path) -> None:
    out = run("library", "search", "denied", "requests", "--in", library).out
    (line,) = [one.strip() for one in out.splitlines() if one.strip().startswith("$ ")]
    words = [{"CASE": str(case), "ID": "drug_planting"}.get(one, one) for one in shlex.split(line[2:])]
    found = run(*words[1:], "--issuer", "neutral")
    assert found.code == 0
    (passage,) = open_case(case).passages
    assert (passage.exhibit, passage.pattern, passage.against) == ("2", "drug_planting", False)
    assert run("check", case).code == 0


def test_the_document_becomes_an_exhibit_once_and_a_passage_answers_nothing(
    run: Run, case: Path, library: Path
) -> None:
    before = open_case(case).statements
    first = cite(
        run, case, library, "--pattern", "drug_planting", "--indicator", "no_trace_of_person", "--issuer", "neutral"
    )
    second = cite(run, case, library, "--element", ELEMENT, "--against", quote="the accused were freed by the courts")
    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert "kept on purpose" in second.out
    after = open_case(case)
    assert list(after.exhibits) == ["1", "2"]
    assert after.exhibits["2"].issuer == "neutral"
    assert after.statements == before
    assert [(one.id, one.target, one.against) for one in after.passages] == [
        ("q1", "drug_planting.no_trace_of_person", False),
        ("q2", ELEMENT, True),
    ]


def test_words_that_answer_a_question_become_a_statement_of_the_paper(run: Run, case: Path, library: Path) -> None:
    ask = ("--fact", "charge.no_trace_of_person@c1", "--value", "yes", "--issuer", "neutral")
    refused = cite(run, case, library, *ask)
    assert refused.code == 2
    assert "own_act, observes" in refused.err
    assert list(open_case(case).exhibits) == ["1"]
    assert cite(run, case, library, *ask, "--how", "observes").code == 0
    after = open_case(case)
    (one,) = [said for said in after.statements if said.exhibit == "2"]
    assert (one.fact, one.item, one.value, one.page) == ("charge.no_trace_of_person", "c1", True, 1)
    assert not after.passages


PATTERN = ("--pattern", "drug_planting")


@pytest.mark.parametrize(
    ("more", "changed", "told"),
    [
        (PATTERN, {}, "Say it with the issuer"),
        ((*PATTERN, "--issuer", "neutral"), {"page": 2}, "they stand on page 1"),
        ((*PATTERN, "--issuer", "neutral"), {"quote": "who granted every request"}, "nor on another page"),
        ((*PATTERN, "--issuer", "neutral"), {"quote": "..."}, "nor on another page"),
        ((*PATTERN, "--issuer", "neutral"), {"quote": "ied every request"}, "nor on another page"),
        ((*PATTERN, "--issuer", "neutral"), {"name": "other.pdf"}, 'does not hold "other.pdf"'),
        ((*PATTERN, "--issuer", "neutral"), {"name": "0"}, 'does not hold "0"'),
        (("--pattern", "drugs_planted", "--issuer", "neutral"), {}, "drug_planting"),
        ((*PATTERN, "--indicator", "x", "--issuer", "neutral"), {}, 'has no indicator "x"'),
        (("--element", "us.asylum.bar.one_yaer#x"), {}, "us.asylum.bar.one_year"),
        (("--element", "us.asylum.bar.one_year#x"), {}, ELEMENT),
        (("--element", ELEMENT, *PATTERN), {}, "cited for one thing"),
        ((), {}, "cited for one thing"),
        (("--indicator", "no_trace_of_person", "--element", ELEMENT), {}, "an indicator belongs to a pattern"),
        ((*PATTERN, "--person", "igor"), {}, 'no person "igor"'),
        (("--fact", "charge.no_trace_of_person@c1"), {}, "Name the answer"),
        (("--fact", "charge.no_trace_of_person@c9", "--value", "yes"), {}, "items: c1"),
        (("--fact", "charge.no_trace_of_person@c1", "--value", "perhaps"), {}, "perhaps"),
        (("--fact", "charge.no_trace_of_person@c1", "--value", "yes", "--against"), {}, 'Leave "against" out'),
    ],
)
def test_what_cannot_be_cited_is_refused_and_nothing_is_changed(
    run: Run, case: Path, library: Path, more: tuple[str, ...], changed: dict[str, object], told: str
) -> None:
    before = (case / "case.toml").read_bytes()
    found = cite(run, case, library, *more, **changed)  # type: ignore[arg-type]
    assert (found.code, found.out) == (2, "")
    assert told in found.err
    assert (case / "case.toml").read_bytes() == before
    assert [one.name for one in (case / "exhibits").iterdir()] == ["1.txt"]


def test_the_same_words_for_the_same_thing_are_not_cited_twice(run: Run, case: Path, library: Path) -> None:
    assert cite(run, case, library, *PATTERN, "--issuer", "neutral").code == 0
    again = cite(run, case, library, *PATTERN)
    assert (again.code, "already, as q1" in again.err) == (2, True)
    wrong = cite(run, case, library, "--element", ELEMENT, "--issuer", "accuser")
    assert "on record as exhibit 2" in wrong.err


def test_a_passage_is_taken_away_letter_for_letter_and_the_paper_stays(run: Run, case: Path, library: Path) -> None:
    cite(run, case, library, *PATTERN, "--issuer", "neutral")
    before = (case / "case.toml").read_text(encoding="utf-8")
    cite(run, case, library, "--element", ELEMENT)
    assert "q1 (2, 1: drug_planting)" in run("library", "uncite", case, "q9").err
    assert run("library", "uncite", case, "q2").code == 0
    assert (case / "case.toml").read_text(encoding="utf-8") == before
    assert list(open_case(case).exhibits) == ["1", "2"]


def test_a_passage_leaves_with_its_paper_and_comes_back_with_it(run: Run, case: Path, library: Path) -> None:
    cite(run, case, library, *PATTERN, "--issuer", "neutral")
    cited = [(one.id, one.quote) for one in open_case(case).passages]
    assert rests_on(open_case(case), "2").passages == 1
    home = open_case(case).home
    take_off_record(home, "2")
    assert open_case(case).passages == ()
    put_back(home, "2")
    assert [(one.id, one.quote) for one in open_case(case).passages] == cited


def test_check_says_what_no_longer_stands_and_what_is_cited_for_nothing(run: Run, case: Path, library: Path) -> None:
    cite(run, case, library, *PATTERN, "--issuer", "neutral")
    assert run("check", case).code == 0
    file = case / "case.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(WORDS, "who granted every request"), encoding="utf-8")
    found = run("check", case, "--lang", "ru")
    assert (found.code, "этих слов в бумаге не найдено" in found.out) == (1, True)
    file.write_text(text.replace('pattern = "drug_planting"', 'pattern = "gone"'), encoding="utf-8")
    found = run("check", case, "--json")
    (astray,) = found.json["astray"]
    assert (found.code, astray["target"], found.json["misquoted"]) == (1, "gone", [])


def test_holding_a_report_is_warned_of_unless_the_person_is_abroad(run: Run, case: Path, library: Path) -> None:
    assert "danger" not in cite(run, case, library, *PATTERN, "--issuer", "neutral").err
    file = case / "case.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('value = "CZ"', 'value = "RU"'), encoding="utf-8")
    assert "danger" in cite(run, case, library, "--element", ELEMENT).err
