"""What a child process can be asked to do, by name: each job takes the open file and options, and yields messages."""

from __future__ import annotations

import encodings.cp866
import encodings.cp1251
import encodings.idna
import encodings.koi8_r
import encodings.utf_16
import json
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from pristan.documents.intake.mail import read_eml, read_mbox
from pristan.documents.intake.packed import read_wacz, read_warc, read_zip
from pristan.documents.intake.pdf import read_pdf, unlocked_pdf
from pristan.documents.intake.picture import prepare_pictures, read_picture
from pristan.documents.intake.pieces import FIELD_PAGES, Messages, Wanted, note, part
from pristan.documents.intake.plain import read_json, read_text
from pristan.documents.intake.recognise import format_of
from pristan.documents.intake.rtf import read_rtf
from pristan.documents.intake.web import read_html
from pristan.documents.intake.word import read_docx, read_odt
from pristan.documents.pictures import page_pictures
from pristan.documents.reading.model import reading_data
from pristan.documents.reading.page_text import morphology
from pristan.documents.reading.read import read_paper
from pristan.documents.says import FileFault

_ENCODINGS = (encodings.cp1251, encodings.cp866, encodings.koi8_r, encodings.utf_16, encodings.idna)

READERS: Mapping[str, Callable[[BinaryIO, Wanted], Messages]] = {
    "pdf": read_pdf,
    "jpeg": read_picture,
    "png": read_picture,
    "tiff": read_picture,
    "heic": read_picture,
    "docx": read_docx,
    "odt": read_odt,
    "rtf": read_rtf,
    "text": read_text,
    "html": read_html,
    "json": read_json,
    "eml": read_eml,
    "mbox": read_mbox,
    "zip": read_zip,
    "wacz": read_wacz,
    "warc": read_warc,
}


HOLD_FILES = ("zip", "wacz", "warc", "eml", "mbox")  # kinds that may have other files inside


def warm_up() -> None:
    """Load what parsers load late, before the first untrusted byte: later a child may not open the network or write."""
    prepare_pictures()
    morphology().parse("слово")
    read_paper(
        ["ПОСТАНОВЛЕНИЕ о возбуждении уголовного дела г. Казань 1 мая 2024 года судья Петров И.И. ст. 228 УК РФ"]
    )


def read(stream: BinaryIO, options: Mapping[str, Any]) -> Messages:
    """The kind of the file, its pages and parts; and what they say, where every page has text."""
    found, messages = _messages(stream, options)
    yield {"format": found}, b""
    pages: list[str] = []
    wordless = False
    for head, data in messages:
        if "page" in head:
            pages.append(head["page"])
            wordless = wordless or head["picture"]
        yield head, data
    if pages and not wordless:
        if len(pages) > FIELD_PAGES:
            yield note("long", count=FIELD_PAGES)
        yield {"reading": reading_data(read_paper(pages[:FIELD_PAGES]))}, b""


def text(stream: BinaryIO, options: Mapping[str, Any]) -> Messages:
    """The kind of the file and its pages; files inside it and fields are left out."""
    found, messages = _messages(stream, options)
    yield {"format": found}, b""
    for head, data in messages:
        if "part" not in head:
            yield head, data


def inside(stream: BinaryIO, options: Mapping[str, Any]) -> Messages:
    """The kind of the file and the files inside it; its own pages are left out, and it is not read for them alone."""
    found, messages = _messages(stream, options)
    yield {"format": found}, b""
    if found not in HOLD_FILES:
        return
    for head, data in messages:
        if "page" not in head:
            yield head, data


def unlock(stream: BinaryIO, options: Mapping[str, Any]) -> Messages:
    """A PDF that is protected by a password, without it. Other kinds stay locked."""
    if format_of(stream) != "pdf":
        raise FileFault("password")
    stream.seek(0)
    yield part("", unlocked_pdf(stream, options["password"]))


def _messages(stream: BinaryIO, options: Mapping[str, Any]) -> tuple[str, Messages]:
    """The kind of the file, and what its parser gives. Raises FileFault for a kind that is not read."""
    found = format_of(stream)
    if found is None or found == "doc":
        raise FileFault("unknown" if found is None else "old_word")
    return found, READERS[found](stream, Wanted(options.get("password")))


def understand(stream: BinaryIO, _options: Mapping[str, Any]) -> Messages:
    """What pages say that were recognised: a JSON list of texts."""
    yield {"reading": reading_data(read_paper(json.load(stream)[:FIELD_PAGES], recognised=True))}, b""


JOBS: Mapping[str, Callable[[BinaryIO, Mapping[str, Any]], Messages]] = {
    "read": read,
    "text": text,
    "inside": inside,
    "unlock": unlock,
    "understand": understand,
    "pictures": page_pictures,
}
