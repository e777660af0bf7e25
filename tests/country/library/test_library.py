"""The library: words in any form, page and quote exact, the same bytes once, no file dropped in silence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.country.library.library import Library
from pristan.country.library.stems import words_of
from pristan.kernel.errors import DocumentError

FIRST = "Суды районов редко оправдывают подсудимых.\nПреследование верующих продолжается."
SECOND = "The courts refused every request. Prisoners were tortured in the remand prison."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    found = Library(tmp_path / "library")
    found.add(sha256="a" * 64, name="report.pdf", content=b"x", pages=[FIRST, SECOND], note=None)
    found.add(sha256="b" * 64, name="decision.txt", content=b"y", pages=["Оправдание отменили."], note="one page")
    return found


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("суд оправдывает", 1),
        ("преследования верующего", 1),
        ("ПОДСУДИМЫЙ", 1),
        ("court request", 2),
        ("torturing prisoner", 2),
        ("remand prisons", 2),
    ],
)
def test_words_are_found_in_any_grammatical_form(library: Library, words: str, page: int) -> None:
    (hit,) = [one for one in library.search(words) if one.document.name == "report.pdf"]
    assert hit.page == page


@pytest.mark.parametrize("words", ["суд пытки", "courts оправдание", "пристань", "weather"])
def test_a_page_that_lacks_one_of_the_words_is_not_found(library: Library, words: str) -> None:
    assert library.search(words) == ()


def test_the_quote_is_word_for_word_and_knows_its_place(library: Library) -> None:
    (hit,) = library.search("верующие")
    assert FIRST[hit.start : hit.start + len(hit.quote)] == hit.quote
    assert [hit.quote[slice(*mark)] for mark in hit.marks] == ["верующих"]


def test_yo_and_letter_case_do_not_matter(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(sha256="c" * 64, name="a.txt", content=b"z", pages=["Осуждённый молчал."], note=None)
    assert library.search("ОСУЖДЕННЫЕ")


def test_the_same_bytes_are_kept_once(library: Library) -> None:
    assert not library.add(sha256="a" * 64, name="copy.pdf", content=b"x", pages=["other"], note=None)
    assert [one.name for one in library.documents()] == ["decision.txt", "report.pdf"]
    assert library.search("other") == ()


def test_a_library_opened_again_finds_the_same(library: Library) -> None:
    assert Library(library.folder).search("верующие") == library.search("верующие")


def test_the_words_found_closest_together_are_quoted(tmp_path: Path) -> None:
    far = "суд. " + "слово " * 200 + "Здесь суд отказал адвокату. " + "слово " * 200 + "адвокат."
    library = Library(tmp_path)
    library.add(sha256="d" * 64, name="a.txt", content=b"z", pages=[far], note=None)
    assert "суд отказал адвокату" in library.search("суд адвокат")[0].quote


def test_a_search_without_a_word_is_refused(library: Library) -> None:
    with pytest.raises(DocumentError, match="holds no word"):
        library.search("«…»")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert Library(tmp_path).documents() == ()
    assert Library(tmp_path).search("суд") == ()


def test_a_file_that_is_no_library_is_named(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"not a database, but long enough to be looked at" * 40)
    with pytest.raises(DocumentError, match=r"library\.sqlite: this is not a library"):
        Library(tmp_path).search("суд")


def test_what_a_person_types_is_never_read_as_a_command_of_the_index(library: Library) -> None:
    for words in ['суд" OR "x', "суд NEAR(a b)", "NOT суд", "суд* OR words:*", "'; drop table page; --"]:
        library.search(words)
    with sqlite3.connect(library.folder / "library.sqlite") as database:
        assert database.execute("select count(*) from page").fetchone() == (3,)


@given(st.text(max_size=300))
def test_every_word_lies_where_it_is_said_to_lie(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        assert word.stem
        end = word.end


def test_a_word_that_a_line_breaks_is_found_whole_and_the_quote_does_not_cut_it(tmp_path: Path) -> None:
    library = Library(tmp_path)
    text = "x " * 90 + "the perse-\ncution of well-\nfounded churches " + "y " * 90
    library.add(sha256="d" * 64, name="a.txt", content=b"z", pages=[text], note=None)
    assert library.search("persecuted")
    assert library.search("founded")
    (hit,) = library.search("churches")
    assert "perse-\ncution" in hit.quote
    library.add(
        sha256="e" * 64, name="b.txt", content=b"w", pages=["word " * 20 + "abc-\n" + "d" * 170 + " end"], note=None
    )
    (hit,) = library.search("end")
    assert not hit.quote.startswith("d")
