"""The table of margins agrees with the kernel's, and a told length is never narrower than it was told."""

from __future__ import annotations

import pytest

from pristan.chronology.tolerance import DAY, Tolerance, longest
from pristan.kernel.date_points import APPROXIMATE_MARGIN
from pristan.kernel.lengths import Length

TABLE = Tolerance()


@pytest.mark.parametrize("precision", sorted(APPROXIMATE_MARGIN))
def test_about_a_date_reaches_as_far_here_as_in_the_kernel(precision: str) -> None:
    margin = next(value for key, value in APPROXIMATE_MARGIN.items() if key == precision)
    assert TABLE.seconds(f"about_{precision}") == longest(Length.parse(str(margin)))


@pytest.mark.parametrize("text", ["P3D", "P1W", "P2M", "P1Y", "PT72H", "P7D~"])
@pytest.mark.parametrize("by_paper", [True, False])
def test_a_told_length_allows_at_least_itself(text: str, by_paper: bool) -> None:
    length = Length.parse(text)
    low, high = TABLE.length(length, by_paper=by_paper)
    assert low is not None
    assert high is not None
    assert low <= longest(length) <= high


def test_about_a_week_allows_four_days_and_two_weeks_but_not_seven_weeks() -> None:
    low, high = TABLE.length(Length.parse("P1W~"), by_paper=False)
    assert low is not None
    assert high is not None
    assert low <= 4 * DAY
    assert 14 * DAY <= high < 49 * DAY


def test_at_least_and_at_most_are_open_on_the_other_side() -> None:
    assert TABLE.length(Length.parse("P3D.."), by_paper=True)[1] is None
    assert TABLE.length(Length.parse("..P3D"), by_paper=True)[0] is None
