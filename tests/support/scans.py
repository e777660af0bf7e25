"""Papers of the tests as pictures: typeset, then copied, faxed or photographed; the same name gives the same picture.

Fonts are those inside the typesetter, so that every machine draws the same. Does not: look at what a paper says.
"""

from __future__ import annotations

import io
import random
import re
import zlib
from dataclasses import dataclass

import pypdfium2
import typst
from PIL import Image, ImageChops, ImageFilter
from stories.make.scan import Look, degraded

_WIDTH_PT = 481  # A4 less two margins of 2 cm
_MONO_SHARE = 0.602  # width of a letter of the monospaced font, of its size
_BOXES = re.compile("[\u2500-\u259f]|_{6,}| {4,}\\S")
_SPECIAL = re.compile(r'([\\#$*_`<>@"~=\[\]/+-])')


def typeset(text: str) -> bytes:
    """A text as PDF, its lines as they stand; form feeds part pages. Frames and tables are set in a monospaced font."""
    mono = bool(_BOXES.search(text))
    longest = max(map(len, text.split("\n")))
    size = max(6.0, min(11.0, _WIDTH_PT / (_MONO_SHARE * longest))) if mono else 12
    font = "DejaVu Sans Mono" if mono else "Libertinus Serif"
    body = _SPECIAL.sub(r"\\\1", text)
    body = re.sub(" {2,}", lambda found: "~" * len(found[0]), body)
    body = re.sub(r"(?m)^ ", "~", body).replace("\n", " \\\n").replace("\f", "\n#pagebreak()\n")
    head = f'#set page("a4", margin: 2cm)\n#set text({size:.1f}pt, font: "{font}", lang: "ru", hyphenate: false)\n'
    return bytes(typst.compile((head + body).encode(), ignore_system_fonts=True))


@dataclass(frozen=True)
class Shot:
    """How a page was photographed. Units: pixels of the photograph; `lean` 0-0.2 of its size; `blur` in pixels."""

    size: tuple[int, int] = (2250, 3000)
    lean: float = 0.07
    shade: float = 0.5
    blur: float = 0.8
    grain: int = 10


COPIES = (
    Look(dpi=150),
    Look(dpi=200, tilt=2.0, grain=30),
    Look(dpi=150, tilt=1.5, grain=40, shadow=0.45, specks=150, quality=40),
    Look(dpi=300, tilt=-1.2, grain=25, fold=True),
)
KINDS = ("copy", "tilted", "shadowed", "folded", "fax", "photo", "far photo")


def scan_of(name: str, text: str) -> tuple[str, str, bytes]:
    """Which kind of picture the name stands for, the file's name, and the file."""
    return drawn(KINDS[zlib.crc32(name.encode()) % len(KINDS)], name, text)


def drawn(kind: str, name: str, text: str) -> tuple[str, str, bytes]:
    """The kind of picture, the file's name, and the file: a PDF of pictures, or a TIFF of a photograph per page."""
    pdf = typeset(text)
    if kind == "fax":
        return kind, "scan.tif", faxed(pdf)
    if kind == "photo":
        return kind, "photo.tif", photographed(pdf, Shot(), seed=name)
    if kind == "far photo":
        return kind, "photo.tif", photographed(pdf, Shot(lean=0.12, shade=0.35, blur=0.6), seed=name)
    return kind, "scan.pdf", degraded(pdf, COPIES[KINDS.index(kind)], seed=name)


def faxed(pdf: bytes) -> bytes:
    """Black and white at 200 dpi, a little crooked, as a fax machine sends it."""
    pages = []
    for sheet in pypdfium2.PdfDocument(pdf):
        page = sheet.render(scale=200 / 72, grayscale=True).to_pil()
        page = page.rotate(0.8, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
        pages.append(page.point([255 if value > 150 else 0 for value in range(256)]).convert("1"))
    return _tiff(pages, compression="group4", dpi=(200, 200))


def photographed(pdf: bytes, shot: Shot, *, seed: str) -> bytes:
    """Pages on a table, each photographed at an angle with a shadow over it."""
    rng = random.Random(seed)
    pages = [_photograph(sheet.render(scale=250 / 72).to_pil().convert("RGB"), shot, rng) for sheet in
             pypdfium2.PdfDocument(pdf)]  # fmt: skip
    return _tiff(pages, compression="jpeg", quality=80)


def _photograph(page: Image.Image, shot: Shot, rng: random.Random) -> Image.Image:
    width, height = shot.size
    table = _noise(shot.size, rng, coarse=90).point([60 + value // 5 for value in range(256)])
    scene = Image.merge(
        "RGB",
        (
            table,
            table.point([value * 9 // 10 for value in range(256)]),
            table.point([value * 3 // 4 for value in range(256)]),
        ),
    )
    edge = 0.05

    def corner(x: float, y: float) -> tuple[float, float]:
        across = (edge + rng.uniform(0, shot.lean)) * width
        down = (edge + rng.uniform(0, shot.lean)) * height
        return (across if x == 0 else width - across, down if y == 0 else height - down)

    corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]
    source = [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    how = solved(corners, source)
    laid = page.transform(shot.size, Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC)
    mask = Image.new("L", page.size, 255).transform(shot.size, Image.Transform.PERSPECTIVE, how)
    scene.paste(laid, (0, 0), mask)
    shade = _noise(shot.size, rng, coarse=5).point([int(255 * (1 - shot.shade * (255 - v) / 255)) for v in range(256)])
    scene = ImageChops.multiply(scene, Image.merge("RGB", (shade, shade, shade)))
    grain = _noise(shot.size, rng, coarse=2000).point([value * shot.grain // 255 for value in range(256)])
    scene = ImageChops.subtract(scene, Image.merge("RGB", (grain, grain, grain)))
    return scene.filter(ImageFilter.GaussianBlur(shot.blur))


def _noise(size: tuple[int, int], rng: random.Random, *, coarse: int) -> Image.Image:
    across = min(coarse, size[0])
    small = (across, max(1, across * size[1] // size[0]))
    return Image.frombytes("L", small, rng.randbytes(small[0] * small[1])).resize(size, Image.Resampling.BICUBIC)


def solved(here: list[tuple[float, float]], there: list[tuple[float, float]]) -> list[float]:
    """The eight numbers of the perspective that carries the points `here` to those `there` (Gauss's elimination)."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(here, there, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        best = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(8):
            if other != at:
                factor = rows[other][at]
                rows[other] = [one - factor * two for one, two in zip(rows[other], rows[at], strict=True)]
    return [row[8] for row in rows]


def _tiff(pages: list[Image.Image], **how: object) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], **how)
    return out.getvalue()
