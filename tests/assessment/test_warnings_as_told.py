"""A warning follows what is told: the own word is enough to be warned, and what is not told warns of nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.services.assessing import assess_case
from tests.support.case_folder import PERSON, exhibit, fact, paper, told, write_case

ON = date(2026, 11, 28)
FINAL = {"where_now": "PL", "removal_kind": "expulsion", "removal_stage": "final"}
LATE = {"where_now": "SE", "eu_claim_when": "later"}


def warned(folder: Path, *tables: str) -> set[str]:
    found = assess_case(load_case(write_case(folder, PERSON, *tables)), on=ON, moves=False)
    return {one.rule.id for one in found.warnings}


@pytest.mark.parametrize(("known", "warning"), [(FINAL, "echr.rule39"), (LATE, "eu.interaction.accelerated")])
def test_the_own_word_is_enough_to_be_warned(tmp_path: Path, known: dict[str, str], warning: str) -> None:
    assert warning in warned(tmp_path / "told", *(fact(name, told(value)) for name, value in known.items()))
    shown = (exhibit(), *(fact(name, paper(value)) for name, value in known.items()))
    assert warning in warned(tmp_path / "shown", *shown)


@pytest.mark.parametrize(
    ("known", "warning"),
    [
        ({"where_now": "PL"}, "echr.rule39"),
        (FINAL | {"removal_kind": "none"}, "echr.rule39"),
        (FINAL | {"where_now": "KZ"}, "echr.rule39"),
        ({"where_now": "SE"}, "eu.interaction.accelerated"),
        (LATE | {"eu_claim_when": "within_days"}, "eu.interaction.accelerated"),
    ],
)
def test_what_is_not_told_or_is_denied_warns_of_nothing(tmp_path: Path, known: dict[str, str], warning: str) -> None:
    assert warning not in warned(tmp_path, *(fact(name, told(value)) for name, value in known.items()))
