"""Pages as pictures, made inside a child process: prepared for recognition, or with what was read marked on them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import pypdfium2
from PIL import Image, ImageDraw

from pristan.documents.intake.model import PICTURES
from pristan.documents.intake.pdf import open_pdf
from pristan.documents.intake.picture import open_picture, upright
from pristan.documents.intake.pieces import Messages
from pristan.documents.intake.recognise import format_of
from pristan.documents.ocr.prepare import DPI, prepared
from pristan.documents.says import FileFault

_MARK = (214, 40, 40)
_SHOWN_DPI = 110


def page_pictures(stream: BinaryIO, options: Mapping[str, Any]) -> Messages:
    """The wanted pages (from 1). `purpose`: "recognise" gives grey levels row by row, "show" a PNG with marks."""
    password = options.get("password")
    found = format_of(stream)
    pages: list[int] = options["pages"]
    for number, picture, layer in _pages(stream, found, password, pages, options):
        if options["purpose"] == "recognise":
            ready = prepared(picture.rotate(-options["turn"], expand=True))
            yield {"picture": number, "width": ready.width, "height": ready.height}, ready.tobytes()
            continue
        marks = options["marks"]
        level = prepared(picture) if any(one["boxes"] for one in marks) else picture  # words were found on it
        shown = level.convert("RGB")
        _mark(shown, marks, layer)
        out = io.BytesIO()
        shown.save(out, "PNG")
        yield {"picture": number}, out.getvalue()


def _pages(
    stream: BinaryIO, found: str | None, password: str | None, pages: list[int], options: Mapping[str, Any]
) -> Iterator[tuple[int, Image.Image, pypdfium2.PdfPage | None]]:
    recognise = options["purpose"] == "recognise"
    if found == "pdf":
        document = open_pdf(stream, password)
        for number in pages:
            sheet = document[number - 1]
            scale = _scale(sheet, recognise or any(one["boxes"] for one in options["marks"]))
            picture = sheet.render(scale=scale, grayscale=recognise).to_pil()
            yield number, picture, sheet
            sheet.close()
    elif found in PICTURES:
        whole = open_picture(stream)
        for number in pages:
            picture = upright(whole, number - 1)
            yield number, picture, None
    else:
        raise FileFault("unknown")


def _scale(sheet: pypdfium2.PdfPage, recognise: bool) -> float:
    """Points of the picture per point of the page: less where the page is huge."""
    wanted = (DPI if recognise else _SHOWN_DPI) / 72
    longest = max(sheet.get_size())
    return min(wanted, 5000 / longest if longest else wanted)


def _mark(picture: Image.Image, marks: list[dict[str, Any]], sheet: pypdfium2.PdfPage | None) -> None:
    pen = ImageDraw.Draw(picture)
    for mark in marks:
        for box in _boxes(picture, mark, sheet):
            pen.rectangle(box, outline=_MARK, width=2)
            pen.text((box[0] + 1, box[1] - 11), mark["label"], fill=_MARK)


def _boxes(
    picture: Image.Image, mark: Mapping[str, Any], sheet: pypdfium2.PdfPage | None
) -> Iterator[tuple[float, float, float, float]]:
    """Where the words stand: from the text layer, or as shares of the page that recognition gave."""
    if mark.get("boxes") or sheet is None:
        for left, top, right, bottom in mark.get("boxes", ()):
            yield left * picture.width, top * picture.height, right * picture.width, bottom * picture.height
        return
    width, height = sheet.get_size()
    layer = sheet.get_textpage()
    for index in range(layer.count_rects(mark["start"], mark["end"] - mark["start"])):
        left, bottom, right, top = layer.get_rect(index)
        across, down = picture.width / width, picture.height / height
        yield left * across - 2, (height - top) * down - 2, right * across + 2, (height - bottom) * down + 2
