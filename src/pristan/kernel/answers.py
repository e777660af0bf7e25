"""The four answers and the three strengths of support.

Source: docs/assessment.md sections 1 and 2. An unanswered question is never "no".
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum


class Answer(StrEnum):
    """What the case shows of one test. `met` means that the test is fulfilled, never "good for the person"."""

    MET = "met"
    NOT_MET = "not_met"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"

    @property
    def negated(self) -> Answer:
        """The answer of the negated test."""
        return {Answer.MET: Answer.NOT_MET, Answer.NOT_MET: Answer.MET}.get(self, self)


class Support(IntEnum):
    """How well an answer is shown: the own word, an independent source, a paper without interest."""

    NONE = 0
    CLAIMED = 1
    CORROBORATED = 2
    DOCUMENTED = 3

    @property
    def word(self) -> str:
        """The name used in records and JSON."""
        return self.name.lower()


def support_named(word: str) -> Support:
    """The support called `word`; KeyError if there is none (loaders turn it into their own sentence)."""
    return {"claimed": Support.CLAIMED, "corroborated": Support.CORROBORATED, "documented": Support.DOCUMENTED}[word]


def kleene_all(answers: Iterable[Answer]) -> Answer:
    """Strong Kleene AND of answers without disputes."""
    seen = set(answers)
    if Answer.NOT_MET in seen:
        return Answer.NOT_MET
    return Answer.UNKNOWN if Answer.UNKNOWN in seen else Answer.MET


def kleene_any(answers: Iterable[Answer]) -> Answer:
    """Strong Kleene OR of answers without disputes."""
    seen = set(answers)
    if Answer.MET in seen:
        return Answer.MET
    return Answer.UNKNOWN if Answer.UNKNOWN in seen else Answer.NOT_MET
