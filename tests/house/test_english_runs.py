"""What counts as an English sentence on a Russian page."""

from __future__ import annotations

import pytest

from tests.support.english_runs import english_runs


@pytest.mark.parametrize(
    "line",
    [
        "в судах: the district court decided against the rule",
        "источник (quoted in a document given to the project)",
        "later steps were not seen",
    ],
)
def test_a_sentence_left_in_english_is_found(line: str) -> None:
    assert english_runs(line)


@pytest.mark.parametrize(
    "line",
    [
        "East Bay Sanctuary Covenant v. Trump, No. 23-16032 (9th Cir.)",
        "Border Security, Asylum and Immigration Act 2025",
        "сказано: «I ask for asylum and international protection»",
        "языки: en, fr, es, ar",
        "возьмите `pristan law show with these words`",
        "https://example.org/what-the-page-says-about-it",
    ],
)
def test_a_name_a_quotation_and_a_code_are_none(line: str) -> None:
    assert not english_runs(line)
