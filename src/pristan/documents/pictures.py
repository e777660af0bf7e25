"""Pages as pictures, made inside a child process: prepared for recognition, or with what was read marked on them."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pristan.documents.intake.model import PICTURES
from pristan.documents.intake.pdf import open_pdf
from pristan.documents.intake.picture import open_picture, upright
from pristan.documents.intake.pieces import Messages
from pristan.documents.intake.recognise import format_of
from pristan.documents.ocr.prepare import DPI, prepared
from pristan.documents.says import FileFault

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
_MARK = (214, 40, 40)
_FLAT = 12  # grey levels between the darkest and the lightest field of a picture that shows nothing
_LETTERS_ACROSS, _LEAST_LETTER = 64, 11  # heights of a letter in the page's width; points of the picture
_STRIP = 0.38  # of the page's width, beside it
_SHOWN_DPI, _CROP_DPI = 110, 170
_BESIDE = 0.08  # share of the page shown left and right of a place
_LINES = 1.3  # heights of a line shown above and below it


def page_pictures(stream: BinaryIO, options: Mapping[str, Any]) -> Messages:
    """The wanted pages (from 1). `purpose`: "recognise" gives grey levels row by row, "show" a PNG with marks, "crop" a
    PNG of what the marks surround, "likeness" a hash that like pictures share. `turn`: degrees, clockwise, by which a
    picture is turned first.
    """
    for number, picture, sheet in _pages(stream, options):
        if options["purpose"] == "recognise":
            ready = prepared(picture.rotate(-options["turn"], expand=True))
            yield {"picture": number, "width": ready.width, "height": ready.height}, ready.tobytes()
            continue
        if options["purpose"] == "likeness":
            yield {"likeness": difference_hash(prepared(picture))}, b""
            continue
        marks = options["marks"]
        if any(one["boxes"] for one in marks):  # words were found on the prepared page
            picture, sheet = prepared(picture.rotate(-options["turn"], expand=True)), None
        layer = None if sheet is None else sheet.get_textpage()
        if options["purpose"] == "crop":
            shown = _around(picture, [box for one in marks for box in _boxes(picture, one, layer)])
        else:
            shown = _marked(picture, marks, layer, options)
        out = io.BytesIO()
        shown.save(out, "PNG")
        yield {"picture": number}, out.getvalue()


def difference_hash(picture: Image.Image) -> str:
    """Whether each of 16 x 16 fields is lighter than the one to its right, as 64 hexadecimal figures; "" for a picture
    that shows next to nothing.
    """
    small = picture.convert("L").resize((17, 16), Image.Resampling.BOX)
    fields = small.tobytes()
    if max(fields) - min(fields) < _FLAT:
        return ""
    bits = 0
    for row in range(16):
        for column in range(16):
            at = row * 17 + column
            bits = bits << 1 | (fields[at] > fields[at + 1] + 1)
    return f"{bits:064x}"


def _around(picture: Image.Image, boxes: list[tuple[float, float, float, float]]) -> Image.Image:
    """The place with what stands beside, above and below it; the whole page where the place is not known."""
    if not boxes:
        return picture
    left, top = min(one[0] for one in boxes), min(one[1] for one in boxes)
    right, bottom = max(one[2] for one in boxes), max(one[3] for one in boxes)
    line = max(one[3] - one[1] for one in boxes)
    beside = picture.width * _BESIDE
    return picture.crop(
        (
            max(0, int(left - beside)),
            max(0, int(top - line * _LINES)),
            min(picture.width, int(right + beside)),
            min(picture.height, int(bottom + line * _LINES)),
        )
    )


def _pages(stream: BinaryIO, options: Mapping[str, Any]) -> Iterator[tuple[int, Image.Image, pypdfium2.PdfPage | None]]:
    found, pages = format_of(stream), options["pages"]
    recognise = options["purpose"] == "recognise"
    if found == "pdf":
        document = open_pdf(stream, options.get("password"))
        for number in pages:
            sheet = document[number - 1]
            as_recognised = recognise or any(one["boxes"] for one in options["marks"])
            dpi = DPI if as_recognised else _CROP_DPI if options["purpose"] == "crop" else _SHOWN_DPI
            picture = sheet.render(scale=_scale(sheet, dpi), grayscale=as_recognised).to_pil()
            yield number, picture, sheet
            sheet.close()
    elif found in PICTURES:
        whole = open_picture(stream)
        for number in pages:
            picture = upright(whole, number - 1)
            yield number, picture, None
    else:
        raise FileFault("unknown")


def _scale(sheet: pypdfium2.PdfPage, dpi: int) -> float:
    """Points of the picture per point of the page: less where the page is huge."""
    wanted = dpi / 72
    longest = max(sheet.get_size())
    return min(wanted, 5000 / longest if longest else wanted)


def _marked(
    picture: Image.Image,
    marks: list[dict[str, Any]],
    layer: pypdfium2.PdfTextPage | None,
    options: Mapping[str, Any],
) -> Image.Image:
    """The page with a frame round each place and its label at the first; what is told of them in a strip beside it."""
    shown = picture.convert("RGB")
    colour = tuple(options.get("pen") or _MARK)
    beside = options.get("beside")
    size = max(_LEAST_LETTER, shown.width // _LETTERS_ACROSS)
    font = ImageFont.truetype(beside["font"], size) if beside else ImageFont.load_default(size)
    pen = ImageDraw.Draw(shown)
    tops = []
    for mark in marks:
        boxes = list(_boxes(shown, mark, layer))
        tops.append(boxes[0][1] if boxes else 0.0)
        for number, box in enumerate(boxes):
            pen.rectangle(box, outline=colour, width=2)
            if number == 0:
                pen.text((box[0] - 2, box[1]), mark["label"], fill=colour, font=font, anchor="rb")
    if not beside:
        return shown
    told = [(top, f"{mark['label']}  {words}") for top, mark, words in zip(tops, marks, beside["words"], strict=True)]
    return _with_strip(shown, sorted(told, key=lambda one: one[0] // size), colour, font, size)


def _with_strip(
    page: Image.Image, told: list[tuple[float, str]], colour: tuple[int, ...], font: Font, size: int
) -> Image.Image:
    """The page and, to its right, each line as near to its height as those above it leave room."""
    width, step = round(page.width * _STRIP), size * 5 // 4
    letters = int((width - size) / ImageDraw.Draw(page).textlength("о", font))
    lines: list[tuple[float, str]] = []
    at = 0.0
    for top, words in told:
        at = max(at, top)
        for line in textwrap.wrap(words, letters, subsequent_indent="    "):
            lines.append((at, line))
            at += step
        at += step // 3
    whole = Image.new("RGB", (page.width + width, max(page.height, round(at))), "white")
    whole.paste(page)
    pen = ImageDraw.Draw(whole)
    for top, line in lines:
        pen.text((page.width + size, top), line, fill=colour, font=font)
    return whole


def _boxes(
    picture: Image.Image, mark: Mapping[str, Any], layer: pypdfium2.PdfTextPage | None
) -> Iterator[tuple[float, float, float, float]]:
    """Where the words stand: from the text layer, or as shares of the page that recognition gave."""
    if mark.get("boxes") or layer is None:
        for left, top, right, bottom in mark.get("boxes", ()):
            yield left * picture.width, top * picture.height, right * picture.width, bottom * picture.height
        return
    width, height = layer.page.get_size()
    for index in range(layer.count_rects(mark["start"], mark["end"] - mark["start"])):
        left, bottom, right, top = layer.get_rect(index)
        across, down = picture.width / width, picture.height / height
        yield left * across - 2, (height - top) * down - 2, right * across + 2, (height - bottom) * down + 2
