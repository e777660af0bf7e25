"""A law update as a person runs it: the command, from the package to the list of what changes, on 300 case folders.

Beside it the same update with one process and every conclusion asked under both laws, for fewer cases.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from pristan.kernel.law_data import SHIPPED
from pristan.law.loader import law_in_use
from pristan.law.package import DATA_FOLDERS, pack, write_package
from pristan.services.cases import open_case
from pristan.services.conclusions import conclusions_of
from pristan.services.stories import story_folder, story_names

CASES, LIMIT_SECONDS = 300, 30
ENDED = (
    "eu.visa.sis_alert",
    "us.asylum.bar.one_year",
    "removal.risk",
    "ca.eligibility.one_year",
    "uk.asylum.bar.particularly_serious_crime",
)
BUILD = Path("build")  # on the disk of the stories: their papers are linked, not copied


def main() -> None:
    """Print the figures."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        root = Path(folder).resolve()
        cases = [_copied(root, number) for number in range(CASES)]
        package = _package(root)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "pristan.cli.main", "law", "update", str(package), *map(str, cases), "--force"],
            env={**os.environ, "PRISTAN_HOME": str(root / "home")},
            capture_output=True,
            text=True,
            check=True,
        )
        took = time.perf_counter() - start
        said = done.stdout.splitlines()[-1]
        print(
            f"law update, {len(ENDED)} rules differ, {CASES} cases, today and 3 to 5 scenarios each: {took:5.1f} s "
            f"wall (limit {LIMIT_SECONDS}); {said}; load {os.getloadavg()[0]:.1f}"
        )
        _one_by_one(cases[: len(story_names())])


def _one_by_one(cases: list[Path]) -> None:
    law = law_in_use()
    start = time.perf_counter()
    for folder in cases:
        for _ in ("before", "after"):
            conclusions_of(open_case(folder), law)
    took = (time.perf_counter() - start) / len(cases)
    print(f"each case read and concluded whole under both laws, one after the other: {took * CASES:5.1f} s for {CASES}")


def _copied(root: Path, number: int) -> Path:
    """A story as another case; its papers are the story's own."""
    story = story_folder(story_names()[number % len(story_names())])
    folder = root / f"case-{number}"
    shutil.copytree(story, folder, copy_function=os.link, ignore=shutil.ignore_patterns("case.toml"))
    text = (story / "case.toml").read_text(encoding="utf-8")
    renamed = re.sub(r'^(id *= )"[^"]*"', rf'\1"case-{number}"', text, count=1, flags=re.MULTILINE)
    (folder / "case.toml").write_text(renamed, encoding="utf-8")
    return folder


def _package(root: Path) -> Path:
    """The law of the program, with some rules that end in 2026."""
    law = root / "law"
    for parts in DATA_FOLDERS:
        if SHIPPED.joinpath(*parts).is_dir():
            shutil.copytree(SHIPPED.joinpath(*parts), law.joinpath(*parts))
    for name in ENDED:
        file = law.joinpath("law", "records", *name.split(".")).with_suffix(".toml")
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(r"(\[\[version\]\]\n)(?![^\[]*until)", r"\1until = 2026-01-01\n", text), encoding="utf-8"
        )
    path = root / "law.zip"
    write_package(pack(law, "2999-01-01", date(2026, 12, 1), key=None), path)
    return path
