"""Spaces that do not break: short words, numbers with what they count, dashes; nothing else of a text changes."""

from __future__ import annotations

import pytest
from tests.filings.dossier.reading import squeezed

from pristan.filings.dossier.typography import NO_BREAK, joined
from pristan.kernel.language import Language


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("в суд и в Комитет", "в~суд и~в~Комитет"),
        ("20 ноября 2026 г.", "20~ноября 2026~г."),
        ("по ст. 228.1 УК", "по~ст.~228.1~УК"),
        ("Исключение — редкость", "Исключение~— редкость"),
        ("г. Казань, № 5", "г.~Казань, №~5"),
        ("подать в 15 дней", "подать в~15~дней"),
        ("Не указано", "Не~указано"),
    ],
)
def test_russian_short_words_numbers_and_dashes_stay_with_their_neighbour(text: str, shown: str) -> None:
    assert joined(text, Language.RU) == shown.replace("~", NO_BREAK)


@pytest.mark.parametrize("text", ["дела нет", "суд, дело", "закон 2026", "Ниже сказано"])
def test_other_russian_spaces_may_break(text: str) -> None:
    assert joined(text, Language.RU) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("20 November 2026", "20~November 2026"),
        ("Exhibit 4, p. 2", "Exhibit~4, p.~2"),
        ("ECHR art 3", "ECHR art~3"),
        ("8 CFR 208.16", "8~CFR 208.16"),
        ("15 days left", "15~days left"),
    ],
)
def test_english_numbers_stay_with_what_they_count(text: str, shown: str) -> None:
    assert joined(text, Language.EN) == shown.replace("~", NO_BREAK)


@pytest.mark.parametrize("text", ["a part of it", "no 5 daily", "start 3", "in a court"])
def test_other_english_spaces_may_break(text: str) -> None:
    assert joined(text, Language.EN) == text


def test_codes_drawings_and_everything_but_spaces_stay() -> None:
    data = {"id": "us.asylum", "svg": "<svg viewBox='0 0 1 1'>в суд</svg>", "lines": ["в суд", 3, None, True]}
    found = joined(data, Language.RU)
    assert found["svg"] == data["svg"]
    assert found["lines"] == [f"в{NO_BREAK}суд", 3, None, True]
    assert squeezed(str(found["id"])) == data["id"]
