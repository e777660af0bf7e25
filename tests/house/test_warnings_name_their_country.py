"""A warning that holds in one country names it: a reader whose case spans several must see where it is true."""

from __future__ import annotations

import re

import pytest

from pristan.law.loader import law_in_use
from pristan.law.model import Rule

# First part of a rule's id, and a stem of the country's name in English and in Russian.
NAMES = {
    "ca": ("Canad", "Канад|канад"),
    "de": ("German", "Герман|немец"),
    "es": ("Spain|Spanish", "Испан|испан"),
    "eu": ("Europe|Union|Schengen", "Евросоюз|европейск|Шенген|шенген"),
    "ru": ("Russia", "Росси|росси"),
    "uk": ("Britain|British|United Kingdom", "Британ|Великобритан|британ"),
    "us": ("United States|US ", "США"),
}


def _warnings() -> list[Rule]:
    rules = law_in_use().rules.values()
    return [rule for rule in rules if rule.warning and rule.id.partition(".")[0] in NAMES]


@pytest.mark.parametrize("rule", _warnings(), ids=lambda rule: rule.id)
def test_a_warning_of_one_country_names_it_in_both_languages(rule: Rule) -> None:
    english, russian = NAMES[rule.id.partition(".")[0]]
    assert rule.warning
    assert re.search(english, f"{rule.title.en} {rule.warning.text.en}")
    assert re.search(russian, f"{rule.title.ru} {rule.warning.text.ru}")
