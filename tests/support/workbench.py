"""A workbench for tests: Django's client for what a server says, a real server and browser for what a person sees."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from pristan.services.stories import STORIES
from pristan.web.answers import Answers
from pristan.web.serving import serve, set_up
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench, environ_of

set_up()

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCREENS = Path(__file__).parents[2] / "out" / "screens"
WANTED = bool(os.environ.get("PRISTAN_SCREENS"))
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="install chromium to run this test")


class PassphraseShelf(FolderShelf):
    """A folder that behaves as a vault does: it opens with a passphrase only."""

    encrypted = True  # type: ignore[assignment]

    def __init__(self, folder: Path, passphrase: str, names: tuple[str, ...] | None = None) -> None:
        super().__init__(folder, names)
        self._passphrase = passphrase
        self.locked = True

    def unlock(self, passphrase: str) -> bool:
        """Open if it is the right one."""
        self.locked = passphrase != self._passphrase
        return not self.locked


class Lasting(Answers):
    """Answers that outlive a lock, so that a test that hides a page does not cost the next one seconds."""

    def forget(self) -> None:
        """Nothing is dropped."""


LASTING = Lasting()


def stories(*names: str, answers: Answers = LASTING) -> Workbench:
    """A workbench over stories, each on its own day; what one test works out, the next one has."""
    return Workbench(FolderShelf(STORIES, names), day=lambda: None, answers=answers)


def client(bench: Workbench, *, launched: bool = True, csrf: bool = False) -> Any:
    """Django's client at this workbench; `launched`: it has used the launch token."""
    from django.test import Client

    made = Client(enforce_csrf_checks=csrf, headers={"host": "127.0.0.1"}, **environ_of(bench))
    if launched:
        made.get("/start", {"token": bench.token})
    return made


def token_in(page: str) -> str:
    """The CSRF token of a page."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found is not None
    return found[1]


@contextmanager
def served(bench: Workbench) -> Iterator[str]:
    """The launch address of a server that really listens."""
    running = serve(bench)
    thread = Thread(target=running.run, daemon=True)
    thread.start()
    try:
        yield running.address
    finally:
        running.stop()


def picture(page: Any, name: str, *, whole: bool = True) -> None:
    """Keep a picture of the page in out/screens/, for eyes; no test looks at it. Only with PRISTAN_SCREENS set."""
    if WANTED:
        page.screenshot(path=SCREENS / f"{name}.png", full_page=whole)


@contextmanager
def chromium() -> Iterator[Any]:
    """A real browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
