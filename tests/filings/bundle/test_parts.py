"""Translations beside originals, certificates, tabs on the edge, exhibits from memory."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

import pristan.filings
from pristan.filings.bundle.build import BundleItem, BundlePart, Held
from pristan.filings.bundle.recognised import words_font
from pristan.kernel.language import Language

FONTS = Path(pristan.filings.__file__).parent / "fonts"
LOUD = ("NO TRANSLATION IN THIS BUNDLE", "TRANSLATION WITHOUT A CERTIFICATE")


@pytest.fixture
def order(grey_pdf):
    """A Russian order with the files that are asked for."""

    def make(*kinds: str, language: str = "ru") -> BundleItem:
        parts = tuple(BundlePart(kind, grey_pdf(f"{kind}.pdf", 2)) for kind in kinds)
        return BundleItem("A", "Order to open a case", "", grey_pdf("order.pdf", 3), parts=parts, language=language)

    return make


def test_a_translation_stands_behind_its_original_and_each_file_has_its_row_and_link(build, order):
    bundle = build(order("translation", "certificate"))
    first = bundle.first("A")
    index = " ".join(bundle.text(2).split())
    assert f"Original {first}–{first + 2}" in index
    assert f"Translation {first + 3}–{first + 4}" in index
    assert f"certificate {first + 5}–{first + 6}" in index
    assert [target for _, target in bundle.links(2)] == [first, first, first + 3, first + 5]
    titles = [entry.get_title() for entry in bundle.reader.get_toc()]
    assert titles[-3:] == ["Original", "Translation", "Translator's certificate"]


@pytest.mark.parametrize(
    ("kinds", "language", "loud"),
    [
        ((), "ru", LOUD[0]),
        (("translation",), "ru", LOUD[1]),
        (("translation", "certificate"), "ru", None),
        ((), "en", None),
        ((), "none", None),
    ],
)
def test_a_missing_translation_or_certificate_is_shown_loudly_and_only_then(build, order, kinds, language, loud):
    bundle = build(order(*kinds, language=language))
    for number in (2, bundle.first("A") - 1):
        shown = [one for one in LOUD if one in bundle.text(number)]
        assert shown == ([loud] if loud else []), number
    assert [one for one in LOUD if any(one in note for note in bundle.result.notes)] == ([loud] if loud else [])


def test_a_forum_that_asks_for_no_certificate_hears_nothing_of_it(build, order):
    assert LOUD[1] not in build(order("translation"), certificates=False).text(2)


def test_a_translation_that_cannot_be_read_has_its_page_and_is_named(build, grey_pdf, tmp_path):
    item = BundleItem(
        "A", "Order", "", grey_pdf(pages=2), parts=(BundlePart("translation", tmp_path / "lost.pdf"),), language="ru"
    )
    bundle = build(item)
    assert "Translation not included: the file was not found" in " ".join(bundle.text(2).split())
    assert "This exhibit is not included" in bundle.text(bundle.first("A") + 2)
    assert len(bundle.result.problems) == 1


def test_tabs_on_the_edge_take_no_pages_and_stand_on_the_pages_of_their_exhibit(build, grey_pdf):
    bundle = build(
        BundleItem("12Б", "One", "", grey_pdf("one.pdf", 2)),
        BundleItem("Ж", "Two", "", grey_pdf("two.pdf")),
        tabs="marks",
    )
    assert bundle.result.pages == 2 + 2 + 1
    assert [("12Б" in bundle.text(number), "Ж" in bundle.text(number).split()) for number in (3, 4, 5)] == [
        (True, False),
        (True, False),
        (False, True),
    ]
    image = bundle.image(3)
    edge = image.crop((image.width - 12, 0, image.width, image.height - 40))
    assert edge.getextrema()[0] < 40, "a black tab on the right edge"


def test_without_tabs_on_the_edge_nothing_stands_there(build, grey_pdf):
    bundle = build(BundleItem("12Б", "One", "", grey_pdf()))
    image = bundle.image(bundle.first("12Б"))
    assert image.crop((image.width - 12, 0, image.width, image.height - 40)).getextrema()[0] > 100


def test_an_exhibit_from_memory_gives_the_bytes_of_the_same_exhibit_from_disk(build, grey_pdf):
    path = grey_pdf(pages=3)
    disk = build(BundleItem("1", "Paper", "", path), out="disk.pdf")
    memory = build(BundleItem("1", "Paper", "", Held("paper.pdf", path.read_bytes)), out="memory.pdf")
    assert memory.result.pages == disk.result.pages
    for number in range(1, disk.result.pages + 1):
        assert memory.text(number) == disk.text(number)
        assert memory.image(number).tobytes() == disk.image(number).tobytes()


def test_the_same_file_under_two_tabs_gets_two_sets_of_numbers(build, grey_pdf):
    path = grey_pdf(pages=2)
    bundle = build(path, path)
    for tab in ("1", "2"):
        first = bundle.first(tab)
        assert [bundle.text(first + step).split()[-1] for step in (0, 1)] == [str(first), str(first + 1)]


def test_bookmarks_keep_the_zoom_of_the_reader(build, grey_pdf):
    bundle = build(grey_pdf(pages=2))
    for entry in bundle.reader.get_toc():
        mode, values = entry.get_dest().get_view()
        assert mode == 1, "XYZ"
        assert values[2] == 0, "no zoom of its own"


@pytest.fixture(scope="module")
def scan() -> bytes:
    """A page as a scanner makes it: Russian words as a picture only."""
    family = ImageFont.truetype(str(FONTS / "Literata-Regular.ttf"), 46)
    picture = Image.new("L", (1240, 900), "white")
    pen = ImageDraw.Draw(picture)
    for line, words in enumerate(("ПОСТАНОВЛЕНИЕ", "о возбуждении уголовного дела", "город Казань 4 марта 2026 года")):
        pen.text((120, 150 + 110 * line), words, font=family, fill=0)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90, dpi=(150, 150))
    return out.getvalue()


def test_recognised_words_can_be_found_and_change_nothing_that_is_seen(build, scan):
    if shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed: recognised words in bundles were not tried")
    item = BundleItem("1", "Order", "", Held("scan.jpg", lambda: scan))
    plain = build(item, out="plain.pdf", language=Language.RU)
    bundle = build(item, out="read.pdf", language=Language.RU, recognise=True)
    first = bundle.first("1")
    assert "возбуждении" not in plain.text(first)
    assert "возбуждении уголовного дела" in " ".join(bundle.text(first).split())
    assert bundle.image(first).tobytes() == plain.image(first).tobytes()
    page = bundle.reader[first - 1]
    layer = page.get_textpage()
    searcher = layer.search("Казань")
    found = searcher.get_next()
    assert found is not None, layer.get_text_range()
    left, bottom, right, top = layer.get_charbox(found[0], loose=True)
    image = bundle.image(first)
    around = image.crop((round(left), round(image.height - top), round(right) + 4, round(image.height - bottom)))
    assert around.getextrema()[0] < 90, "the invisible letter stands on the printed one"
    above = image.crop((round(left), round(image.height - top) - 14, round(right) + 4, round(image.height - top) - 4))
    assert above.getextrema()[0] > 200, "and not beside it"
    assert any("не проверены" in note for note in bundle.result.notes)


def test_a_paper_with_its_own_text_is_not_recognised_again(build, grey_pdf):
    bundle = build(grey_pdf(page=long_text), recognise=True)
    assert bundle.result.notes == ()
    assert "/PrWords" not in bundle.page(bundle.first("1")).Resources.Font


def long_text(pdf: pikepdf.Pdf, page) -> None:
    page.Contents = pdf.make_stream(b"BT /F 12 Tf 50 300 Td (A letter with enough words to be a text layer) Tj ET")


def test_the_font_of_recognised_words_maps_every_code_to_itself():
    pdf = pikepdf.new()
    cmap = words_font(pdf).ToUnicode.read_bytes()
    ranges = re.findall(rb"^<(..)00> <(..)ff> <(..)00>$", cmap, re.MULTILINE)
    assert [(one, two, three) for one, two, three in ranges if not one == two == three] == []
    assert len(ranges) == 256
