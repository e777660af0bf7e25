"""ZIP, WACZ and WARC: the files inside, each with the last part of its name only; nothing is written anywhere."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from pristan.documents.intake.archive import MALFORMED, open_zip
from pristan.documents.intake.chats import look_of_a_chat
from pristan.documents.intake.pieces import MEMBER_BYTES, MEMBERS, Messages, Wanted, lost_part, note, part
from pristan.documents.says import FileFault

_ALL = 300_000_000  # bytes of all members together
_SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_KEPT = ("text/html", "application/pdf", "image/jpeg", "image/png", "text/plain", "application/json")


def read_zip(stream: BinaryIO, wanted: Wanted) -> Messages:
    """Every file of the archive; those that cannot be taken out are named with the reason."""
    with open_zip(stream) as archive:
        members = [one for one in archive.infolist() if not one.filename.endswith("/") and not _is_litter(one.filename)]
        if len(members) > MEMBERS:
            yield note("cut", count=MEMBERS)
        look = look_of_a_chat([one.filename for one in members])
        if look:
            yield note("look", count=len(look))
        left = _ALL
        for member in members[:MEMBERS]:
            if member.filename in look:
                continue
            data, fault_code = _member(archive, member, min(MEMBER_BYTES, left), wanted.password)
            left -= len(data)
            yield part(_name(member), data) if fault_code is None else lost_part(_name(member), fault_code)


_AES = 99  # the method that says: encrypted with AES (WinZip's specification)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int, password: str | None
) -> tuple[bytes, str | None]:
    if member.compress_type == _AES:
        return b"", "member_packing"
    try:
        with archive.open(member, pwd=None if password is None else password.encode()) as inner:
            data = inner.read(limit + 1)  # whatever size it declares
    except NotImplementedError:
        return b"", "member_packing"
    except RuntimeError:  # what zipfile raises for a password
        return b"", "member_locked"
    except MALFORMED:
        return b"", "member_broken"
    return (b"", "member_big") if len(data) > limit else (data, None)


def _name(member: zipfile.ZipInfo) -> str:
    """The name; one without the UTF-8 flag is read as Russian Windows and DOS wrote it (code page 866)."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return member.filename


def _is_litter(name: str) -> bool:
    return any(one in name for one in _SKIPPED)


def read_wacz(stream: BinaryIO, wanted: Wanted) -> Messages:
    """The pages kept in the web archive's WARC files."""
    with open_zip(stream) as archive:
        for member in archive.infolist()[:MEMBERS]:
            if member.filename.startswith("archive/") and not member.filename.endswith("/"):
                data, fault_code = _member(archive, member, MEMBER_BYTES, None)
                if fault_code is not None:
                    yield lost_part(member.filename, fault_code)
                else:
                    yield from read_warc(io.BytesIO(data), wanted)


def read_warc(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """Every kept answer with words or a picture, named by its address. Source: ISO 28500 (WARC 1.1)."""
    left = _ALL
    found = 0
    for head, body in _records(_unpacked(stream)):
        if head.get("warc-type") not in ("response", "resource"):
            continue
        answer = body
        kind = head.get("content-type", "")
        if head["warc-type"] == "response":
            top, _, answer = body.partition(b"\r\n\r\n")
            kind, answer = _http(top, answer)
        if kind.split(";")[0].strip().lower() in _KEPT and answer:
            left -= len(answer)
            found += 1
            if left < 0 or found > MEMBERS:
                yield note("cut", count=found - 1)
                return
            yield part(_address(head.get("warc-target-uri", ""), kind), answer)
    if not found:
        raise FileFault("unknown")


def _unpacked(stream: BinaryIO) -> BinaryIO:
    start = stream.read(2)
    stream.seek(0)
    return gzip.GzipFile(fileobj=stream) if start == b"\x1f\x8b" else stream  # type: ignore[return-value]


def _records(stream: BinaryIO) -> Iterator[tuple[dict[str, str], bytes]]:
    read = 0
    try:
        while line := stream.readline(65536):
            if not line.strip():
                continue
            if not line.startswith(b"WARC/"):
                raise FileFault("unknown" if read == 0 else "broken")
            head: dict[str, str] = {}
            while (line := stream.readline(65536)) and line.strip():
                key, _, value = line.decode("utf-8", errors="replace").partition(":")
                head[key.strip().lower()] = value.strip()
            length = head.get("content-length", "")
            if not length.isdigit() or int(length) > MEMBER_BYTES or len(head) > 200:
                raise FileFault("output" if length.isdigit() else "broken")
            body = stream.read(int(length))
            read += len(body)
            if read > _ALL:
                raise FileFault("output")
            yield head, body
    except (OSError, EOFError, zlib.error) as fault:
        raise FileFault("broken") from fault


def _http(top: bytes, answer: bytes) -> tuple[str, bytes]:
    fields = {
        key.strip().lower(): value.strip()
        for key, _, value in (line.partition(":") for line in top.decode("latin-1").split("\r\n")[1:])
    }
    if fields.get("content-encoding") == "gzip":
        unpacker = zlib.decompressobj(31)
        try:
            answer = unpacker.decompress(answer, MEMBER_BYTES)
        except zlib.error:
            return "", b""
    return fields.get("content-type", ""), answer


def _address(uri: str, kind: str) -> str:
    parts = urlsplit(uri)
    name = unquote(parts.path).rstrip("/").rsplit("/", 1)[-1]
    ending = ".html" if "html" in kind and not name.endswith((".html", ".htm")) else ""
    return f"{parts.netloc}_{name}{ending}".strip("_") or "page"
