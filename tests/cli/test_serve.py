"""What `pristan serve` prints before the browser opens."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from pristan.cli.main import pristan
from pristan.cli.serve import serve_command
from pristan.kernel.language import Language


@pytest.mark.parametrize(
    ("arguments", "words", "other"),
    [
        (("--lang", "ru"), "Рабочее место открыто", "The workbench is open"),
        ((), "The workbench is open", "Рабочее место"),
    ],
)
def test_the_address_is_told_in_the_language_that_was_asked_for(
    arguments: tuple[str, ...], words: str, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = SimpleNamespace(address="http://127.0.0.1:1/start?token=t", run=lambda: None)

    def serve_vault(*_folder: object, **_options: Any) -> SimpleNamespace:
        return served

    monkeypatch.setattr("pristan.web.serving.serve_vault", serve_vault)
    found = CliRunner().invoke(serve_command, ["--no-browser", *arguments])
    assert found.exit_code == 0
    assert words in found.output
    assert other not in found.output
    assert served.address in found.output


def test_the_language_said_before_the_command_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    begun_in: list[object] = []
    served = SimpleNamespace(address="http://127.0.0.1:1/start?token=t", run=lambda: None)

    def serve_vault(*_folder: object, language: object, **_options: Any) -> SimpleNamespace:
        begun_in.append(language)
        return served

    monkeypatch.setattr("pristan.web.serving.serve_vault", serve_vault)
    found = CliRunner().invoke(pristan, ["--lang", "ru", "serve", "--no-browser"])
    assert found.exit_code == 0
    assert "Рабочее место открыто" in found.output
    assert begun_in == [Language.RU]
