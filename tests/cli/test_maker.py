"""`pristan maker`: who made papers is put right by number, and what cannot be is said with the next step."""

from __future__ import annotations

from pathlib import Path

from pristan.case.loader import load_case
from tests.cli.conftest import Run
from tests.support.case_folder import PERSON, exhibit, fact, paper, write_case


def test_papers_of_one_maker_are_put_right_in_one_run_and_the_others_stay(run: Run, tmp_path: Path) -> None:
    names = [f"exhibits/{number}.txt" for number in "123"]
    papers = [exhibit(number, issuer="accuser", file=file) for number, file in zip("123", names, strict=True)]
    rests = fact("was_hurt_in_custody", paper(True, exhibit="3"))
    case = write_case(tmp_path / "case", PERSON, *papers, rests, files=tuple(names))
    ran = run("maker", case, "2", "3", "--is", "neutral")
    assert (ran.code, ran.out.count("counted anew: 1")) == (0, 1)
    assert [one.issuer.value for one in load_case(case).exhibits.values()] == ["accuser", "neutral", "neutral"]
    refused = run("maker", case, "3", "--is", "witness", "--lang", "ru")
    assert (refused.code, "Снимите бумагу с учёта" in refused.err) == (2, True)
