"""A phone on a desk, photographed from above, its screen showing the properties of a picture file."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from stories.make.paper import find_font
from stories.make.scene_stairs import stairwell

WIDE, HIGH = 1080, 1440
SCREEN = (620, 1240)


def phone_screen(scene: Mapping[str, Any], rng: random.Random, fonts: Sequence[Path]) -> Image.Image:
    """The desk with the phone.

    `scene`: `clock`, `title`, `rows` (pairs of label and value), `thumbnail` (settings of a stairwell scene).
    """
    desk = _desk(rng)
    screen = _screen(scene, rng, fonts)
    body = Image.new("RGBA", (SCREEN[0] + 44, SCREEN[1] + 44), (0, 0, 0, 0))
    pen = ImageDraw.Draw(body)
    edge = (0, 0, body.width - 1, body.height - 1)
    pen.rounded_rectangle(edge, radius=64, fill=(22, 23, 26, 255), outline=(70, 72, 78, 255), width=5)
    mask = Image.new("L", SCREEN, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, SCREEN[0] - 1, SCREEN[1] - 1), radius=46, fill=255)
    body.paste(screen, (22, 22), mask)
    _glare(body)
    turned = body.rotate(-2.6, resample=Image.Resampling.BICUBIC, expand=True)
    shadow = Image.new("RGBA", turned.size, (0, 0, 0, 0))
    shadow.putalpha(turned.getchannel("A").point([value * 150 // 255 for value in range(256)]))
    place = ((WIDE - turned.width) // 2, (HIGH - turned.height) // 2)
    ground = Image.new("RGBA", (WIDE, HIGH), (0, 0, 0, 0))
    ground.paste(shadow, (place[0] + 18, place[1] + 22), shadow)
    desk.paste((20, 14, 10), (0, 0), ground.filter(ImageFilter.GaussianBlur(16)).getchannel("A"))
    desk.paste(turned, place, turned)
    return desk


def _desk(rng: random.Random) -> Image.Image:
    desk = Image.new("RGB", (WIDE, HIGH), (150, 112, 78))
    pen = ImageDraw.Draw(desk)
    for y in range(0, HIGH, 3):
        tone = rng.randint(-14, 12)
        pen.line((0, y, WIDE, y + rng.randint(-6, 6)), fill=(150 + tone, 112 + tone, 78 + tone), width=3)
    sheet = Image.new("RGB", (700, 500), (236, 234, 228))
    lines = ImageDraw.Draw(sheet)
    for row in range(12):
        lines.line((40, 40 + row * 34, 40 + rng.randint(360, 620), 40 + row * 34), fill=(150, 150, 152), width=5)
    slip = sheet.rotate(11, expand=True, fillcolor=(150, 112, 78), resample=Image.Resampling.BICUBIC)
    desk.paste(slip, (-330, 30))
    return desk.filter(ImageFilter.GaussianBlur(2.2))


def _screen(scene: Mapping[str, Any], rng: random.Random, fonts: Sequence[Path]) -> Image.Image:
    def face(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
        name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
        return ImageFont.truetype(str(find_font(name, fonts)), size)

    image = Image.new("RGB", SCREEN, (246, 247, 249))
    pen = ImageDraw.Draw(image)
    pen.text((34, 22), scene["clock"], font=face(26, bold=True), fill=(30, 32, 36))
    pen.rounded_rectangle((540, 26, 584, 48), radius=5, outline=(30, 32, 36), width=3)
    pen.rectangle((545, 31, 568, 43), fill=(30, 32, 36))
    pen.text((34, 84), "‹", font=face(52, bold=True), fill=(40, 42, 48))
    pen.text((84, 96), scene["title"], font=face(34, bold=True), fill=(24, 26, 30))
    picture = stairwell(scene.get("thumbnail", {}), rng, fonts).resize((560, 420), Image.Resampling.LANCZOS)
    image.paste(picture, (30, 172))
    y = 630
    for label, value in scene["rows"]:
        pen.text((40, y), label, font=face(24), fill=(124, 128, 136))
        pen.text((40, y + 32), value, font=face(30), fill=(24, 26, 30))
        pen.line((40, y + 84, 580, y + 84), fill=(224, 226, 230), width=2)
        y += 100
    return image


def _glare(body: Image.Image) -> None:
    shine = Image.new("RGBA", body.size, (255, 255, 255, 0))
    ImageDraw.Draw(shine).polygon([(420, 0), (body.width, 0), (body.width, 520)], fill=(255, 255, 255, 34))
    body.alpha_composite(shine.filter(ImageFilter.GaussianBlur(30)))
