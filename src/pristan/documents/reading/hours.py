"""The hour that a paper names beside a day: "к 11 час. 00 мин. 18 марта", "на 9 октября 2025 года в 14:30", "at 9:30 a.m."

Does not: look further than a few words from the day, or read hours in words.
"""

from __future__ import annotations

import re

_REACH = 48  # letters between the day and its hour
_RU = r"(?P<h>[01]?\d|2[0-3])\s*(?:час[а-я]*\.?|ч\.?|[:.·-](?=\d\d))\s*(?:(?P<m>[0-5]\d)(?:\s*мин[а-я]*\.?|\b))?"
_RU_AFTER = re.compile(rf"\s*[»\"]?\s*(?:г(?:ода?)?\b\.?)?[\s,]*(?:к|в|на|с)\s+{_RU}", re.IGNORECASE)
_RU_BARE = re.compile(r"\s*(?:г(?:ода?)?\b\.?)?[\s,]*(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)\b", re.IGNORECASE)  # 14:30
_RU_BEFORE = re.compile(rf"(?:к|в|на|с)\s+{_RU}\s*,?\s*[«\"]?\s*$", re.IGNORECASE)
_EN = r"(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
_EN_AFTER = re.compile(rf"\s*,?\s*(?:at\s+)?{_EN}", re.IGNORECASE)


def hour_beside(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The hour as "HH:MM" and where it stands, for a day at `start` to `end` of the text of its page; or None."""
    after, before = text[end : end + _REACH], text[max(0, start - _REACH) : start]
    for found in (_EN_AFTER.match(after), _RU_AFTER.match(after), _RU_BARE.match(after)):
        if found is not None:
            return _clock(found), end + found.start("h"), end + found.end()
    found = _RU_BEFORE.search(before)
    if found is None:
        return None
    offset = start - len(before)
    return _clock(found), offset + found.start("h"), offset + found.end()


def _clock(found: re.Match[str]) -> str:
    hour, half = int(found["h"]), found.groupdict().get("half")
    if half is not None:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"{hour:02}:{found['m'] or '00'}"
