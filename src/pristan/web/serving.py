"""Starting the workbench: Django over waitress, bound to the loopback address and to no other.

Does not: open a browser, or listen on a network. Only this computer can reach it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import django
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.services.assessing import read_ahead
from pristan.web.shelf import FolderShelf
from pristan.web.statics import Application, with_statics
from pristan.web.workbench import Workbench, environ_of

LOOPBACK = "127.0.0.1"
PATIENCE = 0.8  # seconds
IN_MEMORY = 256 * 2**20  # bytes: what comes and goes must not overflow into a temporary file in clear
SERVER: dict[str, Any] = {
    "threads": 6,
    "ident": None,
    "clear_untrusted_proxy_headers": True,
    "inbuf_overflow": IN_MEMORY,
    "outbuf_overflow": IN_MEMORY,
    "max_request_body_size": IN_MEMORY,
}


def set_up() -> None:
    """Make Django ready, once per process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pristan.web.settings")
    django.setup()


def application(bench: Workbench) -> Application:
    """The workbench as a WSGI application."""
    set_up()
    inner = get_wsgi_application()
    more = environ_of(bench)

    def with_bench(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return inner({**environ, **more}, start_response)

    return with_statics(with_bench)


@dataclass(frozen=True, slots=True)
class Served:
    """A workbench that listens. `run` works until `stop` is called from another thread."""

    address: str  # with the launch token: works once
    run: Callable[[], None]
    stop: Callable[[], None]


def serve_folder(
    folder: Path,
    *,
    names: tuple[str, ...] | None = None,
    language: Language | None = None,
    day: Callable[[], date | None] = date.today,
    port: int = 0,
) -> Served:
    """Serve the case folders in `folder`, or those of `names`. `day` gives None for each case's own day."""
    bench = Workbench(FolderShelf(folder, names), language=language, day=day, patience=PATIENCE)
    bench.background.ask("law", read_ahead)
    return serve(bench, port=port)


def serve_vault(folder: Path, *, language: Language | None = None, port: int = 0) -> Served:
    """Serve the vault in `folder`, locked until the passphrase is given; where there is none, its page makes one."""
    set_up()
    from pristan.storage import session  # models are read only when Django is ready
    from pristan.web.vault_shelf import VaultShelf

    bench = Workbench(VaultShelf(folder), language=language, patience=PATIENCE)
    session.after_lock(bench.forget)
    bench.background.ask("law", read_ahead)
    return serve(bench, port=port)


def serve(bench: Workbench, *, port: int = 0) -> Served:
    """Listen on `port` of the loopback address, 0 for any free one. Raises CaseError if the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
    except OSError as fault:
        listener.close()
        raise CaseError(
            f"port {port} is taken ({fault.strerror}). Choose another with --port, or leave it out."
        ) from fault
    server = create_server(application(bench), sockets=[listener], **SERVER)
    number = listener.getsockname()[1]
    return Served(f"http://{LOOPBACK}:{number}/start?token={bench.token}", server.run, server.close)
