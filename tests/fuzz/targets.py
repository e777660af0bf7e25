"""What is fuzzed: each parser of ours with bytes of its kind, and what must hold whatever the bytes are.

A parser may refuse a file with a known sentence (FileFault) or run out of depth (the child says "nesting"); nothing
else may come out of it. What it hands on must be words that can be written down, and notes that have a sentence.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from pristan.documents.intake.mail import read_eml, read_mbox
from pristan.documents.intake.names import shown_name
from pristan.documents.intake.packed import read_wacz, read_warc, read_zip
from pristan.documents.intake.picture import prepare_pictures, read_picture
from pristan.documents.intake.pieces import Messages, Wanted
from pristan.documents.intake.plain import read_json, read_text
from pristan.documents.intake.recognise import format_of
from pristan.documents.intake.rtf import read_rtf
from pristan.documents.intake.signatures import name_in
from pristan.documents.intake.web import read_html
from pristan.documents.intake.word import read_docx, read_odt
from pristan.documents.reading.model import reading_data
from pristan.documents.reading.read import read_paper
from pristan.documents.sandbox.frames import BrokenFrame, frames_in, write_frame
from pristan.documents.says import FileFault, Note, known_codes
from tests.documents.intake import made

Target = Callable[[bytes], None]


class Unsound(AssertionError):
    """What a parser handed on is not what its reader may rely on."""


def _sound(head: Mapping[str, object]) -> None:
    json.dumps(head, ensure_ascii=False).encode()  # lone surrogates cannot be written anywhere
    if "note" in head:
        values = head["values"]
        if not isinstance(values, dict):
            raise Unsound(f"a note without values: {head}")
        plain = {key: str(value).replace("?", "") for key, value in values.items()}
        if "?" in Note(str(head["note"]), plain).text.en:
            raise Unsound(f"a note without its values: {head}")
    if "fault" in head and head["fault"] not in known_codes("fault"):
        raise Unsound(f"a part lost for no known reason: {head}")


def _parser(reader: Callable[[BinaryIO, Wanted], Messages]) -> Target:
    def one(data: bytes) -> None:
        try:
            for head, _ in reader(io.BytesIO(data), Wanted()):
                _sound(head)
        except FileFault as fault:
            if fault.code not in known_codes("fault"):
                raise Unsound(f"an unknown fault: {fault.code}") from fault
        except RecursionError:
            pass  # the child says "nesting"

    return one


def _inside(name: str, others: dict[str, bytes], reader: Callable[[BinaryIO, Wanted], Messages]) -> Target:
    """The fuzzer makes the file inside the archive, not the archive."""
    parse = _parser(reader)

    def one(data: bytes) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for other, content in (others | {name: data}).items():
                archive.writestr(other, content)
        parse(out.getvalue())

    return one


def _kind(data: bytes) -> None:
    format_of(io.BytesIO(data))


def _name(data: bytes) -> None:
    shown, _, _ = shown_name(data.decode("utf-8", errors="surrogateescape"))
    if not shown or "/" in shown or "\\" in shown or len(shown) > 120 or shown in ("..", "."):
        raise Unsound(f"not a name that may be shown: {shown!r}")
    shown.encode()


def _answer(data: bytes) -> None:
    """A child that was taken over may say anything to its parent."""
    try:
        for frame in frames_in(io.BytesIO(data), limit=1_000_000):
            dict(frame.head)
    except BrokenFrame:
        pass


def _paper(data: bytes) -> None:
    """What a paper says is as untrusted as the file: each field stands on a page, and all can be written down."""
    recognised = data[:1] < b"\x80"
    pages = data[1:].decode("utf-8", errors="replace").split("\f")
    reading = read_paper(pages, recognised=recognised)
    json.dumps(reading_data(reading), ensure_ascii=False).encode()
    for one in reading.fields:
        page = pages[one.span.page - 1]
        if not 0 <= one.span.start < one.span.end <= len(page):
            raise Unsound(f"a field outside its page: {one}")


def _picture(data: bytes) -> None:
    prepare_pictures()
    _parser(read_picture)(data)


def _signature(data: bytes) -> None:
    name_in(data).encode()


def _nameless() -> bytes:
    """An archive whose table of contents gives a file no name."""
    data = bytearray(made.zipped({"a": b"words"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 28], data[entry + 30] = 0, 1  # its one letter becomes an extra field
    return bytes(data)


def _papers() -> list[bytes]:
    """A form with blanks, and a paper in English, as if each were recognised."""
    folder = Path(__file__).parents[1] / "documents" / "second_author"
    names = ("counsel_warrant_form", "english_police_clearance")
    return [b" " + (folder / f"{name}.txt").read_bytes()[:2000] for name in names]


_MIME = {"mimetype": b"application/vnd.oasis.opendocument.text"}
TARGETS: Mapping[str, Target] = {
    "kind": _kind,
    "name": _name,
    "answer": _answer,
    "signature": _signature,
    "paper": _paper,
    "picture": _picture,
    "text": _parser(read_text),
    "json": _parser(read_json),
    "html": _parser(read_html),
    "rtf": _parser(read_rtf),
    "eml": _parser(read_eml),
    "mbox": _parser(read_mbox),
    "zip": _parser(read_zip),
    "warc": _parser(read_warc),
    "wacz": _parser(read_wacz),
    "docx": _parser(read_docx),
    "docx_words": _inside("word/document.xml", {}, read_docx),
    "odt_words": _inside("content.xml", _MIME, read_odt),
}


def seeds(target: str) -> list[bytes]:
    """Sound files of the target's kind, from the tests."""
    answer = io.BytesIO()
    write_frame(answer, {"page": "слова", "picture": False})
    write_frame(answer, {"part": "a.txt"}, b"words")

    def member(archive: bytes, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return opened.read(name)

    ruling = made.RULING.encode()
    html = b"<html><meta charset=windows-1251><p>a<br>b<script>x</script><td>c&laquo;" + made.RULING.encode("cp1251")
    return {
        "kind": [*made.good().values(), made.warc(), made.mbox(), made.telegram()],
        "name": [b"../../a.txt", "приговор\u202efdp.exe".encode(), b"C:\\a\\..\\b"],
        "answer": [answer.getvalue()],
        "signature": [made.signature()],
        "paper": [b" " + ruling + b"\f" + ruling, b"\xff" + ruling, *_papers()],
        "picture": [made.jpeg(), made.png(4, 4)],
        "text": [made.RULING.encode(), made.RULING.encode("cp1251"), made.RULING.encode("utf-16")],
        "json": [made.telegram(), b'{"chats":{"list":[{"messages":[]}]}}'],
        "html": [html, b"<p>words<![ctype x]>more"],
        "rtf": [made.rtf()],
        "eml": [made.letter()],
        "mbox": [made.mbox()],
        "zip": [made.zipped({"a.txt": b"words", "../b.txt": b"more"}), _nameless()],
        "warc": [made.warc()],
        "wacz": [made.wacz()],
        "docx": [made.docx()],
        "docx_words": [member(made.docx(), "word/document.xml")],
        "odt_words": [member(made.odt(), "content.xml")],
    }[target]
