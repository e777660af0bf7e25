"""Adopted entries keep what they were, drafts nothing; the owner can purge it; the log stays and tells no secret."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from pristan.case.loader import CaseFaults
from pristan.services.case_file import append_tables
from pristan.storage import cases, drafts, history, log
from pristan.storage.home import VaultHome
from pristan.storage.models import LogRow
from tests.storage.conftest import case_text
from tests.support.case_folder import fact, told

SAID = fact("where_now", told("GE"))


@pytest.fixture
def home_with_fact(home: VaultHome) -> VaultHome:
    append_tables(home, SAID)
    return home


def test_adding_an_answer_leaves_no_history(home_with_fact: VaultHome) -> None:
    append_tables(home_with_fact, fact("left_russia", told("2022-03")))
    append_tables(home_with_fact, fact("where_now", told("AM")))  # a second word on the same question
    assert history.changes(home_with_fact.case_id) == ()


def test_a_changed_answer_keeps_old_value_who_when_and_why(home_with_fact: VaultHome) -> None:
    text = home_with_fact.text()
    lawyer = cases.home_of(home_with_fact.case_id, who="lawyer", why="moved on 3 May")
    lawyer.replace(text.replace('"GE"', '"AM"'), expected=text)
    (change,) = history.changes(home_with_fact.case_id)
    assert (change.kind, change.key) == ("fact", ("", "where_now", ""))
    assert change.old[0]["says"] == [{"value": "GE", "by": "person"}]
    assert change.new[0]["says"] == [{"value": "AM", "by": "person"}]
    assert (change.who, change.why) == ("lawyer", "moved on 3 May")


def test_an_answer_taken_out_and_one_of_the_head_are_kept_too(home_with_fact: VaultHome) -> None:
    text = home_with_fact.text()
    home_with_fact.replace(text.replace(SAID, "").replace("2026-11-20", "2026-11-21"), expected=text)
    told_of = {(one.kind, one.new is None) for one in history.changes(home_with_fact.case_id)}
    assert told_of == {("fact", True), ("assessed_on", False)}


def test_an_answer_that_would_not_read_leaves_no_trace(home_with_fact: VaultHome) -> None:
    version = cases.case_line(home_with_fact.case_id).version
    with pytest.raises(CaseFaults):
        append_tables(home_with_fact, fact("where_now", told("somewhere")))
    assert history.changes(home_with_fact.case_id) == ()
    assert cases.case_line(home_with_fact.case_id).version == version


def test_the_owner_purges_the_history_and_the_log_keeps_only_that_it_happened(home_with_fact: VaultHome) -> None:
    text = home_with_fact.text()
    home_with_fact.replace(text.replace('"GE"', '"AM"'), expected=text)
    assert history.purge(home_with_fact.case_id) == 1
    assert history.changes(home_with_fact.case_id) == ()
    assert log.logged(home_with_fact.case_id)[0].what.en == "The history of changes was deleted."
    assert "GE" not in str(list(LogRow.objects.values()))


def test_a_draft_is_written_over_and_leaves_nothing(home: VaultHome) -> None:
    drafts.keep_draft(home.case_id, "where_now", "Грузия")
    drafts.keep_draft(home.case_id, "where_now", "Армения")
    assert drafts.draft(home.case_id, "where_now") == "Армения"
    assert history.changes(home.case_id) == ()
    drafts.keep_draft(home.case_id, "where_now", "")
    assert drafts.draft(home.case_id, "where_now") is None


def test_the_log_is_only_added_to(home: VaultHome) -> None:
    for action in (LogRow.objects.all().delete, lambda: LogRow.objects.update(who="nobody")):
        with pytest.raises(IntegrityError, match="only added to"):
            action()


def test_the_log_outlives_a_case_and_names_nothing_of_it(home: VaultHome) -> None:
    secret = cases.begin_case(case_text(name="ivan-petrov-kazan"))
    cases.home_of(secret).put("exhibits/донос.txt", b"x")
    cases.delete_case(secret)
    assert [one.what.ru for one in log.logged(secret)] == [
        "Дело удалено навсегда.", "В дело положена бумага.", "Дело начато."
    ]  # fmt: skip
    rows = str(list(LogRow.objects.values()))
    assert "petrov" not in rows
    assert "донос" not in rows
