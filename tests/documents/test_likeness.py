"""The same paper scanned again is recognised; another ruling of the same form is not taken for it."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageDraw
from stories.make.scan import Look, degraded

from pristan.documents.intake.files import read_bytes
from pristan.documents.likeness import Fingerprint, alike, fingerprint, fingerprint_data, fingerprint_from
from pristan.documents.ocr.recognition import Recogniser
from tests.documents.intake import made
from tests.support.programs import needs
from tests.support.scans import typeset

OTHER = made.RULING.replace("4 марта 2024", "7 мая 2025").replace("ч. 1 ст. 280.3", "ч. 2 ст. 207.3")


def of(data: bytes, name: str, *, recognise: bool = False) -> Fingerprint:
    return fingerprint(read_bytes(data, name, recogniser=Recogniser() if recognise else None), data)


@needs("tesseract")
def test_a_paper_scanned_twice_and_its_text_are_alike_and_another_of_the_same_form_is_not() -> None:
    sheet = typeset(made.RULING)
    first = of(degraded(sheet, Look(dpi=150, tilt=1.5), seed="first"), "scan.pdf", recognise=True)
    second = of(degraded(sheet, Look(dpi=200, tilt=-1.0, grain=30), seed="second"), "again.pdf", recognise=True)
    text = of(made.docx(), "a.docx")
    other = of(OTHER.encode(), "other.txt")
    assert alike(first, second)
    assert alike(first, text)
    assert not alike(first, other)


def photograph(seed: int, *, shift: int = 0, bright: int = 0) -> bytes:
    """A scene of dark shapes, photographed a little aside and a little brighter."""
    rng = random.Random(seed)
    scene = Image.new("L", (900, 700), 170 + bright)
    pen = ImageDraw.Draw(scene)
    for _ in range(14):
        x, y = rng.randrange(800), rng.randrange(600)
        pen.rectangle((x + shift, y + shift, x + 160 + shift, y + 120 + shift), fill=rng.randrange(20, 150) + bright)
    out = io.BytesIO()
    scene.save(out, "JPEG", quality=70)
    return out.getvalue()


def test_pictures_of_one_thing_are_alike_and_of_two_are_not() -> None:
    door = of(photograph(1), "door.jpg")
    assert door.pictures
    assert alike(door, of(photograph(1, shift=5, bright=15), "door2.jpg"))
    assert not alike(door, of(photograph(2), "street.jpg"))


def test_an_empty_sheet_is_like_nothing() -> None:
    out = io.BytesIO()
    Image.new("L", (900, 1200), 250).save(out, "PNG")
    blank = of(out.getvalue(), "blank.png")
    assert not alike(blank, blank)


def test_a_short_message_is_like_nothing() -> None:
    short = of("Мама, приходили опять, не звони.".encode(), "a.txt")
    assert not alike(short, short)


def test_a_fingerprint_comes_back_from_plain_data() -> None:
    found = of(made.docx(), "a.docx")
    assert fingerprint_from(fingerprint_data(found)) == found
