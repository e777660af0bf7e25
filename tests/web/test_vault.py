"""The pages over an encrypted vault: shut until the passphrase, shut again by Hide, another stamp after a change."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pristan.web.serving import set_up

set_up()

from tests.support.case_folder import PERSON, exhibit, fact, told, write_case  # noqa: E402
from tests.support.workbench import client  # noqa: E402

from pristan.storage import cases, session, vault  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402

PHRASE = "four wooden bridges"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    folder = write_case(tmp_path / "case", PERSON, exhibit(), fact("where_now", told("DE")))
    text = (folder / "case.toml").read_text(encoding="utf-8")
    vault.create(tmp_path / "vault", PHRASE, argon=Argon(memory=64, passes=1, lanes=1))
    cases.begin_case(text, {"exhibits/1.txt": b"paper\n"})
    vault.lock()
    made = Workbench(VaultShelf(tmp_path / "vault"), day=lambda: date(2026, 11, 20))
    yield made
    made.lock()


def test_the_vault_opens_with_its_passphrase_only_and_shuts_with_hide(bench: Workbench) -> None:
    here = client(bench)
    assert here.get("/cases").status_code == 302
    assert here.post("/unlock", {"passphrase": "four stone bridges"}).status_code == 200
    assert not session.is_open()
    assert here.post("/unlock", {"passphrase": PHRASE}).status_code == 302
    assert "Anna Zimina" in here.get("/cases").content.decode()
    here.post("/hide")
    assert not session.is_open()
    assert here.get("/cases").headers["Location"] == "/recipes"


def test_a_case_of_the_vault_is_shown_and_its_stamp_follows_its_changes(bench: Workbench) -> None:
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    (held,) = bench.shelf.cases()
    assert here.get(f"/cases/{held.id}/more").status_code == 200
    home = bench.shelf.home(held.id)
    text = home.text()
    home.replace(text.replace("Anna Zimina", "Anna Letova"), expected=text)
    assert bench.shelf.held(held.id).stamp != held.stamp
    assert "Anna Letova" in here.get(f"/cases/{held.id}/more").content.decode()


def test_a_vault_that_locks_itself_sends_to_the_passphrase(bench: Workbench) -> None:
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    session.lock()
    assert here.get("/cases").headers["Location"].startswith("/unlock")


def test_a_packet_of_a_vault_is_built_by_a_job_of_the_vault_and_fetched_from_it(bench: Workbench) -> None:
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    (held,) = bench.shelf.cases()
    assert here.post(f"/cases/{held.id}/filings/build/extradition.memorandum").status_code == 302
    watched = f"/cases/{held.id}/filings/watch/extradition.memorandum"
    until = time.monotonic() + 120
    while "<progress" in (page := here.get(watched).content.decode()) and time.monotonic() < until:
        time.sleep(0.3)
    address = next(part.split('"')[0] for part in page.split('href="') if part.split('"')[0].endswith(".pdf"))
    assert here.get(address).content.startswith(b"%PDF")
    here.post("/hide")
    assert here.get(address).status_code == 302


def test_dates_once_counted_are_kept_in_the_vault_until_the_case_changes(bench: Workbench) -> None:
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    (held,) = bench.shelf.cases()
    assert held.dates is None
    bench.shelf.keep_dates(held.id, date(2026, 11, 20))
    (counted,) = bench.shelf.cases()
    assert counted.dates is not None
    assert "being counted" not in here.get("/cases").content.decode()
    home = bench.shelf.home(held.id)
    text = home.text()
    home.replace(text.replace("Anna Zimina", "Anna Letova"), expected=text)
    assert bench.shelf.held(held.id).dates is None


def test_the_history_of_an_answer_is_told_in_words_beside_what_stands_now(bench: Workbench) -> None:
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    (held,) = bench.shelf.cases()
    save = f"/cases/{held.id}/interview/save"
    for year in ("2024", "2025"):
        here.post(save, {"q": "us_last_arrival", "action": "save", "how": "about", "y": year})
    here.post(save, {"q": "was_hurt_in_custody", "action": "forgot"})
    here.post(save, {"q": "was_hurt_in_custody", "action": "save", "value": "no"})
    asked = here.get(f"/cases/{held.id}/interview?q=us_last_arrival").content.decode()
    address = f"/cases/{held.id}/log?of=us_last_arrival"
    assert f'href="{address}"' in asked
    page = here.get(address).content.decode()
    assert "<del>about 2024 (own word)</del>" in page
    assert "<li>about 2025 (own word)</li>" in page
    assert "does not remember" not in page
    assert "<del>does not remember</del>" in here.get(f"/cases/{held.id}/log?of=was_hurt_in_custody").content.decode()
    whole = here.get(f"/cases/{held.id}/log").content.decode()
    assert "<del>about 2024 (own word)</del>" in whole
    assert "<del>does not remember</del>" in whole
    assert "[{" not in whole
    assert here.get(f"/cases/{held.id}/log?of=nothing").status_code == 200
