"""Days are counted as the rule says, from both ends of a date that is not exact."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.deadlines.count import due, dues_for
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import DeadlineRule, Due, Rollover, Runs, Unit
from pristan.deadlines.working_days import is_working
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.language import Text

from .rules import rule

RULES = {found.id: found for found in deadline_rules()}
DAYS = st.dates(date(2022, 3, 1), date(2030, 12, 31))


def counted(found: DeadlineRule, trigger: str, *, subdivision: str | None = None) -> Due:
    result = due(found, PartialDate.parse(trigger), subdivision=subdivision)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("rule_id", "trigger", "day"),
    [
        ("us.asylum.one_year", "2001-04-09", "2002-04-09"),  # Minasyan: the anniversary itself is in time
        ("us.asylum.one_year", "2026-02-09", "2027-02-09"),
        ("us.asylum.one_year", "2024-02-29", "2025-02-28"),
        ("us.asylum.one_year", "2025-11-21", "2026-11-23"),  # ends on a Saturday
        ("us.asylum.one_year", "2025-12-25", "2026-12-28"),  # Christmas on a Friday
        ("us.asylum.one_year", "2025-12-31", "2026-12-31"),
        ("us.court.individual_filing", "2027-03-08", "2027-02-05"),  # back to Friday
        ("us.court.individual_filing", "2027-03-10", "2027-02-08"),
        ("us.motion.reopen_absentia", "2026-05-20", "2026-11-16"),
        ("ecthr.four_months", "2026-09-30", "2027-01-30"),  # a Saturday stays
        ("ecthr.four_months", "2026-10-31", "2027-02-28"),  # clipped, a Sunday, stays
        ("ecthr.six_months", "2022-01-31", "2022-07-31"),
        ("un.hrc.five_years", "2024-02-29", "2029-02-28"),
        ("extradition.ece.arrest_40_days", "2026-11-20", "2026-12-30"),
        ("ru.remedy.appeal", "2026-12-16", "2027-01-11"),  # through the January days off
        ("ru.remedy.appeal", "2026-11-05", "2026-11-20"),
        ("ru.exit.passport_handin", "2026-03-03", "2026-03-11"),  # Monday 9 March is off
        ("ru.exit.passport_handin", "2027-02-16", "2027-02-24"),  # Saturday the 20th works, the 22nd and 23rd are off
        ("uk.extradition.appeal_judge", "2026-11-20", "2026-12-03"),  # the first day counts
        ("cz.court_action.short", "2026-11-06", "2026-11-16"),
        ("de.court_action", "2026-12-11", "2026-12-28"),  # 25 December, then a weekend
    ],
)
def test_a_known_day_is_counted_as_the_source_says(rule_id: str, trigger: str, day: str) -> None:
    found = counted(RULES[rule_id], trigger)
    assert str(found.earliest) == str(found.latest) == day


def test_a_date_known_by_month_gives_both_ends_and_is_planned_by_the_first() -> None:
    found = counted(RULES["us.asylum.one_year"], "2025-03")
    assert (found.earliest, found.latest) == (date(2026, 3, 2), date(2026, 3, 31))
    assert found.day == date(2026, 3, 2)


def test_about_widens_the_window_by_its_margin() -> None:
    found = counted(RULES["us.asylum.one_year"], "2025-03~")
    assert (found.earliest, found.latest) == (date(2026, 2, 2), date(2026, 4, 30))


def test_an_open_start_leaves_no_first_day_to_rely_on() -> None:
    found = counted(RULES["us.asylum.one_year"], "../2026-02")
    assert found.earliest is None
    assert found.day is None
    assert "treat it as due now" in found.sentence.en


def test_an_open_end_keeps_the_first_day() -> None:
    found = counted(RULES["us.asylum.one_year"], "2026-02/..")
    assert (found.day, found.latest) == (date(2027, 2, 1), None)


def test_what_only_opens_then_is_planned_by_the_last_possible_day() -> None:
    found = counted(RULES["us.ead.file"], "2026-03")
    assert found.day == found.latest == date(2026, 8, 28)


def test_the_precaution_comes_first_but_does_not_replace_the_limit() -> None:
    found = counted(RULES["us.bia.appeal"], "2026-11-16")
    assert (found.precaution, found.latest) == (date(2026, 11, 27), date(2026, 12, 16))
    assert found.day == date(2026, 11, 27)


def test_24_hours_begin_to_end_on_the_same_day() -> None:
    found = counted(RULES["ecthr.rule39"], "2026-11-20")
    assert (found.earliest, found.latest) == (date(2026, 11, 20), date(2026, 11, 21))


def test_the_day_of_decision_selects_four_months_or_six() -> None:
    four, six = RULES["ecthr.four_months"], RULES["ecthr.six_months"]
    assert due(four, PartialDate.parse("2022-01-31")) is None
    assert counted(four, "2022-02-01").applies is Ternary.YES
    assert counted(six, "2022-01-31").applies is Ternary.YES
    assert due(six, PartialDate.parse("2022-02-01")) is None


def test_a_date_on_both_sides_of_a_change_of_law_shows_both_rules_as_uncertain() -> None:
    for rule_id in ("ecthr.four_months", "ecthr.six_months"):
        assert counted(RULES[rule_id], "2022").applies is Ternary.UNKNOWN
    assert counted(RULES["ecthr.four_months"], "2021-06?").applies is Ternary.UNKNOWN


def test_the_holidays_of_a_land_count_only_when_it_is_named() -> None:
    klage = RULES["de.court_action"]  # Corpus Christi, 4 June 2026: a holiday in Bavaria, not in Berlin
    assert counted(klage, "2026-05-21").earliest == date(2026, 6, 4)
    assert counted(klage, "2026-05-21", subdivision="BY").earliest == date(2026, 6, 5)
    assert counted(klage, "2026-05-21", subdivision="BE").earliest == date(2026, 6, 4)


def test_where_nobody_read_the_rule_the_day_stays_and_the_moved_day_stands_beside_it() -> None:
    found = counted(RULES["ru.remedy.restraint"], "2026-05-08")
    assert (found.earliest, found.alternative) == (date(2026, 5, 11), date(2026, 5, 12))
    quiet = counted(RULES["ru.remedy.restraint"], "2026-05-12")
    assert (quiet.earliest, quiet.alternative) == (date(2026, 5, 15), None)


def test_a_limit_counted_back_with_the_hearing_day_itself_is_one_day_later(tmp_path: Path) -> None:
    back = {"runs": '"before"', "rollover": '"none"', "length": '"P10D"'}
    assert counted(rule(tmp_path, **back), "2026-11-20").earliest == date(2026, 11, 10)
    assert counted(rule(tmp_path, **back, counts_from='"same_day"'), "2026-11-20").earliest == date(2026, 11, 11)


def test_working_days_count_the_first_day_only_if_the_rule_says_so(tmp_path: Path) -> None:
    five = {"unit": '"working"', "length": '"P5D"', "rollover": '"none"'}
    assert counted(rule(tmp_path, **five), "2026-11-16").earliest == date(2026, 11, 23)
    assert counted(rule(tmp_path, **five, counts_from='"same_day"'), "2026-11-16").earliest == date(2026, 11, 20)
    assert counted(rule(tmp_path, **five, counts_from='"same_day"'), "2026-11-15").earliest == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("rule_id", "trigger", "en", "ru"),
    [
        (
            "us.asylum.one_year",
            "2026-02-09",
            "Last arrival 9 February 2026 + 1 year = 9 February 2027, a Tuesday, a working day, so it does not move.",
            "Последний въезд 9 февраля 2026 г. + 1 год = 9 февраля 2027 г., вторник, рабочий день: "
            "срок не переносится.",
        ),
        (
            "us.asylum.one_year",
            "2025-02-16",
            "Last arrival 16 February 2025 + 1 year = 16 February 2026, a Monday, "
            "a public holiday (Washington's Birthday), so it moves to Tuesday, 17 February 2026.",
            "Последний въезд 16 февраля 2025 г. + 1 год = 16 февраля 2026 г., понедельник, праздничный день: "
            "срок переносится, последний день: вторник, 17 февраля 2026 г.",
        ),
        (
            "ru.remedy.appeal",
            "2026-12-16",
            "Judgment pronounced 16 December 2026 + 15 days = 31 December 2026, a Thursday, a public holiday, "
            "so it moves to Monday, 11 January 2027.",
            "Приговор провозглашён 16 декабря 2026 г. + 15 дней = 31 декабря 2026 г., четверг, праздничный день: "
            "срок переносится, последний день: понедельник, 11 января 2027 г.",
        ),
        (
            "uk.extradition.appeal_judge",
            "2026-11-20",
            "Told of the Secretary of State's order 20 November 2026 + 14 days, that day counted, = 3 December 2026, "
            "a Thursday, a working day.",
            "Сообщено о приказе министра 20 ноября 2026 г. + 14 дней, считая этот день, = 3 декабря 2026 г., "
            "четверг, рабочий день.",
        ),
        (
            "ecthr.four_months",
            "2026-09-30",
            "Final domestic decision known 30 September 2026 + 4 months = 30 January 2027, a Saturday; "
            "weekends and holidays do not move this limit.",
            "Окончательное решение в стране стало известно 30 сентября 2026 г. + 4 месяца = 30 января 2027 г., "
            "суббота; выходные и праздники этот срок не сдвигают.",
        ),
    ],
)
def test_the_counting_sentence_shows_every_step(rule_id: str, trigger: str, en: str, ru: str) -> None:
    assert counted(RULES[rule_id], trigger).sentence == Text(en=en, ru=ru)


def test_an_unverified_rule_says_so_and_a_verified_one_does_not() -> None:
    unverified = counted(RULES["ru.remedy.cassation"], "2026-03-02")
    assert any("not compared with its source" in text.en for text in unverified.caveats)
    verified = counted(RULES["us.motion.reopen"], "2026-03-02")
    assert verified.caveats == RULES["us.motion.reopen"].caveats


def test_a_day_that_counts_only_for_some_says_first_for_whom() -> None:
    forty_days = RULES["extradition.ece.arrest_40_days"]
    assert forty_days.when is not None
    assert counted(forty_days, "2026-03-02").caveats[0] == forty_days.when
    without = RULES["us.motion.reopen"]
    assert without.when is None
    assert counted(without, "2026-03-02").caveats == without.caveats


def test_a_doubted_date_is_named_as_doubted_and_a_plain_one_is_not() -> None:
    doubted = counted(RULES["us.motion.reopen"], "2026-03-02?")
    assert any("doubted" in text.en for text in doubted.caveats)
    plain = counted(RULES["us.motion.reopen"], "2026-03-02")
    assert not any("doubted" in text.en for text in plain.caveats)


def test_years_whose_days_off_are_not_decreed_yet_are_named() -> None:
    assert any("decree" in text.en for text in counted(RULES["ru.remedy.appeal"], "2028-03-01").caveats)
    assert not any("decree" in text.en for text in counted(RULES["ru.remedy.appeal"], "2027-03-01").caveats)
    assert not any("decree" in text.en for text in counted(RULES["us.asylum.one_year"], "2028-03-01").caveats)


def test_dues_are_listed_nearest_first_and_without_the_rules_whose_trigger_is_unknown() -> None:
    triggers = {
        "us_last_arrival": PartialDate.parse("2026-02-09"),
        "us_ij_decision_date": PartialDate.parse("2026-11-16"),
    }
    found = dues_for(RULES.values(), triggers)
    assert [item.rule.id for item in found] == ["us.bia.appeal", "us.asylum.one_year", "us.er.presence"]


def test_without_triggers_there_is_nothing_due() -> None:
    assert dues_for(RULES.values(), {}) == ()


@given(st.sampled_from(sorted(RULES)), DAYS, st.sampled_from(["", "~", "?"]))
def test_the_first_possible_day_is_never_after_the_last(rule_id: str, day: date, mark: str) -> None:
    found = due(RULES[rule_id], PartialDate.parse(f"{day:%Y-%m}{mark}"))
    if found is not None:
        assert found.earliest is not None
        assert found.latest is not None
        assert found.earliest <= found.latest


@given(st.sampled_from(sorted(RULES)), DAYS)
def test_a_day_moves_to_a_working_day_and_only_in_its_direction(rule_id: str, day: date) -> None:
    found_rule = RULES[rule_id]
    found = due(found_rule, PartialDate.of(day))
    if found is None or found.earliest is None or found_rule.holidays is None:
        return
    if found_rule.rollover is not Rollover.NOT_READ or found_rule.unit is Unit.WORKING:
        assert is_working(found.earliest, found_rule.holidays)
    assert (found.earliest > day) is (found_rule.runs is Runs.AFTER)


@given(DAYS, st.integers(0, 60))
def test_a_month_is_counted_from_its_first_and_last_day(day: date, extra: int) -> None:
    one_year = RULES["us.asylum.one_year"]
    later = day + timedelta(days=extra)
    window = due(one_year, PartialDate.parse(f"{day}/{later}"))
    ends = due(one_year, PartialDate.of(day)), due(one_year, PartialDate.of(later))
    assert window is not None
    assert [window.earliest, window.latest] == [end.earliest for end in ends if end]


def test_the_copy_of_a_judgment_is_due_on_the_next_working_day_where_the_fifth_is_a_day_off() -> None:
    """УПК 128(2); 2026-03-07 is a Saturday, the ninth is off for the holiday of the eighth."""
    copy = RULES["ru.remedy.copy_of_judgment"]
    assert counted(copy, "2026-03-02").earliest == date(2026, 3, 10)
    assert counted(copy, "2026-03-04").earliest == date(2026, 3, 10)
    assert counted(copy, "2026-03-05").earliest == date(2026, 3, 10)
    assert counted(copy, "2026-03-06").earliest == date(2026, 3, 11)
