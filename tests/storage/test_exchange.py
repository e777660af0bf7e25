"""A case goes out and comes back letter by letter, as an encrypted file or a folder; an imported folder is erased."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pristan.kernel.errors import CaseError, StorageError
from pristan.services.stories import story_folder
from pristan.storage import cases, drafts, exchange, history, log, vault
from pristan.storage.exchange import erase_folder, export_file, export_folder, import_file, import_folder
from pristan.storage.home import VaultHome
from pristan.storage.keys import WrongPassphrase
from pristan.storage.sealed import Damaged
from tests.storage.conftest import CHEAP, PHRASE, case_text
from tests.support.case_folder import PERSON, exhibit, write_case

AGREED = "agreed with the other lawyer"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_story_goes_through_the_vault_and_comes_out_byte_by_byte(folder: Path, tmp_path: Path) -> None:
    source = story_folder("witness")
    brought = import_folder(source)
    export_folder(brought.id, tmp_path / "out")
    given, taken = files_in(source), files_in(tmp_path / "out")
    assert taken
    assert all(given[name] == data for name, data in taken.items())
    assert {name for name in given if name.startswith("exhibits/")} <= set(taken)


def test_a_case_for_co_counsel_opens_with_the_agreed_passphrase_in_another_vault(
    home: VaultHome, tmp_path: Path
) -> None:
    home.put("exhibits/1.txt", "Ковалёв".encode())
    text = home.text()
    home.replace(text + "\n" + exhibit(), expected=text)
    home.append("custody.jsonl", '{"a": "ё"}')
    out = tmp_path / "case.pristan-case"
    export_file(home.case_id, out, AGREED, argon=CHEAP)
    assert "Ковалёв".encode() not in out.read_bytes()
    assert b"custody" not in out.read_bytes()
    vault.create(tmp_path / "theirs", "the other lawyer's vault", argon=CHEAP)
    with pytest.raises(WrongPassphrase):
        import_file(out, PHRASE)
    theirs = cases.home_of(import_file(out, AGREED).id)
    assert theirs.read("exhibits/1.txt") == "Ковалёв".encode()
    assert theirs.lines("custody.jsonl") == ('{"a": "ё"}',)


def test_history_drafts_log_and_declined_proposals_do_not_go_out(home: VaultHome) -> None:
    text = home.text()
    home.replace(text.replace("2026-11-20", "2026-11-21"), expected=text)
    drafts.keep_draft(home.case_id, "a", "draft")
    home.append("declined.jsonl", "declined")
    home.put("built/en/dossier.pdf", b"x")
    assert history.changes(home.case_id)
    assert set(exchange.case_files(home.case_id)) == {"case.toml"}


def test_a_file_cut_changed_or_of_another_kind_is_refused(home: VaultHome, tmp_path: Path) -> None:
    out = tmp_path / "case.pristan-case"
    export_file(home.case_id, out, AGREED, argon=CHEAP)
    whole = out.read_bytes()
    for data in (whole[:-1], whole[:-40] + b"?" + whole[-39:], whole[:60], b"", b"PK\x03\x04"):
        out.write_bytes(data)
        with pytest.raises(StorageError):
            import_file(out, AGREED, name="again")
    assert len(cases.case_lines()) == 1


def test_names_that_lead_out_of_a_case_are_refused_before_anything_is_kept(folder: Path, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("case.toml", case_text())
        archive.writestr("../../planted", "x")
    for name in ("../../planted", "/etc/planted", "a\\..\\b"):
        with pytest.raises(CaseError, match="plain name"):
            cases.begin_case(case_text(), {name: b"x"})
    assert cases.case_lines() == ()


def test_an_imported_folder_is_erased_and_what_was_not_imported_stays(folder: Path, tmp_path: Path) -> None:
    source = write_case(tmp_path / "case", PERSON, exhibit())
    (source / "custody.jsonl").write_text("{}\n", encoding="utf-8")
    (source / "notes.txt").write_text("mine", encoding="utf-8")
    brought = import_folder(source)
    assert cases.home_of(brought.id).lines("custody.jsonl") == ("{}",)
    assert [path.name for path in erase_folder(source, brought)] == ["notes.txt"]
    assert list(files_in(source)) == ["notes.txt"]
    (source / "notes.txt").unlink()
    whole = write_case(tmp_path / "other", PERSON, exhibit(), head={"id": '"other"'})
    assert erase_folder(whole, import_folder(whole)) == ()
    assert not whole.exists()


def test_what_was_changed_after_it_was_brought_in_is_not_erased(folder: Path, tmp_path: Path) -> None:
    source = write_case(tmp_path / "case", PERSON, exhibit())
    brought = import_folder(source)
    (source / "case.toml").write_text("changed meanwhile", encoding="utf-8")
    assert [path.name for path in erase_folder(source, brought)] == ["case.toml"]


def test_a_link_in_a_folder_does_not_let_anything_else_be_erased(folder: Path, tmp_path: Path) -> None:
    source = write_case(tmp_path / "case", PERSON, exhibit())
    brought = import_folder(source)
    (tmp_path / "other.txt").write_text("other", encoding="utf-8")
    (source / "exhibits" / "1.txt").unlink()
    (source / "exhibits" / "1.txt").symlink_to(tmp_path / "other.txt")
    erase_folder(source, brought)
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "other"


def test_the_log_tells_that_a_case_went_out_and_came_in(home: VaultHome, tmp_path: Path) -> None:
    export_folder(home.case_id, tmp_path / "out")
    export_file(home.case_id, tmp_path / "out.pristan-case", AGREED, argon=CHEAP)
    assert [one.what.en for one in log.logged(home.case_id)[:2]] == [
        "The case was written out as a file.", "The case was written out as a folder."
    ]  # fmt: skip


def test_what_is_damaged_says_so(tmp_path: Path, home: VaultHome) -> None:
    out = tmp_path / "case.pristan-case"
    export_file(home.case_id, out, AGREED, argon=CHEAP)
    out.write_bytes(out.read_bytes()[:-1])
    with pytest.raises(Damaged):
        import_file(out, AGREED, name="again")
