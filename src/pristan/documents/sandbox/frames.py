"""What a child says to its parent: one line of JSON, then, where it has "size", that many bytes.

Does not: trust a child; the parent checks lengths and types, and stops at a limit.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

REQUEST_LENGTH = struct.Struct(">I")  # of what the parent asks, before it, in bytes
LINE_LIMIT = 8 * 1024 * 1024  # bytes of one line: a page of text is far smaller


class BrokenFrame(Exception):
    """The stream is not what a sound child writes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    head: Mapping[str, Any]
    data: bytes = b""


def write_frame(stream: BinaryIO, head: Mapping[str, Any], data: bytes = b"") -> None:
    """Write one message."""
    whole = dict(head) | ({"size": len(data)} if data else {})
    stream.write(json.dumps(whole, ensure_ascii=True).encode() + b"\n")
    stream.write(data)


def frames_in(stream: BinaryIO, *, limit: int) -> Iterator[Frame]:
    """The messages of a stream. Raises BrokenFrame where it is cut, malformed or longer than `limit` bytes."""
    left = limit
    while line := stream.readline(LINE_LIMIT):
        left -= len(line)
        if left < 0 or len(line) == LINE_LIMIT:
            raise BrokenFrame("too long")
        try:
            head = json.loads(line)
        except ValueError as fault:
            raise BrokenFrame("cut") from fault
        if not isinstance(head, dict):
            raise BrokenFrame("malformed")
        size = head.pop("size", 0)
        if not isinstance(size, int) or size < 0 or size > left:
            raise BrokenFrame("too long")
        left -= size
        data = stream.read(size) if size else b""
        if len(data) != size or left < 0:
            raise BrokenFrame("cut")
        yield Frame(head, data)
