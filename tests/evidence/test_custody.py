"""The custody log finds a file that was changed or removed, and a line of its own that was."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.home import FolderHome
from pristan.evidence.custody import LOG, What, broken_in, entries, forget, log_entry
from pristan.evidence.hashes import sha256_of
from pristan.kernel.errors import CaseError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in ("1", "2", "3"):
        path = tmp_path / f"{number}.txt"
        path.write_text(number, encoding="utf-8")
        log_entry(
            FolderHome(tmp_path),
            What.ON_RECORD,
            exhibit=number,
            file=path.name,
            name=f"бумага {number}.txt",
            sha256=sha256_of(path),
        )
    return tmp_path


def test_an_untouched_folder_is_whole(folder: Path) -> None:
    assert list(broken_in(FolderHome(folder))) == []
    assert [one.name for one in entries(FolderHome(folder))] == ["бумага 1.txt", "бумага 2.txt", "бумага 3.txt"]


def test_a_changed_and_a_missing_file_are_named(folder: Path) -> None:
    (folder / "1.txt").write_text("другое", encoding="utf-8")
    (folder / "3.txt").unlink()
    assert [(one.what, one.exhibit) for one in broken_in(FolderHome(folder))] == [("changed", "1"), ("missing", "3")]


def test_a_line_taken_out_or_rewritten_breaks_the_seal_of_the_next(folder: Path) -> None:
    lines = (folder / LOG).read_text(encoding="utf-8").splitlines()
    (folder / LOG).write_text("\n".join((lines[0], lines[2])) + "\n", encoding="utf-8")
    assert [(one.what, one.exhibit) for one in broken_in(FolderHome(folder))] == [("log", "3")]
    rewritten = lines[0].replace("бумага 1", "бумага 9")
    (folder / LOG).write_text("\n".join((rewritten, *lines[1:])) + "\n", encoding="utf-8")
    assert [(one.what, one.exhibit) for one in broken_in(FolderHome(folder))] == [("log", "2")]


def test_a_line_that_is_no_entry_is_named_with_its_place(folder: Path) -> None:
    with (folder / LOG).open("a", encoding="utf-8") as stream:
        stream.write("{}\n")
    with pytest.raises(CaseError, match=r"custody\.jsonl:4"):
        entries(FolderHome(folder))


def test_what_only_came_or_was_taken_off_the_record_is_not_missed(folder: Path) -> None:
    home, sha = FolderHome(folder), sha256_of(folder / "1.txt")
    home.move("1.txt", "removed/1.txt")
    log_entry(home, What.REMOVED, exhibit="1", file="removed/1.txt", name="бумага 1.txt", sha256=sha, was="1.txt")
    assert list(broken_in(home)) == []
    home.remove("removed/1.txt")
    assert list(broken_in(home)) == []


def test_a_paper_forgotten_for_ever_leaves_no_word_and_the_chain_still_holds(folder: Path) -> None:
    sha = sha256_of(folder / "2.txt")
    forget(FolderHome(folder), ["2.txt"], sha)
    log = (folder / LOG).read_text(encoding="utf-8")
    assert "бумага 2" not in log
    assert sha not in log
    assert list(broken_in(FolderHome(folder))) == []
    (folder / LOG).write_text(log.replace("бумага 1", "бумага 9"), encoding="utf-8")
    assert [(one.what, one.exhibit) for one in broken_in(FolderHome(folder))] == [("log", "2")]
