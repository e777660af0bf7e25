"""Plain text in the encodings of Russian computers, and JSON of a Telegram export.

Does not: guess an encoding without saying so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, BinaryIO

from pristan.documents.intake.pieces import Messages, Wanted, note, page
from pristan.documents.says import FileFault

_COMMON = frozenset("оеаинтсрвлкмдпу")
_SINGLE_BYTE = ("cp1251", "koi8-r", "cp866")
_SHOWN = {"cp1251": "Windows-1251", "koi8-r": "KOI8-R", "cp866": "DOS 866"}
MESSAGES_ON_A_PAGE = 100


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was read in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    best = max(_SINGLE_BYTE, key=lambda name: _likeness(data[:20_000].decode(name, errors="replace")))
    return data.decode(best, errors="replace"), best


def _likeness(text: str) -> float:
    """How much a text looks like Russian: common small letters; a capital after a small letter speaks against it."""
    common = sum(letter in _COMMON for letter in text)
    odd = sum(one.islower() and two.isupper() for one, two in pairwise(text))
    boxes = sum("\u2500" <= letter <= "\u259f" or letter == "\ufffd" for letter in text)
    return common - 2 * odd - 3 * boxes


def read_text(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """The pages of a text, parted by form feeds."""
    text, encoding = decoded(stream.read())
    if encoding != "UTF-8":
        yield note("encoding", encoding=_SHOWN.get(encoding, encoding))
    for one in text.split("\f"):
        yield page(one.replace("\r\n", "\n"))


def read_json(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """A Telegram export as lines of time, name and words; any other JSON as its text."""
    text, _ = decoded(stream.read())
    try:
        data = json.loads(text)
    except ValueError as fault:
        raise FileFault("broken") from fault
    chats = list(_chats(data))
    if not chats:
        yield page(text)
        return
    for name, messages in chats:
        lines = [line for line in map(_line, messages) if line]
        for first in range(0, max(1, len(lines)), MESSAGES_ON_A_PAGE):
            yield page("\n".join((name, *lines[first : first + MESSAGES_ON_A_PAGE])))


def _chats(data: Any) -> Iterator[tuple[str, list[Any]]]:
    if not isinstance(data, dict):
        return
    if isinstance(data.get("messages"), list):
        yield str(data.get("name") or ""), data["messages"]
    for key in ("chats", "left_chats"):
        inner = data.get(key)
        for chat in inner.get("list", []) if isinstance(inner, dict) else []:
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield str(chat.get("name") or ""), chat["messages"]


def _line(message: Any) -> str:
    if not isinstance(message, dict):
        return ""
    told = message.get("text")
    if isinstance(told, list):
        told = "".join(
            one if isinstance(one, str) else str(one.get("text", "")) for one in told if isinstance(one, str | dict)
        )
    for key in ("file", "photo"):
        if message.get(key):
            told = f"{told or ''} [{message[key]}]".strip()
    for key in ("forwarded_from", "edited", "location_information", "contact_information", "poll"):
        if given := message.get(key):  # forwarded: else another's words would stand as this person's
            shown = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
            told = f"{told or ''} [{key}: {shown}]".strip()
    who = message.get("from") or message.get("actor") or ""
    if message.get("action"):
        told = f"({message['action']}) {told or ''}".strip()
    return f"{str(message.get('date', '')).replace('T', ' ')} {who}: {told or ''}".strip()
