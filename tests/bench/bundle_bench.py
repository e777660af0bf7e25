"""Speed and memory of the exhibit bundle beside a plain merge of the same files. A table, no assertions.

    python tests/bench/bundle_bench.py [PAGES ...]        (default: 1000 5000)

Exhibits of 50 pages each: 60 % typeset Russian text with an embedded font, 40 % JPEG pages. The merge (qpdf) writes no
cover, index, numbers, links or bookmarks and removes nothing: it is the limit, not a competitor.
Runs alternate. The bundle's process measures itself from its first call on: starting Python and importing are not
counted; qpdf is counted whole. Bars: 1.6 times qpdf (and 0.5 s more up to 1,000 pages), under 300 MB.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pikepdf
import typst
from PIL import Image

from pristan.filings.bundle.build import BundleItem, BundleSpec, build_bundle
from pristan.kernel.language import Language

FONTS = Path(__file__).parents[2] / "src" / "pristan" / "filings" / "fonts"
PAGES_PER_EXHIBIT = 50
RUNS = 5


class Run(NamedTuple):
    """What one run took."""

    seconds: float
    cpu: float
    peak_mb: float


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        _one(Path(sys.argv[2]))
        return
    if sys.argv[1:2] == ["--make"]:
        _make_exhibits(Path(sys.argv[2]), int(sys.argv[3]))
        return
    sizes = [int(argument) for argument in sys.argv[1:] if argument.isdigit()] or [1000, 5000]
    _say(f"{'pages':>6}  {'what':<14}{'seconds':>9}{'cpu s':>9}{'pages/s':>9}{'peak MB':>9}{'out MB':>8}")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            # in a process of its own: a child's peak starts at its parent's size
            subprocess.run([sys.executable, __file__, "--make", folder, str(pages)], check=True)
            _measure_all(Path(folder), pages)


def _measure_all(folder: Path, pages: int) -> None:
    out = folder / "out" / "merged.pdf"
    exhibits = [str(path) for path in sorted(folder.glob("*.pdf"))]
    commands = {"bundle": [sys.executable, __file__, "--one", str(folder)]}
    if qpdf := shutil.which("qpdf"):
        commands["qpdf merge"] = [qpdf, "--empty", "--pages", *exhibits, "--", str(out)]
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    sizes = {}
    for _ in range(RUNS):
        for name, command in commands.items():
            out.unlink(missing_ok=True)  # neither pays for freeing an old file
            runs[name].append(_measure(command))
            sizes[name] = out.stat().st_size / 1e6
    middle = {
        name: Run(*(statistics.median(column) for column in zip(*many, strict=True))) for name, many in runs.items()
    }
    for name, run in middle.items():
        _say(
            f"{pages:>6}  {name:<14}{run.seconds:>9.2f}{run.cpu:>9.2f}{pages / run.seconds:>9.0f}"
            f"{run.peak_mb:>9.0f}{sizes[name]:>8.1f}"
        )
    if "qpdf merge" in middle:
        bundle, merge = middle["bundle"], middle["qpdf merge"]
        bar = 1.6 * merge.seconds + (0.5 if pages <= 1000 else 0)
        _say(
            f"{pages:>6}  bundle / merge: {bundle.seconds / merge.seconds:.2f} by the clock, "
            f"{bundle.cpu / merge.cpu:.2f} of the processor; bar {bar:.2f} s"
        )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _measure(command: list[str]) -> Run:
    """The process's own figures where it prints some, else those of the process as a whole."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None  # asked for above
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    seconds, cpu = time.perf_counter() - started, usage.ru_utime + usage.ru_stime
    if printed:
        seconds, cpu = (float(part) for part in printed.split())
    return Run(seconds, cpu, usage.ru_maxrss / 1024)


def _one(folder: Path) -> None:
    items = tuple(
        BundleItem(str(number), f"Протокол допроса № {number}", "4 марта 2026 г.", path)
        for number, path in enumerate(sorted(folder.glob("*.pdf")), 1)
    )
    spec = BundleSpec("Приложения", "Дело А. Верховой", Language.RU, "a4", items, date(2026, 11, 20))
    started, cpu = time.perf_counter(), time.process_time()
    build_bundle(spec, folder / "out" / "merged.pdf", fonts=FONTS)
    _say(f"{time.perf_counter() - started} {time.process_time() - cpu}")


def _make_exhibits(folder: Path, pages: int) -> None:
    (folder / "out").mkdir()
    chance = random.Random(20261120)
    noise = Image.effect_noise((620, 877), 25)
    for number in range(pages // PAGES_PER_EXHIBIT):
        path = folder / f"{number:04}.pdf"
        if number % 5 < 3:
            path.write_bytes(_text_exhibit(number))
        else:
            _scanned_exhibit(noise, chance).save(path)


def _text_exhibit(number: int) -> bytes:
    line = (
        f"Допрос {number}: следователь огласил постановление, защитник заявил ходатайство, в удовлетворении отказано. "
    )
    source = (
        f'#set page(paper: "a4")\n#set text(font: "Literata", lang: "ru")\n'
        f'#for i in range({PAGES_PER_EXHIBIT}) [#if i > 0 {{pagebreak()}} Лист #i. #("{line}" * 24)]'
    )
    return typst.compile(source.encode(), font_paths=[FONTS], ignore_system_fonts=True)


def _scanned_exhibit(noise: Image.Image, chance: random.Random) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for _ in range(PAGES_PER_EXHIBIT):
        jpeg = io.BytesIO()
        levels = [min(255, level + chance.randrange(9)) for level in range(256)]
        noise.rotate(chance.choice((0, 180))).point(levels).save(jpeg, format="JPEG", quality=30)
        image = pdf.make_stream(
            jpeg.getvalue(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=noise.width,
            Height=noise.height,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray,
            Filter=pikepdf.Name.DCTDecode,
        )
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[-1].obj
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return pdf


if __name__ == "__main__":
    main()
