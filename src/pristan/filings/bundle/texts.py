"""A text file set in type."""

from __future__ import annotations

import re
import unicodedata

import pikepdf

from pristan.filings.bundle import words
from pristan.filings.bundle.spec import Paper
from pristan.filings.bundle.typesetting import Typesetter
from pristan.kernel.language import Text

_TAB_STOPS = 4
_LONG_WORD = re.compile(r"\S{60,}")
_PIECE = re.compile(r".{12}(?=.)")
_SPACES = re.compile(r"^ +| {2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decoded(data: bytes) -> str | None:
    """The text of `data`: UTF-8, or UTF-16 that says so in its first bytes; None for any other encoding."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def text_pages(text: str, *, paper: Paper, typesetter: Typesetter) -> tuple[pikepdf.Pdf, list[Text]]:
    """`text` line by line; a form feed starts a page; long lines wrap; columns stay columns.

    Does not: interpret markup of any kind.
    """
    shown, controls = _CONTROL.subn("□", unicodedata.normalize("NFC", text))
    sheets = [[_spaced(line) for line in part.splitlines()] for part in shown.split("\f")]
    header = words.TYPESET.to(typesetter.language)
    sheet = typesetter.compile("text.typ", {"paper": _typst_paper(paper), "header": header, "sheets": sheets})
    notes = [words.fill(words.CONTROLS, count=controls)] if controls else []
    if sheet.missing is not None:
        notes.append(words.fill(words.NO_GLYPH, sample=sheet.missing))
    return sheet.open(), notes


def _spaced(line: str) -> str:
    wide = _SPACES.sub(lambda run: "\u00a0" * len(run.group()), line.expandtabs(_TAB_STOPS))
    return _LONG_WORD.sub(lambda word: _PIECE.sub(lambda piece: piece.group() + "\u200b", word.group()), wide)


def _typst_paper(paper: Paper) -> str:
    return {"a4": "a4", "letter": "us-letter"}[paper]
