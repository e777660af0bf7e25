"""A page photographed at an angle is made rectangular; one with a shadow or with nothing around it is left alone."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from pristan.documents.ocr.flatten import flattened, page_corners
from tests.support.scans import Shot, drawn, photographed, typeset

CORNERS = [(240.0, 180.0), (1290.0, 260.0), (1370.0, 1830.0), (130.0, 1700.0)]


def photo(corners: list[tuple[float, float]], *, paper: int = 215, ground: int = 90) -> Image.Image:
    picture = Image.new("L", (1500, 2000), ground)
    pen = ImageDraw.Draw(picture)
    pen.polygon(corners, fill=paper)
    for line in range(8):
        pen.line((500, 600 + line * 80, 1050, 600 + line * 80), fill=30, width=12)
    return picture


def test_the_corners_of_a_page_on_a_darker_ground_are_found() -> None:
    found = page_corners(photo(CORNERS))
    assert found is not None
    for (x, y), (u, v) in zip(found, CORNERS, strict=True):
        assert (x, y) == (pytest.approx(u, abs=12), pytest.approx(v, abs=12))


def test_a_flattened_page_has_no_ground_left_and_the_form_of_a_sheet() -> None:
    flat = flattened(photo(CORNERS))
    assert flat.height / flat.width == pytest.approx(2**0.5, abs=0.02)
    ground = sum(flat.histogram()[80:100]) / (flat.width * flat.height)
    assert ground < 0.02


@pytest.mark.parametrize(
    "picture",
    [
        photo([(0, 0), (1500, 0), (1500, 2000), (0, 2000)]),  # nothing but the page
        photo(CORNERS, paper=100, ground=85),  # hardly lighter than the ground
        photo([(600, 900), (800, 900), (800, 1100), (600, 1100)]),  # a small bright thing
        photo([(100, 100), (1400, 100), (750, 1900), (740, 1900)]),  # not four-sided
        Image.linear_gradient("L").resize((1500, 2000)),  # light that fades slowly
        Image.new("L", (30, 2000), 200),
    ],
)
def test_a_picture_without_a_clear_page_stays_as_it_is(picture: Image.Image) -> None:
    assert flattened(picture) is picture


def test_a_copy_with_a_shadow_at_the_binding_is_not_cut() -> None:
    text = "ПОСТАНОВЛЕНИЕ\n" + "о продлении срока содержания под стражей\n" * 20
    _, _, data = drawn("fax", "a", text)
    with Image.open(io.BytesIO(data)) as page:
        grey = page.convert("L")
    shade = (
        Image.linear_gradient("L").rotate(90).resize(grey.size).point([60 + value * 195 // 255 for value in range(256)])
    )
    shadowed = Image.composite(grey, Image.new("L", grey.size, 40), shade)
    assert flattened(shadowed) is shadowed


def test_a_photograph_of_a_paper_on_a_table_is_flattened() -> None:
    data = photographed(typeset("ПОСТАНОВЛЕНИЕ"), Shot(size=(750, 1000), lean=0.1), seed="table")
    with Image.open(io.BytesIO(data)) as picture:
        grey = picture.convert("L")
        flat = flattened(grey)
    assert flat.size != grey.size
    assert flat.height / flat.width == pytest.approx(2**0.5, abs=0.02)
