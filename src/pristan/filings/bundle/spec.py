"""What goes into a bundle and what comes out of building it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pristan.filings.bundle import words
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language

Paper = Literal["a4", "letter"]

PAPER_SIZE_PT: dict[Paper, tuple[float, float]] = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}


@dataclass(frozen=True)
class BundleItem:
    """One exhibit. `tab` is its short sign ("A", "12A"); `title`, `detail` and `note` are printed as given."""

    tab: str
    title: str
    detail: str
    path: Path
    note: str | None = None
    data: Callable[[], bytes] | None = None  # gives the bytes where `path` is only a name


@dataclass(frozen=True)
class BundleSpec:
    """The bundle as asked for. `prepared` is printed; the clock is never read."""

    title: str
    subtitle: str
    language: Language
    paper: Paper
    items: tuple[BundleItem, ...]
    prepared: date


@dataclass(frozen=True)
class BundleResult:
    """What was built.

    `first_page`: tab -> stamped number of the first page of the exhibit itself (the page after its tab sheet),
        so page n of an exhibit carries the stamp first_page + n - 1.
    `problems`: files that are not in the bundle, with the reason and the next step; each has a page saying so.
    `notes`: what was removed from, added to or is doubtful in files that are in the bundle.
    """

    pages: int
    first_page: dict[str, int]
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()


def check_spec(spec: BundleSpec, out: Path) -> None:
    """Refuse a bundle that cannot be numbered or would overwrite one of its own exhibits.

    Raises: CaseError without exhibits, with an empty or repeated tab, or when `out` is an exhibit.
    """
    say = spec.language
    if not spec.items:
        raise CaseError(words.NO_ITEMS.to(say))
    tabs = Counter(item.tab.strip() for item in spec.items)
    if "" in tabs:
        raise CaseError(words.EMPTY_TAB.to(say))
    if repeated := [tab for tab, times in tabs.items() if times > 1]:
        raise CaseError(words.REPEATED_TAB.to(say).format(tabs=", ".join(repeated)))
    if out.resolve() in {item.path.resolve() for item in spec.items}:
        raise CaseError(words.OUT_IS_EXHIBIT.to(say).format(name=out.name))
