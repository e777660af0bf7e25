"""Where everything stands: in which volume, at which place, under which number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pristan.filings.bundle.intake import Exhibit
from pristan.filings.bundle.labels import Counter

Span = tuple[int, int]  # first and last place, from 0, within a volume


@dataclass(frozen=True)
class Layout:
    """How many sheets the parts of one volume take: all that the numbers depend on beside the exhibits."""

    cover: int = 1
    index: int = 1
    tabs: dict[int, int] = field(default_factory=dict)  # exhibit -> sheets
    absent: dict[tuple[int, int], int] = field(default_factory=dict)  # exhibit, file -> pages standing for it


@dataclass(frozen=True)
class Places:
    """The plan of a bundle under given layouts."""

    volumes: tuple[tuple[int, ...], ...]  # the exhibits of each volume
    labels: tuple[tuple[str, ...], ...]  # the sign of each page of each volume
    starts: dict[int, int]  # exhibit -> place of its tab sheet, or of its first page
    spans: dict[tuple[int, int], Span]  # exhibit, file -> its pages
    volume_of: dict[int, int]

    @property
    def pages(self) -> int:
        """Pages of all volumes."""
        return sum(len(volume) for volume in self.labels)

    def first(self, exhibit: int) -> int:
        """Place of the first page of the exhibit itself."""
        return self.spans[exhibit, 0][0]

    def range_of(self, exhibit: int, files: Sequence[int]) -> tuple[str, str]:
        """First and last sign of some files, in order, of one exhibit."""
        signs = self.labels[self.volume_of[exhibit]]
        return signs[self.spans[exhibit, files[0]][0]], signs[self.spans[exhibit, files[-1]][1]]


def plan(
    exhibits: Sequence[Exhibit],
    volumes: Sequence[Sequence[int]],
    layouts: Sequence[Layout],
    settled_index: Sequence[int],
) -> Places:
    """Number everything.

    `settled_index`: for each volume the index pages that there are without late exhibits; more than these are
    numbered as late pages too, so that nothing behind them moves.
    """
    counter = Counter()
    labels, starts, spans, volume_of = [], {}, {}, {}
    for number, (volume, layout) in enumerate(zip(volumes, layouts, strict=True)):
        early = min(layout.index, settled_index[number])
        signs = counter.take(layout.cover + early, late=False) + counter.take(layout.index - early, late=True)
        for exhibit in volume:
            late = exhibits[exhibit].item.late
            starts[exhibit], volume_of[exhibit] = len(signs), number
            signs += counter.take(layout.tabs.get(exhibit, 0), late=late)
            for place, piece in enumerate(exhibits[exhibit].pieces):
                length = piece.pages + layout.absent.get((exhibit, place), 0)
                spans[exhibit, place] = (len(signs), len(signs) + length - 1)
                signs += counter.take(length, late=late)
        labels.append(tuple(signs))
    return Places(tuple(map(tuple, volumes)), tuple(labels), starts, spans, volume_of)
