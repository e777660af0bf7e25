"""RTF: the words in order. Source: Rich Text Format specification 1.9.1. Objects and pictures are passed over."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from pristan.documents.intake.pieces import Messages, Wanted, page
from pristan.documents.says import FileFault

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+")
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata datastore generator listtable listoverridetable rsidtbl "
    b"xmlnstbl filetbl revtbl fldinst latentstyles colorschememapping".split()
)
_SIGNS = {
    b"par": "\n",
    b"line": "\n",
    b"row": "\n",
    b"cell": "\t",
    b"tab": "\t",
    b"page": "\f",
    b"sect": "\f",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
}
_BARE = {b"~": "\u00a0", b"-": "\u00ad", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
_DEPTH = 500


class _Text:
    """The state of reading: open groups, code page, letters to pass over after a Unicode sign."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.groups: list[tuple[bool, int]] = []
        self.silent = False
        self.after = 1  # \uc: how many plain signs follow a \u for old readers
        self.skip = 0
        self.codec = "cp1252"
        self.waiting = b""

    def flush(self) -> None:
        if self.waiting:
            self.out.append(self.waiting.decode(self.codec, errors="replace"))
            self.waiting = b""

    def plain(self, data: bytes) -> None:
        if self.silent:
            return
        passed = min(self.skip, len(data))
        self.skip -= passed
        self.waiting += data[passed:]

    def say(self, text: str) -> None:
        if not self.silent:
            self.flush()
            self.out.append(text)

    def word(self, word: bytes, number: int | None) -> None:
        if word in _SILENT:
            self.silent = True
        elif word == b"ansicpg" and number:
            self.codec = _codec(number)
        elif word == b"uc" and number is not None:
            self.after = max(0, min(number, 8))
        elif word == b"u" and number is not None:
            point = number + 65536 if number < 0 else number
            if 0 < point < 0x110000 and not 0xD800 <= point < 0xE000:
                self.say(chr(point))
            self.skip = self.after
        elif word in _SIGNS:
            self.say(_SIGNS[word])

    def brace(self, sign: bytes) -> None:
        self.flush()
        if sign == b"{":
            if len(self.groups) >= _DEPTH:
                raise FileFault("nesting")
            self.groups.append((self.silent, self.after))
        elif self.groups:
            self.silent, self.after = self.groups.pop()
        self.skip = 0


def _codec(number: int) -> str:
    name = {65001: "utf-8", 20866: "koi8-r"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1251"


def read_rtf(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """Pages parted by page breaks."""
    text = _Text()
    data = stream.read()
    for token in _TOKEN.finditer(data):
        word, number, code, bare, brace, plain = token.groups()
        if word:
            text.word(word, int(number) if number else None)
        elif code:
            text.plain(bytes.fromhex(code.decode()))
        elif bare == b"*":
            text.silent = True
        elif bare:
            text.say(_BARE.get(bare, ""))
        elif brace:
            text.brace(brace)
        elif plain:
            text.plain(plain)
    text.flush()
    for one in "".join(text.out).split("\f"):
        yield page(one.strip("\n"))
