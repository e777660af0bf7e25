"""A picture on a page of the paper size."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageOps

from pristan.filings.bundle import words
from pristan.filings.bundle.jpeg import without_metadata
from pristan.filings.bundle.spec import PAPER_SIZE_PT, Paper
from pristan.kernel.language import Text

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP")
UNREADABLE_IMAGE = (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError)  # what Pillow raises

_SIDE_PT = 48.0  # margins: 17 mm at the sides and top, and below it room for the stamp
_FOOT_PT = 54.0
_COARSEST_DPI = 100.0  # a small picture is not blown up beyond this
_EXIF_ORIENTATION = 0x0112
_SPACE = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_CHANNELS = {"1": 1, "L": 1, "RGB": 3, "CMYK": 4}
_PROFILE_SPACE = {b"GRAY": "L", b"RGB ": "RGB", b"CMYK": "CMYK"}
_LONGEST_PROFILE = 1_000_000  # bytes

# Exif orientation (TIFF 6.0, tag 274) -> the unit square as the picture is stored to the unit square as it is seen
_TURN = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def image_pages(data: bytes, *, paper: Paper) -> tuple[pikepdf.Pdf, list[Text]]:
    """One page a picture (a TIFF may hold several), turned as its Exif says, never cropped, never stretched.

    JPEG data is kept bit by bit; other formats keep their pixels, with transparency shown on white.
    Raises: one of UNREADABLE_IMAGE when the file is no picture or a damaged one.
    Does not: read the text in the picture.
    """
    pdf, notes = pikepdf.new(), []
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        frames = getattr(image, "n_frames", 1)
        if image.format in {"JPEG", "MPO"}:
            _add_jpeg(pdf, image, data, paper)
        elif image.format == "TIFF":
            for frame in range(frames):
                image.seek(frame)
                _add_pixels(pdf, image, paper)
        else:
            _add_pixels(pdf, image, paper)
            if frames > 1:
                notes.append(words.fill(words.FIRST_FRAME, count=frames))
    return pdf, notes


def _add_jpeg(pdf: pikepdf.Pdf, image: Image.Image, data: bytes, paper: Paper) -> None:
    image.load()  # a broken picture fails here and not in the reader's hands
    if image.mode not in _SPACE:
        _add_pixels(pdf, image, paper)
        return
    turn = image.getexif().get(_EXIF_ORIENTATION, 1)
    stream = pdf.make_stream(without_metadata(data))
    stream.Filter = Name.DCTDecode
    _describe(pdf, stream, image)
    if image.mode == "CMYK" and "adobe" in image.info:
        stream.Decode = Array([1, 0] * 4)  # Adobe stores CMYK inverted
    _add_page(pdf, stream, image.size, _TURN.get(turn, _TURN[1]), paper)


def _add_pixels(pdf: pikepdf.Pdf, image: Image.Image, paper: Paper) -> None:
    seen = _plain(ImageOps.exif_transpose(image))
    stream = pdf.make_stream(_png_rows(seen))
    stream.Filter = Name.FlateDecode
    _describe(pdf, stream, seen)
    stream.DecodeParms = Dictionary(
        Predictor=15, Colors=_CHANNELS[seen.mode], BitsPerComponent=stream.BitsPerComponent, Columns=seen.width
    )
    _add_page(pdf, stream, seen.size, _TURN[1], paper)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in one of the modes PDF knows; transparency on white; the profile only where it still fits."""
    if image.mode in {"1", "L", "RGB"} and "transparency" not in image.info:
        return image
    if image.mode.startswith(("I", "F")):
        return _sixteen_bit_as_grey(image)
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        image = white
    return image.convert("RGB")


def _sixteen_bit_as_grey(image: Image.Image) -> Image.Image:
    deep = image.convert("F")
    extremes = [value for value in deep.getextrema() if isinstance(value, float)]
    top = 65535.0 if image.mode.startswith("I;16") or max(extremes) > 255 else 255.0
    return deep.point(lambda value: value * (255.0 / top) + 0).convert("L")


def _png_rows(image: Image.Image) -> bytes:
    """The picture's rows as PNG stores them: PDF reads the same filters and the same compression."""
    packed = io.BytesIO()
    image.save(packed, format="PNG", icc_profile=None, pnginfo=None, exif=b"")
    data, place, rows = packed.getvalue(), 8, []
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] == b"IDAT":
            rows.append(data[place + 8 : place + 8 + length])
        place += length + 12
    return b"".join(rows)


def _describe(pdf: pikepdf.Pdf, stream: pikepdf.Stream, image: Image.Image) -> None:
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = image.size
    stream.BitsPerComponent = 1 if image.mode == "1" else 8
    stream.ColorSpace = _colour_space(pdf, image)


def _colour_space(pdf: pikepdf.Pdf, image: Image.Image) -> pikepdf.Object:
    profile = image.info.get("icc_profile") or b""
    if 128 < len(profile) <= _LONGEST_PROFILE and _PROFILE_SPACE.get(profile[16:20]) == image.mode:
        return Array([Name.ICCBased, pdf.make_stream(profile, N=_CHANNELS[image.mode])])
    return Name(_SPACE[image.mode])


def _add_page(
    pdf: pikepdf.Pdf, stream: pikepdf.Stream, pixels: tuple[int, int], turn: tuple[int, ...], paper: Paper
) -> None:
    wide, high = pixels if turn[0] else pixels[::-1]
    page_wide, page_high = PAPER_SIZE_PT[paper]
    if wide > high * 1.1:
        page_wide, page_high = page_high, page_wide
    room_wide, room_high = page_wide - 2 * _SIDE_PT, page_high - _SIDE_PT - _FOOT_PT
    scale = min(room_wide / wide, room_high / high, 72 / _COARSEST_DPI)
    wide_pt, high_pt = wide * scale, high * scale
    x, y = _SIDE_PT + (room_wide - wide_pt) / 2, _FOOT_PT + (room_high - high_pt) / 2
    pdf.add_blank_page(page_size=(page_wide, page_high))
    page = pdf.pages[-1].obj
    page.Resources = Dictionary(XObject=Dictionary(Im=stream))
    place = f"{wide_pt:.3f} 0 0 {high_pt:.3f} {x:.3f} {y:.3f} cm"
    page.Contents = pdf.make_stream(f"q {place} {' '.join(map(str, turn))} cm /Im Do Q".encode("ascii"))
