"""What was read from one paper: proposals for a person to confirm, each with its place.

Nothing here is a fact of a case yet: a paper of the accusing state proves that it alleges, not that it is so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pristan.documents.reading.page_text import Span


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a paper says. What a paper does not say has no field."""

    name: str  # "date.act", "person.judge", "charge" ...: fields.md lists them
    value: str  # normalised: ISO date or EDTF interval, nominative name, "УК 228.1", PT/P duration
    span: Span
    quote: str  # the original text of the span
    confidence: float = (
        1.0  # `certainty` of its name and of how it was found; on a scan no more than its least sure word
    )
    detail: Mapping[str, str] = field(default_factory=dict)  # "latin", "surface", "case", "parts" ...


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one paper."""

    kind: str | None  # id of its kind (kinds.toml); None: none of those known
    issued_by: str | None  # persecutor | court_abroad | neutral | person: whose word it is, from its kind
    language: str  # ru | en | uk | de | other two letters; "" where the text is too short to tell
    fields: tuple[Field, ...]

    def of(self, name: str) -> tuple[Field, ...]:
        """All fields of one name, in reading order."""
        return tuple(one for one in self.fields if one.name == name)

    def value(self, name: str) -> str | None:
        """The first value of a name, or None."""
        found = self.of(name)
        return found[0].value if found else None


def reading_data(reading: Reading) -> dict[str, Any]:
    """A reading as plain data, to be sent between processes."""
    return {
        "kind": reading.kind,
        "issued_by": reading.issued_by,
        "language": reading.language,
        "fields": [
            [
                one.name,
                one.value,
                one.span.page,
                one.span.start,
                one.span.end,
                one.quote,
                one.confidence,
                dict(one.detail),
            ]
            for one in reading.fields
        ],
    }


def reading_from(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_data` wrote."""
    fields = (
        Field(name, value, Span(page, start, end), quote, confidence, detail)
        for name, value, page, start, end, quote, confidence, detail in data["fields"]
    )
    return Reading(data["kind"], data["issued_by"], data["language"], tuple(fields))
