"""Recognition of the pages that are pictures: prepared in a child process, recognised by Tesseract on all cores.

Does not: hide how sure it is; each word keeps its confidence, and a page below `POOR` says so.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from pristan.documents.intake.model import Page
from pristan.documents.ocr.figures import with_figures_of
from pristan.documents.ocr.kept import Kept
from pristan.documents.ocr.left_out import with_machine_lines, with_stamps
from pristan.documents.ocr.scripts import LANGUAGES, data_for
from pristan.documents.ocr.tesseract import CORES, Found, Picture, languages, program, turned_by, words_on
from pristan.documents.reading.language import language_of
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import Source, pool
from pristan.documents.says import FileFault, Note

POOR = 0.8  # mean confidence of a page below which it is said to be read poorly
NOTHING = 0.5  # below it the picture shows no text that could be read: a photograph of a door, not of a paper
_FEW = 20  # letters
_FOREIGN = 0.12  # share of a page's letters in unsure words above which some may be of another alphabet
_LATIN = 0.5  # above this share all may be


class Recogniser:
    """Gives picture pages their words."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept = kept or Kept()

    def recognised(
        self, source: Source, sha256: str, pages: list[Page], password: str | None
    ) -> tuple[list[Page], list[Note]]:
        """All pages again, those that were pictures with words where any were found, and what should be known."""
        if program() is None or "rus" not in languages():
            return pages, [Note("no_tesseract")]
        wanted = [number for number, page in enumerate(pages, start=1) if page.source == "picture"]
        out, notes = list(pages), []

        def one(number: int) -> tuple[Found, str | None] | FileFault:
            try:
                return self._page(source, sha256, number, password)
            except FileFault as fault:
                return fault

        with ThreadPoolExecutor(CORES) as threads:
            for number, result in zip(wanted, threads.map(one, wanted), strict=True):
                if isinstance(result, FileFault):
                    notes.append(Note("page_not_drawn", {"page": number}))
                    continue
                found, lacking = result
                if lacking is not None:
                    notes.append(Note("language_data", {"page": number, "data": lacking.replace("_", "-")}))
                if found.certainty < NOTHING or sum(letter.isalpha() for letter in found.text) < _FEW:
                    notes.append(Note("no_words", {"page": number}))
                    continue
                if found.certainty < POOR:
                    notes.append(Note("low_confidence", {"page": number, "confidence": f"{found.certainty:.2f}"}))
                out[number - 1] = replace(
                    out[number - 1],
                    text=found.text,
                    words=found.words,
                    turn=found.turn,
                    source="recognised",
                    language=LANGUAGES.get(found.data) or language_of(found.text),
                )
        return out, notes

    def _page(self, source: Source, sha256: str, number: int, password: str | None) -> tuple[Found, str | None]:
        """What the page says, and the language data that is wanting for it, if any. Such a page is not kept: it is
        recognised anew once the data is there.
        """
        key = f"{sha256}-{number}"
        known = self.kept.find(key)
        if known is not None:
            return known, None
        picture = _prepared(source, number, password, turn=0)
        best = words_on(picture, "rus")
        doubtful = (best.certainty < POOR or best.unsure > _FOREIGN) and "eng" in languages()
        if doubtful and best.unsure > _LATIN:
            best = _surest(best, with_figures_of(words_on(picture, "eng"), best))
        if doubtful and (best.certainty < POOR or best.unsure > _FOREIGN):
            best = _surest(best, words_on(picture, "rus+eng"))
        if best.certainty < POOR and (turn := turned_by(picture)):
            best, picture = _upright(best, picture, _prepared(source, number, password, turn=turn), turn)
        data = data_for(best.text)
        if data not in ("rus", "eng"):
            if data not in languages():
                return best, data
            best = words_on(picture, data, turn=best.turn)
        if doubtful:
            best = with_stamps(with_machine_lines(best, picture), picture)
        self.kept.keep(key, best)
        return best, None


def _surest(one: Found, two: Found) -> Found:
    return max(one, two, key=lambda found: found.certainty)


def _upright(best: Found, picture: Picture, turned: Picture, turn: int) -> tuple[Found, Picture]:
    """The page as it lay or turned, whichever reads surer."""
    data = "rus+eng" if "eng" in languages() else "rus"
    found = words_on(turned, "rus", turn=turn)
    if found.certainty < POOR and data != "rus":
        found = _surest(found, words_on(turned, data, turn=turn))
    return (found, turned) if found.certainty > best.certainty else (best, picture)


def _prepared(source: Source, number: int, password: str | None, *, turn: int) -> Picture:
    given = {"pages": [number], "purpose": "recognise", "password": password, "turn": turn}
    (frame,) = pool().run("pictures", source, given=given, limits=Limits())
    return Picture(int(frame.head["width"]), int(frame.head["height"]), frame.data)
