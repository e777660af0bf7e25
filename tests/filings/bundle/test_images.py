"""Pictures: upright, whole, on the paper asked for, and without what the camera wrote beside them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from pristan.filings.bundle.build import BundleItem
from pristan.filings.bundle.jpeg import without_metadata

ORIENTATION, GPS, DESCRIPTION = 0x0112, 0x8825, 0x010E


def quarters() -> Image.Image:
    """A landscape picture whose quarters are black, dark, light and white."""
    image = Image.new("L", (320, 200))
    for place, level in (((0, 0), 0), ((160, 0), 90), ((0, 100), 170), ((160, 100), 255)):
        image.paste(level, (*place, place[0] + 160, place[1] + 100))
    return image


def centres(image: Image.Image, box: tuple[int, int, int, int]) -> list[int]:
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    return [
        round(image.getpixel((int(left + wide * x), int(top + high * y))), -1)
        for y in (0.25, 0.75)
        for x in (0.25, 0.75)
    ]


def picture_box(bundle, number: int) -> tuple[int, int, int, int]:
    """Where the picture lies on the page, in pixels from the top left at one pixel a point."""
    page = bundle.reader[number - 1]
    (picture,) = page.get_objects(filter=[3])
    left, bottom, right, top = picture.get_bounds()
    return round(left), round(page.get_height() - top), round(right), round(page.get_height() - bottom)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_picture_stands_as_its_exif_says(build, tmp_path, orientation, suffix):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / f"photo.{suffix}"
    quarters().save(path, exif=exif, **({"quality": 95} if suffix == "jpg" else {}))
    bundle = build(path)
    number = bundle.first("1")
    with Image.open(path) as stored:
        upright = ImageOps.exif_transpose(stored).convert("L")
    expected = centres(upright, (0, 0, *upright.size))
    shown = centres(bundle.image(number), picture_box(bundle, number))
    assert [abs(a - b) <= 10 for a, b in zip(shown, expected, strict=True)] == [True] * 4


@pytest.mark.parametrize(("size", "landscape"), [((1600, 1000), True), ((1000, 1600), False), ((1000, 1000), False)])
def test_the_page_is_the_paper_asked_for_and_the_picture_keeps_its_margins_and_shape(build, tmp_path, size, landscape):
    Image.new("RGB", size, "navy").save(tmp_path / "photo.jpg")
    bundle = build(tmp_path / "photo.jpg", paper="letter")
    page = bundle.reader[bundle.first("1") - 1]
    assert page.get_size() == ((792, 612) if landscape else (612, 792))
    left, top, right, bottom = picture_box(bundle, bundle.first("1"))
    assert min(left, top, page.get_width() - right, page.get_height() - bottom) >= 47
    assert (right - left) / (bottom - top) == pytest.approx(size[0] / size[1], rel=0.01)


def test_a_small_picture_is_not_blown_up(build, tmp_path):
    Image.new("RGB", (200, 100), "navy").save(tmp_path / "icon.png")
    bundle = build(tmp_path / "icon.png")
    left, _, right, _ = picture_box(bundle, bundle.first("1"))
    assert right - left == 144


def test_place_device_and_what_follows_the_picture_do_not_leave_with_it(build, tmp_path):
    exif = Image.Exif()
    exif[DESCRIPTION] = "hiding place of Anna"
    exif[GPS] = {1: "N", 2: (55.0, 45.0, 1.0)}
    Image.effect_noise((300, 200), 50).save(tmp_path / "photo.jpg", exif=exif, comment=b"my comment")
    with (tmp_path / "photo.jpg").open("ab") as file:
        file.write(b"a moving picture with sound")
    bundle = build(tmp_path / "photo.jpg")
    stored = bundle.drawing(bundle.first("1")).Resources.XObject.Im.read_raw_bytes()
    for secret in (b"hiding place", b"Exif", b"my comment", b"with sound"):
        assert secret not in stored
    with Image.open(io.BytesIO(stored)) as after, Image.open(tmp_path / "photo.jpg") as before:
        assert after.tobytes() == before.tobytes()


def test_a_photo_inside_a_pdf_loses_its_place_and_keeps_its_picture(build, grey_pdf):
    exif = Image.Exif()
    exif[DESCRIPTION] = "hiding place of Anna"
    jpeg = io.BytesIO()
    Image.effect_noise((300, 200), 50).save(jpeg, format="JPEG", exif=exif)

    def show(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        keys = {"Width": 300, "Height": 200, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceGray}
        names = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Filter": pikepdf.Name.DCTDecode}
        page.Resources.XObject = pikepdf.Dictionary(Im=pdf.make_stream(jpeg.getvalue(), **keys, **names))
        page.Contents = pdf.make_stream(b"q 300 0 0 200 20 50 cm /Im Do Q")

    bundle = build(grey_pdf(page=show))
    stored = bundle.drawing(bundle.first("1")).Resources.XObject.Im.read_raw_bytes()
    assert b"hiding place" in jpeg.getvalue()
    assert b"hiding place" not in stored
    with Image.open(io.BytesIO(stored)) as after, Image.open(jpeg) as before:
        assert after.tobytes() == before.tobytes()


def test_transparent_parts_are_white(build, tmp_path):
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    bundle = build(tmp_path / "clear.png")
    image = bundle.image(bundle.first("1"))
    assert image.getpixel((image.width // 2, image.height // 2)) == 255


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("level", ["black", "white"])
def test_every_kind_of_png_keeps_black_and_white(build, tmp_path, mode, level):
    deepest = {"I;16": 65535, "1": 1, "P": 255, "L": 255}.get(mode)
    colour = level if deepest is None else deepest * (level == "white")
    path = tmp_path / "kind.png"
    Image.new("L", (400, 400), level).convert("P").save(path) if mode == "P" else Image.new(
        mode, (400, 400), colour
    ).save(path)
    bundle = build(path)
    image = bundle.image(bundle.first("1"))
    assert image.getpixel((image.width // 2, image.height // 2)) == (255 if level == "white" else 0)


@pytest.mark.parametrize(("ink", "shown"), [((0, 0, 0, 0), 255), ((0, 0, 0, 255), 0)])
def test_a_printers_jpeg_is_not_inverted(build, tmp_path, ink, shown):
    Image.new("CMYK", (400, 400), ink).save(tmp_path / "print.jpg")
    bundle = build(tmp_path / "print.jpg")
    image = bundle.image(bundle.first("1"))
    assert abs(image.getpixel((image.width // 2, image.height // 2)) - shown) < 40


def test_every_page_of_a_scanned_tiff_is_included(build, tmp_path):
    pages = [Image.new("1", (600, 800), level) for level in (0, 1, 0)]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:])
    bundle = build(tmp_path / "scan.tif")
    first = bundle.first("1")
    middle = [bundle.image(first + n).getpixel((300, 400)) for n in range(3)]
    assert middle == [0, 255, 0]
    assert bundle.result.notes == ()


def test_a_moving_picture_is_named(build, tmp_path):
    frames = [Image.new("L", (100, 100), level) for level in (0, 128, 255)]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    bundle = build(tmp_path / "moving.gif")
    assert ["first of 3" in note for note in bundle.result.notes] == [True]


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_picture_cut_short_is_left_out_and_named(build, tmp_path, suffix):
    path = tmp_path / f"cut.{suffix}"
    Image.effect_noise((300, 200), 50).save(path)
    path.write_bytes(path.read_bytes()[:-2000])
    bundle = build(path)
    assert ["is damaged" in problem for problem in bundle.result.problems] == [True]


@given(st.binary(max_size=300))
def test_cleaning_never_fails_and_leaves_other_data_alone(data: bytes):
    cleaned = without_metadata(data)
    assert cleaned == data or data.startswith(b"\xff\xd8")


@given(st.binary(max_size=200), st.sampled_from([0xE1, 0xED, 0xE5, 0xFE]))
def test_a_clean_picture_stays_the_same_whatever_was_added(secret: bytes, marker: int):
    plain = io.BytesIO()
    Image.linear_gradient("L").save(plain, format="JPEG", progressive=True)
    clean = without_metadata(plain.getvalue())
    added = clean[:2] + bytes((0xFF, marker)) + (len(secret) + 2).to_bytes(2, "big") + secret + clean[2:]
    assert without_metadata(added) == clean
    assert without_metadata(clean) == clean


def test_the_words_of_a_path_are_not_in_the_bundle(build, tmp_path):
    folder = tmp_path / "anna-at-her-aunts"
    folder.mkdir()
    Image.new("L", (50, 50)).save(folder / "img-private-name.png")
    bundle = build(BundleItem("A", "Photo", "", Path(folder / "img-private-name.png")))
    assert b"private-name" not in bundle.path.read_bytes()
    assert all("private-name" not in bundle.text(number) for number in range(1, bundle.result.pages + 1))
