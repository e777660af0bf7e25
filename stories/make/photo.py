"""Photographs of a story: a drawn scene made to look taken by hand, with invented EXIF fields.

No camera picture is used. `SCENES` maps the name in `exhibits.toml` (`draw = "..."`) to the function that draws it.
"""

import io
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from stories.make.plan import Item, PlanError
from stories.make.scene_door import door
from stories.make.scene_phone import phone_screen
from stories.make.scene_stairs import stairwell

Scene = Callable[[Mapping[str, Any], random.Random, Sequence[Path]], Image.Image]
SCENES: Mapping[str, Scene] = {"stairwell": stairwell, "phone_screen": phone_screen, "door": door}

# EXIF tags by their numbers in the Exif 2.32 standard; (directory, tag)
EXIF_TAGS = {
    "ImageDescription": (None, 0x010E),
    "Make": (None, 0x010F),
    "Model": (None, 0x0110),
    "DateTime": (None, 0x0132),
    "DateTimeOriginal": (0x8769, 0x9003),
    "OffsetTimeOriginal": (0x8769, 0x9011),
}
DEMO_MARK = "Pristan training picture: drawn, persons and events are invented"


def photograph(item: Item, fonts: Sequence[Path], *, seed: str) -> bytes:
    """The JPEG of one photo exhibit.

    Raises: PlanError when the scene or an EXIF field is not one the kit knows.
    """
    name = item.options.get("draw", "")
    if name not in SCENES:
        raise PlanError(f'{item.file}: no scene "{name}". Write one of: {", ".join(sorted(SCENES))}.')
    rng = random.Random(seed)
    image = _taken_by_hand(SCENES[name](item.options.get("scene", {}), rng, fonts), rng)
    out = io.BytesIO()
    exif = _exif(item, item.options.get("exif", {}))
    image.save(out, "JPEG", quality=item.options.get("quality", 78), optimize=True, exif=exif)
    return out.getvalue()


def _taken_by_hand(image: Image.Image, rng: random.Random) -> Image.Image:
    """Lens softness, darker corners and sensor grain."""
    image = image.convert("RGB").filter(ImageFilter.GaussianBlur(0.9))
    small = Image.new("L", (32, 24))
    pen = ImageDraw.Draw(small)
    for ring in range(16):
        pen.rectangle((ring, ring * 0.75, 31 - ring, 23 - ring * 0.75), fill=min(255, 168 + ring * 9))
    corners = small.resize(image.size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(30))
    image = ImageChops.multiply(image, Image.merge("RGB", (corners, corners, corners)))
    raw = Image.frombytes("L", image.size, rng.randbytes(image.width * image.height))
    grain = raw.point([value // 14 for value in range(256)])
    return ImageChops.subtract(image, Image.merge("RGB", (grain, grain, grain)))


def _exif(item: Item, wanted: Mapping[str, str]) -> Image.Exif:
    exif = Image.Exif()
    for name, value in {"ImageDescription": DEMO_MARK, **wanted}.items():
        if name not in EXIF_TAGS:
            raise PlanError(f'{item.file}: no EXIF field "{name}". Write one of: {", ".join(EXIF_TAGS)}.')
        directory, tag = EXIF_TAGS[name]
        target = exif if directory is None else exif.get_ifd(directory)
        target[tag] = value
    return exif
