"""A view that cannot be laid out is refused; every field explains itself; the schema describes what is written."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import jsonschema
import pytest
from tests.filings.dossier.sample import sample

from pristan.filings.dossier import annex, parts, route
from pristan.filings.dossier import view as view_module
from pristan.filings.dossier.codes import Node, Verdict
from pristan.filings.dossier.json_file import render_json
from pristan.filings.dossier.route import RouteGroup, RouteRow, RouteSection, Trace, TraceLine, VerdictCell
from pristan.filings.dossier.schema import dossier_schema
from pristan.filings.dossier.told import help_of
from pristan.filings.dossier.view import DossierView, Scenario
from pristan.kernel.language import Language


def test_every_field_has_a_help_sentence() -> None:
    for module in (annex, parts, route, view_module):
        for kind in vars(module).values():
            if isinstance(kind, type) and is_dataclass(kind):
                for field in fields(kind):
                    assert help_of(field).endswith("."), (kind.__name__, field.name)


def test_the_sample_fits_the_schema(view: DossierView) -> None:
    schema = dossier_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render_json(view)), schema)


@pytest.mark.parametrize(
    ("place", "value"), [(("view", "title"), 5), (("view", "groups", 0, "does"), "perhaps"), (("view", "extra"), "x")]
)
def test_the_schema_refuses_what_the_view_cannot_hold(place: tuple[str | int, ...], value: object) -> None:
    document: Any = json.loads(render_json(sample(Language.EN)))
    inner = document
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, dossier_schema())


def test_json_keeps_texts_unchanged_and_names_the_words_of_codes() -> None:
    document = json.loads(render_json(replace(sample(Language.RU), person="a\u202eb <b>")))
    assert document["view"]["person"] == "a\u202eb <b>"
    assert document["words"]["verdict"]["unproven"] == "Не доказано"


def test_both_languages_of_the_sample_have_the_same_shape() -> None:
    english, russian = (json.loads(render_json(sample(language)))["view"] for language in Language)

    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(item) for key, item in value.items() if key != "translation"}
        return [shape(item) for item in value] if isinstance(value, list) else bool(value)

    assert shape(english) == shape(russian)


def row(name: str, cells: int) -> RouteRow:
    cell = VerdictCell(verdict=Verdict.OPEN)
    return RouteRow(id=name, forum="F", title="T", cells=(cell,) * cells)


def refused(message: str, **changes: Any) -> None:
    with pytest.raises(ValueError, match=message):
        replace(sample(Language.EN), **changes)


def test_a_row_without_a_cell_for_each_scenario_is_refused() -> None:
    refused("short has 2 cells for 6 scenarios", other_routes=(row("short", 2),))


def test_a_route_listed_twice_is_refused() -> None:
    refused("listed twice", other_routes=(row("us.asylum", 6),))


def test_a_section_without_a_row_is_refused() -> None:
    refused("section nowhere has no row", sections=(RouteSection(id="nowhere"),))


def test_a_first_scenario_that_supposes_something_is_refused() -> None:
    first, *others = sample(Language.EN).scenarios
    refused("supposes nothing", scenarios=(replace(first, supposed=("x",)), *others))


def test_scenarios_with_the_same_id_are_refused() -> None:
    refused("distinct ids", scenarios=(Scenario(id="a", name="A"),) * 6)


@pytest.mark.parametrize("depths", [(1,), (0, 2), (0, 1, 3), (0, -1)])
def test_a_trace_that_is_not_a_tree_is_refused(depths: tuple[int, ...]) -> None:
    lines = tuple(TraceLine(depth=depth, kind=Node.RULE, title="x") for depth in depths)
    refused("jumps to depth", sections=(RouteSection(id="us.asylum", traces=(Trace(scenario="today", lines=lines),)),))


def test_a_trace_line_without_a_title_is_refused_unless_it_only_groups() -> None:
    def section(kind: Node) -> RouteSection:
        return RouteSection(id="us.asylum", traces=(Trace(scenario="today", lines=(TraceLine(depth=0, kind=kind),)),))

    refused("has no title", sections=(section(Node.ELEMENT),))
    assert replace(sample(Language.EN), sections=(section(Node.ANY),)).sections


def test_a_trace_for_an_unknown_scenario_is_refused() -> None:
    refused("unknown scenario", sections=(RouteSection(id="us.asylum", traces=(Trace(scenario="never", lines=()),)),))


def test_a_group_may_be_empty_and_effects_may_be_missing() -> None:
    view = sample(Language.EN)
    groups = (RouteGroup(does=view.groups[0].does, rows=()), *view.groups[1:])
    kept = {row.id for group in groups for row in group.rows}
    sections = tuple(section for section in view.sections if section.id in kept)
    assert replace(view, groups=groups, sections=sections, effects=()).effects == ()
