"""A court bundle: cover, linked index, a tab sheet per exhibit, and one sequence of stamped page numbers."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Dictionary

from pristan.filings.bundle import words
from pristan.filings.bundle.intake import Exhibit, Intake
from pristan.filings.bundle.layers import Layers
from pristan.filings.bundle.navigation import link_exhibit, link_sheet, write_bookmarks, write_view
from pristan.filings.bundle.scrub import scrub_objects
from pristan.filings.bundle.sheets import FrontMatter, typeset_sheets
from pristan.filings.bundle.spec import BundleItem, BundleResult, BundleSpec, check_spec
from pristan.filings.bundle.stamp import Stamper, stamp_font
from pristan.filings.bundle.typesetting import Typesetter
from pristan.kernel.errors import DocumentError

__all__ = ["BundleItem", "BundleResult", "BundleSpec", "build_bundle"]


def build_bundle(
    spec: BundleSpec, out: Path, *, fonts: Path, progress: Callable[[str], None] | None = None
) -> BundleResult:
    """Write the bundle to `out`; the same files and the same `spec` give the same bytes.

    Source: ISO 32000-1 (12.4.2 page labels, 12.3.3 bookmarks, 12.5 annotations, 14.3 metadata).
    Units: pages are counted from 1 with the cover; stamp, page label and viewer agree.
    Returns: the number of pages, where each exhibit starts, what is not included and what was changed.
        A file that cannot be included has a page saying so: its number in the index stays true.
    Raises: CaseError for a list that cannot be numbered (see `check_spec`); DocumentError when the fonts are
        missing or `out` cannot be written. Never because of what an exhibit holds.
    Does not: keep accessibility tags, verify signatures, recognise text, or hide what lies under a cropped edge.
    """
    check_spec(spec, out)
    tell = progress or (lambda _: None)
    typesetter = Typesetter(fonts, spec.language)
    with contextlib.ExitStack() as open_files:
        exhibits = _read(spec, typesetter, tell, open_files)
        tell(words.PROGRESS_INDEX.to(spec.language))
        front = typeset_sheets(spec, exhibits, typesetter)
        pdf = open_files.enter_context(pikepdf.new())
        _merge(pdf, exhibits, front)
        _number(pdf, typesetter)
        write_bookmarks(pdf, spec, exhibits, front)
        write_view(pdf, spec)
        scrub_objects(pdf)
        _title(pdf, spec)
        tell(words.PROGRESS_SAVE.to(spec.language).format(pages=words.page_count(front.pages, spec.language)))
        _save(pdf, out, spec)
    return _result(spec, exhibits, front)


def _read(
    spec: BundleSpec, typesetter: Typesetter, tell: Callable[[str], None], open_files: contextlib.ExitStack
) -> list[Exhibit]:
    intake, exhibits = Intake(spec.paper, typesetter), []
    for item in spec.items:
        exhibit = intake.read(item)
        if exhibit.pdf is not None:
            open_files.enter_context(exhibit.pdf)
        exhibits.append(exhibit)
        tell(_progress(exhibit, spec))
    return exhibits


def _progress(exhibit: Exhibit, spec: BundleSpec) -> str:
    say = spec.language
    state = exhibit.fault.reason.to(say) if exhibit.fault else words.page_count(exhibit.pages, say)
    return f"{words.TAB.to(say)} {exhibit.item.tab}: {state}"


def _merge(pdf: pikepdf.Pdf, exhibits: list[Exhibit], front: FrontMatter) -> None:
    """Sheets and exhibits in order; links after all pages are there."""
    layers, layout = Layers(pdf), front.layout
    with front.open() as source:
        sheets, sheet_places = list(source.pages), []

        def add_sheets(number: int) -> None:
            for _ in range(number):
                sheet_places.append(len(pdf.pages))
                pdf.pages.append(sheets.pop(0))

        add_sheets(layout.cover + layout.index)
        for exhibit, tab, absent in zip(exhibits, layout.tabs, layout.absent, strict=True):
            add_sheets(tab + absent)
            if exhibit.pdf is not None:
                pdf.pages.extend(exhibit.pdf.pages)
                layers.take_over(exhibit.pdf)
    for place in sheet_places:
        link_sheet(pdf, pdf.pages[place], front)
    for exhibit, (first, _) in zip(exhibits, front.spans, strict=True):
        link_exhibit(pdf, exhibit, first - 1)
    layers.write()


def _number(pdf: pikepdf.Pdf, typesetter: Typesetter) -> None:
    stamper = Stamper(pdf, stamp_font(pdf, typesetter))
    for number, page in enumerate(pdf.pages, 1):
        stamper.stamp(page, number)


def _title(pdf: pikepdf.Pdf, spec: BundleSpec) -> None:
    """Title and language only: no dates, no producer, no random identifier."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = spec.title
        metadata["dc:language"] = {spec.language.value}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=spec.title))


def _save(pdf: pikepdf.Pdf, out: Path, spec: BundleSpec) -> None:
    """Replaces an old bundle whole or not at all: pikepdf writes under a temporary name first."""
    try:
        pdf.save(
            out,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    except OSError as error:
        sentence = words.NOT_WRITTEN.to(spec.language).format(name=out, reason=error.strerror or error)
        raise DocumentError(sentence) from error


def _result(spec: BundleSpec, exhibits: list[Exhibit], front: FrontMatter) -> BundleResult:
    say, problems, notes = spec.language, [], []
    for exhibit in exhibits:
        place = f"{words.TAB.to(say)} {exhibit.item.tab} ({exhibit.item.path.name})"
        if exhibit.fault is not None:
            problems.append(f"{place}: {exhibit.fault.reason.to(say)}. {exhibit.fault.step.to(say)}")
        notes += [f"{place}: {note.to(say)}." for note in exhibit.notes]
    if front.sheet.missing is not None:
        notes.append(f"{words.INDEX.to(say)}: {words.fill(words.NO_GLYPH, sample=front.sheet.missing).to(say)}.")
    firsts = {exhibit.item.tab: first for exhibit, (first, _) in zip(exhibits, front.spans, strict=True)}
    return BundleResult(front.pages, firsts, tuple(problems), tuple(notes))
