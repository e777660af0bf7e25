"""A vault opens with its passphrase or its recovery code and with nothing else, and locks."""

from __future__ import annotations

import contextlib
import json
import re
import resource
import time
from pathlib import Path

import pytest
from django.db import transaction

from pristan.kernel.errors import StorageError
from pristan.storage import cases, recovery, session, vault
from pristan.storage.home import VaultHome
from pristan.storage.keys import Argon, WrongPassphrase, measured
from tests.storage.conftest import CHEAP, PHRASE, case_text

OTHER = "another seven quiet boats"


def test_what_was_put_in_is_there_after_locking_and_opening(home: VaultHome, folder: Path) -> None:
    home.put("exhibits/1.txt", b"paper")
    vault.lock()
    vault.open_vault(folder, PHRASE)
    assert home.read("exhibits/1.txt") == b"paper"
    assert home.text() == case_text()


def test_a_locked_vault_gives_nothing_and_says_what_to_do(home: VaultHome) -> None:
    vault.lock()
    for action in (home.text, cases.case_lines, lambda: home.put("a", b""), vault.make_recovery_code):
        with pytest.raises(session.Locked, match="Enter your passphrase"):
            action()


def test_a_wrong_passphrase_does_not_open_it_and_changes_nothing(folder: Path) -> None:
    vault.lock()
    before = (folder / "vault.json").read_bytes()
    for wrong in (OTHER, PHRASE + " ", PHRASE.upper(), ""):
        with pytest.raises(WrongPassphrase):
            vault.open_vault(folder, wrong)
    assert not session.is_open()
    assert (folder / "vault.json").read_bytes() == before


def test_a_letter_composed_differently_by_another_keyboard_is_the_same(tmp_path: Path) -> None:
    vault.create(tmp_path / "v", "тихий берег и ёлка", argon=CHEAP)
    vault.lock()
    vault.open_vault(tmp_path / "v", "тихий берег и ёлка".replace("й", "и\u0306").replace("ё", "е\u0308"))
    vault.lock()


def test_a_short_passphrase_is_refused_and_no_vault_is_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="five or six words"):
        vault.create(tmp_path / "v", "short", argon=CHEAP)
    assert not vault.exists(tmp_path / "v")


def test_a_vault_is_not_made_over_something_else(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="not empty"):
        vault.create(tmp_path, PHRASE, argon=CHEAP)


def test_another_passphrase_opens_the_same_data_and_rewrites_none(home: VaultHome, folder: Path) -> None:
    home.put("exhibits/1.txt", b"paper")
    vault.lock()
    vault.open_vault(folder, PHRASE)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "vault.json"}
    vault.change_passphrase(PHRASE, OTHER, argon=CHEAP)
    assert {path: path.read_bytes() for path in before} == before
    vault.lock()
    with pytest.raises(WrongPassphrase):
        vault.open_vault(folder, PHRASE)
    vault.open_vault(folder, OTHER)
    assert home.read("exhibits/1.txt") == b"paper"


def test_the_passphrase_is_changed_only_by_who_knows_it(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(OTHER, "yet another quiet boat", argon=CHEAP)
    vault.lock()
    vault.open_vault(folder, PHRASE)


def test_the_recovery_code_opens_it_as_typed_by_hand(home: VaultHome, folder: Path) -> None:
    code = vault.make_recovery_code()
    assert re.fullmatch(r"([0-9A-Z]{5}-){6}[0-9A-Z]{5}", code)
    vault.lock()
    vault.open_by_code(folder, " " + code.lower().replace("-", " ").replace("0", "o").replace("1", "l"))
    vault.set_passphrase(OTHER, argon=CHEAP)
    vault.lock()
    vault.open_vault(folder, OTHER)
    assert home.text() == case_text()


def test_a_code_mistyped_is_told_from_a_wrong_one(folder: Path) -> None:
    code = vault.make_recovery_code()
    vault.lock()
    mistyped = code[:-2] + ("7" if code[-2] != "7" else "8") + code[-1]
    with pytest.raises(StorageError, match="mistyped"):
        vault.open_by_code(folder, mistyped)
    with pytest.raises(StorageError, match="seven groups"):
        vault.open_by_code(folder, code[:-1])
    with pytest.raises(WrongPassphrase):
        vault.open_by_code(folder, recovery.code_of(recovery.new_secret()))


def test_a_new_code_and_no_code_make_the_old_one_void(folder: Path) -> None:
    old, new = vault.make_recovery_code(), vault.make_recovery_code()
    with pytest.raises(WrongPassphrase):
        vault.open_by_code(folder, old)
    vault.open_by_code(folder, new)
    vault.forget_recovery_code()
    with pytest.raises(WrongPassphrase):
        vault.open_by_code(folder, new)


def test_without_the_person_it_locks_itself_and_background_reading_does_not_keep_it_open(tmp_path: Path) -> None:
    vault.create(tmp_path / "v", PHRASE, argon=CHEAP, idle=1.5)
    home = cases.home_of(cases.begin_case(case_text()))
    for _ in range(4):
        time.sleep(0.5)
        session.current().touch()
    opened, told = session.current(), []
    session.after_lock(lambda: told.append("locked"))
    until = time.monotonic() + 5
    with contextlib.suppress(session.Locked):  # it may lock between the question and the reading
        while session.is_open() and time.monotonic() < until:
            home.lines("anything")
            time.sleep(0.02)
    assert not session.is_open()
    assert told == ["locked"]  # whatever was worked out from a case is dropped with the key
    with pytest.raises(session.Locked):
        opened.data_key  # noqa: B018 - the reading is what is tested


def test_what_is_being_written_when_it_locks_is_not_half_written(home: VaultHome, folder: Path) -> None:
    def write() -> None:
        with transaction.atomic():
            home.append("custody.jsonl", "{}")
            session.lock()
            home.append("custody.jsonl", "{}")

    with pytest.raises(session.Locked):
        write()
    vault.open_vault(folder, PHRASE)
    assert home.lines("custody.jsonl") == ()


def test_a_header_of_another_vault_or_one_asking_for_all_memory_does_not_open_it(folder: Path, tmp_path: Path) -> None:
    vault.create(tmp_path / "other", PHRASE, argon=CHEAP)
    vault.lock()
    mine = json.loads((folder / "vault.json").read_text(encoding="utf-8"))
    theirs = json.loads((tmp_path / "other" / "vault.json").read_text(encoding="utf-8"))
    (folder / "vault.json").write_text(json.dumps({**mine, "passphrase": theirs["passphrase"]}), encoding="utf-8")
    with pytest.raises(WrongPassphrase):
        vault.open_vault(folder, PHRASE)
    mine["passphrase"]["argon2id"]["memory_kib"] = 2**40
    (folder / "vault.json").write_text(json.dumps(mine), encoding="utf-8")
    with pytest.raises(StorageError, match="more memory or time"):
        vault.open_vault(folder, PHRASE)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": "pristan-vault/9"}'])
def test_a_damaged_header_is_told_with_the_next_step(folder: Path, text: str) -> None:
    vault.lock()
    (folder / "vault.json").write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match=r"from a backup|newer version"):
        vault.open_vault(folder, PHRASE)


def test_passes_are_raised_to_what_the_computer_does_in_the_time() -> None:
    quick = measured(Argon(memory=64, passes=1, lanes=1))
    assert quick.passes > 1
    assert quick.milliseconds is not None


def test_a_process_with_an_open_vault_writes_no_core_dump(folder: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
