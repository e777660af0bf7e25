"""`pristan serve`: the workbench in the browser, on this computer only."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pristan.bootstrap.places import vault_folder
from pristan.kernel.language import Language, Text

if TYPE_CHECKING:
    from pristan.web.serving import Served


_OPEN = Text("The workbench is open at", "Рабочее место открыто по адресу")
_ONCE = Text(
    "The address works once. Only this computer can reach it. Stop with Ctrl+C.",
    "Адрес действует один раз и только на этом компьютере. Остановить: Ctrl+C.",
)
_STOPPED = Text("Stopped.", "Остановлено.")
_IN_CLEAR = Text(
    "The cases are in {folder}, in clear: nothing here encrypts them.",
    "Дела лежат в {folder} открыто: здесь их ничто не шифрует.",
)


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
    said = language or click.get_current_context().find_root().params.get("language")  # pristan --lang ru serve
    lang = Language(said) if said else None
    if folder is not None:
        open_workbench(folder, port=port, language=lang, browser=browser)
        return
    from pristan.web.serving import serve_vault

    _show(serve_vault(vault_folder(vault), language=lang, port=port), browser=browser, language=lang or Language.EN)


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
    words = language or Language.EN
    click.echo(_IN_CLEAR.to(words).format(folder=folder))
    _show(served, browser=browser, language=words)


def _show(served: Served, *, browser: bool, language: Language) -> None:
    click.echo(f"{_OPEN.to(language)}\n  {served.address}")
    click.echo(_ONCE.to(language))
    if browser:
        webbrowser.open(served.address)
    try:
        served.run()
    except KeyboardInterrupt:
        click.echo(f"\n{_STOPPED.to(language)}")
