"""`pristan emergency`: five answers, the page in both languages, the same order, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pristan.cli.emergency_words import QUESTIONS
from pristan.kernel.language import Language
from pristan.services.emergency_words import WORDS
from pristan.services.schemas import schema
from pristan.services.stories import story_folder
from tests.cli.conftest import Run

ARREST = ("--where", "CZ", "--what", "arrest", "--held", "2026-11-19 16:40", "--zone", "+01:00")
AT = ("--at", "2026-11-19 18:00")
HEADINGS = ("say", "stop", "fill", "refuse", "clock", "family")


@pytest.mark.parametrize("language", Language)
def test_the_page_keeps_its_order_in_both_languages(run: Run, language: Language) -> None:
    found = run("emergency", *ARREST, *AT, "--lang", language.value)
    assert found.code == 0
    places = [found.out.index(WORDS[name].to(language).upper()) for name in HEADINGS]
    assert places == sorted(places)


def test_the_days_are_those_of_the_convention_and_the_doubtful_sentence_says_so(run: Run) -> None:
    out = run("emergency", *ARREST, *AT).out
    assert "2026-12-07" in out
    assert "2026-12-29" in out
    assert "not verified" in out


def test_on_the_russian_page_of_a_country_without_words_english_stands_over_the_russian_meaning(run: Run) -> None:
    out = run("emergency", "--where", "TH", "--what", "border", *AT, "--lang", "ru").out
    assert "«I ask for a defence lawyer and an interpreter into Russian.» [по-английски]\n      Прошу защитника" in out
    assert "Проверенных фраз на языке этой страны здесь нет" in out


def test_lines_fit_a_printed_page(run: Run) -> None:
    assert max(map(len, run("emergency", *ARREST, *AT, "--lang", "ru").out.splitlines())) <= 110


def test_the_five_questions_are_asked_where_no_case_and_no_option_answers(run: Run) -> None:
    found = run("emergency", *AT, typed="CZ\nremoval\n\n\n2026-11-25 10:00\n")
    assert found.code == 0
    for text in QUESTIONS.values():
        assert text.en in found.out


def test_a_wrong_answer_is_asked_again_with_the_accepted_form(run: Run) -> None:
    found = run("emergency", *AT, typed="UK\nGB\nborder\nRU\n\n\n")
    assert found.code == 0
    assert "The United Kingdom is GB" in found.out
    assert "United Kingdom" in found.out.split("Asked for by", maxsplit=1)[0].rsplit("First hours", maxsplit=1)[1]


def test_with_options_only_what_decides_is_asked(run: Run) -> None:
    found = run("emergency", "--held", "2026-11-19", *AT, typed="CZ\narrest\n")
    assert found.code == 0
    assert QUESTIONS["departure"].en not in found.out


def test_a_case_fills_in_what_it_knows_and_names_the_paper(run: Run) -> None:
    found = run("emergency", story_folder("raided"), *AT)
    assert found.code == 0
    assert "from the case, Exhibit 8" in found.out
    assert QUESTIONS["where"].en not in found.out


def test_an_option_goes_before_the_case_and_then_the_case_is_not_named_as_its_source(run: Run) -> None:
    data = run("emergency", story_folder("raided"), "--where", "DE", *AT, "--json").json
    assert data["answers"]["where"] == "DE"
    assert "where" not in data["from_case"]
    assert "held" in data["from_case"]


@pytest.mark.parametrize(
    "arguments",
    [
        (*ARREST, *AT),
        ("--where", "KZ", "--what", "border", "--held", "2026-11-19", *AT),
        ("--where", "AE", "--what", "removal", "--departure", "2026-11-25T10:00+04:00", *AT),
        ("--where", "RU", "--what", "called", *AT),
        (str(story_folder("returned")), *AT),
    ],
)
def test_the_json_is_as_its_schema_says(run: Run, arguments: tuple[str, ...]) -> None:
    data = run("emergency", *arguments, "--json").json
    assert not list(Draft202012Validator(schema("emergency")).iter_errors(data))


def test_every_sentence_of_the_json_names_an_authority_with_its_confidence_and_day(run: Run) -> None:
    data = run("emergency", *ARREST, *AT, "--json").json
    for part in ("lead", "say", "stop", "fill", "do_not_sign", "clocks", "family", "notes"):
        for one in data[part]:
            assert one["authorities"], one["id"]
            assert one["checked"] >= "2026-11-20"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--json",), "the page needs an answer"),
        (("--where", "RU", "--what", "arrest"), "a hand-over needs two states"),
        (("--where", "CZ", "--what", "arrest", "--at", "2026-11-19"), "has no hour"),
        (("--where", "CZ", "--what", "arrest", "--zone", "Prague"), "is not a time zone"),
        (("/nowhere", "--json"), "case.toml"),
    ],
)
def test_bad_input_ends_with_two_and_a_sentence(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    found = run("emergency", *arguments)
    assert found.code == 2
    assert sentence in found.err


def test_a_part_with_nothing_in_it_has_no_heading(run: Run) -> None:
    found = run("emergency", "--where", "RU", "--what", "removal", "--asked-by", "KZ", *AT, "--lang", "ru")
    assert found.code == 0
    assert WORDS["clock"].ru.upper() not in found.out


def test_countries_are_taken_by_their_names(run: Run) -> None:
    found = run("emergency", *AT, "--lang", "ru", typed="Россия\ncalled\n\n\n\n")
    assert found.code == 0
    assert WORDS["turn_to"].ru.upper() in found.out


def test_nothing_is_written_into_the_case(run: Run) -> None:
    path: Path = story_folder("raided") / "case.toml"
    before = path.read_bytes()
    run("emergency", story_folder("raided"), *AT)
    assert path.read_bytes() == before
