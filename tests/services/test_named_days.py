"""A day that a paper names ahead is offered, and when confirmed stands in the chronology, the plan and the calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.case.model import Case, NamedDay
from pristan.chronology.check import check
from pristan.kernel.language import Language
from pristan.services.building import dossier_view
from pristan.services.calendar_file import calendar_file
from pristan.services.cases import open_case
from pristan.services.proposals import Proposal, confirm, decline, proposals
from pristan.services.time_limits import time_limits
from tests.support.case_folder import PERSON, SPOUSE, exhibit, write_case

SUMMONS = """                           П О В Е С Т К А
                     о вызове на допрос

Кому: {who}

На основании ст. 188 УПК РФ Вам необходимо явиться «3» декабря 2026 г. к 11 час. 30 мин.
в каб. № 30 по адресу: г. Калуга, ул. Ленина, д. 7
к следователю Прошину Ю.В. для допроса в качестве свидетеля.

Следователь          (подпись)          Прошин Ю.В.
"""
CALL_UP = """Серия МВ  № 0418852
                              ПОВЕСТКА
Гражданке  Зиминой Анне Викторовне
На основании Федерального закона «О воинской обязанности и военной службе» Вы обязаны
«4» декабря 2026 г. к 9 часам явиться в военный комиссариат по адресу: г. Тамбов, ул. Заводская, д. 1.
Военный комиссар города Тамбова
"""


CHILD = '[[person]]\nid = "lev"\nname = { en = "Lev Zimin", ru = "Лев Зимин" }\nrole = "child"\n'


def case_day(folder: Path) -> date:
    return open_case(folder).assessed_on


def with_paper(folder: Path, text: str, *, issuer: str = "accuser") -> Case:
    case = write_case(folder, PERSON, exhibit(issuer=issuer), head={"assessed_on": "2026-11-28"})
    (case / "exhibits" / "1.txt").write_text(text, encoding="utf-8")
    return open_case(case)


def days(case: Case) -> list[Proposal]:
    return [one for one in proposals(case) if one.fact.startswith("day.")]


def test_a_summons_offers_its_day_and_hour_and_never_in_bulk(tmp_path: Path) -> None:
    (one,) = days(with_paper(tmp_path, SUMMONS.format(who="Зиминой Анне Викторовне")))
    assert (one.fact, one.value, one.at) == ("day.called", "2026-12-03", "11:30")
    assert one.quote == "«3» декабря 2026 г. к 11 час. 30 мин."
    assert not one.may_go_in_bulk


def test_a_confirmed_day_is_an_event_a_day_of_the_plan_and_an_entry_of_the_calendar(tmp_path: Path) -> None:
    case = with_paper(tmp_path, SUMMONS.format(who="Зиминой Анне Викторовне"))
    confirm(case, days(case)[0])
    case = open_case(tmp_path)
    (event,) = case.events
    assert (event.day, event.when and event.when.original, event.exhibits) == (
        NamedDay.CALLED,
        "2026-12-03",
        (("1", 1),),
    )
    assert check(case).open == ()
    (due,) = [one for one in time_limits(case) if one.rule.id == "day.called"]
    assert due.day is not None
    assert due.day.isoformat() == "2026-12-03"
    assert due.sentence.en == "Called to appear: 3 December 2026, Thursday, 11:30. Exhibit 1."
    assert any("адвокат" in one.ru for one in due.caveats)
    told = calendar_file([due], case_id="anna", on=case.assessed_on, language=Language.RU).decode()
    assert "DTSTART;VALUE=DATE:20261203" in told
    assert "11:30" in told
    assert days(case) == [], "what is on record is not offered again"


def test_the_dossier_says_what_to_do_before_the_day_in_both_languages(tmp_path: Path) -> None:
    case = with_paper(tmp_path, SUMMONS.format(who="Зиминой Анне Викторовне"))
    confirm(case, days(case)[0])
    for language, lawyer in ((Language.EN, "lawyer"), (Language.RU, "адвокат")):
        view = dossier_view(open_case(tmp_path), language=language)
        (one,) = [found for found in view.deadlines if found.named]
        assert lawyer in one.before[0]
        assert one.before[0] not in one.counting
        assert not [
            text for text in (*one.before, one.counting) if "safe" in text.lower() or "безопасн" in text.lower()
        ]


def test_a_call_to_the_commissariat_answers_the_question_about_it_too(tmp_path: Path) -> None:
    case = with_paper(tmp_path, CALL_UP)
    (one,) = days(case)
    assert (one.fact, one.at) == ("day.call_up", "09:00")
    confirm(case, one)
    case = open_case(tmp_path)
    assert [(found.fact, found.exhibit) for found in case.statements] == [("ru_summons_appear_date", "1")]
    assert {"day.call_up", "ru.exit.summons_sanctions"} <= {due.rule.id for due in time_limits(case)}


def test_a_summons_of_somebody_else_names_no_day_for_this_person(tmp_path: Path) -> None:
    assert days(with_paper(tmp_path, SUMMONS.format(who="Артюховой Полине Денисовне"))) == []
    same_first_name = SUMMONS.format(who="Артюховой Анне Денисовне")
    assert days(with_paper(tmp_path / "other", same_first_name)) == []


def test_the_day_of_a_spouse_or_child_is_offered_for_them_and_stands_in_the_plan_without_a_name(tmp_path: Path) -> None:
    for person, tables in (("oleg", (SPOUSE,)), ("lev", (SPOUSE, CHILD))):
        folder = tmp_path / person
        case = write_case(folder, PERSON, *tables, exhibit(issuer="accuser"), head={"assessed_on": "2026-11-28"})
        text = SUMMONS.format(who="Зимину Олегу Петровичу" if person == "oleg" else "Зимину Льву Олеговичу")
        (case / "exhibits" / "1.txt").write_text(text, encoding="utf-8")
        (one,) = days(open_case(folder))
        assert one.person == person
        confirm(open_case(folder), one)
        (due,) = [found for found in time_limits(open_case(folder)) if found.rule.id == "day.called"]
        assert due.rule.title.ru.endswith("(супруг или супруга)" if person == "oleg" else "(ребёнок)")
        told = calendar_file([due], case_id="anna", on=case_day(folder), language=Language.RU).decode()
        assert "Олег" not in told
        assert "Лев" not in told
        assert days(open_case(folder)) == []


def test_a_call_up_of_the_spouse_answers_the_spouses_question_and_not_the_principals(tmp_path: Path) -> None:
    case = write_case(tmp_path, PERSON, SPOUSE, exhibit(issuer="accuser"), head={"assessed_on": "2026-11-28"})
    text = CALL_UP.replace("Гражданке  Зиминой Анне Викторовне", "Гражданину  Зимину Олегу Петровичу")
    (case / "exhibits" / "1.txt").write_text(text, encoding="utf-8")
    (one,) = days(open_case(tmp_path))
    confirm(open_case(tmp_path), one)
    assert [(found.fact, found.person) for found in open_case(tmp_path).statements] == [
        ("ru_summons_appear_date", "oleg")
    ]


def test_a_paper_that_names_the_principal_and_another_of_the_case_is_the_principals(tmp_path: Path) -> None:
    case = write_case(tmp_path, PERSON, SPOUSE, exhibit(issuer="accuser"), head={"assessed_on": "2026-11-28"})
    both = SUMMONS.format(who="Зиминой Анне Викторовне").replace(
        "свидетеля.", "свидетеля по делу Зимина Олега Петровича."
    )
    (case / "exhibits" / "1.txt").write_text(both, encoding="utf-8")
    assert {one.person for one in days(open_case(tmp_path))} == {"anna"}


def test_a_day_that_was_declined_is_not_offered_again_and_nothing_is_written(tmp_path: Path) -> None:
    case = with_paper(tmp_path, SUMMONS.format(who="Зиминой Анне Викторовне"))
    before = case.home.text()
    decline(case, days(case)[0])
    assert days(open_case(tmp_path)) == []
    assert case.home.text() == before


def test_two_days_of_two_papers_do_not_contradict_each_other(tmp_path: Path) -> None:
    papers = (exhibit(issuer="accuser"), exhibit("2", issuer="accuser", file="exhibits/2.txt"))
    case = write_case(tmp_path, PERSON, *papers, head={"assessed_on": "2026-11-28"})
    first = SUMMONS.format(who="Зиминой Анне Викторовне")
    (case / "exhibits" / "1.txt").write_text(first, encoding="utf-8")
    (case / "exhibits" / "2.txt").write_text(first.replace("«3» декабря", "«9» декабря"), encoding="utf-8")
    offered = days(open_case(case))
    assert [(one.value, one.against) for one in offered] == [("2026-12-03", ()), ("2026-12-09", ())]


@pytest.mark.parametrize(
    "text", ["Справка\nВыдана 3 декабря 2026 г. для предъявления.", "Здравствуй! Увидимся 3 декабря."]
)
def test_a_paper_that_calls_nobody_names_no_day(tmp_path: Path, text: str) -> None:
    assert days(with_paper(tmp_path, text, issuer="neutral")) == []
