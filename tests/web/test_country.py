"""The page of the country: words of a paper are cited for a pattern there, and what does not stand there is said."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, passage, told, write_case
from tests.support.workbench import client

from pristan.services.cases import open_case
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench

REPORT = "Report of the invented Lantern Observatory.\nThe drugs were laid there by the police.\n"
ADDRESS = "/cases/anna/country"
SENT = {"exhibit": "1", "page": "1", "quote": "laid there by the police", "pattern": "drug_planting"}

pytestmark = pytest.mark.usefixtures("few_routes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tables = (
        PERSON,
        exhibit(),
        item("charge", "c1"),
        fact("where_now", told("CZ")),
        fact("charge.article", paper("УК 228", how="observes"), item="c1"),
        fact("charge.no_trace_of_person", told(True), item="c1"),
    )
    made = write_case(tmp_path / "anna", *tables)
    (made / "exhibits/1.txt").write_text(REPORT, encoding="utf-8")
    return made


@pytest.fixture
def here(folder: Path) -> Any:
    return client(Workbench(FolderShelf(folder.parent), day=lambda: None))


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


def test_words_are_cited_shown_under_the_pattern_and_taken_away(here: Any, folder: Path) -> None:
    assert here.post(f"{ADDRESS}/cite", SENT | {"against": "on"}).status_code == 302
    (one,) = open_case(folder).passages
    assert (one.pattern, one.quote, one.against) == ("drug_planting", "laid there by the police", True)
    card = text(here.get(ADDRESS)).partition("Cite words of a paper")[0]
    assert "Speaks against the person: Exhibit 1, p. 1 laid there by the police" in card
    assert here.post(f"{ADDRESS}/uncite", {"passage": "q1"}).status_code == 302
    assert open_case(folder).passages == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"quote": "laid there by the army"}, "these words do not stand on page 1"),
        ({"page": "2"}, "they stand on page 1"),
        ({"page": "one"}, "“one” is not a page"),
        ({"page": "²"}, "“²” is not a page"),
        ({"quote": "<b>...</b>"}, "these words do not stand on page 1"),
        ({"pattern": ""}, "there is no documented pattern"),
        ({"exhibit": "7"}, "There is no paper of this number"),
    ],
)
def test_what_cannot_be_cited_is_said_on_the_page_and_what_was_typed_stays(
    here: Any, folder: Path, changed: dict[str, str], told: str
) -> None:
    before = (folder / "case.toml").read_bytes()
    answer = here.post(f"{ADDRESS}/cite", SENT | changed)
    assert answer.status_code == 400
    assert told in text(answer)
    assert (SENT | changed)["quote"] in text(answer)
    assert (folder / "case.toml").read_bytes() == before


def test_a_passage_of_a_pattern_that_the_case_does_not_show_is_not_dropped(here: Any, folder: Path) -> None:
    file = folder / "case.toml"
    stray = passage("q1", 'pattern = "treason"', "laid there") + passage("q2", 'pattern = "gone"', "by the police")
    file.write_text(file.read_text(encoding="utf-8") + "\n" + stray, encoding="utf-8")
    shown = text(here.get(ADDRESS))
    assert "Passages cited for what is not shown above" in shown
    assert "This law base has nothing of that name" in shown


def test_words_of_a_page_that_cannot_be_read_are_kept_and_that_is_said(here: Any, folder: Path) -> None:
    (folder / "exhibits/1.txt").write_text("…\n", encoding="utf-8")
    answer = here.post(f"{ADDRESS}/cite", SENT, follow=True)
    assert len(open_case(folder).passages) == 1
    assert "They were not compared" in text(answer)
    assert "They were not compared" not in text(here.get(ADDRESS))
