"""What happened, and when? The picture, what does not agree and how to settle it, and every event in order."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.assessment.severity import Weighed, leans
from pristan.case.account_model import Cause
from pristan.chronology.findings import Mend, Side
from pristan.chronology.phrases.read import read_phrase
from pristan.chronology.phrases.told import Unread
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import Event
from pristan.kernel.errors import CaseError
from pristan.kernel.language import language_written
from pristan.services.case_file import append_tables, table
from pristan.services.checking import check_case
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show

LONGEST_TEXT = 4000  # characters of an explanation or a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One side of a disagreement."""

    id: str = field(metadata={"help": "The id of its statement, for the form."})
    name: str = field(metadata={"help": "The paper or the telling, with its date."})
    says: str = field(metadata={"help": "What it says, in words."})
    quote: str = field(metadata={"help": "Its own words; empty if none are on record."})
    language: str = field(metadata={"help": "The language of the quote, for readers that speak it aloud."})
    place: str = field(metadata={"help": "Exhibit and page; empty for the person's own word."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One disagreement with its sides."""

    id: str = field(metadata={"help": "Its id, for the form."})
    kind: codes.Difference = field(metadata={"help": "Papers that contradict each other, or a memory that differs."})
    headline: str = field(metadata={"help": "The difference, stated neutrally."})
    material: bool = field(metadata={"help": "Whether an element of a route in play rests on it."})
    leans: codes.Leans = field(metadata={"help": "Which way it works."})
    sides: tuple[Source, ...] = field(metadata={"help": "Every source without which it would not show."})
    mends: tuple[str, ...] = field(metadata={"help": "What would settle or explain it."})
    explained: str = field(metadata={"help": "The person's explanation; empty while there is none."})
    disclosed: bool = field(metadata={"help": "Whether the explanation goes into filings as a correction."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    pictures: tuple[SafeString, ...] = field(
        metadata={"help": "The timeline as SVG, made by us; empty without events."}
    )
    picture_says: str = field(metadata={"help": "What the picture shows, for readers who cannot see it."})
    open: tuple[Difference, ...] = field(
        metadata={"help": "What does not agree and is not explained, weightiest first."}
    )
    explained: tuple[Difference, ...] = field(metadata={"help": "What the person has explained."})
    not_read: tuple[tuple[str, str], ...] = field(
        metadata={"help": "Dates in words that were not understood, and why."}
    )
    events: tuple[Event, ...] = field(metadata={"help": "Every event in order."})
    complete: bool = field(metadata={"help": "Whether the search for disagreements came to its end."})
    causes: tuple[tuple[str, str], ...] = field(metadata={"help": "What can lie behind a disagreement, for the form."})


@require_safe
def chronology(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    return show(request, "chronology", _content(desk), desk=desk)


@require_POST
def explain(request: HttpRequest, case_id: str) -> HttpResponse:
    """The person's explanation of one disagreement, in their own words, kept beside both statements."""
    desk = desk_of(request, case_id)
    text = request.POST.get("text", "").strip()
    cause = request.POST.get("cause", "")
    if not text or len(text) > LONGEST_TEXT:
        raise CaseError(_("The explanation is empty or too long. Write one to four thousand characters."))
    if cause not in list(Cause):
        raise CaseError(_("Say what lies behind it: choose one of the four."))
    found = next((one for one in check_case(desk.case).open if one.id == request.POST.get("difference")), None)
    if found is None:
        raise CaseError(_("This disagreement is no longer open. Load the page again."))
    mistaken = request.POST.get("mistaken", "")
    disclose = "disclose" in request.POST
    if mistaken and mistaken not in {side.id for side in found.sides}:
        raise CaseError(_("This statement does not belong to the disagreement. Load the page again."))
    if disclose and not mistaken:
        raise CaseError(
            _("To put it into filings, choose which of them is mistaken: only that one is corrected there.")
        )
    named = ((mistaken,),) if mistaken else found.sets  # a correction names what is wrong, never what it differs from
    told = [
        table(
            "explanation",
            {
                "id": f"x{secrets.token_hex(4)}",
                "statements": sorted(members),
                "cause": cause,
                "text": {language_written(text, desk.language): text},
                "disclose": disclose,
            },
        )
        for members in named
    ]
    append_tables(desk.home, "\n".join(told))
    return redirect("chronology", case_id)


@require_POST
def add_event(request: HttpRequest, case_id: str) -> HttpResponse:
    """One more event, its day typed in words; what is not understood is refused, never guessed."""
    desk = desk_of(request, case_id)
    title, words = (request.POST.get(name, "").strip() for name in ("what", "when"))
    if not title or len(title) > LONGEST_TEXT:
        raise CaseError(_("Say in a few words what happened."))
    told = read_phrase(words, {})
    if isinstance(told, Unread) or told.when is None:
        raise CaseError(
            _(
                "“%(words)s” was not understood as a day or time span. "
                "Write 12 March 2024, March 2024, or about March 2024."
            )
            % {"words": words}
        )
    values = {
        "id": f"e{secrets.token_hex(4)}",
        "when": told.when.original,
        "title": {language_written(title, desk.language): title},
        "lane": "life",
    }
    append_tables(desk.home, table("event", values))
    return redirect("chronology", case_id)


def _content(desk: Desk) -> Chronology:
    told = desk.view().chronology
    report, still_open, explained = desk.bench.answers.contradictions(desk.case, desk.stamp)
    drawn = () if told is None else (told.svg, *told.more_svg)
    return Chronology(
        title=_("What happened, and when?"),
        case_id=desk.id,
        # our own drawing: svg.text escapes what stands in it
        pictures=tuple(mark_safe(one) for one in drawn if one),
        picture_says="" if told is None else told.svg_says,
        open=tuple(_difference(one, desk) for one in still_open),
        explained=tuple(_difference(one, desk) for one in explained),
        not_read=tuple((one.words, desk.say(one.why)) for one in report.not_read),
        events=() if told is None else told.events,
        complete=report.complete,
        causes=(
            (Cause.SLIP, _("my memory was wrong")),
            (Cause.TYPO, _("a slip of the pen in a paper")),
            (Cause.TRANSLATION, _("the translation is wrong")),
            (Cause.OTHER, _("something else")),
        ),
    )


def _difference(one_weighed: Weighed, desk: Desk) -> Difference:
    one = one_weighed.contradiction
    topic = desk.say(one.topic)
    return Difference(
        id=one.id,
        kind=codes.Difference(one.nature.value),
        headline=topic[:1].upper() + topic[1:],
        material=one_weighed.material,
        leans=codes.Leans(leans(desk.case, one)),
        sides=tuple(_source(side, desk) for side in one.sides),
        mends=tuple(dict.fromkeys(_mend(mend, desk) for mend in one.mends)),
        explained="" if one.explanation is None else desk.say(one.explanation.text),
        disclosed=one.explanation is not None and one.explanation.disclose,
    )


def _mend(mend: Mend, desk: Desk) -> str:
    return desk.say(mend.text)


def _source(side: Side, desk: Desk) -> Source:
    source = side.source
    place, language = "", desk.case.language.value
    if source.exhibit is not None:
        place = _("Exhibit %(id)s") % {"id": source.exhibit}
        if source.page is not None:
            place = _("%(exhibit)s, p. %(page)s") % {"exhibit": place, "page": source.page}
        own = desk.case.exhibits[source.exhibit].language
        language = language if own == "none" else own
    return Source(
        id=side.id,
        name=desk.say(side.name),
        says=desk.say(side.says),
        quote=source.quote or "",
        language=language,
        place=place,
    )
