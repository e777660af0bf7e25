"""Each story through the workbench in a real browser: from a new vault to a packet that was fetched and reads.

In one of them the vault itself is made in the browser, and the case brought in there. English for every story, Russian
once. PRISTAN_SCREENS=1 keeps pictures of the way in out/screens/journeys/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from pristan.web.serving import set_up

set_up()

from pristan.bootstrap import work  # noqa: E402
from pristan.services.packets import packets_that_fit  # noqa: E402
from pristan.services.stories import story_folder, story_names  # noqa: E402
from pristan.storage import exchange, vault  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402
from tests.journeys.expectations import story_case  # noqa: E402
from tests.support.workbench import chromium, needs_browser, picture, served  # noqa: E402

pytestmark = needs_browser

PHRASE = "five slow ferries"
CHEAP = Argon(memory=64, passes=1, lanes=1)
FROM_NOTHING = ("planted", "en")  # this journey begins before there is a vault
JOURNEYS = [(story, "en") for story in story_names()] + [("planted", "ru")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.mark.parametrize(("story", "lang"), JOURNEYS, ids=[f"{story}-{lang}" for story, lang in JOURNEYS])
def test_a_story_goes_from_a_new_vault_to_a_packet_that_reads(
    browser: Any, story: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = story_case(story)
    monkeypatch.setattr(vault, "measured", lambda: CHEAP)
    if (story, lang) != FROM_NOTHING:
        monkeypatch.setattr(work, "functions", lambda: {work.PACKET: work.build_packet})  # the first reads papers too
        aside(lambda: new_vault(tmp_path / "vault", story))
    bench = Workbench(VaultShelf(tmp_path / "vault"), day=lambda: None)
    context = browser.new_context(accept_downloads=True, locale=lang)
    page = context.new_page()
    page.set_default_timeout(90_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        with served(bench) as address:
            page.goto(address)
            if (story, lang) == FROM_NOTHING:
                make_vault(page, story)
            else:
                page.fill("input[type=password]", PHRASE)
                page.keyboard.press("Enter")
            page.wait_for_url("**/overview")  # the only case of the vault opens at once
            assert getattr(case.principal.name, lang) in page.inner_text("body")
            shot(page, story, lang, "overview")
            for name in ("chronology", "plan", "filings") if story == "planted" else ("filings",):
                page.goto(page.url.rsplit("/", 1)[0] + f"/{name}")
                shot(page, story, lang, name)
            profile = packets_that_fit(case)[0].profile.id
            page.click(f"[id='{profile}'] button")
            page.wait_for_selector(f"[id='{profile}'] .files a[href$='.pdf']")
            shot(page, story, lang, "packet")
            link = page.get_attribute(f"[id='{profile}'] .files a[href$='.pdf']", "href")
            got = page.request.get(address.partition("/start")[0] + str(link), headers={"accept-language": lang})
            assert len(pypdfium2.PdfDocument(got.body())) >= 1
            assert all(url.startswith(("http://127.0.0.1:", "data:", "blob:")) for url in asked)
    finally:
        context.close()
        aside(vault.lock)
    assert not [path for path in (tmp_path / "vault").rglob("*") if path.suffix in (".pdf", ".docx", ".toml")]


def make_vault(page: Any, story: str) -> None:
    """By the pages alone: a vault, its recovery sheet, a case brought in from a folder."""
    page.fill("#new", PHRASE)
    page.fill("#again", PHRASE)
    page.click("form.card .btn.main")
    page.wait_for_selector(".code-sheet")
    page.click("a.btn")
    page.click(".head a.btn.main")
    page.fill("#path", str(story_folder(story)))
    page.click("#folder .btn")
    page.click("a.btn.main")


def new_vault(folder: Path, story: str) -> None:
    vault.create(folder, PHRASE, argon=CHEAP)
    exchange.import_folder(story_folder(story))
    vault.lock()


def aside(act: Callable[[], object]) -> None:
    """In a thread of its own: the browser's driver keeps an event loop in this one, where Django opens no database."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(act).result()


def shot(page: Any, story: str, lang: str, name: str) -> None:
    picture(page, f"journeys/{story}-{lang}-{name}", whole=False)
