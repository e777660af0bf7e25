"""The help sentence of a view field, kept in the field's metadata, and how to read it back."""

from __future__ import annotations

from dataclasses import Field, fields, is_dataclass
from enum import StrEnum
from typing import Any

HELP = "help"
PRINTED = "printed"


def told(sentence: str, *, printed: bool = True) -> dict[str, Any]:
    """Metadata of a view field: what it holds, and whether its text must appear on paper.

    `printed=False` is for codes and anchors that link or sort; their words come from the words file.
    """
    return {HELP: sentence, PRINTED: printed}


def help_of(field: Field[Any]) -> str:
    """The help sentence of `field`; KeyError if the author forgot it (our fault)."""
    return str(field.metadata[HELP])


def texts_of(value: object, *, printed: bool = True) -> list[str]:
    """Every text of a view that must appear on paper, in reading order; empty texts and codes are left out.

    Does not: include words from the words file.
    """
    if isinstance(value, StrEnum) or not printed:
        return []
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for item in value for text in texts_of(item)]
    if is_dataclass(value):
        return [
            text
            for field in fields(value)
            for text in texts_of(getattr(value, field.name), printed=bool(field.metadata[PRINTED]))
        ]
    return []
