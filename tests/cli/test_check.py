"""`pristan check` on the stories: what was planted in them is found, near-misses stay quiet, exit codes and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from pristan.cli.check import check_command
from pristan.services.schemas import schema
from pristan.services.stories import story_folder
from tests.support.case_folder import PERSON, exhibit, fact, write_case

# What STORY.md says is planted, as far as it is a disagreement between sources: one irreducible set of each.
PLANTED = {
    "planted": [
        {"s02_file_time", "s08_stop", "s10_photo_before_stop"},
        {"s01_sealed", "s02_seal_intact", "s02_file_time"},
        {"s07_bundle", "s10_mass"},
        {"s07_bundle", "s13_tape"},
        {"s08_stop", "s20_not_held"},
        {"s02_no_counsel", "s02_asks_for_counsel"},
        {"s02_code_given", "s16_no_code"},
    ],
    "antiwar": [{"s05_search", "s06_questioned"}, {"s01_in_force", "s04_in_force"}],
    "raided": [{"s01_damage", "s02_damage"}, {"s01_not_delivered", "s07_delivered"}, {"fact:born#1", "i10"}],
    "witness": [{"fact:born#1", "fact:born#2"}],
    "returned": [{"s01_lessons", "s03_lessons"}, {"s01_questioned", "s02_hiding"}, {"s01_article", "s09_article"}],
}


def run(folder: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(check_command, [str(folder), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


@pytest.mark.parametrize("story", sorted(PLANTED))
def test_what_is_planted_in_a_story_is_found_and_nothing_else(story: str) -> None:
    code, output = run(story_folder(story), "--json")
    data = json.loads(output)
    assert code == 1
    jsonschema.validate(data, schema("check"))
    found = [{frozenset(members) for members in one["sets"]} for one in data["open"]]
    for wanted in PLANTED[story]:
        assert any(frozenset(wanted) in sets for sets in found), wanted
    assert len(found) == len(PLANTED[story])
    assert data["not_read"] == []
    assert data["misquoted"] == []


def test_a_slip_that_the_person_explained_is_listed_apart_and_not_counted() -> None:
    _, output = run(story_folder("witness"), "--json")
    (slip,) = json.loads(output)["explained"]
    assert [set(members) for members in slip["sets"]] == [{"s_registration_left", "s10_left"}]


@pytest.mark.parametrize(("language", "words"), [("en", "Papers contradict each other"), ("ru", "Бумаги противоречат")])
def test_both_languages_say_it_in_plain_words(language: str, words: str) -> None:
    code, output = run(story_folder("antiwar"), "--lang", language)
    assert code == 1
    assert words in output


def test_words_that_the_case_quotes_and_the_paper_does_not_hold_are_told_and_end_with_one(tmp_path: Path) -> None:
    says = 'value = "1990-01-02", exhibit = "1", page = 1, how = "own_act", quote = "born on 2 January 1990"'
    folder = write_case(tmp_path, PERSON, exhibit("1"), fact("born", says))
    (folder / "exhibits/1.txt").write_text("She was born on 3 January 1990 in Kazan.\n", encoding="utf-8")
    code, output = run(folder)
    assert code == 1
    assert "Quoted words that do not stand where the case says: 1" in output
    (folder / "exhibits/1.txt").write_text("She was born on 2 January 1990 in Kazan.\n", encoding="utf-8")
    assert run(folder)[0] == 0


STATEMENTS = """
[[event]]
id = "search"
when = "2026-03-04"
title = { en = "Search", ru = "Обыск" }
lane = "persecution"
[[statement]]
id = "a"
exhibit = "1"
about = "search"
when = "2026-03-04"
[[account]]
id = "told"
kind = "interview"
[[statement]]
id = "b"
account = "told"
about = "search"
when = "2026-03-05"
"""
EXPLAINED = """
[[explanation]]
id = "x"
statements = ["b"]
cause = "slip"
text = { en = "It was past midnight.", ru = "Было уже за полночь." }
"""


def test_a_memory_differs_and_does_not_contradict(tmp_path: Path) -> None:
    code, output = run(write_case(tmp_path, PERSON, exhibit("1"), STATEMENTS))
    assert code == 1
    assert "differs" in output
    assert "contradict" not in output


def test_an_explained_difference_stays_in_the_notes_and_the_exit_code_is_0(tmp_path: Path) -> None:
    code, output = run(write_case(tmp_path, PERSON, exhibit("1"), STATEMENTS, EXPLAINED))
    assert code == 0
    assert "It was past midnight." in output
    assert "Each contradiction found has an explanation" in output
    assert "No contradictions were found" not in output
    assert "→" not in output  # nobody is asked again for what is explained


def test_what_does_not_parse_is_shown_and_not_guessed(tmp_path: Path) -> None:
    unread = STATEMENTS.replace('when = "2026-03-05"', 'words = "when the lilac was out"')
    code, output = run(write_case(tmp_path, PERSON, exhibit("1"), unread))
    assert code == 0
    assert "when the lilac was out" in output


def test_a_case_without_statements_says_that_nothing_was_compared(tmp_path: Path) -> None:
    code, output = run(write_case(tmp_path, PERSON))
    assert code == 0
    assert "nothing could be compared" in output
    assert "No contradictions" not in output


PAPERS = """
[[event]]
id = "search"
title = { en = "Search", ru = "Обыск" }
lane = "persecution"
[[statement]]
id = "a"
exhibit = "1"
about = "search"
when = "2026-03-04"
QUOTE
[[statement]]
id = "b"
exhibit = "2"
about = "search"
when = "2026-04-03"
"""


@pytest.mark.parametrize(
    ("quote", "offered"),
    [
        ('quote = "обыск проведён 04.03.2026"', True),
        ('quote = "обыск проведён 4 марта 2026 года"', False),
        ("", True),
    ],
)
def test_day_and_month_can_be_exchanged_only_where_both_stand_in_figures(
    quote: str, offered: bool, tmp_path: Path
) -> None:
    _, output = run(write_case(tmp_path, PERSON, exhibit("1"), exhibit("2"), PAPERS.replace("QUOTE", quote)), "--json")
    (one,) = json.loads(output)["open"]
    swaps = [mend["statement"] for mend in one["mends"] if "exchanged" in mend["text"]["en"]]
    assert ("a" in swaps) is offered


def test_a_slip_in_one_paper_is_offered_only_if_it_would_mend_all(tmp_path: Path) -> None:
    third = '[[statement]]\nid = "c"\nexhibit = "3"\nabout = "search"\nwhen = "2026-04-03"\n'
    papers = (exhibit("1"), exhibit("2"), exhibit("3"), PAPERS.replace("QUOTE", ""), third)
    _, output = run(write_case(tmp_path, PERSON, *papers), "--json")
    (one,) = json.loads(output)["open"]
    assert {mend["statement"] for mend in one["mends"] if mend["how"] == "typo"} == {"a"}


def test_one_paper_that_says_two_things_contradicts_itself(tmp_path: Path) -> None:
    one_paper = PAPERS.replace("QUOTE", "").replace('exhibit = "2"', 'exhibit = "1"')
    _, output = run(write_case(tmp_path, PERSON, exhibit("1"), one_paper))
    assert "A paper contradicts itself" in output
