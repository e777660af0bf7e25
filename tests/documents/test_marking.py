"""The place of a field is shown as it stands on the paper: of a text layer, of a scan, of a page on its side."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from stories.make.scan import Look, degraded

from pristan.documents.intake.files import read_bytes
from pristan.documents.intake.model import FileRead
from pristan.documents.marking import crop
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.ocr.tesseract import Picture, words_on
from tests.documents.intake import made
from tests.support.programs import needs
from tests.support.scans import typeset


def said(png: bytes) -> str:
    with Image.open(io.BytesIO(png)) as picture:
        grey = picture.convert("L")
        return words_on(Picture(grey.width, grey.height, grey.tobytes()), "rus").text


def field(file: FileRead, name: str) -> bytes:
    assert file.reading is not None
    return crop(_data[id(file)], file, file.reading.of(name)[0].span)


_data: dict[int, bytes] = {}


def read(data: bytes, name: str) -> FileRead:
    file = read_bytes(data, name, recogniser=Recogniser())
    _data[id(file)] = data
    return file


@needs("tesseract")
def test_a_date_of_a_text_layer_is_shown_with_its_line_and_not_the_whole_page() -> None:
    png = field(read(made.pdf(), "a.pdf"), "date.act")
    assert "4 марта 2024" in said(png)
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.height < 200


@needs("tesseract")
def test_an_article_on_a_scan_and_on_a_page_lying_on_its_side_is_shown_upright() -> None:
    scan = read(degraded(typeset(made.RULING), Look(dpi=150, tilt=1.5), seed="crop"), "scan.pdf")
    assert "280.3" in said(field(scan, "charge"))
    page = pypdfium2.PdfDocument(typeset(made.RULING))[0].render(scale=2.5, grayscale=True).to_pil()
    out = io.BytesIO()
    page.rotate(90, expand=True).save(out, "PNG")
    side = read(out.getvalue(), "side.png")
    assert side.pages[0].turn in (90, 270)
    assert "280.3" in said(field(side, "charge"))


def test_a_text_file_has_no_place_to_show() -> None:
    file = read(made.RULING.encode(), "a.txt")
    with pytest.raises(ValueError, match="no pages"):
        field(file, "charge")
