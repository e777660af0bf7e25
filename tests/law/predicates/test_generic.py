"""Predicates over dates, counts and articles: the boundary day decides, and what is missing is named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.kernel.answers import Answer
from pristan.kernel.durations import Duration, add
from pristan.kernel.errors import RuleError
from pristan.law.predicates.generic import (
    article_in,
    at_least,
    date_before,
    date_on_or_after,
    days_passed,
    filed_later_than,
    known,
    number_at_least,
    same_value,
    still_in_time,
)
from pristan.law.predicates.registry import Outcome
from tests.support.facts import TODAY, Record, dated

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
PERIODS = st.sampled_from(["P1Y", "P3M", "P10D", "P2W", "PT48H"])


def filed(came: str | None, day: str | None, *, period: str = "P1Y", on: date = TODAY) -> Outcome:
    return filed_later_than(dated(on, came=came, filed=day), period=period, counts_from="came", filed="filed")


def in_time(came: str | None, day: str | None, *, on: date = TODAY) -> Outcome:
    return still_in_time(dated(on, came=came, filed=day), period="P1Y", since="came", filed="filed")


# a period and its last day


@pytest.mark.parametrize(
    ("came", "day", "late"),
    [
        ("2025-04-09", "2026-04-08", NOT_MET),
        ("2025-04-09", "2026-04-09", NOT_MET),  # the anniversary itself: the day of arrival is not counted
        ("2025-04-09", "2026-04-10", MET),
        ("2024-02-29", "2025-02-28", NOT_MET),  # a year without 29 February ends on the 28th
        ("2024-02-29", "2025-03-01", MET),
        ("2023-02-28", "2024-02-28", NOT_MET),
        ("2023-02-28", "2024-02-29", MET),  # a leap day after the anniversary is one day late
        ("2023-03-01", "2024-03-01", NOT_MET),
        ("2025-04-09", "2025-04-08", NOT_MET),  # filed before arriving is not late
    ],
)
def test_the_anniversary_is_in_time_and_the_day_after_is_late(came: str, day: str, late: Answer) -> None:
    assert filed(came, day).answer is late
    assert in_time(came, day).answer is late.negated


@pytest.mark.parametrize(
    ("came", "day", "period", "late"),
    [
        ("2025-01-31", "2025-02-28", "P1M", NOT_MET),
        ("2025-01-31", "2025-03-01", "P1M", MET),
        ("2025-01-01", "2025-01-11", "P10D", NOT_MET),
        ("2025-01-01", "2025-01-12", "P10D", MET),
        ("2025-01-01", "2025-01-15", "P2W", NOT_MET),
        ("2025-01-01", "2025-01-16", "P2W", MET),
    ],
)
def test_months_weeks_and_days_are_counted_from_the_day_after(came: str, day: str, period: str, late: Answer) -> None:
    assert filed(came, day, period=period).answer is late


@given(DAYS, DAYS, PERIODS)
def test_of_two_exact_days_one_is_always_in_time_or_late(came: date, day: date, period: str) -> None:
    record = dated(came=came.isoformat(), filed=day.isoformat())
    found = filed_later_than(record, period=period, counts_from="came", filed="filed")
    assert found.answer is (MET if day > add(came, Duration.parse(period)) else NOT_MET)
    assert found.needs == ()


def test_what_is_not_filed_yet_is_judged_as_if_filed_on_the_day_of_assessment() -> None:
    assert filed("2025-11-20", None, on=date(2026, 11, 20)).answer is NOT_MET
    assert filed("2025-11-20", None, on=date(2026, 11, 21)).answer is MET


# dates known in part


@pytest.mark.parametrize(
    ("came", "day", "late", "needs"),
    [
        ("2025-04", "2026-03-31", NOT_MET, ()),
        ("2025-04", "2026-04-01", NOT_MET, ()),  # in time whichever day of April it was
        ("2025-04", "2026-04-02", UNKNOWN, ("came",)),
        ("2025-04", "2026-04-30", UNKNOWN, ("came",)),
        ("2025-04", "2026-05-01", MET, ()),
        ("2025-04-09", "2026-04", UNKNOWN, ("filed",)),
        ("2025-04", "2026-04", UNKNOWN, ("came", "filed")),
        ("2025", "2027", MET, ()),
        ("2025-04-09/..", "2026-04-09", UNKNOWN, ("came",)),
        (None, "2026-04-09", UNKNOWN, ("came",)),
        ("[2025-04-09,2025-05-09]", "2026-05-10", MET, ()),
        ("[2025-04-09,2025-05-09]", "2026-04-20", UNKNOWN, ("came",)),
        ("2025-04-09~", "2026-04-01", NOT_MET, ()),  # even a week earlier it is in time
        ("2025-04-09~", "2026-04-09", UNKNOWN, ("came",)),
    ],
)
def test_a_date_known_in_part_answers_only_if_every_day_it_can_mean_agrees(
    came: str | None, day: str, late: Answer, needs: tuple[str, ...]
) -> None:
    assert filed(came, day) == Outcome(late, needs)


def test_an_open_date_still_to_be_filed_names_only_what_is_open() -> None:
    assert filed("2025-11", None, on=date(2026, 11, 20)).needs == ("came",)


@pytest.mark.parametrize(("came", "day"), [("2025-04-09?", "2030-01-01"), ("2025-04-09%", "2030-01-01")])
def test_a_doubted_date_can_mean_any_day(came: str, day: str) -> None:
    assert filed(came, day) == Outcome(UNKNOWN, ("came",))
    assert in_time(came, day) == Outcome(UNKNOWN, ("came",))


def test_a_doubted_day_of_filing_is_the_one_named() -> None:
    assert filed("2025-04-09", "2025-05-01?") == Outcome(UNKNOWN, ("filed",))


@st.composite
def told(draw: st.DrawFn) -> tuple[str, date]:
    """A date known in part, and one of the days that it means."""
    day = draw(DAYS)
    return draw(st.sampled_from([day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"])), day


@given(told(), told(), PERIODS)
def test_a_date_told_more_closely_never_turns_the_answer_round(
    came: tuple[str, date], day: tuple[str, date], period: str
) -> None:
    def late(first: str, second: str) -> Outcome:
        return filed_later_than(dated(came=first, filed=second), period=period, counts_from="came", filed="filed")

    loose = late(came[0], day[0])
    exact = late(came[1].isoformat(), day[1].isoformat())
    assert loose.answer in (UNKNOWN, exact.answer)
    assert (loose.answer is UNKNOWN) == bool(loose.needs)
    assert all(name in ("came", "filed") for name in loose.needs)


@given(told(), told())
def test_being_in_time_is_the_opposite_of_being_late(came: tuple[str, date], day: tuple[str, date]) -> None:
    late, early = filed(came[0], day[0]), in_time(came[0], day[0])
    assert early == Outcome(late.answer.negated, late.needs)


# a period that has run


@pytest.mark.parametrize(
    ("since", "on", "passed"),
    [
        ("2026-05-24", date(2026, 11, 20), NOT_MET),
        ("2026-05-20", date(2026, 11, 20), NOT_MET),  # the last day of the six months has not passed yet
        ("2026-05-19", date(2026, 11, 20), MET),
        ("2026-05", date(2026, 11, 20), UNKNOWN),
        ("2026-05", date(2026, 12, 1), MET),
        ("2026-05-01?", date(2030, 1, 1), UNKNOWN),
        (None, date(2026, 11, 20), UNKNOWN),
    ],
)
def test_a_period_has_passed_only_after_its_last_day(since: str | None, on: date, passed: Answer) -> None:
    found = days_passed(dated(on, since=since), period="P6M", since="since")
    assert found == Outcome(passed, ("since",) if passed is UNKNOWN else ())


# a day before or after a fixed one


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2022-09-15", MET),
        ("2022-09-16", NOT_MET),
        ("2022-09", UNKNOWN),
        ("2022-08", MET),
        ("2022", UNKNOWN),
        ("2023", NOT_MET),
        ("../2022-09-10", MET),
        ("2022-09-10/..", UNKNOWN),
        ("2022-09-20/..", NOT_MET),
        ("2022-09-01~", MET),
        ("2022-09-12~", UNKNOWN),
        ("2000-01-01?", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_the_fixed_day_itself_is_not_before_but_on_or_after(day: str | None, before: Answer) -> None:
    needs = ("left",) if before is UNKNOWN else ()
    record = dated(left=day)
    assert date_before(record, fact="left", day="2022-09-16") == Outcome(before, needs)
    assert date_on_or_after(record, fact="left", day="2022-09-16") == Outcome(before.negated, needs)


@given(DAYS, DAYS)
def test_an_exact_day_is_before_another_or_not(day: date, limit: date) -> None:
    found = date_before(dated(left=day.isoformat()), fact="left", day=limit.isoformat())
    assert found.answer is (MET if day < limit else NOT_MET)


@pytest.mark.parametrize("predicate", [date_before, date_on_or_after])
def test_a_record_with_a_day_that_is_none_is_our_fault(predicate: Any) -> None:
    with pytest.raises(RuleError, match=r'"16.09.2022" is not a day. Write 2022-09-16'):
        predicate(dated(left="2022"), fact="left", day="16.09.2022")


def test_a_record_with_a_period_that_is_none_is_our_fault() -> None:
    with pytest.raises(RuleError, match=r'"1 year" is not a duration'):
        filed("2025-04-09", None, period="1 year")


# on record, numbers, counts, equal values


def test_nothing_on_record_is_unknown_and_never_no() -> None:
    assert known(dated(), fact="left") == Outcome(UNKNOWN, ("left",))
    assert known(dated(left="2022"), fact="left").answer is MET
    assert known(Record({"saw": False}), fact="saw").answer is MET


@pytest.mark.parametrize(("value", "expected"), [(11.9, NOT_MET), (12, MET), (12.1, MET), (0, NOT_MET)])
def test_a_least_number_includes_itself(value: float, expected: Answer) -> None:
    assert number_at_least(Record({"months": value}), fact="months", least=12).answer is expected


def test_an_unasked_number_is_not_zero() -> None:
    assert number_at_least(Record({}), fact="months", least=0) == Outcome(UNKNOWN, ("months",))


@given(st.lists(st.sampled_from([True, False, None]), max_size=6), st.integers(0, 6))
def test_enough_yes_is_decided_as_soon_as_the_rest_cannot_change_it(values: list[bool | None], count: int) -> None:
    names = [f"f{number}" for number in range(len(values))]
    record = Record({name: value for name, value in zip(names, values, strict=True) if value is not None})
    found = at_least(record, count=count, facts=names)
    yes, open_ = values.count(True), values.count(None)
    expected = MET if yes >= count else NOT_MET if yes + open_ < count else UNKNOWN
    assert found.answer is expected
    unanswered = tuple(name for name, value in zip(names, values, strict=True) if value is None)
    assert found.needs == (unanswered if expected is UNKNOWN else ())


@pytest.mark.parametrize(
    ("values", "expected", "needs"),
    [
        ({"a": "RU", "b": "RU"}, MET, ()),
        ({"a": "RU", "b": "US"}, NOT_MET, ()),
        ({"a": "RU"}, UNKNOWN, ("b",)),
        ({"b": "RU"}, UNKNOWN, ("a",)),
        ({}, UNKNOWN, ("a", "b")),
    ],
)
def test_two_facts_are_equal_only_if_both_are_known(
    values: dict[str, Any], expected: Answer, needs: tuple[str, ...]
) -> None:
    assert same_value(Record(values), fact="a", other="b") == Outcome(expected, needs)


# articles


def cited(text: str | None, *articles: str) -> Answer:
    values = {} if text is None else {"article": text}
    return article_in(Record(values), fact="article", articles=list(articles)).answer


@pytest.mark.parametrize(
    "text",
    [
        "УК 228.1",
        "УК РФ 228.1",
        "228.1",
        "УК 228.1 ч.4",
        "УК 228.1 ч. 4 п. «г»",
        "228.1ч4",
        "ст. 228.1 УК РФ",
        "ст.228.1 УК РФ",
        "ст.228.1",
        "ч.4 ст.228.1 УК РФ",
        "ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ",
        "ч.3 ст.30 - п.«г» ч.4 ст.228.1 УК РФ",
        "ч. 3 ст. 30 — п. г ч. 4 ст. 228.1 ук рф",
        'п.п. "а", "г" ч. 4 ст. 228.1 УК РФ',
        "пп. «а, г» ч. 4 ст. 228.1",
        "пункт «г» части 4 статьи 228.1 Уголовного кодекса",
        "ст.ст. 30, 228.1, 174 УК РФ",
        "УК 30/228.1",
        "228¹ УК РФ",
        "ст. 228-1 УК РФ",
        "сбыт (ст. 228.1 УК РФ)",
        "228.1(4)(г)",
        "CC 30(3), 228.1(4)(г)",
        "part 4 of article 228.1",
        "СТ. 228.1 УК РФ",
    ],
)
def test_an_article_is_found_however_it_is_written(text: str) -> None:
    assert cited(text, "УК 228.1") is MET
    assert cited(text, "УК 228", "УК 1", "УК 4", "УК 3", "КоАП 228.1") is NOT_MET


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("ст. 228 УК РФ", "УК 228.1"),
        ("ст. 228.1 УК РФ", "УК 228"),
        ("ст. 282.2 УК РФ", "УК 282"),
        ("ч. 1.1 ст. 282.2 УК РФ", "УК 1.1"),
        ("часть 30 статьи 159 УК РФ", "УК 30"),
        ("ч. 15 ст. 159 УК РФ", "УК 15"),
        ("п. 10 ст. 159 УК РФ", "УК 10"),
        ("ч. 2 ст. 105 УК РФ", "УК 2"),
        ("ч.ч. 1, 2 ст. 205.2 УК РФ", "УК 2"),
        ("ст. 20.3.3 КоАП РФ", "УК 20.3.3"),
        ("ст. 20.3.3 коап", "УК 20.3.3"),
        ("УК 1280", "УК 128"),
        ("не знаю", "УК 228"),
    ],
)
def test_a_part_a_point_or_another_article_is_not_taken_for_the_article(text: str, not_this: str) -> None:
    assert cited(text, not_this) is NOT_MET


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("ст. 20.3.3 КоАП РФ, ч. 1 ст. 280.3 УК РФ", ("КоАП 20.3.3", "УК 280.3")),
        ("УК 280.3, КоАП 20.3.3", ("КоАП 20.3.3", "УК 280.3")),
        ("ст. 228 УК РФ (задержан по ст. 91 УПК РФ)", ("УК 228", "УПК 91")),
        ("ст. 30, 159 УК РФ и ст. 20.2 КоАП", ("УК 30", "УК 159", "КоАП 20.2")),
    ],
)
def test_each_article_belongs_to_the_code_written_nearest(text: str, articles: tuple[str, ...]) -> None:
    assert all(cited(text, one) is MET for one in articles)
    others = {one.replace("УК ", "КоАП ") for one in articles} - set(articles)
    assert all(cited(text, one) is NOT_MET for one in others)


def test_an_article_that_is_not_told_is_unknown() -> None:
    assert article_in(Record({}), fact="article", articles=["УК 228"]) == Outcome(UNKNOWN, ("article",))


@given(
    st.integers(100, 399),
    st.integers(0, 9),
    st.integers(1, 9),
    st.sampled_from(["ч. {p} ст. {a} УК РФ", "ч.{p} ст.{a} УК", "УК {a} ч.{p}", "ст. {a} ч. {p} УК РФ", "{a}, ч. {p}"]),
)
def test_of_every_article_with_a_part_only_the_article_is_found(number: int, sub: int, part: int, form: str) -> None:
    article = f"{number}.{sub}" if sub else str(number)
    text = form.format(a=article, p=part)
    assert cited(text, f"УК {article}") is MET
    assert cited(text, f"УК {part}", f"УК {number + 1}", f"УК {number}.{sub + 1}") is NOT_MET


def test_the_day_of_assessment_stands_in_for_a_filing_not_for_an_arrival() -> None:
    assert filed(None, None).needs == ("came",)
    assert date_before(dated(), fact="left", day="2030-01-01").answer is UNKNOWN
