"""Speed and memory of the exhibit bundle beside a plain merge of the same files. A table, no assertions.

    python tests/bench/bundle_bench.py [PAGES ...]        (default: 1000 5000)

Exhibits of 50 pages each: 60 % typeset Russian text with an embedded font, 40 % JPEG pages. The merge (qpdf, pikepdf)
writes no cover, index, numbers, links or bookmarks and removes nothing: it is the limit, not a competitor.
Each measurement is a process of its own, so start-up and imports are in the time and the memory is its peak.
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

import pikepdf
import typst
from PIL import Image

from pristan.filings.bundle.build import BundleItem, BundleSpec, build_bundle
from pristan.kernel.language import Language

FONTS = Path(__file__).parents[2] / "src" / "pristan" / "filings" / "fonts"
PAGES_PER_EXHIBIT = 50
RUNS = 3


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], Path(sys.argv[3]))
        return
    if sys.argv[1:2] == ["--make"]:
        _make_exhibits(Path(sys.argv[2]), int(sys.argv[3]))
        return
    sizes = [int(argument) for argument in sys.argv[1:]] or [1000, 5000]
    _say(f"{'pages':>6}  {'what':<22}{'seconds':>9}{'pages/s':>9}{'peak MB':>9}{'out MB':>8}")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            # in a process of its own: a child's peak starts at its parent's size
            subprocess.run([sys.executable, __file__, "--make", folder, str(pages)], check=True)
            _measure_all(Path(folder), pages)


def _measure_all(folder: Path, pages: int) -> None:
    out = folder / "out" / "merged.pdf"
    exhibits = [str(path) for path in sorted(folder.glob("*.pdf"))]
    commands = {name: [sys.executable, __file__, "--one", name, str(folder)] for name in ("bundle", "pikepdf merge")}
    if qpdf := shutil.which("qpdf"):
        commands["qpdf merge"] = [qpdf, "--empty", "--pages", *exhibits, "--", str(out)]
    for name, command in commands.items():
        runs = [_measure(command) for _ in range(RUNS)]
        seconds = statistics.median(run[0] for run in runs)
        peak = statistics.median(run[1] for run in runs)
        size = out.stat().st_size / 1e6
        _say(f"{pages:>6}  {name:<22}{seconds:>9.2f}{pages / seconds:>9.0f}{peak:>9.0f}{size:>8.1f}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _measure(command: list[str]) -> tuple[float, float]:
    started = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def _one(what: str, folder: Path) -> None:
    out = folder / "out" / "merged.pdf"
    paths = sorted(folder.glob("*.pdf"))
    if what == "bundle":
        items = tuple(
            BundleItem(str(number), f"Протокол допроса № {number}", "4 марта 2026 г.", path)
            for number, path in enumerate(paths, 1)
        )
        spec = BundleSpec("Приложения", "Дело А. Верховой", Language.RU, "a4", items, date(2026, 11, 20))
        build_bundle(spec, out, fonts=FONTS)
        return
    merged = pikepdf.new()
    opened = [pikepdf.open(path) for path in paths]
    for source in opened:
        merged.pages.extend(source.pages)
    merged.save(out)


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
