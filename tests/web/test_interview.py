"""The interview on its page: one question, four ways besides answering; an answer can be changed or taken back."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, told, write_case
from tests.support.workbench import client

from pristan.kernel.errors import CaseError
from pristan.services.answering import take_back, write_answer, write_not_remembered, write_withheld
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.interview import question_named
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench

CHARGE = item("charge", "c1")
ADDRESS = "/cases/anna/interview"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    facts = (fact("where_now", told("US")), fact("charge.stage", paper("charged"), item="c1"))
    return write_case(tmp_path / "anna", PERSON, exhibit(issuer="accuser"), CHARGE, *facts)


@pytest.fixture
def here(folder: Path, few_routes: None) -> Any:
    return client(Workbench(FolderShelf(folder.parent), day=lambda: None))


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


def asked(here: Any) -> str:
    found = re.search(r'name="q" value="([^"]+)"', here.get(ADDRESS).content.decode())
    return found[1] if found else ""


def test_a_question_says_why_it_is_asked_and_skipping_brings_another_question_and_writes_nothing(
    here: Any, folder: Path
) -> None:
    before = (folder / "case.toml").read_text(encoding="utf-8")
    page = text(here.get(ADDRESS))
    assert "Why we ask" in page
    assert "It is used in:" in page
    first = asked(here)
    here.post(f"{ADDRESS}/save", {"q": first, "action": "skip"})
    second = asked(here)
    here.post(f"{ADDRESS}/save", {"q": second, "action": "skip"})
    assert len({first, second, asked(here)}) == 3
    assert (folder / "case.toml").read_text(encoding="utf-8") == before


def test_a_date_is_written_as_sure_as_it_was_told(here: Any, folder: Path) -> None:
    sent = {"q": "us_last_arrival", "action": "save", "how": "about", "y": "2025", "m": "11"}
    assert here.post(f"{ADDRESS}/save", sent).status_code == 302
    assert 'value = "2025-11~", by = "person"' in (folder / "case.toml").read_text(encoding="utf-8")
    page = here.get(f"{ADDRESS}?q=us_last_arrival").content.decode()
    assert re.search(r'name="how" value="about" checked', page)
    assert "about November 2025" in unescape(page)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"how": "between", "y": "2025", "m": "01", "y2": "2025", "m2": "03"}, "January 2025"),
        ({"how": "before", "y": "2024"}, "not later than 2024"),
        ({"how": "exact", "y": "2024", "m": "21"}, "spring 2024"),
        ({"how": "exact", "y": "20", "m": "11"}, ""),
    ],
)
def test_the_preview_says_what_will_be_written(here: Any, sent: dict[str, str], words: str) -> None:
    page = here.get(f"{ADDRESS}/preview", sent).content.decode()
    assert words in unescape(page) if words else page.strip() == ""


def test_a_wrong_answer_is_kept_in_its_field_and_says_what_is_missing(here: Any, folder: Path) -> None:
    before = (folder / "case.toml").read_text(encoding="utf-8")
    answer = here.post(
        f"{ADDRESS}/save", {"q": "us_last_arrival", "action": "save", "how": "exact", "d": "7", "m": "11"}
    )
    assert answer.status_code == 422
    assert "The year is not there yet" in text(answer)
    assert 'name="d" inputmode="numeric" maxlength="2" value="7"' in answer.content.decode()
    assert (folder / "case.toml").read_text(encoding="utf-8") == before


def test_the_same_fault_is_told_in_russian(here: Any) -> None:
    here.cookies["lang"] = "ru"
    assert "Год пока не указан" in text(here.post(f"{ADDRESS}/save", {"q": "us_last_arrival", "how": "exact"}))


def test_a_country_is_taken_by_name_in_both_languages(here: Any, folder: Path) -> None:
    here.post(f"{ADDRESS}/save", {"q": "where_now", "action": "save", "value": "Германия"})
    assert 'fact = "where_now"\nsays = [ { value = "DE", by = "person" } ]' in (folder / "case.toml").read_text("utf-8")
    answer = here.post(f"{ADDRESS}/save", {"q": "where_now", "action": "save", "value": "Atlantis"})
    assert answer.status_code == 422


def test_an_answer_is_changed_not_added_to_and_can_be_taken_back(here: Any, folder: Path) -> None:
    for value in ("2025-11", "2025-12"):
        year, month = value.split("-")
        here.post(f"{ADDRESS}/save", {"q": "us_last_arrival", "action": "save", "how": "exact", "y": year, "m": month})
    told_now = [one.value for one in open_case(folder).statements if one.fact == "us_last_arrival"]
    assert [str(one) for one in told_now] == ["2025-12"]
    assert "December 2025" in text(here.get(f"{ADDRESS}/answers"))
    here.post(f"{ADDRESS}/save", {"q": "us_last_arrival", "action": "take_back"})
    assert [one for one in open_case(folder).statements if one.fact == "us_last_arrival"] == []


def test_what_one_would_rather_not_say_is_not_asked_again_until_one_says_so(here: Any, folder: Path) -> None:
    first = asked(here)
    here.post(f"{ADDRESS}/save", {"q": first, "action": "withhold"})
    assert asked(here) != first
    assert len(open_case(folder).withheld) == 1
    assert "What you would rather not say" in text(here.get(f"{ADDRESS}/answers"))
    here.post(f"{ADDRESS}/save", {"q": first, "action": "take_back"})
    assert open_case(folder).withheld == frozenset()


def test_what_one_does_not_remember_stays_unknown_and_is_not_asked_again_until_it_comes_back(
    here: Any, folder: Path
) -> None:
    first = asked(here)
    here.post(f"{ADDRESS}/save", {"q": first, "action": "forgot"})
    here.post(f"{ADDRESS}/save", {"action": "restart"})  # what was skipped is asked again, this is not
    assert asked(here) != first
    case = open_case(folder)
    name, _, item = first.partition("@")
    assert (case.not_remembered, case.withheld) == (frozenset({("anna", name, item or None)}), frozenset())
    assert not [one for one in case.statements if (one.fact, one.item) == (name, item or None)]
    page = text(here.get(f"{ADDRESS}/answers"))
    assert "What you do not remember" in page
    assert "What you would rather not say" not in page
    assert "Take my answer back" in text(here.get(f"{ADDRESS}?q={first}"))
    here.post(f"{ADDRESS}/save", {"q": first, "action": "take_back"})
    assert open_case(folder).not_remembered == frozenset()
    here.post(f"{ADDRESS}/save", {"q": "us_last_arrival", "action": "forgot"})
    here.post(f"{ADDRESS}/save", {"q": "us_last_arrival", "action": "save", "how": "about", "y": "2025"})
    case = open_case(folder)
    assert case.not_remembered == frozenset()
    assert [str(one.value) for one in case.statements if one.fact == "us_last_arrival"] == ["2025~"]


def test_not_remembering_changes_no_verdict(folder: Path) -> None:
    before = {one.rule.id: one.verdict for one in assess_case(open_case(folder), moves=False).routes}
    for name in ("us_last_arrival", "was_hurt_in_custody"):
        question = question_named(open_case(folder), name, None)
        assert question is not None
        write_not_remembered(open_case(folder), question)
    assert {one.rule.id: one.verdict for one in assess_case(open_case(folder), moves=False).routes} == before


def test_sensitive_questions_are_announced_before_they_appear(here: Any) -> None:
    for _ in range(200):
        page = here.get(ADDRESS).content.decode()
        if 'value="go_on"' in page:
            break
        found = re.search(r'name="q" value="([^"]+)"', page)
        assert found is not None
        here.post(f"{ADDRESS}/save", {"q": found[1], "action": "skip"})
    assert "painful" in page
    assert 'name="q"' not in page
    part = re.search(r'name="part" value="([^"]+)"', page)
    assert part is not None
    here.post(f"{ADDRESS}/save", {"action": "go_on", "part": part[1]})
    assert "touches something painful" in text(here.get(ADDRESS))


def test_an_answer_beside_papers_is_never_cut_out_of_their_entry(folder: Path) -> None:
    path = folder / "case.toml"
    entry = fact("charge.arrest_date", told("2025-02"), paper("2025-03"), item="c1")
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    case = open_case(folder)
    question = question_named(case, "charge.arrest_date", "c1")
    assert question is not None
    with pytest.raises(CaseError, match="stands in one entry"):
        take_back(case, question)


def test_taking_back_touches_only_its_own_entry(folder: Path) -> None:
    before = (folder / "case.toml").read_text(encoding="utf-8")
    for name, item_id, value in (("charge.arrest_date", "c1", "2025-02"), ("us_last_arrival", None, "2025-03")):
        case = open_case(folder)
        question = question_named(case, name, item_id)
        assert question is not None
        write_answer(case, question, value)
    withheld = question_named(open_case(folder), "was_hurt_in_custody", None)
    assert withheld is not None
    write_withheld(open_case(folder), withheld)
    for name, item_id in (("us_last_arrival", None), ("charge.arrest_date", "c1"), ("was_hurt_in_custody", None)):
        question = question_named(open_case(folder), name, item_id)
        assert question is not None
        assert take_back(open_case(folder), question)
    assert (folder / "case.toml").read_text(encoding="utf-8").rstrip() == before.rstrip()


def test_a_second_nationality_is_added_on_the_page(here: Any, folder: Path) -> None:
    assert "Another nationality" in text(here.get(ADDRESS))
    for country in ("Russia", "Казахстан"):
        saved = here.post(f"{ADDRESS}/save", {"q": "nationality.country", "action": "save", "value": country})
    after = here.get(saved["Location"]).content.decode()
    assert f'href="{ADDRESS}?q=nationality.country">' in after.partition('class="saved"')[2].partition("</div>")[0]
    told = [one for one in open_case(folder).statements if one.fact == "nationality.country"]
    assert [one.value for one in told] == ["RU", "KZ"]
    assert len({one.item for one in told}) == 2
    page = text(here.get(f"{ADDRESS}?q=nationality.country"))
    assert "It is about: another nationality" in page
    assert "Nothing is added until you save" in page


def test_the_same_nationality_is_not_added_twice_and_the_page_says_so(here: Any, folder: Path) -> None:
    sent = {"q": "nationality.country", "action": "save", "value": "Russia"}
    here.post(f"{ADDRESS}/save", sent)
    before = (folder / "case.toml").read_text(encoding="utf-8")
    again = here.post(f"{ADDRESS}/save", sent)
    assert again.status_code == 422
    assert "“Russia” is in this list already" in text(again) or '"Russia" is in this list already' in text(again)
    assert (folder / "case.toml").read_text(encoding="utf-8") == before


def test_a_question_of_a_list_needs_one_of_its_items(folder: Path) -> None:
    case = open_case(folder)
    assert question_named(case, "charge.arrest_date", None) is None
    assert question_named(case, "charge.arrest_date", "c9") is None
    assert question_named(case, "us_last_arrival", "c1") is None
    assert question_named(case, "nothing", None) is None
