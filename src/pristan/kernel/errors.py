"""The few kinds of fault. Each message shows the value, the accepted form and the next step."""

from __future__ import annotations

from pristan.kernel.language import Text


class PristanError(Exception):
    """A fault with a sentence for the reader. Doors catch this kind only; anything else is our own fault (exit code
    70).
    """

    def __init__(self, sentence: str, ru: str | None = None, *, where: str | None = None) -> None:
        super().__init__(sentence if where is None else f"{where}: {sentence}")
        self.sentence = sentence
        self.text = Text(sentence, sentence if ru is None else ru)
        self.where = where


class CaseError(PristanError):
    """The person's data needs attention."""


class RuleError(PristanError):
    """Our record is wrong, not the case."""


class DocumentError(PristanError):
    """This file, this page, could not be read or written."""


class StorageError(PristanError):
    """The vault could not be opened, read or written."""

    def __init__(self, en: str, ru: str, *, where: str | None = None) -> None:
        super().__init__(en, ru, where=where)
