"""Arrested on a foreign request: what now? One page from five answers, with a case or without one.

The answers are kept in memory until the workbench locks: an address would stay in the browser's history.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.country.names import country_names
from pristan.kernel.answers import Answer
from pristan.kernel.language import Language
from pristan.law.emergency.model import Situation
from pristan.services.emergency import Counted, EmergencyPage, Shown, basis_words, emergency_page
from pristan.services.emergency import Said as SaidAloud
from pristan.services.emergency_answers import QUESTIONS, answers_from, answers_of_case
from pristan.services.emergency_words import (
    WORDS,
    doubts_of,
    end_words,
    heading_of_bodies,
    language_words,
    meaning_words,
    notes_on_words,
    state_words,
)
from pristan.web.desk import desk_of
from pristan.web.language import language
from pristan.web.page import show
from pristan.web.workbench import workbench

ASKED = "emergency"  # under which the workbench remembers the answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of the page with what it rests on."""

    text: str = field(metadata={"help": "The sentence."})
    title: str = field(default="", metadata={"help": "Who or what it is about; empty for none."})
    state: str = field(default="", metadata={"help": "When to ask, or whether that body can act there, in words."})
    can: bool = field(default=False, metadata={"help": "Whether that body can act there, as far as it is known."})
    basis: str = field(default="", metadata={"help": "The sources."})
    confidence: str = field(default="", metadata={"help": "How far they were compared: a code."})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSay:
    """A sentence to say."""

    aloud: str = field(metadata={"help": "The words to say."})
    mark: str = field(metadata={"help": "Their language, where it is not the language of the place; else empty."})
    text: str = field(metadata={"help": "What they mean; empty where the words say it themselves."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One clock."""

    title: str = field(metadata={"help": "What runs."})
    ends: str = field(metadata={"help": "When it ends, or what is missing to tell, in words."})
    doubts: tuple[str, ...] = field(metadata={"help": "What is not known about it."})
    then: str = field(metadata={"help": "What its end means."})
    basis: str = field(metadata={"help": "The sources."})
    confidence: str = field(metadata={"help": "How far they were compared: a code."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The page for five answers."""

    heading: str = field(metadata={"help": "What happened, where, who asks."})
    lead: tuple[Said, ...] = field(metadata={"help": "What comes first."})
    say: tuple[ToSay, ...] = field(metadata={"help": "Sentences to say."})
    on_words: tuple[str, ...] = field(metadata={"help": "What is not known about these words."})
    stop: tuple[Said, ...] = field(metadata={"help": "Who can stop it, in order."})
    refuse: tuple[Said, ...] = field(metadata={"help": "What not to sign, not to do."})
    clocks: tuple[Clock, ...] = field(metadata={"help": "The clocks that run."})
    family: tuple[Said, ...] = field(metadata={"help": "What family and friends can do."})
    fill: tuple[Said, ...] = field(metadata={"help": "Lines to fill in by hand."})
    notes: tuple[Said, ...] = field(metadata={"help": "Notes."})
    no_clock: bool = field(metadata={"help": "Whether no clock of custody was read for these states."})
    foot: str = field(metadata={"help": "Between which days it was compared with its sources, and to print it."})
    words: dict[str, str] = field(metadata={"help": "Headings and fixed sentences, by name."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    told: dict[str, str] = field(metadata={"help": "The five answers as given."})
    countries: tuple[str, ...] = field(metadata={"help": "The names of countries that can be chosen from."})
    home: str = field(metadata={"help": "The state that asks, where nothing is told: Russia, by name."})
    situations: tuple[str, ...] = field(metadata={"help": "What can be happening, as codes."})
    from_case: tuple[str, ...] = field(metadata={"help": "What a case answered, and from where."})
    case_id: str = field(metadata={"help": "The case the answers come from; empty without one."})
    found: Found | None = field(metadata={"help": "The page; none while the deciding answers are missing."})


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Take the five answers, and show the page."""
    sent = urlencode([(name, request.POST.get(name, "")) for name in QUESTIONS])
    workbench(request).remembered[ASKED] = sent
    case_id = request.POST.get("of", "")
    return HttpResponseRedirect(
        f"{reverse('emergency')}?{urlencode({'case': case_id})}" if case_id else reverse("emergency")
    )


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """The page."""
    lang = language()
    case_id = request.GET.get("case", "")
    kept = QueryDict(workbench(request).remembered.get(ASKED, ""))
    given_now = request.GET if any(name in request.GET for name in QUESTIONS) else kept
    told = {name: given_now.get(name, "").strip() for name in QUESTIONS}
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
        title=_("Arrest, a flight, a border, questioning: the first hours"),
        told=told,
        countries=tuple(sorted(name.to(lang) for name in country_names().values())),
        home=country_names()["RU"].to(lang),
        situations=tuple(one.value for one in Situation),
        from_case=from_case,
        case_id=case_id,
        found=found,
    )
    return show(request, "emergency", content)


def _found(page: EmergencyPage, lang: Language) -> Found:
    def part(lines: tuple[Shown, ...]) -> tuple[Said, ...]:
        return tuple(_said(one, lang) for one in lines)

    oldest, newest = page.law_checked
    return Found(
        heading=page.title.to(lang),
        lead=part(page.lead),
        say=tuple(_to_say(one, lang) for one in page.say),
        on_words=tuple(note.to(lang) for note in notes_on_words(page)),
        stop=part(page.stop),
        refuse=part(page.refuse),
        clocks=tuple(_clock(one, lang) for one in page.clocks),
        family=part(page.family),
        fill=part(page.fill),
        notes=part(page.notes),
        no_clock=page.no_custody_clock,
        foot=WORDS["foot"].to(lang).format(oldest=oldest.isoformat(), newest=newest.isoformat()),
        words={name: text.to(lang) for name, text in WORDS.items()} | {"stop": heading_of_bodies(page).to(lang)},
    )


def _said(shown: Shown, lang: Language) -> Said:
    line = shown.line
    return Said(
        text=shown.text.to(lang),
        title=line.title.to(lang) if line.title else "",
        state=state_words(shown).to(lang),
        can=shown.bound is Answer.MET,
        basis=basis_words(shown, lang),
        confidence=line.basis.confidence,
    )


def _to_say(said: SaidAloud, lang: Language) -> ToSay:
    other = language_words(said)
    return ToSay(
        aloud=said.aloud.text,
        mark=other.to(lang) if other else "",
        text=meaning_words(said, lang) or "",
    )


def _clock(counted: Counted, lang: Language) -> Clock:
    return Clock(
        title=counted.clock.title.to(lang),
        ends=end_words(counted).to(lang),
        doubts=tuple(doubt.to(lang) for doubt in doubts_of(counted)),
        then=counted.clock.ends.to(lang),
        basis=basis_words(counted, lang),
        confidence=counted.clock.basis.confidence,
    )
