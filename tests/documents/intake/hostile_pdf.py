"""PDF files made to do harm, written object by object."""

from __future__ import annotations

import zlib


def objects(*bodies: bytes | str) -> bytes:
    """A PDF of these objects; the first is its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    return out + head + rows + f"trailer <</Root 1 0 R/Size {len(places) + 1}>>\nstartxref\n{start}\n%%EOF".encode()


def stream(entries: str, data: bytes) -> bytes:
    """A compressed stream with these entries."""
    packed = zlib.compress(data, 9)
    return f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"


_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
_ONE = "<</Type/Pages/Count 1/Kids[3 0 R]>>"


def page(more: str) -> str:
    """A page with further entries."""
    return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{more}>>"


def endless_tree() -> bytes:
    """A tree of pages that holds itself and says that it has two thousand million of them."""
    return objects(_CATALOG, "<</Type/Pages/Count 2000000000/Kids[2 0 R]>>")


def deep_tree() -> bytes:
    """A tree of pages three thousand levels deep."""
    levels = (f"<</Type/Pages/Count 1/Kids[{number + 1} 0 R]>>" for number in range(2, 3000))
    return objects(_CATALOG, *levels, page(""))


def contents_bomb() -> bytes:
    """Drawing steps that unpack to 200 MB, each one level deeper."""
    return objects(_CATALOG, _ONE, page("/Contents 4 0 R"), stream("", b"q " * 100_000_000))


def huge_picture() -> bytes:
    """A page with a picture of 20,000 x 20,000 points."""
    own = "/Resources<</XObject<</A 4 0 R>>>>"
    points = "/Type/XObject/Subtype/Image/Width 20000/Height 20000/ColorSpace/DeviceGray/BitsPerComponent 8"
    return objects(
        _CATALOG,
        _ONE,
        page(f"{own}/Contents 5 0 R"),
        stream(points, bytes(400_000_000)),
        stream("", b"q 595 0 0 842 0 0 cm /A Do Q"),
    )
