"""A flat's front door photographed from the landing: painted words across it, or a paper seal over the gap."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from stories.make.paper import find_font

WIDE, HIGH = 960, 1280
LEFT, TOP, RIGHT, BOTTOM = 230, 110, 730, 1120
WALL, LOWER, FRAME, LEATHER, FLOOR = (206, 200, 184), (96, 120, 140), (120, 92, 66), (74, 50, 40), (116, 110, 104)
PAINT = (176, 24, 28)


def door(scene: Mapping[str, Any], rng: random.Random, fonts: Sequence[Path]) -> Image.Image:
    """The door.

    `scene`: `number` (plate), `word` (painted across), `seal` (words on a paper strip), `broken` (the lock, bool).
    """
    image = Image.new("RGB", (WIDE, HIGH), WALL)
    pen = ImageDraw.Draw(image)
    face = find_font("LiberationSans-Bold.ttf", fonts)
    _landing(pen)
    _leaf(pen, broken=bool(scene.get("broken")))
    pen.rectangle((430, 190, 530, 240), fill=(210, 190, 120), outline=(120, 100, 50), width=3)
    pen.text((456, 196), str(scene.get("number", "")), font=ImageFont.truetype(str(face), 34), fill=(60, 44, 20))
    if "word" in scene:
        _painted(image, scene["word"], rng, face)
    if "seal" in scene:
        _strip(image, scene["seal"], face)
    return image.filter(ImageFilter.GaussianBlur(1.0))


def _landing(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((0, 640, WIDE, BOTTOM), fill=LOWER)
    pen.line((0, 640, WIDE, 640), fill=(60, 78, 92), width=6)
    pen.polygon([(0, BOTTOM + 20), (WIDE, BOTTOM + 20), (WIDE, HIGH), (0, HIGH)], fill=FLOOR)
    pen.rectangle((270, BOTTOM + 40, 690, BOTTOM + 110), fill=(66, 60, 54))
    pen.rectangle((790, 420, 830, 470), fill=(232, 230, 222), outline=(120, 118, 110), width=3)
    pen.ellipse((802, 434, 818, 450), fill=(150, 40, 40))


def _leaf(pen: ImageDraw.ImageDraw, *, broken: bool) -> None:
    pen.rectangle((LEFT - 34, TOP - 34, RIGHT + 34, BOTTOM + 20), fill=FRAME, outline=(84, 62, 44), width=6)
    pen.rectangle((LEFT, TOP, RIGHT, BOTTOM + 14), fill=LEATHER, outline=(40, 26, 20), width=5)
    for row in range(5):
        y = TOP + row * 200
        pen.line((LEFT + 12, y, RIGHT - 12, y + 200), fill=(58, 38, 30), width=3)
        pen.line((RIGHT - 12, y, LEFT + 12, y + 200), fill=(58, 38, 30), width=3)
    pen.rectangle((RIGHT - 70, 600, RIGHT - 34, 720), fill=(170, 172, 170), outline=(90, 92, 90), width=3)
    pen.rectangle((RIGHT - 120, 636, RIGHT - 46, 656), fill=(190, 192, 190))
    pen.ellipse((464, 300, 496, 332), fill=(30, 30, 32), outline=(150, 150, 146), width=4)
    if broken:
        splinters = [(RIGHT - 40, 560), (RIGHT + 20, 600), (RIGHT - 6, 650), (RIGHT + 26, 740), (RIGHT - 30, 780)]
        pen.line(splinters, fill=(222, 186, 140), width=14)


def _painted(image: Image.Image, word: str, rng: random.Random, face: Path) -> None:
    """Letters of a spray can: uneven, run down by drops."""
    size = min(104, 2 * (RIGHT - LEFT - 20) // (len(word) + 1) * 9 // 10)
    font, x = ImageFont.truetype(str(face), size), LEFT + 10
    step = (RIGHT - LEFT - 20) // max(len(word), 1)
    for letter in word:
        tile = Image.new("RGBA", (size + 30, size + 40), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text((10, 6), letter, font=font, fill=(*PAINT, 235))
        turned = tile.rotate(rng.uniform(-9, 9), resample=Image.Resampling.BICUBIC)
        y = 430 + rng.randint(-22, 22)
        image.paste(turned, (x, y), turned)
        drop = rng.randint(30, 150)
        ImageDraw.Draw(image).line((x + size // 2, y + size, x + size // 2, y + size + drop), fill=PAINT, width=4)
        x += step


def _strip(image: Image.Image, words: str, face: Path) -> None:
    strip = Image.new("RGB", (420, 92), (238, 236, 226))
    pen = ImageDraw.Draw(strip)
    pen.text((18, 12), words, font=ImageFont.truetype(str(face), 26), fill=(40, 40, 60))
    pen.ellipse((300, 8, 376, 84), outline=(60, 70, 150), width=4)
    pen.line((24, 66, 250, 66), fill=(60, 70, 150), width=3)
    turned = strip.convert("RGBA").rotate(4, expand=True, resample=Image.Resampling.BICUBIC)
    image.paste(turned, (RIGHT - 260, 800), turned)
