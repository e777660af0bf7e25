"""Papers in a real browser: sent, read while the page waits, taken off and put back by keys alone; axe content."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from pristan.web.serving import set_up

set_up()

from tests.cli.test_add import CHARGE  # noqa: E402
from tests.documents.intake import made  # noqa: E402
from tests.support.case_folder import PERSON, write_case  # noqa: E402
from tests.support.geometry import AXE, faults_in_all_sizes  # noqa: E402
from tests.support.workbench import chromium, needs_browser, picture, served  # noqa: E402

from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402

pytestmark = needs_browser

SIZES = {"desk": (1366, 768), "phone": (390, 844), "narrow": (320, 640)}
PHRASE = "five slow ferries"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str, Path]]:
    """A page of an open vault with one empty case, the address of its papers, and a folder of files to send."""
    root = tmp_path_factory.mktemp("papers")
    vault.create(root / "vault", PHRASE, argon=Argon(memory=64, passes=1, lanes=1))
    case = cases.begin_case((write_case(root / "case", PERSON) / "case.toml").read_text(encoding="utf-8"))
    vault.lock()
    charge = CHARGE.format(accused="Зимину Анну Викторовну").encode()
    made.written(root / "files", {"a.txt": charge, "b.txt": charge, "c.zip": made.zipped({"мама.txt": b"Hello Anna"})})
    made.written(root / "files", {"d.pdf": made.locked_pdf()})
    bench = Workbench(VaultShelf(root / "vault"))
    with served(bench) as address, chromium() as browser:
        page = browser.new_context().new_page()
        page.set_default_timeout(60_000)
        page.goto(address)
        page.fill("input[name=passphrase]", PHRASE)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "unlock" not in url)
        base = address.partition("/start")[0]
        page.context.add_cookies([{"name": "hide_told", "value": "yes", "url": base}])
        yield page, f"{base}/cases/{case}/evidence", root / "files"
    with ThreadPoolExecutor(1) as threads:  # the browser's driver keeps an event loop in this one
        threads.submit(bench.lock).result()


def whole(page: Any, name: str) -> None:
    """Nothing cut or wider than the window in any look, and axe content."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state("networkidle")
    assert faults_in_all_sizes(page, SIZES) == [], name
    page.set_viewport_size({"width": 1366, "height": 768})
    picture(page, f"papers-{name}")
    found = Axe().run(page, options=AXE)
    assert found.response["violations"] == [], found.generate_report()


def test_papers_are_sent_read_and_told_one_by_one(opened: tuple[Any, str, Path]) -> None:
    page, address, files = opened
    page.goto(address)
    page.set_input_files("#files", [str(path) for path in sorted(files.iterdir())])
    page.click("#add-form button")
    for _ in range(300):  # the page asks for itself; its own rules forbid to look from inside
        page.wait_for_timeout(200)
        if not page.query_selector("#progress li") and "need" in page.inner_text("#arrivals"):
            break
    told = page.inner_text("#arrivals")
    assert "a.txt\nOn record as exhibit 1." in told
    assert "This paper is in the case already, as exhibit 1" in told
    assert "c.zip › мама.txt" in told
    assert page.query_selector("#arrivals input[type=password]")
    field = page.locator("#arrivals input[type=password]")
    field.fill("half a pass")
    page.evaluate("htmx.ajax('GET', location.pathname + '/coming', {target: '#arrivals', swap: 'outerHTML'})")
    page.wait_for_timeout(500)
    page.set_input_files("#files", {"name": "e.txt", "mimeType": "text/plain", "buffer": b"One more"})
    page.click("#add-form button")
    for _ in range(100):
        page.wait_for_timeout(200)
        if "e.txt" in page.inner_text("#arrivals"):
            break
    page.wait_for_timeout(4_500)  # two rounds of the lists that load themselves
    assert field.input_value() == "half a pass"
    for _ in range(100):  # the page loads itself anew when the papers were read
        page.goto(address)
        if page.query_selector("#offers") and not page.query_selector("#offers [role=status]"):
            break
        page.wait_for_timeout(500)
    whole(page, "came")


def test_a_paper_is_taken_off_and_put_back_by_keys_alone(opened: tuple[Any, str, Path]) -> None:
    page, address, _ = opened
    page.goto(f"{address}/remove?exhibit=1")
    whole(page, "remove")
    page.goto(f"{address}/remove?exhibit=1")
    assert page.evaluate("document.activeElement.textContent") == "Keep it"  # the safe choice
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".toast")
    page.goto(f"{address}/delete?exhibit=1")
    whole(page, "delete")
    page.goto(f"{address}?done=off&of=1")
    page.focus(".toast button")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=back**")
    assert "Exhibit 1 is on record again." in page.inner_text(".toast")


def test_the_original_is_a_download_after_a_warning(opened: tuple[Any, str, Path]) -> None:
    page, address, files = opened
    page.goto(f"{address}/original?exhibit=1")
    whole(page, "original")
    with page.expect_download() as kept:
        page.click("form button.btn:has-text('Download the original')")
    assert Path(kept.value.path()).read_bytes() == (files / "a.txt").read_bytes()
    assert kept.value.suggested_filename == "a.txt"
