"""How well papers are read: precision, recall and F1 per field on the own set and on the blind set, each for itself.

The sets of tests/documents/second_author, third_author, fourth_author and sixth_author (tuned on), blind, blind2 and
blind3 (never tuned on) were written by people who did not see the grammar; the own set is easy, as its author wrote the
grammar. Papers as pictures: scan_bench.py.
"""

from __future__ import annotations

import os
import re
import time
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pristan.documents.intake.files import read_files
from pristan.documents.reading.read import read_paper
from tests.documents.papers.generate import papers
from tests.support.scans import typeset

SETS = Path(__file__).parents[1] / "documents"
WRITTEN = (
    ("second_author", "second author's set, text (tuned on)"),
    ("third_author", "third author's set, text (tuned on)"),
    ("fourth_author", "fourth author's set, text (tuned on)"),
    ("sixth_author", "sixth author's set, text (tuned on)"),
    ("blind", "first blind set, text (never tuned on)"),
    ("blind2", "second blind set, text (never tuned on)"),
    ("blind3", "third blind set, text (never tuned on)"),
)
WORST = Path("build") / "bench" / "reading"
# the ids of kinds.toml in the words of the author of the first blind set, who had no list of them (its README)
FIRST_AUTHORS_WORDS = {
    "opening": "opening_ruling", "charge": "charge_ruling", "appeal_judgment": "appeal_decision",
    "cassation": "cassation_decision", "inspection_of_objects": "inspection_record",
    "inspection_of_scene": "inspection_record", "interrogation": "interrogation_record", "custody": "custody_ruling",
    "house_arrest": "custody_ruling", "certain_acts_ban": "custody_ruling", "wanted": "wanted_ruling",
    "opening_refused": "opening_refusal", "complaint_125": "complaint_125_ruling", "military_summons": "summons",
    "surrender": "surrender_decision", "guarantees": "guarantee", "dismissal": "dismissal_order",
    "court_decision": "kas_decision", "closing": "dropping_ruling",
}  # fmt: skip
# fields that the page of labels did not have when the older sets were written
_YOUNGER = frozenset({"date.appearance"})
_OLDER_SETS = frozenset({"second_author", "blind", "blind2"})


@dataclass
class Count:
    """Fields found and labelled, of one field or defect."""

    right: int = 0
    missed: int = 0
    invented: int = 0

    def add(self, right: int, missed: int, invented: int) -> None:
        """Count more."""
        self.right, self.missed, self.invented = self.right + right, self.missed + missed, self.invented + invented

    @property
    def f1(self) -> float:
        """Twice the right over all; 1 where there was nothing to find and nothing was found."""
        whole = 2 * self.right + self.missed + self.invented
        return 2 * self.right / whole if whole else 1.0

    def line(self, name: str) -> str:
        """One row of the report."""
        found, labelled = self.right + self.invented, self.right + self.missed
        precision = f"{self.right / found:6.3f}" if found else "     -"
        recall = f"{self.right / labelled:6.3f}" if labelled else "     -"
        return f"  {name:34}{labelled:6}{self.missed:8}{self.invented:9}{precision:>11}{recall:>8}{self.f1:8.3f}"


@dataclass
class Score:
    """Counts of a whole set."""

    all: Count = field(default_factory=Count)
    fields: dict[str, Count] = field(default_factory=dict)
    defects: dict[str, Count] = field(default_factory=dict)
    papers: list[tuple[float, str, list[str]]] = field(default_factory=list)

    def take(
        self, name: str, told: Iterable[tuple[str, str]], found: Iterable[tuple[str, str]], defects: Iterable[str]
    ) -> None:
        """One paper: what it says and what was found, each pair as often as it stands."""
        labels, given = Counter(told), Counter(found)
        right, missed, invented = labels & given, labels - given, given - labels
        for group, sign in ((right, 0), (missed, 1), (invented, 2)):
            for (key, _), number in group.items():
                parts = [0, 0, 0]
                parts[sign] = number
                self.fields.setdefault(key, Count()).add(*parts)
        sizes = right.total(), missed.total(), invented.total()
        self.all.add(*sizes)
        for defect in tuple(defects) or ("none",):
            self.defects.setdefault(defect, Count()).add(*sizes)
        one = Count()
        one.add(*sizes)
        wrong = [f"missed {a} = {b}" for a, b in missed] + [f"invented {a} = {b}" for a, b in invented]
        self.papers.append((one.f1, name, wrong))

    def report(self, title: str, *, worst: bool = True, blind: bool = False) -> None:
        """Print it; `worst`: the ten worst papers too; `blind`: those by name only, so that nobody tunes on them."""
        print(f"\n{title}: {len(self.papers)} papers")
        print(f"  {'':34}{'said':>6}{'missed':>8}{'invented':>9}{'precision':>11}{'recall':>8}{'F1':>8}")
        print(self.all.line("ALL (micro)"))
        for name in sorted(self.fields):
            print(self.fields[name].line(name))
        print("  by defect")
        for name in sorted(self.defects):
            print(self.defects[name].line(name))
        for f1, name, wrong in sorted(self.papers)[: 10 * worst]:
            if f1 < 1:
                print(f"  worst: {name} {f1:.3f}{'' if blind else ': ' + '; '.join(wrong[:6])}")


_PANEL = re.compile(
    r"^(?:[Мм]иров(?:ой|ого) судь[яи] |(?:[А-Яа-яё]+ )?коллегия(?: по [а-яё]+ делам| по делам военнослужащих)? )(?=\S)"
)

_BROKEN = re.compile(r"(?<=[а-яё])- (?=[а-яё])")


def pairs(fields: Iterable[object]) -> set[tuple[str, str]]:
    """Name and value of what was found; the same said twice counts once."""
    return {judged(one.name, one.value) for one in fields}  # type: ignore[attr-defined]


def judged(name: str, value: str) -> tuple[str, str]:
    """As it is compared. The authors differ on whether a court is told with its panel, and on whether a word that is
    broken at a line's end is joined in the name of a body: compared without the panel, and joined.
    """
    if name.startswith("body."):
        value = _BROKEN.sub("", value)
    return name, _PANEL.sub("", value) if name == "body.court" else value


def comparable(folder: str, found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What was found, as the author of that set could label it."""
    if folder in _OLDER_SETS:
        found = {one for one in found if one[0] not in _YOUNGER}
    if folder == "blind":
        found = {(name, FIRST_AUTHORS_WORDS.get(value, value) if name == "kind" else value) for name, value in found}
    return found


def own() -> Score:
    """The own set as text."""
    score = Score()
    for paper in papers():
        score.take(
            paper.name, [judged(*one) for one in paper.fields], pairs(read_paper(paper.pages).fields), paper.defects
        )
    return score


def labelled(folder: Path) -> Score | None:
    """A set of labelled papers, if it is there."""
    labels = sorted(folder.glob("*.toml"))
    if not labels:
        return None
    score = Score()
    for path in labels:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        told = {judged(one["name"], one["value"]) for one in data["fields"]}
        if data.get("kind"):
            told.add(("kind", data["kind"]))
        pages = path.with_suffix(".txt").read_text(encoding="utf-8").split("\f")
        found = comparable(folder.name, pairs(read_paper(pages).fields))
        score.take(path.stem, told, found, data.get("defects", ()))
    return score


def speed() -> None:
    """A hundred text pages, in PDF files of two pages each."""
    files = [papers()[number % len(papers())] for number in range(50)]
    folder = WORST / "speed"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, paper in enumerate(files):
        path = folder / f"{number}.pdf"
        path.write_bytes(typeset(f"{paper.text}\f{paper.text}"))
        paths.append(path)
    list(read_files(paths[:2]))  # the servers start
    start = time.perf_counter()
    pages = sum(len(one.pages) for one in read_files(paths))
    took = time.perf_counter() - start
    start = time.process_time()
    for paper in files:
        read_paper([paper.text, paper.text])
    grammar = time.process_time() - start
    load = os.getloadavg()[0]
    print(f"\nspeed: {pages} text pages in {took:.2f} s (bar 2 s on two free cores; the load is {load:.1f})")
    print(f"  the grammar alone: {grammar:.2f} s of one processor")


def main() -> None:
    """Print all of it."""
    own().report("own set, text")
    for folder, title in WRITTEN:
        found = labelled(SETS / folder)
        if found is None:
            print(f"\n{title}: not there")
        else:
            found.report(title, blind=folder.startswith("blind"))
    speed()
