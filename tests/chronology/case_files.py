"""Case files of the test sets: one file holds a case and, below `##### expected`, what must be found.

Source: docs/statements.md, "Test files".
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.chronology.check import check
from pristan.chronology.findings import Contradiction

SETS = Path(__file__).parent / "cases"
FOLDERS = (
    "blind",
    "blind2",
    "blind3",
)  # written by others who had not seen the checks: a folder per case, beside `cases`
BLIND = ("blind3",)  # of these, the sets that no rule was made with
_MARK = "##### expected"
_HEAD = {
    "format": '"pristan-case/1"',
    "id": '"file"',
    "title": '{ en = "A case file", ru = "Файл дела" }',
    "language": '"ru"',
    "assessed_on": "2026-11-20",
}
_PERSON = '[[person]]\nid = "ivan"\nname = { en = "Ivan Lesnoy", ru = "Иван Лесной" }\nrole = "principal"\n'


@dataclass(frozen=True)
class CaseFile:
    """One file: the set it belongs to, the case as text, and the irreducible sets expected with their kinds."""

    path: Path
    text: str
    expected: tuple[tuple[frozenset[str], str], ...]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"


@dataclass(frozen=True)
class Score:
    """Found and expected of one file. A contradiction is right if one of its sets is an expected one."""

    right: tuple[Contradiction, ...]
    wrong: tuple[Contradiction, ...]
    missed: tuple[tuple[frozenset[str], str], ...]


def files_of(name: str) -> tuple[CaseFile, ...]:
    """The files of a set, in order; of a blind set, which is reported apart and never tuned on, its folders."""
    if name in FOLDERS:
        return tuple(_read_folder(path.parent) for path in sorted((SETS.parent / name).glob("*/case.toml")))
    return tuple(_read(path) for path in sorted((SETS / name).glob("*.toml")))


def open_file(file: CaseFile, folder: Path) -> Case:
    """The case of a file, with its exhibits made up, laid out in `folder`."""
    data = tomllib.loads(file.text)
    lines = [f"{key} = {value}" for key, value in _HEAD.items() if key not in data]
    body = "\n".join(lines) + "\n" + file.text + ("" if "person" in data else "\n" + _PERSON)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(body, encoding="utf-8")
    for exhibit in data.get("exhibit", ()):
        path = folder / exhibit["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("invented\n", encoding="utf-8")
    return load_case(folder)


def score(file: CaseFile, folder: Path) -> Score:
    """What `check` finds in a file beside what it should."""
    found = check(open_file(file, folder)).contradictions
    wanted = {members for members, _ in file.expected}
    right = tuple(one for one in found if wanted & set(one.sets))
    wrong = tuple(one for one in found if not wanted & set(one.sets))
    got = {members for one in found for members in one.sets}
    return Score(right, wrong, tuple(one for one in file.expected if one[0] not in got))


def _read(path: Path) -> CaseFile:
    text, _, expected = path.read_text(encoding="utf-8").partition(_MARK)
    return CaseFile(path, text, _expected(expected))


def _read_folder(folder: Path) -> CaseFile:
    text = (folder / "case.toml").read_text(encoding="utf-8")
    return CaseFile(folder, text, _expected((folder / "expected.toml").read_text(encoding="utf-8")))


def _expected(text: str) -> tuple[tuple[frozenset[str], str], ...]:
    wanted = tomllib.loads(text).get("conflict", ())
    return tuple((frozenset(one["statements"]), one["kind"]) for one in wanted)
