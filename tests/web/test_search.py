"""Words looked for in every paper of the vault: found by form, shown with their page, and kept in no address or log."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from pristan.web.serving import set_up

set_up()

from tests.support.case_folder import HEAD, PERSON, exhibit  # noqa: E402
from tests.support.workbench import client, stories  # noqa: E402

from pristan.bootstrap import work  # noqa: E402
from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.jobs.worker import Worker  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.vault_builds import VaultBuilds  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402

PHRASE = "four wooden bridges"
PAPER = "Протокол. Следователь Птицын обыскал комнату <b>на Садовой</b> и ничего не нашёл."


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    monkeypatch.setattr(VaultBuilds, "start", lambda _: None)  # papers are read when a test says so
    vault.create(tmp_path / "vault", PHRASE, argon=Argon(memory=64, passes=1, lanes=1))
    head = "\n".join(f"{key} = {value}" for key, value in HEAD.items() if key != "id")
    for name, paper in (("one", PAPER), ("two", "Letter of the neighbour: officers came at night.\fСтраница вторая.")):
        text = f'id = "{name}"\n{head}\n\n{PERSON}\n{exhibit()}'
        cases.begin_case(text, {"exhibits/1.txt": paper.encode()})
    made = Workbench(VaultShelf(tmp_path / "vault"))
    yield made
    made.lock()


@pytest.fixture
def here(bench: Workbench) -> Any:
    Worker({work.READ: work.read}).do_all()
    return client(bench)


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", answer.content.decode().partition("<main")[2])).split())


def look(here: Any, words: str) -> Any:
    answer = here.post("/search/find", {"words": words})
    assert answer.headers["Location"] == "/search"
    return here.get("/search")


def test_a_word_is_found_in_another_form_and_marked_in_its_passage(here: Any) -> None:
    page = look(here, "следователем").content.decode()
    assert "<mark>Следователь</mark>" in page
    assert "1 page holds all the words" in page
    assert "&lt;b&gt;на Садовой&lt;/b&gt;" in page
    assert "Anna Zimina" in page
    assert "<mark>officers</mark>" in look(here, "officer").content.decode()


def test_a_result_leads_to_the_page_of_the_paper(here: Any) -> None:
    page = look(here, "Птицын").content.decode()
    address = re.search(r'href="(/cases/[0-9a-f]+/evidence\?exhibit=1&amp;page=1)"', page)
    assert address is not None
    assert here.get(unescape(address[1])).status_code == 200


def test_what_stands_nowhere_says_so_and_what_is_empty_asks_for_words(here: Any) -> None:
    assert "No page holds all these words" in text(look(here, "пароход"))
    assert "No page holds all these words" in text(look(here, "Птицын neighbour"))
    assert "Nothing looked for yet" in text(look(here, ""))
    assert "Write one or more words" in text(look(here, "?!"))
    assert here.post("/search/find", {"words": "слово " * 100}).status_code == 400


def test_what_waits_to_be_read_is_told(bench: Workbench) -> None:
    assert "2 papers are still being read" in text(look(client(bench), "Птицын"))


def test_the_words_stand_in_no_address_header_or_log_and_are_gone_when_it_locks(
    here: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = here.post("/search/find", {"words": "Птицын"})
        page = here.get("/search")
    assert "Птицын" in page.content.decode()
    for told in (answer, page):
        assert "Птицын" not in str(told.headers) + str(told.cookies)
        assert told.headers["Cache-Control"] == "no-store"
    assert "Птицын" not in caplog.text
    here.post("/lock")
    assert here.get("/search").headers["Location"].startswith("/unlock")
    assert here.post("/search/find", {"words": "Птицын"}).headers["Location"].startswith("/unlock")
    here.post("/unlock", {"passphrase": PHRASE})
    assert "Nothing looked for yet" in text(here.get("/search"))


def test_the_name_looked_for_in_the_list_stands_in_no_address_either(here: Any) -> None:
    answer = here.post("/cases/find", {"q": "Zimina", "discreet": "on"})
    assert answer.headers["Location"] == "/cases?found=on&discreet=on"
    assert "No case has this name" in text(here.get(here.post("/cases/find", {"q": "Птицын"}).headers["Location"]))
    assert "No case has this name" not in text(here.get("/cases"))
    assert here.post("/cases/find", {"q": ""}).headers["Location"] == "/cases"


def test_folders_in_clear_have_no_index() -> None:
    assert "Only a vault has an index" in text(look(client(stories("planted")), "обыск"))
