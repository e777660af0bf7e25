"""The vocabulary refuses what it could not ask: a fact asked twice, an unknown list, a choice without choices."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.kernel.errors import RuleError
from pristan.kernel.vocabulary.facts import LISTS, FactType, load_facts, vocabulary

FACT = {
    "id": '"where_now"',
    "type": '"country"',
    "section": '"place"',
    "ask": '{ en = "Where are you?", ru = "Где вы?" }',
    "why": '{ en = "It decides.", ru = "Это решает." }',
}
CHOICES = '[ { id = "charged", en = "charged", ru = "обвинён" }, { id = "final", en = "final", ru = "вступил" } ]'


def written(**changes: str | None) -> str:
    keys = {**FACT, **changes}
    return "[[fact]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items() if value is not None)


def loaded(folder: Path, *facts: str) -> dict[str, FactType]:
    (folder / "facts.toml").write_text("\n".join(facts), encoding="utf-8")
    return load_facts(folder)


def test_a_fact_is_read_as_written(tmp_path: Path) -> None:
    found = loaded(tmp_path, written(id='"charge.stage"', type='"choice"', choices=CHOICES, sensitive="true"))
    fact = found["charge.stage"]
    assert (fact.type, fact.section, fact.list, fact.sensitive) == ("choice", "place", "charge", True)
    assert [choice.id for choice in fact.choices] == ["charged", "final"]
    text = fact.choice_text("final")
    assert text is not None
    assert text.ru == "вступил"
    assert fact.choice_text("dropped") is None


def test_a_fact_without_a_dot_belongs_to_the_person(tmp_path: Path) -> None:
    assert loaded(tmp_path, written())["where_now"].list is None


@pytest.mark.parametrize("name", LISTS)
def test_a_fact_of_each_list_is_asked_of_its_items(tmp_path: Path, name: str) -> None:
    assert loaded(tmp_path, written(id=f'"{name}.note"', type='"text"'))[f"{name}.note"].list == name


def test_a_fact_of_an_unknown_list_is_refused_with_the_lists(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r'names the list "house". Use one of: charge,') as caught:
        loaded(tmp_path, written(id='"house.address"'))
    assert caught.value.where == "vocabulary/facts.toml:2"


def test_a_fact_asked_twice_is_refused_where_it_is_asked_again(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r'"where_now" is defined twice. Keep one.') as caught:
        loaded(tmp_path, written(), written())
    assert caught.value.where == "vocabulary/facts.toml:9"


def test_a_fact_asked_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(written(), encoding="utf-8")
    with pytest.raises(RuleError, match=r"defined twice"):
        loaded(tmp_path, written())


@pytest.mark.parametrize("kind", ["yes_no", "date", "country", "text", "number", "article"])
def test_only_a_choice_has_choices(tmp_path: Path, kind: str) -> None:
    assert loaded(tmp_path, written(type=f'"{kind}"'))["where_now"].choices == ()
    with pytest.raises(RuleError, match=r'choices if, and only if, its type is "choice"'):
        loaded(tmp_path, written(type=f'"{kind}"', choices=CHOICES))


def test_a_choice_needs_choices(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"needs choices"):
        loaded(tmp_path, written(type='"choice"'))


def test_a_choice_offered_twice_is_refused(tmp_path: Path) -> None:
    twice = CHOICES.replace('"final"', '"charged"', 1)
    with pytest.raises(RuleError, match=r'the choice "charged" stands twice'):
        loaded(tmp_path, written(type='"choice"', choices=twice))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"type": '"integer"'}, "yes_no, date, choice"),
        ({"why": None}, '"why" is missing'),
        ({"ask": '{ en = "Only English" }'}, '"ru" is missing'),
        ({"aks": '"x"'}, '"aks" is not a key'),
        ({"sensitive": '"yes"'}, "true or false"),
    ],
)
def test_a_faulty_fact_is_refused_with_file_and_line(
    tmp_path: Path, changes: dict[str, str | None], named: str
) -> None:
    with pytest.raises(RuleError) as caught:
        loaded(tmp_path, written(**changes))
    assert named in caught.value.sentence
    assert str(caught.value).startswith("vocabulary/facts.toml:")


def test_a_key_beside_the_facts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r'"facts" is not a key'):
        loaded(tmp_path, written(), "[[facts]]\nid = 1\n")


def test_the_shipped_vocabulary_loads() -> None:
    assert vocabulary()["charge.stage"].list == "charge"
    assert vocabulary()["where_now"].type == "country"
