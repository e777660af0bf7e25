"""The language that a command is asked in: `--lang` anywhere on the line, else PRISTAN_LANG, else English.

Help and faults of the line itself are said before any option is read, so the line is looked at as it was typed.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise

from pristan.kernel.language import Language

VARIABLE = "PRISTAN_LANG"


def asked_language() -> Language:
    """What the line says, the last word first; what is no language of ours is told by the option itself."""
    line = sys.argv[1:]
    told = [after for word, after in pairwise(line) if word == "--lang"]
    told += [word.removeprefix("--lang=") for word in line if word.startswith("--lang=")]
    said = told[-1] if told else os.environ.get(VARIABLE, "")
    return Language.RU if said.strip().lower() == Language.RU else Language.EN
