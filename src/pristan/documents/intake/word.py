"""DOCX and ODT: the words in order. Macros are not run, nothing is fetched, XML with definitions is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from pristan.documents.intake.archive import MALFORMED, open_zip
from pristan.documents.intake.pieces import MEMBER_BYTES, Messages, Wanted, note, page
from pristan.documents.says import FileFault

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BREAK = "\f"
_DEPTH = 200  # elements inside each other; a paper has some twenty


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    try:
        with archive.open(name) as stream:
            data = stream.read(MEMBER_BYTES + 1)
    except RuntimeError as fault:  # what zipfile raises for a password
        raise FileFault("password" if "encrypted" in str(fault) else "broken") from fault
    except (*MALFORMED, KeyError) as fault:
        raise FileFault("broken") from fault
    if len(data) > MEMBER_BYTES:
        raise FileFault("output")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FileFault("entities")
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as fault:
        raise FileFault("broken") from fault


def read_docx(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """Letterheads first, then the body, then footnotes and footers; a page ends where the file says so."""
    with open_zip(stream) as archive:
        names = archive.namelist()
        if any(name.endswith("vbaProject.bin") for name in names):
            yield note("macros")
        body = _xml(archive, "word/document.xml")
        if next(body.iter(f"{_W}del"), None) is not None:
            yield note("changes")
        heads = [name for name in sorted(names) if name.startswith("word/header")]
        feet = [name for name in sorted(names) if name.startswith(("word/footnotes", "word/footer"))]
        parts = [_docx_text(_xml(archive, name)) for name in (*heads, "word/document.xml", *feet)]
    for text in "\n".join(part for part in parts if part.strip()).split(_BREAK):
        yield page(text.strip("\n"))


def _docx_text(root: ElementTree.Element) -> str:
    out: list[str] = []
    for element, ends in _walk(root):
        tag = element.tag
        if ends:
            if tag in (f"{_W}p", f"{_W}tr"):
                out.append("\n")
            elif tag == f"{_W}tc" and out and out[-1] == "\n":
                out[-1] = "\t"
        elif tag == f"{_W}t":
            out.append(element.text or "")
        elif tag == f"{_W}tab":
            out.append("\t")
        elif tag == f"{_W}noBreakHyphen":
            out.append("-")
        elif tag == f"{_W}br":
            out.append(_BREAK if element.get(f"{_W}type") == "page" else "\n")
        elif tag == f"{_W}lastRenderedPageBreak" and not (out and out[-1] == _BREAK):
            out.append(_BREAK)
    return "".join(out)


def _walk(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, bool]]:
    """Every element at its beginning and at its end, in order. Raises FileFault beyond a sound depth."""
    stack: list[tuple[ElementTree.Element, Iterator[ElementTree.Element]]] = [(root, iter(root))]
    yield root, False
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield element, True
            continue
        if len(stack) > _DEPTH:
            raise FileFault("nesting")
        yield child, False
        stack.append((child, iter(child)))


def read_odt(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """The body of an OpenDocument text."""
    with open_zip(stream) as archive:
        if any(name.startswith("Basic/") for name in archive.namelist()):
            yield note("macros")
        root = _xml(archive, "content.xml")
    out: list[str] = []
    for element, ends in _walk(root):
        tag = element.tag
        if ends:
            if tag in (f"{_T}p", f"{_T}h"):
                out.append("\n")
            if element.tail and not element.tail.isspace():
                out.append(element.tail)
            continue
        if tag == f"{_T}s":
            out.append(" " * min(100, _count(element.get(f"{_T}c"))))
        elif tag == f"{_T}tab":
            out.append("\t")
        elif tag == f"{_T}line-break":
            out.append("\n")
        elif tag == f"{_T}soft-page-break":
            out.append(_BREAK)
        if element.text and tag.startswith(_T) and not element.text.isspace():
            out.append(element.text)
    for text in "".join(out).split(_BREAK):
        yield page(text.strip("\n"))


def _count(written: str | None) -> int:
    return int(written) if written and written.isdigit() and len(written) < 4 else 1
