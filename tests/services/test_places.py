"""The place of a quote on an exhibit is given as a picture; where there is none, nothing is made up."""

from __future__ import annotations

from pathlib import Path

from pristan.case.loader import load_case
from pristan.services.places import place_of
from tests.documents.intake import made
from tests.support.case_folder import PERSON, write_case

EXHIBIT = """
[[exhibit]]
id = "{id}"
file = "exhibits/{file}"
title = {{ en = "Ruling", ru = "Постановление" }}
kind = "opening"
language = "ru"
issuer = "accuser"
"""


def test_a_quote_is_shown_where_it_stands_and_only_there(tmp_path: Path) -> None:
    folder = write_case(
        tmp_path / "case", PERSON, EXHIBIT.format(id="1", file="a.pdf"), EXHIBIT.format(id="2", file="a.txt")
    )
    (folder / "exhibits").mkdir(exist_ok=True)
    (folder / "exhibits" / "a.pdf").write_bytes(made.pdf())
    (folder / "exhibits" / "a.txt").write_text(made.RULING, encoding="utf-8")
    case = load_case(folder)
    paper, text = case.exhibits["1"], case.exhibits["2"]
    shown = place_of(case, paper, page=1, quote="ч. 1   ст. 280.3")
    assert shown is not None
    assert shown.startswith(b"\x89PNG")
    assert place_of(case, paper, page=1, quote="ст. 228") is None
    assert place_of(case, paper, page=2, quote="ст. 280.3") is None
    assert place_of(case, text, page=1, quote="ст. 280.3") is None
