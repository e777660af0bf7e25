"""What a form asks, which editions of it there are, and which field of its PDF takes which answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pristan.filings.bundle.spec import Paper
from pristan.kernel.language import Language, Text

Kind = Literal["text", "narrative", "date", "month", "choice", "choices"]
KINDS: tuple[Kind, ...] = ("text", "narrative", "date", "month", "choice", "choices")
Answer = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the PDF. `says`: words that stand in its description there; a field without them is another one."""

    name: str
    says: str
    state: str | None = None  # of a box: what it is set to; None: its only state that is not off


@dataclass(frozen=True, slots=True)
class Option:
    """One box of a question."""

    value: str
    field: Field | None


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that the form asks."""

    id: str
    part: str
    number: str  # as the form counts it
    kind: Kind
    ask: Text
    field: Field | None = None
    options: tuple[Option, ...] = ()
    fact: str | None = None  # the date on record that answers it
    person: Literal["name_latin", "name_native"] | None = None
    optional: bool = False  # may stay empty
    doubt: Text | None = None  # what was not read about it


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form, and how well what stands in it was read."""

    title: Text
    number: str  # as the continuation page names it
    confidence: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition, named as it is printed on the form. `accepted`: None where it is not on record."""

    name: str
    accepted: bool | None
    confidence: str
    note: Text


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the continuation page: its text, and the fields that say what it continues."""

    text: Field
    part: Field
    question: Field
    page: Field | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A field of the continuation page that repeats something: the person's name, or an answer."""

    field: Field
    answer: str | None  # the question whose answer it repeats; None: the person's name


@dataclass(frozen=True, slots=True)
class Continuation:
    """The form's own page for what does not fit."""

    title: Text
    pitch: float | None  # points between its printed lines
    slots: tuple[Slot, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form."""

    id: str
    title: Text
    language: Language
    paper: Paper
    date: str  # MM/DD/YYYY ...
    month: str
    empty_refused: bool  # an application with empty places can be refused
    mark: str | None  # finds the edition in the text of the PDF; None: it has no fillable PDF here
    sources: tuple[str, ...]
    packets: tuple[str, ...]  # where it is filed: PROFILE/PART
    editions: tuple[Edition, ...]
    parts: Mapping[str, Part]
    questions: tuple[Question, ...]
    by_hand: frozenset[str]
    office: frozenset[str]
    continuation: Continuation | None

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None."""
        return next((one for one in self.questions if one.id == question_id), None)

    def edition(self, name: str) -> Edition | None:
        """The edition with this name, or None."""
        return next((one for one in self.editions if one.name == name), None)
