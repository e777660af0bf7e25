"""How the words of papers stand in a brief: quoted once, in one pair of marks."""

from __future__ import annotations

from dataclasses import replace

from tests.filings.packets.conftest import Built
from tests.filings.packets.reading import docx_text

from pristan.case.model import How, Statement
from pristan.filings.documents.composing.submission import _one_per_place

PAPER = Statement(
    "denied", "anna", None, True, "1", 1, "отклонено. Заседание закрыто.", How.OWN_ACT, False, "case.toml:1"
)


def test_words_that_stand_within_a_longer_quotation_of_the_same_page_are_not_repeated() -> None:
    short = replace(PAPER, quote="Заседание закрыто.")
    assert _one_per_place((short, PAPER)) == [PAPER]
    for other in (replace(short, page=2), replace(short, exhibit="2"), replace(short, quote="Иное.")):
        assert set(_one_per_place((other, PAPER))) == {PAPER, other}


def test_the_own_word_comes_after_the_papers() -> None:
    word = replace(PAPER, exhibit=None, page=None, quote=None, how=None)
    assert _one_per_place((word, PAPER)) == [PAPER, word]


def test_words_that_bring_their_own_marks_get_no_second_pair(built: Built) -> None:
    brief = docx_text(next(built["mejlis", "ca.rpd"].folder.glob("*_submission.docx")))
    assert "«передай, его и здесь достанут»" in brief
    assert "««передай" not in brief
