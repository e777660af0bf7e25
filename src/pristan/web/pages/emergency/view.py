"""Arrested on a foreign request: what now? One page from five answers, with a case or without one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.kernel.answers import Answer
from pristan.kernel.language import Language
from pristan.law.emergency.model import Situation
from pristan.services.emergency import Counted, EmergencyPage, Shown, basis_words, emergency_page
from pristan.services.emergency_answers import QUESTIONS, answers_from, answers_of_case
from pristan.web.desk import desk_of
from pristan.web.language import language
from pristan.web.page import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of the page with what it rests on."""

    text: str = field(metadata={"help": "The sentence."})
    title: str = field(default="", metadata={"help": "Who or what it is about; empty for none."})
    spoken: str = field(default="", metadata={"help": "The words in the language of the place; empty for none."})
    when: str = field(default="", metadata={"help": "When to ask: a code; empty where it does not matter."})
    can: str = field(default="", metadata={"help": "yes, no or look_up: whether that body can act there."})
    basis: str = field(default="", metadata={"help": "The sources."})
    confidence: str = field(default="", metadata={"help": "How far they were compared: a code."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One clock."""

    title: str = field(metadata={"help": "What runs."})
    ends: str = field(metadata={"help": "When it ends; empty if that is not known."})
    passed: bool = field(metadata={"help": "Whether the time is over."})
    hours: int | None = field(metadata={"help": "Hours left; none if not known."})
    then: str = field(metadata={"help": "What its end means."})
    basis: str = field(metadata={"help": "The sources."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The page for five answers."""

    heading: str = field(metadata={"help": "What happened, where, who asks."})
    lead: tuple[Said, ...] = field(metadata={"help": "What comes first."})
    say: tuple[Said, ...] = field(metadata={"help": "Sentences to say, in the language of the place."})
    stop: tuple[Said, ...] = field(metadata={"help": "Who can stop it, in order."})
    refuse: tuple[Said, ...] = field(metadata={"help": "What not to sign, not to do."})
    clocks: tuple[Clock, ...] = field(metadata={"help": "The clocks that run."})
    family: tuple[Said, ...] = field(metadata={"help": "What family and friends can do."})
    fill: tuple[Said, ...] = field(metadata={"help": "Lines to fill in by hand."})
    notes: tuple[Said, ...] = field(metadata={"help": "Notes."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    told: dict[str, str] = field(metadata={"help": "The five answers as given."})
    situations: tuple[str, ...] = field(metadata={"help": "What can be happening, as codes."})
    from_case: tuple[str, ...] = field(metadata={"help": "What a case answered, and from where."})
    case_id: str = field(metadata={"help": "The case the answers come from; empty without one."})
    found: Found | None = field(metadata={"help": "The page; none while the deciding answers are missing."})


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """The page."""
    lang = language()
    case_id = request.GET.get("case", "")
    told = {name: request.GET.get(name, "").strip() for name in QUESTIONS}
    from_case: tuple[str, ...] = ()
    if case_id:
        known = answers_of_case(desk_of(request, case_id).case)
        told = {name: value or known.values.get(name, "") for name, value in told.items()}
        from_case = tuple(text.to(lang) for text in (*known.sources.values(), *known.open))
    given = {name: value for name, value in told.items() if value}
    found = None
    if "where" in given and "situation" in given:
        page = emergency_page(answers_from(given), at=datetime.now().astimezone())
        found = _found(page, lang)
    content = Emergency(
        title=_("Arrest, a flight, a border: the first hours"),
        told=told,
        situations=tuple(one.value for one in Situation),
        from_case=from_case,
        case_id=case_id,
        found=found,
    )
    return show(request, "emergency", content)


def _found(page: EmergencyPage, lang: Language) -> Found:
    def part(lines: tuple[Shown, ...]) -> tuple[Said, ...]:
        return tuple(_said(one, lang) for one in lines)

    return Found(
        heading=page.title.to(lang),
        lead=part(page.lead),
        say=part(page.say),
        stop=part(page.stop),
        refuse=part(page.refuse),
        clocks=tuple(_clock(one, lang) for one in page.clocks),
        family=part(page.family),
        fill=part(page.fill),
        notes=part(page.notes),
    )


_CAN = {Answer.MET: "yes", Answer.NOT_MET: "no"}


def _said(shown: Shown, lang: Language) -> Said:
    line = shown.line
    return Said(
        text=shown.text.to(lang),
        title=line.title.to(lang) if line.title else "",
        spoken=shown.spoken or "",
        when=shown.when.value,
        can=_CAN.get(shown.bound, "look_up"),
        basis=basis_words(line.basis),
        confidence=line.basis.confidence,
    )


def _clock(counted: Counted, lang: Language) -> Clock:
    ends = counted.ends
    when = "" if ends is None else (ends.day.isoformat() if ends.at is None else f"{ends.at:%Y-%m-%d %H:%M (UTC%z)}")
    return Clock(
        title=counted.clock.title.to(lang),
        ends=when,
        passed=bool(counted.passed),
        hours=counted.hours_left,
        then=counted.clock.ends.to(lang),
        basis=basis_words(counted.clock.basis),
    )
