"""The person's statement and the packets of a case file, read strictly: each fault with the value and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.declaration_model import seal_of
from pristan.case.loader import CaseFaults, load_case
from pristan.case.model import Case

HEAD = """
format = "pristan-case/1"
id = "t"
title = { en = "T", ru = "Т" }
language = "ru"
assessed_on = 2026-11-20

[[person]]
id = "ivan"
name = { en = "Ivan Lesnoy", ru = "Иван Лесной" }

[[item]]
list = "charge"
id = "c1"
title = { en = "a case", ru = "дело" }

[[translator]]
id = "olga"
name = { en = "Olga", ru = "Ольга" }
languages = ["ru", "en"]
"""
GOOD = """
[[paragraph]]
id = "p1"
text = "Меня зовут Иван."
facts = ["born", "charge.stage@c1"]
translations = [{ language = "en", text = "My name is Ivan.", by = "olga" }]

[[read_back]]
by = "olga"
language = "ru"
on = 2026-11-18

[[packet]]
profile = "us.eoir"
fields = { court = "A court" }
signed = ["brief"]
waive = [{ rule = "type", by = "A. Lawyer", why = { en = "leave", ru = "разрешено" } }]
"""


def _load(folder: Path, text: str) -> Case:
    (folder / "case.toml").write_text(HEAD + text, encoding="utf-8")
    return load_case(folder)


def test_a_statement_and_a_packet_are_read(tmp_path: Path) -> None:
    told = _load(tmp_path, GOOD).declarations
    (one,) = told.of("ivan")
    assert (one.text, one.language, one.facts) == ("Меня зовут Иван.", "ru", ("born", "charge.stage@c1"))
    made = one.translation("en")
    assert made is not None
    assert made.text == "My name is Ivan."
    packet = told.packet("us.eoir", "ivan")
    assert packet is not None
    assert packet.exhibits is None
    assert packet.waived[0].by == "A. Lawyer"


def test_a_seal_knows_a_changed_word_and_not_changed_white_space() -> None:
    assert seal_of("Меня  зовут\nИван.") == seal_of("Меня зовут Иван.")
    assert seal_of("Меня зовут Иван.") != seal_of("Меня зовут Игорь.")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('by = "olga" }]', 'by = "oleg" }]', "Add [[translator]]"),
        ('"born", ', '"borne", ', "is not a known question"),
        ("charge.stage@c1", "charge.stage@c2", "items: c1"),
        ("charge.stage@c1", "charge.stage", "names no charge"),
        ('"born", ', '"born@c1", ', "is asked once"),
        ('text = "Меня зовут Иван."', 'text = " "', "the paragraph is empty"),
        ('language = "en", text', 'language = "ru", text', "is the original or stands twice"),
        ('signed = ["brief"]', 'signed = ["brief"]\nexhibits = ["9"]', 'there is no exhibit "9"'),
        ('signed = ["brief"]', 'files = { form = "none.pdf" }', 'there is no file "none.pdf"'),
        ('signed = ["brief"]', 'files = { form = "../x.pdf" }', "../x.pdf"),
        ('profile = "us.eoir"', 'profile = "us.eoir"\nperson = "anna"', 'there is no person "anna"'),
        ('signed = ["brief"]', 'singed = ["brief"]', '"singed" is not a key'),
    ],
)
def test_a_fault_is_named_with_the_next_step(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(CaseFaults) as fault:
        _load(tmp_path, GOOD.replace(old, new))
    assert says in str(fault.value)


def test_a_packet_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseFaults, match="is listed twice"):
        _load(tmp_path, GOOD + '[[packet]]\nprofile = "us.eoir"\n')
