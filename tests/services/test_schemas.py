"""Every JSON that a command prints is as its published schema says; so is every case that the loader reads."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from pristan.cli.main import pristan
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use
from pristan.services.cases import open_case
from pristan.services.schemas import schema, schema_names
from pristan.services.stories import story_folder, story_names
from tests.support.case_folder import (
    PERSON,
    SPOUSE,
    event,
    exhibit,
    fact,
    item,
    paper,
    scenario,
    told,
    write_case,
)

STORIES = story_names()


def faults(name: str, data: Any) -> list[str]:
    return [
        f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(schema(name)).iter_errors(data)
    ]


def faults_of_assessment(data: dict[str, Any]) -> list[str]:
    """Faults of an assessment. A trace shows what many routes share many times over: each node is looked at once."""
    nodes: dict[str, Any] = {}

    def bare(node: dict[str, Any]) -> dict[str, Any]:
        children, alone = node["children"], {**node, "children": []}
        assert isinstance(children, list)
        nodes.setdefault(json.dumps(alone, sort_keys=True), alone)
        for child in children:
            bare(child)
        return alone

    found = [one for group in ("routes", "effects") for one in data[group]]
    for owner in [*found, *(ground for one in data["effects"] for ground in one["grounds"])]:
        if "trace" in owner:
            owner["trace"] = bare(owner["trace"])
    whole = schema("assessment")
    trace = Draft202012Validator({**whole["$defs"]["trace"], "$defs": whole["$defs"]})
    assert nodes
    wrong = [
        f"{error.json_path}: {error.message[:200]}" for node in nodes.values() for error in trace.iter_errors(node)
    ]
    return faults("assessment", data) + wrong


def printed(*arguments: str) -> Any:
    found = CliRunner().invoke(pristan, [*arguments, "--json"])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return json.loads(found.stdout)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with one of everything."""
    return write_case(
        tmp_path_factory.mktemp("case"),
        PERSON,
        SPOUSE,
        exhibit("1", issuer="accuser"),
        exhibit("2", issuer="witness", more='date = "2026-03"\ntranslation_of = "1"\ncertified = true'),
        item("charge", "c1"),
        item("nationality", "ru"),
        '[[list]]\nname = "nationality"\ncomplete = true\n',
        fact("where_now", told("US")),
        fact("where_now", told("GE"), more='person = "oleg"\n'),
        fact("us_last_arrival", told("2025-12")),
        fact("charge.stage", paper("charged"), item="c1"),
        fact("charge.kind", paper("drugs_supply", "2", how=None), item="c1"),
        fact("nationality.country", told("RU"), item="ru"),
        event(),
        scenario("final", 'fact = "charge.stage", item = "c1", value = "final"'),
        head={"place": '{ circuit = "9" }'},
    )


# the schemas themselves


@pytest.mark.parametrize("name", schema_names())
def test_each_schema_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_a_schema_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(CaseError, match=r'there is no schema "law". Schemas: .*assessment, .*reading, .*\.'):
        schema("law")


def _objects(node: Any) -> list[Mapping[str, Any]]:
    if isinstance(node, dict):
        return ([node] if "properties" in node else []) + [one for inner in node.values() for one in _objects(inner)]
    return [one for inner in node for one in _objects(inner)] if isinstance(node, list) else []


@pytest.mark.parametrize("name", sorted(set(schema_names()) - {"facts"}))
def test_no_schema_lets_an_unknown_key_pass(name: str) -> None:
    assert all(one.get("additionalProperties") is False for one in _objects(schema(name)))


# what commands print


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--scenario", "final"),
        ("--set", "where_now=GE"),
        ("--person", "oleg"),
        ("--on", "2019-01-01"),
        ("--route", "us.asylum"),
    ],
)
def test_an_assessment_is_as_its_schema_says(small: Path, arguments: tuple[str, ...]) -> None:
    assert faults_of_assessment(printed("assess", str(small), *arguments)) == []


def test_a_fault_deep_in_a_trace_is_found(small: Path) -> None:
    data = printed("assess", str(small), "--route", "us.asylum")
    node = data["routes"][0]["trace"]
    while node["children"]:
        node = node["children"][-1]
    node["answer"] = "perhaps"
    assert [one for one in faults_of_assessment(data) if "perhaps" in one]


@pytest.mark.parametrize("story", STORIES)
def test_the_assessment_of_each_story_is_as_its_schema_says(story: str) -> None:
    assert faults_of_assessment(printed("assess", str(story_folder(story)))) == []


def test_the_list_of_rules_is_as_its_schema_says() -> None:
    assert faults("law_list", printed("law", "list")) == []


def test_every_rule_that_is_shown_is_as_its_schema_says() -> None:
    wrong = {}
    for name in law_in_use().rules:
        if found := faults("law_show", printed("law", "show", name)):
            wrong[name] = found
    assert not wrong


def test_a_check_of_the_law_is_as_its_schema_says() -> None:
    assert faults("law_check", printed("law", "check")) == []


@pytest.mark.parametrize("day", ["2026-11-20", "2028-01-01"])
def test_stale_versions_are_as_their_schema_says(day: str) -> None:
    assert faults("law_stale", printed("law", "stale", "--on", day)) == []


def test_a_comparison_of_two_days_is_as_its_schema_says(small: Path) -> None:
    found = printed("law", "diff", str(small), "1985-01-01", "2026-11-20")
    assert found
    assert faults("law_diff", found) == []


def test_the_open_questions_are_as_their_schema_says(small: Path) -> None:
    found = printed("ask", str(small))
    assert found
    assert faults("questions", found) == []


@pytest.mark.parametrize("story", STORIES)
def test_the_deadlines_of_each_story_are_as_their_schema_says(story: str) -> None:
    assert faults("deadlines", printed("deadlines", str(story_folder(story)))) == []


def test_deadlines_are_as_their_schema_says(small: Path) -> None:
    found = printed("deadlines", str(small))
    assert found
    assert faults("deadlines", found) == []


@pytest.mark.parametrize("name", schema_names())
def test_the_command_prints_the_schema_itself(name: str) -> None:
    found = CliRunner().invoke(pristan, ["schema", name])
    assert json.loads(found.stdout) == schema(name)


# the case file


def as_json(path: Path) -> Any:
    """TOML as the same data in JSON: days as their ISO form."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(tomllib.loads((path / "case.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("story", STORIES)
def test_the_case_of_each_story_is_as_the_schema_says(story: str) -> None:
    assert faults("case", as_json(story_folder(story))) == []


def test_a_case_with_one_of_everything_is_as_the_schema_says(small: Path) -> None:
    assert faults("case", as_json(small)) == []


@pytest.mark.parametrize(
    "tables",
    [
        (PERSON.replace("name =", "nmae ="),),
        (PERSON, exhibit(issuer="police")),
        (PERSON, item("house", "h1")),
        (PERSON, '[[list]]\nname = "charge"\ncomplete = false\n'),
        (PERSON, fact("where_then", told("GE"))),
        (PERSON, fact("where_now", told("Georgia"))),
        (PERSON, fact("where_now")),
        (PERSON, fact("where_now", 'value = "GE"')),
        (PERSON, fact("where_now", told("GE") + ", page = 1")),
        (PERSON, exhibit(), fact("where_now", paper("GE", page=0))),
        (PERSON, exhibit(), fact("where_now", paper("GE") + ', by = "person"')),
        (PERSON, fact("charge.stage", told("final"))),
        (PERSON, fact("spoke_in_public", told("yes"))),
        (PERSON, event().replace('"persecution"', '"home"')),
        (PERSON, scenario("us", 'fact = "where_then", value = "US"')),
        (PERSON, "[[facts]]\n"),
    ],
)
def test_what_the_schema_refuses_the_loader_refuses_too(tmp_path: Path, tables: tuple[str, ...]) -> None:
    folder = write_case(tmp_path, *tables)
    assert faults("case", as_json(folder))
    with pytest.raises(CaseError):
        open_case(folder)


def test_every_question_has_the_form_of_its_answer() -> None:
    properties = schema("facts")["properties"]
    assert properties.keys() == vocabulary().keys()
    for name, one in vocabulary().items():
        assert properties[name]["title"] == one.ask.en
        assert properties[name]["x-list"] == one.list
