"""English words left in a row on a Russian page: what a reader without English meets where the product should speak."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORDS = 4  # fewer in a row are names, codes and short forms
_RUN = re.compile(rf"(?:[A-Za-z][a-z'’-]*[,;:]? ){{{WORDS - 1},}}[A-Za-z][a-z'’-]*")
_LONG = re.compile(r"[A-Za-z]{4}")  # en, fr, es, ar is no sentence
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|`[^`]*`|https?://\S+")


def english_runs(text: str, *, stays: Iterable[str] = ()) -> list[str]:
    """Runs of four or more Latin words outside quotation marks, code, addresses and what `stays` as it is (citations,
    titles of sources).
    """
    for one in sorted(stays, key=len, reverse=True):
        text = text.replace(one, "…")
    found: list[str] = _RUN.findall(_QUOTED.sub("…", text))
    return [run for run in found if _LONG.search(run)]
