"""Days as papers in English write them.

Read: the month in words, ISO, figures with full stops (day first), and figures with strokes where only one order makes a
day. Does not: read 03/04/2026, which is two days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pristan.documents.reading.dates import Found
from pristan.kernel.month_names import MONTHS_EN

_MONTHS = tuple(name.lower() for name in MONTHS_EN)
_MONTH = "|".join(f"{name[:3]}(?:{'t?' if name[:3] == 'sep' else ''}{name[3:]}|{'t' if name[:3] == 'sep' else ''})?" if len(name) > 3 else name for name in _MONTHS)  # fmt: skip
_QUOTE = "[\"“”«»'’]"
_DAY = re.compile(
    rf"(?<![\d.]){_QUOTE}?(?P<d1>[0-3]?\d){_QUOTE}?(?:st|nd|rd|th)?[\s\-]*\s*(?:(?:day\s+)?of\s+)?(?P<m1>{_MONTH})\.?,?[\s\-]+(?P<y1>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<m2>{_MONTH})\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<y3>(?:19|20)\d\d)\s+(?P<m3>{_MONTH})\.?\s+(?P<d3>[0-3]?\d)(?!\d)"
    r"|(?<![\d-])(?P<y4>(?:19|20)\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?![\d-])"
    r"|(?<![\d.])(?P<d5>[0-3]?\d)\.(?P<m5>[01]?\d)\.(?P<y5>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/])(?P<a6>[0-3]?\d)/(?P<b6>[0-3]?\d)/(?P<y6>(?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """Every day of a stretch of the text, in reading order."""
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        day = _day(match)
        if day is not None:
            yield Found(day, match.start(), match.end())


def _day(match: re.Match[str]) -> date | None:
    if match["y6"]:
        first, second = int(match["a6"]), int(match["b6"])
        if (first > 12) == (second > 12) and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
        return _made(int(match["y6"]), month, day)
    number = next(number for number in "12345" if match[f"y{number}"])
    written = match[f"m{number}"].lower()
    at = (
        int(written) if written.isdigit() else next(at for at, name in enumerate(_MONTHS, 1) if name[:3] == written[:3])
    )
    return _made(int(match[f"y{number}"]), at, int(match[f"d{number}"]))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
