"""Ink seals drawn as pictures, so that their ring of letters never enters the text of a paper.

In the middle, where a real seal carries arms, stands the word ОБРАЗЕЦ (specimen): these seals copy no real one.
"""

import io
import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIDE = 620  # pixels; printed at about 4 cm this is 390 dpi
INK = (34, 52, 154)


def draw_seal(*, name: str, ring: str, inner: str, middle: str, font: Path) -> bytes:
    """A round seal as PNG with a clear ground.

    `ring` runs along the outer circle, `inner` along the second, `middle` stands in lines (split at `|`) in the centre.
    Does not: reproduce any state emblem.
    """
    mask = Image.new("L", (SIDE, SIDE), 0)
    pen = ImageDraw.Draw(mask)
    centre = SIDE / 2
    for radius, width in ((300, 7), (288, 2), (226, 2), (150, 2)):
        pen.ellipse((centre - radius, centre - radius, centre + radius, centre + radius), outline=255, width=width)
    _around(mask, ring, radius=257, size=40, font=font)
    _around(mask, inner, radius=188, size=32, font=font)
    _in_the_middle(pen, ["ОБРАЗЕЦ", *middle.split("|")], font)
    alpha = _worn(mask, random.Random(f"seal/{name}"))
    picture = Image.new("RGBA", (SIDE, SIDE), (*INK, 0))
    picture.putalpha(alpha)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _around(mask: Image.Image, words: str, *, radius: int, size: int, font: Path) -> None:
    letters = f"{words} * "
    step = 360 / len(letters)
    face = ImageFont.truetype(str(font), min(size, int(2 * math.pi * radius / len(letters) * 1.45)))
    for place, letter in enumerate(letters):
        angle = place * step
        tile = Image.new("L", (70, 70), 0)
        ImageDraw.Draw(tile).text((35, 35), letter, font=face, fill=255, anchor="mm")
        turned = tile.rotate(-angle, resample=Image.Resampling.BICUBIC)
        x = SIDE / 2 + radius * math.sin(math.radians(angle)) - 35
        y = SIDE / 2 - radius * math.cos(math.radians(angle)) - 35
        mask.paste(255, (int(x), int(y)), turned)


def _in_the_middle(pen: ImageDraw.ImageDraw, lines: list[str], font: Path) -> None:
    face = ImageFont.truetype(str(font), 42)
    top = SIDE / 2 - 24 * (len(lines) - 1)
    for place, line in enumerate(lines):
        pen.text((SIDE / 2, top + 48 * place), line, font=face, fill=255, anchor="mm")


def _worn(mask: Image.Image, rng: random.Random) -> Image.Image:
    """The impression with uneven ink: pale patches and a soft edge."""
    patches = Image.frombytes("L", (24, 24), rng.randbytes(24 * 24)).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    strength = patches.point([110 + value * 110 // 255 for value in range(256)])
    worn = Image.composite(strength, Image.new("L", mask.size, 0), mask.filter(ImageFilter.GaussianBlur(0.8)))
    return worn.quantize(16).convert("L")
