"""Travel risk: what nobody verified is never told as low, and every row of the sheet is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from pristan.country.relations import (
    RISK_WORDS,
    Confidence,
    Instrument,
    Risk,
    Seen,
    load_relations,
    relations,
    travel_risk,
)
from pristan.kernel.errors import RuleError

ROW = """[[relation]]
country = "ZZ"
name = { en = "Nowhere", ru = "Нигде" }
instrument = "none"
practice = { en = "no case seen", ru = "случаев не найдено" }
risk = "low"
why = { en = "courts", ru = "суды" }
rule39 = false
cis_wanted_list = false
confidence = "partial"
confidence_instrument = "partial"
confidence_practice = "partial"
url = ["https://example.org"]
checked = 2026-11-20
"""


def _load(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    path = tmp_path / "relations.toml"
    path.write_text(text, encoding="utf-8")
    return load_relations(path)


def test_every_row_of_the_sheet_is_carried() -> None:
    assert len(relations()) == 108
    assert Counter(row.seen for row in relations().values()) == {Seen.LOW: 43, Seen.MEDIUM: 38, Seen.HIGH: 27}


def test_a_country_that_is_not_listed_is_unknown() -> None:
    assert travel_risk("FJ").risk is Risk.UNKNOWN


def test_an_unverified_row_is_never_told_as_low_or_medium() -> None:
    for country, row in relations().items():
        if Confidence.UNVERIFIED in (row.confidence, row.confidence_practice):
            assert travel_risk(country).risk in (Risk.UNVERIFIED, Risk.HIGH), country


def test_a_danger_is_told_even_if_nobody_verified_it() -> None:
    assert relations()["TM"].confidence is Confidence.UNVERIFIED
    assert travel_risk("TM").risk is Risk.HIGH


def test_a_refusing_country_with_a_source_is_told_with_the_danger_of_arrest() -> None:
    found = travel_risk("PL")
    assert found.risk is Risk.LOW
    assert "arrest" in found.words.en


@pytest.mark.parametrize("risk", list(Risk))
def test_no_sentence_promises_anything(risk: Risk) -> None:
    words = RISK_WORDS[risk]
    assert not re.search(r"\b(safe|cleared|no risk|безопасн|нет риска)", words.en + words.ru, re.IGNORECASE)


def test_an_instrument_without_its_day_says_so() -> None:
    for row in relations().values():
        assert (row.instrument is Instrument.NONE) == (row.since is None and not row.since_unknown)


def test_a_row_twice_is_refused_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"relations\.toml:15: \"ZZ\" stands twice"):
        _load(tmp_path, ROW + ROW)


def test_a_row_without_any_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no source"):
        _load(tmp_path, ROW.replace('url = ["https://example.org"]', "url = []"))


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"relations\.toml:15: \"note\" is not a key"):
        _load(tmp_path, ROW + 'note = "x"\n')


def test_a_word_for_risk_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="Write one of: low, medium, high"):
        _load(tmp_path, ROW.replace('risk = "low"', 'risk = "safe"'))
