"""Names of files as they may be shown: no hidden signs that turn them round, no path of an archive believed."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 120
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def shown_name(name: str) -> tuple[str, bool, bool]:
    """The name, whether hidden signs were taken out, whether it pointed to another place."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".")]
    outside = name.startswith(("/", "\\")) or ".." in parts or bool(re.match(r"[A-Za-z]:", name))
    last = parts[-1] if parts else ""
    clean = "".join(
        letter for letter in last if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    )
    clean = clean.strip(" .") or "unnamed"
    return clean[:_LONGEST], clean != last.strip(" ."), outside
