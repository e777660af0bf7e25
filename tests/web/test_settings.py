"""A vault made, changed, backed up, recovered and wiped in the browser, by the services of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from pristan.web.serving import set_up

set_up()

from tests.support.workbench import client, stories, token_in  # noqa: E402

from pristan.storage import backup, log, session, vault  # noqa: E402
from pristan.storage.keys import Argon, WrongPassphrase  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import FREE_TRIES, Workbench  # noqa: E402

CHEAP = Argon(memory=64, passes=1, lanes=1)
PHRASE, OTHER = "four wooden bridges", "seven quiet piers"


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """A workbench whose vault is still to be made."""
    monkeypatch.setattr(vault, "measured", lambda: CHEAP)
    made = Workbench(VaultShelf(tmp_path / "vault"))
    yield made
    made.lock()


@pytest.fixture
def here(bench: Workbench) -> Any:
    return client(bench)


@pytest.fixture
def opened(here: Any) -> Any:
    """The same with a vault, open."""
    here.post("/begin", {"do": "create", "new": PHRASE, "again": PHRASE})
    return here


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


def test_without_a_vault_every_page_leads_to_making_one(here: Any) -> None:
    for address in ("/", "/cases", "/settings", "/law"):
        assert here.get(address).headers["Location"] == "/begin"
    assert here.get("/unlock").headers["Location"] == "/begin"
    page = text(here.get("/begin"))
    assert "lost for ever" in page
    assert "At least 12 characters" in page


def test_a_vault_is_made_with_a_passphrase_typed_twice_and_opens_with_it(here: Any, tmp_path: Path) -> None:
    assert "differ" in text(here.post("/begin", {"do": "create", "new": PHRASE, "again": OTHER}))
    assert "one word with figures" in text(
        here.post("/begin", {"do": "create", "new": "Saratov1999!!", "again": "Saratov1999!!"})
    )
    assert not vault.exists(tmp_path / "vault")
    assert here.post("/begin", {"do": "create", "new": PHRASE, "again": PHRASE}).headers["Location"] == "/"
    assert "There is no case yet" in text(here.get("/cases"))
    here.post("/lock")
    assert here.get("/cases").headers["Location"].startswith("/unlock")
    here.post("/unlock", {"passphrase": PHRASE})
    assert here.get("/begin").headers["Location"] == "/"


def test_a_form_from_elsewhere_makes_no_vault(bench: Workbench, tmp_path: Path) -> None:
    strict = client(bench, csrf=True)
    sent = {"do": "create", "new": PHRASE, "again": PHRASE}
    assert strict.post("/begin", sent).status_code == 403
    assert not vault.exists(tmp_path / "vault")
    page = strict.get("/begin").content.decode()
    assert strict.post("/begin", sent | {"csrfmiddlewaretoken": token_in(page)}).status_code == 302


def test_a_stranger_on_the_same_computer_makes_no_vault(bench: Workbench, tmp_path: Path) -> None:
    outside = client(bench, launched=False)
    assert outside.get("/begin").status_code == 403
    assert outside.post("/begin", {"do": "create", "new": PHRASE, "again": PHRASE}).status_code == 403
    assert not vault.exists(tmp_path / "vault")


def test_the_recovery_sheet_is_shown_once_and_opens_the_vault_under_a_new_passphrase(here: Any) -> None:
    sheet = here.post("/begin", {"do": "create", "new": PHRASE, "again": PHRASE, "sheet": "yes"})
    assert sheet.headers["Cache-Control"] == "no-store"
    code = "-".join(re.findall(r"<span>([0-9A-Z]{5})</span>", sheet.content.decode()))
    assert code.count("-") == 6
    assert code not in here.get("/settings").content.decode()
    here.post("/lock")
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert "mistyped" in text(here.post("/recover", {"code": wrong, "new": OTHER, "again": OTHER}))
    assert not session.is_open()
    assert here.post("/recover", {"code": code.lower(), "new": OTHER, "again": OTHER}).status_code == 302
    here.post("/lock")
    assert here.post("/unlock", {"passphrase": PHRASE}).status_code == 200
    assert here.post("/unlock", {"passphrase": OTHER}).status_code == 302


def test_a_sheet_made_void_opens_nothing(opened: Any) -> None:
    sheet = opened.post("/settings/recovery", {"passphrase": PHRASE}).content.decode()
    code = "-".join(re.findall(r"<span>([0-9A-Z]{5})</span>", sheet))
    opened.post("/settings/recovery", {"do": "void"})
    assert "There is none" in text(opened.get("/settings"))
    opened.post("/lock")
    assert "did not open" in text(opened.post("/recover", {"code": code, "new": OTHER, "again": OTHER}))
    assert not session.is_open()


def test_a_sheet_is_made_only_for_whoever_knows_the_passphrase(opened: Any, tmp_path: Path) -> None:
    assert opened.post("/settings/recovery", {"passphrase": OTHER}).status_code == 422
    assert not vault.has_recovery_code(tmp_path / "vault")


def test_the_passphrase_is_changed_by_whoever_knows_it_and_wrong_ones_wait(opened: Any, tmp_path: Path) -> None:
    sent = {"passphrase": "three wrong words", "new": OTHER, "again": OTHER}
    for _ in range(FREE_TRIES):
        answer = opened.post("/settings/passphrase", sent)
    assert "5 seconds" in text(answer)
    assert "5 seconds" in text(opened.post("/settings/passphrase", sent | {"passphrase": PHRASE}))
    vault.lock()
    vault.open_vault(tmp_path / "vault", PHRASE)


def test_after_a_change_only_the_new_passphrase_opens(opened: Any, tmp_path: Path) -> None:
    assert opened.post("/settings/passphrase", {"passphrase": PHRASE, "new": OTHER, "again": OTHER}).status_code == 302
    assert "The passphrase is changed" in text(opened.get("/settings"))
    assert "The passphrase is changed" not in text(opened.get("/settings"))
    assert "The passphrase was changed." in [one.what.en for one in log.logged()]
    vault.lock()
    with pytest.raises(WrongPassphrase):
        vault.open_vault(tmp_path / "vault", PHRASE)
    vault.open_vault(tmp_path / "vault", OTHER)


def test_a_backup_goes_to_a_folder_and_a_lost_vault_comes_back_from_it_in_the_browser(
    opened: Any, bench: Workbench, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    assert opened.post("/settings/backup", {"file": str(tmp_path / "stick")}).status_code == 302
    assert "Verified by a trial restore" in text(opened.get("/settings"))
    (file,) = (tmp_path / "stick").iterdir()
    again = opened.post("/settings/backup", {"file": str(file)})
    assert "There is a file of this name" in text(again)
    opened.post("/settings/wipe", {"name": "vault", "passphrase": PHRASE})
    wrong = opened.post("/begin", {"do": "restore", "file": str(file), "passphrase": OTHER})
    assert "did not open the backup" in text(wrong)
    assert bench.shelf.missing
    assert opened.post("/begin", {"do": "restore", "file": str(file), "passphrase": PHRASE}).status_code == 302
    assert opened.get("/cases").status_code == 200


@pytest.mark.parametrize("named", ["", "stick", "/no/such/folder/file"])
def test_a_backup_without_a_place_says_what_to_write(opened: Any, named: str) -> None:
    answer = opened.post("/settings/backup", {"file": named})
    assert answer.status_code == 422
    assert "Write where the backup goes" in text(answer) or "There is no folder" in text(answer)


def test_a_backup_through_the_browser_is_encrypted_whole_and_leaves_nothing_beside_the_vault(
    opened: Any, tmp_path: Path
) -> None:
    def beside() -> set[str]:
        return {path.name for path in (tmp_path / "vault").iterdir() if not path.name.startswith("vault.db-")}

    before = beside()
    answer = opened.post("/settings/backup", {"do": "fetch"})
    data = b"".join(answer.streaming_content)
    answer.close()
    assert beside() == before
    assert re.fullmatch(r'attachment; filename="pristan-[0-9-]{10}\.backup"', answer.headers["Content-Disposition"])
    (tmp_path / "fetched").write_bytes(data)
    vault.lock()
    assert backup.restore(tmp_path / "fetched", tmp_path / "again", PHRASE).cases == 0


def test_a_download_that_is_given_up_leaves_nothing_either(opened: Any, tmp_path: Path) -> None:
    answer = opened.post("/settings/backup", {"do": "fetch"})
    answer.close()
    assert not list((tmp_path / "vault").glob(".trial-*"))


def test_the_vault_is_wiped_only_when_its_name_is_typed_and_its_passphrase_given(opened: Any, tmp_path: Path) -> None:
    answer = opened.post("/settings/wipe", {"name": "Vault2", "passphrase": PHRASE})
    assert "Nothing was touched" in text(answer)
    for phrase in ("", OTHER):
        answer = opened.post("/settings/wipe", {"name": "vault", "passphrase": phrase})
        assert "This is not the passphrase in use" in text(answer)
    assert session.is_open()
    assert (tmp_path / "vault" / "vault.db").exists()
    gone = opened.post("/settings/wipe", {"name": "vault", "passphrase": PHRASE})
    assert "What cannot be promised" in text(gone)
    assert not (tmp_path / "vault").exists()
    assert opened.get("/cases").headers["Location"] == "/begin"


def test_the_time_until_it_locks_is_chosen_and_kept_for_the_next_time(opened: Any, bench: Workbench) -> None:
    opened.post("/choose", {"lock_after": "5", "next": "/settings"})
    assert session.current().idle == 300
    opened.post("/lock")
    bench.lock_after(900)
    opened.post("/unlock", {"passphrase": PHRASE})
    assert session.current().idle == 300
    opened.post("/choose", {"lock_after": "100000", "next": "/settings"})
    assert session.current().idle == 300


def test_the_page_tells_where_things_are_and_what_is_not_protected(opened: Any, tmp_path: Path) -> None:
    page = text(opened.get("/settings"))
    assert str(tmp_path / "vault") in page
    for word in ("swap", "SSD", "browser downloaded", "Law"):
        assert word in page
    opened.cookies["lang"] = "ru"
    assert "файл подкачки" in text(opened.get("/settings"))


def test_folders_in_clear_have_no_passphrase_to_change() -> None:
    here = client(stories("planted"))
    assert "folders in clear" in text(here.get("/settings"))
    assert here.post("/settings/wipe", {"name": "stories"}).status_code == 400
    assert here.get("/begin").headers["Location"] == "/"


def test_the_language_can_be_changed_before_the_vault_is_open(opened: Any) -> None:
    opened.post("/lock")
    assert opened.post("/choose", {"lang": "ru", "next": "/unlock"}).headers["Location"] == "/unlock"
    assert "Дела закрыты" in text(opened.get("/unlock"))


def test_nothing_of_the_settings_is_reached_while_hidden(opened: Any) -> None:
    opened.post("/hide")
    assert opened.get("/settings").headers["Location"] == "/recipes"
    assert opened.post("/settings/backup", {"do": "fetch"}).headers["Location"] == "/recipes"
