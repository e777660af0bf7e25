"""What a person reads on the pages, through Django's client: the same words as the dossier, in both languages."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.support.case_folder import PERSON, exhibit, fact, told, write_case
from tests.support.workbench import client

from pristan.kernel.language import Language
from pristan.law.edition import edition_in_use
from pristan.services.stories import story_folder
from pristan.web import frame
from pristan.web.pages.registry import PAGES
from pristan.web.words import WEB
from pristan.web.workbench import Workbench


def text_of(page: bytes) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.decode())).split())


def read(here: Any, address: str, lang: str = "en") -> str:
    here.cookies["lang"] = lang
    answer = here.get(address)
    assert answer.status_code == 200, address
    return text_of(answer.content)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_overview_says_what_the_assessment_says(bench: Workbench, here: Any, lang: str) -> None:
    case, stamp = bench.shelf.open("antiwar"), bench.shelf.held("antiwar").stamp
    view = bench.answers.view(case, stamp, case.assessed_on, Language(lang))
    page = read(here, "/cases/antiwar/overview", lang)
    for sentence in view.headline:
        assert sentence in page
    for group in view.groups:
        for row in group.rows:
            assert row.title in page


def test_the_switch_changes_the_language_and_keeps_the_place(here: Any) -> None:
    place = "/cases/antiwar/assessment?route=us.asylum"
    answer = here.post("/choose", {"lang": "ru", "next": place})
    assert answer.headers["Location"] == place
    assert here.cookies["lang"].value == "ru"
    page = here.get(place)
    assert page.headers["Content-Language"] == "ru"
    assert "Какие пути держатся и почему" in text_of(page.content)


def test_law_that_is_an_office_s_own_is_said_above_every_page_of_a_case(
    here: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "office's own" not in read(here, "/cases/planted/more")
    monkeypatch.setattr(frame, "edition_in_use", lambda: replace(edition_in_use(), local=("us.own",)))
    assert "Records of this office's own" in read(here, "/cases/planted/more")
    assert "собственные записи этого офиса: us.own" in read(here, "/cases/planted/more", "ru")


def test_hide_is_explained_once(here: Any) -> None:
    assert "If someone comes in: Hide" in read(here, "/cases/planted/more")
    assert here.post("/choose", {"hide_told": "yes", "next": "/cases/planted/more"}).status_code == 302
    assert "If someone comes in: Hide" not in read(here, "/cases/planted/more")


def test_a_browser_in_russian_is_answered_in_russian(bench: Workbench, here: Any) -> None:
    page = here.get("/cases", headers={"accept-language": "ru-RU,ru;q=0.9"})
    assert '<html lang="ru"' in page.content.decode()


def test_no_english_of_the_frame_is_left_on_a_russian_page(here: Any) -> None:
    for address in ("/cases", "/cases/antiwar/overview", "/cases/planted/scenarios", "/cases/planted/more"):
        page = read(here, address, "ru")
        for word in ("Hide", "Overview", "Routes", "other", "Today", "days", "Next step"):
            assert not re.search(rf"\b{word}\b", page), (address, word)


def test_every_word_of_safety_stays_away(here: Any) -> None:
    for address in ("/cases/antiwar/overview", "/cases/antiwar/assessment", "/cases/planted/scenarios"):
        assert not re.search(r"\b(cleared|guarantee[ds]?)\b", read(here, address).lower())


def test_a_verdict_opens_to_rule_source_and_paper(here: Any) -> None:
    page = read(here, "/cases/antiwar/assessment?route=us.asylum")
    assert "INA 208" in page
    assert "last compared on" in page
    assert "Exhibit 13" in page


def test_what_if_shows_what_would_change_and_saves_nothing(bench: Workbench, here: Any) -> None:
    before = (story_folder("antiwar") / "case.toml").read_bytes()
    plain = here.get("/cases/antiwar/assessment?route=us.asylum").content.decode()
    settings = re.findall(r'<option value="([^"]+=(?:yes|no))"', plain)
    pages = (here.get("/cases/antiwar/assessment", {"route": "us.asylum", "if": one}).content for one in settings)
    assert any(b'class="changes' in page for page in pages)
    assert (story_folder("antiwar") / "case.toml").read_bytes() == before
    assert 'class="changes' not in here.get("/cases/antiwar/assessment?route=us.asylum").content.decode()


def test_what_if_ignores_what_it_did_not_offer(here: Any) -> None:
    page = here.get("/cases/antiwar/assessment", {"route": "us.asylum", "if": "where_now=DE"})
    assert page.status_code == 200
    assert 'class="changes' not in page.content.decode()


def test_the_law_of_another_day_is_named_on_the_page(here: Any) -> None:
    page = read(here, "/cases/antiwar/assessment?on-d=1&on-m=6&on-y=2025")
    assert "The law of 1 June 2025 is applied" in page
    assert "Law as of 1 June 2025" in page


def test_a_day_that_is_none_is_answered_with_its_form(here: Any) -> None:
    answer = here.get("/cases/antiwar/assessment?on-d=31&on-m=2&on-y=2025")
    assert answer.status_code == 400
    assert "is not a day" in text_of(answer.content)


def test_comparing_two_days_names_each_route_that_differs(here: Any) -> None:
    page = read(here, "/cases/antiwar/assessment?route=us.asylum&with-d=1&with-m=6&with-y=2020")
    assert "From 20 November 2026 to 1 June 2020" in page
    named = page[page.index("From 20 November 2026 to 1 June 2020") :]
    assert "Norway: visa for people in danger [no.visa]. First: in force from 2024-09-06 (" in named
    assert "Without this it would be the same:" in named
    assert "[us.ead.clock]" not in named  # it changed too, and decides nothing


def test_the_list_of_cases_counts_every_date_in_the_end(here: Any, bench: Workbench) -> None:
    read(here, "/cases")
    for held in bench.shelf.cases():
        case = bench.shelf.open(held.id)
        bench.answers.dues(case, held.stamp, case.assessed_on)
    page = read(here, "/cases")
    assert "Ilya Veresov" in page
    assert "Vera Lisitsyna" in page
    assert "being counted" not in page


def test_the_discreet_list_names_nobody(here: Any) -> None:
    main = here.get("/cases?discreet=on").content.decode().partition("<main")[2]
    assert "Veresov" not in main
    assert "switchboard" not in main
    assert "planted" in main


def test_names_from_a_case_cannot_become_markup(tmp_path: Path) -> None:
    person = (
        '[[person]]\nid = "anna"\nname = { en = "<b>Anna</b><script>x</script>", ru = "Анна" }\nrole = "principal"\n'
    )
    write_case(tmp_path / "evil", person, exhibit(), fact("where_now", told("DE")))
    from pristan.web.shelf import FolderShelf

    page = client(Workbench(FolderShelf(tmp_path), day=lambda: None)).get("/cases/evil/overview").content.decode()
    assert "<script>x" not in page
    assert "&lt;b&gt;Anna" in page


def test_a_case_that_does_not_read_says_where_and_the_others_stay(tmp_path: Path) -> None:
    write_case(tmp_path / "good", PERSON, exhibit(), fact("where_now", told("DE")))
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "case.toml").write_text('format = "pristan-case/1"\nid = 3\n', encoding="utf-8")
    from pristan.web.shelf import FolderShelf

    here = client(Workbench(FolderShelf(tmp_path), day=lambda: None))
    answer = here.get("/cases/bad/overview")
    assert answer.status_code == 400
    assert "case.toml" in text_of(answer.content)
    listed = text_of(here.get("/cases").content)
    assert "Anna Zimina" in listed
    assert "bad" in listed


def test_every_field_a_template_receives_explains_itself() -> None:
    for page in PAGES:
        module = import_module(page.view.__module__)
        made = [one for one in vars(module).values() if isinstance(one, type) and hasattr(one, "__dataclass_fields__")]
        for one in made:
            if one.__module__ == module.__name__:
                for field in fields(one):
                    assert str(field.metadata.get("help", "")).endswith("."), (one, field.name)


def test_every_page_of_the_registry_has_its_folder_and_icon() -> None:
    for page in PAGES:
        assert (WEB / "pages" / page.id / "page.html").is_file()
        assert not page.group or (WEB / "icons" / f"{page.icon}.svg").is_file()
    keys = [page.key for page in PAGES if page.key]
    assert len(keys) == len(set(keys))


def test_a_fault_reads_in_the_language_of_the_page(here: Any) -> None:
    assert "there is no case &quot;x&quot; here" in here.get("/cases/x/overview").content.decode()
    here.cookies["lang"] = "ru"
    page = here.get("/cases/x/overview").content.decode()
    assert "Дела «x» здесь нет. Какие есть, видно в списке дел." in page
    assert "there is no case" not in page
