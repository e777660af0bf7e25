"""Which run of a page to show for what was looked for."""

from __future__ import annotations

from pristan.country.library.stems import Word


def closest(found: list[Word], asked: set[str]) -> tuple[Word, Word]:
    """The shortest run of the page that holds every word asked for; `found` are those that stand there, in order."""
    best = (found[0], found[-1])
    for begin, first in enumerate(found):
        missing = set(asked)
        for word in found[begin:]:
            missing.discard(word.stem)
            if word.end - first.start >= best[1].end - best[0].start:
                break
            if not missing:
                best = (first, word)
                break
    return best


def cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The same run, not cutting a word in two (one that a line breaks neither), without blanks at its ends."""
    while start > 0 and _inside_word(text, start):
        start -= 1
    while end < len(text) and _inside_word(text, end):
        end += 1
    return start + len(text[start:end]) - len(text[start:end].lstrip()), len(text[:end].rstrip())


def _inside_word(text: str, at: int) -> bool:
    """Whether a cut before the letter at this place would go through a word."""
    if not text[at - 1].isspace() and not text[at].isspace():
        return True
    before, after = text[:at].rstrip(), text[at:].lstrip()
    return before.endswith(("-", "\u2010", "\u00ad")) and after[:1].isalpha()
