"""What the law of another day changes for a case, and which changes are named as deciding it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pristan.case.model import Case
from pristan.kernel.errors import CaseError
from pristan.law.model import LawBase
from pristan.services import assessing
from pristan.services.because import Because
from pristan.services.because_words import said
from pristan.services.cases import open_case
from pristan.services.law_days import changes_between
from tests.support.case_folder import PERSON, fact, item, scenario, told, write_case
from tests.support.records import AUTHORITY, element, law, record, version

ROUTE = {"role": '"route"', "does": '"stops_return"', "place": '{ country = "US", params = [] }'}
BAR = {"role": '"bar"', "raised_by": '"statute"'}
HERE = element(own_word='"settles"')
PASSED = element(
    "passed",
    answered_by='{ predicate = "days_passed", period = "P1Y", since = "left_russia" }',
    own_word='"settles"',
)
EARLY, LATE = date(2025, 1, 1), date(2026, 1, 1)
CHANGE, LATER = "2025-03-01", "2025-09-01"
Use = Callable[..., LawBase]


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Use:
    """Put a small law in the place of the shipped one."""

    def made(**records: str) -> LawBase:
        base = law(tmp_path / "law", **records)
        monkeypatch.setattr(assessing, "law_in_use", lambda: base)
        return base

    return made


def a_case(folder: Path, *tables: str) -> Case:
    return open_case(write_case(folder / "case", PERSON, fact("where_now", told("US")), *tables))


def changing(name: str = "xx.one", **more: str) -> str:
    """A route that asks the opposite from the day of the change on."""
    old = version(HERE, test='"here"', from_=None, until=CHANGE, **more)
    return record(name, old, version(HERE, test='{ not = "here" }', from_=CHANGE, **more), **ROUTE)


def barred_by(*bars: str, filed: bool = False) -> str:
    """A route that is open but for these bars."""
    named = ", ".join(f'"{one}"' for one in bars)
    dates = {"dates": '{ filed = "us_asylum_filed" }'} if filed else {}
    return record("xx.one", version(HERE, bars=f"[{named}]"), **ROUTE, **dates)


def named(because: Because) -> list[tuple[tuple[str, ...], bool]]:
    """The sets: ids of rules, and whether time is among them."""
    return [(tuple(one.rule for one in some.rules), some.time) for some in because.sets]


# the versions that decide


def test_a_conclusion_that_changes_is_explained_by_the_version_that_begins(tmp_path: Path, use: Use) -> None:
    use(xx__one=changing())
    (one,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert (one.kind, one.id, one.item, one.before, one.after) == ("route", "xx.one", None, "open", "closed")
    (why,) = said(one.because)
    assert why.lead.en == "Without this it would be the same:"
    (change,) = why.changes
    assert change.en == (
        "words [xx.one]. First: in force until 2025-03-01 (Act 1 s. 2). Then: in force from 2025-03-01 (Act 1 s. 2)."
    )
    assert change.ru == (
        "слова [xx.one]. Сначала: действует до 2025-03-01 (Act 1 s. 2). Затем: действует с 2025-03-01 (Act 1 s. 2)."
    )


def test_a_version_is_named_by_the_authority_that_it_does_not_share(tmp_path: Path, use: Use) -> None:
    order = AUTHORITY.replace("Act 1 s. 2", "Order 7")
    old = version(HERE, from_=None, until=CHANGE)
    new = version(HERE, test='{ not = "here" }', from_=CHANGE, authority=AUTHORITY + order)
    use(xx__one=record("xx.one", old, new, **ROUTE))
    (one,) = changes_between(a_case(tmp_path), EARLY, LATE)
    ((change,),) = (some.changes for some in said(one.because))
    assert change.en.endswith(
        "First: in force until 2025-03-01 (Act 1 s. 2). Then: in force from 2025-03-01 (Order 7)."
    )


def test_the_two_days_may_stand_in_either_order(tmp_path: Path, use: Use) -> None:
    use(xx__one=changing())
    (back,) = changes_between(a_case(tmp_path), LATE, EARLY)
    assert (back.before, back.after) == ("closed", "open")
    ((change,),) = (one.rules for one in back.because.sets)
    assert [one.since for one in change.was if one] == [date(2025, 3, 1)]
    assert [one.until for one in change.now if one] == [date(2025, 3, 1)]


def test_nothing_changes_between_days_of_one_version(tmp_path: Path, use: Use) -> None:
    use(xx__one=changing())
    case = a_case(tmp_path)
    assert changes_between(case, date(2025, 3, 1), LATE) == ()
    assert changes_between(case, EARLY, date(2025, 2, 28)) == ()


def test_only_the_rule_that_decides_is_named_of_all_that_change_below_a_route(tmp_path: Path, use: Use) -> None:
    use(
        xx__one=barred_by("xx.bar", "xx.other", "xx.alike"),
        xx__bar=record("xx.bar", version(HERE, from_=CHANGE), **BAR),
        xx__other=record("xx.other", version(HERE, test='{ not = "here" }', from_=CHANGE), **BAR),
        xx__alike=record(
            "xx.alike",
            version(HERE, test='{ not = "here" }', from_=None, until=CHANGE),
            version(HERE, test='{ not = "here" }', from_=CHANGE),
            **BAR,
        ),
    )
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert (found.before, found.after) == ("open", "closed")
    assert named(found.because) == [(("xx.bar",), False)]


def test_two_bars_of_which_each_is_enough_stand_in_one_set(tmp_path: Path, use: Use) -> None:
    bars = {f"xx__{name}": record(f"xx.{name}", version(HERE, from_=CHANGE), **BAR) for name in ("bar", "other")}
    use(xx__one=barred_by("xx.bar", "xx.other"), **bars)
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert named(found.because) == [(("xx.bar", "xx.other"), False)]
    assert said(found.because)[0].lead.ru == "Без всего этого вместе вывод был бы тем же:"


def test_two_changes_of_which_both_are_needed_stand_in_a_set_each(tmp_path: Path, use: Use) -> None:
    needed = version(HERE, test='{ any = ["xx.a", "xx.b"] }')
    parts = {
        f"xx__{name}": record(f"xx.{name}", version(HERE, test='"here"', from_=None, until=CHANGE))
        for name in ("a", "b")
    }
    use(xx__one=record("xx.one", needed, **ROUTE), **parts)
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert named(found.because) == [(("xx.a",), False), (("xx.b",), False)]
    assert [one.lead.en for one in said(found.because)] == ["Without this it would be the same:", "Or without this:"]


def test_of_a_rule_that_changed_twice_the_step_that_decides_is_named(tmp_path: Path, use: Use) -> None:
    steps = (
        version(HERE, test='"here"', from_=None, until=CHANGE),
        version(HERE, test='{ not = "here" }', from_=CHANGE, until=LATER),
        version(HERE, test='{ all = [{ not = "here" }, { not = "here" }] }', from_=LATER),
    )
    use(xx__one=record("xx.one", *steps, **ROUTE))
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    ((change,),) = (one.rules for one in found.because.sets)
    assert [(one.since, one.until) for one in change.was if one] == [(None, date(2025, 3, 1))]
    assert [(one.since, one.until) for one in change.now if one] == [(date(2025, 3, 1), date(2025, 9, 1))]


def test_a_version_that_came_and_went_between_the_days_is_not_named(tmp_path: Path, use: Use) -> None:
    gone = record("xx.gone", version(HERE, from_=CHANGE, until=LATER), **BAR)
    use(
        xx__one=barred_by("xx.gone", "xx.bar"),
        xx__gone=gone,
        xx__bar=record("xx.bar", version(HERE, from_=LATER), **BAR),
    )
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert named(found.because) == [(("xx.bar",), False)]


# the case's own dates


def test_a_version_that_the_day_of_filing_keeps_from_the_case_is_not_named(tmp_path: Path, use: Use) -> None:
    by_filing = version(HERE, from_=CHANGE, selected_by='"filed"')
    records = {
        "xx__one": barred_by("xx.filed", "xx.bar", filed=True),
        "xx__filed": record("xx.filed", by_filing, **BAR),
        "xx__bar": record("xx.bar", version(HERE, from_=CHANGE), **BAR),
    }
    use(**records)
    filed_before = a_case(tmp_path, fact("us_asylum_filed", told("2024-05-01")))
    (found,) = changes_between(filed_before, EARLY, LATE)
    assert named(found.because) == [(("xx.bar",), False)]
    not_filed = a_case(tmp_path / "other")
    (found,) = changes_between(not_filed, EARLY, LATE)
    assert named(found.because) == [(("xx.filed", "xx.bar"), False)]


def test_a_filing_between_the_days_keeps_its_version_on_both(tmp_path: Path, use: Use) -> None:
    by_filing = record("xx.filed", version(HERE, from_=CHANGE, selected_by='"filed"'), **BAR)
    use(xx__one=barred_by("xx.filed", filed=True), xx__filed=by_filing)
    case = a_case(tmp_path, fact("us_asylum_filed", told("2025-06-01")))
    assert changes_between(case, EARLY, LATE) == ()


# the courts


def test_a_court_that_stops_a_version_explains_the_change(tmp_path: Path, use: Use) -> None:
    stopped = (
        f'[ {{ state = "vacated", from = {CHANGE}, cite = "A v. B" }}, '
        '{ state = "appealed", from = 2025-04-01, cite = "B v. A" } ]'
    )
    use(xx__one=record("xx.one", version(HERE, litigation=stopped), **ROUTE))
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    ((change,),) = (one.rules for one in found.because.sets)
    assert [one.cite for one in change.courts] == ["A v. B"]
    (text,) = said(found.because)[0].changes
    assert text.en.endswith("Then: not in force. In the courts: vacated, from 2025-03-01 (A v. B).")


def test_what_an_act_brings_before_it_was_passed_is_no_matter_of_the_courts(tmp_path: Path, use: Use) -> None:
    bill = f'[ {{ state = "not_yet_law", until = {CHANGE}, cite = "Bill 1" }} ]'
    use(xx__one=record("xx.one", version(HERE, litigation=bill), **ROUTE))
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    (text,) = said(found.because)[0].changes
    assert text.en.endswith(" As a law: announced, not yet law, until 2025-03-01 (Bill 1).")
    assert text.ru.endswith(" Как закон: объявлено, ещё не закон, до 2025-03-01 (Bill 1).")


@pytest.mark.parametrize(("state", "told"), [("not_yet_law", False), ("stayed", True)])
def test_a_bill_is_not_told_as_a_rule_that_is_contested_in_the_courts(
    tmp_path: Path, use: Use, state: str, told: bool
) -> None:
    before = f'[ {{ state = "{state}", until = {CHANGE}, cite = "Bill 1" }} ]'
    use(xx__one=record("xx.one", version(HERE, litigation=before), **ROUTE))
    (route,) = assessing.assess_case(a_case(tmp_path), on=EARLY, moves=False).routes
    assert ("litigation" in route.warnings) is told


def test_a_state_in_the_courts_that_stops_nothing_is_not_named(tmp_path: Path, use: Use) -> None:
    appealed = f'[ {{ state = "appealed", from = {CHANGE}, cite = "A v. B" }} ]'
    use(
        xx__one=barred_by("xx.bar", "xx.other"),
        xx__bar=record("xx.bar", version(HERE, from_=CHANGE), **BAR),
        xx__other=record("xx.other", version(HERE, test='{ not = "here" }', litigation=appealed), **BAR),
    )
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert named(found.because) == [(("xx.bar",), False)]


# time


def test_where_only_time_has_passed_nothing_but_time_is_named(tmp_path: Path, use: Use) -> None:
    use(xx__one=record("xx.one", version(PASSED, test='"passed"'), **ROUTE))
    case = a_case(tmp_path, fact("left_russia", told("2025-01-01")))
    (found,) = changes_between(case, date(2025, 6, 1), date(2026, 6, 1))
    assert (found.before, found.after) == ("closed", "open")
    assert named(found.because) == [((), True)]
    assert said(found.because)[0].changes[0].en.startswith("the time that passed:")


def test_time_and_a_new_version_that_each_are_enough_are_named_together(tmp_path: Path, use: Use) -> None:
    one = version(HERE, PASSED, bars='["xx.late", "xx.new"]', test='"here"')
    use(
        xx__one=record("xx.one", one.replace(PASSED, ""), **ROUTE),
        xx__late=record("xx.late", version(PASSED, test='"passed"'), **BAR),
        xx__new=record("xx.new", version(HERE, from_="2025-09-01"), **BAR),
    )
    case = a_case(tmp_path, fact("left_russia", told("2025-01-01")))
    (found,) = changes_between(case, date(2025, 6, 1), date(2026, 6, 1))
    assert named(found.because) == [(("xx.new",), True)]


# what is compared


def test_an_effect_is_compared_for_each_charge(tmp_path: Path, use: Use) -> None:
    stage = element("stage", answered_by='{ fact = "charge.stage", is = ["final"] }', own_word='"settles"')
    ground = '[[version.ground]]\nrule = "xx.ground"\nkind = "discretionary"\n'
    effect = record(
        "xx.effect", version(stage, ground, test=None), role='"effect"', place='{ country = "US", params = [] }'
    )
    use(
        xx__effect='per = "charge"\n' + effect,
        xx__ground=record("xx.ground", version(stage, test='"stage"', from_=CHANGE)),
    )
    case = a_case(
        tmp_path,
        item("charge", "c1"),
        item("charge", "c2"),
        fact("charge.stage", told("final"), item="c1"),
        fact("charge.stage", told("charged"), item="c2"),
    )
    (found,) = changes_between(case, EARLY, LATE)
    assert (found.kind, found.id, found.item, found.before, found.after) == (
        "effect",
        "xx.effect",
        "c1",
        "none",
        "can_weigh",
    )
    assert named(found.because) == [(("xx.ground",), False)]


def test_a_scenario_is_compared_with_itself(tmp_path: Path, use: Use) -> None:
    use(xx__one=changing())
    case = a_case(tmp_path, scenario("away", 'fact = "where_now", value = "GE"'))
    (found,) = changes_between(case, EARLY, LATE, scenario="away")
    assert (found.before, found.after) == ("closed", "open")
    assert named(found.because) == [(("xx.one",), False)]
    with pytest.raises(CaseError, match="no scenario"):
        changes_between(case, EARLY, LATE, scenario="gone")


def test_changes_that_are_too_many_to_be_told_apart_are_all_named_and_that_is_said(tmp_path: Path, use: Use) -> None:
    names = [f"bar{number}" for number in range(12)]
    bars = {f"xx__{name}": record(f"xx.{name}", version(HERE, from_=CHANGE), **BAR) for name in names}
    use(xx__one=barred_by(*(f"xx.{name}" for name in names)), **bars)
    (found,) = changes_between(a_case(tmp_path), EARLY, LATE)
    assert not found.because.exact
    assert len(found.because.sets[0].rules) == 12
    assert "was not worked out" in said(found.because)[0].lead.en
