"""Deadline records load strictly, and those shipped say what they must."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pristan.deadlines.load import deadline_rules, load_rules
from pristan.deadlines.model import Confidence, DeadlineRule, Means, Place, Rollover, Runs, Unit
from pristan.kernel.durations import Duration
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text

from .rules import record, rule

SHIPPED = deadline_rules()
CYRILLIC = re.compile("[А-Яа-яЁё]")
PROMISES = re.compile(r"\b(safe|cleared|guarantee|probab|likel)", re.IGNORECASE)


def texts_of(found: DeadlineRule) -> list[Text]:
    extra = [found.when, found.precaution.why if found.precaution else None]
    return [found.title, found.trigger_words, found.effect, *found.caveats, *(text for text in extra if text)]


def test_a_record_is_read_as_written(tmp_path: Path) -> None:
    found = rule(tmp_path, safe_length='"P3D"', safe_why='{ en = "why", ru = "почему" }')
    assert (found.id, found.length, found.holidays) == ("xx.test", Duration(days=10), Place("US"))
    assert (found.runs, found.unit, found.means) == (Runs.AFTER, Unit.CALENDAR, Means.LAST_DAY)
    assert found.precaution is not None
    assert found.precaution.length == Duration(days=3)


def test_a_subdivision_of_a_country_is_read(tmp_path: Path) -> None:
    assert rule(tmp_path, holidays='"DE-BE"').holidays == Place("DE", "BE")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"lenght": '"P10D"'}, "lenght"),
        ({"length": None}, "length"),
        ({"length": '"10 days"'}, "10 days"),
        ({"length": '"P0D"'}, "P0D"),
        ({"kind": '"absolute"'}, "kind"),
        ({"rollover": '"maybe"'}, "rollover"),
        ({"counts_from": None}, "counts_from"),
        ({"holidays": '"XX"'}, "XX"),
        ({"holidays": '"DE-ZZ"'}, "ZZ"),
        ({"checked": None}, "checked"),
        ({"checked": '"2026-11-20"'}, "checked"),
        ({"routes": "[]"}, "routes"),
        ({"title": '{ en = "Only English" }'}, "ru"),
        ({"unit": '"working"', "length": '"P1M"'}, "working days"),
        ({"unit": '"working"', "holidays": None}, "holidays"),
        ({"rollover": '"previous"', "holidays": None}, "holidays"),
        ({"length": '"PT48H"', "counts_from": '"same_day"'}, "counts_from"),
        ({"only_if": '[{ fact = "a_date" }]'}, "from"),
        ({"only_if": '[{ fact = "a_date", from = 2026-06-12, absent = true }]'}, "from"),
        ({"safe_length": '"P3D"'}, "safe_why"),
        ({"authority": ""}, "authority"),
    ],
)
def test_a_faulty_record_is_refused_with_file_and_key(tmp_path: Path, changes: dict[str, str | None], key: str) -> None:
    with pytest.raises(RuleError) as caught:
        rule(tmp_path, **changes)
    assert key in caught.value.sentence
    assert "test.toml" in str(caught.value)


def test_the_same_id_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(record(), encoding="utf-8")
    with pytest.raises(RuleError, match=r'"xx.test" is also in a.toml'):
        load_rules(tmp_path)


def test_two_rules_with_their_own_ids_may_share_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(record() + record(id='"xx.other"'), encoding="utf-8")
    assert [found.id for found in load_rules(tmp_path)] == ["xx.test", "xx.other"]


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_a_shipped_record_speaks_both_languages_and_promises_nothing(found: DeadlineRule) -> None:
    for text in texts_of(found):
        assert text.en.strip()
        assert CYRILLIC.search(text.ru), text.ru
        assert not CYRILLIC.search(text.en), text.en
        assert not PROMISES.search(text.en), text.en


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_a_shipped_record_never_claims_more_than_its_mark(found: DeadlineRule) -> None:
    mark = found.mark
    if re.match(r"K\b|UNVERIFIED", mark) or re.fullmatch(r"D\d+ UNVERIFIED", mark):
        assert found.confidence is Confidence.UNVERIFIED
    elif not re.fullmatch(r"V( \(.*\))?|D\d+ verified", mark):
        assert found.confidence is Confidence.PARTIAL
    assert date(2026, 11, 20) <= found.checked <= date(2026, 11, 29)  # the day of the sheets, or of a page read since


def test_the_limits_named_in_the_sheets_have_their_lengths() -> None:
    lengths = {found.id: str(found.length) for found in SHIPPED}
    expected = {
        "us.asylum.one_year": "P1Y",
        "us.court.individual_filing": "P30D",
        "us.bia.appeal": "P30D",
        "us.pfr": "P30D",
        "us.motion.reopen_absentia": "P180D",
        "de.court_action": "P2W",
        "de.court_action.short": "P1W",
        "cz.court_action.short": "P10D",
        "cz.court_action": "P15D",
        "cz.court_action.no_notice": "P1M",
        "ecthr.four_months": "P4M",
        "ecthr.six_months": "P6M",
        "ecthr.rule39": "PT24H",
        "un.hrc.five_years": "P5Y",
        "un.hrc.three_years": "P3Y",
        "interpol.ccf.admissibility": "P1M",
        "interpol.ccf.access": "P4M",
        "interpol.ccf.deletion": "P9M",
        "interpol.ccf.revision": "P6M",
        "extradition.ece.arrest_18_days": "P18D",
        "extradition.ece.arrest_40_days": "P40D",
        "extradition.ece.surrender_15_days": "P15D",
        "extradition.ece.surrender_30_days": "P30D",
        "ru.remedy.appeal": "P15D",
        "ru.remedy.cassation": "P6M",
        "ru.remedy.restraint": "P3D",
        "ru.exit.passport_handin": "P5D",
    }
    assert {key: lengths.get(key) for key in expected} == expected


def test_the_ten_days_for_the_board_are_a_precaution_and_not_the_law() -> None:
    board = next(found for found in SHIPPED if found.id == "us.bia.appeal")
    assert board.precaution is not None
    assert (str(board.length), str(board.precaution.length)) == ("P30D", "P10D")


def test_strasbourg_limits_do_not_move_past_a_weekend() -> None:
    found = {rule.id: rule.rollover for rule in SHIPPED if rule.id.startswith("ecthr.") and rule.id.endswith("months")}
    assert set(found.values()) == {Rollover.NONE}


def test_a_rule_serves_its_routes_and_their_family_only() -> None:
    answer = next(found for found in SHIPPED if found.routes == ("ccf",))
    assert answer.serves("ccf.deletion")
    assert answer.serves("ccf")
    assert not answer.serves("ccfx.deletion")
    assert not answer.serves("us.asylum")


def test_the_clocks_of_the_european_convention_do_not_run_in_russia() -> None:
    arrest = next(found for found in SHIPPED if found.id == "extradition.ece.arrest_40_days")
    assert arrest.serves("nonextradition.cz")
    assert not arrest.serves("nonextradition.ru")
