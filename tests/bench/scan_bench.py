"""How well pictures of papers are read: likeness and time beside raw Tesseract, fields beside the same papers as text.

Likeness: papers of tests/documents/second_author and PDF exhibits of the stories in Russian and English, copied, faxed
and photographed (tests/support/scans.py). Fields: papers of tests/documents/blind2 marked `scan = true`, never tuned
on, and some of the second author's. `PRISTAN_BENCH_SCANS=N` takes N of each.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
from PIL import Image
from stories.make.scan import degraded

from pristan.documents.intake.files import read_bytes
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.language import language_of
from pristan.documents.reading.read import read_paper
from pristan.documents.text import State, text_of_bytes
from pristan.services.stories import story_folder
from tests.bench.reading_bench import SETS, WORST, Score, comparable, judged, pairs
from tests.support.scans import COPIES, KINDS, drawn, scan_of

_STORIES = ("planted", "antiwar", "raided", "witness")


@dataclass(frozen=True)
class Likeness:
    """One drawn paper: how like its text were ours and raw Tesseract's, our words in any order, the seconds of a
    processor that both took.
    """

    ours: float
    raw: float
    words: float
    our_time: float
    raw_time: float


def _number(whole: int, usual: int) -> int:
    return min(whole, int(os.environ.get("PRISTAN_BENCH_SCANS", usual)))


def plain(text: str) -> str:
    """The words of a text: no differences of spacing, no lines of frames and blanks, spaced headings as words."""
    text = re.sub(r"\b(?:[А-ЯЁ] ){2,}[А-ЯЁ]\b", lambda found: found[0].replace(" ", ""), text)
    return re.sub(r"[\s\u2500-\u259f_]+", " ", re.sub(r"(?:[-_–—] ?){3,}", " ", text)).strip()


def in_common(one: str, two: str) -> float:
    """The share of words in common, whatever their order: columns and stamps are read in another order than written."""
    first, second = Counter(plain(one).split()), Counter(plain(two).split())
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def like(one: str, two: str) -> float:
    """How alike two texts are, 0-1."""
    return SequenceMatcher(None, plain(one), plain(two), autojunk=False).ratio()


def _spent() -> float:
    """Seconds of a processor that this program took: itself, its finished children, and the servers of its pool, which
    live on, with theirs. Linux only.
    """
    ticks = 0
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text().split():
            cells = Path("/proc", child, "stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, cells[11:15]))
    return sum(os.times()[:4]) + ticks / os.sysconf("SC_CLK_TCK")


def raw_tesseract(image: Image.Image) -> tuple[str, float]:
    """What Tesseract alone reads from the page as it is, and its seconds."""
    grey = image.convert("L")
    data = f"P5 {grey.width} {grey.height} 255\n".encode() + grey.tobytes()
    start = _spent()
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "rus"],
        input=data,
        capture_output=True,
        check=True,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout.decode(), _spent() - start


def _sheets(name: str, data: bytes) -> Iterator[Image.Image]:
    """The pages as a user would hand them to Tesseract: a PDF at 300 dpi, a photograph as it is."""
    if name.endswith(".pdf"):
        for sheet in pypdfium2.PdfDocument(data):
            yield sheet.render(scale=300 / 72).to_pil()
    else:
        path = WORST / "sheet.tif"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        with Image.open(path) as picture:
            for number in range(getattr(picture, "n_frames", 1)):
                picture.seek(number)
                yield picture.convert("L")


def compared(name: str, data: bytes, text: str) -> Likeness:
    """Both ways of reading the same picture, one after the other."""
    raw_pages = [raw_tesseract(sheet) for sheet in _sheets(name, data)]
    start = _spent()
    read = read_bytes(data, name, recogniser=Recogniser())
    took = _spent() - start
    ours = "\n".join(page.text for page in read.pages)
    raw = "\n".join(page for page, _ in raw_pages)
    return Likeness(
        like(ours, text), like(raw, text), in_common(ours, text), took, sum(seconds for _, seconds in raw_pages)
    )


def _pictures() -> Iterator[tuple[str, str, bytes, str]]:
    """Kind of picture, file name, file, and the text that it shows."""
    texts = sorted((SETS / "second_author").glob("*.txt"))
    count = _number(len(texts), 28)
    for number, path in enumerate(texts[:: max(1, len(texts) // count)][:count]):
        text = path.read_text(encoding="utf-8")
        kind, name, data = drawn(KINDS[number % len(KINDS)], path.stem, text)
        yield kind, name, data, text
    exhibits = [path for story in _STORIES for path in sorted((story_folder(story) / "exhibits").glob("*.pdf"))]
    with_text = [(path, text_of_bytes(path.read_bytes())) for path in exhibits]
    papers = [
        (path, read)
        for path, read in with_text
        if read.state is State.READ and len(read.pages) <= 2 and language_of(read.pages[0]) in ("ru", "en")
    ]
    for number, (path, read) in enumerate(papers[:: max(1, len(papers) // 8)][: _number(len(papers), 8)]):
        look = COPIES[number % len(COPIES)]
        yield "story paper", "scan.pdf", degraded(path.read_bytes(), look, seed=path.stem), "\n".join(read.pages)


def likeness() -> None:
    """Print likeness and time by kind of picture."""
    found: dict[str, list[Likeness]] = defaultdict(list)
    for kind, name, data, text in _pictures():
        found[kind].append(compared(name, data, text))
    print("\nscans of the second author and of the stories (bar: mean likeness 0.97, processor time 1.6 times raw)")
    print(f"  {'':14}{'files':>6}{'ours':>8}{'worst':>8}{'raw':>8}{'words':>8}{'s/file':>8}{'raw s':>8}{'times':>8}")
    for kind, ones in [*found.items(), ("ALL", [one for every in found.values() for one in every])]:
        print(_row(kind, ones))


def _row(kind: str, ones: list[Likeness]) -> str:
    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(ones)

    ours, raw = mean(one.our_time for one in ones), mean(one.raw_time for one in ones)
    return (
        f"  {kind:14}{len(ones):6}{mean(one.ours for one in ones):8.3f}{min(one.ours for one in ones):8.3f}"
        f"{mean(one.raw for one in ones):8.3f}{mean(one.words for one in ones):8.3f}"
        f"{ours:8.2f}{raw:8.2f}{ours / raw:8.2f}"
    )


def _labels(path: Path) -> tuple[set[tuple[str, str]], tuple[str, ...], bool]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    told = {judged(one["name"], one["value"]) for one in data["fields"]}
    if data.get("kind"):
        told.add(("kind", data["kind"]))
    return told, tuple(data.get("defects", ())), bool(data.get("scan"))


def fields(folder: str, title: str, *, marked: bool) -> None:
    """Fields found on drawn papers, beside those found in their text. Labels are compared by name and value."""
    chosen = [path for path in sorted((SETS / folder).glob("*.toml")) if _labels(path)[2] or not marked]
    count = _number(len(chosen), len(chosen) if marked else 21)
    as_text, as_scan, seconds = Score(), Score(), 0.0
    by_kind: dict[str, Score] = defaultdict(Score)
    for path in chosen[:: max(1, len(chosen) // count)][:count]:
        told, defects, _ = _labels(path)
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        kind, name, data = scan_of(path.stem, text)
        start = time.perf_counter()
        read = read_bytes(data, name, recogniser=Recogniser())
        seconds += time.perf_counter() - start
        found = pairs(() if read.reading is None else read.reading.fields)
        written = pairs(read_paper(text.split("\f")).fields)
        for score, given in ((as_text, written), (as_scan, found), (by_kind[kind], found)):
            score.take(path.stem, told, comparable(folder, given), defects)
    as_scan.report(f"{title}, drawn as pictures", worst=not marked)
    print(as_text.all.line("the same papers as text"))
    for kind in sorted(by_kind):
        print(by_kind[kind].all.line(f"as {kind}"))
    print(f"  {seconds / max(1, len(as_scan.papers)):.1f} s a paper")


def main() -> None:
    """Print all of it."""
    likeness()
    fields("second_author", "second author's set (tuned on)", marked=False)
    fields("blind2", "second blind set (never tuned on)", marked=True)


if __name__ == "__main__":
    main()
