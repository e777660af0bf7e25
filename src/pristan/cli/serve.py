"""`pristan serve`: the workbench in the browser, on this computer only."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pristan.bootstrap.places import vault_folder
from pristan.kernel.language import Language

if TYPE_CHECKING:
    from pristan.web.serving import Served


@click.command("serve")
@click.option("--vault", type=click.Path(path_type=Path), help="The folder of the vault; yours if left out.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Serve case folders that lie in clear in this folder, instead of the vault.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; any free one if left out.")
@click.option(
    "--lang",
    "language",
    type=click.Choice([one.value for one in Language]),
    help="Language to begin in; else the browser's.",
)
@click.option("--browser/--no-browser", default=True, help="Whether to open the page in the browser.")
def serve_command(vault: Path | None, folder: Path | None, port: int, language: str | None, browser: bool) -> None:
    """Open the workbench in the browser. Only this computer can reach it; the passphrase is asked there."""
    lang = Language(language) if language else None
    if folder is not None:
        open_workbench(folder, port=port, language=lang, browser=browser)
        return
    from pristan.web.serving import serve_vault

    _show(serve_vault(vault_folder(vault), language=lang, port=port), browser=browser)


def open_workbench(
    folder: Path,
    *,
    names: tuple[str, ...] | None = None,
    port: int = 0,
    language: Language | None = None,
    browser: bool = True,
    day: Callable[[], date | None] = date.today,
) -> None:
    """Serve the case folders in a folder until Ctrl+C. `day` gives None for each case's own day."""
    # Django and the server are read only when they are wanted: no other command needs them.
    from pristan.web.serving import serve_folder

    served = serve_folder(folder, names=names, language=language, day=day, port=port)
    click.echo(f"The cases are in {folder}, in clear: nothing here encrypts them.")
    _show(served, browser=browser)


def _show(served: Served, *, browser: bool) -> None:
    click.echo(f"The workbench is open at\n  {served.address}")
    click.echo("The address works once. Only this computer can reach it. Stop with Ctrl+C.")
    if browser:
        webbrowser.open(served.address)
    try:
        served.run()
    except KeyboardInterrupt:
        click.echo("\nStopped.")
