"""The running page number at the visible bottom right corner of every page, and the tab on its edge where asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary

from pristan.filings.bundle.boxes import Box, rotation, user_unit, visible_box
from pristan.filings.bundle.contents import Walls
from pristan.filings.bundle.typesetting import Typesetter

_SIZE_PT = 10.0
_FROM_RIGHT_PT = 19.0  # about 7 mm: outside most running feet, inside what printers can reach
_FROM_BOTTOM_PT = 13.0
_PAD_PT = 3.0
_CAP_HEIGHT = 0.66  # of the type size; the same for both sans families
_DESIGNED_FOR_PT = 595.0  # short side of A4; a larger page gets a larger stamp, so that it prints at one size
_SMALLEST, _LARGEST = 0.7, 40.0
_FONT_KEY, _PAGE_KEY, WORDS_KEY = "/PrStamp", "/PrPage", "/PrWords"
_TAB_SIZE_PT, _TAB_HEIGHT_PT, _TAB_STEP_PT, _TAB_STEPS = 9.0, 18.0, 46.0, 12
_TAB_TOP_PT = 70.0  # from the foot of an A4 page upwards: the first of the places at which tabs stand
_DIGITS = "0123456789"


@dataclass(frozen=True)
class StampFont:
    """An embedded subset: the font object, and the code and advance width of each sign."""

    font: pikepdf.Object
    code: dict[str, str]
    width: dict[str, float]

    def of(self, text: str) -> tuple[str, float]:
        """The codes of `text` and its width at size 1; signs without a shape are left out."""
        signs = [sign for sign in text if sign in self.code]
        return "".join(self.code[sign] for sign in signs), sum(self.width[sign] for sign in signs)


def stamp_font(pdf: pikepdf.Pdf, typesetter: Typesetter, texts: Iterable[str]) -> StampFont:
    """Take the font of all signs of `texts` from a page typst made, and put it into `pdf` once."""
    signs = "".join(sorted({sign for text in texts for sign in text if not sign.isspace()} - set(_DIGITS)))
    with typesetter.compile("signs.typ", {"signs": list(_DIGITS + signs)}).open() as source:
        page = source.pages[0]
        shown = _shown_codes(page)
        name = shown[0][0]
        widths = _widths(page.obj.Resources.Font[name].DescendantFonts[0])
        font = pdf.copy_foreign(source.make_indirect(page.obj.Resources.Font[name]))
    codes = {
        sign: code for sign, (family, code) in zip(_DIGITS + signs, shown, strict=False) if family == name and code
    }
    return StampFont(
        font=font,
        code={sign: f"{code:04x}" for sign, code in codes.items()},
        width={sign: widths.get(code, 0.0) / 1000 for sign, code in codes.items()},
    )


@dataclass(frozen=True)
class Mark:
    """The tab of an exhibit, printed on the edge of its pages; `place` lets neighbours stand at different heights."""

    text: str
    place: int


class Stamper:
    """Writes numbers onto the pages of one output file."""

    def __init__(self, pdf: pikepdf.Pdf, font: StampFont, words_font: pikepdf.Object | None = None) -> None:
        self._pdf = pdf
        self._font = font
        self._walls = Walls(pdf)
        self._fonts = pdf.make_indirect(Dictionary({_FONT_KEY: font.font}))
        if words_font is not None:
            self._fonts[WORDS_KEY] = words_font

    def stamp(self, page: pikepdf.Object, label: str, mark: Mark | None = None, text: bytes = b"") -> None:
        """Put the drawing of `page` behind a wall, and `label` and `mark` after it.

        `text`: a drawing of recognised words, which sets its own font from WORDS_KEY; invisible.
        """
        earlier = _earlier_stamps(page)
        form = self._walls.around(page)
        box, turned = visible_box(page), rotation(page)
        scale = _scale(box, user_unit(page))
        parts = ["q /PrPage Do Q\n" if form is not None else "", text.decode("ascii")]
        parts.append(self._number(box, turned, scale, label, earlier))
        if mark is not None:
            parts.append(self._tab(box, turned, scale, mark))
        page["/Contents"] = self._pdf.make_stream("".join(parts).encode("ascii"))
        resources = Dictionary({"/Font": self._fonts})
        if form is not None:
            resources["/XObject"] = Dictionary({_PAGE_KEY: form})
        page["/Resources"] = resources

    def _number(self, box: Box, turned: int, scale: float, label: str, earlier: int) -> str:
        codes, width = self._font.of(label)
        width *= _SIZE_PT
        left, height = -_FROM_RIGHT_PT - width, _SIZE_PT * _CAP_HEIGHT + 2 * _PAD_PT
        foot = _FROM_BOTTOM_PT + earlier * height
        return (
            f"q {corner_matrix(box, turned, scale)} cm 1 g {left - _PAD_PT:.5g} {foot - _PAD_PT:.5g} "
            f"{width + 2 * _PAD_PT:.5g} {height:.5g} re f 0 g "
            f"BT {_FONT_KEY} {_SIZE_PT:g} Tf {left:.5g} {foot:.5g} Td <{codes}> Tj ET Q"
        )

    def _tab(self, box: Box, turned: int, scale: float, mark: Mark) -> str:
        codes, width = self._font.of(mark.text)
        width = width * _TAB_SIZE_PT + 2 * _PAD_PT
        foot = _TAB_TOP_PT + (_TAB_STEPS - 1 - mark.place % _TAB_STEPS) * _TAB_STEP_PT
        baseline = foot + (_TAB_HEIGHT_PT - _TAB_SIZE_PT * _CAP_HEIGHT) / 2
        return (
            f"\nq {corner_matrix(box, turned, scale)} cm 0 g {-width:.5g} {foot:.5g} {width:.5g} "
            f"{_TAB_HEIGHT_PT:g} re f 1 g "
            f"BT {_FONT_KEY} {_TAB_SIZE_PT:g} Tf {_PAD_PT - width:.5g} {baseline:.5g} Td <{codes}> Tj ET Q"
        )


def _earlier_stamps(page: pikepdf.Object) -> int:
    """How many bundles have stamped this page before: the new number stands above the old one."""
    count = 0
    while isinstance(page, Dictionary | pikepdf.Stream):
        resources = page.get("/Resources")
        if not isinstance(resources, Dictionary):
            return count
        fonts, drawings = resources.get("/Font"), resources.get("/XObject")
        if not isinstance(fonts, Dictionary) or _FONT_KEY not in fonts or count > _TAB_STEPS:
            return count
        count += 1
        if not isinstance(drawings, Dictionary) or _PAGE_KEY not in drawings:
            return count
        page = drawings[_PAGE_KEY]
    return count


def _scale(box: Box, unit: float) -> float:
    short_side_pt = min(box[2] - box[0], box[3] - box[1]) * unit
    return min(max(short_side_pt / _DESIGNED_FOR_PT, _SMALLEST), _LARGEST) / unit


def corner_matrix(box: Box, turned: int, scale: float) -> str:
    """Maps x to the reader's right, y to the reader's up, and the origin to the reader's bottom right corner."""
    left, bottom, right, top = box
    s = scale
    matrix = {
        0: (s, 0, 0, s, right, bottom),
        90: (0, s, -s, 0, right, top),
        180: (-s, 0, 0, -s, left, top),
        270: (0, -s, s, 0, left, bottom),
    }[turned]
    return " ".join(f"{value:.5g}" for value in matrix)


def _shown_codes(page: pikepdf.Page) -> list[tuple[str, int]]:
    """Font and code of each sign that is shown, in order."""
    shown, font = [], ""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tf":
            font = str(instruction.operands[0])
        for operand in instruction.operands:
            if str(instruction.operator) in {"Tj", "TJ"}:
                data = _string_bytes(operand)
                shown += [(font, int.from_bytes(data[at : at + 2], "big")) for at in range(0, len(data), 2)]
    return shown


def _string_bytes(operand: object) -> bytes:
    if isinstance(operand, Array):
        return b"".join(_string_bytes(part) for part in operand.as_list())
    return bytes(operand) if isinstance(operand, pikepdf.String) else b""


def _widths(descendant: pikepdf.Object) -> dict[int, float]:
    """The /W array of a CID font (ISO 32000-1, 9.7.4.3): both of its forms."""
    widths: dict[int, float] = {}
    parts = list(descendant.W.as_list())
    while parts:
        first = int(parts.pop(0))
        second = parts.pop(0)
        if isinstance(second, Array):
            widths |= {first + step: float(width) for step, width in enumerate(second.as_list())}
        else:
            width = float(parts.pop(0))
            widths |= dict.fromkeys(range(first, int(second) + 1), width)
    return widths
