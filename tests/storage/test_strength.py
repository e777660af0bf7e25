"""A passphrase that anybody would try first is refused with the reason; words that nobody would guess are taken."""

from __future__ import annotations

import pytest

from pristan.storage import strength
from pristan.storage.strength import weakness


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("12.03.1985 07:30", strength.FIGURES),
        ("+7 912 345-67-89", strength.FIGURES),
        ("aaaaaaaaaaaab", strength.REPEATED),
        ("кошка кошка кошка", strength.REPEATED),
        ("qwertyuiop[]asdf", strength.IN_ORDER),
        ("йцукенгшщзхъ", strength.IN_ORDER),
        ("abcdefghijklm", strength.IN_ORDER),
        ("Novosibirsk1985", strength.ONE_WORD),
        ("преображенка!", strength.ONE_WORD),
    ],
)
def test_what_is_tried_first_is_refused_with_its_reason(phrase: str, why: object) -> None:
    assert weakness(phrase) == why


@pytest.mark.parametrize(
    "phrase",
    [
        "пять медленных паромов",
        "four wooden bridges",
        "семь тихих лодок у причала",
        "kX9#fqT2-mmZ8w",
        "rope 17 lantern quay",
        "correcthorsebatterystaple",
    ],
)
def test_words_nobody_would_guess_are_taken(phrase: str) -> None:
    assert weakness(phrase) is None
