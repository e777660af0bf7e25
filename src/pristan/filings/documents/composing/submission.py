"""The outline of a brief, skeleton argument, memorandum or submission: facts with pin cites, then rule by rule the
authorities and what shows each element.

Every sentence is a title of the law base or of the case, a quotation or a cite: none is composed about the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pristan.assessment.results import EffectResult
from pristan.case.model import Event, Statement
from pristan.chronology.dated import DatedEvent, dated_events
from pristan.chronology.order import ordered
from pristan.filings.corrections import corrections_for
from pristan.filings.documents.composing.anticipated import answered
from pristan.filings.documents.composing.arguing import Ground, Point, grounds_of
from pristan.filings.documents.composing.event_dates import papers_that_differ, told_differently
from pristan.filings.documents.composing.routes import argued_routes, named
from pristan.filings.documents.composing.values import value_in_words
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Block, Document, Piece, heading, item, line, paragraph, title
from pristan.filings.documents.sources import fact_key
from pristan.filings.profiles.model import Part
from pristan.kernel.date_words import date_in_words
from pristan.kernel.language import Text
from pristan.law.model import Rule, Version

EFFECT = "effect:"  # before the id of an effect that the user chose for the packet
GUILLEMETS = ("ru", "uk", "fr")  # languages that quote «so»
NOT_SEEN = "not seen"  # how a record says that a part of a cite is missing
MOST_QUOTES = 3  # of one point; the exhibits have the rest


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and the facts that it could not cite."""

    document: Document
    uncited: tuple[Text, ...] = ()  # points for which the packet holds no source
    disputed: tuple[Text, ...] = ()  # events left out: somebody's telling differs about the date
    as_told: tuple[Text, ...] = ()  # events stated without a date, on the person's own statement alone
    unsourced: tuple[Text, ...] = ()  # events left out: the packet holds no paper and no paragraph that tells them
    unread: tuple[Text, ...] = ()  # rules of law cited from a record that was not compared with its source
    incomplete: tuple[Text, ...] = ()  # authorities left out: the record says that a part of the cite was not seen


def submission(materials: Materials, part: Part) -> Composed:
    """The outline; sections and their order are the profile's."""
    writer = _Writer(materials)
    blocks = [title(materials.say(part.title)), writer.caption()]
    for name in part.sections:
        blocks += writer.section(name)
    blocks += [line(materials.word("signature_plain")), line(materials.word("date_line"))]
    return Composed(
        materials.document(part, part.id, materials.say(part.title), blocks),
        tuple(dict.fromkeys(writer.uncited)),
        tuple(writer.disputed),
        tuple(writer.as_told),
        tuple(writer.unsourced),
        tuple(dict.fromkeys(writer.unread)),
        tuple(dict.fromkeys(writer.incomplete)),
    )


class _Writer:
    """Numbers the paragraphs through all sections."""

    def __init__(self, materials: Materials) -> None:
        self.m = materials
        self.number = 0
        self.uncited: list[Text] = []
        self.disputed: list[Text] = []
        self.as_told: list[Text] = []
        self.unsourced: list[Text] = []
        self.unread: list[Text] = []
        self.incomplete: list[Text] = []
        self.corrections = corrections_for(materials.case, person=materials.person.id)
        self.shown: dict[str, str] = {}  # rule -> heading under which it was shown

    def section(self, name: str) -> list[Block]:
        made = {
            "introduction": self.introduction,
            "facts": self.facts,
            "issues": self.issues,
            "law": self.law,
            "conviction": self.conviction,
            "answers": lambda: answered(self.m),
            "relief": self.relief,
        }[name]
        blocks = list(made())
        return [heading(self.m.word(f"section_{name}")), *blocks] if blocks else []

    def numbered(self, *pieces: Piece | str) -> Block:
        self.number += 1
        return paragraph(*pieces, number=str(self.number))

    def caption(self) -> Block:
        """Whose paper it is; below, titles of the law base speak of "the person"."""
        role, name = self.m.say(self.m.profile.person_is), self.m.name
        return paragraph(Piece(self.m.word("caption", role=role, name=name), (f"person:{self.m.person.id}",)))

    def introduction(self) -> Iterator[Block]:
        yield self.numbered(self.m.say(self.m.profile.asks))

    def relief(self) -> Iterator[Block]:
        yield self.numbered(self.m.say(self.m.profile.asks))

    def issues(self) -> Iterator[Block]:
        for result in argued_routes(self.m):
            yield item(Piece(self.m.filed(result.rule.question), (f"law:{result.rule.id}",)))

    def facts(self) -> Iterator[Block]:
        left_out = told_differently(self.m)
        placed, undated = dated_events(self.m.case)
        events: list[Event | DatedEvent] = [*ordered(placed), *undated]
        for event in events:
            cites = self._event_cites(event)
            if event.id in left_out:
                if block := self._as_told(event):
                    self.as_told.append(event.title)
                    yield block
                else:
                    self.disputed.append(event.title)
            elif cites:
                yield self.numbered(*self._event(event, cites))
            else:
                self.unsourced.append(event.title)

    def _as_told(self, event: Event | DatedEvent) -> Block | None:
        """An event whose date somebody tells differently: on the person's own statement alone, which gives the day."""
        told = "; ".join([*self.m.telling(event.id), *self._corrected(event.id)])
        return self.numbered(Piece(f"{self.m.say(event.title)} ({told}).", (f"event:{event.id}",))) if told else None

    def _event(self, event: Event | DatedEvent, cites: list[str]) -> Iterator[Piece]:
        """The event at the date worked with; where papers differ about it, the words of each."""
        text, key = self.m.say(event.title), (f"event:{event.id}",)
        if event.when is not None:
            text = self.m.word("event_line", when=self.m.say(date_in_words(event.when)), what=text)
        yield Piece(f"{text} ({'; '.join(cites)}).", key)
        differ = papers_that_differ(self.m, event.id)
        for number, (exhibit, page, quote) in enumerate(differ, start=1):
            yield Piece(f" {self.m.word('papers_differ')} " if number == 1 else "; ", key)
            yield self._quoted(quote, exhibit, key)
            yield Piece(f" ({self.m.cite(exhibit, page)}){'.' if number == len(differ) else ''}", key)

    def _event_cites(self, event: Event | DatedEvent) -> list[str]:
        originals = {name for name, _ in event.exhibits}
        cites = [
            cite
            for name, page in event.exhibits
            if self.m.case.exhibits[name].translation_of not in originals and (cite := self._cite(name, page))
        ]
        return [*cites, *self.m.telling(event.id), *self._corrected(event.id)]

    def _corrected(self, event: str) -> list[str]:
        """A pointer to what the person corrects about the event, where the statement carries it."""
        about = {one.id for one in self.m.case.accounts.statements if one.about == event}
        part = self.m.statement_part
        if part is None or not any(place.statement in about for one in self.corrections for place in one.places):
            return []
        return [self.m.word("cite_corrections", part=self.m.say(part.title))]

    def _cite(self, exhibit: str, page: int | None) -> str:
        cite = self.m.cite(exhibit, page)
        made = self.m.translation_of(exhibit)
        if cite and made is not None:
            cite += "; " + self.m.word("cite_translation", cite=self.m.cite(made))
        return cite

    def law(self) -> Iterator[Block]:
        for result in argued_routes(self.m):
            under = self.m.filed(result.rule.title)
            blocks = list(self.grounds(grounds_of(result.trace), under, route=result.rule.id))
            if blocks:
                yield heading(under, 2)
                if result.version is not None:
                    yield self._authorities(result.rule, result.version)
                yield from blocks

    def conviction(self) -> Iterator[Block]:
        for effect in self._effects():
            under = self.m.filed(effect.rule.title)
            if effect.item_title is not None:
                under = self.m.word("of_item", title=under, item=self.m.say(effect.item_title))
            grounds = [one for ground in effect.grounds for one in grounds_of(ground.trace)]
            blocks = list(self.grounds(grounds, under))
            if blocks:
                yield heading(under, 2)
                yield from blocks

    def _effects(self) -> Iterator[EffectResult]:
        """Those that the user chose for this packet; else those of the countries where the person is or hopes to go."""
        chosen = [one.removeprefix(EFFECT) for one in self.m.settings.include if one.startswith(EFFECT)]
        near = {
            one.value
            for one in self.m.case.statements
            if one.person == self.m.person.id and one.fact in ("where_now", "destination.country")
        }
        for name in chosen or self.m.profile.effects:
            for one in self.m.assessment.effects:
                remedy = one.rule.remedy
                here = bool(chosen) or (remedy is not None and remedy.place.country in near)
                if one.arises and here and named(one.rule.id, name):
                    yield one

    def grounds(self, grounds: Sequence[Ground], under: str, *, route: str = "") -> Iterator[Block]:
        """Rule by rule; what was shown under an earlier heading is named once at the end."""
        above: dict[str, None] = {}
        for one in grounds:
            where = self.shown.get(one.rule.id)
            if where is None:
                yield from self.ground(one, under, plain=one.rule.id == route)
            elif where != under:
                above[self.m.word("see_above", title=self.m.filed(one.rule.title), where=where)] = None
        if above:
            yield self.numbered("; ".join(above) + ".")

    def ground(self, ground: Ground, under: str, *, plain: bool) -> Iterator[Block]:
        """One rule. `plain`: its heading and authorities stand above already."""
        lines = [block for one in ground.points if (block := self.point(one)) is not None]
        if not lines:
            return
        self.shown[ground.rule.id] = under
        if not plain:
            name = self.m.filed(ground.rule.title)
            yield heading(f"{name}. {self.m.word('not_so')}" if ground.bar else name, 3)
            if ground.version is not None:
                yield self._authorities(ground.rule, ground.version)
        yield from lines

    def _authorities(self, rule: Rule, version: Version) -> Block:
        """The authorities of a rule; what the record itself calls incomplete is left out and named."""
        if version.confidence == "unverified":
            self.unread.append(rule.title)
        whole = [one.cite for one in version.authorities if NOT_SEEN not in one.cite]
        self.incomplete += [Text(one.cite, one.cite) for one in version.authorities if NOT_SEEN in one.cite]
        return paragraph(Piece(self.m.word("authority", cites="; ".join(whole)), (f"law:{rule.id}",), italic=True))

    def point(self, point: Point) -> Block | None:
        name = self.m.filed(point.title)
        if point.item is not None:
            name = self.m.word("of_item", title=name, item=self.m.say(point.item))
        pieces: list[Piece] = []
        for one in _one_per_place(point.statements):
            pieces += self._shown_by(one, first=not pieces, plain=not point.negated)
            if len(pieces) >= 2 * MOST_QUOTES:
                break
        if not pieces:
            self.uncited.append(point.title)
            return None
        lead = f"{self.m.word('not_so')}: {name}" if point.negated else name
        return self.numbered(Piece(f"{lead}: "), *pieces, Piece("."))

    def _shown_by(self, one: Statement, *, first: bool, plain: bool) -> list[Piece]:
        """The quotation or value with its cite; nothing where the packet holds no source for it.

        `plain`: what a bare yes says; of a point that is shown not to be so it is a bare no.
        """
        key, between = (fact_key(one),), "" if first else "; "
        if one.exhibit is None:
            cite = self.m.told_in(one)
            told = cite if one.value is plain else f"{value_in_words(one, self.m.language)} ({cite})"
            return [Piece(f"{between}{told}", key)] if cite else []
        cite = self._cite(one.exhibit, one.page)
        if not cite:
            return []
        if one.quote:
            quoted = self._quoted(one.quote, one.exhibit, key)
            return [replace(quoted, text=between + quoted.text), Piece(f" ({cite})", key)]
        return [Piece(f"{between}{value_in_words(one, self.m.language)} ({cite})", key)]

    def _quoted(self, quote: str, exhibit: str, key: tuple[str, ...]) -> Piece:
        """The words of an exhibit in the quotation marks of its language; words that bring their own keep those."""
        language = self.m.case.exhibits[exhibit].language
        marks = "«»" if language in GUILLEMETS else "“”"
        own = quote[0] == marks[0] and quote.find(marks[1]) == len(quote) - 1
        return Piece(quote if own else f"{marks[0]}{quote}{marks[1]}", key, language=language)


def _one_per_place(statements: tuple[Statement, ...]) -> list[Statement]:
    """Papers before the own word; one statement for each place, none whose words stand in another's."""
    by_place: dict[tuple[str | None, int | None, str | None], Statement] = {}
    for one in statements:
        by_place.setdefault((one.exhibit, one.page, one.quote), one)
    whole = [one for one in by_place.values() if not any(_within(one, other) for other in by_place.values())]
    return sorted(whole, key=lambda one: one.exhibit is None)


def _within(one: Statement, other: Statement) -> bool:
    """Whether the quoted words of one statement stand within those of another, longer one from the same page."""
    same = (one.exhibit, one.page) == (other.exhibit, other.page)
    return same and bool(one.quote and other.quote) and one.quote != other.quote and str(one.quote) in str(other.quote)
