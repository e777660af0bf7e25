"""Photographs and scans: how many pages, what the camera recorded. The words come from recognition (ocr)."""

from __future__ import annotations

from typing import BinaryIO

import pi_heif
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from pristan.documents.intake.pieces import PIXELS, Messages, Wanted, note, page
from pristan.documents.says import FileFault

FRAMES = 500
_TOLD = (ExifTags.Base.DateTime, ExifTags.Base.Make, ExifTags.Base.Model, ExifTags.Base.Software)
_DAMAGED = (OSError, EOFError, ValueError, SyntaxError)  # what Pillow raises for damaged pictures
_TAKEN = ExifTags.Base.DateTimeOriginal


def prepare_pictures() -> None:
    """Load every decoder before the first untrusted byte, and lift Pillow's own bound: ours is used."""
    pi_heif.register_heif_opener()
    Image.init()
    Image.MAX_IMAGE_PIXELS = None


def open_picture(stream: BinaryIO) -> Image.Image:
    """The picture, not yet decoded. Raises FileFault if it is too large or damaged."""
    try:
        picture = Image.open(stream, formats=("JPEG", "PNG", "TIFF", "HEIF"))
    except (UnidentifiedImageError, *_DAMAGED) as fault:
        raise FileFault("broken") from fault
    _check_size(picture)
    return picture


def _check_size(picture: Image.Image) -> None:
    if picture.width * picture.height > PIXELS:
        raise FileFault(
            "picture_size", {"width": picture.width, "height": picture.height, "limit": PIXELS // 1_000_000}
        )


def upright(picture: Image.Image, frame: int) -> Image.Image:
    """One frame, decoded, grey, turned as the camera recorded it."""
    try:
        picture.seek(frame)
        _check_size(picture)
        return ImageOps.exif_transpose(picture).convert("L")
    except _DAMAGED as fault:
        raise FileFault("broken") from fault


def read_picture(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """One picture page per frame."""
    picture = open_picture(stream)
    try:
        recorded = list(_recorded(picture))
    except _DAMAGED:
        recorded = [note("exif_damaged")]
    yield from recorded
    frames = getattr(picture, "n_frames", 1)
    for number in range(min(frames, FRAMES)):
        upright(picture, number)  # a damaged one is found now, not when somebody needs it
        yield page("", picture=True)
    if frames > FRAMES:
        yield note("cut", count=FRAMES)


def _recorded(picture: Image.Image) -> Messages:
    """What the camera wrote beside the picture."""
    exif = picture.getexif()
    told = [str(exif[tag]).strip("\x00 ") for tag in _TOLD if tag in exif]
    taken = exif.get_ifd(ExifTags.IFD.Exif).get(_TAKEN)
    if taken:
        told.insert(0, str(taken))
    if told:
        yield note("exif", what=", ".join(one[:60] for one in dict.fromkeys(told)))
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        yield note("place")
    if exif.get(ExifTags.Base.Orientation, 1) != 1:
        yield note("rotation")
