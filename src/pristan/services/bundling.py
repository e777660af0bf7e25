"""A court bundle from any files, listed in a TOML index."""

from __future__ import annotations

from pathlib import Path

from pristan.filings.bundle.build import build_bundle
from pristan.filings.bundle.spec import BundleItem, BundleResult, BundleSpec
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.kernel.strict import read_file
from pristan.services.building import FONTS, Progress


def bundle_from_index(index: Path, out: Path, *, progress: Progress | None = None) -> BundleResult:
    """Build the bundle that `index` describes.

    Keys: title, subtitle, language (en|ru), paper (a4|letter), prepared (a day), and per [[item]]: tab, title,
    detail, file, note.
    Paths are taken from the index's folder. Raises CaseError with file and line for a fault of the index.
    """
    if not index.is_file():
        raise CaseError("there is no such file. Name a TOML index; see the page on bundles.", where=str(index))
    root = read_file(index, error=CaseError)
    prepared = root.day("prepared")
    if prepared is None:
        root.fail('"prepared" is missing. Write the day printed on the cover: prepared = 2026-11-20.')
    items = []
    for table in root.tables("item"):
        file = index.parent / table.string("file")
        if not file.is_file():
            table.fail(f"there is no file {table.string('file')}. Mend the name, or copy it there.", "file")
        items.append(
            BundleItem(
                table.string("tab"),
                table.string("title"),
                table.string("detail", default=""),
                file,
                table.maybe_string("note"),
            )
        )
        table.done()
    if not items:
        root.fail("the index lists no [[item]]. Add at least one.")
    paper = root.one_of("paper", ("a4", "letter"), default="a4")
    spec = BundleSpec(
        title=root.string("title"),
        subtitle=root.string("subtitle", default=""),
        language=Language(root.one_of("language", ("en", "ru"), default="en")),
        paper="letter" if paper == "letter" else "a4",
        items=tuple(items),
        prepared=prepared,
    )
    root.done()
    return build_bundle(spec, out, fonts=FONTS, progress=progress)
