"""Whether the quotes of a story's `case.toml` stand on the pages that they name.

Source: docs/case-format.md. Does not: read scans and photographs; `python -m stories.make STORY --check` compares
those with the words that the paper had before it was copied.
"""

from __future__ import annotations

import html
import re

from pristan.documents.text import State, text_of_bytes
from tests.journeys.expectations import story_case


def misquoted(story: str) -> list[str]:
    """A sentence for each quote that is not on its page, or that names no page of a paper with text."""
    case, wrong = story_case(story), []
    cited = dict.fromkeys(one.exhibit for one in case.statements if one.exhibit is not None)
    texts = {name: text_of_bytes(case.bytes_of(case.exhibits[name])) for name in cited}
    for statement in case.statements:
        if statement.exhibit is None:
            continue
        read = texts[statement.exhibit]
        if read.state is not State.READ:
            continue
        page, quote = statement.page or 0, statement.quote or ""
        if not quote or not 1 <= page <= len(read.pages) or _plain(quote) not in _plain(read.pages[page - 1]):
            wrong.append(f'{statement.fact}, exhibit {statement.exhibit} p. {page}: "{quote}" is not there')
    return wrong


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text).replace("\u00a0", " ").replace("\u00ad", "")).strip()
