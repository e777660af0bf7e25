"""What the person explains stays in the notes; what the person discloses goes into filings, and nothing else does."""

from __future__ import annotations

from pathlib import Path

from tests.support.case_folder import PERSON, exhibit, write_case

from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.filings.corrections import disclosed_corrections

STATEMENTS = """
[[event]]
id = "search"
when = "2026-03-04"
title = { en = "Search", ru = "Обыск" }
lane = "persecution"
[[account]]
id = "told"
kind = "interview"
date = "2026-05-01"
[[statement]]
id = "paper"
exhibit = "1"
about = "search"
when = "2026-03-04"
[[statement]]
id = "word"
account = "told"
quote = "on the fifth"
about = "search"
when = "2026-03-05"
"""


def explained(folder: Path, more: str) -> Case:
    text = (
        '[[explanation]]\nid = "x"\nstatements = ["word"]\ncause = "slip"\n'
        f'text = {{ en = "A slip.", ru = "Ошибся." }}\n{more}\n'
    )
    return load_case(write_case(folder, PERSON, exhibit("1"), STATEMENTS, text))


def test_a_disclosed_explanation_is_filed_with_the_words_it_corrects(tmp_path: Path) -> None:
    found = disclosed_corrections(explained(tmp_path, "disclose = true"))
    assert [one.text.en for one in found] == ["A slip."]
    assert [place.quote for place in found[0].places] == ["on the fifth"]


def test_an_explanation_not_disclosed_is_not_filed(tmp_path: Path) -> None:
    assert disclosed_corrections(explained(tmp_path, "")) == ()
