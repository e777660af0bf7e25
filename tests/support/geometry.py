"""Whether a page is whole in a real browser: nothing wider than the window, nothing cut, no words or controls on top of
each other. Measured from the boxes that the browser laid out, so that fonts and smoothing do not matter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

SLACK = 2  # pixels: borders, rounding
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

_FAULTS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def faults_of(page: Any) -> list[str]:
    """What is not whole on the page as the browser shows it now; each fault names the element."""
    found: list[str] = page.evaluate(_FAULTS, SLACK)
    return found


def faults_in_all_looks(page: Any, sizes: dict[str, tuple[int, int]]) -> list[str]:
    """The same in every size, light and dark, without loading the page again."""
    found = []
    for size, (width, height) in sizes.items():
        page.set_viewport_size({"width": width, "height": height})
        for theme in ("light", "dark"):
            page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
            found += [f"{size}, {theme}: {one}" for one in faults_of(page)]
    return found
