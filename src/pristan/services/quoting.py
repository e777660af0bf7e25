"""Whether the words that a case quotes stand in the paper, on the page that it names.

Compared without regard to line breaks, capitals, kinds of quotation marks, dashes and hyphens at a line's end; "..." in
a quote stands for words left out. Does not: look into a page that is a picture, or judge a quote in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.case.model import Case
from pristan.documents.intake.pieces import ENOUGH_LETTERS
from pristan.documents.text import letters_in, text_of_bytes
from pristan.kernel.language import Text

_MARKS = str.maketrans({**dict.fromkeys("«»„“”\"'’‘`", ""), **dict.fromkeys("–—−‑", "-"), "ё": "е", "\u00ad": ""})
_LEFT_OUT = re.compile(r"\.\.\.|…|\[\.\.\.\]")


@dataclass(frozen=True, slots=True)
class Misquote:
    """A quote that was not found where the case says. `found_on`: another page that has it; `pages`: of the paper."""

    where: str  # file and line of the case
    exhibit: str
    page: int
    quote: str
    pages: int
    found_on: int | None

    @property
    def text(self) -> Text:
        """What is wrong, and what to do."""
        if self.found_on is not None:
            en, ru = f"it stands on page {self.found_on}", f"эти слова на с. {self.found_on}"
        elif self.page > self.pages:
            en, ru = f"the paper has {self.pages} page(s)", f"в бумаге страниц: {self.pages}"
        else:
            en, ru = "these words were not found in the paper", "этих слов в бумаге не найдено"
        return Text(
            f"Exhibit {self.exhibit}, p. {self.page}: {en}. Compare it with the paper.",
            f"Приложение {self.exhibit}, с. {self.page}: {ru}. Сверьте с бумагой.",
        )


def misquotes(case: Case) -> tuple[Misquote, ...]:
    """Every quote of the case that its paper does not hold; of papers that were read, page by page."""
    wanted: dict[str, list[tuple[str, int, str]]] = {}
    for where, exhibit, page, quote in _quotes(case):
        wanted.setdefault(exhibit, []).append((where, page, quote))
    found = []
    for exhibit, quotes in wanted.items():
        pages = [_plain(page) for page in text_of_bytes(case.bytes_of(case.exhibits[exhibit])).pages]
        read = [letters_in(page) >= ENOUGH_LETTERS for page in pages]
        for where, page, quote in quotes:
            if not pages or (page <= len(pages) and not read[page - 1]):
                continue  # a picture, or a file that holds no pages
            if page <= len(pages) and _holds(pages[page - 1], quote):
                continue
            other = next((number for number, text in enumerate(pages, start=1) if _holds(text, quote)), None)
            if other is None and not all(read):
                continue  # the words may stand on a page that is a picture
            found.append(Misquote(where, exhibit, page, quote, len(pages), other))
    return tuple(found)


def _quotes(case: Case) -> Iterator[tuple[str, str, int, str]]:
    for fact in case.statements:
        if fact.exhibit is not None and fact.page is not None and fact.quote:
            yield fact.where, fact.exhibit, fact.page, fact.quote
    for told in case.accounts.statements:
        if told.exhibit is not None and told.page is not None and told.quote:
            yield told.where, told.exhibit, told.page, told.quote
    for data in case.accounts.identities:
        if data.exhibit is not None and data.page is not None and data.quote:
            yield f"{case.home.where}: {data.id}", data.exhibit, data.page, data.quote


def _plain(text: str) -> str:
    joined = re.sub(r"-\s*\n\s*", "", text.translate(_MARKS))
    return " ".join(joined.casefold().split())


def _holds(page: str, quote: str) -> bool:
    at = 0
    for part in map(_plain, _LEFT_OUT.split(quote)):
        at = page.find(part.strip(" .,;:"), at)
        if at < 0:
            return False
    return True
