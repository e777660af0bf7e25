"""`pristan build --packet`: drafts always build, --check refuses, a rebuild is byte-identical."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from pristan.cli.main import pristan
from pristan.services.schemas import schema

PARTNER = Path(__file__).parents[3] / "stories" / "partner"


def _build(out: Path, *more: str) -> Result:
    return CliRunner().invoke(pristan, ["build", str(PARTNER), "--packet", "un.cat", "--out", str(out), *more])


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("packet")
    made = _build(out)
    assert made.exit_code == 0, made.output
    return out / "un.cat_nikita"


def test_drafts_are_marked_in_their_names_and_nowhere_in_the_papers(drafts: Path) -> None:
    names = [one.name for one in drafts.iterdir() if one.is_file() and one.name != "packet.json"]
    assert names
    assert all(name.startswith("draft_") for name in names)


def test_check_exits_1_and_says_what_would_be_refused_and_by_which_rule(drafts: Path) -> None:
    checked = _build(drafts.parent, "--check")
    assert checked.exit_code == 1
    assert "Complaint form of the treaty bodies: it is not in the packet" in checked.output
    assert "Guidance for submitting an individual communication to the UN treaty bodies" in checked.output


def test_a_rebuild_is_byte_identical(drafts: Path, tmp_path: Path) -> None:
    assert _build(tmp_path).exit_code == 0
    again = tmp_path / "un.cat_nikita"
    for one in sorted(drafts.rglob("*")):
        if one.is_file():
            assert (again / one.relative_to(drafts)).read_bytes() == one.read_bytes(), one.name


def test_the_record_of_the_packet_has_its_published_form(drafts: Path) -> None:
    jsonschema.validate(json.loads((drafts / "packet.json").read_text(encoding="utf-8")), schema("packet"))


def test_a_packet_that_is_not_there_is_named_with_those_that_are() -> None:
    asked = CliRunner().invoke(pristan, ["build", str(PARTNER), "--packet", "us.nowhere", "--out", "x"])
    assert "us.eoir" in str(asked.exception)


def test_the_list_names_the_packets_that_fit() -> None:
    listed = CliRunner().invoke(pristan, ["build", str(PARTNER), "--packet", "list"])
    assert listed.exit_code == 0
    assert "uk.ftt: " in listed.output
    assert "us.eoir: " not in listed.output


def test_the_list_has_its_published_form() -> None:
    listed = CliRunner().invoke(pristan, ["build", str(PARTNER), "--packet", "list", "--json"])
    found = json.loads(listed.output)
    jsonschema.validate(found, schema("packet_list"))
    assert "uk.ftt" in {one["packet"] for one in found}
