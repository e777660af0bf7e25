"""A page made fit for recognition: even light, no grain, straight lines.

Source of the steps: division by the background, 3 x 3 median, projection profile for the tilt; measured in
tests/bench/reading_bench.py. Does not: choose the language or the turn; see `recognition`.
"""

from __future__ import annotations

from itertools import pairwise

from PIL import Image, ImageFilter, ImageMath

from pristan.documents.ocr.flatten import flattened

DPI = 225  # of a page of PDF: below it small print is lost, above it Tesseract only takes longer
_LONGEST, _SHORTEST = 3300, 1800  # points of the longer side of a photograph
_DARK, _LIGHT = 90, 225  # after division: ink below, paper above
_FAX_BLUR = 0.8  # points
_BETWEEN = 0.002  # share of points that are neither, at most
_SKEW_WIDTH = 800
_WIDEST = 6.0  # degrees; a page tilted more is one that lies on its side
_TOO_SMALL = 0.15  # degrees: turning costs more sharpness than it gives


def prepared(picture: Image.Image) -> Image.Image:
    """The page in grey, rectangular, without shadows and specks, its lines level."""
    grey = picture.convert("L")
    if is_bilevel(grey):  # a fax: its edges are steps, and a median would eat thin strokes
        even = _divided(_sized(flattened(grey.filter(ImageFilter.GaussianBlur(_FAX_BLUR)))))
    else:
        even = _divided(_sized(flattened(grey))).filter(ImageFilter.MedianFilter(3))
    angle = skew(even)
    if abs(angle) < _TOO_SMALL:
        return even
    return even.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


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


def _divided(picture: Image.Image) -> Image.Image:
    """Each point divided by the paper around it: a shadow darkens both alike."""
    small = picture.reduce(4)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(8))
    paper = paper.resize(picture.size, Image.Resampling.BILINEAR).point([max(40, value) for value in range(256)])
    share: Image.Image = ImageMath.lambda_eval(
        lambda given: given["convert"](given["min"](given["page"] * 255 / given["paper"], 255), "L"),
        page=picture,
        paper=paper,
    )
    span = _LIGHT - _DARK
    return share.point([max(0, min(255, (value - _DARK) * 255 // span)) for value in range(256)])


def skew(picture: Image.Image) -> float:
    """Degrees by which the lines of text are tilted: where the profile of dark rows is sharpest."""
    small = picture.reduce(max(1, picture.width // _SKEW_WIDTH))
    small = small.point([255 if value < 150 else 0 for value in range(256)])
    width, height = small.size
    if min(width, height) < 20:
        return 0.0
    middle = small.crop((width // 10, height // 12, width - width // 10, height - height // 12))

    def sharpness(angle: float) -> int:
        turned = middle.rotate(angle, resample=Image.Resampling.NEAREST, fillcolor=0)
        rows = turned.resize((1, middle.height), Image.Resampling.BOX).tobytes()
        return sum((one - two) ** 2 for one, two in pairwise(rows))

    rough = max((step * 0.5 for step in range(-int(_WIDEST * 2), int(_WIDEST * 2) + 1)), key=sharpness)
    return max((rough + step * 0.1 for step in range(-4, 5)), key=sharpness)
