"""Articles by edition: what stood on the day of the act, and what the record cannot say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pristan.country.offences import Standing, edition_on, load_offences, offences
from pristan.kernel.articles import read_citation
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import RuleError

ROW = """[[offence]]
article = "УК 999"
title = { en = "Test", ru = "Проверка" }
since = "2022-03-04"
max_penalty = { en = "up to 5 years", ru = "до 5 лет" }
used_against = ["journalist"]
ground_hints = ["imputed"]
dual_criminality = "unlikely"
dual_criminality_words = { en = "unlikely", ru = "маловероятно" }
url = ["https://example.org"]
verified = []
confidence = "low"
checked = 2026-11-20
"""


def standing(article: str, day: str | None) -> Standing:
    edition = edition_on(article, None if day is None else PartialDate.parse(day))
    assert edition is not None
    return edition.standing


def load(tmp_path: Path, text: str) -> object:
    path = tmp_path / "offences_x.toml"
    path.write_text(text, encoding="utf-8")
    return load_offences(path)


def test_every_row_of_the_sheet_is_carried() -> None:
    assert Counter(name.split()[0] for name in offences()) == {"УК": 110, "КоАП": 26}
    assert Counter(row.confidence for row in offences().values()) == {"high": 47, "medium": 79, "low": 10}
    changes_and_notes = sum(len(row.changes) + len(row.notes) for row in offences().values())
    read_since = 12  # laws that a page read later names
    told_apart = 1  # two laws of different years that the sheet names in one piece
    doubts_alone = 6  # pieces that the sheet marks as unsure: told as a doubt, not a second time as a note
    assert (
        changes_and_notes == 221 + read_since + told_apart - doubts_alone
    )  # pieces of the sheet's "key amendments", "-" left out


@pytest.mark.parametrize(
    ("article", "day", "expected"),
    [
        ("УК 280.3", "2022-03-03", Standing.NOT_YET),
        ("УК 280.3", "2022-03-04", Standing.IN_FORCE),
        ("УК 280.3", "2022-03", Standing.UNCLEAR),
        ("УК 280.3", "2022", Standing.UNCLEAR),
        ("УК 280.3", "2024", Standing.IN_FORCE),
        ("УК 280.3", None, Standing.UNCLEAR),
        ("УК 280.3", "2024?", Standing.UNCLEAR),
        ("УК 159.4", "2015-06-11", Standing.IN_FORCE),
        ("УК 159.4", "2015-06-12", Standing.NO_LONGER),
        ("КоАП 13.53", "2025-08-31", Standing.NOT_YET),
        ("КоАП 13.53", "2025-09-01", Standing.IN_FORCE),
        ("УК 322.1", "2005-06-01", Standing.UNCLEAR),  # the sheet gives the year only
    ],
)
def test_an_article_stands_as_it_stood_on_the_day(article: str, day: str | None, expected: Standing) -> None:
    assert standing(article, day) is expected


def test_an_act_before_the_penalty_was_raised_shows_the_later_change() -> None:
    edition = edition_on("УК 280.3", PartialDate.parse("2022-09-01"))
    assert edition is not None
    assert [change.law for change in edition.earlier] == ["32-ФЗ"]
    assert [change.law for change in edition.later] == ["58-ФЗ", None]
    assert edition.penalty_may_differ


def test_each_law_that_changed_an_article_has_its_own_day() -> None:
    edition = edition_on("КоАП 13.15", PartialDate.parse("2019-12-01"))
    assert edition is not None
    assert [change.law for change in edition.later] == ["99-ФЗ", "168-ФЗ"]


def test_an_act_long_after_every_change_leaves_nothing_open() -> None:
    edition = edition_on("УК 280.3", PartialDate.parse("2025-05-01"))
    assert edition is not None
    assert not edition.penalty_may_differ
    assert len(edition.earlier) == 3


def test_a_law_signed_shortly_before_the_act_is_not_said_to_be_in_force() -> None:
    edition = edition_on("УК 280.3", PartialDate.parse("2023-03-20"))
    assert edition is not None
    assert [change.law for change in edition.unclear] == ["58-ФЗ"]


@pytest.mark.parametrize("article", ["УК 207.3", "УК 280.3", "УК 284.3", "КоАП 20.3.3"])
def test_words_about_volunteers_of_the_national_guard_were_added_on_the_day_of_publication(article: str) -> None:
    def added(day: str) -> bool:
        edition = edition_on(article, PartialDate.parse(day))
        assert edition is not None
        return any("Росгвардии" in change.says.ru for change in edition.earlier)

    assert (added("2023-12-24"), added("2023-12-25")) == (False, True)


def test_a_day_in_force_on_record_decides_to_the_day() -> None:
    def laws(day: str) -> list[str | None]:
        edition = edition_on("УК 267", PartialDate.parse(day))
        assert edition is not None
        assert not edition.unclear
        return [change.law for change in edition.earlier]

    assert laws("2021-01-09") == []
    assert laws("2021-01-10") == ["526-ФЗ"]


def test_the_notation_of_papers_leads_to_the_row() -> None:
    (cited,) = read_citation("ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ")
    assert cited.name in offences()


def test_an_article_of_another_state_or_without_a_row_finds_nothing() -> None:
    (cited,) = read_citation("ст. 159 УК Республики Узбекистан")
    assert edition_on(cited.name, PartialDate.parse("2024")) is None
    assert edition_on("УК 105", PartialDate.parse("2024")) is None


def test_what_nobody_compared_with_a_source_says_so() -> None:
    for row in offences().values():
        assert row.verified or any("not" in doubt.en or "check" in doubt.en for doubt in row.doubts), row.article


def test_an_article_written_otherwise_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"offences_x\.toml:2: .*is not an article"):
        load(tmp_path, ROW.replace("УК 999", "ст. 999 УК"))


def test_a_change_without_a_date_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="a change needs a date"):
        load(tmp_path, ROW + '[[offence.change]]\nsays = { en = "x", ru = "х" }\n')


def test_a_date_that_does_not_exist_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"offences_x\.toml:4: "):
        load(tmp_path, ROW.replace('since = "2022-03-04"', 'since = "2022-02-31"'))


def test_a_group_that_has_no_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='"martian" is not known here'):
        load(tmp_path, ROW.replace('["journalist"]', '["martian"]'))
