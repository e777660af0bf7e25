"""Law, plan, country, first hours: what the person asked for stands there, and what was not asked does not."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from tests.support.workbench import PassphraseShelf, client
from tests.web.test_pages import read

from pristan.services.stories import STORIES
from pristan.web.workbench import Workbench


def test_a_rule_shows_its_versions_and_which_one_was_in_force_on_the_day(here: Any) -> None:
    address = "/law?rule=us.asylum.bar.security_terrorism&on-d=30&on-m=12&on-y=2025"
    page = read(here, address)
    assert "INA 208(b)(2)(A)(iv)-(v)" in page
    assert "in force from 31 December 2025" in page
    before, _, after = page.partition("on that day")
    assert "in force from 31 December 2025" in before
    assert "until 31 December 2025" in before
    assert "on that day" not in after


def test_a_rule_is_found_by_a_citation_and_nothing_is_found_by_nonsense(here: Any) -> None:
    assert "us.crim.moral_turpitude" in read(here, "/law?q=Silva-Trevino")
    assert "No rule has all of these words." in read(here, "/law?q=nonsense-of-words")


def test_a_day_that_is_none_is_refused(here: Any) -> None:
    assert here.get("/law?on-d=31&on-m=2&on-y=2026").status_code == 400


def test_the_calendar_file_holds_the_one_year_limit_and_not_the_persons_name(bench: Workbench, here: Any) -> None:
    answer = here.get("/cases/antiwar/plan/calendar")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    text = answer.content.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261218" in text
    name = bench.shelf.open("antiwar").principal.name
    assert not any(word in text for word in (*name.en.split(), *name.ru.split()))


def test_a_paper_dangerous_to_ask_for_stands_with_a_safer_one_and_without_a_button(here: Any) -> None:
    page = here.get("/cases/planted/plan").content.decode()
    part = page[page.index('id="dangerous"') :]
    assert "<button" not in part[: part.index("</section>")]


def test_the_first_hours_work_without_a_case(here: Any) -> None:
    page = read(here, "/emergency?where=CZ&situation=arrest&asked_by=RU")
    assert "Who can stop it, in this order" in page
    assert "Say this, and ask that it is written down" in page


def test_the_answers_of_the_first_hours_stand_in_no_address_and_are_gone_when_it_locks(
    here: Any, bench: Workbench
) -> None:
    sent = {"where": "CZ", "situation": "arrest", "asked_by": "RU", "held": "2026-11-19 16:40"}
    answer = here.post("/emergency/ask", sent)
    assert answer.headers["Location"] == "/emergency"
    page = read(here, "/emergency")
    assert "Who can stop it, in this order" in page
    bench.forget()
    assert "Who can stop it" not in read(here, "/emergency")


def test_the_first_hours_are_open_while_the_cases_are_locked_but_not_with_a_case_or_while_hidden() -> None:
    bench = Workbench(PassphraseShelf(STORIES, "three grey herons", ("antiwar",)), day=lambda: None)
    outside = client(bench)
    assert "Works without a case" in read(outside, "/emergency")
    assert "Vera" not in read(outside, "/emergency")
    assert outside.get("/emergency?case=antiwar").headers["Location"].startswith("/unlock")
    assert client(bench, launched=False).get("/emergency").status_code == 403
    outside.post("/hide")
    assert outside.get("/emergency").headers["Location"] == "/recipes"


def test_without_the_two_deciding_answers_no_page_is_guessed(here: Any) -> None:
    assert "Who can stop it" not in read(here, "/emergency?asked_by=RU")


def test_a_country_is_told_by_its_name_and_a_call_to_questioning_has_a_page_of_its_own(here: Any) -> None:
    here.post("/emergency/ask", {"where": "Россия", "situation": "called", "asked_by": "Россия"})
    page = read(here, "/emergency")
    assert "Whom to turn to, in this order" in page
    assert "article 51" in page
    assert "No custody clock" not in page
    unchecked = page.partition("An undertaking not to disclose")[2].partition("Papers or messages")[0]
    assert "not yet compared with the source" in unchecked


def test_a_country_that_is_none_is_refused_with_the_accepted_form(here: Any) -> None:
    assert here.get("/emergency?where=UK&situation=arrest").status_code == 400


def test_the_hours_are_those_of_this_computer() -> None:
    """A framework that sets a zone for the whole process would shift every clock of the first hours."""
    code = (
        "import time; zone = time.tzname; from pristan.web.serving import set_up; set_up(); print(zone == time.tzname)"
    )
    plain = {name: value for name, value in os.environ.items() if name != "TZ"}
    told = subprocess.run([sys.executable, "-c", code], env=plain, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"
