"""What does this paper say, and is that right? The list, the page as a picture, its text, what it offers as answers.

An upload stays in memory and goes straight to the case's home. A file is never sent back as it came: the browser gets
pictures of its pages, and its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.case.model import Exhibit, Issuer, Statement
from pristan.documents.intake.model import PICTURES, FileRead
from pristan.documents.marking import marked_page
from pristan.documents.reading.certainty import SURE
from pristan.documents.reading.labels import value_label
from pristan.documents.reading.model import Field
from pristan.evidence.custody import Entry, What, broken_in, entries
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.services.makers import put_maker_right
from pristan.services.paper_limits import set_day_of_service, wants_day_of_service
from pristan.services.places import place_of, to_be_compared
from pristan.services.proposals import Proposal, confirm, decline
from pristan.web.day_field import DayField, day_field, read_day
from pristan.web.desk import Desk, desk_of
from pristan.web.kept import patient
from pristan.web.marks import value_words
from pristan.web.moments import moment_words
from pristan.web.page import show, show_part
from pristan.web.pages.evidence.came import Arrived, arrived_of
from pristan.web.pages.evidence.issuers import issuer_words
from pristan.web.pages.evidence.leaving import Off, Told, off_record, told

PEN = (13, 88, 112)  # the accent of the light theme; the paper is light in both


ANOTHER = "+"  # an accusation that is not listed yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One paper in the list."""

    id: str = field(metadata={"help": "Its number on record."})
    title: str = field(metadata={"help": "What it is."})
    note: str = field(metadata={"help": "What is to be done with it, in a few words; empty for nothing."})
    address: str = field(metadata={"help": "Where it is looked at."})
    chosen: bool = field(metadata={"help": "Whether it is shown."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One answer that the paper offers."""

    number: int = field(metadata={"help": "Its number on the picture of the page."})
    key: str = field(metadata={"help": "What tells it from others, sent back with the decision."})
    ask: str = field(metadata={"help": "The question it would answer."})
    says: str = field(metadata={"help": "The answer, in words."})
    raw: str = field(metadata={"help": "The answer as it would be written, to be corrected; empty if it is yes or no."})
    quote: str = field(metadata={"help": "The words of the paper."})
    page: int = field(metadata={"help": "The page."})
    unsure: bool = field(metadata={"help": "Whether a word was read with doubt."})
    crop: str = field(metadata={"help": "The address of its place on the scan, to compare; or empty."})
    against: tuple[str, ...] = field(metadata={"help": "Other answers to the same question, with who gives them."})
    address: str = field(metadata={"help": "Where the page is shown."})
    beside_quote: str = field(
        metadata={"help": "The words of the other paper that shows it together with this; or empty."}
    )
    beside_page: int | None = field(metadata={"help": "The page of the other paper."})
    beside_address: str = field(metadata={"help": "Where that page is shown; or empty."})
    which: tuple[tuple[str, str], ...] = field(
        metadata={"help": "Accusations that it can belong to, where a person has to say which: id and title."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """One answer that rests on the paper already."""

    ask: str = field(metadata={"help": "The question."})
    says: str = field(metadata={"help": "The answer, in words."})
    quote: str = field(metadata={"help": "The words of the paper."})
    page: int | None = field(metadata={"help": "The page."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper looked at."""

    id: str = field(metadata={"help": "Its number on record."})
    title: str = field(metadata={"help": "What it is."})
    about: tuple[tuple[str, str], ...] = field(metadata={"help": "Who made it, when, its number, how it came."})
    read: bool = field(metadata={"help": "Whether it was read already."})
    pages: int = field(metadata={"help": "How many pages it has."})
    page: int = field(metadata={"help": "The page shown."})
    picture: str = field(metadata={"help": "The address of the page's picture; empty if there is none."})
    text: str = field(metadata={"help": "The text of the page."})
    language: str = field(metadata={"help": "The language of the text."})
    as_text: bool = field(metadata={"help": "Whether the text is shown instead of the picture."})
    address: str = field(metadata={"help": "The address of the paper, to add page and view to."})
    remove: str = field(metadata={"help": "Where it is taken off the record."})
    original: str = field(metadata={"help": "Where its original is taken out."})
    history: str = field(metadata={"help": "Where it is told what happened to it."})
    notes: tuple[str, ...] = field(metadata={"help": "What should be known about the file."})
    offers: tuple[Offer, ...] = field(metadata={"help": "What it offers as answers."})
    sure: int = field(metadata={"help": "How many of them were read surely, with nothing against them."})
    on_record: tuple[OnRecord, ...] = field(metadata={"help": "What rests on it already."})
    sha256: str = field(metadata={"help": "The hash of the file."})
    arrived: Entry | None = field(metadata={"help": "Its entry in the custody log; none if it came with the case."})
    arrived_at: str = field(metadata={"help": "Day and hour of that entry, in words; empty if there is none."})
    issuer: str = field(metadata={"help": "Who made it, as on record."})
    reached: DayField = field(metadata={"help": "When it reached the person, to be told or put right."})
    reached_wanted: bool = field(metadata={"help": "Whether a time to challenge it runs from that day, not known yet."})
    broken: str = field(metadata={"help": "What no longer fits the log, in a sentence; empty if all fits."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the page shows."""

    title: str = field(metadata={"help": "The paper, or the question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    rows: tuple[Row, ...] = field(metadata={"help": "All papers, in order."})
    paper: Paper | None = field(metadata={"help": "The paper looked at; none if there is none."})
    reading: bool = field(metadata={"help": "Whether the papers are still being read."})
    came: Arrived = field(metadata={"help": "The papers that came, until they are taken off the list."})
    off: tuple[Off, ...] = field(metadata={"help": "Papers that were taken off the record and can be put back."})
    told: Told | None = field(metadata={"help": "What was just done with a paper; none if nothing was."})
    issuers: tuple[tuple[str, str], ...] = field(metadata={"help": "Who can have made a paper, with the words."})
    encrypted: bool = field(metadata={"help": "Whether copies are encrypted."})


@require_safe
def evidence(request: HttpRequest, case_id: str) -> HttpResponse:
    """The papers of a case, and one of them."""
    desk = desk_of(request, case_id)
    return show(request, "evidence", _content(request, desk), desk=desk)


@require_safe
def offers(request: HttpRequest, case_id: str) -> HttpResponse:
    """The answers offered alone, for a page that waits for papers being read."""
    content = _content(request, desk_of(request, case_id))
    if content.reading:
        return show_part(request, "evidence/offers.html", content)
    return HttpResponse(headers={"HX-Refresh": "true"})  # the page itself can be shown now


@require_safe
def picture(request: HttpRequest, case_id: str) -> HttpResponse:
    """A page of a paper as a picture, with the places of what it offers."""
    desk = desk_of(request, case_id)
    exhibit = _exhibit(desk, request.GET.get("exhibit", ""))
    number = _number(request.GET.get("page", ""))
    read = desk.bench.answers.paper(desk.case, exhibit)
    if not 1 <= number <= len(read.pages):
        raise CaseError(_("This paper has no such page."))
    marks = [(str(offer.number), place) for offer, place in _places(desk, exhibit, read) if place is not None]
    key = (read.sha256, number, tuple((label, one.span) for label, one in marks))
    with patient(None):  # a picture cannot say that it is being worked out
        data = desk.bench.answers.page_picture(
            key, lambda: marked_page(desk.case.bytes_of(exhibit), read, number, marks, pen=PEN)
        )
    return HttpResponse(data, content_type="image/png")


@require_safe
def crop(request: HttpRequest, case_id: str) -> HttpResponse:
    """The place of what a paper offers, as it stands on the scan."""
    desk = desk_of(request, case_id)
    one = _offered(desk, request.GET.get("key", ""))
    exhibit = _exhibit(desk, one.exhibit)
    with patient(None):
        read = desk.bench.answers.paper(desk.case, exhibit)
        data = desk.bench.answers.page_picture(
            (read.sha256, one.page, one.quote),
            lambda: place_of(desk.case, exhibit, page=one.page, quote=one.quote, file=read) or b"",
        )
    if not data:
        raise Http404
    return HttpResponse(data, content_type="image/png")


def _offered(desk: Desk, key: str) -> Proposal:
    found = next((one for one in desk.bench.answers.proposals(desk.case, desk.stamp) if one.key == key), None)
    if found is None:
        raise CaseError(_("This is not offered any more: it was decided already, or the case changed."))
    return found


@require_POST
def confirm_sure(request: HttpRequest, case_id: str) -> HttpResponse:
    """Put on record all that a paper offers and that was read surely, with nothing against it. What was read with
    doubt is never among it.
    """
    desk = desk_of(request, case_id)
    exhibit = _exhibit(desk, request.POST.get("exhibit", ""))
    case = desk.case
    for one in desk.bench.answers.proposals(desk.case, desk.stamp):
        if one.exhibit == exhibit.id and one.may_go_in_bulk:
            case = confirm(case, one)
    return HttpResponseRedirect(_address(desk, exhibit.id) + "#offers")


@require_POST
def decide(request: HttpRequest, case_id: str) -> HttpResponse:
    """Right, corrected, or not in this paper: one answer that a paper offers."""
    desk = desk_of(request, case_id)
    found = _offered(desk, request.POST.get("key", ""))
    action = request.POST.get("action", "")
    if action == "decline":
        decline(desk.case, found)
        desk.bench.answers.forget_proposals(desk.stamp)
    elif action == "confirm":
        confirm(desk.case, _of_accusation(found, request))
    elif action == "correct":
        confirm(desk.case, _of_accusation(_corrected(found, request.POST.get("value", "")), request))
    return HttpResponseRedirect(_address(desk, found.exhibit, page=found.page) + "#offers")


@require_POST
def reached(request: HttpRequest, case_id: str) -> HttpResponse:
    """When a paper reached the person."""
    desk = desk_of(request, case_id)
    exhibit = _exhibit(desk, request.POST.get("exhibit", ""))
    day = read_day(request.POST, "reached")
    if day is None:
        raise CaseError(_("There is no day yet. Write day, month and year when the paper reached you."))
    set_day_of_service(desk.case, exhibit.id, day.isoformat())
    return HttpResponseRedirect(_address(desk, exhibit.id) + "#reached")


def _of_accusation(found: Proposal, request: HttpRequest) -> Proposal:
    """The same of the accusation that was chosen, where a person has to say which."""
    which = request.POST.get("which", "")
    if not found.may_be or not which:
        return found
    return found.of(None if which == ANOTHER else which)


@require_POST
def maker(request: HttpRequest, case_id: str) -> HttpResponse:
    """Who made a paper, put right."""
    desk = desk_of(request, case_id)
    exhibit = _exhibit(desk, request.POST.get("exhibit", ""))
    issuer = request.POST.get("issuer", "")
    if issuer not in tuple(Issuer):
        raise CaseError(_("Nobody was chosen. Choose who made this paper."))
    put_maker_right(desk.case, exhibit.id, Issuer(issuer))
    return HttpResponseRedirect(_address(desk, exhibit.id) + "#about")


def _corrected(one: Proposal, said: str) -> Proposal:
    """The answer as the person wrote it; of a day with an hour both are written, the hour after a space."""
    day, _space, hour = said.strip().partition(" ")
    if one.at and hour.strip():
        return replace(one, value=_typed(one.question, day), at=hour.strip())
    return replace(one, value=_typed(one.question, said), at="")


def _typed(fact: FactType, text: str) -> bool | int | str:
    said = text.strip()
    if not said:
        raise CaseError(_("There is no answer yet. Write what the paper says."))
    if fact.type == "number":
        if not said.isdigit():
            raise CaseError(_("“%(said)s” is not a whole number. Write figures, for example 12.") % {"said": said})
        return int(said)
    return said


def _content(request: HttpRequest, desk: Desk) -> Evidence:
    answers = desk.bench.answers
    ready = not desk.case.exhibits or answers.has_proposals(desk.stamp)
    if not ready:
        desk.bench.background.ask(("papers", desk.stamp), lambda: answers.proposals(desk.case, desk.stamp))
    offered = answers.proposals(desk.case, desk.stamp) if ready and desk.case.exhibits else ()
    wanted = request.GET.get("exhibit") or next((one.exhibit for one in offered), next(iter(desk.case.exhibits), ""))
    chosen = desk.case.exhibits.get(wanted)
    paper = _paper(request, desk, chosen, ready) if chosen else None
    return Evidence(
        title=paper.title if paper else _("What the papers say"),
        case_id=desk.id,
        rows=tuple(_row(one, desk, offered, chosen) for one in desk.case.exhibits.values()),
        paper=paper,
        reading=not ready,
        came=arrived_of(desk),
        off=off_record(desk),
        told=told(request, desk),
        issuers=tuple((one.value, issuer_words(one)) for one in Issuer),
        encrypted=desk.bench.shelf.encrypted,
    )


def _row(exhibit: Exhibit, desk: Desk, offered: tuple[Proposal, ...], chosen: Exhibit | None) -> Row:
    waiting = sum(one.exhibit == exhibit.id for one in offered)
    translated = any(one.translation_of == exhibit.id for one in desk.case.exhibits.values())
    notes = []
    if waiting:
        notes.append(_("to confirm: %(n)d") % {"n": waiting})
    if exhibit.language not in ("en", "none") and exhibit.translation_of is None and not translated:
        notes.append(_("no translation"))
    return Row(
        id=exhibit.id,
        title=desk.say(exhibit.title),
        note=" · ".join(notes),
        address=_address(desk, exhibit.id),
        chosen=exhibit is chosen,
    )


def _paper(request: HttpRequest, desk: Desk, exhibit: Exhibit, ready: bool) -> Paper:
    read = desk.bench.answers.paper(desk.case, exhibit) if ready else None
    pages = len(read.pages) if read else 0
    page = min(max(1, _number(request.GET.get("page", ""))), pages) if pages else 1
    drawable = read is not None and (read.format == "pdf" or read.format in PICTURES)
    address = _address(desk, exhibit.id)
    asked = f"{reverse('evidence-picture', args=[desk.id])}?{urlencode([('exhibit', exhibit.id), ('page', str(page))])}"
    log = [one for one in entries(desk.home) if one.exhibit == exhibit.id and one.what is What.ON_RECORD]
    broken = next((one.what for one in broken_in(desk.home) if one.exhibit == exhibit.id), "")
    return Paper(
        id=exhibit.id,
        title=desk.say(exhibit.title),
        about=_about(exhibit, read, desk),
        read=read is not None,
        pages=pages,
        page=page,
        picture=asked if drawable and pages else "",
        text=read.pages[page - 1].text if read and pages else "",
        language=read.pages[page - 1].language if read and pages else "",
        as_text=request.GET.get("show") == "text" or not drawable,
        address=address,
        remove=_address(desk, exhibit.id, of="evidence-remove"),
        original=_address(desk, exhibit.id, of="evidence-original"),
        history=f"{reverse('log', args=[desk.id])}?{urlencode({'paper': exhibit.id})}",
        notes=_notes(read, desk),
        offers=tuple(offer for offer, _place in _places(desk, exhibit, read)) if read else (),
        sure=_sure(desk, exhibit) if ready else 0,
        on_record=tuple(_on_record(one, desk) for one in desk.case.statements if one.exhibit == exhibit.id),
        sha256=sha256_of_bytes(desk.case.bytes_of(exhibit)),
        arrived=log[-1] if log else None,
        arrived_at=moment_words(datetime.fromisoformat(log[-1].at), desk.language) if log else "",
        issuer=exhibit.issuer.value,
        reached=day_field("reached", exhibit.received.day if exhibit.received else None),
        reached_wanted=wants_day_of_service(desk.case, exhibit.id),
        broken=_broken(broken),
    )


def _sure(desk: Desk, exhibit: Exhibit) -> int:
    offered = desk.bench.answers.proposals(desk.case, desk.stamp)
    return sum(one.exhibit == exhibit.id and one.may_go_in_bulk for one in offered)


def _broken(what: str) -> str:
    return {
        "": "",
        "changed": _("The file is no longer what came in: its hash differs."),
        "missing": _("The file is gone."),
        "log": _("The custody log was changed at this entry."),
    }[what]


def _notes(read: FileRead | None, desk: Desk) -> tuple[str, ...]:
    if read is None:
        return ()
    fault = (desk.say(read.fault.text),) if read.fault else ()
    return (*fault, *(desk.say(note.text) for note in read.notes))


def _about(exhibit: Exhibit, read: FileRead | None, desk: Desk) -> tuple[tuple[str, str], ...]:
    kind = read.reading.kind if read and read.reading else None
    label = value_label("kind", kind) if kind else None
    of = desk.case.exhibits.get(exhibit.translation_of or "")
    made = (
        (_("Read as"), desk.say(label)),
        (_("Made by"), exhibit.body or issuer_words(exhibit.issuer)),
        (_("Whose word it is"), issuer_words(exhibit.issuer) if exhibit.body else ""),
        (_("Dated"), desk.say(date_in_words(exhibit.date)) if exhibit.date else ""),
        (_("Reached you"), desk.say(date_in_words(exhibit.received)) if exhibit.received else ""),
        (_("Its number"), exhibit.number or ""),
        (_("How it came"), desk.say(exhibit.origin)),
        (_("Translation of"), f"{of.id}. {desk.say(of.title)}" if of else ""),
    )
    return tuple((title, text) for title, text in made if text)


def _places(desk: Desk, exhibit: Exhibit, read: FileRead | None) -> list[tuple[Offer, Field | None]]:
    """What the exhibit offers, numbered, each with its place in the paper if it can be found there."""
    if read is None or not desk.bench.answers.has_proposals(desk.stamp):
        return []
    offered = [one for one in desk.bench.answers.proposals(desk.case, desk.stamp) if one.exhibit == exhibit.id]
    fields = read.reading.fields if read.reading else ()
    return [
        (_offer(number, one, read, desk), next((place for place in fields if _is_at(one, place)), None))
        for number, one in enumerate(offered, start=1)
    ]


def _said(fact: FactType, value: bool | float | str, language: Language) -> str:
    """An offered answer in words."""
    if fact.type == "date":
        return value_words(fact, PartialDate.parse(str(value)), language)
    number = isinstance(value, int) and not isinstance(value, bool)
    return value_words(fact, float(value) if number else value, language)


def _is_at(one: Proposal, place: Field) -> bool:
    quote = " ".join(place.quote.split())
    return place.span.page == one.page and (quote in one.quote if one.at else quote == one.quote)


def _offer(number: int, one: Proposal, read: FileRead, desk: Desk) -> Offer:
    fact = one.question
    unsure = one.confidence < SURE
    compared = to_be_compared(read, page=one.page, quote=one.quote, fact_type=fact.type, unsure=unsure)
    item = next((found for found in desk.case.items if found.id == one.item), None)
    person = desk.case.person(one.person)
    whose = desk.say(person.name) if person is not None and person is not desk.case.principal else ""
    about = ", ".join(filter(None, (desk.say(item.title) if item else one.new_item, whose)))
    others = [
        (_("Exhibit %(id)s") % {"id": other.exhibit} if other.exhibit else issuer_words(Issuer.PERSON), other.value)
        for other in one.against
    ]
    said = desk.say(one.words) if one.words is not None else _said(fact, one.value, desk.language)
    return Offer(
        number=number,
        key=one.key,
        ask=f"{desk.say(fact.ask)} ({about})" if about else desk.say(fact.ask),
        says=f"{said}, {one.at}" if one.at else said,
        raw="" if isinstance(one.value, bool) or one.words is not None else f"{one.value} {one.at}".strip(),
        quote=one.quote,
        page=one.page,
        unsure=unsure,
        crop=f"{reverse('evidence-crop', args=[desk.id])}?{urlencode({'key': one.key})}" if compared else "",
        against=tuple(f"{who}: {_said(fact, value, desk.language)}" for who, value in others),
        address=_address(desk, one.exhibit, page=one.page),
        beside_quote=one.beside[2] if one.beside else "",
        beside_page=one.beside[1] if one.beside else None,
        beside_address=_address(desk, one.beside[0], page=one.beside[1]) if one.beside else "",
        which=_which(one, desk),
    )


def _which(one: Proposal, desk: Desk) -> tuple[tuple[str, str], ...]:
    """The accusations that it can belong to, another one last; none where that is known."""
    listed = ((item.id, desk.say(item.title)) for item in desk.case.items if item.id in one.may_be)
    another = (ANOTHER, _("another one, not listed yet: %(title)s") % {"title": one.new_item})
    return (*listed, another) if one.may_be else ()


def _on_record(one: Statement, desk: Desk) -> OnRecord:
    fact = vocabulary().get(one.fact)
    says = value_words(fact, one.value, desk.language) if fact else str(one.value)
    return OnRecord(ask=desk.say(fact.ask) if fact else one.fact, says=says, quote=one.quote or "", page=one.page)


def _exhibit(desk: Desk, name: str) -> Exhibit:
    found = desk.case.exhibits.get(name)
    if found is None:
        raise CaseError(_("There is no paper of this number. The list shows those there are."))
    return found


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 7 else 1


def _address(desk: Desk, exhibit: str, *, page: int | None = None, of: str = "evidence") -> str:
    asked: dict[str, str | int] = {"exhibit": exhibit} | ({} if page is None else {"page": page})
    return f"{reverse(of, args=[desk.id])}?{urlencode(asked)}"
