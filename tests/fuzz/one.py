"""Fuzz one target in this process: `python -m tests.fuzz.one NAME [libFuzzer's options]`. Does not return."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["pristan.documents", "email", "html", "json", "zipfile"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()
