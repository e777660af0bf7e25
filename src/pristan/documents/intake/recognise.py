"""Which kind of file the bytes are, whatever its name says."""

from __future__ import annotations

import re
from typing import BinaryIO

from pristan.documents.intake.archive import open_zip
from pristan.documents.says import FileFault

HEAD = 4096
_MAIL_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.MULTILINE)
_MAIL_NAMES = re.compile(rb"^(?:from|received|return-path|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)
_JSON = re.compile(rb"[\[{]\s*[\"\[{\]}]")  # not "[14.03.2025, 09:12:03]", as WhatsApp begins its lines on an iPhone
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b", re.IGNORECASE)


def format_of(stream: BinaryIO) -> str | None:
    """The kind by its short name ("pdf", "docx", "text" ...); None: none of those that are read."""
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(0)
    by_signature = _by_signature(head)
    if by_signature == "zip":
        return _packed(stream)
    if by_signature is not None:
        return by_signature
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith(b"From ") and b"\n" in bare and _MAIL_NAMES.search(bare):
        return "mbox"
    if _MAIL_HEADER.match(bare.replace(b"\r\n", b"\n")) and _MAIL_NAMES.search(bare):
        return "eml"
    if _HTML.search(bare[:2048]):
        return "html"
    if _JSON.match(bare):
        return "json"
    return "text" if _may_be_text(head) else None


def _by_signature(head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for start, name in (
        (b"\xff\xd8\xff", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"II*\x00", "tiff"),
        (b"MM\x00*", "tiff"),
        (b"PK\x03\x04", "zip"),
        (b"PK\x05\x06", "zip"),
        (b"{\\rtf", "rtf"),
        (b"\xd0\xcf\x11\xe0", "doc"),
        (b"WARC/", "warc"),
        (b"\x1f\x8b", "warc"),  # gzip: the reader of archives checks what is inside
    ):
        if head.startswith(start):
            return name
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis"):
        return "heic"
    return None


def _packed(stream: BinaryIO) -> str:
    try:
        with open_zip(stream) as archive:
            names = set(archive.namelist())
    except FileFault:
        return "zip"
    finally:
        stream.seek(0)
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return "odt"
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return "wacz"
    return "zip"


def _may_be_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    strange = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\x00" not in head and strange <= len(head) // 200
