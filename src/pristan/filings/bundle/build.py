"""A court bundle: cover, linked index, a tab sheet per exhibit, and one sequence of stamped page numbers."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, String

from pristan.documents.intake.model import Page
from pristan.filings.bundle import words
from pristan.filings.bundle.fingerprint import fingerprint
from pristan.filings.bundle.intake import Exhibit, Intake, Piece
from pristan.filings.bundle.merge import Merged, Run, merge
from pristan.filings.bundle.navigation import Navigation
from pristan.filings.bundle.pdfs import drop_foreign_keys
from pristan.filings.bundle.recognised import Recognition, text_layer, words_font
from pristan.filings.bundle.scrub import scrub_objects
from pristan.filings.bundle.sheets import FrontMatter, marks_of, typeset_sheets
from pristan.filings.bundle.source import Held, name_of
from pristan.filings.bundle.spec import BundleItem, BundlePart, BundleResult, BundleSpec, Origin, check_spec
from pristan.filings.bundle.stamp import Mark, Stamper, stamp_font
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.bundle.volumes import VolumeSizes, volume_files
from pristan.kernel.errors import DocumentError

__all__ = ["BundleItem", "BundlePart", "BundleResult", "BundleSpec", "Held", "build_bundle"]

Tell = Callable[[str], None]
_MOST_SPLITS = 8


def build_bundle(spec: BundleSpec, out: Path, *, fonts: Path, progress: Tell | None = None) -> BundleResult:
    """Write the bundle to `out`; the same files and the same `spec` give the same bytes.

    Source: ISO 32000-1 (12.4.2 page labels, 12.3.3 bookmarks, 12.5 annotations, 14.3 metadata).
    Units: pages are counted from 1 with the cover; stamp, page label and viewer agree.
    Returns: the number of pages, where each exhibit starts, what is not included and what was changed. Under a size
        limit several files are written, "out-1.pdf", "out-2.pdf" ...; each has the index of all.
        A file that cannot be included has a page saying so: its number in the index stays true.
    Raises: CaseError for a list that cannot be numbered (see `check_spec`); DocumentError when the fonts are
        missing or `out` cannot be written. Never because of what an exhibit holds.
    Does not: keep accessibility tags, verify signatures, or hide what lies under a cropped edge.
    """
    check_spec(spec, out)
    tell = progress or (lambda _: None)
    typesetter = Typesetter(fonts, spec.language)
    with contextlib.ExitStack() as held:
        exhibits = _read(spec, typesetter, tell, held)
        if spec.recognise:
            _recognise(exhibits, spec, tell)
        sizes = VolumeSizes(exhibits, spec.volume_limit)
        for _ in range(_MOST_SPLITS):
            volumes = sizes.volumes()
            tell(words.PROGRESS_INDEX.to(spec.language))
            front = typeset_sheets(spec, exhibits, typesetter, volumes)
            files = volume_files(out, len(volumes))
            for number, file in enumerate(files):
                tell(_saving(front, number, spec))
                _write(spec, exhibits, front, number, file, typesetter)
            if sizes.hold(volumes, files):
                break
            for file in files:
                file.unlink()
    return _result(spec, exhibits, front, files, sizes)


def _read(spec: BundleSpec, typesetter: Typesetter, tell: Tell, held: contextlib.ExitStack) -> list[Exhibit]:
    intake, exhibits = Intake(spec.paper, typesetter), []
    for item in spec.items:
        exhibit = intake.read(item)
        for piece in exhibit.pieces:
            if piece.pdf is not None:
                held.enter_context(piece.pdf)
        exhibits.append(exhibit)
        tell(_progress(exhibit, spec))
    return exhibits


def _recognise(exhibits: list[Exhibit], spec: BundleSpec, tell: Tell) -> None:
    recognition = Recognition()
    for exhibit in exhibits:
        for piece in exhibit.pieces:
            if piece.fault is None:
                tell(words.PROGRESS_WORDS.to(spec.language).format(name=name_of(piece.source)))
                piece.words = recognition.read(piece)


def _progress(exhibit: Exhibit, spec: BundleSpec) -> str:
    say = spec.language
    faults = [piece.fault.reason.to(say) for piece in exhibit.pieces if piece.fault is not None]
    state = "; ".join(faults) or words.page_count(exhibit.pages, say)
    return f"{words.TAB.to(say)} {exhibit.item.tab}: {state}"


def _saving(front: FrontMatter, volume: int, spec: BundleSpec) -> str:
    pages = words.page_count(len(front.places.labels[volume]), spec.language)
    return words.PROGRESS_SAVE.to(spec.language).format(pages=pages)


def _write(
    spec: BundleSpec, exhibits: list[Exhibit], front: FrontMatter, volume: int, file: Path, typesetter: Typesetter
) -> None:
    own = front.places.volumes[volume]
    with contextlib.ExitStack() as open_files:
        sheets = open_files.enter_context(front.sheets[volume].open())
        runs, pieces, sheet_places = _runs(exhibits, own, front, volume, list(sheets.pages))
        merged = merge(runs, open_files, spec.language)
        navigation = Navigation(merged, spec, exhibits, front, volume)
        kept = set(sheet_places)
        for place, page in enumerate(merged.pages):
            if place in kept:
                navigation.link_sheet(page)
            drop_foreign_keys(page, keep_links=place in kept)
        for piece, first in pieces:
            navigation.link_piece(piece, first)
        read = {first + at: page for piece, first in pieces for at, page in enumerate(piece.words) if page is not None}
        _stamp(merged, spec, exhibits, front, volume, typesetter, read)
        navigation.write_bookmarks()
        navigation.write_view()
        scrub_objects(merged.pdf)
        _title(merged.pdf, spec)
        merged.pdf.trailer.ID = Array([String(fingerprint(spec, exhibits, volume)), String("")])
        _save(merged.pdf, file, spec)


def _runs(
    exhibits: list[Exhibit], own: Sequence[int], front: FrontMatter, volume: int, sheets: list[pikepdf.Page]
) -> tuple[list[Run], list[tuple[Piece, int]], list[int]]:
    """What stands one after another; where each file starts; the places of the typeset sheets."""
    layout = front.layouts[volume]
    runs: list[Run] = []
    starts: list[tuple[Piece, int]] = []
    sheet_places: list[int] = []
    place = 0

    def add_sheets(number: int) -> None:
        nonlocal place
        if number:
            runs.append([sheets.pop(0) for _ in range(number)])
            sheet_places.extend(range(place, place + number))
            place += number

    add_sheets(layout.cover + layout.index)
    for exhibit in own:
        add_sheets(layout.tabs.get(exhibit, 0))
        for number, piece in enumerate(exhibits[exhibit].pieces):
            add_sheets(layout.absent.get((exhibit, number), 0))
            if piece.fault is None:
                runs.append(piece)
                starts.append((piece, place))
                place += piece.pages
    return runs, starts, sheet_places


def _stamp(
    merged: Merged,
    spec: BundleSpec,
    exhibits: list[Exhibit],
    front: FrontMatter,
    volume: int,
    typesetter: Typesetter,
    read: dict[int, Page],
) -> None:
    places, labels = front.places, front.places.labels[volume]
    marks: dict[int, Mark] = {}
    if spec.tabs == "marks":
        for number in places.volumes[volume]:
            last = places.spans[number, len(exhibits[number].pieces) - 1][1]
            mark = Mark(exhibits[number].item.tab, number)
            marks |= dict.fromkeys(range(places.first(number), last + 1), mark)
    texts = [*{mark.text for mark in marks.values()}, *(label for label in labels if not label.isdigit())]
    font = stamp_font(merged.pdf, typesetter, texts)
    stamper = Stamper(merged.pdf, font, words_font(merged.pdf) if read else None)
    for place, page in enumerate(merged.pages):
        layer = text_layer(page, read[place]) if place in read else b""
        stamper.stamp(page, labels[place], marks.get(place), layer)


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
            static_id=True,  # keeps the first identifier; one made from the output would cost a fifth of the time
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    except OSError as error:
        sentence = words.NOT_WRITTEN.to(spec.language).format(name=out, reason=error.strerror or error)
        raise DocumentError(sentence) from error


def _result(
    spec: BundleSpec, exhibits: list[Exhibit], front: FrontMatter, files: list[Path], sizes: VolumeSizes
) -> BundleResult:
    say, problems, notes = spec.language, [], []
    for exhibit in exhibits:
        for piece in exhibit.pieces:
            place = f"{words.TAB.to(say)} {exhibit.item.tab} ({name_of(piece.source)})"
            if piece.fault is not None:
                problems.append(f"{place}: {piece.fault.reason.to(say)}. {piece.fault.step.to(say)}")
            notes += [f"{place}: {note.to(say)}." for note in piece.notes]
        loud = [mark for mark in marks_of(exhibit, spec) if mark in (words.NO_TRANSLATION, words.NO_CERTIFICATE)]
        notes += [f"{words.TAB.to(say)} {exhibit.item.tab}: {mark.to(say)}." for mark in loud]
    for sheet in front.sheets:
        if sheet.missing is not None:
            notes.append(f"{words.INDEX.to(say)}: {words.fill(words.NO_GLYPH, sample=sheet.missing).to(say)}.")
    for file, size in sizes.over(files):
        sentence = words.fill(words.VOLUME_OVER, name=file.name, size=size, limit=spec.volume_limit)
        problems.append(f"{sentence.to(say)}.")
    places = front.places
    before = [sum(map(len, places.labels[:number])) for number in range(len(places.labels))]
    firsts = {
        exhibit.item.tab: before[places.volume_of[number]] + places.first(number) + 1
        for number, exhibit in enumerate(exhibits)
    }
    labels = tuple(label for volume in places.labels for label in volume)
    origins = {
        before[places.volume_of[number]] + places.spans[number, place][0] + page: Origin(
            exhibit.item.tab, piece.source, page
        )
        for number, exhibit in enumerate(exhibits)
        for place, piece in enumerate(exhibit.pieces)
        for page in range(1, piece.pages + 1)
    }
    return BundleResult(places.pages, firsts, tuple(problems), tuple(notes), labels, tuple(files), origins)
