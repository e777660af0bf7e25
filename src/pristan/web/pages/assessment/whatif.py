"""What if: facts that nobody answered yet, supposed for a look. Nothing of it is saved, and it is never printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from pristan.services.interview import NextQuestion, next_questions
from pristan.web.desk import Desk

MOST = 8
FIELD = "if"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposable:
    """One question that can be supposed answered."""

    name: str = field(metadata={"help": "The name of its field, as in --set: FACT or FACT@ITEM."})
    ask: str = field(metadata={"help": "The question."})
    answers: tuple[tuple[str, str], ...] = field(metadata={"help": "Setting and words of each possible answer."})
    chosen: str = field(metadata={"help": "The setting chosen now; empty for none."})


def supposables(desk: Desk, chosen: Iterable[str]) -> tuple[Supposable, ...]:
    """The open questions that decide most and have a short list of answers. Sensitive ones are not played with."""
    settings = set(chosen)
    found = []
    for question in sorted(next_questions(desk.today()), key=lambda one: -one.decides):
        answers = () if question.fact.sensitive or question.opens_list else _answers(question, desk)
        if answers:
            picked = next((setting for setting, _words in answers if setting in settings), "")
            found.append(Supposable(name=_name(question), ask=_ask(question, desk), answers=answers, chosen=picked))
    return tuple(found[:MOST])


def known(settings: Iterable[str], offered: tuple[Supposable, ...]) -> tuple[str, ...]:
    """The settings that are among the answers offered; anything else in an address is left alone."""
    allowed = {setting for one in offered for setting, _words in one.answers}
    return tuple(sorted(setting for setting in set(settings) if setting in allowed))


def _name(question: NextQuestion) -> str:
    return question.fact.id if question.item is None else f"{question.fact.id}@{question.item.id}"


def _ask(question: NextQuestion, desk: Desk) -> str:
    ask = desk.say(question.fact.ask)
    return ask if question.item is None else f"{ask} ({desk.say(question.item.title)})"


def _answers(question: NextQuestion, desk: Desk) -> tuple[tuple[str, str], ...]:
    name = _name(question)
    match question.fact.type:
        case "yes_no":
            return (f"{name}=yes", _("yes")), (f"{name}=no", _("no"))
        case "choice":
            return tuple((f"{name}={one.id}", desk.say(one.text)) for one in question.fact.choices)
        case _:
            return ()
