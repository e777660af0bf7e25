"""A court bundle from any files, listed in a TOML index."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pristan.filings.bundle import words
from pristan.filings.bundle.build import build_bundle
from pristan.filings.bundle.source import bytes_of, name_of
from pristan.filings.bundle.spec import BundleItem, BundlePart, BundleResult, BundleSpec
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.kernel.strict import Table, read_file
from pristan.services.building import FONTS, Progress

_MEGABYTE = 1_000_000


def bundle_from_index(index: Path, out: Path, *, progress: Progress | None = None) -> BundleResult:
    """Build the bundle that `index` describes; its keys are told in docs/bundle.md.

    Paths are taken from the index's folder. Raises CaseError with file and line for a fault of the index.
    """
    return build_bundle(spec_of(index), out, fonts=FONTS, progress=progress)


def spec_of(index: Path) -> BundleSpec:
    """The bundle that `index` describes. Raises CaseError with file and line for a fault of the index."""
    if not index.is_file():
        raise CaseError("there is no such file. Name a TOML index; see the page on bundles.", where=str(index))
    root = read_file(index, error=CaseError)
    prepared = root.day("prepared")
    if prepared is None:
        root.fail('"prepared" is missing. Write the day printed on the cover: prepared = 2026-11-20.')
    items = tuple(_item(table, index.parent) for table in root.tables("item"))
    if not items:
        root.fail("the index lists no [[item]]. Add at least one.")
    limit = root.take("volume_limit_mb", int, float, default=None)
    if limit is not None and limit <= 0:
        root.fail(f'"volume_limit_mb" is {limit}. Write megabytes, as in 25.', "volume_limit_mb")
    spec = BundleSpec(
        title=root.string("title"),
        subtitle=root.string("subtitle", default=""),
        language=Language(root.one_of("language", ("en", "ru"), default="en")),
        paper="letter" if root.one_of("paper", ("a4", "letter"), default="a4") == "letter" else "a4",
        items=items,
        prepared=prepared,
        tabs="marks" if root.one_of("tabs", ("sheets", "marks"), default="sheets") == "marks" else "sheets",
        volume_limit=None if limit is None else int(limit * _MEGABYTE),
        certificates=root.flag("certificates", default=True),
        recognise=root.flag("recognise"),
    )
    root.done()
    return spec


def _item(table: Table, folder: Path) -> BundleItem:
    parts = []
    if table.has("translation"):
        parts.append(BundlePart("translation", _file(table, "translation", folder)))
    if table.has("certificate"):
        parts.append(BundlePart("certificate", _file(table, "certificate", folder)))
    item = BundleItem(
        tab=table.string("tab"),
        title=table.string("title"),
        detail=table.string("detail", default=""),
        path=_file(table, "file", folder),
        note=table.maybe_string("note"),
        parts=tuple(parts),
        language=table.maybe_string("language"),
        late=table.flag("late"),
    )
    table.done()
    return item


def _file(table: Table, key: str, folder: Path) -> Path:
    file = folder / table.string(key)
    if not file.is_file():
        table.fail(f"there is no file {table.string(key)}. Mend the name, or copy it there.", key)
    return file


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


def bundle_data(result: BundleResult, archived: Archived | None = None) -> dict[str, Any]:
    """What was built, as JSON; its form is `pristan schema bundle`."""
    return {
        "pdfa": None if archived is None else _archived_data(archived),
        "files": [str(file) for file in result.files],
        "pages": result.pages,
        "exhibits": [{"tab": tab, "page": result.stamp(tab)} for tab in result.first_page],
        "problems": list(result.problems),
        "notes": list(result.notes),
    }


def _archived_data(archived: Archived) -> dict[str, Any]:
    return {
        "conforms": archived.conforms,
        "altered": [asdict(one) for one in archived.altered],
        "standing": [asdict(one) for one in archived.standing],
        "remarks": list(archived.remarks),
    }
