"""Passages that two texts share, word for word but for names, numbers and endings.

Found by shingles (runs of a few lemmas), then followed as far as both texts go on alike. A passage counts from ten
words on of which six carry content: common phrases and single citations stay below that.
Does not: measure a person or a text as a whole; there is no score. Whether a passage was copied only people can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pristan.filings.similarity.tokens import Token, tokens_of

_SHINGLE = 5  # words
_LEAST_WORDS, _LEAST_TELLING = 10, 6
_MOST_SKIPPED = 2  # words that one side may have more or other than the other


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare: where it comes from and where it stands there."""

    origin: str  # template, story, case
    name: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared passage: the narrative's words beside those of the other text."""

    mine: Text
    other: Text
    my_words: str
    other_words: str
    my_span: tuple[int, int]
    words: int  # that agree


class Index:
    """Texts that narratives are compared with."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts: list[tuple[Text, list[Token]]] = []
        self._places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for text in texts:
            tokens = tokens_of(text.text)
            number = len(self._texts)
            self._texts.append((text, tokens))
            for place, shingle in _shingles(tokens):
                self._places[shingle].append((number, place))

    def passages(self, mine: Text) -> list[Passage]:
        """Every passage of `mine` that stands in another text too, in order; the longest where several overlap."""
        tokens = tokens_of(mine.text)
        found: list[tuple[tuple[int, int], int, tuple[int, int], int]] = []
        for place, shingle in _shingles(tokens):
            for number, other_place in self._places.get(shingle, ()):
                if any(
                    one == number and span[0] <= place < span[1] and other[0] <= other_place < other[1]
                    for span, one, other, _ in found
                ):
                    continue
                other_tokens = self._texts[number][1]
                run = _follow(tokens, place, other_tokens, other_place)
                telling = sum(tokens[at].tells for at, _ in run)
                if len(run) >= _LEAST_WORDS and telling >= _LEAST_TELLING:
                    found.append(((run[0][0], run[-1][0] + 1), number, (run[0][1], run[-1][1] + 1), len(run)))
        return [self._passage(mine, tokens, *one) for one in sorted(found, key=lambda one: (one[0][0], -one[3]))]

    def _passage(
        self,
        mine: Text,
        tokens: Sequence[Token],
        span: tuple[int, int],
        number: int,
        other: tuple[int, int],
        words: int,
    ) -> Passage:
        text, other_tokens = self._texts[number]
        start, end = tokens[span[0]].start, tokens[span[1] - 1].end
        return Passage(
            mine,
            text,
            mine.text[start:end],
            text.text[other_tokens[other[0]].start : other_tokens[other[1] - 1].end],
            (start, end),
            words,
        )


def _shingles(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Runs of a few words, at least two of which carry content."""
    for place in range(len(tokens) - _SHINGLE + 1):
        run = tokens[place : place + _SHINGLE]
        if sum(one.tells for one in run) >= 2:
            yield place, tuple(one.lemma for one in run)


def _follow(mine: Sequence[Token], at: int, others: Sequence[Token], other_at: int) -> list[tuple[int, int]]:
    """The pairs of places that agree from here on, small differences skipped."""
    run: list[tuple[int, int]] = []
    while at < len(mine) and other_at < len(others):
        if mine[at].lemma == others[other_at].lemma:
            run.append((at, other_at))
            at, other_at = at + 1, other_at + 1
            continue
        step = next(
            (
                (one, two)
                for one, two in _SKIPS
                if at + one < len(mine)
                and other_at + two < len(others)
                and mine[at + one].lemma == others[other_at + two].lemma
                and mine[at + one].tells
            ),
            None,
        )
        if step is None:
            break
        at, other_at = at + step[0], other_at + step[1]
    return run


_SKIPS = sorted(
    ((one, two) for one in range(_MOST_SKIPPED + 1) for two in range(_MOST_SKIPPED + 1) if one or two), key=sum
)
