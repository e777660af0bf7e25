"""A case of the vault behaves as one of a folder: services do the same through both."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from pristan.case.home import CaseHome, FolderHome
from pristan.case.loader import CaseFaults
from pristan.case.model import Issuer
from pristan.evidence.custody import broken_in, entries
from pristan.kernel.errors import CaseError, StorageError
from pristan.services.adding import add_paper
from pristan.services.cases import open_case
from pristan.services.proposals import confirm, decline, proposals
from pristan.storage import cases, vault
from pristan.storage.home import VaultHome
from pristan.storage.models import CaseRow
from pristan.storage.sealed import Damaged
from pristan.storage.sweep import sweep
from tests.cli.test_add import CHARGE
from tests.storage.conftest import PHRASE, case_text
from tests.support.case_folder import PERSON, exhibit, write_case


@pytest.fixture(params=["folder", "vault"])
def either(request: pytest.FixtureRequest, tmp_path: Path, folder: Path) -> CaseHome:
    if request.param == "folder":
        return FolderHome(write_case(tmp_path / "case", PERSON))
    return cases.home_of(cases.begin_case(case_text()))


def test_a_paper_is_added_offered_confirmed_and_declined_alike(either: CaseHome) -> None:
    data = CHARGE.format(accused="Зимину Анну Викторовну").encode()
    assert add_paper(either, "обвинение.txt", data).exhibit == "1"
    assert add_paper(either, "копия.txt", data).why == "same_file"
    assert add_paper(either, "письмо.txt", "Здравствуй, Анна! Пишу тебе.".encode()).why == "issuer"
    assert add_paper(either, "письмо.txt", "Здравствуй, Анна!".encode(), issuer=Issuer.WITNESS).exhibit == "2"
    case = open_case(either)
    assert case.bytes_of(case.exhibits["1"]) == data
    assert [one.name for one in entries(either)] == ["обвинение.txt", "письмо.txt"]
    assert list(broken_in(either)) == []
    first, second, *rest = proposals(case)
    decline(case, second)
    again = proposals(confirm(case, first))
    assert [one.key for one in again] == [one.key for one in rest if one.fact != first.fact]


def test_a_text_that_would_not_read_leaves_no_file_and_no_row(home: VaultHome, folder: Path) -> None:
    before = sorted(path.name for path in (folder / "files").rglob("*") if path.is_file())
    with pytest.raises(CaseFaults):
        cases.begin_case(case_text("[[exhibit]]\n", name="broken"), {"exhibits/1.txt": b"x"})
    assert [one.name for one in cases.case_lines()] == ["small"]
    assert sorted(path.name for path in (folder / "files").rglob("*") if path.is_file()) == before


def test_what_another_window_changed_is_not_written_over(home: VaultHome) -> None:
    seen = home.text()
    home.replace(seen + "# theirs\n", expected=seen)
    with pytest.raises(CaseError, match="changed meanwhile"):
        home.replace(seen + "# mine\n", expected=seen)
    assert home.text() == seen + "# theirs\n"


def test_the_text_is_kept_letter_by_letter(home: VaultHome) -> None:
    odd = "\ufeff" + home.text().replace("\n", "\r\n") + "# \u2028 конец без строки"
    home.replace(odd, expected=home.text())
    assert home.text() == odd
    open_case(home)


def test_a_replaced_and_a_removed_file_leave_nothing_on_the_disk(home: VaultHome, folder: Path) -> None:
    home.put("a", b"1" * 1000)
    home.put("a", b"22")
    assert home.read("a") == b"22"
    assert len([path for path in (folder / "files").rglob("*") if path.is_file()]) == 1
    home.remove("a")
    assert not home.holds("a")
    assert [path for path in (folder / "files").rglob("*") if path.is_file()] == []
    with pytest.raises(CaseError):
        home.read("a")


def test_an_exchanged_or_changed_file_is_refused(home: VaultHome, folder: Path) -> None:
    home.put("a", b"one")
    home.put("b", b"two")
    one, two = (path for path in (folder / "files").rglob("*") if path.is_file())
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    for name in ("a", "b"):
        with pytest.raises(Damaged):
            home.read(name)


def test_what_a_crash_left_is_swept_and_what_is_on_record_stays(home: VaultHome, folder: Path) -> None:
    home.put("a", b"one")
    (kept,) = (path for path in (folder / "files").rglob("*") if path.is_file())
    (kept.parent / "00ff").write_bytes(b"orphan")
    (kept.parent / (kept.name + ".part")).write_bytes(b"unfinished")
    vault.lock()
    vault.open_vault(folder, PHRASE)
    assert [path for path in (folder / "files").rglob("*") if path.is_file()] == [kept]
    assert sweep() == 0
    assert home.read("a") == b"one"


def test_a_deleted_case_takes_its_files_and_rows_with_it(home: VaultHome, folder: Path) -> None:
    other = cases.begin_case(case_text(exhibit(), name="other"), {"exhibits/1.txt": b"x"}, {"custody.jsonl": ("{}",)})
    home.put("a", b"stays")
    cases.delete_case(other)
    assert [one.name for one in cases.case_lines()] == ["small"]
    assert len([path for path in (folder / "files").rglob("*") if path.is_file()]) == 1
    assert home.read("a") == b"stays"
    with pytest.raises(CaseError, match="not in the vault"):
        cases.home_of(other).text()


def test_two_cases_of_one_name_are_refused_and_another_name_may_be_given(home: VaultHome) -> None:
    with pytest.raises(StorageError, match="another name"):
        cases.begin_case(case_text())
    again = cases.begin_case(case_text(), name="small-2")
    assert cases.find_case("small-2") == again
    assert cases.find_case(again) == again
    assert CaseRow.objects.count() == 2


def test_threads_write_at_once_and_nothing_is_lost(home: VaultHome) -> None:
    faults: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(5):
                home.append("log", f"{name}{number}")
                home.put(f"{name}{number}", name.encode())
        except BaseException as fault:  # noqa: BLE001 - shown below
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert faults == []
    assert sorted(home.lines("log")) == sorted(f"{name}{number}" for name in "abcd" for number in range(5))
    assert all(home.read(f"{name}{number}") == name.encode() for name in "abcd" for number in range(5))
