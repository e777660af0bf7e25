"""English words left in a row on a Russian page: what a reader without English meets where the product should speak."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORDS = 4  # fewer in a row are names, codes and short forms
_RUN = re.compile(rf"(?:[A-Za-z][a-z'’-]*[,;:]? ){{{WORDS - 1},}}[A-Za-z][a-z'’-]*")
_LOWER = re.compile(r"(?<![\w'’-])(?!(?:of|the|and|for|on|in|to|v|ex|et|al|di|sez)\b)[a-z]{2,}")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|`[^`]*`|https?://\S+")


def english_runs(text: str, *, stays: Iterable[str] = ()) -> list[str]:
    """Runs of four or more Latin words outside quotation marks, code, addresses and what `stays` as it is (citations,
    titles of sources). A run without two words in small letters is a name (East Bay Sanctuary Covenant v. Trump).
    """
    for one in sorted(stays, key=len, reverse=True):
        text = text.replace(one, "…")
    runs: list[str] = _RUN.findall(_QUOTED.sub("…", text))
    return [run for run in runs if len(_LOWER.findall(run)) > 1 and re.search("[a-z]{4}", run)]
