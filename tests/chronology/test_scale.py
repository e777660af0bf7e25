"""Days become places: in order, even where nothing is shortened, and marked where something is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.chronology.scale import scale_for
from pristan.kernel.language import Language

DAYS = st.lists(st.dates(date(1940, 1, 1), date(2030, 1, 1)), min_size=2, max_size=40, unique=True)
LEFT, RIGHT = 40.0, 1060.0


@given(DAYS)
def test_later_days_lie_further_right_and_inside_the_line(days: list[date]) -> None:
    scale = scale_for(days, left=LEFT, right=RIGHT)
    places = [scale.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert places[0] == pytest.approx(LEFT)
    assert places[-1] == pytest.approx(RIGHT)


@given(DAYS, st.sampled_from(Language))
def test_tick_labels_have_room_and_lie_on_the_line(days: list[date], language: Language) -> None:
    ticks = scale_for(days, left=LEFT, right=RIGHT).ticks(language)
    gaps = [right.x - left.x for left, right in pairwise(ticks)]
    assert all(gap >= 60 for gap in gaps)
    assert all(LEFT <= tick.x <= RIGHT + 0.01 for tick in ticks)


def test_even_time_is_not_shortened() -> None:
    days = [date(2024, 1, 1) + timedelta(days=90 * step) for step in range(9)]
    scale = scale_for(days, left=LEFT, right=RIGHT)
    assert scale.breaks == ()
    assert scale.x(days[4]) == pytest.approx((LEFT + RIGHT) / 2)


def test_a_long_quiet_time_before_a_case_is_shortened_and_marked() -> None:
    case = [date(2025, 1, 1) + timedelta(days=40 * step) for step in range(9)]
    scale = scale_for([date(1988, 5, 2), *case], left=LEFT, right=RIGHT)
    assert [date.fromordinal(stretch.start) for stretch in scale.breaks] == [date(1988, 5, 2)]
    assert scale.x(case[-1]) - scale.x(case[0]) > 0.9 * (RIGHT - LEFT)


def test_one_day_alone_still_has_a_place() -> None:
    scale = scale_for([date(2025, 9, 11)], left=LEFT, right=RIGHT)
    assert LEFT < scale.x(date(2025, 9, 11)) < RIGHT


def test_labels_name_the_year_where_it_changes() -> None:
    days = [date(2025, 2, 10), date(2026, 4, 20)]
    labels = [tick.label for tick in scale_for(days, left=LEFT, right=RIGHT).ticks(Language.EN)]
    assert labels[0] == "Mar 2025"
    assert "2026" in labels
    russian = [tick.label for tick in scale_for(days, left=LEFT, right=RIGHT).ticks(Language.RU)]
    assert russian[0] == "мар 2025"
