"""`pristan serve`: the workbench in the browser, on this computer only."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from pristan.kernel.language import Language


@click.command("serve")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    help="A folder with case folders in it.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; any free one if left out.")
@click.option(
    "--lang",
    "language",
    type=click.Choice([one.value for one in Language]),
    help="Language to begin in; else the browser's.",
)
@click.option("--browser/--no-browser", default=True, help="Whether to open the page in the browser.")
def serve_command(folder: Path, port: int, language: str | None, browser: bool) -> None:
    """Open the workbench: every case of FOLDER in the browser. Only this computer can reach it."""
    open_workbench(folder, port=port, language=Language(language) if language else None, browser=browser)


def open_workbench(
    folder: Path,
    *,
    names: tuple[str, ...] | None = None,
    port: int = 0,
    language: Language | None = None,
    browser: bool = True,
    day: Callable[[], date | None] = date.today,
) -> None:
    """Serve the cases of a folder until Ctrl+C."""
    # Django and the server are read only when they are wanted: no other command needs them.
    from pristan.web.serving import serve_folder

    served = serve_folder(folder, names=names, language=language, day=day, port=port)
    click.echo(
        f"The workbench is open at\n  {served.address}\nThe address works once. Only this computer can reach it."
    )
    click.echo(f"The cases are in {folder}, in clear: nothing here encrypts them. Stop with Ctrl+C.")
    if browser:
        webbrowser.open(served.address)
    try:
        served.run()
    except KeyboardInterrupt:
        click.echo("\nStopped.")
