"""An event without a date of its own is shown at what the sources say, and never at a day that nobody gave."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.loader import load_case
from pristan.chronology.dated import dated_events
from tests.support.case_folder import PERSON, exhibit, write_case

EVENTS = """
[[event]]
id = "search"
title = { en = "Search", ru = "Обыск" }
lane = "persecution"
[[event]]
id = "arrest"
title = { en = "Arrest", ru = "Арест" }
lane = "persecution"
when = "2026-03-09"
"""


def shown(folder: Path, *statements: str) -> dict[str, str]:
    tables = [
        f'[[statement]]\nid = "s{number}"\nexhibit = "1"\nabout = "search"\n{more}\n'
        for number, more in enumerate(statements)
    ]
    case = load_case(write_case(folder, PERSON, exhibit("1"), EVENTS, *tables))
    placed, undated = dated_events(case)
    return {event.id: str(event.when) for event in placed} | {event.id: "none" for event in undated}


@pytest.mark.parametrize(
    ("statements", "when"),
    [
        ((), "none"),
        (("counts = { officers = 4 }",), "none"),
        (('when = "2026-03"',), "2026-03"),
        (('when = "2026-03"', 'when = "2026-03-04"'), "2026-03-04"),
        (('when = "2026-03-04"', 'when = "2026-03-06"'), "[2026-03-04,2026-03-06]"),
        (('begins = "2026-03-04"\nends = "2026-03-06"',), "2026-03-04/2026-03-06"),
        (('words = "about March 2026"',), "2026-03~"),
        (('order = [{ before = "arrest" }]',), "../2026-03-09"),
        (('order = [{ after = "arrest" }]',), "2026-03-09/.."),
    ],
)
def test_an_event_without_a_date_is_shown_at_what_the_sources_say(
    statements: tuple[str, ...], when: str, tmp_path: Path
) -> None:
    assert shown(tmp_path, *statements) == {"search": when, "arrest": "2026-03-09"}
