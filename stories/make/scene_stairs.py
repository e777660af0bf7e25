"""A landing of a Russian apartment house: painted walls, a switchboard door, stairs with a railing."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from stories.make.paper import find_font

WIDE, HIGH = 1280, 960
CREAM, PAINT, FLOOR, METAL = (205, 198, 178), (104, 140, 128), (128, 120, 110), (150, 154, 156)


def stairwell(scene: Mapping[str, Any], rng: random.Random, fonts: Sequence[Path]) -> Image.Image:
    """The landing. `scene`: `door_open` (bool) shows the inside of the board, `packet` (bool) a dark bundle in it."""
    image = Image.new("RGB", (WIDE, HIGH), CREAM)
    pen = ImageDraw.Draw(image)
    _walls(pen)
    _stairs(pen)
    _board(image, pen, scene, fonts)
    _wear(pen, rng)
    return _light(image)


def _walls(pen: ImageDraw.ImageDraw) -> None:
    pen.polygon([(0, 0), (250, 130), (250, 740), (0, HIGH)], fill=(186, 180, 160))
    pen.polygon([(0, 500), (250, 450), (250, 740), (0, HIGH)], fill=(90, 124, 113))
    pen.rectangle((250, 450, WIDE, 740), fill=PAINT)
    pen.line((250, 450, WIDE, 450), fill=(70, 92, 86), width=5)
    pen.line((0, 500, 250, 450), fill=(64, 84, 78), width=5)
    pen.polygon([(0, 0), (WIDE, 0), (WIDE, 110), (250, 130)], fill=(222, 219, 210))
    pen.polygon([(250, 740), (WIDE, 740), (WIDE, HIGH), (0, HIGH)], fill=FLOOR)
    for step in range(-4, 14):
        pen.line((250 + step * 95, 740, step * 190 - 200, HIGH), fill=(108, 101, 92), width=3)
    for y in (775, 822, 886):
        pen.line((0, y, WIDE, y), fill=(108, 101, 92), width=3)
    pen.polygon([(60, 150), (185, 205), (185, 400), (60, 390)], fill=(236, 240, 244))
    pen.line((122, 178, 122, 395), fill=(150, 140, 125), width=8)
    pen.polygon([(60, 150), (185, 205), (185, 400), (60, 390)], outline=(150, 140, 125), width=8)


def _stairs(pen: ImageDraw.ImageDraw) -> None:
    for step in range(9):
        left, top = 900 + step * 44, 720 - step * 52
        pen.rectangle((left, top, WIDE, top + 52), fill=(150 - step * 3, 146 - step * 3, 140 - step * 3))
        pen.rectangle((left, top, WIDE, top + 9), fill=(176, 172, 164))
        pen.line((left, top, left, top + 52), fill=(90, 86, 80), width=3)
        pen.line((left + 14, top, left + 14, top - 190), fill=(58, 60, 62), width=6)
    pen.line((905, 535, 905 + 8 * 44 + 40, 535 - 8 * 52 - 40), fill=(92, 56, 36), width=20)


def _board(image: Image.Image, pen: ImageDraw.ImageDraw, scene: Mapping[str, Any], fonts: Sequence[Path]) -> None:
    pen.rectangle((440, 230, 740, 640), fill=(92, 96, 98))
    if scene.get("door_open"):
        _inside(pen, scene)
        pen.polygon([(440, 230), (330, 190), (330, 690), (440, 640)], fill=METAL, outline=(90, 94, 96), width=4)
        return
    pen.rectangle((452, 242, 728, 628), fill=METAL, outline=(110, 114, 116), width=4)
    pen.line((590, 242, 590, 628), fill=(108, 112, 114), width=4)
    pen.ellipse((566, 424, 584, 442), fill=(60, 62, 64))
    pen.polygon([(660, 300), (700, 370), (620, 370)], fill=(226, 190, 40), outline=(30, 30, 30), width=4)
    pen.line([(664, 316), (652, 342), (668, 340), (658, 362)], fill=(30, 30, 30), width=4)
    face = ImageFont.truetype(str(find_font("LiberationSans-Bold.ttf", fonts)), 30)
    label = Image.new("RGBA", (150, 44), (0, 0, 0, 0))
    ImageDraw.Draw(label).text((4, 4), scene.get("label", "ЩЭ-2"), font=face, fill=(40, 44, 46, 220))
    image.paste(label, (462, 252), label)


def _inside(pen: ImageDraw.ImageDraw, scene: Mapping[str, Any]) -> None:
    pen.rectangle((455, 245, 725, 625), fill=(70, 72, 72))
    for row, y in enumerate((275, 400)):
        for column in range(2):
            left = 475 + column * 125
            pen.rectangle((left, y, left + 105, y + 95), fill=(40, 42, 44), outline=(20, 20, 20), width=3)
            pen.rectangle((left + 14, y + 16, left + 90, y + 42), fill=(196, 204, 190))
            pen.text((left + 22, y + 22), f"0{row}4{column}17", fill=(30, 30, 30))
    for wire in range(9):
        colour = ((176, 60, 50), (60, 80, 150), (196, 180, 70))[wire % 3]
        pen.line([(470 + wire * 28, 500), (480 + wire * 26, 560), (462 + wire * 30, 622)], fill=colour, width=4)
    if scene.get("packet"):
        pen.polygon([(604, 562), (676, 556), (684, 596), (610, 604)], fill=(18, 18, 20))
        pen.line((612, 572, 676, 568), fill=(58, 58, 62), width=4)
        pen.line((614, 586, 680, 582), fill=(46, 46, 50), width=3)


def _wear(pen: ImageDraw.ImageDraw, rng: random.Random) -> None:
    for _ in range(70):
        x, y = rng.randrange(260, 900), rng.randrange(440, 735)
        tone = rng.randint(-18, 14)
        colour = (PAINT[0] + tone, PAINT[1] + tone, PAINT[2] + tone)
        if not 430 < x < 750:
            pen.ellipse((x, y, x + rng.randint(2, 22), y + rng.randint(2, 9)), fill=colour)
    pen.line([(740, 260), (830, 262), (832, 120)], fill=(160, 154, 140), width=9)
    pen.line([(770, 300), (790, 360), (782, 430)], fill=(176, 168, 148), width=2)


def _light(image: Image.Image) -> Image.Image:
    """Daylight from the window on the left, falling off to the right."""
    fall = Image.new("L", (64, 1))
    for x in range(64):
        fall.putpixel((x, 0), 255 - x * 2)
    mask = fall.resize(image.size, Image.Resampling.BICUBIC)
    dark = Image.new("RGB", image.size, (34, 36, 44))
    return Image.composite(image, dark, mask).filter(ImageFilter.GaussianBlur(1.1))
