"""Reading one phrase about time, English or Russian. What cannot be read whole is not read at all.

Does not: fill in what was not said, or choose between two readings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pristan.chronology.phrases.clocks import take_clock, take_iso
from pristan.chronology.phrases.dates import bounded_date, core_date, from_to, night_of
from pristan.chronology.phrases.lexicon import ABOUT, WEEKDAYS
from pristan.chronology.phrases.plain import in_plain_words
from pristan.chronology.phrases.relations import folded, relation, span
from pristan.chronology.phrases.told import Told, Unread
from pristan.kernel.clock import Clock
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError

_DOUBT = re.compile(
    r"\b(?:probably|perhaps|maybe|i\s+think|as\s+far\s+as\s+i\s+remember|possibly|кажется|наверное|вероятно|возможно|"
    r"может\s+быть|по-моему|если\s+не\s+ошибаюсь)\b,?\s*"
)
_PREPOSITION = re.compile(r"(?:on|in|at|during|в|во|на)\s+(?:the\s+)?")
_ABOUT = re.compile(rf"(?:{ABOUT})\s+(?:(?:the|in|on|в)\s+)*")
_PART_OF_PERIOD = (
    (
        re.compile(r"(?:the\s+)?(?:first\s+half\s+of\s+|перв(?:ой|ая|ую)\s+половин[аеуы]\s+)"),
        "first_half",
    ),
    (re.compile(r"(?:the\s+)?(?:second\s+half\s+of\s+|втор(?:ой|ая|ую)\s+половин[аеуы]\s+)"), "second_half"),
    (re.compile(r"перв(?:ой|ая|ую)\s+декад[аеуы]\s+"), "first_ten"),
    (re.compile(r"втор(?:ой|ая|ую)\s+декад[аеуы]\s+"), "second_ten"),
    (re.compile(r"(?:треть(?:ей|я|ю)\s+декад[аеуы]|(?:20-х|двадцатых)\s+числах)\s+"), "third_ten"),
    (re.compile(r"(?:10-х|десятых)\s+числах\s+"), "second_ten"),
    (re.compile(r"(?:the\s+)?first\s+week\s+of\s+|первой\s+неделе\s+"), "first_week"),
    (re.compile(r"(?:the\s+)?last\s+week\s+of\s+|последней\s+неделе\s+"), "last_week"),
    (
        re.compile(r"(?:the\s+)?(?:early|beginning\s+of|start\s+of|first\s+days\s+of|начал[оае]|первых\s+числах)\s+"),
        "early",
    ),
    (re.compile(r"(?:the\s+)?(?:mid[\s-]|middle\s+of\s+|середин[аеуы]\s+)"), "mid"),
    (re.compile(r"(?:the\s+)?(?:late|end\s+of|last\s+days\s+of|кон(?:ец|це|ца)|последних\s+числах)\s+"), "late"),
)
_PART_OF_DAY = (
    ("small_hours", r"(?:in|during)?\s*the\s+(?:small|early)\s+hours(?:\s+of)?|после\s+полуночи|глубокой\s+ночью"),
    ("morning", r"(?:in|on)?\s*the\s+morning(?:\s+of)?|утром"),
    ("afternoon", r"(?:in|on)?\s*the\s+afternoon(?:\s+of)?|днём|днем"),
    ("evening", r"(?:in|on)?\s*the\s+evening(?:\s+of)?|вечером"),
    ("night_alone", r"at\s+night(?:\s+on)?|ночью"),
)


def read_phrase(words: str, names: Mapping[str, frozenset[str]]) -> Told | Unread:
    """What the phrase says, or why it was not read. `names`: see `names_of`."""
    try:
        return _read(words, names)
    except CaseError:  # it looks like a date, a clock time or a zone, and there is no such one
        return Unread("not_read")


def _read(words: str, names: Mapping[str, frozenset[str]]) -> Told | Unread:
    text = " ".join(words.lower().replace("\u00a0", " ").split()).strip(" .,;")
    doubted = bool(_DOUBT.search(text))
    text = _DOUBT.sub("", text).strip(" ,")
    iso = take_iso(text)
    if iso is not None:
        return Told(when=PartialDate.parse(iso[0]), clock=iso[1])
    text = in_plain_words(text)
    lies = relation(text, names)
    if isinstance(lies, Told):
        return lies
    told = _dated(text, doubted=doubted) or span(text)
    if told is not None:
        return told
    return lies or Unread("not_read")


def names_of(called: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Folded names with the events that bear them, from the names of each event."""
    found: dict[str, set[str]] = {}
    for event, names in called.items():
        for name in names:
            found.setdefault(folded(name), set()).add(event)
    return {name: frozenset(events) for name, events in found.items()}


def _dated(text: str, *, doubted: bool) -> Told | None:
    rest, clock = take_clock(text)
    rest, weekday = _take_weekday(rest)
    if not rest and (clock or weekday is not None):
        return Told(clock=clock, weekday=weekday)
    for tried in (rest, _PREPOSITION.sub("", rest, count=1)):
        found = _date(tried, clock, weekday, doubted=doubted)
        if found is not None:
            return found
    return None if clock is None else _date(text, None, None, doubted=doubted)


def _date(text: str, clock: Clock | None, weekday: int | None, *, doubted: bool) -> Told | None:
    night = night_of(text)
    if night is not None:
        return Told(when=night[0], part=night[1], clock=clock, weekday=weekday)
    day_part = None
    for name, words in _PART_OF_DAY:
        found = re.fullmatch(rf"(?:{words})\s+(?P<after>.+)|(?P<before>.+?),?\s+(?:{words})", text)
        if found is not None:
            day_part, text = name, found["after"] or found["before"]
            if weekday is None:
                text, weekday = _take_weekday(text)
            break
    about = _ABOUT.match(text)
    plain = text[about.end() :] if about else text
    for form, name in _PART_OF_PERIOD:
        part = form.match(plain)
        if part is None:
            continue
        whole = core_date(plain[part.end() :], doubted=doubted)
        if whole is None or len(whole.points) != 1 or whole.points[0].precision not in ("month", "year"):
            return None
        if name.endswith(("_ten", "_week")) and whole.points[0].precision != "month":
            return None
        return Told(when=whole, part=f"{name}_{whole.points[0].precision}", clock=clock, weekday=weekday)
    when = core_date(plain, about=about is not None, doubted=doubted)
    if when is None and about is None and not doubted:
        when = bounded_date(plain)
    if when is None or (day_part is not None and when.day is None):
        return None
    period = from_to(plain, when)
    if period is not None and about is None:
        return Told(begins=period[0], ends=period[1], clock=clock, weekday=weekday)
    return Told(when=when, part=day_part, clock=clock, weekday=weekday)


def _take_weekday(text: str) -> tuple[str, int | None]:
    for number, form in enumerate(WEEKDAYS):
        found = re.search(rf"(?:(?:on|в|во)\s+)?(?:a\s+)?\b(?:{form})\b\.?,?", text)
        if found and (found.start() == 0 or found.end() == len(text)):
            rest = (text[: found.start()] + " " + text[found.end() :]).strip(" ,()")
            return " ".join(rest.split()), number
    return text, None
