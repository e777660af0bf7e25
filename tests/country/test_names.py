"""A country is found however a person writes it; what is none is not guessed."""

from __future__ import annotations

import pytest

from pristan.country.names import country_code, country_names
from pristan.kernel.countries import COUNTRIES


@pytest.mark.parametrize(
    ("said", "code"),
    [("Россия", "RU"), ("казахстан", "KZ"), ("Serbia", "RS"), (" сербия ", "RS"), ("rs", "RS"), ("br", "BR")],
)
def test_a_country_is_found_by_name_in_either_language_or_by_letters(said: str, code: str) -> None:
    assert country_code(said) == code


@pytest.mark.parametrize("said", ["", "Белград", "Соединённое", "USA", "R"])
def test_what_is_no_country_is_not_guessed(said: str) -> None:
    assert country_code(said) is None


def test_every_country_with_a_name_has_a_code_that_is_in_use() -> None:
    assert set(country_names()) <= COUNTRIES
