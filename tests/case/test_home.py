"""A case folder as the home of a case: whole writes, refusal of what somebody else changed, no way out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.home import FolderHome
from pristan.kernel.errors import CaseError
from tests.support.case_folder import PERSON, write_case


@pytest.fixture
def home(tmp_path: Path) -> FolderHome:
    return FolderHome(write_case(tmp_path / "case", PERSON))


def test_the_case_file_is_given_back_as_it_stands(home: FolderHome) -> None:
    odd = "\ufeffid = 'x'\r\n# конец без строки"
    home.replace(odd, expected=home.text())
    assert home.text() == odd
    assert (home.folder / "case.toml").read_bytes() == odd.encode()


def test_what_somebody_else_changed_meanwhile_is_not_written_over(home: FolderHome) -> None:
    seen = home.text()
    home.replace(seen + "# another window\n", expected=seen)
    with pytest.raises(CaseError, match="changed meanwhile"):
        home.replace(seen + "# mine\n", expected=seen)
    assert home.text() == seen + "# another window\n"


def test_a_file_is_kept_and_replaced_whole_and_leaves_nothing_beside_it(home: FolderHome) -> None:
    home.put("recognised/a.json", b"1")
    home.put("recognised/a.json", b"22")
    assert home.read("recognised/a.json") == b"22"
    assert [path.name for path in (home.folder / "recognised").iterdir()] == ["a.json"]
    home.remove("recognised/a.json")
    assert not home.holds("recognised/a.json")


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "exhibits/../../secret.txt"])
def test_no_name_leads_out_of_the_folder(home: FolderHome, name: str) -> None:
    for action in (home.holds, home.read, home.lines, lambda one: home.put(one, b"x")):
        with pytest.raises(CaseError, match="outside the case folder"):
            action(name)


def test_a_log_keeps_each_line_even_one_with_an_odd_separator(home: FolderHome) -> None:
    home.append("log.jsonl", "one\u2028still one")
    home.append("log.jsonl", "two")
    assert home.lines("log.jsonl") == ("one\u2028still one", "two")
    assert home.lines("other.jsonl") == ()
