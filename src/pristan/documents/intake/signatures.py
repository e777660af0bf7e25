"""Who signed a PDF electronically, and when, as the signature itself says.

Source: ISO 32000-1, 12.8 (signature dictionaries); RFC 5652 (the certificates inside). Does not: verify anything: not
the signature, not the certificate, not the time. Anyone can write any name there; a person must check it elsewhere.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509 import Certificate, InvalidVersion
from cryptography.x509.oid import NameOID

_LONGEST = 80
_MOST = 20
_TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?")


def signers(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """A line for each signature: the name in its certificate and the time it states; "?" where it has none."""
    for number in range(min(pdfium.FPDF_GetSignatureCount(document), _MOST)):
        signature = pdfium.FPDF_GetSignatureObject(document, number)
        name = name_in(_bytes(pdfium.FPDFSignatureObj_GetContents, signature))
        time = _TIME.match(_bytes(pdfium.FPDFSignatureObj_GetTime, signature).decode("latin-1"))
        when = "" if time is None else f", {time[1]}-{time[2]}-{time[3]}"
        yield f"{name}{when}"


def _bytes(read: Any, signature: Any) -> bytes:
    size = read(signature, None, 0)
    if not 0 < size < 10_000_000:
        return b""
    buffer = ctypes.create_string_buffer(size)
    read(signature, buffer, size)
    return buffer.raw


def name_in(contents: bytes) -> str:
    """The name in the signer's certificate; "?" where none can be read."""
    try:
        found = pkcs7.load_der_pkcs7_certificates(_without_padding(contents))
        issuers = {one.issuer.rfc4514_string() for one in found if one.issuer != one.subject}
        own = [one for one in found if one.subject.rfc4514_string() not in issuers] or found
        return next((name for one in own if (name := _common_name(one))), "?")
    except (ValueError, TypeError, UnsupportedAlgorithm, InvalidVersion):
        return "?"  # no signature, or of a kind that the library does not open


def _common_name(certificate: Certificate) -> str:
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value)[:_LONGEST] if names else ""


def _without_padding(contents: bytes) -> bytes:
    """The room for a signature is larger than it; DER says in its second byte how long it is."""
    if len(contents) < 6 or contents[1] < 0x80:
        return contents
    sizes = contents[1] & 0x7F
    return contents[: 2 + sizes + int.from_bytes(contents[2 : 2 + sizes])] if sizes <= 4 else contents
