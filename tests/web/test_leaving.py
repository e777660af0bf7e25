"""A paper leaves the record of a vault: what it takes with it is told, it comes back, or no trace of it is left."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from pristan.web.serving import set_up

set_up()

from tests.cli.test_add import CHARGE  # noqa: E402
from tests.support.case_folder import PERSON, write_case  # noqa: E402
from tests.support.workbench import client  # noqa: E402

from pristan.bootstrap import work  # noqa: E402
from pristan.services.cases import open_case  # noqa: E402
from pristan.services.proposals import confirm, proposals  # noqa: E402
from pristan.services.removing import removed_papers  # noqa: E402
from pristan.storage import cases, history, vault  # noqa: E402
from pristan.storage.jobs import queue  # noqa: E402
from pristan.storage.jobs.worker import Worker  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.storage.models import FileRow, HistoryRow, JobRow, LineRow, PageRow  # noqa: E402
from pristan.storage.search.index import search  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402

PHRASE, WORD = "four wooden bridges", "Гвоздиковская"
PAPER = CHARGE.format(accused="Зимину Анну Викторовну").replace("Орлов", WORD)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    text = (write_case(tmp_path / "case", PERSON) / "case.toml").read_text(encoding="utf-8")
    vault.create(tmp_path / "vault", PHRASE, argon=Argon(memory=64, passes=1, lanes=1), idle=None)
    cases.begin_case(text)
    yield Workbench(VaultShelf(tmp_path / "vault"))
    vault.lock()


@pytest.fixture
def here(bench: Workbench) -> Any:
    return client(bench)


def case_id() -> str:
    (line,) = cases.case_lines()
    return line.id


def page_of(name: str = "") -> str:
    return f"/cases/{case_id()}/evidence{name}"


def read_all() -> None:
    """What the worker does for papers."""
    Worker({work.TAKE_IN: work.take_in, work.READ: work.read}).do_all()


def with_paper() -> None:
    """A paper taken in, indexed, and an answer that rests on it."""
    work.receive(case_id(), f"{WORD}.txt", PAPER.encode())
    read_all()
    case = open_case(cases.home_of(case_id()))
    confirm(case, proposals(case)[0])


def second_paper() -> None:
    """Another paper, on which nothing rests."""
    work.receive(case_id(), "вторая.txt", PAPER.replace("12601920099000417", "12601920099000418").encode())
    read_all()


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


def test_what_happened_to_a_paper_stands_behind_a_link_and_is_of_this_paper_alone(here: Any) -> None:
    with_paper()
    second_paper()
    address = f"/cases/{case_id()}/log?paper=1"
    assert address in here.get(f"{page_of()}?exhibit=1").content.decode()
    here.post(page_of("/remove"), {"exhibit": "1"})
    here.post(page_of("/restore"), {"exhibit": "1"})
    told = text(here.get(address))
    for said in (
        f"Came in as “{WORD}.txt”",
        "Put on record as exhibit 1",
        "Taken off the record",
        "Put back on record",
    ):
        assert said in told
    assert "вторая.txt" not in told
    assert "вторая.txt" in text(here.get(f"/cases/{case_id()}/log?paper=2"))
    here.cookies["lang"] = "ru"
    assert "Снята с дела" in text(here.get(address))
    assert here.get(f"/cases/{case_id()}/log?paper=99").status_code == 200


def test_a_changed_answer_stands_in_the_history_of_the_paper_it_rested_on(here: Any) -> None:
    with_paper()
    second_paper()
    home = cases.home_of(case_id())
    old = home.text()
    assert 'quote = "' in old
    home.replace(old.replace('quote = "', 'quote = "... '), expected=old)
    kinds = {one.kind for one in history.changes(case_id())}
    told = text(here.get(f"/cases/{case_id()}/log?paper=1"))
    assert kinds == {"fact"}
    assert "→" in told.partition("Changes that speak of it")[2]
    assert "→" not in text(here.get(f"/cases/{case_id()}/log?paper=2"))


def test_what_leaves_with_a_paper_is_told_and_nothing_changes_by_looking(here: Any) -> None:
    with_paper()
    before = cases.home_of(case_id()).text()
    asked = text(here.get(page_of("/remove?exhibit=1")))
    assert "Goes with it, since nothing else shows it" in asked
    assert "УК 280.3" in asked
    assert cases.home_of(case_id()).text() == before
    assert here.get(page_of("/remove?exhibit=9")).status_code == 400


def test_a_paper_taken_off_is_no_longer_found_and_comes_back_with_its_answers(here: Any) -> None:
    with_paper()
    before = cases.home_of(case_id()).text()
    assert search(WORD)
    shown = text(here.get(here.post(page_of("/remove"), {"exhibit": "1"}).headers["Location"]))
    assert "Exhibit 1 is off the record. Undo" in shown
    assert open_case(cases.home_of(case_id())).exhibits == {}
    assert not search(WORD)
    back = text(here.get(here.post(page_of("/restore"), {"exhibit": "1"}).headers["Location"]))
    assert "Exhibit 1 is on record again." in back
    assert tomllib.loads(cases.home_of(case_id()).text()) == tomllib.loads(before)
    read_all()
    assert search(WORD)


def test_deleting_for_ever_leaves_no_word_of_it_in_any_row(here: Any, tmp_path: Path) -> None:
    with_paper()
    home = cases.home_of(case_id())
    here.post(page_of("/remove"), {"exhibit": "1"})
    assert history.changes(case_id())
    asked = text(here.get(page_of("/delete?exhibit=1")))
    assert "Nobody can bring it back" in asked
    here.post(page_of("/delete"), {"exhibit": "1"})
    (line,) = cases.case_lines()
    assert removed_papers(home) == ()
    left = [str(row) for model in (FileRow, HistoryRow, JobRow, LineRow, PageRow) for row in model.objects.values()]
    left += [home.text(), str(line)]
    assert not [one for one in left if WORD in one or "Gvozdik" in one or "280.3 ч.1" in one]
    assert not search(WORD)
    assert len(list((tmp_path / "vault" / "files").rglob("*/*"))) == FileRow.objects.count()
    assert here.get(page_of("/delete?exhibit=1")).status_code == 400


def test_documents_built_with_the_paper_are_named_and_deleted_if_the_person_wants(here: Any) -> None:
    with_paper()
    home = cases.home_of(case_id())
    home.store("built/en/dossier.pdf", WORD.encode())
    queue.ask_for(work.BUILD, case_id(), "key", {"language": "en"})
    JobRow.objects.filter(kind=work.BUILD).update(state="done", ended_at=cases.case_line(case_id()).changed_at)
    assert "keep it until they are built anew: the dossier" in text(here.get(page_of("/remove?exhibit=1")))
    here.post(page_of("/remove"), {"exhibit": "1"})
    assert "Documents that may show it the dossier" in text(here.get(page_of("/delete?exhibit=1")))
    here.post(page_of("/delete"), {"exhibit": "1", "besides": "yes"})
    assert not [name for name in home.names() if name.startswith("built/")]
    assert not queue.jobs(case_id(), kind=work.BUILD)


def test_documents_are_kept_if_the_person_unmarks_them(here: Any) -> None:
    with_paper()
    home = cases.home_of(case_id())
    home.store("built/en/dossier.pdf", b"x")
    here.post(page_of("/remove"), {"exhibit": "1"})
    here.post(page_of("/delete"), {"exhibit": "1"})
    assert home.holds("built/en/dossier.pdf")


def test_the_original_leaves_only_after_a_warning_and_never_as_a_page(here: Any) -> None:
    with_paper()
    work.receive(case_id(), "a.html", b"<html><script>alert(1)</script><p>Hello Anna</p>", issuer=open_issuer())
    read_all()
    warned = here.get(page_of("/original?exhibit=2"))
    assert "The browser keeps what it downloads" in text(warned)
    assert b"alert(1)" not in warned.content
    sent = here.post(page_of("/original"), {"exhibit": "2"})
    assert sent.content.startswith(b"<html>")
    assert sent.headers["Content-Type"] == "application/octet-stream"
    assert sent.headers["Content-Disposition"].startswith("attachment;")
    assert sent.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in sent.headers["Content-Security-Policy"]
    assert sent.headers["Cache-Control"] == "no-store"
    assert "was taken out of the vault" in text(here.get(f"/cases/{case_id()}/log"))


def open_issuer() -> Any:
    from pristan.case.model import Issuer

    return Issuer.WITNESS


def test_a_form_from_elsewhere_removes_nothing(bench: Workbench) -> None:
    with_paper()
    stranger = client(bench, csrf=True)
    for name in ("remove", "delete", "original", "restore"):
        assert stranger.post(page_of(f"/{name}"), {"exhibit": "1"}).status_code == 403
    assert list(open_case(cases.home_of(case_id())).exhibits) == ["1"]
