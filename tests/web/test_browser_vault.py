"""The pages of a vault in a real browser, from before there is one: whole in every look, axe content, by keys alone.

The search of a vault, what is typed into it and the browser's own history are looked at here too.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pristan.web.serving import set_up

set_up()

from tests.support.case_folder import PERSON, exhibit, write_case  # noqa: E402
from tests.support.geometry import AXE, faults_in_all_sizes, faults_of  # noqa: E402
from tests.support.workbench import chromium, needs_browser, picture, served  # noqa: E402

from pristan.bootstrap import work  # noqa: E402
from pristan.storage import exchange, vault  # noqa: E402
from pristan.storage.jobs.worker import Worker  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.vault_builds import VaultBuilds  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402

pytestmark = needs_browser

SIZES = {"desk": (1366, 768), "phone": (390, 844), "narrow": (320, 640)}
PHRASE, OTHER = "five slow ferries", "seven quiet piers"
Opened = tuple[Any, str]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A page of a browser that used the launch token, at a workbench whose vault is still to be made."""
    cheap = Argon(memory=64, passes=1, lanes=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "measured", lambda: cheap)
        patch.setattr(exchange, "measured", lambda: cheap)
        patch.setattr(VaultBuilds, "start", lambda _: None)
        bench = Workbench(VaultShelf(tmp_path_factory.mktemp("browser") / "vault"), day=lambda: date(2026, 11, 20))
        with served(bench) as address, chromium() as browser:
            page = browser.new_context(accept_downloads=True).new_page()
            page.set_default_timeout(60_000)
            page.goto(address)
            yield page, address.partition("/start")[0]
        aside(bench.lock)


@pytest.fixture
def inside(opened: Opened) -> Opened:
    """The same with the vault made and open, whichever test of this file ran before in this process."""
    page, base = opened
    page.goto(base + "/cases")
    if page.url.endswith("/begin"):
        for field in ("#new", "#again"):
            page.fill(field, PHRASE)
        page.uncheck("input[name=sheet]")
        page.click("form.card .btn.main")
    elif "/unlock" in page.url:
        page.fill("#passphrase", PHRASE)
        page.click(".btn.main")
    page.wait_for_url("**/cases")
    return page, base


def aside(act: Any) -> Any:
    """In a thread of its own: the browser's driver keeps an event loop in this one, where Django opens no database."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(act).result()


def whole(opened: Opened, name: str, address: str = "") -> None:
    """Both languages, every size, light and dark; `address` empty: the page as it is, in the language it is in."""
    from axe_playwright_python.sync_playwright import Axe

    page, base = opened
    for lang, size in (("ru", "phone"), ("en", "desk")) if address else (("", "desk"),):
        if address:
            page.context.add_cookies([{"name": "lang", "value": lang, "url": base}])
            page.goto(base + address)
        assert faults_in_all_sizes(page, SIZES) == [], name
        page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
        picture(page, f"vault-{name}-{size}-{lang}")
        found = Axe().run(page, options=AXE)
        assert found.response["violations"] == [], found.generate_report()


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_vault_and_a_case_are_made_by_keyboard_alone_and_every_page_on_the_way_is_whole(opened: Opened) -> None:
    page, base = opened
    assert page.url.endswith("/begin")
    whole(opened, "begin", "/begin")
    page.focus("#new")
    page.keyboard.type(PHRASE)
    press(page, "Tab")
    page.keyboard.type(PHRASE)
    press(page, "Enter")
    page.wait_for_selector(".code-sheet")
    whole(opened, "sheet")
    page.focus("a.btn")
    press(page, "Enter")
    page.wait_for_url("**/cases")
    whole(opened, "cases-empty", "/cases")
    whole(opened, "new", "/new")
    page.focus("#code")
    for typed in ("Quay 7", "Анна Зимина", "Anna Zimina"):
        page.keyboard.type(typed)
        press(page, "Tab")
    press(page, "Enter")
    page.wait_for_url("**/interview")
    assert "Anna Zimina" in page.inner_text("header")
    whole(opened, "hand-on", page.url.removeprefix(base).replace("interview", "hand_on"))
    whole(opened, "settings", "/settings")


def test_a_wrong_settings_form_is_whole_too_and_says_where(inside: Opened) -> None:
    page, base = inside
    page.goto(base + "/settings")
    page.click("#passphrase summary")
    page.fill("#old", "three wrong words")
    for field in ("#new", "#again"):
        page.fill(field, OTHER)
    page.click("#passphrase .btn.main")
    page.wait_for_selector("#fault")
    assert page.is_visible("#old")
    whole(inside, "settings-fault")


def test_what_is_looked_for_is_marked_and_leads_to_its_page_and_stays_out_of_the_history(
    inside: Opened, tmp_path: Path
) -> None:
    page, base = inside

    def fill() -> None:
        folder = write_case(tmp_path / "case", PERSON, exhibit())
        (folder / "exhibits" / "1.txt").write_text("Протокол обыска. Понятые: двое.\n" * 30, encoding="utf-8")
        exchange.import_folder(folder)
        Worker({work.READ: work.read}).do_all()

    aside(fill)
    page.goto(base + "/search")
    page.focus("input[type=search]")
    page.keyboard.type("обысками")
    press(page, "Enter")
    page.wait_for_selector(".hits mark")
    whole(inside, "search", "/search")
    went = []
    page.on("framenavigated", lambda frame: went.append(frame.url))
    page.click(".hits .where a >> nth=0")
    page.wait_for_url("**/evidence?*")
    page.go_back()
    page.wait_for_selector(".hits mark")
    assert page.input_value("input[type=search]") == "обысками"
    assert all("%D0" not in url and "обыс" not in url for url in [*went, page.url])


def test_the_doors_are_whole(inside: Opened) -> None:
    page, base = inside
    page.goto(base + "/cases")
    page.click("form[action='/lock'] button")
    page.wait_for_url("**/unlock")
    whole(inside, "unlock", "/unlock")
    whole(inside, "recover", "/recover")


FAULTY = {
    "outside the window": "<p style='margin-left:1360px;white-space:nowrap'>words that go on</p>",
    "px wider than": "<div style='width:1500px'>x</div>",
    "cut:": "<div style='width:60px;overflow:hidden;white-space:nowrap'>words that do not fit</div>",
    "on top of each other": "<p>under</p><p style='margin-top:-2.2em'>over</p>",
    "too narrow": "<button style='width:40px;white-space:nowrap;overflow:visible'>a long label</button>",
    "controls on each other": "<button>one</button><button style='margin-left:-20px'>two</button>",
}


@pytest.mark.parametrize("fault", FAULTY)
def test_each_kind_of_broken_layout_is_found(opened: Opened, fault: str) -> None:
    page, _ = opened
    page.goto("about:blank")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.set_content(f"<main>{FAULTY[fault]}</main>")
    assert any(fault in one for one in faults_of(page))


@pytest.mark.parametrize(
    "whole_page",
    [
        "<p>One.</p><p>Two.</p>",
        "<div style='width:60px;overflow-x:auto;white-space:nowrap'>words that scroll</div>",
        "<span style='position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)'>for readers</span>",
        "<a href='x'>a <b>link</b></a> <button>beside</button>",
        "<details><summary>more</summary><p>folded</p></details>",
    ],
)
def test_a_whole_layout_is_quiet(opened: Opened, whole_page: str) -> None:
    page, _ = opened
    page.goto("about:blank")
    page.set_content(f"<main>{whole_page}</main>")
    assert faults_of(page) == []
