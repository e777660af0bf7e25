"""A story's date is kept as precise as it was told: bounds, qualifiers, refusals."""

from __future__ import annotations

from calendar import isleap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.kernel.date_points import APPROXIMATE_MARGIN, Precision, Qualifier
from pristan.kernel.dates import PartialDate, Ternary, certainly_before, overlaps, possibly_before
from pristan.kernel.errors import CaseError

YEARS = st.integers(1900, 2100)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MARKS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    """An accepted date that is neither an interval nor a set."""
    day = draw(DAYS)
    plain = draw(
        st.sampled_from(
            [
                day.isoformat(),
                f"{day:%Y-%m}",
                f"{day:%Y}",
                f"{day:%Y-%m}-XX",
                f"{day:%Y}-XX",
                f"{day.year // 10}X",
                *(f"{day:%Y}-{season}" for season in (21, 22, 23, 24)),
            ]
        )
    )
    return plain + draw(MARKS)


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Any accepted entry."""
    first, second = sorted(draw(st.tuples(DAYS, DAYS)))
    point = draw(points())
    return draw(
        st.sampled_from(
            [
                point,
                f"{first}/{second}",
                f"{first:%Y-%m}{draw(MARKS)}/{second:%Y-%m}{draw(MARKS)}",
                f"../{point}",
                f"{point}/..",
                f"{point}/",
                f"/{point}",
                f"[{second},{first}]",
            ]
        )
    )


def bounds(text: str) -> tuple[str, str]:
    when = PartialDate.parse(text)
    return str(when.earliest), str(when.latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-03", "2022-03-01", "2022-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2022-03-04", "2022-03-04", "2022-03-04"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-23", "2022-09-01", "2022-11-30"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2022-XX", "2022-01-01", "2022-12-31"),
        ("2022-XX-XX", "2022-01-01", "2022-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
        ("2022-03/2022-05", "2022-03-01", "2022-05-31"),
        ("../2022-05", "None", "2022-05-31"),
        ("/2022-05", "None", "2022-05-31"),
        ("2022-05/..", "2022-05-01", "None"),
        ("2022-05/", "2022-05-01", "None"),
        ("[2022-03-06,2022-03-04]", "2022-03-04", "2022-03-06"),
    ],
)
def test_an_entry_covers_exactly_the_days_it_can_mean(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


def test_a_year_is_never_padded_to_the_first_of_january() -> None:
    when = PartialDate.parse("2022")
    assert not when.exact
    assert when.day is None
    assert when.latest == date(2022, 12, 31)


def test_a_winter_keeps_both_readings_and_the_summer_between_them_is_not_one() -> None:
    winter = PartialDate.parse("2022-24")
    assert overlaps(winter, PartialDate.parse("2022-01-15")) is Ternary.YES
    assert overlaps(winter, PartialDate.parse("2022-12-15")) is Ternary.YES
    assert overlaps(winter, PartialDate.parse("2022-07")) is Ternary.NO


def test_one_of_two_days_does_not_include_the_day_between() -> None:
    choice = PartialDate.parse("[2022-03-04,2022-03-06]")
    assert overlaps(choice, PartialDate.parse("2022-03-05")) is Ternary.NO
    assert overlaps(choice, PartialDate.parse("2022-03-06")) is Ternary.YES


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("2022-03-04~", ("2022-02-25", "2022-03-11")),
        ("2022-03~", ("2022-02-01", "2022-04-30")),
        ("2023-01~", ("2022-12-01", "2023-02-28")),
        ("2022-21~", ("2022-02-01", "2022-06-30")),
        ("2022~", ("2021-01-01", "2023-12-31")),
        ("2022-03~/2022-05", ("2022-02-01", "2022-05-31")),
        ("2022-03?", ("2022-03-01", "2022-03-31")),
        ("2022-03%", ("2022-02-01", "2022-04-30")),
    ],
)
def test_about_adds_the_stated_margin_and_uncertain_adds_none(text: str, soft: tuple[str, str]) -> None:
    when = PartialDate.parse(text)
    assert (str(when.earliest_soft), str(when.latest_soft)) == soft


def test_every_precision_has_a_stated_margin() -> None:
    assert set(APPROXIMATE_MARGIN) == set(Precision)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("2022-03", set()),
        ("2022-03~", {Qualifier.APPROXIMATE}),
        ("2022-03?", {Qualifier.UNCERTAIN}),
        ("2022-03%", {Qualifier.APPROXIMATE, Qualifier.UNCERTAIN}),
        ("2022-03~/2022-05?", {Qualifier.APPROXIMATE, Qualifier.UNCERTAIN}),
    ],
)
def test_qualifiers_are_kept(text: str, qualifiers: set[Qualifier]) -> None:
    assert PartialDate.parse(text).qualifiers == qualifiers


def test_a_doubted_day_is_not_an_exact_one() -> None:
    assert PartialDate.parse("2022-03-04").exact
    assert not PartialDate.parse("2022-03-04?").exact


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.02.2022", '"31.02.2022" is not a date. Write 2022-02-28, or 2022-02 if the day is unknown.'),
        ("2023-02-29", '"2023-02-29" is not a date. Write 2023-02-28, or 2023-02 if the day is unknown.'),
        ("03/04/2022", '"03/04/2022" can mean 3 April or 4 March 2022. Write 2022-04-03 or 2022-03-04.'),
        (
            "2022-05/2022-03",
            '"2022-05/2022-03" ends before it begins. Write the earlier date first, as in 2022-03/2022-05.',
        ),
    ],
)
def test_a_refusal_shows_the_value_and_what_to_write(text: str, sentence: str) -> None:
    with pytest.raises(CaseError) as caught:
        PartialDate.parse(text)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "spring 2022",
        "12.03.2022",
        "03.31.2022",
        "31/03/2022",
        "2022/03/04",
        "2022-3-4",
        "2022-13-04",
        "2022-00",
        "2022-04-31",
        "2022-25",
        "2022-21-03",
        "2022-XX-04",
        "2022-~03",
        "0222",
        "3022",
        "20220304",
        "2022-03-04T10:00",
        "٢٠٢٢",  # digits of another script
        "../..",
        "/",
        "../",
        "2022/2023/2024",
        "[2022]",
        "[2022-03-04,]",
        "[2022-03-04,2022-03-06",
        "[2022,2021/2022]",
    ],
)
def test_what_is_not_accepted_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CaseError) as caught:
        PartialDate.parse(text)
    assert f'"{text.strip()}"' in caught.value.sentence
    assert "Write " in caught.value.sentence


@given(st.integers(1, 31), st.integers(1, 12), YEARS)
def test_day_first_and_month_first_numbers_are_never_read_as_a_date(day: int, month: int, year: int) -> None:
    for separator in "./-":
        with pytest.raises(CaseError):
            PartialDate.parse(f"{day:02}{separator}{month:02}{separator}{year}")


@given(entries())
def test_an_entry_comes_back_as_it_was_written(text: str) -> None:
    when = PartialDate.parse(text)
    assert str(when) == text
    assert PartialDate.parse(str(when)) == when


@given(entries())
def test_the_bounds_are_in_order_and_the_margin_only_widens(text: str) -> None:
    when = PartialDate.parse(text)
    low, high = when.earliest or date.min, when.latest or date.max
    assert (when.earliest_soft or date.min) <= low <= high <= (when.latest_soft or date.max)


@given(st.text(alphabet="0123456789-/.X~?%[], ", max_size=24))
def test_any_text_is_either_a_date_or_a_case_error(text: str) -> None:
    try:
        when = PartialDate.parse(text)
    except CaseError:
        return  # any other kind of fault fails the test
    assert str(when) == text.strip()


@given(DAYS)
def test_a_known_day_is_exact_and_stays_itself(day: date) -> None:
    assert PartialDate.of(day).day == day


@given(YEARS)
def test_29_february_exists_in_leap_years_only(year: int) -> None:
    if isleap(year):
        assert PartialDate.parse(f"{year}-02-29").exact
    else:
        with pytest.raises(CaseError, match=f"{year}-02-28"):
            PartialDate.parse(f"{year}-02-29")


@pytest.mark.parametrize(
    ("a", "b", "certain", "possible", "shared"),
    [
        ("2022-03-04", "2022-03-05", Ternary.YES, Ternary.YES, Ternary.NO),
        ("2022-03-05", "2022-03-04", Ternary.NO, Ternary.NO, Ternary.NO),
        ("2022-03-04", "2022-03-04", Ternary.NO, Ternary.NO, Ternary.YES),
        ("2021-12-31", "2022", Ternary.YES, Ternary.YES, Ternary.NO),
        ("2022-03", "2022-03-15", Ternary.NO, Ternary.YES, Ternary.YES),
        ("2022-03", "2022-04", Ternary.YES, Ternary.YES, Ternary.NO),
        ("2022-03~", "2022-04", Ternary.UNKNOWN, Ternary.YES, Ternary.UNKNOWN),
        ("2022-04", "2022-03~", Ternary.NO, Ternary.UNKNOWN, Ternary.UNKNOWN),
        ("2022-03~", "2022-06", Ternary.YES, Ternary.YES, Ternary.NO),
        ("2022-03?", "2022-06", Ternary.UNKNOWN, Ternary.YES, Ternary.UNKNOWN),
        ("2022-06", "2022-03?", Ternary.NO, Ternary.UNKNOWN, Ternary.UNKNOWN),
        ("2022-05/..", "2022-06", Ternary.NO, Ternary.YES, Ternary.YES),
        ("../2022-05", "2022-06", Ternary.YES, Ternary.YES, Ternary.NO),
        ("2022-06", "../2022-05", Ternary.NO, Ternary.NO, Ternary.NO),
    ],
)
def test_comparisons_are_three_valued(a: str, b: str, certain: Ternary, possible: Ternary, shared: Ternary) -> None:
    left, right = PartialDate.parse(a), PartialDate.parse(b)
    assert certainly_before(left, right) is certain
    assert possibly_before(left, right) is possible
    assert overlaps(left, right) is shared
    assert overlaps(right, left) is shared


@given(entries(), entries())
def test_what_is_certainly_before_is_possible_one_way_only_and_shares_no_day(a: str, b: str) -> None:
    left, right = PartialDate.parse(a), PartialDate.parse(b)
    if certainly_before(left, right) is Ternary.YES:
        assert possibly_before(left, right) is Ternary.YES
        assert possibly_before(right, left) is Ternary.NO
        assert overlaps(left, right) is Ternary.NO


@given(DAYS, DAYS)
def test_two_known_days_compare_as_days(a: date, b: date) -> None:
    expected = Ternary.YES if a < b else Ternary.NO
    assert certainly_before(PartialDate.of(a), PartialDate.of(b)) is expected
    assert possibly_before(PartialDate.of(a), PartialDate.of(b)) is expected


def test_unknown_cannot_pass_for_no() -> None:
    with pytest.raises(TypeError, match="compare it with `is`"):
        bool(Ternary.UNKNOWN)
