"""A court bundle from any files, listed in a TOML index."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from pristan.filings.bundle.archive import Archived
from pristan.filings.bundle.build import build_bundle
from pristan.filings.bundle.spec import BundleItem, BundlePart, BundleResult, BundleSpec
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
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
