"""`pristan country`: what a user sees of the country data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pristan.services.schemas import schema
from pristan.services.stories import story_folder, story_names
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, told, write_case

from .conftest import Run

PLANTED = str(story_folder("planted"))
CYRILLIC = re.compile("[А-Яа-яЁё]")


def valid(name: str, data: object) -> bool:
    return Draft202012Validator(schema(name)).is_valid(data)


@pytest.mark.parametrize("name", story_names())
def test_the_matches_of_every_story_are_as_the_schema_says(run: Run, name: str) -> None:
    found = run("country", "match", story_folder(name), "--json")
    assert found.code == 0
    errors = list(Draft202012Validator(schema("country_match")).iter_errors(found.json))
    assert not errors, errors[0].message[:300]


@pytest.mark.parametrize(
    ("story", "pattern", "sign"),
    [
        ("planted", "drug_planting", "no_trace_of_person"),
        ("antiwar", "discrediting", "soon_after_public_act"),
        ("raided", "business_raiding", "only_money_wanted"),
        ("witness", "jehovahs_witnesses", "others_like_you_prosecuted"),
        ("returned", "onward_to_central_asia", "torture_reported_there"),
    ],
)
def test_each_story_shows_the_pattern_that_it_tells_of(run: Run, story: str, pattern: str, sign: str) -> None:
    matches = run("country", "match", story_folder(story), "--json").json["patterns"]
    mine = [one for one in matches if one["id"] == pattern and one["fit"] == "signs"]
    assert sign in {shown["id"] for one in mine for shown in one["signs"] if shown["shown_by"]}
    assert all(one["sources"] for one in mine)


@pytest.mark.parametrize(
    ("story", "pattern"),
    [
        ("planted", "discrediting"),
        ("antiwar", "drug_planting"),
        ("witness", "other_muslims"),
        ("returned", "drug_planting"),
    ],
)
def test_a_story_is_not_shown_the_pattern_of_another(run: Run, story: str, pattern: str) -> None:
    found = run("country", "match", story_folder(story), "--json").json["patterns"]
    assert pattern not in {one["id"] for one in found}


def test_signs_stand_with_exhibit_and_page_and_the_other_side_is_heard(run: Run) -> None:
    out = run("country", "match", PLANTED, "--lang", "en").out
    assert "found no prints or DNA of the person on the item (Exhibit 13 p. 2)" in out
    assert "what the other side will say" in out
    assert "Country evidence against the person" in out
    assert "0.25 %" in out
    assert "≠" in out[out.index("0.25 %") :]


def test_the_person_in_russia_is_warned_of_holding_the_sources(run: Run) -> None:
    assert "Не храните" in run("country", "match", PLANTED, "--lang", "ru").out
    assert "Do not store" not in run("country", "match", story_folder("antiwar")).out


def test_a_case_that_shows_nothing_says_so_and_names_the_questions(run: Run, tmp_path: Path) -> None:
    out = run("country", "match", write_case(tmp_path, PERSON, fact("where_now", told("CZ")))).out
    assert "No documented pattern is shown by what is on record." in out
    assert "In which region did you live" in out


def test_what_the_accuser_only_alleges_is_marked(run: Run, tmp_path: Path) -> None:
    tables = [exhibit("1", issuer="accuser"), item("charge", "c1"), fact("charge.article", paper("УК 228"), item="c1")]
    tables.append(fact("charge.forced_confession", told(True), paper(False, how="alleges"), item="c1"))
    out = run("country", "match", write_case(tmp_path, PERSON, *tables, fact("was_hurt_in_custody", told(True)))).out
    assert "disputed: own word / Exhibit 1 p. 1, alleged by the accuser" in out


def test_no_score_and_no_promise_is_printed(run: Run) -> None:
    for story in story_names():
        for language in ("en", "ru"):
            out = run("country", "match", story_folder(story), "--lang", language).out
            assert not re.search(r"\b(score|probab\w*|cleared|safe)\b|вероятност|безопасн", out, re.IGNORECASE), story


def test_an_article_shows_how_it_stood_on_the_day(run: Run) -> None:
    out = run("country", "article", "ч. 1 ст. 280.3 УК РФ", "--on", "2022-03-03").out
    assert "NOT YET in force on that day" in out
    found = run("country", "article", "ч. 1 ст. 280.3 УК РФ, ст. 105 УК", "--on", "2022-09", "--json").json
    assert valid("country_article", found)
    assert [one["edition"] is None for one in found] == [False, True]


def test_a_text_without_an_article_is_refused(run: Run) -> None:
    found = run("country", "article", "не знаю")
    assert found.code == 2
    assert "no article is read" in found.err


def test_figures_that_differ_are_printed_together(run: Run) -> None:
    found = run("country", "figures", "acquittals", "--json").json
    assert valid("country_figures", found)
    assert ["acq_2024_ng", "acq_2024_ag"] in [[one["id"] for one in group] for group in found]


def test_an_unknown_topic_names_the_topics(run: Run) -> None:
    found = run("country", "figures", "weather")
    assert found.code == 2
    assert "acquittals" in found.err


def test_travel_never_calls_an_unverified_country_low(run: Run) -> None:
    found = run("country", "travel", "--json").json
    assert valid("country_travel", found)
    for one in found:
        if "unverified" in (one["relation"]["confidence"], one["relation"]["confidence_practice"]):
            assert one["risk"] in ("unverified", "high"), one["country"]
    assert run("country", "travel", "FJ", "--json").json[0]["risk"] == "unknown"


def test_a_country_written_otherwise_is_refused(run: Run) -> None:
    assert run("country", "travel", "Armenia").code == 2


def test_a_term_with_two_meanings_prints_both(run: Run) -> None:
    found = run("country", "term", "ВК", "--json").json
    assert valid("country_term", found)
    assert len(found) == 2


def test_russian_is_russian(run: Run) -> None:
    lines = run("country", "travel", "--lang", "ru").out.splitlines()
    assert all(CYRILLIC.search(line) for line in lines)
