"""Making all exhibits of one story, and comparing them with the files on record."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image
from stories.make.chat import as_html, as_json, read_chat
from stories.make.paper import Press
from stories.make.photo import photograph
from stories.make.plan import Item, Plan
from stories.make.scan import Look, degraded


@dataclass(frozen=True)
class Made:
    """One made exhibit: its bytes, and the words of each page where they are known (not of photos)."""

    file: str
    data: bytes
    pages: tuple[str, ...] = ()


def made_exhibits(plan: Plan, fonts: Sequence[Path]) -> Iterator[Made]:
    """Every exhibit of the plan in its order; photographs are drawn first so that papers can show them.

    A photo marked `inside` is only shown in papers and is not among the exhibits.
    """
    with Press(plan, fonts) as press:
        photos = {item.file: _photo(plan, item, fonts, press) for item in plan.items if item.kind == "photo"}
        for item in plan.items:
            if item.kind != "photo":
                yield _made(plan, item, press)
            elif not item.options.get("inside", False):
                yield photos[item.file]


def _photo(plan: Plan, item: Item, fonts: Sequence[Path], press: Press) -> Made:
    data = photograph(item, fonts, seed=f"{plan.story}/{item.file}")
    press.keep_picture(item.file, _small(data))
    return Made(item.file, data)


def _small(data: bytes) -> bytes:
    """The picture as a paper's photo table prints it: small, without EXIF."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    image.thumbnail((640, 640))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=70, optimize=True)
    return out.getvalue()


def _made(plan: Plan, item: Item, press: Press) -> Made:
    if item.kind in ("chat", "chat_json"):
        chat = read_chat(plan.folder / item.source)
        data = as_html(chat) if item.kind == "chat" else as_json(chat)
        return Made(item.file, data, (data.decode("utf-8"),))
    pdf = press.pdf(item.source)
    pages = _words(pdf)
    if item.kind == "scan":
        pdf = degraded(pdf, Look(**item.options.get("scan", {})), seed=f"{plan.story}/{item.file}")
    return Made(item.file, pdf, pages)


def _words(pdf: bytes) -> tuple[str, ...]:
    document = pypdfium2.PdfDocument(pdf)
    return tuple(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
