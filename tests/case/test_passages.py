"""A passage of a report names its page, its words and one thing that it is cited for, or is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pristan.case.loader import CaseFaults, load_case
from pristan.case.passages import Passage
from pristan.kernel.fault_words import text_of
from pristan.services.case_schema import case_schema
from tests.support.case_folder import PERSON, SPOUSE, exhibit, passage, write_case

PATTERN = 'pattern = "drug_planting"'


def read(folder: Path, *tables: str) -> tuple[Passage, ...]:
    return load_case(write_case(folder, PERSON, SPOUSE, exhibit(), *tables)).passages


def test_what_a_passage_says_is_read_with_its_place_and_purpose(tmp_path: Path) -> None:
    first, second = read(
        tmp_path,
        passage("q1", PATTERN, "laid there by the police", page=3, more='indicator = "no_prints"'),
        passage("q2", 'element = "us.x#fear"', "was freed", more='against = true\nperson = "oleg"'),
    )
    assert (first.target, first.page, first.against, first.person) == ("drug_planting.no_prints", 3, False, "anna")
    assert (second.target, second.pattern, second.against, second.person) == ("us.x#fear", None, True, "oleg")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (passage("q1", "", "words"), "cited for one thing"),
        (passage("q1", f'{PATTERN}\nelement = "us.x#fear"', "words"), "cited for one thing"),
        (passage("q1", 'element = "us.x#fear"\nindicator = "no_prints"', "words"), "an indicator belongs to a pattern"),
        (passage("q1", 'element = "us.x"', "words"), "Write RULE#ELEMENT"),
        (passage("q1", 'element = "#fear"', "words"), "Write RULE#ELEMENT"),
        (passage("q1", PATTERN, " ... — "), "holds no word"),
        (passage("q1", PATTERN, "words", page=0), "Pages are counted from 1"),
        (passage("q1", PATTERN, "words", exhibit="7"), 'there is no exhibit "7"'),
        (passage("q1", PATTERN, "words", more='person = "igor"'), 'there is no person "igor"'),
        (passage("q1", PATTERN, "words", more="value = true"), '"value" is not a key that is read here'),
        (passage("q1", PATTERN, "words").replace("page = 1\n", ""), "a passage stands on a page"),
        (passage("q1", PATTERN, "words") + passage("q1", PATTERN, "others"), "listed twice"),
    ],
)
def test_a_passage_that_is_wrong_is_refused_with_its_line(tmp_path: Path, table: str, told: str) -> None:
    with pytest.raises(CaseFaults) as caught:
        read(tmp_path, table)
    (fault,) = caught.value.faults
    assert told in fault.sentence
    assert "case.toml:" in str(fault.where)
    assert text_of(fault).ru != text_of(fault).en


def test_the_published_form_of_the_case_file_takes_the_same_passages() -> None:
    table = case_schema()["properties"]["passage"]
    own = {"id": "q1", "exhibit": "1", "page": 1, "quote": "words"}
    good = [own | {"pattern": "x", "indicator": "y"}, own | {"element": "a.b#c", "against": True}]
    assert Draft202012Validator(table).is_valid(good)
    for bad in (own, own | {"pattern": "x", "element": "a.b#c"}, own | {"element": "a.b"}, own | {"indicator": "y"}):
        assert not Draft202012Validator(table).is_valid([bad])
