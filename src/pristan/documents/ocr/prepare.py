"""A page made fit for recognition: even light, no grain, straight lines.

Source of the steps: division by the background, 3 x 3 median, projection profile for the tilt; measured in
tests/bench/reading_bench.py. Does not: choose the language or the turn; see `recognition`.
"""

from __future__ import annotations

from itertools import pairwise
from math import exp, log

from PIL import Image, ImageChops, ImageFilter

from pristan.documents.ocr.flatten import flattened

DPI = 225  # of a page of PDF: below it small print is lost, above it Tesseract only takes longer
_LONGEST, _SHORTEST = 3300, 1800  # points of the longer side of a photograph
_DARK, _LIGHT = 90, 225  # after division: ink below, paper above
_FAX_BLUR = 0.8  # points
_BETWEEN = 0.002  # share of points that are neither, at most
_ROUGH_WIDTH, _SKEW_WIDTH = 400, 800  # points of the page on which the tilt is sought, first roughly
_WIDEST = 6.0  # degrees; a page tilted more is one that lies on its side
_TOO_SMALL = 0.15  # degrees: turning costs more sharpness than it gives


def prepared(picture: Image.Image) -> Image.Image:
    """The page in grey, rectangular, without shadows and specks, its lines level."""
    grey = picture.convert("L")
    if is_bilevel(grey):  # a fax: its edges are steps, and a median would eat thin strokes
        even = _divided(_sized(flattened(grey.filter(ImageFilter.GaussianBlur(_FAX_BLUR)))))
    else:
        even = _without_specks(_divided(_sized(flattened(grey))))
    angle = skew(even)
    if abs(angle) < _TOO_SMALL:
        return even
    return even.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=255)


def is_bilevel(grey: Image.Image) -> bool:
    """Whether a picture has black and white only, as a fax has."""
    levels = grey.histogram()
    return sum(levels[8:248]) < _BETWEEN * grey.width * grey.height


def _sized(picture: Image.Image) -> Image.Image:
    longest = max(picture.size)
    if _SHORTEST <= longest <= _LONGEST:
        return picture
    share = _LONGEST / longest if longest > _LONGEST else min(2.0, _SHORTEST / longest)
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    return picture.resize(size, Image.Resampling.LANCZOS)


# Division in logarithms, which tables of 256 values give: many times quicker than dividing point by point.
_LEAST = 14  # grey levels: a darker point is ink on any paper
_STEPS = 255 / log(255 / _LEAST)  # of the table for each e-fold
_LOGARITHM = [round(_STEPS * log(max(value, _LEAST) / _LEAST)) for value in range(256)]
_DARKEST_PAPER = 40
_OF_PAPER = [_LOGARITHM[max(_DARKEST_PAPER, value)] for value in range(256)]


def _stretched(value: int) -> int:
    """Ink black and paper white, from a difference of logarithms (255: none)."""
    share = 255 * exp((value - 255) / _STEPS)
    return max(0, min(255, round((share - _DARK) * 255 / (_LIGHT - _DARK))))


_STRETCHED = [_stretched(value) for value in range(256)]


def _divided(picture: Image.Image) -> Image.Image:
    """Each point divided by the paper around it: a shadow darkens both alike."""
    paper = picture.reduce(6)
    for _ in range(3):  # as one filter of 7 points, in half the time
        paper = paper.filter(ImageFilter.MaxFilter(3))
    paper = paper.filter(ImageFilter.GaussianBlur(5)).point(_OF_PAPER).resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.subtract(picture.point(_LOGARITHM), paper, 1.0, 255).point(_STRETCHED)


def _without_specks(picture: Image.Image) -> Image.Image:
    """The median of three points along each row, then along each column."""
    for across, down in ((1, 0), (0, 1)):
        before, after = ImageChops.offset(picture, across, down), ImageChops.offset(picture, -across, -down)
        low, high = ImageChops.darker(before, after), ImageChops.lighter(before, after)
        picture = ImageChops.lighter(low, ImageChops.darker(high, picture))
    return picture


def skew(picture: Image.Image) -> float:
    """Degrees by which the lines of text are tilted: where the profile of dark rows is sharpest."""
    rough = _sharpest(picture, _ROUGH_WIDTH, [step * 0.5 for step in range(-int(_WIDEST * 2), int(_WIDEST * 2) + 1)])
    return _sharpest(picture, _SKEW_WIDTH, [rough + step * 0.1 for step in range(-4, 5)])


def _sharpest(picture: Image.Image, width: int, angles: list[float]) -> float:
    """The angle of these at which the rows differ most; 0 for a picture too small to tell."""
    small = picture.reduce(max(1, picture.width // width))
    small = small.point([255 if value < 150 else 0 for value in range(256)])
    width, height = small.size
    if min(width, height) < 20:
        return 0.0
    middle = small.crop((width // 10, height // 12, width - width // 10, height - height // 12))

    def sharpness(angle: float) -> int:
        turned = middle.rotate(angle, resample=Image.Resampling.NEAREST, fillcolor=0)
        rows = turned.resize((1, middle.height), Image.Resampling.BOX).tobytes()
        return sum((one - two) ** 2 for one, two in pairwise(rows))

    return max(angles, key=sharpness)
