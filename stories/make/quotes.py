"""Whether the quotes in a story's STORY.md stand on the pages it names.

STORY.md writes, under a heading `### FILE`, lines such as `- p.2: "exact words"`. For a scan the words are those of the
paper before it was copied; for a chat, of the export (page 1).
"""

import html
import re
from collections.abc import Mapping, Sequence

HEADING = re.compile(r"^### (\S+)")
QUOTE = re.compile(r'^- p\.(\d+): "(.+?)"(?: |$)')


def quotes_in(story: str) -> list[tuple[str, int, str]]:
    """File, page and words of every quote line, in order."""
    found, file = [], ""
    for line in story.splitlines():
        if heading := HEADING.match(line):
            file = heading[1]
        elif quote := QUOTE.match(line):
            found.append((file, int(quote[1]), quote[2]))
    return found


def missing_quotes(story: str, pages: Mapping[str, Sequence[str]]) -> list[str]:
    """A sentence for each quote that is not on its page; an empty list when all are."""
    missing = []
    for file, page, words in quotes_in(story):
        known = pages.get(file, ())
        if page > len(known):
            missing.append(f"{file}: page {page} does not exist or has no known words.")
        elif _plain(words) not in _plain(known[page - 1]):
            missing.append(f'{file}: page {page} does not say "{words}".')
    return missing


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text).replace("\u00a0", " ").replace("\u00ad", "")).strip()
