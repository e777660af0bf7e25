"""The records of the first hours: sentences in both languages, each with an authority; faults are refused."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import pristan.law.emergency as package
from pristan.kernel.errors import RuleError
from pristan.law.emergency.load import load_emergency, shipped_emergency
from pristan.law.emergency.model import Line, Situation
from pristan.law.treaties.status import treaty_named

SHIPPED = Path(package.__file__).parent
PROMISES = re.compile(
    r"\b(safe\w*|cleared|guarantee\w*|probab\w*|likely|безопасн(?!о\b|ее)\w*|гарант\w*|вероятн\w*)\b", re.I
)


def _lines() -> list[Line]:
    law = shipped_emergency()
    return [*law.lead, *law.say, *law.stop, *law.fill, *law.refuse, *law.family, *law.notes]


def test_no_sentence_promises_anything() -> None:
    texts = [text for line in _lines() for text in (line.text, line.if_not, line.if_unknown) if text]
    texts += [text for clock in shipped_emergency().clocks for text in (clock.title, clock.ends)]
    assert not [text for text in texts if PROMISES.search(text.en) or PROMISES.search(text.ru)]


def test_what_was_compared_after_the_day_of_the_research_sheets_names_the_page_that_was_read() -> None:
    records = [*_lines(), *shipped_emergency().clocks]
    later = [one for one in records if one.basis.checked > date(2026, 11, 20)]
    assert later
    assert not [one.id for one in later if not any(source.url for source in one.basis.sources)]


def test_the_choice_of_one_body_is_left_out_exactly_where_the_table_knows_that_neither_committee_can_act() -> None:
    choice = next(line for line in _lines() if line.id == "note.one_body")
    neither = treaty_named("hrc_op1").outside & treaty_named("cat22").outside
    assert set(choice.reach.not_here) == neither


def test_every_sentence_stands_in_both_languages() -> None:
    for line in _lines():
        assert re.search("[A-Za-z]", line.text.en), line.id
        assert re.search("[А-Яа-я]", line.text.ru), line.id


@pytest.mark.parametrize("situation", Situation)
def test_every_situation_has_something_to_say_somebody_to_ask_and_something_not_to_sign(situation: Situation) -> None:
    law = shipped_emergency()
    for part in (law.lead, law.say, law.stop, law.fill, law.refuse, law.family):
        assert any(situation in line.when for line in part)


def test_what_is_said_in_the_language_of_the_place_says_that_nobody_checked_it() -> None:
    for line in shipped_emergency().say:
        if set(line.spoken) - {"en", "ru"}:
            assert any("native lawyer" in doubt.en for doubt in line.basis.doubts), line.id


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "emergency"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("family.toml", "checked = 2026-11-20\n", "", "no `checked` day"),
        ("refuse.toml", 'situations = ["arrest"]', 'situations = ["arest"]', '"arest" is no situation'),
        ("stop.toml", 'treaty = "echr"', 'treaty = "ecrh"', 'the treaty "ecrh" is not in the table'),
        ("stop.toml", "if_not = {", "if_no = {", "say what is printed if it does not bind"),
        ("clocks.toml", 'length = "PT72H"\n', "", "a clock from the arrest has a length"),
        ("clocks.toml", 'id = "clock.kz.prosecutor"', 'id = "clock.kz.72_hours"', "stands twice"),
        ("fill.toml", "[[line.authority]]", "[[line.autority]]", "cites no authority"),
    ],
)
def test_a_fault_is_refused_with_a_sentence(copied: Path, file: str, old: str, new: str, sentence: str) -> None:
    path = copied / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError, match=sentence):
        load_emergency(copied)
