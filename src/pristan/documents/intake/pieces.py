"""What a parser hands out, and the bounds that all parsers keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Messages = Iterator[tuple[dict[str, Any], bytes]]

MEMBERS = 2000  # files in one archive, or messages' attachments
MEMBER_BYTES = 100_000_000
PIXELS = 120_000_000  # a page of A3 at 600 dpi has 70 million points
FIELD_PAGES = 100  # a longer file is a volume of many papers, not one paper
ENOUGH_LETTERS = 20  # fewer on a page than this is a stamp or a page number, not a text layer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the parent asks of a parser."""

    password: str | None = None


def page(text: str, *, picture: bool = False) -> tuple[dict[str, Any], bytes]:
    """One page; `picture`: what it shows has no text layer. Halves of letters become "?"."""
    return {"page": text.encode("utf-8", "replace").decode(), "picture": picture}, b""


def note(code: str, **values: str | int) -> tuple[dict[str, Any], bytes]:
    """Something that should be known (says.toml)."""
    return {"note": code, "values": values}, b""


def part(name: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    """A file that stood inside this one."""
    return {"part": name.encode("utf-8", "replace").decode()}, data


def lost_part(name: str, fault: str) -> tuple[dict[str, Any], bytes]:
    """A file inside this one that could not be taken out."""
    return {"part": name.encode("utf-8", "replace").decode(), "fault": fault}, b""
