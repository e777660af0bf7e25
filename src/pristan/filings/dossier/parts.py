"""The small pieces that several parts of the dossier share: a day, a quotation, a citation, a paper, a warning."""

from __future__ import annotations

from dataclasses import dataclass, field

from pristan.filings.dossier import codes
from pristan.filings.dossier.told import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day or partial date, for sorting and for reading."""

    edtf: str = field(
        metadata=told("The date in EDTF, such as 2027-02-09 or 2025-03; used for order only.", printed=False)
    )
    words: str = field(metadata=told("The date in words of the dossier's language, such as 9 February 2027."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a source, in the language of the source."""

    text: str = field(metadata=told("The quoted words, unchanged, without quotation marks."))
    language: str = field(metadata=told("Language tag of the quoted words, such as ru.", printed=False))
    translation: str = field(
        default="", metadata=told("Translation into the dossier's language; empty if none is needed.")
    )
    machine: bool = field(default=False, metadata=told("True if a machine translated it; then the dossier says so."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitRef:
    """A place in an exhibit."""

    exhibit: str = field(metadata=told("The exhibit's label, such as Exhibit 4."))
    page: str = field(default="", metadata=told("The place in it, such as p. 2; empty for the whole exhibit."))
    quote: Quote | None = field(
        default=None, metadata=told("The words relied on; none if the paper as such is the proof.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPassage:
    """Words of a report or decision on record, cited where they stand in this dossier; they decide nothing."""

    id: str = field(metadata=told("The id of the passage in the case file, such as q1.", printed=False))
    place: ExhibitRef = field(metadata=told("The exhibit, the page and the words."))
    against: bool = field(default=False, metadata=told("True if it speaks against the person."))
    about: str = field(default="", metadata=told("The sign of a pattern it is cited for; empty for the whole."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An authority a rule rests on, with our reading of it."""

    cite: str = field(metadata=told("The citation as lawyers write it."))
    weight: codes.Weight = field(metadata=told("Statute, regulation, precedent or guidance."))
    says: str = field(default="", metadata=told("What the authority says, in our words."))
    disputed_by: tuple[str, ...] = field(default=(), metadata=told("Authorities that decide otherwise."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that would help, with what getting it costs."""

    paper: str = field(metadata=told("What the paper is, in plain words."))
    obtain: codes.Obtain = field(metadata=told("How hard it is to get."))
    danger: codes.Danger = field(metadata=told("What asking for it can bring about."))
    noticed: str = field(default="", metadata=told("Who would notice the request, and what may follow."))
    why: str = field(default="", metadata=told("What it would show."))
    whom: str = field(default="", metadata=told("From whom and by which channel it is asked."))
    serves: str = field(default="", metadata=told("Which routes it serves."))
    safer: tuple[str, ...] = field(default=(), metadata=told("Safer papers or ways that serve the same end."))


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWarning:
    """A step that closes another route or exposes someone; said before the step."""

    step: str = field(metadata=told("The step, such as appealing a verdict given in absence."))
    closes: str = field(metadata=told("What it would close or whom it would expose."))
    safer: tuple[str, ...] = field(default=(), metadata=told("What to do first or instead."))
    authority: str = field(default="", metadata=told("The rule the warning rests on."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One time limit with the sentence that counts it."""

    name: str = field(metadata=told("What must be done."))
    day: Day | None = field(default=None, metadata=told("The last day; none while its start is not known."))
    left: str = field(default="", metadata=told("Time left on the day of preparation, such as 81 days."))
    counting: str = field(default="", metadata=told("How it is counted: start, length, roll-forward."))
    rule: str = field(default="", metadata=told("The provision it comes from."))
    plan: str = field(default="", metadata=told("The earlier day the plan works with, as a sentence."))
    ours: bool = field(default=False, metadata=told("True for a planning date of ours, false for a date of the law."))
    named: bool = field(default=False, metadata=told("True for a day that a paper of the case itself names."))
    before: tuple[str, ...] = field(default=(), metadata=told("What to do, and not to do, before such a day."))
    passed: bool = field(default=False, metadata=told("True if the day is over."))
    still_possible: tuple[str, ...] = field(default=(), metadata=told("What remains possible after it passed."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A titled passage of plain explanation."""

    title: str = field(metadata=told("The heading, itself an answer."))
    paragraphs: tuple[str, ...] = field(metadata=told("The paragraphs, in order."))
