"""The reader of `expected.toml` refuses what it does not understand; a wrong expectation is told from a right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.kernel.errors import CaseError
from tests.journeys.expectations import difference, difference_of_change, read_expected, story_case

WHY = 'why = "ECHR art 35: acts before 16 September 2022 only"'
CLOSED = f'[[expect]]\nroute = "echr.russia"\nscenario = "today"\nverdict = "closed"\n{WHY}\n'
CHANGE = '[[change]]\nid = "x"\nroute = "echr.russia"\nscenario = "today"\nwas = "closed"\nverdict = "unproven"\n' + WHY


def _written(folder: Path, text: str) -> Path:
    path = folder / "expected.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (CLOSED.replace("verdict", "verdikt"), '"verdict" is missing'),
        (CLOSED + 'because = "of this"\n', '"because" is not a key'),
        (CLOSED.replace('"closed"', '"safe"'), '"verdict" is "safe"'),
        (CLOSED.replace('"today"', '"tomorrow"'), '"scenario" is "tomorrow"'),
        (CLOSED.replace('"closed"', '"not_yet"'), "says what follows"),
        (CLOSED.replace('route = "echr.russia"', 'route = "echr.russia"\neffect = "ru.exit"'), "one of the two"),
        (CLOSED + CLOSED, "is said twice"),
        (CHANGE, "nothing is changed here"),
        (CHANGE + '\nremove_exhibit = "99"', 'there is no exhibit "99"'),
    ],
)
def test_a_fault_in_the_file_is_refused_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(CaseError, match=r"expected\.toml:\d+") as caught:
        read_expected(_written(tmp_path, text), story_case("planted"))
    assert fault in str(caught.value)


def test_a_right_expectation_is_quiet_and_a_wrong_one_names_both_verdicts(tmp_path: Path) -> None:
    wrong = CLOSED.replace('"today"', '"served"').replace('"closed"', '"open"')
    (right, other), _ = read_expected(_written(tmp_path, CLOSED + wrong), story_case("planted"))
    assert difference("planted", right) is None
    assert "expected open" in str(difference("planted", other))
    assert "given closed" in str(difference("planted", other))


def test_a_change_that_changes_nothing_is_found_out(tmp_path: Path) -> None:
    text = CHANGE + '\nset = ["charge.arrest_date@c1=2026-03-04"]'
    _, (change,) = read_expected(_written(tmp_path, text), story_case("planted"))
    assert "given closed" in str(difference_of_change("planted", change))


def test_a_fact_that_another_paper_still_shows_is_not_lost(tmp_path: Path) -> None:
    text = (
        CHANGE.replace('"unproven"', '"not_yet"').replace('"closed"', '"not_yet"').replace("echr.russia", "us.asylum")
    )
    text += '\nremove_exhibit = "13"\nloses = ["charge.records_contradict@c1"]'
    _, (change,) = read_expected(_written(tmp_path, text), story_case("planted"))
    assert "still met after the change" in str(difference_of_change("planted", change))
