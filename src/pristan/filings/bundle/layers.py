"""Layers (optional content) of the exhibits: what was hidden in the file stays hidden in the bundle."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name


class Layers:
    """Joins the layer settings of several files. Source: ISO 32000-1, 8.11.4."""

    def __init__(self, out: pikepdf.Pdf) -> None:
        self._out = out
        self._all: list[pikepdf.Object] = []
        self._off: list[pikepdf.Object] = []

    def take_over(self, source: pikepdf.Pdf) -> None:
        """Remember `source`'s layers; call after its pages were copied, so that both are the same objects."""
        for group, hidden in layer_states(source):
            copy = self._out.copy_foreign(group)
            self._all.append(copy)
            if hidden:
                self._off.append(copy)

    def write(self) -> None:
        """Put the joined settings into the output; a file without layers gets none."""
        if self._all:
            default = Dictionary(BaseState=Name.ON, OFF=Array(self._off), Order=Array([]))
            self._out.Root.OCProperties = Dictionary(OCGs=Array(self._all), D=default)


def layer_states(source: pikepdf.Pdf) -> list[tuple[pikepdf.Object, bool]]:
    """Each layer of a file and whether the file hides it at first sight.

    Does not: carry over states that depend on zoom, printing or the reader's language.
    """
    properties = source.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return []
    groups = [group for group in _listed(properties, "/OCGs") if isinstance(group, Dictionary) and group.is_indirect]
    default = properties.get("/D")
    if not isinstance(default, Dictionary):
        return [(group, False) for group in groups]
    on = {group.objgen for group in _listed(default, "/ON") if isinstance(group, Dictionary)}
    off = {group.objgen for group in _listed(default, "/OFF") if isinstance(group, Dictionary)}
    base_off = default.get("/BaseState") == Name.OFF
    return [(group, group.objgen in off or (base_off and group.objgen not in on)) for group in groups]


def _listed(holder: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    value = holder.get(key)
    return list(value.as_list()) if isinstance(value, Array) else []
