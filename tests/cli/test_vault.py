"""`pristan vault` and commands on a case of the vault: the passphrase only from a prompt or a descriptor."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pypdfium2
import pytest

from pristan.bootstrap import vaults
from pristan.case.model import Case
from pristan.cli import law_packages
from pristan.law.edition import edition_in_use
from pristan.services.conclusions import Asked
from pristan.services.law_updates import Installed
from pristan.services.schemas import schema
from pristan.storage import exchange, keys, session, vault
from tests.cli.conftest import Ran, Run
from tests.cli.test_add import charge
from tests.support.case_folder import PERSON, exhibit, write_case

PHRASE, AGREED = "семь тихих лодок у причала", "agreed with the other lawyer"
Vault = Callable[..., Ran]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the vault of this test is; its passphrases cost little."""
    monkeypatch.setenv("PRISTAN_VAULT", str(tmp_path / "vault"))
    for module in (vault, exchange):
        monkeypatch.setattr(module, "measured", lambda: keys.Argon(memory=64, passes=1, lanes=1))
    return tmp_path / "vault"


@pytest.fixture
def pristan(run: Run, place: Path) -> Vault:
    """Run a command with passphrases on a descriptor; the vault is made."""

    def ran(*arguments: object, phrases: tuple[str, ...] = (PHRASE,), typed: str = "") -> Ran:
        outlet, inlet = os.pipe()
        os.write(inlet, "".join(f"{one}\n" for one in phrases).encode())
        os.close(inlet)
        try:
            return run("--passphrase-fd", str(outlet), *map(str, arguments), typed=typed)
        finally:
            os.close(outlet)

    assert ran("vault", "create").code == 0
    return ran


@pytest.fixture
def case(tmp_path: Path, pristan: Vault) -> Path:
    """A case folder that was brought into the vault and kept."""
    folder = write_case(tmp_path / "case", PERSON, exhibit())
    assert pristan("vault", "import", folder, "--keep").code == 0
    return folder


def test_a_case_goes_in_is_listed_and_nothing_stays_open(pristan: Vault, case: Path) -> None:
    listed = pristan("vault", "list", "--json").json
    jsonschema.validate(listed, schema("vault_list"))
    assert [(one["name"], one["exhibits"]) for one in listed] == [("small", 1)]
    assert "Cases: 1" in pristan("vault", "open").out
    assert not session.is_open()


def test_a_wrong_passphrase_is_a_sentence_and_no_trace(pristan: Vault) -> None:
    ran = pristan("vault", "list", phrases=("another phrase entirely",))
    assert (ran.code, ran.err) == (2, "That passphrase did not open it. Nothing was changed.\n")


def test_the_passphrase_may_be_typed_and_is_never_shown(
    pristan: Vault, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: PHRASE)
    ran = run("vault", "list")
    assert ran.code == 0
    assert PHRASE not in ran.out + ran.err


def test_commands_take_a_case_of_the_vault_by_its_name(pristan: Vault, case: Path, tmp_path: Path) -> None:
    paper = charge(tmp_path)
    added = pristan("add", "small", paper)
    assert (added.code, added.out) == (0, "обвинение.txt: exhibit 2\n")
    assert "not encrypted" not in added.err
    assert "УК 280.3" in pristan("confirm", "small", "--list").out
    assert pristan("confirm", "small", "--all-sure").code == 0
    found = pristan("vault", "search", "разместить", "записи").out
    assert "exhibits/02_obvinenie.txt, p. 1" in found
    hits = pristan("vault", "search", "разместить", "--json").json
    jsonschema.validate(hits, schema("vault_search"))
    assert [(one["file"], one["page"]) for one in hits] == [("exhibits/02_obvinenie.txt", 1)]
    assert (case / "case.toml").read_text(encoding="utf-8").count("[[exhibit]]") == 1  # the folder is another copy
    assert not session.is_open()


@pytest.mark.parametrize("named", ["small", "--in-vault"])
def test_an_update_of_the_law_assesses_cases_of_the_vault_again(
    pristan: Vault, case: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    law = edition_in_use()
    asked = Asked("small", "anna", "", "route", "us.asylum", "")
    told = [{asked: "open"}, {asked: "barred"}]  # before and after the package
    seen = []

    def conclusions(of: Case, _law: object) -> dict[Asked, str]:
        seen.append(of.id)
        return told[len(seen) - 1]

    monkeypatch.setattr(law_packages, "asks_alike", lambda _file: False)
    monkeypatch.setattr(law_packages, "install", lambda _file, force: Installed(law, law))
    monkeypatch.setattr(law_packages, "conclusions_of", conclusions)
    ran = pristan("law", "update", "law.zip", named)
    assert (ran.code, seen) == (0, ["small", "small"])
    assert "us.asylum: Open -> Barred" in ran.out
    assert "1 conclusions change in 1 cases" in ran.out
    assert not session.is_open()


def test_a_name_that_is_nowhere_says_what_there_is(pristan: Vault, case: Path) -> None:
    ran = pristan("deadlines", "nobody")
    assert ran.code == 2
    assert 'no folder and no case "nobody" in the vault. Cases in it: small' in ran.err


def test_a_folder_needs_no_passphrase_though_there_is_a_vault(pristan: Vault, case: Path, run: Run) -> None:
    assert run("confirm", case, "--list").code == 0


def test_an_imported_folder_is_erased_when_the_person_agrees(pristan: Vault, tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", PERSON, exhibit())
    assert "Erased" in pristan("vault", "import", folder, typed="y\n").out
    assert not folder.exists()


def test_the_passphrase_is_changed_and_the_older_one_no_longer_opens(pristan: Vault) -> None:
    new = "another seven quiet boats"
    assert pristan("vault", "passphrase", phrases=(PHRASE, new)).code == 0
    assert pristan("vault", "list").code == 2
    assert pristan("vault", "list", phrases=(new,)).code == 0


def test_the_recovery_code_is_shown_once_or_printed_and_opens(pristan: Vault, tmp_path: Path) -> None:
    code, new = pristan("vault", "recovery").out.split("\n")[0], "another seven quiet boats"
    assert pristan("vault", "open", "--recovery", phrases=(code, new)).code == 0
    assert pristan("vault", "recovery", "--out", tmp_path / "sheet.pdf", phrases=(new,)).code == 0
    text = pypdfium2.PdfDocument((tmp_path / "sheet.pdf").read_bytes())[0].get_textpage().get_text_bounded()
    printed = "-".join(text.split("vault\r\n", 1)[1].split()[:7])
    assert pristan("vault", "open", "--recovery", phrases=(code, PHRASE)).code == 2  # the older code is void
    assert pristan("vault", "open", "--recovery", phrases=(printed, PHRASE)).code == 0
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o077 == 0


def test_a_backup_is_made_and_restored_elsewhere(pristan: Vault, case: Path, tmp_path: Path) -> None:
    assert "trial restore" in pristan("vault", "backup", tmp_path / "copy").out
    assert pristan("vault", "backup", tmp_path / "copy").code == 2
    assert pristan("--vault", tmp_path / "again", "vault", "restore", tmp_path / "copy").code == 0
    assert "small" in pristan("--vault", tmp_path / "again", "vault", "list").out


def test_a_case_goes_to_co_counsel_and_comes_out_in_clear_only_when_asked(
    pristan: Vault, case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "small.pristan-case"
    assert pristan("vault", "export", "small", "--out", out, phrases=(PHRASE, AGREED)).code == 0
    assert pristan("vault", "import", out, "--name", "copy", phrases=(PHRASE, AGREED)).code == 0
    clear = pristan("vault", "export", "copy", "--out", tmp_path / "clear", "--folder")
    assert "in clear" in clear.out
    assert (tmp_path / "clear" / "case.toml").read_bytes() == (case / "case.toml").read_bytes()


def test_a_case_is_deleted_and_the_log_keeps_only_that(pristan: Vault, case: Path) -> None:
    assert pristan("vault", "delete", "small", typed="n\n").code != 0
    assert pristan("vault", "delete", "small", "--yes").code == 0
    log = pristan("vault", "log", "--lang", "ru").out
    assert "Дело удалено навсегда." in log
    assert "small" not in log
    jsonschema.validate(pristan("vault", "log", "--json").json, schema("vault_log"))


def test_a_vault_is_wiped_only_when_its_name_is_typed_and_its_passphrase_given(pristan: Vault, place: Path) -> None:
    assert pristan("vault", "wipe", typed="something\n").code == 2
    wrong = pristan("vault", "wipe", phrases=("another long phrase",), typed="vault\n")
    assert (wrong.code, place.exists()) == (2, True)
    assert "--lost" in wrong.err
    wiped = pristan("vault", "wipe", typed="vault\n")
    assert wiped.code == 0
    assert "cannot be promised" in wiped.out
    assert not place.exists()


def test_a_vault_whose_passphrase_is_lost_can_be_wiped(pristan: Vault, place: Path) -> None:
    assert pristan("vault", "wipe", "--lost", phrases=(), typed="vault\n").code == 0
    assert not place.exists()


def test_the_vault_is_locked_by_a_fault_too(pristan: Vault, case: Path) -> None:
    pristan("vault", "export", "nobody", "--out", "x")
    assert not session.is_open()
    assert vaults.session is session
