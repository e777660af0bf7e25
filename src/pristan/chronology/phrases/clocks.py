"""Clock times in a phrase: "at about 18:00", "from 20:10 to 21:35", "в 16 час. 32 мин.", "около половины пятого"."""

from __future__ import annotations

import re

from pristan.kernel.clock import Clock, read_zone

_ABOUT = (
    r"(?P<about>about|around|approximately|approx\.?|circa|roughly|"
    r"около|примерно(?:\s+в|\s+около)?|приблизительно(?:\s+в)?|часов\s+в)"
)
_HOURS = r"(?:час(?:а|ов|у|ам)?\.?|ч\.?)"
_MINUTES = r"(?:минут(?:а|ы|у)?|мин\.?|м\.)"
_HALF_RU = {
    "перв": 0,
    "втор": 1,
    "треть": 2,
    "четв": 3,
    "пят": 4,
    "шест": 5,
    "седьм": 6,
    "восьм": 7,
    "девят": 8,
    "десят": 9,
    "одиннадцат": 10,
    "двенадцат": 11,
}
_PART_OF_DAY = (
    r"(?:\s*(?P<half>a\.?m\.?|p\.?m\.?|утра|дня|вечера|ночи|"
    r"in\s+the\s+morning|in\s+the\s+afternoon|in\s+the\s+evening|at\s+night))?"
)


def _time(n: str) -> str:
    return (
        rf"(?P<h{n}>\d{{1,2}})(?:[:.](?P<m{n}>\d{{2}})(?::(?P<s{n}>\d{{2}}))?(?:\s*{_HOURS})?|"
        rf"\s*{_HOURS}\s*(?:(?P<mm{n}>\d{{1,2}})\s*{_MINUTES})?)"
    )


_RANGE = re.compile(
    rf"(?:from\s+|between\s+|с\s+|в\s+период\s+(?:времени\s+)?с\s+)?{_time('1')}\s*(?:-|–|—|to|and|until|till|до|по)\s*{_time('2')}"
)
_ONE = re.compile(rf"(?:(?:at|в|by)\s+)?(?:{_ABOUT}\s+)?{_time('1')}{_PART_OF_DAY}")
_BARE_EN = re.compile(
    rf"(?:at\s+)?(?:{_ABOUT}\s+)?(?P<h1>\d{{1,2}})\s*(?P<half>a\.?m\.?|p\.?m\.?|o'clock\s+in\s+the\s+(?:morning|afternoon|evening)|in\s+the\s+morning|in\s+the\s+afternoon|in\s+the\s+evening)"
)
_BARE_RU = re.compile(rf"(?:в\s+)?(?:{_ABOUT}\s+)?(?P<h1>\d{{1,2}})\s+(?P<half>утра|дня|вечера|ночи)")
_HALF_PAST_RU = re.compile(
    rf"(?:в\s+)?(?:{_ABOUT}\s+)?(?:половин(?:а|ы|е|у)|пол)\s*(?P<ordinal>[а-я]+?)(?:ого|его|ьего)\s+(?P<half>утра|дня|вечера|ночи)"
)
_ZONE = re.compile(r"(?:\s*\(?(?:utc|gmt)?\s*(?P<zone>[+-]\d{2}:\d{2}|z)\)?)")
_ISO = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[t ](?P<clock>\d{2}:\d{2}(?::\d{2})?)\s*(?P<zone>z|[+-]\d{2}:\d{2})?")


def take_iso(text: str) -> tuple[str, Clock] | None:
    """A whole ISO date with time: the day and the clock."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    zone = found["zone"]
    return found["day"], Clock.parse(found["clock"], zone=None if zone is None else zone.upper())


def take_clock(text: str) -> tuple[str, Clock | None]:
    """The clock time at an end of the phrase, and the phrase without it."""
    for form in (_RANGE, _ONE, _BARE_EN, _BARE_RU, _HALF_PAST_RU):
        for found in form.finditer(text):
            at_end = found.end() == len(text) or _ZONE.fullmatch(text, found.end())
            if not (at_end or found.start() == 0) or _is_part_of_date(text, found):
                continue
            clock = _clock(found)
            if clock is None:
                continue
            zone = _ZONE.match(text, found.end())
            if zone:
                clock = Clock(
                    clock.first, clock.last, clock.about, clock.whole_minutes, read_zone(zone["zone"].upper())
                )
            rest = text[: found.start()] + " " + text[zone.end() if zone else found.end() :]
            return " ".join(rest.split()).strip(" ,;"), clock
    return text, None


def _is_part_of_date(text: str, found: re.Match[str]) -> bool:
    """Whether the figures belong to a date such as 03.02.2022."""
    before, after = text[: found.start()], text[found.end() :]
    return bool(re.search(r"\d[.:/-]?$", before) or re.match(r"[.:/-]?\d", after))


def _clock(found: re.Match[str]) -> Clock | None:
    groups = found.groupdict()
    if "ordinal" in groups:
        hour = next((number for stem, number in _HALF_RU.items() if groups["ordinal"].startswith(stem)), None)
        if hour is None:
            return None
        first = _seconds(str(hour), "30", None, groups["half"])
        return None if first is None else Clock(first, first, groups["about"] is not None, True)
    first = _seconds(groups["h1"], groups.get("m1") or groups.get("mm1"), groups.get("s1"), groups.get("half"))
    last = first
    if groups.get("h2"):
        last = _seconds(groups["h2"], groups.get("m2") or groups.get("mm2"), groups.get("s2"), None)
    if first is None or last is None:
        return None
    if last < first:
        last += 24 * 3600
    return Clock(first, last, bool(groups.get("about")), not groups.get("s1"))


def _seconds(hour: str, minute: str | None, second: str | None, half: str | None) -> int | None:
    number = int(hour)
    word = (half or "").replace(".", "")
    if word:
        if number > 12:
            return None
        later = (
            word in ("pm", "дня", "вечера") or "afternoon" in word or "evening" in word or word.startswith("at night")
        )
        if word == "ночи" or word.startswith("at night"):
            later = number >= 9 and number != 12
        if later and number != 12:
            number += 12
        elif number == 12 and (word in ("am", "ночи") or word.startswith("at night")):
            number = 0
    total = number * 3600 + int(minute or 0) * 60 + int(second or 0)
    return total if number <= 24 and int(minute or 0) < 60 else None
