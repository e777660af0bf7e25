"""The line of a publisher on a Russian page: names stay, the words between them are Russian."""

from __future__ import annotations

import re

import pytest

from pristan.country.figures import figures
from pristan.country.patterns import patterns
from pristan.country.publishers import publisher_in
from pristan.kernel.language import Language


@pytest.mark.parametrize(
    ("name", "russian"),
    [
        ("RAPSI citing FSIN", "RAPSI со ссылкой на ФСИН"),
        ("Mediazona via Meduza", "Mediazona через Meduza"),
        ("secondary citing Supreme Court", "вторичный источник со ссылкой на Верховный суд"),
        ("The Journalism and Civil Society project (TJC)", "The Journalism and Civil Society project (TJC)"),
        ("Human Rights Watch", "Human Rights Watch"),
    ],
)
def test_words_between_names_are_said_in_russian_and_names_stay(name: str, russian: str) -> None:
    assert publisher_in(name, Language.RU) == russian
    assert publisher_in(name, Language.EN) == name


def test_no_line_of_a_publisher_keeps_words_that_tell_how_it_was_read_in_english() -> None:
    lines = {one.publisher for one in figures().values()}
    lines |= {source.publisher for one in patterns().values() for source in one.sources}
    assert len(lines) > 100
    telling = re.compile(r"\b(citing|via|quoted|data|secondary|report|reposted|given|others|about|list)\b")
    assert {line for line in lines if telling.search(publisher_in(line, Language.RU))} == set()
