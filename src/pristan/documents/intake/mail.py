"""Letters: EML and MBOX, with what is attached to them. Nothing that a letter links to is fetched."""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO

from pristan.documents.intake.pieces import MEMBERS, Messages, Wanted, note, page, part
from pristan.documents.intake.plain import decoded
from pristan.documents.intake.web import visible_text

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_RAW = 1_000_000  # bytes of a bent letter that are shown
# what the library of letters raises by mistake for headers that break its rules
_BENT = (AttributeError, IndexError, LookupError, TypeError, ValueError, AssertionError, MessageError)
_START = re.compile(rb"^From [^\n]*\n", re.MULTILINE)


def read_eml(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """One letter: a page with its headers and words, then its attachments."""
    yield from _letter(stream.read())


def read_mbox(stream: BinaryIO, _wanted: Wanted) -> Messages:
    """Every letter of a mailbox, a page each."""
    letters = [one for one in _START.split(stream.read()) if one.strip()]
    if len(letters) > MEMBERS:
        yield note("cut", count=MEMBERS)
    for one in letters[:MEMBERS]:
        yield from _letter(re.sub(rb"^>From ", b"From ", one, flags=re.MULTILINE))


def _letter(data: bytes) -> Messages:
    """A letter; one whose headers the library cannot take apart is given as it is written, and that is said."""
    try:
        pieces = list(_parsed(data))
    except _BENT:
        yield note("bent_letter")
        yield page(decoded(data[:_RAW])[0].replace("\r\n", "\n"))
        return
    yield from pieces


def _parsed(data: bytes) -> Messages:
    letter = BytesParser(policy=policy.default).parsebytes(data)
    lines = [f"{name}: {letter[name]}" for name in _SHOWN if letter[name]]
    body = letter.get_body(preferencelist=("plain", "html")) if isinstance(letter, EmailMessage) else None
    words = _words(body) if isinstance(body, EmailMessage) else ""
    if isinstance(body, EmailMessage) and body.get_content_type() == "text/html":
        words, remote = visible_text(words)
        if remote:
            yield note("remote")
    yield page("\n".join(lines) + "\n\n" + words.replace("\r\n", "\n"))
    for number, attached in enumerate(letter.iter_attachments(), start=1):
        if number > MEMBERS:
            yield note("cut", count=MEMBERS)
            break
        name = attached.get_filename() or f"attachment-{number}"
        if attached.get_content_type() == "message/rfc822":
            inner = next(iter(attached.iter_parts()), attached)
            yield part(attached.get_filename() or f"letter-{number}.eml", inner.as_bytes())
        else:
            yield part(name, _bytes(attached))


def _words(body: EmailMessage) -> str:
    raw = _bytes(body)
    charset = body.get_content_charset() or "utf-8"
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decoded(raw)[0]


def _bytes(piece: EmailMessage) -> bytes:
    raw = piece.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""
