"""The sets of files the checks were made with: each finds what was planted in it and stays quiet about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chronology.case_files import CaseFile, files_of, score

OWN = files_of("own")
FILES = [
    file
    for name in ("own", "fresh", "unseen", "third", "variants", "variants_again", "blind", "blind2")
    for file in files_of(name)
]


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_file_yields_what_was_planted_and_nothing_else(file: CaseFile, tmp_path: Path) -> None:
    found = score(file, tmp_path)
    assert not found.missed
    assert [[sorted(members) for members in one.sets] for one in found.wrong] == []
    kinds = {(members, one.kind) for one in found.right for members in one.sets}
    assert kinds >= set(file.expected)


def test_there_are_as_many_files_that_must_stay_quiet_as_the_issue_asks() -> None:
    planted = [file for file in OWN if file.expected]
    assert len(planted) >= 60
    assert len(OWN) - len(planted) >= 60
