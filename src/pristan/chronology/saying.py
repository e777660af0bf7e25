"""What one member of a contradiction says, in words."""

from __future__ import annotations

from pristan.case.account_model import EventStatement, Identity, Order
from pristan.case.model import Case
from pristan.chronology.findings import Side
from pristan.chronology.sources import Source
from pristan.chronology.words import has_word, quoted, word
from pristan.kernel.clock import DAY_SECONDS, Clock
from pristan.kernel.date_words import date_in_words, weekday
from pristan.kernel.dates import PartialDate
from pristan.kernel.duration_words import duration_in_words, plural_ru
from pristan.kernel.durations import Duration
from pristan.kernel.language import Text
from pristan.kernel.lengths import Length
from pristan.kernel.phrases import joined

_MONDAY = PartialDate.parse("2024-01-01").day
_MANY_DAYS = 120  # from here on months say more
_MONTH, _YEAR = 86_400 * 30.44, 86_400 * 365.25
_MINUTES_RU = ("минута", "минуты", "минут")


class Speaker:
    """Says what members say; `statements` are those of the case with their phrases read."""

    def __init__(self, case: Case, statements: dict[str, EventStatement], sources: dict[str, Source]) -> None:
        self._case = case
        self._statements = statements
        self._sources = sources
        self._events = {event.id: event for event in case.events}
        self._identities = {one.id: one for one in case.accounts.identities}

    def side(self, member: str, given: Text | None, *, late: bool = False) -> Side:
        """A member with its place and its words; `given` is what a comparison says that it gives."""
        source = self._sources.get(member, Source(None, None, None, None, True))
        silent = late and member.startswith("account:")
        says = word("says", "not_there") if silent else given or self._says(member)
        one = self._statements.get(member)
        events = (one.about,) if one else (member.removeprefix("event:"),) if member.startswith("event:") else ()
        return Side(member, source, self.source_name(source), says, events)

    def source_name(self, source: Source) -> Text:
        """Where it stands: "Exhibit 5, p. 1: Search record" or the account's title."""
        if source.exhibit is not None:
            exhibit = self._case.exhibits[source.exhibit]
            place = [word("source", "exhibit", id=exhibit.id)]
            if source.page is not None:
                place.append(word("source", "page", page=str(source.page)))
            head = joined(place)
            return Text(en=f"{head.en}: {exhibit.title.en}", ru=f"{head.ru}: {exhibit.title.ru}")
        if source.account is not None:
            account = self._case.accounts.accounts[source.account]
            title = account.title or word("account", account.kind)
            other = self.person_beside_principal(account.person)
            title = title if other is None else joined([title, other])
            if account.date is None:
                return title
            when = date_in_words(account.date)
            return Text(en=f"{title.en}, {when.en}", ru=f"{title.ru}, {when.ru}")
        return word("source", "own_word")

    def label(self, key: str) -> Text:
        """What a key of persons, counts, answers and the like means: as the case says, or as is usual; else the key."""
        if key in self._case.accounts.labels:
            return self._case.accounts.labels[key]
        plain = key.replace("_", " ")
        return word("label", key) if has_word("label", key) else Text(en=plain, ru=plain)

    def person_beside_principal(self, name: str) -> Text | None:
        """The name of a person of the case other than the principal."""
        found = self._case.person(name)
        return None if found is None or found.id == self._case.principal.id else found.name

    def remembers(self, member: str) -> bool:
        """Whether a person tells it."""
        source = self._sources.get(member)
        return source is None or source.memory

    def translates(self, member: str) -> bool:
        """Whether it stands in a translation."""
        source = self._sources.get(member)
        exhibit = None if source is None or source.exhibit is None else self._case.exhibits[source.exhibit]
        return exhibit is not None and exhibit.translation_of is not None

    def place_of(self, member: str) -> str:
        """The paper or account in which it stands; what stands in neither is a place of its own."""
        source = self._sources.get(member)
        if source is None or (source.exhibit is None and source.account is None):
            return member
        return f"exhibit:{source.exhibit}" if source.exhibit is not None else f"account:{source.account}"

    def quote_of(self, member: str) -> str | None:
        """The words of the source, if the case gives them."""
        source = self._sources.get(member)
        return None if source is None else source.quote

    def event(self, name: str) -> Text:
        """The title of an event."""
        found = self._events.get(name)
        return Text(en=name, ru=name) if found is None else found.title

    def _says(self, member: str) -> Text:
        if member in self._statements:
            return self._statement(self._statements[member])
        if member in self._identities:
            return self._identity(self._identities[member])
        kind, _, name = member.partition(":")
        when = self._date_of(kind, name)
        key = {"exhibit": "dated", "received": "received", "account": "told", "event": "working"}.get(kind)
        if when is None:
            return Text(en=member, ru=member)
        words = date_in_words(when)
        return words if key is None else word("says", key, when=words)

    def _date_of(self, kind: str, name: str) -> PartialDate | None:
        if kind == "exhibit":
            return self._case.exhibits[name].date
        if kind == "received":
            return self._case.exhibits[name].received
        if kind == "account":
            return self._case.accounts.accounts[name].date
        if kind == "event":
            return self._events[name].when
        return self._fact(name)

    def _fact(self, name: str) -> PartialDate | None:
        base, _, number = name.partition("#")
        base, _, person = base.partition(":")
        fact, _, item = base.partition("@")
        wanted = (person or self._case.principal.id, fact, item)
        values = [
            one.value
            for one in self._case.statements
            if (one.person, one.fact, one.item or "") == wanted
            and isinstance(one.value, PartialDate)
            and not one.supposed
        ]
        index = int(number) - 1 if number else 0
        return values[index] if index < len(values) else None

    def _identity(self, one: Identity) -> Text:
        parts = [] if one.born is None else [word("says", "born", when=date_in_words(one.born))]
        return joined(parts) if parts else Text(en=one.name or one.id, ru=one.name or one.id)

    def _statement(self, one: EventStatement) -> Text:
        parts: list[Text] = []
        if one.when is not None:
            parts.append(date_in_words(one.when))
        if one.begins is not None:
            parts.append(word("says", "begins", when=date_in_words(one.begins)))
        if one.ends is not None:
            parts.append(word("says", "ends", when=date_in_words(one.ends)))
        if one.weekday is not None and _MONDAY is not None:
            parts.append(weekday(_MONDAY.fromordinal(_MONDAY.toordinal() + one.weekday)))
        if one.at is not None:
            parts.append(word("says", "about_clock" if one.at.about else "clock", when=clock_in_words(one.at)))
        parts += [self._order(order) for order in one.order]
        if one.lasts is not None:
            parts.append(word("says", "lasts", length=length_in_words(one.lasts)))
        if one.age is not None:
            years = f"{one.age[0]:g}"
            parts.append(word("says", "age", years=f"~{years}" if one.age[1] else years))
        if one.refers is not None and one.refers.date is not None:
            cited = word("source", "exhibit", id=one.refers.exhibit)
            parts.append(word("says", "cites", exhibit=cited, when=date_in_words(one.refers.date)))
        if one.place is not None:
            known = self._case.accounts.places.get(one.place)
            parts.append(word("says", "place", place=one.place if known is None else known.name))
        return joined(parts) if parts else word("says", "tells")

    def _order(self, order: Order) -> Text:
        text = word("says", order.link.value, event=quoted(self.event(order.event)))
        if order.gap is None:
            return text
        gap = length_in_words(order.gap)
        return Text(en=f"{gap.en} {text.en}", ru=f"{gap.ru} {text.ru}")


def length_in_words(length: Length) -> Text:
    """A told length: "about 1 week", "at least 3 days"."""
    low = None if length.lower is None else _parts(length.lower)
    high = None if length.upper is None else _parts(length.upper)
    if low is None and high is not None:
        text = word("length", "at_most", text=high)
    elif high is None and low is not None:
        text = word("length", "at_least", text=low)
    elif low is not None and high is not None and low != high:
        text = joined([low, high], " – ")
    else:
        text = low or high or Text(en="", ru="")
    return word("length", "about", text=text) if length.about else text


def seconds_in_words(seconds: int) -> Text:
    """A gap: whole years, months or days where it reaches one, else hours or minutes; rounded down from days on."""
    if seconds >= _MANY_DAYS * 86_400:
        years, months = int(seconds // _YEAR), int(seconds // _MONTH)
        return _parts((("year", years),) if years >= 2 else (("month", months),))
    if seconds % 86_400 == 1:  # from the last second of one day to the first of another
        return _parts((("day", seconds // 86_400 + 1),))
    for unit, size in (("day", 86_400), ("hour", 3600)):
        if seconds >= size:
            return _parts(((unit, seconds // size),))
    return _parts((("minute", max(1, round(seconds / 60))),))


def _parts(parts: tuple[tuple[str, int], ...]) -> Text:
    minutes = sum(number for unit, number in parts if unit == "minute")
    rest = {f"{unit}s": number for unit, number in parts if unit != "minute"}
    texts = [duration_in_words(Duration(**rest))] if rest else []
    if minutes:
        en = f"{minutes} minute" + ("" if minutes == 1 else "s")
        texts.append(Text(en=en, ru=f"{minutes} {plural_ru(minutes, *_MINUTES_RU)}"))
    return joined(texts, " ")


def clock_in_words(clock: Clock) -> str:
    """A clock time with its zone: "16:32 UTC+03:00"."""
    first = _time(clock.first, clock.whole_minutes)
    text = first if clock.first == clock.last else f"{first}–{_time(clock.last, clock.whole_minutes)}"
    if clock.zone is None:
        return text
    sign = "-" if clock.zone < 0 else "+"
    hours, minutes = divmod(abs(clock.zone), 60)
    return f"{text} UTC" if clock.zone == 0 else f"{text} UTC{sign}{hours:02}:{minutes:02}"


def _time(second: int, whole: bool) -> str:
    second %= DAY_SECONDS
    text = f"{second // 3600:02}:{second % 3600 // 60:02}"
    return text if whole else f"{text}:{second % 60:02}"
