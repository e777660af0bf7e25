"""Degraded scans: a typeset page becomes the picture a tired copier makes of it, and a PDF of pictures only.

No text layer is written. The look: tinted paper, a shadow towards the binding, punch holes, specks, grain, tilt, JPEG.
"""

import io
import random
from dataclasses import dataclass

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

PAPER = (250, 248, 241)


@dataclass(frozen=True)
class Look:
    """How badly a paper was copied.

    Units: dpi; `tilt` in degrees (each page differs by up to a third of it); `grain` 0-60 grey levels;
    `shadow` 0-1 darkening at the binding edge; `quality` JPEG 1-95; `blur` in pixels.
    """

    dpi: int = 150
    tilt: float = 0.7
    grain: int = 18
    shadow: float = 0.25
    quality: int = 55
    blur: float = 0.5
    specks: int = 60
    holes: bool = True
    grey: bool = False
    fold: bool = False


def degraded(pdf: bytes, look: Look, *, seed: str) -> bytes:
    """`pdf` as an image-only PDF with the faults of `look`; the same seed gives the same bytes."""
    document = pypdfium2.PdfDocument(pdf)
    pages: list[tuple[bytes, Image.Image]] = []
    for number in range(len(document)):
        page = document[number].render(scale=look.dpi / 72).to_pil().convert("RGB")
        image = _copied(page, look, random.Random(f"{seed}/{number}"))
        pages.append((_jpeg(image, look.quality), image))
    return _picture_pdf(pages, look.dpi)


def _copied(page: Image.Image, look: Look, rng: random.Random) -> Image.Image:
    image = ImageChops.multiply(page, Image.new("RGB", page.size, PAPER))
    if look.holes:
        _punch(image, look.dpi, rng)
    if look.fold:
        _crease(image, rng)
    image = _tilted(image, look.tilt, rng)
    image = _shaded(image, look.shadow, rng)
    image = image.filter(ImageFilter.GaussianBlur(look.blur))
    _speckle(image, look.specks, rng)
    image = _grained(image, look.grain, rng)
    return image.convert("L") if look.grey else image


def _punch(image: Image.Image, dpi: int, rng: random.Random) -> None:
    """Four holes along the binding edge, as files are sewn through."""
    pen, radius = ImageDraw.Draw(image), dpi // 18
    for share in (0.28, 0.36, 0.64, 0.72):
        x, y = int(dpi * 0.45) + rng.randint(-3, 3), int(image.height * share) + rng.randint(-4, 4)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(96, 92, 88), outline=(60, 58, 55))


def _crease(image: Image.Image, rng: random.Random) -> None:
    y = image.height // 2 + rng.randint(-12, 12)
    strip = Image.new("L", (image.width, 9), 0)
    for row, value in enumerate((8, 18, 30, 42, 16, 40, 26, 14, 6)):
        ImageDraw.Draw(strip).line((0, row, image.width, row), fill=value)
    image.paste((120, 116, 108), (0, y), strip)


def _tilted(image: Image.Image, tilt: float, rng: random.Random) -> Image.Image:
    angle = tilt + rng.uniform(-tilt, tilt) / 3
    return image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=(206, 203, 198))


def _shaded(image: Image.Image, strength: float, rng: random.Random) -> Image.Image:
    """Darker towards the left edge and one corner, with slow waves of light."""
    width, height = 40, 56
    shade = Image.new("L", (width, height))
    corner = rng.choice((0, height - 1))
    for x in range(width):
        for y in range(height):
            edge = max(0.0, 1 - x / 9) * strength
            far = max(0.0, 1 - (abs(y - corner) + (width - x)) / 34) * strength * 0.5
            shade.putpixel((x, y), int(255 * (1 - min(0.8, edge + far + rng.uniform(0, 0.02)))))
    mask = shade.resize(image.size, Image.Resampling.BICUBIC)
    return ImageChops.multiply(image, Image.merge("RGB", (mask, mask, mask)))


def _speckle(image: Image.Image, count: int, rng: random.Random) -> None:
    pen = ImageDraw.Draw(image)
    for _ in range(count):
        x, y, size = rng.randrange(image.width), rng.randrange(image.height), rng.choice((1, 1, 1, 2, 2, 3))
        grey = rng.randint(50, 150)
        pen.ellipse((x, y, x + size, y + size), fill=(grey, grey, grey))


def _grained(image: Image.Image, grain: int, rng: random.Random) -> Image.Image:
    size = image.width // 2 * (image.height // 2)
    raw = Image.frombytes("L", (image.width // 2, image.height // 2), rng.randbytes(size))
    waves = raw.resize(image.size, Image.Resampling.BILINEAR)
    layer = waves.point([value * grain // 255 for value in range(256)])
    return ImageChops.subtract(image, Image.merge("RGB", (layer, layer, layer)))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _picture_pdf(pages: list[tuple[bytes, Image.Image]], dpi: int) -> bytes:
    pdf = pikepdf.new()
    for data, image in pages:
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        page = pdf.add_blank_page(page_size=(width, height))
        picture = pikepdf.Stream(pdf, data)
        picture.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=image.width,
            Height=image.height,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray if image.mode == "L" else pikepdf.Name.DeviceRGB,
            Filter=pikepdf.Name.DCTDecode,
        )
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=pdf.make_indirect(picture)))
        page.obj.Contents = pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Scan Do Q".encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
