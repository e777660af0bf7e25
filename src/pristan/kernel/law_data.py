"""Where the law data lie that the product reads: those it ships with, or those of an installed law package.

A law package replaces all data folders together (rules, papers, decided cases, vocabulary, time limits, country data),
so that they always fit each other. Source: docs/law-packages.md.
Does not: check a package or install it; see `law.package` and `services.law_updates`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
SHIPPED = Path(__file__).parents[1]
LOCAL = "local-law"
_override: list[Path] = []


def product_home() -> Path:
    """The folder of what the product keeps outside cases: PRISTAN_HOME, else the user's data folder."""
    if home := os.environ.get("PRISTAN_HOME"):
        return Path(home)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "pristan"


def pointer() -> Path:
    """The file that names the installed package's folder; where it is missing, the shipped data are used."""
    return product_home() / "law" / "current"


def local_records() -> Path:
    """The folder of an office's own records (records/, papers/), laid over whichever law is in use."""
    return product_home() / LOCAL


def law_root() -> Path:
    """The folder below which every data folder in use lies."""
    if _override:
        return _override[-1]
    here = pointer()
    try:
        name = here.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return SHIPPED
    return here.parent / name


def law_folder(*parts: str) -> Path:
    """A data folder in use, named as in the source tree: `law_folder("deadlines", "records")`."""
    return law_root().joinpath(*parts)


@contextmanager
def reading_from(root: Path) -> Iterator[None]:
    """Read all law data from `root` inside the block: to try a package before it is installed."""
    _override.append(root)
    try:
        yield
    finally:
        _override.pop()


def per_law(load: Callable[[], _T]) -> Callable[[], _T]:
    """Keep what `load` returns for as long as the same law data are in use; of earlier data only the last."""
    kept: dict[Path, _T] = {}

    @wraps(load)
    def loaded() -> _T:
        root = _override[-1] if _override else _root_of_this_run()
        if root not in kept:
            kept[root] = load()
            for old in list(kept)[:-2]:
                del kept[old]
        return kept[root]

    return loaded


_run: list[Path] = []


def _root_of_this_run() -> Path:
    """The root found at first use: a run does not change its law on the way, unless it installs one."""
    if not _run:
        _run.append(law_root())
    return _run[0]


def look_again() -> None:
    """After an installation: the next reader takes what is installed now."""
    _run.clear()
