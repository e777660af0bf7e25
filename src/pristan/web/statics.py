"""The files every page needs: style sheets, scripts, fonts, one sheet of drawings. Read once, served from memory.

The address carries a hash of all of them, so a browser keeps them and never shows old ones. It is answered before
Django, because these files are the same for everybody and ask for no session.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pristan.filings.dossier.icons import icons as marks

WEB = Path(__file__).parent
KEEP = "private, max-age=604800, immutable"
StartResponse = Callable[[str, list[tuple[str, str]]], Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


@cache
def static_files() -> dict[str, bytes]:
    """Every file by its path below the static address."""
    found = {
        path.relative_to(WEB / "static").as_posix(): path.read_bytes()
        for path in sorted((WEB / "static").rglob("*"))
        if path.is_file()
    }
    for path in sorted((WEB / "pages").glob("*/page.*")):
        if path.suffix in (".css", ".js"):
            found[f"pages/{path.parent.name}{path.suffix}"] = path.read_bytes()
    fonts = files("pristan.filings").joinpath("fonts")
    for item in sorted(fonts.iterdir(), key=lambda one: one.name):
        if item.name.endswith(".woff2"):
            found[f"fonts/{item.name}"] = item.read_bytes()
    found["js/htmx.js"] = files("django_htmx").joinpath("static/django_htmx/htmx-2.min.js").read_bytes()
    found["icons.svg"] = _sprite().encode()
    return found


def _sprite() -> str:
    """All drawings as symbols of one file: the marks of the dossier, and those of the pages."""
    drawings = {**marks(), **{path.stem: path.read_text(encoding="utf-8") for path in (WEB / "icons").glob("*.svg")}}
    symbols = []
    for name, svg in sorted(drawings.items()):
        one = svg.strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")
        symbols.append(re.sub(r"^<svg", f'<symbol id="{name}"', one).replace("</svg>", "</symbol>"))
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'


@cache
def root() -> str:
    """The address below which the files are, such as /static/5f2c91d0."""
    digest = hashlib.sha256(b"".join(name.encode() + body for name, body in sorted(static_files().items())))
    return f"/static/{digest.hexdigest()[:12]}"


def address(name: str) -> str:
    """The address of a file. KeyError if there is none: our fault."""
    static_files()[name]
    return f"{root()}/{name}"


def with_statics(inner: Application) -> Application:
    """`inner`, with the static files answered before it."""

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith("/static/"):
            return inner(environ, start_response)
        body = static_files().get(path.removeprefix(f"{root()}/")) if path.startswith(f"{root()}/") else None
        if body is None or environ.get("REQUEST_METHOD") not in ("GET", "HEAD"):
            start_response("404 Not Found", [("Content-Type", "text/plain"), ("Content-Length", "0")])
            return [b""]
        kind = "font/woff2" if path.endswith(".woff2") else mimetypes.guess_type(path)[0] or "application/octet-stream"
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        headers = [
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", KEEP),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
        ]
        start_response("200 OK", headers)
        return [body if environ["REQUEST_METHOD"] == "GET" else b""]

    return answer
