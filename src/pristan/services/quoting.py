"""Whether the words that a case quotes stand in the paper, on the page that it names.

Compared without regard to line breaks, capitals, kinds of quotation marks, dashes and hyphens inside words (at a line's
end nobody can tell whether one belongs there); "..." in a quote stands for words left out. A quote begins and ends with
whole words: "lawful" is not quoted from "unlawful". Does not: look into a page that is a picture, or judge a quote in
another language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pristan.case.model import Case
from pristan.documents.intake.pieces import ENOUGH_LETTERS
from pristan.documents.text import letters_in, text_of_bytes
from pristan.kernel.language import Text

_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_MARKS = str.maketrans(
    {**dict.fromkeys("«»„“”\"'’‘`", ""), **dict.fromkeys("–—−‑‐", "-"), **_UNSEEN, "ё": "е", "Ё": "е"}
)
_LEFT_OUT = re.compile(r"\.\.\.|…|\[\.\.\.\]")
_LETTER = r"[^\W\d_]"
_IN_A_WORD = (
    re.compile(rf"(?<={_LETTER})-(?:[^\S\n]*\n\s*)?(?={_LETTER})"),  # and "two- and three-year" stays two words
    re.compile(rf"(?<={_LETTER})-\s*(?={_LETTER})"),  # a broken word as it is pasted: "perse- cution"
)
_DASH = re.compile(r"\s*-\s*")


class Stands(StrEnum):
    """Whether words stand on a page."""

    HERE = "here"
    ELSEWHERE = "elsewhere"  # on another page
    NO_SUCH_PAGE = "no_such_page"
    NOWHERE = "nowhere"
    NOT_COMPARED = "not_compared"  # the page, or one that may hold the words, is a picture


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found: `on` is the page, the nearest to the one asked for."""

    stands: Stands
    on: int | None
    pages: int


class Pages:
    """The pages of one paper, ready to be compared."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = [_plain(page) for page in pages]
        self._read = [letters_in(page) >= ENOUGH_LETTERS for page in pages]

    def place_of(self, quote: str, page: int) -> Place:
        """Where the words stand, looked for on `page` first and then outward from it."""
        count = len(self._pages)
        if page <= count and _holds(self._pages[page - 1], quote):
            return Place(Stands.HERE, page, count)
        if not count or (page <= count and not self._read[page - 1]):
            return Place(Stands.NOT_COMPARED, None, count)
        nearest = sorted(range(1, count + 1), key=lambda number: abs(number - page))
        other = next((number for number in nearest if _holds(self._pages[number - 1], quote)), None)
        if other is not None:
            return Place(Stands.ELSEWHERE, other, count)
        if not all(self._read):
            return Place(Stands.NOT_COMPARED, None, count)
        return Place(Stands.NO_SUCH_PAGE if page > count else Stands.NOWHERE, None, count)


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
        pages = pages_of_exhibit(case, exhibit)
        for where, page, quote in quotes:
            place = pages.place_of(quote, page)
            if place.stands not in (Stands.HERE, Stands.NOT_COMPARED):
                found.append(Misquote(where, exhibit, page, quote, place.pages, place.on))
    return tuple(found)


def pages_of_exhibit(case: Case, exhibit: str) -> Pages:
    """The pages of an exhibit as they are compared; none of a file that could not be read."""
    return Pages(text_of_bytes(case.bytes_of(case.exhibits[exhibit])).pages)


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
    for passage in case.passages:
        yield passage.where, passage.exhibit, passage.page, passage.quote


def _plain(text: str) -> tuple[str, ...]:
    """As it is compared, in each way of joining broken words. Written in one form first: a file may hold й as two
    characters, or fi as one.
    """
    marked = unicodedata.normalize("NFKC", text).translate(_MARKS).casefold()
    return tuple(" ".join(_DASH.sub("-", broken.sub("", marked)).split()) for broken in _IN_A_WORD)


def _holds(page: tuple[str, ...], quote: str) -> bool:
    """Whether the parts of a quote stand on a page, in their order, each beginning and ending with whole words."""
    parts = [_plain(part) for part in _LEFT_OUT.split(quote)]
    return any(_in_order(text, [part[way].strip(" .,;:-") for part in parts]) for way, text in enumerate(page))


def _in_order(page: str, parts: Sequence[str]) -> bool:
    at = 0
    for part in parts:
        found = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(page, at)
        if found is None:
            return False
        at = found.end()
    return any(letter.isalnum() for part in parts for letter in part)
