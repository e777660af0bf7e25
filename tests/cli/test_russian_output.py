"""What commands and the dossier say to a reader of Russian: English only in titles of sources and quoted words."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from pristan.country.figures import topics
from pristan.country.patterns import patterns
from pristan.filings.dossier.html import render_html
from pristan.kernel.language import Language
from pristan.law.loader import law_in_use
from pristan.services.building import dossier_view
from pristan.services.cases import open_case
from pristan.services.stories import story_folder
from tests.cli.conftest import Run
from tests.support.english_runs import english_runs

CYRILLIC = re.compile("[А-Яа-яЁё]")
CASES = {name: str(story_folder(name)) for name in ("planted", "partner")}
ARREST = ("--asked-by", "RU", "--held", "2026-11-27 16:40", "--zone", "+01:00", "--at", "2026-11-28 10:00")
COMMANDS = [
    *(("country", "match", case) for case in CASES.values()),
    *(("country", "figures", topic) for topic in topics()),
    ("country", "article", "ч. 1 ст. 207.3 УК РФ", "--on", "2023-01-01"),
    ("country", "article", "ст. 20.3.3 КоАП", "--on", "2023-01-01"),
    ("country", "travel", "DE", "KZ", "US", "TR", "GE", "AE"),
    *(("emergency", "--where", country, "--what", "arrest", *ARREST) for country in ("KZ", "CZ", "US", "TR", "GB")),
    ("emergency", "--where", "RU", "--what", "called"),
    ("emergency", "--where", "RU", "--what", "arrest", *ARREST),
    *(("assess", case, "--all") for case in CASES.values()),
    ("deadlines", CASES["planted"]),
    ("check", CASES["partner"]),
    ("ask", CASES["partner"], "--list"),
    ("law", "diff", CASES["planted"], "2019-01-01", "2026-11-28"),
    ("law", "list"),
    ("law", "stale"),
    ("law", "status"),
]
TITLES = frozenset(
    {one.title for pattern in patterns().values() for one in pattern.sources if one.title}
    | {"Home Office, Extradition: processes and review", "basic rules of human conduct"}
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda one: " ".join(part.rsplit("/", 1)[-1] for part in one[:4]))
def test_a_command_prints_no_english_sentence_for_a_reader_of_russian(run: Run, arguments: tuple[str, ...]) -> None:
    printed = run("--lang", "ru", *arguments)
    assert CYRILLIC.search(printed.out + printed.err)
    assert english_runs(printed.out + printed.err, stays=TITLES) == []


def test_no_rule_is_shown_with_an_english_sentence_to_a_reader_of_russian(run: Run) -> None:
    left = {}
    for rule in law_in_use().rules:
        if runs := english_runs(run("--lang", "ru", "law", "show", rule).out, stays=TITLES):
            left[rule] = runs
    assert left == {}
    assert english_runs(run("law", "show", "us.asylum.nexus").out), "the same page in English is seen as English"


def test_no_sentence_of_a_russian_dossier_is_english_but_quoted_words() -> None:
    view = dossier_view(open_case(story_folder("raided")), language=Language.RU, on=date(2026, 11, 28))
    page = re.sub(r"<(script|style|q|blockquote)\b.*?</\1>", "", render_html(view), flags=re.DOTALL)
    lines = unescape(re.sub(r"<[^>]+>", "\n", page)).splitlines()
    assert len(lines) > 1000
    assert [run for line in lines for run in english_runs(line, stays=TITLES)] == []
