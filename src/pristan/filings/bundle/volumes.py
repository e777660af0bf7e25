"""Splitting a bundle into files under a size limit, between exhibits only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pristan.filings.bundle.intake import Exhibit
from pristan.filings.bundle.source import bytes_of

_SHEETS = 120_000  # bytes: fonts, cover and index of a volume
_A_PAGE = 600  # bytes a page adds beside its own data: number, link, place in the tree
_A_ROW = 4_000  # bytes of an exhibit's tab sheet and its row of the index


class VolumeSizes:
    """Guesses what each exhibit adds, and mends the guess by what was written."""

    def __init__(self, exhibits: Sequence[Exhibit], limit: int | None) -> None:
        self._limit = limit
        self._guess = [0 if limit is None else _size(exhibit) for exhibit in exhibits]

    def volumes(self) -> list[list[int]]:
        """The exhibits of each volume, in order; one volume without a limit."""
        if self._limit is None:
            return [list(range(len(self._guess)))]
        volumes: list[list[int]] = [[]]
        room = self._limit - _SHEETS
        for exhibit, size in enumerate(self._guess):
            if volumes[-1] and size > room:
                volumes.append([])
                room = self._limit - _SHEETS
            volumes[-1].append(exhibit)
            room -= size
        return volumes

    def hold(self, volumes: Sequence[Sequence[int]], files: Sequence[Path]) -> bool:
        """Whether every volume that could be split further is within the limit; if not, the guesses are raised."""
        if self._limit is None:
            return True
        held = True
        for volume, file in zip(volumes, files, strict=True):
            written = file.stat().st_size
            if written > self._limit and len(volume) > 1:
                held = False
                factor = 1.02 * (written - _SHEETS) / max(1, sum(self._guess[exhibit] for exhibit in volume))
                for exhibit in volume:
                    self._guess[exhibit] = round(self._guess[exhibit] * max(factor, 1.02))
        return held

    def over(self, files: Sequence[Path]) -> list[tuple[Path, int]]:
        """The files that are larger than the limit all the same, with their sizes."""
        if self._limit is None:
            return []
        return [(file, size) for file in files if (size := file.stat().st_size) > self._limit]


def _size(exhibit: Exhibit) -> int:
    size = _A_ROW + _A_PAGE * exhibit.pages
    for piece in exhibit.pieces:
        if piece.file is not None:
            size += piece.file.stat().st_size
        elif piece.pdf is not None:
            size += len(bytes_of(piece.source))
    return size


def volume_files(out: Path, volumes: int) -> list[Path]:
    """`out` itself for one volume, else "name-1.pdf", "name-2.pdf" beside it."""
    if volumes == 1:
        return [out]
    return [out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, volumes + 1)]
