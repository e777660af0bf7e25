"""All pages of one volume in one file: files that need no mending straight from disk, the others from memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from pristan.filings.bundle import words
from pristan.filings.bundle.intake import Piece
from pristan.filings.bundle.layers import Layers
from pristan.kernel.errors import DocumentError
from pristan.kernel.language import Language

Run = Piece | list[pikepdf.Page]  # what stands next: the pages of one file, or typeset sheets


class Merged:
    """One output file with its pages in order."""

    def __init__(self, pdf: pikepdf.Pdf, pages: list[pikepdf.Object]) -> None:
        self.pdf = pdf
        self.pages = pages


def merge(runs: Sequence[Run], open_files: ExitStack, say: Language) -> Merged:
    """The pages of all `runs`, in order.

    Source: qpdf's own merging reads page data when the output is written, so memory does not grow with the files;
        what was mended in memory is added behind, and the page tree is then put in order.
    Raises: DocumentError when a file has another number of pages than when it was examined.
    """
    by_path = [run for run in runs if isinstance(run, Piece) and run.file is not None]
    pdf = _from_files(by_path, open_files)
    if len(pdf.pages) != sum(piece.pages for piece in by_path):
        raise DocumentError(words.CHANGED.to(say))
    arrived = {id(run): pages for run, pages in _dealt(pdf, by_path)}
    layers, pages = Layers(pdf), pdf.pages
    behind = sum(piece.pages for piece in by_path)  # pages are added behind these
    ordered: list[pikepdf.Object] = []
    for run in runs:
        if id(run) in arrived:
            ordered += arrived[id(run)]
            continue
        source = run.pdf.pages if isinstance(run, Piece) and run.pdf is not None else run
        pages.extend(source)  # type: ignore[arg-type]
        added = run.pages if isinstance(run, Piece) else len(run)
        ordered += [pages[place].obj for place in range(behind, behind + added)]
        behind += added
        if isinstance(run, Piece) and run.pdf is not None:
            layers.take_over(run.pdf)
    layers.write()
    _put_in_order(pdf, ordered)
    return Merged(pdf, ordered)


def _from_files(pieces: list[Piece], open_files: ExitStack) -> pikepdf.Pdf:
    if not pieces:
        return open_files.enter_context(pikepdf.new())
    wanted = [{"file": str(_path(piece)), "range": "1-z"} for piece in pieces]
    job = pikepdf.Job(
        {"empty": "", "pages": wanted, "removeUnreferencedResources": "no", "noWarn": "", "outputFile": "-"}
    )
    try:
        pdf: pikepdf.Pdf = job.create_pdf()  # type: ignore[no-untyped-call]
        return open_files.enter_context(pdf)
    except (pikepdf.PdfError, pikepdf.JobUsageError, RuntimeError):
        pass  # too many files for this system, or a name it does not take: one by one, then
    merged = open_files.enter_context(pikepdf.new())
    for piece in pieces:
        with pikepdf.open(_path(piece), suppress_warnings=True) as source:
            merged.pages.extend(source.pages)
    return merged


def _path(piece: Piece) -> Path:
    assert piece.file is not None  # chosen for it
    return piece.file.absolute()


def _dealt(pdf: pikepdf.Pdf, pieces: list[Piece]) -> Iterator[tuple[Piece, list[pikepdf.Object]]]:
    pages = iter([page.obj for page in pdf.pages])
    for piece in pieces:
        yield piece, [next(pages) for _ in range(piece.pages)]


def _put_in_order(pdf: pikepdf.Pdf, pages: list[pikepdf.Object]) -> None:
    """A flat page tree (ISO 32000-1, 7.7.3); boxes and resources stand on the pages themselves already."""
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(pages), Count=len(pages)))
    for page in pages:
        page["/Parent"] = tree
    pdf.Root.Pages = tree
