"""How well papers are read: precision, recall and F1 per field on the own set and on the blind set, each for itself.

The sets of tests/documents/second_author (tuned on), blind and blind2 (never tuned on) were written by people who did
not see the grammar; the own set is easy, because its author wrote the grammar.
Scans: every other paper of the own set is drawn, degraded and recognised. `PRISTAN_BENCH_SCANS=N` takes N of them.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import typst
from PIL import Image
from stories.make.scan import Look, degraded

from pristan.documents.intake.files import read_bytes, read_files
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.read import read_paper
from tests.documents.papers.generate import Paper, papers

SETS = Path(__file__).parents[1] / "documents"
WRITTEN = (
    ("second_author", "second author's set, text (tuned on)"),
    ("blind", "first blind set, text (never tuned on)"),
    ("blind2", "second blind set, text (never tuned on)"),
)
WORST = Path("build") / "bench" / "reading"
YOUNGER = frozenset({"date.appearance"})  # fields that the page of labels did not have when these sets were written
BAR = {"text": 0.97, "scans": 0.92, "similarity": 0.97, "times raw": 1.6}
LOOKS = (
    Look(dpi=150),
    Look(dpi=200, tilt=2.0, grain=30),
    Look(dpi=150, tilt=1.5, grain=40, shadow=0.45, specks=150, quality=40),
    Look(dpi=300, tilt=-1.2, grain=25, fold=True),
)


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

    def report(self, title: str) -> None:
        """Print it."""
        print(f"\n{title}: {len(self.papers)} papers")
        print(f"  {'':34}{'said':>6}{'missed':>8}{'invented':>9}{'precision':>11}{'recall':>8}{'F1':>8}")
        print(self.all.line("ALL (micro)"))
        for name in sorted(self.fields):
            print(self.fields[name].line(name))
        print("  by defect")
        for name in sorted(self.defects):
            print(self.defects[name].line(name))
        for f1, name, wrong in sorted(self.papers)[:10]:
            if f1 < 1:
                print(f"  worst: {name} {f1:.3f}: {'; '.join(wrong[:6])}")


def pairs(fields: Iterable[object]) -> set[tuple[str, str]]:
    """Name and value of what was found; the same said twice counts once."""
    return {(one.name, one.value) for one in fields}  # type: ignore[attr-defined]


def own() -> Score:
    """The own set as text."""
    score = Score()
    for paper in papers():
        score.take(paper.name, paper.fields, pairs(read_paper(paper.pages).fields), paper.defects)
    return score


def labelled(folder: Path) -> Score | None:
    """A set of labelled papers, if it is there."""
    labels = sorted(folder.glob("*.toml"))
    if not labels:
        return None
    score = Score()
    for path in labels:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        told = {(one["name"], one["value"]) for one in data["fields"]}
        if data.get("kind"):
            told.add(("kind", data["kind"]))
        pages = path.with_suffix(".txt").read_text(encoding="utf-8").split("\f")
        found = {one for one in pairs(read_paper(pages).fields) if one[0] not in YOUNGER}
        score.take(path.stem, told, found, data.get("defects", ()))
    return score


def drawn(paper: Paper) -> bytes:
    """The paper typeset, its lines as they stand."""
    body = (
        re.sub(r'([\\#$*_`<>@"~=\[\]/+-])', r"\\\1", paper.text)
        .replace("\n", " \\\n")
        .replace("\f", "\n#pagebreak()\n")
    )
    return bytes(
        typst.compile(f'#set page("a4", margin: 2cm)\n#set text(12pt, lang: "ru", hyphenate: false)\n{body}'.encode())
    )


def plain(text: str) -> str:
    """A text without differences of spacing."""
    return re.sub(r"\s+", " ", text).strip()


def raw_tesseract(image: Image.Image) -> tuple[str, float]:
    """What Tesseract alone reads from the page as it is, and its seconds."""
    grey = image.convert("L")
    data = f"P5 {grey.width} {grey.height} 255\n".encode() + grey.tobytes()
    start = time.perf_counter()
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "rus"],
        input=data,
        capture_output=True,
        check=True,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout.decode(), time.perf_counter() - start


def scans() -> Iterator[tuple[Paper, bytes]]:
    """Every other paper as a degraded scan."""
    chosen = papers()[::2]
    count = int(os.environ.get("PRISTAN_BENCH_SCANS", len(chosen)))
    step = max(1, len(chosen) // count)
    for number, paper in enumerate(chosen[::step][:count]):
        look = LOOKS[number % len(LOOKS)]
        yield paper, degraded(drawn(paper), look, seed=paper.name)


def scanned() -> None:
    """Recognition: likeness to the text, time beside raw Tesseract, fields."""
    score, likeness, raw_likeness, ours, raw = Score(), [], [], 0.0, 0.0
    for paper, pdf in scans():
        page = pypdfium2.PdfDocument(pdf)[0]
        shown = page.render(scale=300 / 72).to_pil()
        text, seconds = raw_tesseract(shown)
        raw += seconds
        start = time.perf_counter()
        read = read_bytes(pdf, "scan.pdf", recogniser=Recogniser())
        ours += time.perf_counter() - start
        told = plain(paper.text)
        likeness.append(SequenceMatcher(None, plain(read.pages[0].text), told, autojunk=False).ratio())
        raw_likeness.append(SequenceMatcher(None, plain(text), told, autojunk=False).ratio())
        found = () if read.reading is None else read.reading.fields
        score.take(paper.name, paper.fields, pairs(found), paper.defects)
        _keep_worst(paper, pdf, score.papers[-1][0])
    score.report("own set, degraded scans")
    mean, raw_mean = sum(likeness) / len(likeness), sum(raw_likeness) / len(raw_likeness)
    print(
        f"  likeness to the text: mean {mean:.3f}, worst {min(likeness):.3f} (raw Tesseract {raw_mean:.3f}; bar 0.97)"
    )
    print(f"  time: {ours / len(likeness):.1f} s a page, {ours / raw:.2f} times raw Tesseract at 300 dpi (bar 1.6)")


def _keep_worst(paper: Paper, pdf: bytes, f1: float) -> None:
    if f1 < 0.9:
        WORST.mkdir(parents=True, exist_ok=True)
        (WORST / f"{paper.name}.pdf").write_bytes(pdf)


def speed() -> None:
    """A hundred text pages, in PDF files of two pages each."""
    files = [papers()[number % len(papers())] for number in range(50)]
    folder = WORST / "speed"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, paper in enumerate(files):
        path = folder / f"{number}.pdf"
        path.write_bytes(drawn(Paper(paper.name, paper.kind, f"{paper.text}\f{paper.text}", paper.fields, ())))
        paths.append(path)
    list(read_files(paths[:2]))  # the servers start
    start = time.perf_counter()
    pages = sum(len(one.pages) for one in read_files(paths))
    print(f"\nspeed: {pages} text pages in {time.perf_counter() - start:.2f} s (bar 2 s on two free cores)")


def main() -> None:
    """Print all of it."""
    own().report("own set, text")
    for folder, title in WRITTEN:
        found = labelled(SETS / folder)
        if found is None:
            print(f"\n{title}: not there")
        else:
            found.report(title)
    speed()
    scanned()
