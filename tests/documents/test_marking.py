"""The place of a field is shown as it stands on the paper: of a text layer, of a scan, of a page on its side."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path

import pypdfium2
import pytest
import typst
from PIL import Image
from stories.make.scan import Look, degraded

from pristan.documents.intake.files import read_bytes
from pristan.documents.intake.model import FileRead
from pristan.documents.marking import crop, lines_of, marked_pages
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.ocr.tesseract import Picture, words_on
from pristan.documents.reading.model import Field
from tests.documents.intake import made
from tests.support.programs import needs
from tests.support.scans import typeset

FONT = Path(str(files("pristan.filings").joinpath("fonts", "SourceSans3-Regular.ttf")))


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


def test_words_of_a_field_are_framed_line_by_line() -> None:
    first, second, below = (0.6, 0.10, 0.7, 0.12), (0.72, 0.101, 0.9, 0.121), (0.1, 0.13, 0.2, 0.15)
    assert lines_of([first, second, below]) == [(0.6, 0.10, 0.9, 0.121), below]


def test_a_page_with_a_thousand_articles_is_drawn_and_each_is_told_beside_it() -> None:
    text = made.RULING + "".join(
        f"ч. {part} ст. {article} УК РФ\n" for part in (1, 2, 3) for article in range(106, 360)
    )
    file = read(pdf_of_one_page(text), "many.pdf")
    assert file.reading is not None
    told: list[str] = []

    def say(one: Field) -> str:
        told.append(one.value)
        return one.value

    ((number, png),) = marked_pages(_data[id(file)], file, say=say, font=FONT)
    assert number == 1
    assert len(told) == len(file.reading.fields) > 700
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.height > 10 * picture.width  # the strip is as long as what is told


def pdf_of_one_page(text: str) -> bytes:
    body = text.replace("\n", " \\\n")
    head = '#set page(width: 21cm, height: auto)\n#set text(8pt, font: "Libertinus Serif", lang: "ru")\n'
    return bytes(typst.compile((head + body).encode(), ignore_system_fonts=True))
