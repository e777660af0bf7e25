"""Papers on their page: added, read, shown as pictures and text, their facts confirmed one by one."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cli.test_add import CHARGE
from tests.documents.intake import made
from tests.support.case_folder import PERSON, exhibit, item, write_case
from tests.support.workbench import client

from pristan.case.home import FolderHome
from pristan.documents.intake.files import read_bytes
from pristan.evidence.custody import What, broken_in, entries
from pristan.evidence.hashes import sha256_of_bytes
from pristan.services.arriving import arrivals
from pristan.services.cases import open_case
from pristan.services.stories import story_folder
from pristan.web.arrivals import FolderArrivals
from pristan.web.serving import IN_MEMORY, SERVER
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench

ADDRESS = "/cases/anna/evidence"
CHARGE_OF_ANNA = CHARGE.format(accused="Зимину Анну Викторовну").encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_case(tmp_path / "anna", PERSON)


@pytest.fixture
def bench(folder: Path) -> Workbench:
    return Workbench(FolderShelf(folder.parent), day=lambda: None)


@pytest.fixture
def here(bench: Workbench) -> Any:
    return client(bench)


def send(here: Any, *files: tuple[str, bytes], **more: str) -> Any:
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return here.post(f"{ADDRESS}/add", {"files": sent, **more})


@pytest.fixture(autouse=True)
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers that came are read when a test says so."""
    monkeypatch.setattr(FolderArrivals, "_start", lambda _self, _case: None)


def read_all(bench: Workbench) -> None:
    """What threads would do."""
    take_in(bench)
    held = bench.shelf.held("anna")
    bench.answers.proposals(bench.shelf.open("anna"), held.stamp)


def take_in(bench: Workbench) -> None:
    """Papers that came are read and put on record."""
    while bench.shelf.arrivals.do_one("anna"):  # type: ignore[attr-defined]
        pass


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


def keys(here: Any) -> list[str]:
    page = here.get(f"{ADDRESS}?exhibit=1").content.decode()
    return [unescape(one) for one in dict.fromkeys(re.findall(r'name="key" value="([^"]+)"', page))]


def test_several_files_are_stored_at_once_and_read_afterwards_each_told_apart(
    here: Any, bench: Workbench, folder: Path
) -> None:
    answer = send(
        here, ("обвинение.txt", CHARGE_OF_ANNA), ("копия.txt", CHARGE_OF_ANNA), ("письмо.txt", b"Hello, Anna")
    )
    assert [one.name for one in entries(FolderHome(folder))] == ["обвинение.txt", "копия.txt", "письмо.txt"]
    assert len(list((folder / "arrived").iterdir())) == 3
    before = text(here.get(answer.headers["Location"]))
    assert "Done: 0 of 3" in before
    assert open_case(folder).exhibits == {}
    take_in(bench)
    page = text(here.get(ADDRESS))
    assert "обвинение.txt On record as exhibit 1." in page
    assert "копия.txt This paper is in the case already, as exhibit 1" in page
    assert "письмо.txt Stored, not on record yet: who made it cannot be told" in page
    assert "On record as exhibit" not in before


def test_in_russian_the_same_paper_is_said_to_be_in_the_case_already(here: Any, bench: Workbench) -> None:
    send(here, ("обвинение.txt", CHARGE_OF_ANNA), ("копия.txt", CHARGE_OF_ANNA))
    take_in(bench)
    here.cookies["lang"] = "ru"
    assert "Эта бумага уже есть в деле: приложение 1" in text(here.get(ADDRESS))


def test_who_made_a_paper_is_taken_from_the_form_and_never_guessed(here: Any, bench: Workbench, folder: Path) -> None:
    send(here, ("письмо.txt", b"Hello, Anna"), issuer="witness")
    send(here, ("другое.txt", b"Hello again"), issuer="somebody")
    take_in(bench)
    assert [one.issuer.value for one in open_case(folder).exhibits.values()] == ["witness"]


def test_the_person_says_afterwards_who_made_a_paper_without_sending_it_again(
    here: Any, bench: Workbench, folder: Path
) -> None:
    send(here, ("письмо.txt", b"Hello, Anna"), ("другое.txt", b"Hello again"))
    take_in(bench)
    first, _second = arrivals(FolderHome(folder))
    told = {"action": "maker", "paper": [first.id]}
    assert here.post(f"{ADDRESS}/arrived", told | {"issuer": ""}).status_code == 400
    here.post(f"{ADDRESS}/arrived", told | {"issuer": "witness"})
    take_in(bench)
    (one,) = open_case(folder).exhibits.values()
    assert (one.issuer.value, (folder / one.file).read_bytes()) == ("witness", b"Hello, Anna")
    assert [found.state for found in arrivals(FolderHome(folder))] == ["on_record", "issuer"]


SUMMONS = """ПОВЕСТКА
о вызове на допрос
Кому: Зиминой Анне Викторовне
Вам необходимо явиться «3» декабря 2026 г. к 11 час. 30 мин.
к следователю Прошину Ю.В. для допроса в качестве свидетеля.
Следователь Прошин Ю.В.
"""


def test_a_day_is_confirmed_with_its_hour_corrected_and_is_the_next_step(
    here: Any, bench: Workbench, folder: Path
) -> None:
    send(here, ("повестка.txt", SUMMONS.encode()), issuer="accuser")
    take_in(bench)
    read_all(bench)
    page = here.get(f"{ADDRESS}?exhibit=1").content.decode()
    (key,) = keys(here)
    assert "3 December 2026, 11:30" in unescape(page)
    here.post(f"{ADDRESS}/decide", {"key": key, "action": "correct", "value": "2026-12-03 11:45"})
    case = open_case(folder)
    assert [(one.when and one.when.original, one.at and one.at.first) for one in case.accounts.statements] == [
        ("2026-12-03", (11 * 60 + 45) * 60)
    ]
    overview = text(here.get("/cases/anna/overview"))
    assert "See a lawyer of your own before 3 December 2026" in overview
    assert "named by a paper" in overview


def test_who_made_a_paper_of_an_archive_is_put_right_on_its_page(here: Any, bench: Workbench, folder: Path) -> None:
    letters = made.zipped({"письмо.txt": b"Hello, Anna", "другое.txt": b"Hello again"})
    send(here, ("бумаги.zip", letters), issuer="accuser")
    take_in(bench)
    page = here.get(f"{ADDRESS}?exhibit=2").content.decode()
    assert re.search(r'<option value="accuser" selected', page)
    assert here.post(f"{ADDRESS}/maker", {"exhibit": "2", "issuer": ""}).status_code == 400
    here.post(f"{ADDRESS}/maker", {"exhibit": "2", "issuer": "witness"})
    assert [one.issuer.value for one in open_case(folder).exhibits.values()] == ["accuser", "witness"]


def test_when_a_paper_came_is_told_as_a_day_and_an_hour(here: Any, bench: Workbench, folder: Path) -> None:
    send(here, ("письмо.txt", b"Hello, Anna"), issuer="witness")
    take_in(bench)
    (came,) = {one.at for one in entries(FolderHome(folder)) if one.what is What.ON_RECORD}
    page = text(here.get(f"{ADDRESS}?exhibit=1"))
    assert came not in page
    assert re.search(r"Came in \d{1,2} \w+ 20\d\d, \d\d:\d\d ?, “", page), page[page.find("Came in") :][:90]


def test_a_copy_that_is_not_wanted_is_deleted_and_the_log_says_that_it_was_left_out(
    here: Any, bench: Workbench, folder: Path
) -> None:
    send(here, ("обвинение.txt", CHARGE_OF_ANNA), ("noise.pdf", bytes(range(256)) * 100))
    take_in(bench)
    page = text(here.get(ADDRESS))
    assert "noise.pdf It is none of the kinds that are read" in page
    bad = arrivals(FolderHome(folder))[1]
    here.post(f"{ADDRESS}/arrived", {"action": f"off:{bad.id}"})
    here.post(f"{ADDRESS}/arrived", {"action": "clear"})
    assert list((folder / "arrived").iterdir()) == []
    assert entries(FolderHome(folder))[-1].what == "left_out"
    assert arrivals(FolderHome(folder)) == ()
    assert list(open_case(folder).exhibits) == ["1"]


def locked_of(page: str) -> list[str]:
    """The papers for which a password may be typed."""
    return re.findall(r'name="action" value="open:(\w+)"', page)


def test_a_locked_paper_opens_with_its_password_which_is_kept_nowhere(
    here: Any, bench: Workbench, folder: Path
) -> None:
    word = "ключ от сейфа"
    came = made.locked_pdf(word)
    send(here, ("постановление.pdf", came), issuer="accuser")
    take_in(bench)
    (paper,) = locked_of(here.get(ADDRESS).content.decode())
    for wrong in ("", "другой"):
        answer = here.post(f"{ADDRESS}/arrived", {"action": f"open:{paper}", "password": wrong})
        assert answer.status_code == 400
    assert "The password does not open it" in text(answer)
    assert [one.state for one in arrivals(FolderHome(folder))] == ["fault"]
    here.post(f"{ADDRESS}/arrived", {"action": f"open:{paper}", "password": word})
    take_in(bench)
    (one,) = open_case(folder).exhibits.values()
    read = read_bytes((folder / one.file).read_bytes(), "a.pdf")
    assert read.fault is None
    assert read.pages
    (entry,) = [found for found in entries(FolderHome(folder)) if found.what is What.ON_RECORD]
    assert entry.source is not None
    assert (entry.source.way, entry.source.sha256) == (("постановление.pdf",), sha256_of_bytes(came))
    kept = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert came in kept, "the locked one is kept as it came"
    assert not [data for data in kept if word.encode() in data]
    page = here.get(ADDRESS).content.decode()
    assert locked_of(page) == []
    assert "It opened with the password" in page


def test_locked_files_of_an_archive_come_out_with_its_password(here: Any, bench: Workbench, folder: Path) -> None:
    send(
        here,
        ("a.zip", made.locked_zip("charge.txt", CHARGE_OF_ANNA, "ключ")),
        ("b.zip", made.zipped({"b.txt": b"Hello"})),
    )
    take_in(bench)
    page = here.get(ADDRESS).content.decode()
    assert "This file inside the archive is encrypted" in page
    (archive,) = locked_of(page)
    assert here.post(f"{ADDRESS}/arrived", {"action": f"open:{archive}", "password": "нет"}).status_code == 400
    assert open_case(folder).exhibits == {}
    here.post(f"{ADDRESS}/arrived", {"action": f"open:{archive}", "password": "ключ"})
    take_in(bench)
    (one,) = open_case(folder).exhibits.values()
    assert (folder / one.file).read_bytes() == CHARGE_OF_ANNA
    assert "is encrypted" not in here.get(ADDRESS).content.decode()


def test_a_file_sent_alone_by_the_script_is_answered_with_the_list(here: Any) -> None:
    sent = {"files": SimpleUploadedFile("пусто.txt", b"")}
    answer = here.post(f"{ADDRESS}/add", sent, headers={"x-one": "1"})
    assert answer.status_code == 200
    assert "<main" not in answer.content.decode()
    assert "пусто.txt" in answer.content.decode()


def test_files_inside_an_archive_become_papers_of_their_own_with_where_they_lay(
    here: Any, bench: Workbench, folder: Path
) -> None:
    letter = made.letter()
    packed = made.zipped({"из чата/обвинение.txt": CHARGE_OF_ANNA, "b.eml": letter, "шум.bin": bytes(range(256)) * 9})
    send(here, ("telegram.zip", packed), issuer="witness")
    take_in(bench)
    came = {one.name: one for one in arrivals(FolderHome(folder))}
    assert {name: one.state for name, one in came.items()} == {
        "telegram.zip": "holds_files",
        "обвинение.txt": "on_record",
        "b.eml": "on_record",
        "постановление.docx": "on_record",
        "шум.bin": "fault",
    }
    exhibits = open_case(folder).exhibits
    assert exhibits[came["обвинение.txt"].exhibit].issuer == "accuser"  # what it shows itself goes first
    assert exhibits[came["b.eml"].exhibit].issuer == "witness"
    on_record = {one.name: one for one in entries(FolderHome(folder)) if one.what == "on_record"}
    assert on_record["постановление.docx"].source is not None
    assert on_record["постановление.docx"].source.way == ("telegram.zip", "b.eml")
    assert on_record["постановление.docx"].source.sha256 == sha256_of_bytes(packed)
    assert list(broken_in(FolderHome(folder))) == []
    page = text(here.get(ADDRESS))
    assert "telegram.zip › b.eml › постановление.docx On record as exhibit" in page
    assert "telegram.zip An archive. Files taken out of it: 4" in page
    assert "telegram.zip › шум.bin It is none of the kinds that are read" in page


def test_facts_are_offered_and_one_by_one_confirmed_corrected_or_refused(
    here: Any, bench: Workbench, folder: Path
) -> None:
    send(here, ("обвинение.txt", CHARGE_OF_ANNA))
    take_in(bench)
    assert "The papers are being read" in text(here.get(ADDRESS)) or keys(here)
    read_all(bench)
    offered = keys(here)
    assert len(offered) > 3
    assert open_case(folder).statements == ()
    here.post(f"{ADDRESS}/decide", {"key": offered[0], "action": "confirm"})
    assert len(open_case(folder).statements) == 1
    read_all(bench)
    article = next(one for one in keys(here) if "charge.act_date" in one or "charge.article" in one)
    here.post(f"{ADDRESS}/decide", {"key": article, "action": "decline"})
    read_all(bench)
    left = keys(here)
    assert offered[0] not in left
    assert article not in left
    assert len(open_case(folder).statements) == 1
    page = text(here.get(f"{ADDRESS}?exhibit=1"))
    assert "What rests on it" in page


def test_a_corrected_fact_is_written_as_corrected(here: Any, bench: Workbench, folder: Path) -> None:
    send(here, ("обвинение.txt", CHARGE_OF_ANNA))
    read_all(bench)
    dated = next(one for one in keys(here) if "_date" in one)
    wrong = here.post(f"{ADDRESS}/decide", {"key": dated, "action": "correct", "value": "31.02.1990"})
    assert wrong.status_code == 400
    assert open_case(folder).statements == ()
    here.post(f"{ADDRESS}/decide", {"key": dated, "action": "correct", "value": "1990-03"})
    (one,) = open_case(folder).statements
    assert str(one.value) == "1990-03"


def test_which_accusation_a_paper_is_about_is_chosen_before_it_goes_on_record(
    here: Any, bench: Workbench, folder: Path
) -> None:
    write_case(folder, PERSON, item("charge", "c1"), item("charge", "c2"))
    send(here, ("обвинение.txt", CHARGE_OF_ANNA))
    read_all(bench)
    page = text(here.get(f"{ADDRESS}?exhibit=1"))
    assert "Which accusation is this paper about?" in page
    key = next(one for one in keys(here) if "charge.article" in one)
    refused = here.post(f"{ADDRESS}/decide", {"key": key, "action": "confirm"})
    assert refused.status_code == 400
    assert "which accusation this paper is about" in text(refused)
    assert open_case(folder).statements == ()
    here.post(f"{ADDRESS}/decide", {"key": key, "action": "confirm", "which": "c2"})
    assert [one.item for one in open_case(folder).statements] == ["c2"]
    read_all(bench)
    assert "Which accusation" not in text(here.get(f"{ADDRESS}?exhibit=1"))


def test_the_day_a_paper_reached_the_person_is_told_on_its_page(here: Any, bench: Workbench, folder: Path) -> None:
    limit = '[[limit]]\nexhibit = "1"\nquote = "в течение 10 суток"\nlength = "P10D"\nfrom = ["served"]\n'
    write_case(folder, PERSON, exhibit(issuer="accuser"), limit)
    assert "Without it no day is counted" in text(here.get(f"{ADDRESS}?exhibit=1"))
    sent = {"exhibit": "1", "reached-d": "4", "reached-m": "11", "reached-y": "2026"}
    assert here.post(f"{ADDRESS}/reached", {**sent, "reached-d": "31"}).status_code == 400
    assert here.post(f"{ADDRESS}/reached", {"exhibit": "1"}).status_code == 400
    assert open_case(folder).exhibits["1"].received is None
    here.post(f"{ADDRESS}/reached", sent)
    assert str(open_case(folder).exhibits["1"].received) == "2026-11-04"
    page = text(here.get(f"{ADDRESS}?exhibit=1"))
    assert "Without it no day is counted" not in page
    assert "Reached you 4 November 2026" in page


def test_a_decision_about_what_is_not_offered_changes_nothing(here: Any, bench: Workbench, folder: Path) -> None:
    send(here, ("обвинение.txt", CHARGE_OF_ANNA))
    read_all(bench)
    before = (folder / "case.toml").read_bytes()
    assert here.post(f"{ADDRESS}/decide", {"key": "nothing", "action": "confirm"}).status_code == 400
    assert (folder / "case.toml").read_bytes() == before


def test_a_page_is_sent_as_a_picture_and_never_as_the_file_that_came_in(tmp_path: Path) -> None:
    pdf = (story_folder("planted") / "exhibits" / "10_obvinenie.pdf").read_bytes()
    folder = write_case(tmp_path / "anna", PERSON, exhibit(file="exhibits/a.pdf"), files=("exhibits/a.pdf",))
    (folder / "exhibits" / "a.pdf").write_bytes(pdf)
    bench = Workbench(FolderShelf(tmp_path), day=lambda: None)
    here = client(bench)
    read_all(bench)
    page = here.get(f"{ADDRESS}?exhibit=1").content.decode()
    assert 'src="/cases/anna/evidence/picture?exhibit=1&amp;page=1"' in page
    answer = here.get(f"{ADDRESS}/picture?exhibit=1&page=1")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"\x89PNG")
    assert here.get(f"{ADDRESS}/picture?exhibit=1&page=99").status_code == 400
    assert "обвин" in text(here.get(f"{ADDRESS}?exhibit=1&show=text")).lower()


def test_a_script_in_a_paper_is_text_on_the_page(here: Any, bench: Workbench) -> None:
    send(here, ("a.txt", b"<script>alert(1)</script> Hello Anna, this is a letter."), issuer="witness")
    read_all(bench)
    page = here.get(f"{ADDRESS}?exhibit=1&show=text").content.decode()
    assert "<script>alert" not in page


def test_a_changed_file_is_told_on_its_page(here: Any, bench: Workbench, folder: Path) -> None:
    send(here, ("обвинение.txt", CHARGE_OF_ANNA))
    take_in(bench)
    (path,) = (folder / "exhibits").glob("01_*")
    path.write_bytes(CHARGE_OF_ANNA + b" ")
    assert "its hash differs" in text(here.get(f"{ADDRESS}?exhibit=1"))


def test_what_is_too_large_is_refused_before_it_is_read(here: Any) -> None:
    answer = here.post(
        f"{ADDRESS}/add", {"files": SimpleUploadedFile("a.txt", b"x")}, headers={"content-length": "999999999"}
    )
    assert answer.status_code == 413


def test_what_comes_and_goes_stays_in_memory() -> None:
    from django.conf import settings

    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE < IN_MEMORY
    assert SERVER["inbuf_overflow"] == SERVER["outbuf_overflow"] == IN_MEMORY
    assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
