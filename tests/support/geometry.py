"""Whether a page is whole in a real browser: nothing wider than the window, nothing cut, no words or controls on top of
each other. Measured from the boxes that the browser laid out, so that fonts and smoothing do not matter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

SLACK = 2  # pixels: borders, rounding
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],  # what passed is not looked at: not listing it halves the time
}

_FAULTS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def faults_of(page: Any) -> list[str]:
    """What is not whole on the page as the browser shows it now; each fault names the element."""
    found: list[str] = page.evaluate(_FAULTS, SLACK)
    return found


def faults_in_all_sizes(page: Any, sizes: dict[str, tuple[int, int]]) -> list[str]:
    """The same in every size, without loading the page again. Light or dark makes no difference: dark changes colours
    only (test_themes.py holds it).
    """
    found = []
    for size, (width, height) in sizes.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{size}: {one}" for one in faults_of(page)]
    return found
