"""Pattern records load strictly, cite their sources, and carry the whole sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pristan.country.figures import figures
from pristan.country.offences import offences
from pristan.country.patterns import general_against, load_pattern, patterns
from pristan.kernel.errors import RuleError

ROW = """id = "sample"
sheet = "P99"
title = { en = "Sample", ru = "Образец" }
states = ["RU"]
period = "2020/.."
per = "charge"
actors = { en = "a", ru = "а" }
method = { en = "m", ru = "м" }
used_against = ["ordinary"]
ground_hints = ["imputed"]
articles = ["УК 228"]
fits_when = [["article"]]
confidence = "partial"
checked = 2026-11-20

[[indicator]]
id = "no_trace"
title = { en = "No trace", ru = "Следов нет" }
answered_by = { fact = "charge.no_trace_of_person" }

[[source]]
publisher = "Somebody"
url = "https://example.org"
"""
CYRILLIC = re.compile("[А-Яа-яЁё]")


def load(tmp_path: Path, text: str) -> object:
    path = tmp_path / "sample.toml"
    path.write_text(text, encoding="utf-8")
    return load_pattern(path)


def test_all_46_patterns_of_the_sheet_are_carried_once() -> None:
    assert [one.sheet for one in patterns().values()] == [f"P{number:02}" for number in range(1, 47)]


def test_a_pattern_is_read_as_written(tmp_path: Path) -> None:
    load(tmp_path, ROW)


def test_every_sentence_stands_in_both_languages() -> None:
    for pattern in patterns().values():
        texts = [pattern.title, pattern.actors, pattern.method, *(one.says for one in pattern.against)]
        texts += [one.title for one in (*pattern.indicators, *pattern.look_for)]
        for text in texts:
            assert CYRILLIC.search(text.ru), (pattern.id, text)
            assert text.en, (pattern.id, text)
            assert not re.search("[а-яё]{4,}", text.en), (pattern.id, text)


def test_nothing_promises_or_judges_the_person() -> None:
    words = re.compile(r"\b(cleared|guaranteed|will be granted|proves|безопасн\w+|гарантирован\w+)\b", re.IGNORECASE)
    for pattern in patterns().values():
        for text in (pattern.title, pattern.method, *(one.says for one in pattern.against)):
            assert not words.search(text.en + " " + text.ru), pattern.id


def test_every_figure_is_quoted_by_a_pattern_or_stands_under_a_topic_of_its_own() -> None:
    quoted = {name for pattern in patterns().values() for name in pattern.figures}
    quoted |= {name for pattern in patterns().values() for one in pattern.against for name in one.figures}
    quoted |= {name for one in general_against().values() for name in one.figures}
    assert quoted <= set(figures())
    assert len(quoted) >= 110


def test_articles_of_patterns_are_articles_of_the_table_unless_named() -> None:
    missing = {name for pattern in patterns().values() for name in pattern.articles} - set(offences())
    assert missing == {"КоАП 13.36", "КоАП 13.37"}  # named in the sheet's list of 168-FZ only


def test_a_pattern_without_a_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="has no source"):
        load(tmp_path, ROW[: ROW.index("[[source]]")])


def test_a_source_without_an_address_must_say_how_it_is_known(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="needs a doubt"):
        load(tmp_path, ROW.replace('url = "https://example.org"\n', ""))


def test_an_unknown_question_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"sample\.toml:19: \"charge\.nonsense\" is not a known question"):
        load(tmp_path, ROW.replace("charge.no_trace_of_person", "charge.nonsense"))


def test_a_finding_of_a_lawyer_is_no_indicator(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="answered by facts"):
        load(tmp_path, ROW.replace('{ fact = "charge.no_trace_of_person" }', "{ finding = true }"))


def test_a_setting_that_names_no_indicator_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='"grouping" is no indicator'):
        load(tmp_path, ROW.replace('[["article"]]', '[["article", "grouping"]]'))


def test_a_figure_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='"acq_1800" is not known here'):
        load(tmp_path, ROW.replace('confidence = "partial"', 'figures = ["acq_1800"]\nconfidence = "partial"'))


def test_the_name_of_the_file_is_the_id(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="Make them the same"):
        load(tmp_path, ROW.replace('id = "sample"', 'id = "other"'))
