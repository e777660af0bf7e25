"""The size of the core install: every file of the packages in requirements/core.lock."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements" / "core.lock"
LIMIT_MB = 320


def main() -> None:
    """Print the packages by size, and the sum beside the limit."""
    sizes = {}
    for name in re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            print(f"{name}: not installed")
            continue
        paths = (Path(str(file.locate())) for file in found.files or ())
        sizes[name] = sum(path.stat().st_size for path in paths if path.is_file())
    for name, size in sorted(sizes.items(), key=lambda entry: -entry[1])[:6]:
        print(f"{name:14} {size / 1e6:7.1f} MB")
    print(f"core install   {sum(sizes.values()) / 1e6:7.1f} MB   (limit {LIMIT_MB} MB)")
