"""Programs of the system that a test needs."""

from __future__ import annotations

import shutil

import pytest


def needs(program: str) -> pytest.MarkDecorator:
    """Skip a test, with one line saying what to install, where `program` is missing."""
    packages = {"tesseract": "tesseract-ocr tesseract-ocr-rus"}[program]
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"install {packages} to run this test")
