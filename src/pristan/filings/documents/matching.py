"""Whether the sentences of a document, edited or not, still match the case.

Each piece with a source carries a tag `KEY:STATE` (see `docx_file`): digests of its source keys, and of what they said.
Does not: read PDF, or judge words that rest on no source.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

from pristan.filings.documents.model import Document, Piece, pieces_of
from pristan.filings.documents.sources import States, digest

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOKEN = re.compile(r"\d[\d.,:-]*\d|\d|«[^»]+»|“[^”]+”")
SHOWN = 90  # signs of a sentence in a finding
_LARGEST = 50_000_000  # bytes of document.xml: an edited text is far smaller


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One sentence that no longer matches."""

    kind: Literal["changed", "gone", "edited"]
    text: str
    tokens: tuple[str, ...] = ()


def tag_of(piece: Piece, states: States) -> str:
    """The tag of a piece."""
    return f"{_key(piece)}:{states.of(piece.sources)}"


def _key(piece: Piece) -> str:
    return digest(*piece.sources)


def mismatches(made: bytes, fresh: Iterable[Document], states: States) -> tuple[Mismatch, ...]:
    """The sentences of a DOCX that no longer match `fresh`, the same documents as the case gives them now.

    Raises: ValueError if it is no DOCX.
    """
    now: dict[str, list[Piece]] = {}
    for document in fresh:
        for piece in pieces_of(document):
            if piece.sources:
                now.setdefault(_key(piece), []).append(piece)
    found = []
    for tag, text in _tagged(made):
        key, _, state = tag.partition(":")
        pieces = now.get(key)
        if pieces is None:
            found.append(Mismatch("gone", _short(text)))
        elif state != states.of(pieces[0].sources):
            found.append(Mismatch("changed", _short(text)))
        elif missing := _missing(text, pieces):
            found.append(Mismatch("edited", _short(text), missing))
    return tuple(found)


def _missing(text: str, pieces: list[Piece]) -> tuple[str, ...]:
    """Figures and quoted words of the source that are gone from the sentence, compared with its nearest like."""
    have = set(_TOKEN.findall(text))
    lacking = [tuple(one for one in _TOKEN.findall(piece.text) if one not in have) for piece in pieces]
    return min(lacking, key=len)


def _tagged(made: bytes) -> Iterable[tuple[str, str]]:
    """The tag and the text of every content control of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            if archive.getinfo("word/document.xml").file_size > _LARGEST:
                raise ValueError("too large")
            body = archive.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError) as fault:
        raise ValueError("no DOCX") from fault
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise ValueError("no DOCX: it declares entities")
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as fault:
        raise ValueError("no DOCX") from fault
    for control in root.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        value = "" if tag is None else tag.get(f"{_W}val", "")
        if re.fullmatch(r"[0-9a-f]{12}:[0-9a-f]{12}", value):
            yield value, "".join(one.text or "" for one in control.iter(f"{_W}t"))


def _short(text: str) -> str:
    plain = " ".join(text.split()).strip(" ;")
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
