"""The parts of the interview: what the sections of the vocabulary are called, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from pristan.case.model import Case
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.services.interview import NextQuestion

TITLES = {
    "person": _("About you"),
    "life": _("Your life before"),
    "place": _("Where you are and were"),
    "case": _("The case against you"),
    "signs": _("How the case was made"),
    "health": _("Health and what was done to you"),
    "abroad": _("Abroad"),
    "us": _("The United States"),
    "ca": _("Canada"),
    "uk": _("The United Kingdom"),
    "eu": _("The European Union"),
    "de": _("Germany"),
    "cz": _("Czechia"),
    "extradition": _("Requests to hand you over"),
    "interpol": _("Interpol"),
    "filings": _("What was already filed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the interview."""

    id: str = field(metadata={"help": "The section of the vocabulary."})
    title: str = field(metadata={"help": "What it is called."})
    state: str = field(metadata={"help": "done, now, skip (passed over for now) or left."})
    open: int = field(metadata={"help": "How many questions are open in it."})


def title_of(section: str) -> str:
    """What a section is called."""
    return str(TITLES.get(section, section))


def parts_of(case: Case, questions: Iterable[NextQuestion], now: str, passed: frozenset[str]) -> tuple[Part, ...]:
    """The parts that have an answer or an open question, in the order of the talk."""
    counts: dict[str, int] = {}
    for question in questions:
        counts[question.fact.section] = counts.get(question.fact.section, 0) + 1
    answered = {vocabulary()[one.fact].section for one in case.statements if one.fact in vocabulary()}
    found = []
    for section in (*TITLES, *(name for name in counts if name not in TITLES)):
        if section in counts or section in answered:
            state = (
                "now" if section == now else "skip" if section in passed else "left" if section in counts else "done"
            )
            found.append(Part(id=section, title=title_of(section), state=state, open=counts.get(section, 0)))
    return tuple(found)
