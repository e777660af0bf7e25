"""Values of form fields in a PDF that stand on the field itself or on those above it."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Dictionary

_HIGHEST_TREE = 32  # deeper ones are damaged or hostile


def inherited(widget: pikepdf.Object, key: str) -> Any:
    """The value of `key`, or None (ISO 32000-1, 12.7.3)."""
    node: Any = widget
    for _ in range(_HIGHEST_TREE):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None
