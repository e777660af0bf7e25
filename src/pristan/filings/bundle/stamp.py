"""The running page number, at the visible bottom right corner of every page."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from pristan.filings.bundle.boxes import Box, rotation, user_unit, visible_box
from pristan.filings.bundle.contents import streams_of
from pristan.filings.bundle.typesetting import Typesetter

_SIZE_PT = 10.0
_FROM_RIGHT_PT = 19.0  # about 7 mm: outside most running feet, inside what printers can reach
_FROM_BOTTOM_PT = 13.0
_PAD_PT = 3.0
_CAP_HEIGHT = 0.66  # of the type size; the same for both sans families
_DESIGNED_FOR_PT = 595.0  # short side of A4; a larger page gets a larger stamp, so that it prints at one size
_SMALLEST, _LARGEST = 0.7, 40.0
_FONT_KEY = "/PrStamp"


@dataclass(frozen=True)
class StampFont:
    """An embedded subset of the ten digits: the font object, and the code and advance width of each digit."""

    font: pikepdf.Object
    code: dict[str, str]
    width: dict[str, float]


def stamp_font(pdf: pikepdf.Pdf, typesetter: Typesetter) -> StampFont:
    """Take the digits' font from a page typst made, and put it into `pdf` once."""
    with typesetter.compile("digits.typ", {}).open() as source:
        page = source.pages[0]
        fonts = page.obj.Resources.Font
        name = next(iter(fonts.keys()))
        codes = _shown_codes(page)
        widths = _widths(fonts[name].DescendantFonts[0])
        font = pdf.copy_foreign(source.make_indirect(fonts[name]))
    digits = dict(zip("0123456789", codes, strict=True))
    return StampFont(
        font=font,
        code={digit: f"{code:04x}" for digit, code in digits.items()},
        width={digit: widths[code] / 1000 for digit, code in digits.items()},
    )


class Stamper:
    """Writes numbers onto the pages of one output file."""

    def __init__(self, pdf: pikepdf.Pdf, font: StampFont) -> None:
        self._pdf = pdf
        self._font = font
        self._opening = pdf.make_stream(b"q\n")

    def stamp(self, page: pikepdf.Page, number: int) -> None:
        """Append `number` to the drawing of `page`, whose own drawing must be closed (see contents.py)."""
        font_name, earlier_stamps = self._install(page.obj)
        drawing = f"\nQ\n{self._drawing(page.obj, str(number), font_name, earlier_stamps)}"
        closing = self._pdf.make_stream(drawing.encode("ascii"))
        page.obj.Contents = pikepdf.Array([self._opening, *streams_of(page.obj), closing])

    def _install(self, page: pikepdf.Object) -> tuple[str, int]:
        """The font's name on `page`, and how many bundles have stamped this page before."""
        resources = page.get("/Resources")
        if not isinstance(resources, pikepdf.Dictionary):
            resources = page.Resources = pikepdf.Dictionary()
        fonts = resources.get("/Font")
        if not isinstance(fonts, pikepdf.Dictionary):
            fonts = resources.Font = pikepdf.Dictionary()
        name, earlier = _FONT_KEY, 0
        while name in fonts and fonts[name].objgen != self._font.font.objgen:
            name, earlier = f"{name}x", earlier + 1
        fonts[name] = self._font.font
        return name, earlier

    def _drawing(self, page: pikepdf.Object, number: str, font_name: str, earlier_stamps: int) -> str:
        box, turned = visible_box(page), rotation(page)
        scale = _scale(box, user_unit(page))
        matrix = " ".join(f"{value:.5g}" for value in _corner_matrix(box, turned, scale))
        width = sum(self._font.width[digit] for digit in number) * _SIZE_PT
        codes = "".join(self._font.code[digit] for digit in number)
        left = -_FROM_RIGHT_PT - width
        height = _SIZE_PT * _CAP_HEIGHT + 2 * _PAD_PT
        foot = _FROM_BOTTOM_PT + earlier_stamps * height
        return (
            f"q {matrix} cm 1 g {left - _PAD_PT:.5g} {foot - _PAD_PT:.5g} "
            f"{width + 2 * _PAD_PT:.5g} {height:.5g} re f 0 g "
            f"BT {font_name} {_SIZE_PT:g} Tf {left:.5g} {foot:.5g} Td <{codes}> Tj ET Q"
        )


def _scale(box: Box, unit: float) -> float:
    short_side_pt = min(box[2] - box[0], box[3] - box[1]) * unit
    return min(max(short_side_pt / _DESIGNED_FOR_PT, _SMALLEST), _LARGEST) / unit


def _corner_matrix(box: Box, turned: int, scale: float) -> tuple[float, ...]:
    """Maps x to the reader's right, y to the reader's up, and the origin to the reader's bottom right corner."""
    left, bottom, right, top = box
    s = scale
    return {
        0: (s, 0, 0, s, right, bottom),
        90: (0, s, -s, 0, right, top),
        180: (-s, 0, 0, -s, left, top),
        270: (0, -s, s, 0, left, bottom),
    }[turned]


def _shown_codes(page: pikepdf.Page) -> list[int]:
    shown = b""
    for instruction in pikepdf.parse_content_stream(page):
        for operand in instruction.operands:
            if str(instruction.operator) in {"Tj", "TJ"}:
                shown += _string_bytes(operand)
    return [int.from_bytes(shown[place : place + 2], "big") for place in range(0, len(shown), 2)]


def _string_bytes(operand: object) -> bytes:
    if isinstance(operand, pikepdf.Array):
        return b"".join(_string_bytes(part) for part in operand.as_list())
    return bytes(operand) if isinstance(operand, pikepdf.String) else b""


def _widths(descendant: pikepdf.Object) -> dict[int, float]:
    """The /W array of a CID font (ISO 32000-1, 9.7.4.3): both of its forms."""
    widths: dict[int, float] = {}
    parts = list(descendant.W.as_list())
    while parts:
        first = int(parts.pop(0))
        second = parts.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + step: float(width) for step, width in enumerate(second.as_list())}
        else:
            width = float(parts.pop(0))
            widths |= dict.fromkeys(range(first, int(second) + 1), width)
    return widths
