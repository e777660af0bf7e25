"""Every string of the workbench stands in both languages, looked at by a person; plurals have their three forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import ngettext
from tools.messages import wanted

from pristan.kernel.errors import RuleError
from pristan.web.words import WEB, Entry, compiled, load_words, po_files, read_po, write_po


def test_no_string_is_missing_fuzzy_or_left_over() -> None:
    for path, entries in wanted().items():
        there = {entry.key: entry for entry in read_po(path)} if path.exists() else {}
        assert set(there) == set(entries), f"{path.relative_to(WEB)}: run python -m tools.messages"
        assert [entry.msgid for entry in there.values() if not entry.complete] == []


def test_no_string_has_two_translations() -> None:
    found: dict[tuple[str, str, str], list[str]] = {}
    for path in po_files():
        for entry in read_po(path):
            assert found.setdefault(entry.key, entry.russian) == entry.russian, entry.msgid


def test_both_languages_have_the_same_places_to_fill() -> None:
    place = re.compile(r"%\(\w+\)[sd]")
    for path in po_files():
        for entry in read_po(path):
            for russian in entry.russian:
                assert set(place.findall(russian)) == set(place.findall(entry.plural or entry.msgid)), entry.msgid


def test_russian_counts_in_three_forms() -> None:
    load_words()
    with translation.override("ru"):
        said = [ngettext("day", "days", number) for number in (1, 2, 5, 11, 21, 82, 85, 111)]
    assert said == ["день", "дня", "дней", "дней", "день", "дня", "дней", "дней"]


def test_a_string_that_no_person_looked_at_is_shown_in_english() -> None:
    assert b"draft" not in compiled([Entry("word", russian=["draft"], fuzzy=True)])
    assert "слово".encode() in compiled([Entry("word", russian=["слово"])])


def test_a_file_is_written_as_it_was_read(tmp_path: Path) -> None:
    entries = [
        Entry('say "yes"\n', russian=['скажите «да»\\"\n']),
        Entry("one", plural="many", russian=["один", "два", "пять"]),
        Entry("open", context="door", russian=["открыта"]),
        Entry("new"),
    ]
    write_po(tmp_path / "ru.po", entries)
    assert [(one.key, [text for text in one.russian if text]) for one in read_po(tmp_path / "ru.po")] == [
        (one.key, one.russian) for one in entries
    ]


@pytest.mark.parametrize("line", ["msgid no quotes", 'msgfoo "x"', '"before any"'])
def test_a_line_that_is_not_of_the_form_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "ru.po"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"ru\.po:1"):
        read_po(path)
