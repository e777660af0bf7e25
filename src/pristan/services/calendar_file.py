"""Time limits as a calendar file, for any calendar program: all-day entries with alarms and lasting identifiers.

Source: RFC 5545 (iCalendar). Does not: name the person; an entry says what must be done and how its day is counted.
Limits without a day, and days that have passed, are not in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from pristan.deadlines.model import Due, Kind
from pristan.kernel.language import Language, Text
from pristan.law.instruments import cited

ALARM_DAYS = (14, 3, 1)  # before the day; one of them always falls in a working week
_OURS = Text("Planning date: ", "Дата для планирования: ")


def calendar_file(dues: Iterable[Due], *, case_id: str, on: date, language: Language) -> bytes:
    """The file. `on` is the day it is made for; the clock is never read, so that the same case gives the same bytes.

    An identifier rests on the case, the rule and which of its days it is, not on the date: a calendar that imports a
    later file after a date was corrected moves the entry and does not double it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Pristan//Pristan//EN")
    calendar.add("version", "2.0")
    seen: Counter[str] = Counter()
    for due in dues:
        seen[due.rule.id] += 1
        if due.day is not None and due.day >= on:
            uid = sha256(f"{case_id}\n{due.rule.id}\n{seen[due.rule.id]}".encode()).hexdigest()[:32]
            calendar.add_component(_event(due, due.day, f"{uid}@pristan.invalid", on, language))
    return bytes(calendar.to_ical())


def _event(due: Due, day: date, uid: str, on: date, language: Language) -> Event:
    title = due.rule.title.to(language)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(on, time(), tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", (_OURS.to(language) if due.rule.kind is Kind.PLANNING else "") + title)
    said = [due.sentence, *due.caveats]
    cites = "; ".join(cited(authority.cite, language) for authority in due.rule.authorities)
    event.add("description", "\n".join([*(text.to(language) for text in said), cites]))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for days in ALARM_DAYS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", timedelta(days=-days, hours=9))  # nine in the morning, so many days before
        event.add_component(alarm)
    return event
