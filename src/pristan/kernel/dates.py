"""A story's date, kept as precise as it was told and never more: an EDTF subset with earliest and latest day.

Accepted: "2022", "2022-03", "2022-03-04", seasons "2022-21" to "2022-24", "202X", "2022-XX", "2022-03-XX", each
with "~" (about), "?" (uncertain) or "%" (both) at its end; intervals "2022-03/2022-05", "../2022-05", "2022-05/..",
"2022-05/", "/2022-05"; "[2022-03-04,2022-03-06]" for one of these.
Source: Extended Date/Time Format, ISO 8601-2:2019 annex A, levels 0 and 1, and the one-of set of level 2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import product
from typing import NoReturn, Self

from pristan.kernel.date_errors import ACCEPTED
from pristan.kernel.date_points import Point, Qualifier, Span, read_point
from pristan.kernel.errors import CaseError


class Edge(Enum):
    """The end of an interval that is not a date."""

    OPEN = ".."  # no limit on this side
    UNKNOWN = ""  # there is a limit; nobody told it


class Form(Enum):
    """How the members of a date belong together."""

    SINGLE = "single"
    INTERVAL = "interval"
    ONE_OF = "one of"


class Ternary(Enum):
    """A three-valued answer. It has no truth value, so that "unknown" cannot pass for "no": compare it with `is`."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError("a three-valued answer has no truth value: compare it with `is`")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known only in part. `original` is the entry as written; build one with `parse` or `of`.

    `spans`: the days the date can mean, in order, without the margin of "~"; more than one span for a set or a winter.
    `soft_spans`: the same with that margin (`date_points.APPROXIMATE_MARGIN`) added.
    Does not: pad to the first of January, swap day and month, or know the hour.
    """

    original: str
    form: Form
    members: tuple[Point | Edge, ...]
    spans: tuple[Span, ...] = field(init=False, compare=False, repr=False)
    soft_spans: tuple[Span, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", self._spans(soft=False))
        object.__setattr__(self, "soft_spans", self._spans(soft=True))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an entry in the accepted form.

        Raises: CaseError with the value, the accepted form and an example.
        """
        original = text.strip()
        if original.startswith("["):
            return cls(original, Form.ONE_OF, _set_members(original))
        if original.count("/") == 1:
            return cls(original, Form.INTERVAL, _interval_members(original))
        return cls(original, Form.SINGLE, (read_point(original, whole=original),))

    @classmethod
    def maybe(cls, text: str) -> Self | None:
        """The same of words that were read in a paper; None for a day that no calendar has."""
        try:
            return cls.parse(text)
        except CaseError:
            return None

    @classmethod
    def of(cls, day: date) -> Self:
        """The date of one known day."""
        return cls.parse(day.isoformat()[:10])

    def __str__(self) -> str:
        return self.original

    @property
    def earliest(self) -> date | None:
        """The first day the date can mean; None if open or not known on that side."""
        return self.spans[0].first

    @property
    def latest(self) -> date | None:
        """The last day the date can mean; None if open or not known on that side."""
        return _last(self.spans)

    @property
    def earliest_soft(self) -> date | None:
        """`earliest` moved back by the margin of "~"."""
        return self.soft_spans[0].first

    @property
    def latest_soft(self) -> date | None:
        """`latest` moved on by the margin of "~"."""
        return _last(self.soft_spans)

    @property
    def exact(self) -> bool:
        """Whether exactly one day is meant, without any qualifier."""
        return self.day is not None

    @property
    def day(self) -> date | None:
        """The one day meant, if the date is exact."""
        return self.earliest if self.earliest == self.latest and not self.qualifiers else None

    @property
    def qualifiers(self) -> frozenset[Qualifier]:
        """The qualifiers that any member carries."""
        return frozenset().union(*(point.qualifiers for point in self.points))

    @property
    def uncertain(self) -> bool:
        """Whether the teller doubts the date itself ("?" or "%"): then any other day is possible too."""
        return Qualifier.UNCERTAIN in self.qualifiers

    @property
    def points(self) -> tuple[Point, ...]:
        """The members that are dates."""
        return tuple(member for member in self.members if isinstance(member, Point))

    def _spans(self, *, soft: bool) -> tuple[Span, ...]:
        per_member = [_member_spans(member, soft=soft) for member in self.members]
        if self.form is Form.INTERVAL:
            start, end = per_member
            return (Span(start[0].first, end[-1].last),)
        return tuple(sorted((span for spans in per_member for span in spans), key=_span_order))


def certainly_before(a: PartialDate, b: PartialDate) -> Ternary:
    """Whether every day `a` can mean lies before every day `b` can mean.

    Returns: yes if so with the margin of "~" too; no if some days told disagree; unknown if only the margin stands in
        the way, or if a date is doubted ("?").
    """
    if not _all_before(_last(a.spans), b.spans[0].first):
        return Ternary.NO
    if a.uncertain or b.uncertain or not _all_before(a.latest_soft, b.earliest_soft):
        return Ternary.UNKNOWN
    return Ternary.YES


def possibly_before(a: PartialDate, b: PartialDate) -> Ternary:
    """Whether some day `a` can mean lies before some day `b` can mean.

    Returns: yes if the days told allow it; no if not even the margin of "~" does; unknown if only the margin does, or
        if a date is doubted ("?") and the days told do not allow it.
    """
    if _some_before(a.earliest, b.latest):
        return Ternary.YES
    if a.uncertain or b.uncertain or _some_before(a.earliest_soft, b.latest_soft):
        return Ternary.UNKNOWN
    return Ternary.NO


def overlaps(a: PartialDate, b: PartialDate) -> Ternary:
    """Whether the two dates have a day in common.

    Returns: yes by the days told; unknown if by the margin of "~" only, or if a date is doubted; else no.
    """
    if any(one.meets(other) for one, other in product(a.spans, b.spans)):
        return Ternary.YES
    if a.uncertain or b.uncertain or any(one.meets(other) for one, other in product(a.soft_spans, b.soft_spans)):
        return Ternary.UNKNOWN
    return Ternary.NO


def _all_before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def _some_before(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first < last


def _last(spans: tuple[Span, ...]) -> date | None:
    ends = [span.last for span in spans]
    return None if None in ends else max(end for end in ends if end is not None)


def _span_order(span: Span) -> tuple[date, date]:
    return span.first or date.min, span.last or date.max


def _member_spans(member: Point | Edge, *, soft: bool) -> tuple[Span, ...]:
    if isinstance(member, Edge):
        return (Span(None, None),)
    return member.soft_spans if soft else member.spans


def _set_members(original: str) -> tuple[Point, ...]:
    if not original.endswith("]") or original.count(",") == 0:
        raise CaseError(
            f'"{original}" is not a choice of dates. Write [2022-03-04,2022-03-06], or one date without brackets.'
        )
    return tuple(read_point(part.strip(), whole=original) for part in original[1:-1].split(","))


def _interval_members(original: str) -> tuple[Point | Edge, ...]:
    start, end = (_interval_end(part, original) for part in original.split("/"))
    if isinstance(start, Edge) and isinstance(end, Edge):
        raise CaseError(f'"{original}" names no day at all. {ACCEPTED}')
    if isinstance(start, Point) and isinstance(end, Point):
        _check_order(original, start, end)
    return start, end


def _interval_end(part: str, original: str) -> Point | Edge:
    if part in (edge.value for edge in Edge):
        return Edge(part)
    return read_point(part, whole=original)


def _check_order(original: str, start: Point, end: Point) -> None:
    first, last = start.spans[0].first, end.spans[-1].last
    if first is not None and last is not None and last < first:
        raise CaseError(f'"{original}" ends before it begins. Write the earlier date first, as in 2022-03/2022-05.')
