"""How the line of a publisher stands in Russian: the words between names, and bodies with a Russian name.

Source: publishers.toml. Does not: translate names of papers, organisations and sites, or titles; serve filings, which
name a source as it names itself.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language
from pristan.kernel.strict import read_file


@cache
def _words() -> tuple[tuple[re.Pattern[str], str], ...]:
    root = read_file(Path(__file__).with_name("publishers.toml"), error=RuleError, name="publishers.toml")
    found = tuple((re.compile(rf"(?<!\w){re.escape(one.en)}(?!\w)"), one.ru) for one in root.texts("words"))
    root.done()
    return found


@cache
def publisher_in(name: str, language: Language) -> str:
    """The line of a publisher as a page in `language` has it."""
    if language is Language.RU:
        for english, russian in _words():
            name = english.sub(russian, name)
    return name
