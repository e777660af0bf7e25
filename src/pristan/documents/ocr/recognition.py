"""Recognition of the pages that are pictures: prepared in a child process, recognised by Tesseract on all cores.

Does not: hide how sure it is; each word keeps its confidence, and a page below `POOR` says so.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from pristan.documents.intake.model import Page, Word
from pristan.documents.ocr.kept import Kept
from pristan.documents.ocr.tesseract import Picture, languages, program, turned_by, words_on
from pristan.documents.reading.language import language_of
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool
from pristan.documents.says import FileFault, Note

POOR = 0.8  # mean confidence of a page below which it is said to be read poorly
NOTHING = 0.5  # below it the picture shows no text that could be read: a photograph of a door, not of a paper
OTHERS = ("eng", "uzb", "tgk", "kir", "kaz", "deu", "ces")
_FEW = 20  # letters

Found = tuple[str, tuple[Word, ...]]


def certainty(found: Found) -> float:
    """Mean confidence of the words, weighed by letters; 0 without words."""
    letters = sum(word.end - word.start for word in found[1])
    return sum(word.confidence * (word.end - word.start) for word in found[1]) / letters if letters else 0.0


class Recogniser:
    """Gives picture pages their words."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept = kept or Kept()

    def recognised(
        self, source: int, sha256: str, pages: list[Page], password: str | None
    ) -> tuple[list[Page], list[Note]]:
        """All pages again, those that were pictures with words where any were found, and what should be known."""
        if program() is None or "rus" not in languages():
            return pages, [Note("no_tesseract")]
        wanted = [number for number, page in enumerate(pages, start=1) if page.source == "picture"]
        out, notes = list(pages), []

        def one(number: int) -> Found | FileFault:
            try:
                return self._page(source, sha256, number, password)
            except FileFault as fault:
                return fault

        with ThreadPoolExecutor(pool().size) as threads:
            for number, found in zip(wanted, threads.map(one, wanted), strict=True):
                if isinstance(found, FileFault):
                    notes.append(Note("page_not_drawn", {"page": number}))
                    continue
                sure = certainty(found)
                if sure < NOTHING or sum(letter.isalpha() for letter in found[0]) < _FEW:
                    notes.append(Note("no_words", {"page": number}))
                    continue
                if sure < POOR:
                    notes.append(Note("low_confidence", {"page": number, "confidence": f"{sure:.2f}"}))
                text, words = found
                out[number - 1] = replace(
                    out[number - 1], text=text, words=words, source="recognised", language=language_of(text)
                )
        return out, notes

    def _page(self, source: int, sha256: str, number: int, password: str | None) -> Found:
        key = f"{sha256}-{number}"
        known = self.kept.find(key)
        if known is not None:
            return known
        picture = _prepared(source, number, password, turn=0)
        best = words_on(picture, "rus")
        if certainty(best) < POOR:
            best = self._again(best, picture, source, number, password)
        self.kept.keep(key, *best)
        return best

    def _again(self, best: Found, picture: Picture, source: int, number: int, password: str | None) -> Found:
        """Turned upright if it lies on its side, then in the other languages; the surest of all."""
        turn = turned_by(picture)
        if turn:
            picture = _prepared(source, number, password, turn=turn)
            best = max(best, words_on(picture, "rus"), key=certainty)
        for language in OTHERS:
            if certainty(best) >= POOR:
                break
            if language in languages():
                best = max(best, words_on(picture, language), key=certainty)
        return best


def _prepared(source: int, number: int, password: str | None, *, turn: int) -> Picture:
    given = {"pages": [number], "purpose": "recognise", "password": password, "turn": turn}
    (frame,) = pool().run("pictures", source, given=given, limits=Limits())
    return Picture(int(frame.head["width"]), int(frame.head["height"]), frame.data)
