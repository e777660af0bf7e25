"""The step to PDF/A, for the files of a bundle (all of them or none) and for one document; altered pages are named."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pristan.filings.bundle import words
from pristan.filings.bundle.source import bytes_of, name_of
from pristan.filings.bundle.spec import BundleResult
from pristan.kernel.language import Language, Text


@dataclass(frozen=True)
class PdfaPage:
    """A page that was altered for PDF/A, or that stands in its way."""

    page: str  # its stamp
    tab: str | None
    file: str | None
    sha256: str | None  # of the original file
    why: str

    def sentence(self, words_of: Text, language: Language) -> str:
        """The remark with its places filled in."""
        place = " ".join(part for part in (self.tab, f"({self.file})" if self.file else None) if part) or "-"
        return words_of.to(language).format(page=self.page, place=place, why=self.why, sha256=self.sha256 or "-")


@dataclass(frozen=True)
class Archived:
    """What became of the step to PDF/A: of all files, or of none."""

    conforms: bool
    altered: tuple[PdfaPage, ...]
    standing: tuple[PdfaPage, ...]
    remarks: tuple[str, ...]

    def sentences(self, result: BundleResult, language: Language) -> list[str]:
        """What a user is told."""
        told = [one.sentence(words.PDFA_ALTERED, language) for one in self.altered]
        told += [one.sentence(words.PDFA_STANDING, language) for one in self.standing]
        last = words.PDFA_DONE if self.conforms else words.PDFA_REFUSED
        names = ", ".join(file.name for file in result.files)
        return [*told, *self.remarks, f"{last.to(language).format(name=names)}."]


def archive(result: BundleResult, *, pictures: bool) -> Archived:
    """Turn the files of a bundle into PDF/A-2b in place, all of them or none.

    pictures: pages that cannot be mended may become pictures with their words invisibly under them.
    """
    from pristan.filings.bundle.pdfa import to_pdfa  # loads a validator; other bundles do without

    made: list[tuple[Path, Path]] = []
    altered: list[PdfaPage] = []
    standing: list[PdfaPage] = []
    remarks: list[str] = []
    before, conforms = 0, True
    try:
        for file in result.files:
            beside = file.with_name(f".{file.name}.pdfa")
            done = to_pdfa(file, beside, pictures=pictures)
            conforms = conforms and done.conforms
            if done.conforms:
                made.append((beside, file))
            altered += [_pdfa_page(result, before + one.place, one.reasons) for one in done.altered]
            standing += [_pdfa_page(result, before + one.place, one.reasons) for one in done.standing]
            remarks += done.remarks
            before += done.pages
        if conforms:
            for beside, file in made:
                beside.replace(file)
    finally:
        for beside, _ in made:
            beside.unlink(missing_ok=True)
    return Archived(conforms, tuple(altered) if conforms else (), tuple(standing), tuple(remarks))


def _pdfa_page(result: BundleResult, place: int, reasons: tuple[str, ...]) -> PdfaPage:
    origin, why = result.origins.get(place), "; ".join(reasons)
    if origin is None:
        return PdfaPage(result.labels[place - 1], None, None, None, why)
    sha256 = hashlib.sha256(bytes_of(origin.source)).hexdigest()
    return PdfaPage(result.labels[place - 1], origin.tab, name_of(origin.source), sha256, why)


def archived_document(made: bytes, folder: Path, *, pictures: bool) -> tuple[bytes | None, tuple[str, ...]]:
    """One document as PDF/A-2b, or None; and what was altered for it, or stands in its way.

    folder: where the files of the step lie meanwhile, so that nothing of a case is written elsewhere.
    """
    from pristan.filings.bundle.pdfa import to_pdfa  # loads a validator; other packets do without

    before, after = folder / "before.pdf", folder / "after.pdf"
    try:
        before.write_bytes(made)
        done = to_pdfa(before, after, pictures=pictures)
        told = tuple(f"{one.place}: {'; '.join(one.reasons)}" for one in (*done.altered, *done.standing))
        return (after.read_bytes() if done.conforms else None), (*told, *done.remarks)
    finally:
        before.unlink(missing_ok=True)
        after.unlink(missing_ok=True)
