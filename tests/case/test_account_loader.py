"""Statements about events are read strictly: each fault names its line and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.loader import CaseFaults, load_case
from pristan.chronology.check import check
from pristan.kernel.errors import CaseError
from tests.support.case_folder import PERSON, event, exhibit, line_of, write_case

GOOD = '[[statement]]\nid = "a"\nexhibit = "1"\nabout = "search"\nwhen = "2026-03-04"\n'


def fault(folder: Path, *tables: str) -> str:
    write_case(folder, PERSON, exhibit("1"), event("search"), *tables)
    with pytest.raises(CaseFaults) as found:
        load_case(folder)
    return str(found.value)


def test_a_statement_is_read_with_all_it_says(tmp_path: Path) -> None:
    more = (
        'at = "20:10/21:35"\nplace = "Казань"\npresent = true\npersons = { investigator = "Сомов О.В." }\n'
        'counts = { officers = 4 }\namounts = { mass = "4,12 г" }\nanswers = { injured = false }\n'
    )
    case = load_case(write_case(tmp_path, PERSON, exhibit("1"), event("search"), GOOD + more))
    one = case.accounts.statements[0]
    assert (one.about, str(one.when), one.present, dict(one.counts)) == (
        "search",
        "2026-03-04",
        ("anna",),
        {"officers": "4"},
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('account = "x"\n', "name one source"),
        ('words = "4 March 2026"\n', '"words" stands instead of'),
        ('at = "25:70"\n', '"25:70" is not a clock time'),
        ('lasts = "3 days"\n', '"3 days" is not a length of time'),
        ('order = [{ after = "wedding" }]\n', 'there is no event "wedding"'),
        ('zone = "+03:00"\n', '"zone" belongs to a clock time'),
        ('mood = "sad"\n', '"mood" is not a key that is read here'),
        ('age = "old"\n', '"age" is'),
        ('present = ["boris"]\n', 'there is no person "boris"'),
    ],
)
def test_a_fault_of_a_statement_is_a_sentence_with_its_line(more: str, words: str, tmp_path: Path) -> None:
    said = fault(tmp_path, GOOD + more)
    assert words in said
    assert any(f":{line}:" in said for line in range(line_of(tmp_path, "[[statement]]"), 60))


def test_a_statement_about_an_event_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    assert 'there is no event "wedding"' in fault(tmp_path, GOOD.replace('"search"', '"wedding"'))


def test_a_tolerance_that_is_not_in_the_table_is_refused(tmp_path: Path) -> None:
    case = load_case(
        write_case(tmp_path, PERSON, exhibit("1"), event("search"), GOOD, '[tolerance]\nabout_century = "P9Y"\n')
    )
    with pytest.raises(CaseError, match="about_century"):
        check(case)


def test_a_case_may_widen_a_margin(tmp_path: Path) -> None:
    other = (
        '[[account]]\nid = "told"\nkind = "interview"\n'
        '[[statement]]\nid = "b"\naccount = "told"\nabout = "search"\nwhen = "2026-04-20~"\n'
    )
    narrow = load_case(write_case(tmp_path / "a", PERSON, exhibit("1"), event("search"), GOOD, other))
    wide = load_case(
        write_case(
            tmp_path / "b", PERSON, exhibit("1"), event("search"), GOOD, other, '[tolerance]\nabout_day = "P60D"\n'
        )
    )
    assert len(check(narrow).contradictions) == 1
    assert check(wide).contradictions == ()
