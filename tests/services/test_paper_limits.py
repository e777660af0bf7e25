"""The time to challenge that a paper names: counted from a day on record, beside the law's own, never without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.deadlines.model import Due
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.services.calendar_file import calendar_file
from pristan.services.cases import open_case
from pristan.services.checking import check_case
from pristan.services.paper_limits import set_day_of_service, wants_day_of_service
from pristan.services.proposals import Proposal, confirm, proposals
from pristan.services.removing import take_off_record
from pristan.services.time_limits import time_limits
from tests.support.case_folder import PERSON, SPOUSE, exhibit, fact, paper, told, write_case

RULING = """ПОСТАНОВЛЕНИЕ
по делу об административном правонарушении
г. Тамбов 2 ноября 2026 года
Судья Октябрьского районного суда г. Тамбова Лужин П.П., рассмотрев дело об административном правонарушении в отношении
{who},
УСТАНОВИЛ:
Лицо разместило запись.
ПОСТАНОВИЛ:
Признать виновным в совершении административного правонарушения, предусмотренного ч. 1 ст. 20.3.3 КоАП РФ, и назначить
штраф в размере 30 000 рублей.
Постановление может быть обжаловано в Тамбовский областной суд {period}.
Судья Лужин П.П.
"""
ANNA = "Зиминой Анны Викторовны, 1990 года рождения"
SERVED = "в течение 10 суток со дня вручения или получения копии постановления"
MADE = "в течение 10 суток со дня его вынесения"
REFUSAL = """Federal Office for Migration and Refugees
DECISION
in the asylum procedure of Anna Zimina, born 2 March 1990
Date: 2 November 2026
1. Refugee status is not granted.
An action against this decision may be brought before the Administrative Court of Berlin within two weeks of service
of this decision. The action must be lodged in writing.
"""


def case_with(folder: Path, text: str, *tables: str, issuer: str = "accuser", **keys: str) -> Case:
    more = "".join(f'{name} = "{value}"\n' for name, value in {"date": "2026-11-02", **keys}.items())
    case = write_case(folder, PERSON, exhibit(issuer=issuer, more=more), *tables, head={"assessed_on": "2026-11-05"})
    (case / "exhibits" / "1.txt").write_text(text, encoding="utf-8")
    return open_case(case)


def offered(case: Case) -> list[Proposal]:
    return [one for one in proposals(case) if one.limit is not None]


def confirmed(folder: Path, text: str, *tables: str, **keys: str) -> Due:
    case = case_with(folder, text, *tables, **keys)
    (one,) = offered(case)
    return limit_of(confirm(case, one))


def limit_of(case: Case) -> Due:
    (due,) = [one for one in time_limits(case) if one.rule.id == "limit.appeal"]
    return due


def test_a_paper_offers_the_time_that_it_names_in_words_and_never_in_bulk(tmp_path: Path) -> None:
    (one,) = offered(case_with(tmp_path, RULING.format(who=ANNA, period=SERVED)))
    assert one.words is not None
    assert one.words.en == "10 days from the day when the paper was handed over"
    assert one.quote.endswith(SERVED)
    assert not one.may_go_in_bulk


def test_without_the_day_of_the_start_no_day_is_counted_and_the_missing_day_is_named(tmp_path: Path) -> None:
    due = confirmed(tmp_path, RULING.format(who=ANNA, period=SERVED))
    assert due.day is None
    assert "The day when the paper was handed over is not known, so no day is counted." in due.sentence.en
    assert "бумагу вручили" in due.sentence.ru
    assert b"BEGIN:VEVENT" not in calendar_file(
        [due], case_id="anna", on=load_case(tmp_path).assessed_on, language=Language.EN
    )


def test_the_day_it_reached_the_person_gives_the_last_day_with_its_counting(tmp_path: Path) -> None:
    confirmed(tmp_path, RULING.format(who=ANNA, period=SERVED))
    case = load_case(tmp_path)
    assert wants_day_of_service(case, "1")
    due = limit_of(set_day_of_service(case, "1", "2026-11-04"))
    assert str(due.day) == "2026-11-14"
    assert "4 November 2026 + 10 days = 14 November 2026, a Saturday" in due.sentence.en
    assert "keep the first day" in due.sentence.en
    assert not wants_day_of_service(load_case(tmp_path), "1")


def test_a_day_before_the_paper_was_made_is_refused_and_another_day_takes_the_place_of_the_first(
    tmp_path: Path,
) -> None:
    confirmed(tmp_path, RULING.format(who=ANNA, period=SERVED))
    with pytest.raises(CaseError, match="before the date of the paper"):
        set_day_of_service(load_case(tmp_path), "1", "2026-10-30")
    set_day_of_service(load_case(tmp_path), "1", "2026-11-04")
    assert str(limit_of(set_day_of_service(load_case(tmp_path), "1", "2026-11-03")).day) == "2026-11-13"


def test_a_time_from_the_making_runs_from_the_date_of_the_paper(tmp_path: Path) -> None:
    due = confirmed(tmp_path, RULING.format(who=ANNA, period=MADE))
    assert str(due.day) == "2026-11-12"


def test_a_paper_that_names_no_start_gives_no_day(tmp_path: Path) -> None:
    due = confirmed(tmp_path, RULING.format(who=ANNA, period="в течение 10 суток"))
    assert due.day is None
    assert "does not say from which day" in due.sentence.en


def in_germany(folder: Path, refusal: str, received: str) -> Due:
    tables = (fact("where_now", told("DE")), fact("asylum_refusal_served_date", paper(received)))
    return confirmed(folder, refusal, *tables, issuer="host_state", received=received)


def test_a_refusal_of_the_host_state_is_counted_beside_the_laws_own_day(tmp_path: Path) -> None:
    due = in_germany(tmp_path, REFUSAL, "2026-11-04")
    assert str(due.earliest) == "2026-11-18"
    (law,) = [one for one in time_limits(load_case(tmp_path)) if one.rule.id == "de.court_action"]
    assert law.earliest == due.earliest
    assert law.rule.title.en in due.sentence.en
    assert due.day == law.day, "the precaution that the law's own rule keeps holds for the paper too"


def test_where_paper_and_law_differ_the_earlier_day_is_the_one_to_plan_by(tmp_path: Path) -> None:
    due = in_germany(tmp_path, REFUSAL.replace("two weeks", "three weeks"), "2026-11-04")
    assert str(due.earliest) == "2026-11-25"
    assert due.day is not None
    assert due.earliest is not None
    assert due.day < due.earliest
    assert "Keep the earlier day" in due.sentence.en
    assert "Держитесь более раннего дня" in due.sentence.ru


def test_a_paper_about_somebody_else_or_of_a_friend_gives_no_time(tmp_path: Path) -> None:
    other = RULING.format(who="Артюховой Полины Денисовны", period=SERVED)
    assert offered(case_with(tmp_path / "a", other)) == []
    assert offered(case_with(tmp_path / "b", RULING.format(who=ANNA, period=SERVED), issuer="witness")) == []


def test_the_time_of_a_spouses_paper_stands_in_the_plan_of_the_case_and_says_whose_it_is(tmp_path: Path) -> None:
    text = RULING.format(who="Зимина Олега Петровича", period=MADE)
    case = case_with(tmp_path, text, SPOUSE)
    (one,) = offered(case)
    assert one.person == "oleg"
    due = limit_of(confirm(case, one))
    assert "(spouse)" in due.rule.title.en
    assert str(due.day) == "2026-11-12"
    assert "Олег" not in due.rule.title.ru + due.sentence.ru, "a calendar file names nobody"


def test_it_goes_with_its_paper_and_its_case_has_nothing_to_mend(tmp_path: Path) -> None:
    confirmed(tmp_path, RULING.format(who=ANNA, period=MADE))
    assert offered(load_case(tmp_path)) == [], "what is on record is not offered again"
    assert check_case(load_case(tmp_path)).open == ()
    take_off_record(load_case(tmp_path).home, "1")
    assert load_case(tmp_path).limits == ()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("from", '["sometime"]', "Write any of: served"), ("length", '"ten days"', "is not a duration")],
)
def test_a_wrong_entry_of_the_case_file_says_what_fits(tmp_path: Path, key: str, value: str, said: str) -> None:
    good = {"exhibit": '"1"', "quote": '"within 10 days"', "length": '"P10D"', "from": '["served"]'}
    table = "[[limit]]\n" + "\n".join(f"{name} = {one}" for name, one in {**good, key: value}.items()) + "\n"
    case = write_case(tmp_path, PERSON, exhibit(), table, files=("exhibits/1.txt",))
    with pytest.raises(CaseError, match=said):
        load_case(case)
