"""The page of dates: disagreements side by side, the person's explanation, an event told in words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.support.workbench import client

from pristan.case.loader import load_case
from pristan.services.stories import story_folder
from pristan.web.gate import IN
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(story_folder("planted"), tmp_path / "cases" / "planted"))


@pytest.fixture
def mine(folder: Path) -> Any:
    made = client(Workbench(FolderShelf(folder.parent)), launched=False)
    session = made.session
    session[IN] = True
    session.save()
    made.cookies["s"] = session.session_key
    return made


def test_an_explanation_is_kept_in_the_persons_words_and_the_disagreement_is_no_longer_open(
    mine: Any, folder: Path
) -> None:
    page = mine.get("/cases/planted/chronology").content.decode()
    found = re.search(r'name="difference" value="([^"]+)"', page)
    assert found is not None
    sent = {"difference": found[1], "cause": "slip", "text": "I mixed up two days."}
    answer = mine.post("/cases/planted/chronology/explain", sent)
    assert answer.status_code == 302
    assert [one.text.en for one in load_case(folder).accounts.explanations][-1:] == ["I mixed up two days."]
    after = mine.get("/cases/planted/chronology").content.decode()
    assert page.count('class="clash ') == after.count('class="clash ') + 1
    assert "I mixed up two days." in after


def test_a_correction_for_filings_names_only_the_statement_that_is_mistaken(mine: Any, folder: Path) -> None:
    page = mine.get("/cases/planted/chronology").content.decode()
    form = page[page.index('name="difference"') :]
    found = re.search(r'value="([^"]+)"', form)
    sides = re.findall(r'<option value="([^"]+)">', form[form.index('name="mistaken"') : form.index("</form>")])
    assert found is not None
    sent = {"difference": found[1], "cause": "typo", "text": "The hour is miswritten.", "disclose": "on"}
    assert mine.post("/cases/planted/chronology/explain", sent).status_code == 400
    assert mine.post("/cases/planted/chronology/explain", {**sent, "mistaken": sides[0]}).status_code == 302
    told = load_case(folder).accounts.explanations[-1]
    assert (told.statements, told.disclose) == ((sides[0],), True)


def test_a_day_told_in_words_becomes_an_event_no_more_exact_than_it_was_told(mine: Any, folder: Path) -> None:
    before = len(load_case(folder).events)
    sent = {"when": "around March 2025", "what": "A neighbour was asked about me"}
    assert mine.post("/cases/planted/chronology/add", sent).status_code == 302
    case = load_case(folder)
    assert len(case.events) == before + 1
    assert case.events[-1].when is not None
    assert case.events[-1].when.original == "2025-03~"
    assert case.events[-1].title.en == "A neighbour was asked about me"
    assert case.events[-1].title.ru == "A neighbour was asked about me [написано по-английски]"


def test_an_event_is_kept_in_the_language_it_was_typed_in_whatever_the_page_is(mine: Any, folder: Path) -> None:
    mine.cookies["lang"] = "en"
    assert (
        mine.post("/cases/planted/chronology/add", {"when": "March 2025", "what": "Соседа спрашивали"}).status_code
        == 302
    )
    assert (folder / "case.toml").read_text(encoding="utf-8").count('title = { ru = "Соседа спрашивали" }') == 1
    page = mine.get("/cases/planted/chronology").content.decode()
    assert "Соседа спрашивали [written in Russian]" in page


@pytest.mark.parametrize("words", ["sometime", "32 March 2025", ""])
def test_what_is_not_understood_is_refused_and_nothing_is_written(mine: Any, folder: Path, words: str) -> None:
    before = (folder / "case.toml").read_text()
    answer = mine.post("/cases/planted/chronology/add", {"when": words, "what": "Something"})
    assert answer.status_code == 400
    assert (folder / "case.toml").read_text() == before


def test_what_is_not_open_cannot_be_explained(mine: Any, folder: Path) -> None:
    before = (folder / "case.toml").read_text()
    sent = {"difference": "no_such", "cause": "slip", "text": "words"}
    assert mine.post("/cases/planted/chronology/explain", sent).status_code == 400
    assert (folder / "case.toml").read_text() == before
