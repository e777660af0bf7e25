"""The law pages read in the language they are in, and coverage lists what is left to a lawyer's finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.docs import LAW

from pristan.kernel.language import Language
from pristan.kernel.vocabulary.facts import LISTS
from pristan.law.loader import WEIGHTS, law_in_use
from tests.support.english_runs import english_runs

NOT_PROSE = re.compile(r'<span lang="en">.*?</span>|`[^`]*`|\]\([^)]*\)|<!--.*?-->')
TERMS = ("(reasonable grounds to believe)", "(serious reasons for considering)")  # a standard in its own words
TRANSLATED = "переведены с английского"
CYRILLIC = re.compile("[А-Яа-яЁё]")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _pages_of_rules(language: Language) -> dict[str, str]:
    return {
        rule_id: _text(LAW.joinpath(language.value, *rule_id.split(".")).with_suffix(".md"))
        for rule_id in law_in_use().rules
    }


def _section(page: str, heading: str) -> str:
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.fixture(scope="module")
def russian() -> dict[str, str]:
    return _pages_of_rules(Language.RU)


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    return _pages_of_rules(Language.EN)


def test_no_code_of_a_record_stands_bare_on_a_russian_page(russian: dict[str, str]) -> None:
    codes = re.compile(rf"\(({'|'.join((*WEIGHTS, *LISTS))})\)|\bcircuit \d|\b(not_met|unknown|met)\b")
    found = {name: hit[0] for name, page in russian.items() if (hit := codes.search(NOT_PROSE.sub("", page)))}
    assert found == {}


@pytest.mark.parametrize("head", ["Стандарт доказывания", "Бремя доказывания", "Место", "На него ссылается"])
def test_a_fixed_line_of_a_russian_page_begins_in_russian(russian: dict[str, str], head: str) -> None:
    lines = [line for page in russian.values() for line in re.findall(rf"- \*\*{head}:\*\* (.*)", page)]
    assert lines, "the pages have this line"
    assert [line for line in lines if not CYRILLIC.match(line)] == []


def test_each_answer_of_an_example_is_said_in_russian(russian: dict[str, str]) -> None:
    answers = {
        line.rpartition(": ")[2]
        for page in russian.values()
        for line in _section(page, "Примеры").splitlines()
        if line.startswith("- ")
    }
    assert {"**выполнено**", "**не доказано**", "**не влияет**"} <= answers
    assert [answer for answer in answers if not re.fullmatch(r"\*\*[а-яё, ]+\*\*", answer)] == []


def test_no_sentence_of_a_russian_page_is_english() -> None:
    pages = {path.relative_to(LAW).as_posix(): _text(path) for path in sorted((LAW / "ru").rglob("*.md"))}
    assert len(pages) > 700
    found = {name: runs for name, page in pages.items() if (runs := english_runs(NOT_PROSE.sub("", page), stays=TERMS))}
    assert found == {}


def test_a_russian_page_says_once_what_is_translated_and_an_english_page_never(
    russian: dict[str, str], english: dict[str, str]
) -> None:
    assert {page.count(TRANSLATED) for page in russian.values()} == {1}
    assert [name for name, page in russian.items() if page.index(TRANSLATED) > page.index("\n## ")] == []
    assert [name for name, page in english.items() if "<span" in page or "translated from English" in page] == []


def test_doubts_examples_and_what_authorities_say_are_in_russian_on_a_russian_page(russian: dict[str, str]) -> None:
    doubts, said, examples = [], [], []
    for page in russian.values():
        for part in re.split(r"\n(?=##+ )", page):
            lines = [line.removeprefix("- ") for line in part.splitlines() if line.startswith("- ")]
            if part.startswith("### Сомнения"):
                doubts += lines
            elif part.startswith("### Источники"):
                said += [line.partition("): ")[2] for line in lines]
            elif part.startswith("## Примеры"):
                examples += lines
    rules = law_in_use().rules.values()
    assert len(doubts) == sum(len(one.doubts) for rule in rules for one in rule.versions)
    assert len(examples) == sum(len(rule.examples) for rule in rules)
    assert said
    assert [line for line in (*doubts, *said, *examples) if not CYRILLIC.search(NOT_PROSE.sub("", line))] == []


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        (Language.EN, "Elements left to a lawyer’s finding"),
        (Language.RU, "Условия, на которые отвечает только вывод юриста"),
    ],
)
def test_coverage_lists_each_element_left_to_a_lawyers_finding_and_no_other(language: Language, heading: str) -> None:
    section = _section(_text(LAW / language.value / "coverage.md"), heading)
    listed = set(re.findall(r"\| `([^`]+)` \| .*? \| `([^`]+)` \|", section))
    elements = {
        (rule.id, element.name): element
        for rule in law_in_use().rules.values()
        for version in rule.versions
        for element in version.elements.values()
    }
    left = {key for key, element in elements.items() if element.answered_by.finding}
    assert listed == left
    assert all(f"| {elements[key].title.to(language)} |" in section for key in left)
    share = f"{100 * len(left) / len(elements):.1f} %"
    assert (share if language is Language.EN else share.replace(".", ",")) in section
    assert len(left) / len(elements) < 0.15, "the rest must be answered by what a person can be asked"


def test_coverage_gives_a_weighing_no_answers_of_a_rule() -> None:
    page = _text(LAW / "en" / "coverage.md")
    rules, weighings = _section(page, "Rules with answers"), _section(page, "Weighings")
    base = law_in_use()
    assert "| met | not_met | unknown | disputed |" in rules
    assert "met" not in weighings.split("| --- |")[0].rpartition("\n\n")[2]
    for rule in base.rules.values():
        place = f"({'../en/' + rule.id.replace('.', '/')}.md)"
        assert (place in weighings) == (rule.role == "weigh"), rule.id
        assert (place in rules) == (rule.role in ("element", "bar", "exception", "interaction")), rule.id


def test_the_page_on_the_research_notes_leads_to_coverage() -> None:
    assert "(law/en/coverage.md)" in _text(LAW.parent / "law-coverage.md")
