"""Stamps that stand apart are not lost, the machine-read lines of a passport are letters and not a jumble, and a
signature is no surname.
"""

from __future__ import annotations

import pytest
from stories.make.scan import Look, degraded

from pristan.documents.intake.files import read_bytes
from pristan.documents.intake.model import Word
from pristan.documents.ocr import left_out, tesseract
from pristan.documents.ocr.left_out import with_machine_lines, with_stamps
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.ocr.tesseract import Found, Picture, words_on
from pristan.services.stories import story_folder
from tests.support.programs import needs

PAPER = Picture(100, 100, b"\xff" * 10_000)
_HIGH = 0.02  # of a line, as a share of the page


def found(*lines: tuple[str, float, float], sure: float = 0.9) -> Found:
    """Lines of one word each, with the place of their left upper corners."""
    text, words = "", []
    for line, left, top in lines:
        words.append(Word(len(text), len(text) + len(line), sure, (left, top, left + 0.3, top + _HIGH)))
        text += line + "\n"
    return Found(text.rstrip("\n"), tuple(words), 0, "rus+eng")


def reads(monkeypatch: pytest.MonkeyPatch, again: Found) -> list[dict[str, str]]:
    """From now on a second look gives `again`; with what it was asked for."""
    asked: list[dict[str, str]] = []

    def words(_picture: Picture, _data: str, **how: str) -> Found:
        asked.append(how)
        return again

    monkeypatch.setattr(left_out, "words_on", words)
    return asked


NAME, NUMBERS = "P<RUSLISITSYNA<<VERA<<<<<<<<<<<<<<<<<<<<<<<<", "0000000000RUS8703140F3106170<<<<<<<<<<<<<<00"


def test_machine_read_lines_are_read_by_their_own_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = found(("Орган", 0.1, 0.3), ("Р<КУЗЕТ$ТТ$УМА<<\\УЕКА<<<<<<", 0.1, 0.5), ("РОССИЯ", 0.1, 0.7))
    asked = reads(monkeypatch, found((NAME, 0.1, 0.4), (NUMBERS, 0.1, 0.6)))
    page = with_machine_lines(seen, PAPER)
    assert [line for line in page.text.split("\n") if line] == ["Орган", NAME, NUMBERS, "РОССИЯ"]
    assert [page.text[word.start : word.end] for word in page.words] == ["Орган", NAME, NUMBERS, "РОССИЯ"]
    assert all(0.45 < word.box[1] < 0.56 for word in page.words[1:3])  # on the page, not in the strip
    assert "abc" not in asked[0]["signs"]


@pytest.mark.parametrize("again", ["P<RUS", "СОВСЕМ ДРУГОЕ"])
def test_lines_that_do_not_become_machine_read_ones_stay_as_they_were(
    again: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = found(("Р<КУЗЕТ<<<<<<", 0.1, 0.5))
    reads(monkeypatch, found((again, 0.1, 0.4)))
    assert with_machine_lines(seen, PAPER) == seen


def test_a_page_without_such_lines_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = reads(monkeypatch, found((NAME, 0.1, 0.4)))
    seen = found(("суд «решил» < и >", 0.1, 0.5))
    assert with_machine_lines(seen, PAPER) == seen
    assert asked == []


def test_a_stamp_that_was_not_seen_is_added_whole_and_what_was_seen_is_not_said_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = found(("ВЫЕЗД", 0.1, 0.50), ("28.11.2025", 0.1, 0.54), ("EXIT", 0.1, 0.70))
    reads(
        monkeypatch,
        found(("ВЫЕЗД", 0.11, 0.50), ("ARMENIA", 0.6, 0.505), ("28.11.2025", 0.6, 0.53), ("ZVARTNOTS", 0.6, 0.555)),
    )
    said = [line for line in with_stamps(seen, PAPER).text.split("\n") if line]
    assert said == ["ВЫЕЗД", "28.11.2025", "ARMENIA", "28.11.2025", "ZVARTNOTS", "EXIT"]


def test_what_is_hardly_read_is_no_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = found(("ВЫЕЗД", 0.1, 0.5))
    reads(monkeypatch, found(("МЕХКР", 0.6, 0.5), sure=0.2))
    assert with_stamps(seen, PAPER) == seen


def test_on_a_page_full_of_text_no_stamps_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = reads(monkeypatch, found(("ARMENIA", 0.6, 0.5)))
    seen = found(("слово" * 200, 0.1, 0.1))
    assert with_stamps(seen, PAPER) == seen
    assert asked == []


def row(word: str, sure: float, high: int) -> str:
    return f"5\t1\t1\t1\t1\t1\t10\t10\t60\t{high}\t{sure}\t{word}"


@pytest.mark.parametrize(
    ("sure", "high", "said"),
    [
        (20, 78, "Досматриваемый И.А. Вересов"),  # the strokes of a signature
        (20, 34, "Досматриваемый ДАМУ И.А. Вересов"),  # a word that is hard to read
        (90, 78, "Досматриваемый ДАМУ И.А. Вересов"),  # large letters
    ],
)
def test_a_signature_is_not_a_word(sure: float, high: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = "\n".join(
        ["", row("Досматриваемый", 93, 40), row("ДАМУ", sure, high), row("И.А.", 96, 28), row("Вересов", 96, 35)]
    )
    monkeypatch.setattr(tesseract, "_run", lambda *_: table)
    assert " ".join(words_on(PAPER, "rus").text.split()) == said


@needs("tesseract")
def test_a_scanned_passport_with_stamps_keeps_its_machine_lines_and_every_stamp() -> None:
    paper = story_folder("antiwar") / "exhibits" / "12_pasport_i_shtampy.pdf"
    scan = degraded(paper.read_bytes(), Look(dpi=150), seed=paper.stem)
    text = read_bytes(scan, "passport.pdf", recogniser=Recogniser()).pages[0].text
    assert "P<RUSLISITSYNA<<VERA<<<SPECIMEN" in text
    assert "0000000000RUS8703140F3106170<<<SPECIMEN<<<<00" in text
    assert text.count("28.11.2025") == 2  # out of Russia, into Armenia
    assert text.count("ZVARTNOTS") == 2
