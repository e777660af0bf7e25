"""A place parameter has declared values; what is not one of them would pass for another place."""

from __future__ import annotations

import pytest

from pristan.kernel.places import fault_of_place


@pytest.mark.parametrize(
    ("name", "value"), [("circuit", "9"), ("circuit", "DC"), ("land", "BE"), ("member_state", "CZ")]
)
def test_a_declared_value_is_accepted(name: str, value: str) -> None:
    assert fault_of_place(name, value) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("circuit", "9th"), ("circuit", "12"), ("circuit", ""), ("land", "Berlin"), ("member_state", "GB")],
)
def test_any_other_value_is_refused_with_those_that_are_accepted(name: str, value: str) -> None:
    sentence = fault_of_place(name, value)
    assert sentence is not None
    assert f'"{value}" is no {name}' in sentence
    assert "Write one of: " in sentence


def test_a_parameter_that_does_not_exist_is_refused() -> None:
    assert fault_of_place("circut", "9") == (
        '"circut" is no place parameter. Write one of: circuit, land, member_state.'
    )
