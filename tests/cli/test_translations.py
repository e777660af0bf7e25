"""`pristan translations`: a link goes on record only when the person agrees, and is not offered again."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from pristan.case.loader import load_case
from pristan.services.schemas import schema
from tests.cli.conftest import Run
from tests.documents.test_translations import CERTIFICATE, ENGLISH, ORIGINAL
from tests.support.case_folder import PERSON, exhibit, write_case


@pytest.fixture
def case(tmp_path: Path) -> Path:
    papers = [ORIGINAL, ENGLISH, CERTIFICATE]
    tables = [exhibit(one.exhibit, file=f"exhibits/{one.exhibit}.txt") for one in papers]
    folder = write_case(tmp_path / "case", PERSON, *tables)
    (folder / "exhibits").mkdir(exist_ok=True)
    for one in papers:
        (folder / "exhibits" / f"{one.exhibit}.txt").write_text(one.words, encoding="utf-8")
    return folder


def test_links_are_offered_and_go_on_record_one_by_one(run: Run, case: Path) -> None:
    offered = run("translations", case, "--json").json
    jsonschema.validate(offered, schema("translations"))
    assert [(one["kind"], one["exhibit"], one["of"]) for one in offered] == [
        ("translation", "2", "1"),
        ("certificate", "3", "2"),
    ]
    ran = run("translations", case, "--lang", "ru", typed="y\n\n")
    assert "приложение 2, похоже, перевод приложения 1" in ran.out
    assert "2024-03-04" in ran.out
    assert (load_case(case).exhibits["2"].translation_of, load_case(case).exhibits["2"].certified) == ("1", False)
    run("translations", case, typed="y\n")
    assert load_case(case).exhibits["2"].certified
    assert run("translations", case).out.strip() == "Nothing to link."


def test_only_listing_changes_nothing(run: Run, case: Path) -> None:
    before = (case / "case.toml").read_bytes()
    assert "exhibit 3 seems to certify the translation, exhibit 2" in run("translations", case, "--list").out
    assert (case / "case.toml").read_bytes() == before
