"""Where a destination of one file leads: the place of a page in that file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_MOST_BOOKMARKS = 2000
_DEEPEST = 6
_LONGEST_TITLE = 200  # characters


@dataclass
class Bookmark:
    """A bookmark of an exhibit; `page` counts from 0 within the exhibit."""

    title: str
    page: int
    children: list[Bookmark] = field(default_factory=list)


class Targets:
    """Finds pages for the destinations of one file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._places: dict[tuple[int, int], int] | None = None
        self._named: dict[str, pikepdf.Object] | None = None

    def page_of(self, entry: pikepdf.Object) -> int | None:
        """The page that a link or bookmark leads to, or None when it leads nowhere in this file."""
        action = entry.get("/A")
        if isinstance(action, Dictionary):
            return self._resolve(action.get("/D")) if action.get("/S") == Name.GoTo else None
        return self._resolve(entry.get("/Dest"))

    def _resolve(self, destination: object) -> int | None:
        if isinstance(destination, String | Name):
            destination = self._names().get(str(destination))
        if isinstance(destination, Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, Array) or len(destination) == 0:
            return None
        target = destination[0]
        if isinstance(target, int) and 0 <= target < len(self._pdf.pages):
            return target
        return self._by_object().get(target.objgen) if isinstance(target, Dictionary) else None

    def _by_object(self) -> dict[tuple[int, int], int]:
        if self._places is None:  # most files lead nowhere
            self._places = {page.obj.objgen: place for place, page in enumerate(self._pdf.pages)}
        return self._places

    def _names(self) -> dict[str, pikepdf.Object]:
        if self._named is None:
            self._named = dict(_named_destinations(self._pdf.Root))
        return self._named


def bookmarks_of(pdf: pikepdf.Pdf, targets: Targets) -> tuple[list[Bookmark], int]:
    """The file's own bookmarks that lead to its pages, and how many others were left out."""
    outlines = pdf.Root.get("/Outlines")
    if not isinstance(outlines, Dictionary):
        return [], 0
    walk = _OutlineWalk(targets)
    kept = walk.level(outlines, 1)
    return kept, walk.left_out


class _OutlineWalk:
    """Reads a linked list that a hostile file may have tied into a ring."""

    def __init__(self, targets: Targets) -> None:
        self.left_out = 0
        self._targets = targets
        self._seen: set[tuple[int, int]] = set()

    def level(self, parent: pikepdf.Object, depth: int) -> list[Bookmark]:
        kept: list[Bookmark] = []
        entry = parent.get("/First")
        while isinstance(entry, Dictionary) and entry.objgen not in self._seen and len(self._seen) < _MOST_BOOKMARKS:
            self._seen.add(entry.objgen)
            children = self.level(entry, depth + 1) if depth < _DEEPEST else []
            page = self._targets.page_of(entry)
            title = " ".join(str(entry.get("/Title", "")).split())[:_LONGEST_TITLE]
            if page is None or not title:
                self.left_out += 1
                kept += children
            else:
                kept.append(Bookmark(title, page, children))
            entry = entry.get("/Next")
        return kept


def _named_destinations(root: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    old = root.get("/Dests")
    if isinstance(old, Dictionary):
        yield from ((key, value) for key, value in old.items())
    names = root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, Dictionary) else None
    if isinstance(tree, Dictionary):
        yield from name_tree(tree)


def name_tree(tree: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """The pairs of a name tree (ISO 32000-1, 7.9.6), each node once."""
    waiting, seen = [tree], set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs = node.get("/Names")
        if isinstance(pairs, Array):
            flat = pairs.as_list()
            yield from ((str(key), value) for key, value in zip(flat[::2], flat[1::2], strict=False))
        kids = node.get("/Kids")
        if isinstance(kids, Array):
            waiting.extend(kids.as_list())
