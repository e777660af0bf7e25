"""Whether two files show the same paper: the same sheet scanned again, a photograph of it, its text without a picture.

Pages with words are compared by their words (a sketch of the runs of four words, after Broder) and their figures, since
two rulings of one form differ in hardly more than those; pictures without words by a difference hash of the upright,
prepared picture. Does not: say that two papers are the same. It names a likeness for a person to look at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pristan.documents.intake.files import in_memory
from pristan.documents.intake.model import PICTURES, FileRead
from pristan.documents.sandbox.lockdown import Limits
from pristan.documents.sandbox.pool import pool
from pristan.documents.says import FileFault

_RUN = 4  # words
_SKETCH = 128  # runs kept of a file: those whose hash is least
_LEAST_RUNS = 15
_SAME_RUNS = 0.5  # share of runs in common; recognition loses one word in thirty, and four runs with it
_SAME_FIGURES = 0.75
_HASH_BITS = 256
_SAME_BITS = 28  # bits by which pictures of one thing may differ
_PAGES = 10  # pictures of a file that are compared


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file is compared by: hashes of runs of words, all its figures, hashes of its pictures (hexadecimal)."""

    runs: tuple[int, ...]
    figures: frozenset[str]
    pictures: tuple[str, ...]


def fingerprint(file: FileRead, data: bytes) -> Fingerprint:
    """The fingerprint of a file that was read; pictures that cannot be drawn are left out."""
    text = " ".join(page.text for page in file.pages).lower().replace("ё", "е")
    words = re.findall(r"[^\W\d_]{2,}", text)
    runs = {_hash(" ".join(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)}
    figures = frozenset(re.findall(r"\d+", text))
    wordless = [number for number, page in enumerate(file.pages, start=1) if page.source == "picture"][:_PAGES]
    pictures: tuple[str, ...] = ()
    if wordless and file.format in ("pdf", *PICTURES):
        pictures = _pictures(data, wordless)
    return Fingerprint(tuple(sorted(runs)[:_SKETCH]), figures, pictures)


def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=6).digest())


def _pictures(data: bytes, pages: list[int]) -> tuple[str, ...]:
    given = {"pages": pages, "purpose": "likeness", "password": None, "turn": 0, "marks": []}
    try:
        with in_memory(data) as stream:
            frames = pool().run("pictures", stream, given=given, limits=Limits())
    except FileFault:
        return ()
    return tuple(str(frame.head["likeness"]) for frame in frames if frame.head["likeness"])


def alike(one: Fingerprint, two: Fingerprint) -> bool:
    """Whether a person should compare the two."""
    if len(one.runs) >= _LEAST_RUNS and len(two.runs) >= _LEAST_RUNS:
        return _share(one.runs, two.runs) >= _SAME_RUNS and _common(one.figures, two.figures) >= _SAME_FIGURES
    if one.pictures and len(one.pictures) == len(two.pictures):
        pairs = zip(one.pictures, two.pictures, strict=True)
        return all((int(a, 16) ^ int(b, 16)).bit_count() <= _SAME_BITS for a, b in pairs)
    return False


def _share(one: tuple[int, ...], two: tuple[int, ...]) -> float:
    """The share of runs in common, estimated from the least hashes of both together."""
    least = sorted(set(one) | set(two))[:_SKETCH]
    both = set(one) & set(two)
    return sum(value in both for value in least) / len(least)


def _common(one: frozenset[str], two: frozenset[str]) -> float:
    whole = one | two
    return len(one & two) / len(whole) if whole else 1.0


def fingerprint_data(found: Fingerprint) -> dict[str, Any]:
    """A fingerprint as plain data."""
    return {"runs": list(found.runs), "figures": sorted(found.figures), "pictures": list(found.pictures)}


def fingerprint_from(data: Mapping[str, Iterable[Any]]) -> Fingerprint:
    """The fingerprint that `fingerprint_data` wrote."""
    return Fingerprint(tuple(data["runs"]), frozenset(data["figures"]), tuple(data["pictures"]))
