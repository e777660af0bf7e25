"""What goes into a bundle and what comes out of building it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from pristan.filings.bundle import words
from pristan.filings.bundle.source import Held, Source
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language

__all__ = ["PAPER_SIZE_PT", "BundleItem", "BundlePart", "BundleResult", "BundleSpec", "Held", "Paper", "check_spec"]

Paper = Literal["a4", "letter"]
Tabs = Literal["sheets", "marks"]
PartKind = Literal["translation", "certificate", "file"]

PAPER_SIZE_PT: dict[Paper, tuple[float, float]] = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
_SMALLEST_VOLUME = 200_000  # bytes: below it a cover and an index do not fit


@dataclass(frozen=True)
class BundlePart:
    """A further file under the same tab, placed after the exhibit itself."""

    kind: PartKind
    path: Source


@dataclass(frozen=True)
class BundleItem:
    """One exhibit. `tab` is its short sign ("A", "12A"); `title`, `detail` and `note` are printed as given.

    parts: translation and certificate, in the order in which they are to stand after the original.
    language: of the original, two letters; an exhibit in another language than the bundle's that has no
        translation, and a translation without a certificate, are named loudly. None: not checked.
    late: put in after the others were numbered: its pages are 45A, 45B ..., so all other numbers stay.
    """

    tab: str
    title: str
    detail: str
    path: Source
    note: str | None = None
    parts: tuple[BundlePart, ...] = ()
    language: str | None = None
    late: bool = False


@dataclass(frozen=True)
class BundleSpec:
    """The bundle as asked for. `prepared` is printed; the clock is never read.

    tabs: "sheets" puts a sheet before each exhibit; "marks" prints the tab on the edge of its pages instead.
    volume_limit: bytes one file may have; more is split between exhibits. None: one file.
    certificates: whether a translation needs a certificate here.
    recognise: put recognised words invisibly under pages that are pictures (needs Tesseract on this machine).
    """

    title: str
    subtitle: str
    language: Language
    paper: Paper
    items: tuple[BundleItem, ...]
    prepared: date
    tabs: Tabs = "sheets"
    volume_limit: int | None = None
    certificates: bool = True
    recognise: bool = False


@dataclass(frozen=True)
class Origin:
    """Where a page of the bundle comes from: exhibit, file, and page (from 1) of that file."""

    tab: str
    source: Source
    page: int


@dataclass(frozen=True)
class BundleResult:
    """What was built.

    `pages`: of all volumes together.
    `first_page`: tab -> place, counted from 1 through all volumes, of the first page of the exhibit itself (the page
        after its tab sheet). Without late exhibits this is the stamped number; `stamp` gives the stamp in any case.
    `problems`: files that are not in the bundle, with the reason and the next step; each has a page saying so.
    `notes`: what was removed from, added to or is doubtful in files that are in the bundle.
    `labels`: the stamp of each page, in order. `files`: one, or one for each volume.
    `origins`: place (from 1, through all volumes) -> origin, for every page that is not a typeset sheet.
    """

    pages: int
    first_page: dict[str, int]
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    origins: dict[int, Origin] = field(default_factory=dict)

    def stamp(self, tab: str, page: int = 1) -> str:
        """The stamped number of page `page` (from 1) of an exhibit: what a pin-cite names."""
        return self.labels[self.first_page[tab] + page - 2]


def check_spec(spec: BundleSpec, out: Path) -> None:
    """Refuse a bundle that cannot be numbered or would overwrite one of its own exhibits.

    Raises: CaseError without exhibits, with an empty or repeated tab, when the first exhibit is a late one, when a
        volume could hold nothing, or when `out` is an exhibit.
    """
    say = spec.language
    if not spec.items:
        raise CaseError(words.NO_ITEMS.to(say))
    tabs = Counter(item.tab.strip() for item in spec.items)
    if "" in tabs:
        raise CaseError(words.EMPTY_TAB.to(say))
    if repeated := [tab for tab, times in tabs.items() if times > 1]:
        raise CaseError(words.REPEATED_TAB.to(say).format(tabs=", ".join(repeated)))
    if spec.items[0].late:
        raise CaseError(words.FIRST_IS_LATE.to(say).format(tab=spec.items[0].tab))
    if spec.volume_limit is not None and spec.volume_limit < _SMALLEST_VOLUME:
        raise CaseError(words.VOLUME_TOO_SMALL.to(say).format(limit=spec.volume_limit, least=_SMALLEST_VOLUME))
    sources = [source for item in spec.items for source in (item.path, *(part.path for part in item.parts))]
    if out.resolve() in {source.resolve() for source in sources if isinstance(source, Path)}:
        raise CaseError(words.OUT_IS_EXHIBIT.to(say).format(name=out.name))
