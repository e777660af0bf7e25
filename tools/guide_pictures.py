"""Takes the pictures of the guides anew: `python -m tools.guide_pictures`, with Chromium installed.

From the stories, on their own days, through a vault made for it and removed. Does not: decide what a guide says.
"""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.support.workbench import chromium, served

from pristan.bootstrap import work
from pristan.services.stories import story_folder
from pristan.storage import exchange
from pristan.storage.jobs.worker import Worker
from pristan.web.vault_shelf import VaultShelf
from pristan.web.workbench import Workbench

OUT = Path(__file__).parents[1] / "docs" / "images" / "guide"
PHRASE = "five slow ferries"
DESK = {"width": 1366, "height": 768}
WIDE = 1000 / 1366  # pictures are a thousand pixels wide
STORY = "planted"
LOOKED_FOR = "обыск"
PACKET = "un.hrc"
READ = ".desk img, .desk .paper"  # the page of a paper, once it was read


def main() -> None:
    """Take them all."""
    folder = Path(tempfile.mkdtemp(prefix="pristan-guide-"))
    try:
        with chromium() as browser:
            for lang in ("en", "ru"):
                _take(browser, lang, folder / lang / "vault")
    finally:
        shutil.rmtree(folder)


def _take(browser: Any, lang: str, folder: Path) -> None:
    bench = Workbench(VaultShelf(folder), day=lambda: None)
    with served(bench) as address:
        base = address.partition("/start")[0]
        page = browser.new_context(device_scale_factor=WIDE, viewport=DESK, locale=lang).new_page()
        page.set_default_timeout(90_000)  # milliseconds
        page.goto(address)
        page.context.add_cookies(
            [{"name": key, "value": value, "url": base} for key, value in (("lang", lang), ("hide_told", "yes"))]
        )
        page.goto(base + "/begin")
        _shot(page, "begin", lang)
        page.fill("#new", PHRASE)
        page.fill("#again", PHRASE)
        page.uncheck("input[name=sheet]")
        page.click("form.card .btn.main")
        page.goto(base + "/new")
        _shot(page, "new", lang)
        case = _aside(_fill)
        page.goto(base + "/search")
        page.fill("input[type=search]", LOOKED_FOR)
        page.keyboard.press("Enter")
        page.wait_for_selector(".hits mark")
        _shot(page, "search", lang)
        for name in ("overview", "interview", "chronology", "plan"):
            page.goto(f"{base}/cases/{case}/{name}")
            _shot(page, name, lang)
        page.goto(f"{base}/cases/{case}/evidence")
        page.wait_for_selector(READ)  # the page shows them by itself once they are read
        page.wait_for_load_state("networkidle")
        _shot(page, "evidence", lang)
        page.goto(f"{base}/cases/{case}/filings")
        page.click(f"[id='{PACKET}'] button")
        page.wait_for_selector(f"[id='{PACKET}'] .files a[href$='.pdf']")
        page.locator(f"[id='{PACKET}']").scroll_into_view_if_needed()
        _shot(page, "packet", lang)
    _aside(bench.lock)


def _fill() -> str:
    made = exchange.import_folder(story_folder(STORY)).id
    Worker({work.READ: work.read}).do_all()
    return made


def _aside(act: Any) -> Any:
    """In a thread of its own: the browser's driver keeps an event loop in this one, where Django opens no database."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(act).result()


def _shot(page: Any, name: str, lang: str) -> None:
    page.screenshot(path=str(OUT / f"{name}.{lang}.png"))


if __name__ == "__main__":
    main()
