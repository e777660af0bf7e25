"""Words are found in every grammatical form, in both languages, in one case or in all, and no longer once deleted."""

from __future__ import annotations

import pytest
from django.db import connection

from pristan.kernel.errors import StorageError
from pristan.storage import cases
from pristan.storage.home import VaultHome
from pristan.storage.search.index import PageText, keep_pages, kept_pages, search
from tests.storage.conftest import case_text

RU = "Следователь Ковалёв задержал человека; применялись пытки, о чём следствие умолчало."
EN = "The witness was threatened by officers who searched the flat twice."


@pytest.fixture
def pages(home: VaultHome) -> VaultHome:
    keep_pages(home.case_id, "exhibits/1.pdf", [PageText("Обложка дела", False), PageText(RU, False)])
    keep_pages(home.case_id, "exhibits/2.pdf", [PageText(EN, True)])
    return home


@pytest.mark.parametrize(
    "words",
    ["пыток", "ЛЮДИ", "Ковалева", "задержали", "следователем", "следствия", "пытка человека", "умолчать о пытках"],
)
def test_a_russian_word_is_found_in_another_form(pages: VaultHome, words: str) -> None:
    (hit,) = search(words)
    assert (hit.file, hit.page, hit.recognised) == ("exhibits/1.pdf", 2, False)
    assert hit.quote in RU
    assert hit.marks


@pytest.mark.parametrize("words", ["threatening", "officer searches", "witnesses flats"])
def test_an_english_word_is_found_in_another_form_and_ocr_says_so(pages: VaultHome, words: str) -> None:
    (hit,) = search(words)
    assert (hit.file, hit.page, hit.recognised) == ("exhibits/2.pdf", 1, True)


@pytest.mark.parametrize("words", ["пытливый", "обвинение", "officer пытки", "кот", "stems"])
def test_what_does_not_stand_there_is_not_found(pages: VaultHome, words: str) -> None:
    assert search(words) == ()


def test_no_word_at_all_is_asked_for_again(pages: VaultHome) -> None:
    with pytest.raises(StorageError, match="one or more words"):
        search('" — *')


def test_a_case_is_searched_alone_or_with_all_others(pages: VaultHome) -> None:
    other = cases.begin_case(case_text(name="other"))
    keep_pages(other, "exhibits/9.pdf", [PageText("О пытках сообщили позже.", False)])
    assert {one.case_id for one in search("пытки")} == {other, pages.case_id}
    assert [one.case_id for one in search("пытки", case_id=other)] == [other]
    cases.delete_case(other)
    assert {one.case_id for one in search("пытки")} == {pages.case_id}


def test_a_file_read_anew_is_found_by_its_new_words_only(pages: VaultHome) -> None:
    keep_pages(pages.case_id, "exhibits/1.pdf", [PageText("Прочитано заново: обыск", False)])
    assert search("пытки") == ()
    assert search("обыска")[0].page == 1
    assert [one.text for one in kept_pages(pages.case_id, "exhibits/1.pdf")] == ["Прочитано заново: обыск"]


def test_words_of_a_deleted_case_are_gone_from_the_index_itself(pages: VaultHome) -> None:
    other = cases.begin_case(case_text(name="other"))
    keep_pages(other, "exhibits/9.pdf", [PageText("редкоеслово " * 50, False)])
    assert "редкоеслов" in in_the_index()
    cases.delete_case(other)
    assert "редкоеслов" not in in_the_index()
    assert search("пытки")


def in_the_index() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM storage_words_data")
        return b"".join(bytes(row[0]) for row in cursor.fetchall()).decode("utf-8", errors="replace")
