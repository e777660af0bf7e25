"""Stamped numbers: on every page, in the corner the reader sees, equal to the page labels."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

CORNER = (45, 30)  # points from the right and from the bottom in which the stamp of a small page stands
WHITE, DARK = 250, 60


def corners(image: Any) -> dict[str, Any]:
    wide, high = CORNER
    right, bottom = image.width - wide, image.height - high
    return {
        "bottom right": image.crop((right, bottom, image.width, image.height)),
        "bottom left": image.crop((0, bottom, wide, image.height)),
        "top right": image.crop((right, 0, image.width, high)),
        "top left": image.crop((0, 0, wide, high)),
    }


def has_stamp(corner: Any) -> bool:
    darkest, lightest = corner.getextrema()
    return bool(lightest > WHITE and darkest < DARK)


def stamped_corners(image: Any) -> list[str]:
    return [name for name, corner in corners(image).items() if has_stamp(corner)]


@pytest.mark.parametrize("turned", [0, 90, 180, 270, -90, 450])
def test_a_turned_page_is_stamped_in_the_corner_the_reader_sees(build, grey_pdf, turned):
    bundle = build(grey_pdf(page=lambda _, page: page.update({"/Rotate": turned})))
    number = bundle.first("1")
    assert stamped_corners(bundle.image(number)) == ["bottom right"]
    assert str(number) in bundle.text(number).split()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_cropped_and_turned_page_is_stamped_inside_the_crop(build, grey_pdf, turned):
    def crop(_: pikepdf.Pdf, page: Any) -> None:
        page.CropBox, page.Rotate = Array([50, 120, 330, 480]), turned

    bundle = build(grey_pdf(page=crop))
    image = bundle.image(bundle.first("1"))
    assert {image.width, image.height} == {280, 360}
    assert stamped_corners(image) == ["bottom right"]


def test_a_page_box_with_an_offset_and_swapped_corners_is_stamped_in_its_corner(build, grey_pdf):
    bundle = build(grey_pdf(page=lambda _, page: page.update({"/MediaBox": Array([300, 450, -100, -150])})))
    assert stamped_corners(bundle.image(bundle.first("1"))) == ["bottom right"]


def test_a_crop_that_misses_the_page_does_not_hide_it(build, grey_pdf):
    bundle = build(grey_pdf(page=lambda _, page: page.update({"/CropBox": Array([900, 900, 990, 990])})))
    assert stamped_corners(bundle.image(bundle.first("1"))) == ["bottom right"]


def test_box_turn_and_fonts_inherited_from_the_page_tree_are_kept(build, grey_pdf):
    def inherit(pdf: pikepdf.Pdf) -> None:
        page, tree = pdf.pages[0].obj, pdf.Root.Pages
        tree.Resources, tree.MediaBox, tree.Rotate = page.Resources, Array([0, 0, 380, 500]), 90
        for key in ("/Resources", "/MediaBox"):
            del page[key]

    bundle = build(grey_pdf(root=inherit))
    image = bundle.image(bundle.first("1"))
    assert (image.width, image.height) == (500, 380)
    assert stamped_corners(image) == ["bottom right"]
    assert "Sheet 1" in bundle.text(bundle.first("1"))


def test_a_page_without_any_resources_is_stamped(build, grey_pdf):
    def bare(pdf: pikepdf.Pdf, page: Any) -> None:
        del page.Resources
        page.Contents = pdf.make_stream(b"0.6 g 0 0 400 600 re f")

    bundle = build(grey_pdf(page=bare))
    assert stamped_corners(bundle.image(bundle.first("1"))) == ["bottom right"]


def test_an_empty_page_is_stamped(build, grey_pdf):
    def empty(_: pikepdf.Pdf, page: Any) -> None:
        del page.Contents

    bundle = build(grey_pdf(page=empty))
    assert bundle.text(bundle.first("1")).split() == [str(bundle.first("1"))]


def test_a_page_measured_in_larger_units_gets_a_stamp_of_the_same_printed_size(build, grey_pdf):
    plain = build(grey_pdf("plain.pdf", size=(600, 800)), out="one.pdf")
    large = build(
        grey_pdf("large.pdf", size=(300, 400), page=lambda _, page: page.update({"/UserUnit": 2})), out="two.pdf"
    )
    heights = []
    for bundle, unit in ((plain, 1), (large, 2)):
        content = bundle.page(bundle.first("1")).Contents.read_bytes()
        scale = float(content.rsplit(b"q ", 1)[1].split()[0])
        heights.append(scale * unit)
    assert heights[0] == pytest.approx(heights[1])


@pytest.mark.parametrize(
    "drawing",
    [
        b"q 0 0 0 0 0 0 cm 0.6 g 0 0 400 600 re f",
        b"q q q 9 0 0 9 500 500 cm",
        b"BT /F 20 Tf 1 Tr 3 Tr (hidden",
        b"Q Q Q 0.6 g 0 0 400 600 re f",
        b"/OC /Layer BDC 0.6 g 0 0 400 600 re f",
        b"0.6 g 0 0 400 600 re f q 1 0 0 1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID Q EI",
        b"0 0 10 10 re W n",
    ],
)
def test_a_drawing_that_is_left_open_neither_hides_nor_moves_the_stamp(build, grey_pdf, drawing):
    bundle = build(grey_pdf(page=lambda pdf, page: page.update({"/Contents": pdf.make_stream(drawing)})))
    number = bundle.first("1")
    assert str(number) in bundle.text(number).split()
    assert bundle.image(number).crop((340, 560, 400, 600)).getextrema()[0] < DARK


def test_a_drawing_in_several_streams_cut_in_mid_word_still_shows(build, grey_pdf):
    def cut(pdf: pikepdf.Pdf, page: Any) -> None:
        parts = (b"q BT /F 20 Tf 150", b"300 Td (Cut in two)", b"Tj ET Q")
        page.Contents = Array([pdf.make_stream(part) for part in parts])

    bundle = build(grey_pdf(page=cut))
    assert "Cut in two" in bundle.text(bundle.first("1"))


def test_pages_that_share_one_drawing_get_their_own_numbers(build, grey_pdf):
    def share(pdf: pikepdf.Pdf) -> None:
        shared = pdf.make_indirect(pdf.pages[0].obj.Contents)
        for page in pdf.pages:
            page.obj.Contents = shared

    bundle = build(grey_pdf(pages=3, root=share))
    first = bundle.first("1")
    assert [bundle.text(number).split()[-1] for number in range(first, first + 3)] == [str(first + n) for n in range(3)]


def test_every_page_carries_one_number_equal_to_label_and_place(build, grey_pdf):
    bundle = build(grey_pdf("one.pdf", 3), grey_pdf("two.pdf", 2))
    assert len(bundle.reader) == bundle.result.pages == 2 + 1 + 3 + 1 + 2
    for number in range(1, bundle.result.pages + 1):
        assert bundle.reader.get_page_label(number - 1) == str(number)
        assert bundle.text(number).split()[-1] == str(number)


def test_a_bundle_inside_a_bundle_shows_both_numbers(build, grey_pdf):
    inner = build(grey_pdf(pages=2), out="inner.pdf")
    outer = build(inner.path, out="outer.pdf")
    page = outer.first("1") + inner.first("1") - 1
    assert {str(inner.first("1")), str(page)} <= set(outer.text(page).split())


def test_the_stamp_font_is_embedded_once(build, grey_pdf):
    bundle = build(grey_pdf("one.pdf", 3), grey_pdf("two.pdf", 2))
    fonts = {page.obj.Resources.Font.PrStamp.objgen for page in bundle.objects.pages}
    assert len(fonts) == 1
    font = bundle.page(1).Resources.Font.PrStamp
    assert font.DescendantFonts[0].FontDescriptor.keys() & {"/FontFile2", "/FontFile3"}


def test_a_drawing_is_left_as_it_is(build, grey_pdf):
    def closed(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Contents = pdf.make_stream(b"q BT /F 20 Tf 150 300 Td (quiet Q and q are equal) Tj ET Q")
        page.Resources = Dictionary(Font=page.Resources.Font, ProcSet=Array([Name.PDF]))

    bundle = build(grey_pdf(page=closed))
    drawing = bundle.drawing(bundle.first("1"))
    assert drawing.read_bytes() == b"q BT /F 20 Tf 150 300 Td (quiet Q and q are equal) Tj ET Q"
    assert set(drawing.Resources.keys()) == {"/Font", "/ProcSet"}
