"""The pages in a real browser: nothing asked of any other server, nothing wider than the window, axe content, Hide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.geometry import AXE, faults_in_all_sizes
from tests.support.workbench import chromium, needs_browser, picture, served, stories

from pristan.kernel.language import Language
from pristan.web.pages.registry import PAGES
from pristan.web.workbench import Workbench

pytestmark = needs_browser

STORY = "planted"
SIZES = {"desk": (1366, 768), "phone": (390, 844), "narrow": (320, 640)}
ADDRESSES = {page.id: f"/cases/{STORY}/{page.id}" if page.of_case else f"/{page.id}" for page in PAGES}


def work_out(bench: Workbench) -> None:
    """What the pages show, worked out before a browser waits for it."""
    case, stamp = bench.shelf.open(STORY), bench.shelf.held(STORY).stamp
    for lang in Language:
        bench.answers.view(case, stamp, case.assessed_on, lang)
        bench.answers.scenarios(case, stamp, case.assessed_on, lang)
    bench.answers.proposals(case, stamp)


@pytest.fixture(scope="module")
def opened() -> Iterator[tuple[Any, str]]:
    """A page in a browser that used the launch token, and the address of the server."""
    bench = stories(STORY)
    work_out(bench)
    with served(bench) as address, chromium() as browser:
        page = browser.new_context().new_page()
        page.set_default_timeout(60_000)  # milliseconds; tests share a busy machine
        page.goto(address)
        yield page, address.partition("/start")[0]


def unlock(opened: tuple[Any, str]) -> None:
    page, base = opened
    page.wait_for_load_state()
    page.goto(base + "/unlock?next=/cases")
    with page.expect_navigation(url="**/cases"):
        page.click("form.card button")


@pytest.fixture(autouse=True)
def unlocked(opened: tuple[Any, str]) -> None:
    """Each test begins with the pages open, whatever the one before did."""
    unlock(opened)


def look(opened: tuple[Any, str], address: str, *, size: str = "desk", lang: str = "en", theme: str = "light") -> Any:
    page, base = opened
    page.context.add_cookies(
        [{"name": "lang", "value": lang, "url": base}, {"name": "theme", "value": theme, "url": base}]
    )
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(base + address)
    return page


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_is_whole_in_both_languages_sizes_and_themes(opened: tuple[Any, str], name: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, base = opened
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    for size, lang, theme in (("desk", "en", "light"), ("phone", "ru", "dark")):
        look(opened, ADDRESSES[name], size=size, lang=lang, theme=theme)
        picture(page, f"{name}-{size}-{lang}-{theme}")
        found = Axe().run(page, options=AXE)
        assert found.response["violations"] == [], found.generate_report()
        assert faults_in_all_sizes(page, SIZES) == []
    assert faults == []
    assert {url.split("/")[2] for url in asked} == {base.split("/")[2]}


def test_shift_three_times_hides_at_once_also_from_a_field(opened: tuple[Any, str]) -> None:
    page = look(opened, "/cases")
    page.focus("input[type=search]")
    took = page.evaluate(
        """async () => {
          const start = performance.now();
          for (let i = 0; i < 3; i++) dispatchEvent(new KeyboardEvent("keydown", {key: "Shift", bubbles: true}));
          const took = performance.now() - start;
          return [took, document.body.innerText, document.title];
        }"""
    )
    assert took[0] < 300  # milliseconds; under 100 on a machine that does nothing else
    assert "Veresov" not in took[1]
    assert "Pristan" not in took[1] + took[2]
    page.wait_for_selector("a[href='/unlock']")  # the page the server sends, after the one put in place at once
    page.evaluate("history.back()")
    page.wait_for_load_state()
    assert "Veresov" not in page.inner_text("body")
    unlock(opened)
    assert "Veresov" in look(opened, ADDRESSES["more"]).inner_text("header")


def test_hide_is_second_in_the_tab_order_and_works_without_a_mouse(opened: tuple[Any, str]) -> None:
    page = look(opened, ADDRESSES["more"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("a[href='/unlock']")  # the page the server sends, after the one put in place at once


def test_two_keys_go_to_a_page_and_are_silent_in_fields(opened: tuple[Any, str]) -> None:
    page = look(opened, ADDRESSES["more"])
    page.keyboard.press("g")
    page.keyboard.press("o")
    page.wait_for_url("**/overview")
    look(opened, "/cases")
    page.focus("input[type=search]")
    page.keyboard.type("go?")
    assert page.input_value("input[type=search]") == "go?"
    assert page.url.endswith("/cases")


def test_the_pages_read_without_scripts(opened: tuple[Any, str]) -> None:
    page, base = opened
    cookies = page.context.cookies()
    context = page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    plain = context.new_page()
    plain.goto(base + ADDRESSES["overview"])
    assert plain.inner_text("h1")
    plain.click("#hide")
    assert plain.url.endswith("/recipes")
    context.close()
