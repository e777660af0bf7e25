"""The record itself: exhibits with how far they were read, events in order, sources with the day of their last
comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pristan.assessment.results import TraceNode
from pristan.case.model import Event as CaseEvent
from pristan.case.model import Exhibit
from pristan.chronology.dated import DatedEvent, dated_events
from pristan.chronology.order import ordered
from pristan.chronology.picture import PRINT_WIDTH, timeline_drawings, timeline_in_words
from pristan.documents.says import FileFault
from pristan.documents.text import State, text_of_bytes
from pristan.evidence.hashes import sha256_of_bytes
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import Chronology, Event, ExhibitRow, SourceCheck
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.rows import in_play
from pristan.filings.dossier.parts import Day, ExhibitRef
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.law.model import Version

_READING = {
    State.READ: codes.Reading.READ,
    State.PARTLY: codes.Reading.WITH_DOUBT,
    State.SCAN: codes.Reading.UNREAD_SCAN,
    State.IMAGE: codes.Reading.NOT_OPENED,
    State.UNREADABLE: codes.Reading.NOT_OPENED,
}


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far a file was read: nothing of what it says."""

    state: State
    pages: int
    fault: FileFault | None


_MOST_READ = 4096
_READ: dict[str, HowFar] = {}  # by the hash of the file


def exhibits(context: Context) -> tuple[ExhibitRow, ...]:
    """Every exhibit on record."""
    return tuple(_exhibit(exhibit, context) for exhibit in context.case.exhibits.values())


def _exhibit(exhibit: Exhibit, context: Context) -> ExhibitRow:
    data = context.case.bytes_of(exhibit)
    sha256 = sha256_of_bytes(data)
    read = _how_far(sha256, data)
    note = {
        State.SCAN: context.phrase("unread_scan"),
        State.PARTLY: context.phrase("unread_scan"),
        State.IMAGE: context.phrase("not_a_document"),
    }.get(read.state, "" if read.fault is None else context.say(read.fault.text))
    translation, translation_note = _translation(exhibit, context)
    return ExhibitRow(
        label=context.exhibit_label(exhibit.id),
        title=context.say(exhibit.title),
        issuer=context.phrase(f"issuer_{exhibit.issuer.value}"),
        dated="" if exhibit.date is None else context.say(date_in_words(exhibit.date)),
        pages=context.phrase("pages", n=str(read.pages)) if read.pages else "",
        language=_language(exhibit.language, context),
        reading=_READING[read.state],
        reading_note=note,
        translation=translation,
        translation_note=translation_note,
        sha256=sha256,
    )


def _how_far(sha256: str, data: bytes) -> HowFar:
    """How far a file can be read. One that was read is not opened again for the next language or scenario."""
    known = _READ.get(sha256)
    if known is None:
        read = text_of_bytes(data)
        known = HowFar(read.state, len(read.pages), read.fault)
        if read.fault is None:  # a fault may have been of the moment
            while len(_READ) >= _MOST_READ:
                _READ.pop(next(iter(_READ)), None)
            _READ[sha256] = known
    return known


def forget_readings() -> None:
    """Drop what is known of files: when a vault is locked."""
    _READ.clear()


def _language(code: str, context: Context) -> str:
    try:
        return context.phrase(f"language_{code}")
    except KeyError:
        return code


def _translation(exhibit: Exhibit, context: Context) -> tuple[codes.Translation, str]:
    if exhibit.language in ("en", "none") or exhibit.translation_of is not None:
        note = "" if exhibit.translation_of is None or exhibit.certified else context.phrase("not_certified")
        return codes.Translation.NOT_NEEDED, note
    made = next((other for other in context.case.exhibits.values() if other.translation_of == exhibit.id), None)
    if made is None:
        return codes.Translation.MISSING, context.phrase("translation_missing")
    return codes.Translation.PRESENT, context.phrase("translated_as", id=made.id)


def chronology(context: Context) -> Chronology | None:
    """The events of the case in order, and their picture."""
    if not context.case.events:
        return None
    placed, undated = dated_events(context.case)
    events = ordered(placed)
    report = context.report
    drawn = timeline_drawings(
        events,
        language=context.language,
        width=PRINT_WIDTH,
        today=context.today.on,
        conflicts=report.open_events(memory=False),
        memories=report.open_events(memory=True),
    )
    return Chronology(
        events=tuple(_event(event, event.when, context) for event in events)
        + tuple(_event(event, None, context) for event in undated),
        svg=drawn[0],
        svg_says=context.say(timeline_in_words(events)),
        more_svg=drawn[1:],
    )


def _event(event: CaseEvent | DatedEvent, when: PartialDate | None, context: Context) -> Event:
    places = tuple(
        ExhibitRef(
            exhibit=context.exhibit_label(name), page="" if page is None else context.phrase("page", page=str(page))
        )
        for name, page in event.exhibits
    )
    said_by = "" if places else context.phrase("own_word_name", name=context.say(context.today.person.name))
    return Event(
        when=Day(edtf="", words=context.phrase("event_day_not_known")) if when is None else context.when(when),
        certainty=codes.Certainty.UNKNOWN if when is None else _certainty(when),
        what=context.say(event.title),
        exhibits=places,
        said_by=said_by,
    )


def _certainty(when: PartialDate) -> codes.Certainty:
    if when.exact:
        return codes.Certainty.EXACT
    if when.earliest is None:
        return codes.Certainty.NOT_LATER
    if when.latest is None:
        return codes.Certainty.NOT_EARLIER
    return codes.Certainty.ABOUT if when.qualifiers else codes.Certainty.BETWEEN


def sources(context: Context) -> tuple[SourceCheck, ...]:
    """Every authority that a conclusion explained here rests on, once, with the oldest day of comparison."""
    found: dict[str, tuple[date, Version]] = {}

    def take(version: Version | None) -> None:
        for authority in version.authorities if version else ():
            known = found.get(authority.cite)
            if version is not None and (known is None or version.checked < known[0]):
                found[authority.cite] = (version.checked, version)

    def visit(node: TraceNode) -> None:
        take(node.version)
        for child in node.children:
            visit(child)

    shown = set(in_play(context))
    for route in context.today.routes:
        if route.rule.id in shown:
            visit(route.trace)
    for effect in context.today.effects:
        for ground in effect.grounds:
            visit(ground.trace)
    for warning in context.today.warnings:
        take(warning.version)
    return tuple(
        SourceCheck(
            source=context.cited(cite),
            checked=context.day(checked),
            confidence=codes.Confidence(version.confidence),
            note=context.phrase("volatile") if version.volatile else "",
        )
        for cite, (checked, version) in sorted(found.items())
    )
