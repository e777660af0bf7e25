"""What would reconcile a contradiction: a slip of the pen, another day, a corrected translation, the person's word.

Does not: correct anything, or say which source is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pristan.chronology.claims import Claims, within
from pristan.chronology.findings import Clash, Kind, Mend, Nature
from pristan.chronology.likeness.spelling import latin
from pristan.chronology.moments import day_of, second_of
from pristan.chronology.network import ORIGIN, Network
from pristan.chronology.saying import Speaker
from pristan.chronology.tolerance import DAY
from pristan.chronology.words import quoted, word
from pristan.kernel.date_words import date_in_words, day_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Text

_MOST_MENDS = 4
_TIMES = (Kind.TIME, Kind.PAPER_DATE, Kind.REFERENCE, Kind.AGE, Kind.WEEKDAY, Kind.IDENTITY)


def mends_of(
    clash: Clash, nature: Nature, everywhere: frozenset[str], claims: Claims, speaker: Speaker
) -> tuple[Mend, ...]:
    """Ways to reconcile, the likeliest slip first; a general one last.

    `everywhere`: members of places that take part in every set told together; a slip elsewhere would not mend them all.
    """
    found: list[Mend] = []
    if clash.kind in _TIMES and not clash.by_clock:
        found += (mend for mend in _of_dates(clash, claims, speaker) if mend.member in everywhere)
    if clash.values:
        found += _of_values(clash, everywhere, speaker)
    found.sort(key=lambda mend: mend.how != "typo")
    if clash.by_length:
        found.insert(0, Mend("", "reading", word("mend", "length")))
    if nature is Nature.TRANSLATION:
        last = Mend("", "translation", word("mend", "translation"))
    elif clash.kind is Kind.LATE_ADDITION:
        last = Mend("", "explain", word("mend", "late"))
    elif nature is Nature.MEMORY:
        alone = all(speaker.remembers(name) for name in clash.members)
        last = Mend("", "explain", word("mend", "memories" if alone else "memory"))
    else:
        last = Mend("", "ask", word("mend", "papers"))
    return (*found[:_MOST_MENDS], last)


def _of_dates(clash: Clash, claims: Claims, speaker: Speaker) -> Iterator[Mend]:
    for member in sorted(clash.members & set(claims.by_id)):
        network = Network()
        rest = [name for name in clash.members if name != member and name in claims.by_id]
        points: set[str] = set()
        for name in (*rest, member):
            points |= {point for one in claims.by_id[name].constraints for point in (one.earlier, one.later)}
        network.add(None, {one for point in points for one in claims.always.get(point, ())})
        for name in rest:
            network.add(name, claims.by_id[name].constraints)
        if network.solve() is not None:
            continue
        told = _told_day(member, claims)
        if told is None:
            continue
        point, day = told
        named = quoted(speaker.side(member, None).name)
        written = speaker.quote_of(member)
        slips = sorted(
            (slip for slip in _slips(day) if written is None or _could_be_written(*slip, day, written)),
            key=lambda slip: (slip[0] != "typo_swap", abs(slip[1] - day)),
        )
        fitting = [(how, other) for how, other in slips if _fits(network, point, other)]
        for how, other in fitting[:1]:
            new, old = day_in_words(other), day_in_words(day)
            yield Mend(member, "typo", word("mend", how, member=named, new=new, old=old))
        if not fitting and not speaker.remembers(member):  # nobody is told what to have meant
            yield from _window(member, named, network, point)


def _told_day(member: str, claims: Claims) -> tuple[str, date] | None:
    """The one day that a claim gives a point, if it gives one."""
    lows: dict[str, int] = {}
    highs: dict[str, int] = {}
    for one in claims.by_id[member].constraints:
        if one.earlier == ORIGIN:
            highs[one.later] = min(one.most, highs.get(one.later, one.most))
        elif one.later == ORIGIN:
            lows[one.earlier] = max(-one.most, lows.get(one.earlier, -one.most))
    for point, low in lows.items():
        twin = f"{point[:-2]}.e" if point.endswith(".s") else point
        high = highs.get(point, highs.get(twin))
        if high is not None and day_of(low) == day_of(high):
            return point, day_of(low)
    return None


def _fits(network: Network, point: str, day: date) -> bool:
    first = second_of(day)
    return network.fits(within(point, (first, first + DAY - 1))) is None


def _window(member: str, name: Text, network: Network, point: str) -> Iterator[Mend]:
    low, high = network.earliest(point), network.latest(point)
    first = None if low is None else day_in_words(day_of(low))
    last = None if high is None else day_in_words(day_of(high))
    whole = None if low is None or high is None else _whole_period(day_of(low), day_of(high))
    if whole is not None:
        yield Mend(member, "reading", word("mend", "period", member=name, when=date_in_words(whole)))
    elif first is not None and last is not None:
        yield Mend(member, "reading", word("mend", "window", member=name, first=first, last=last))
    elif last is not None:
        yield Mend(member, "reading", word("mend", "until", member=name, last=last))
    elif first is not None:
        yield Mend(member, "reading", word("mend", "since", member=name, first=first))


def _whole_period(first: date, last: date) -> PartialDate | None:
    """The day, month or year that the days are, if they are just that."""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        found = PartialDate.parse(first.strftime(form))
        if (found.earliest, found.latest) == (first, last):
            return found
    return None


def _slips(day: date) -> Iterator[tuple[str, date]]:
    """Days that differ by one ordinary slip of the pen: day and month exchanged, or one figure."""
    swapped = _date(day.year, day.day, day.month)
    if swapped is not None and swapped != day:
        yield "typo_swap", swapped
    text = f"{day.day:02}{day.month:02}{day.year:04}"
    for at in (7, 6, 3, 1, 0, 2):
        for figure in "0123456789":
            if figure == text[at]:
                continue
            other = text[:at] + figure + text[at + 1 :]
            found = _date(int(other[4:]), int(other[2:4]), int(other[:2]))
            if found is not None and abs(found.year - day.year) <= 1:
                yield "typo_digit", found


def _could_be_written(how: str, other: date, day: date, quote: str) -> bool:
    """Whether the words of the source hold the figures with the slip: "on 9 June" has no month in figures."""
    in_figures = re.search(rf"\b0?{day.day}[./-]0?{day.month}[./-]|\b{day.year}-{day.month:02}-{day.day:02}", quote)
    if in_figures:
        return True
    if how == "typo_swap" or other.month != day.month:
        return False
    part = day.day if other.day != day.day else day.year
    return re.search(rf"(?<!\d)0?{part}(?!\d)", quote) is not None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_values(clash: Clash, everywhere: frozenset[str], speaker: Speaker) -> Iterator[Mend]:
    """Two ways of writing that are one sign apart."""
    member = next((name for name, _ in clash.values if name in everywhere), None)
    if len(clash.values) != 2 or member is None:
        return
    (_, one), (_, other) = clash.values
    first, second = latin(one.ru), latin(other.ru)
    if clash.kind is not Kind.ANSWER and len(first) > 2 and first != second and _one_sign_apart(first, second):
        yield Mend(member, "typo", word("mend", "slip", member=quoted(speaker.side(member, None).name)))


def _one_sign_apart(one: str, other: str) -> bool:
    if len(one) == len(other):
        apart = [number for number, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]
        return len(apart) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
