"""JSON Schema of the tables of the person's statement and of packets. Source: docs/case-format.md."""

from __future__ import annotations

from typing import Any

from pristan.services.closed_object import closed_object

_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_NAMED = {"type": "object", "additionalProperties": _STRING}


def declaration_tables(text: dict[str, Any], own_text: dict[str, Any]) -> dict[str, Any]:
    """The schema of each of these tables; `text`: a name in both languages; `own_text`: what a user wrote."""
    place = closed_object({"exhibit": _STRING}, {"page": {"type": "integer", "minimum": 1}})
    translation = closed_object({"language": _STRING, "text": _STRING, "by": _STRING}, {"of": _STRING, "seal": _STRING})
    waiver = closed_object({"rule": _STRING, "by": _STRING, "why": own_text}, {})
    return {
        "translator": closed_object(
            {"id": _STRING, "name": text}, {"languages": _STRINGS, "address": _STRING, "telephone": _STRING}
        ),
        "paragraph": closed_object(
            {"id": _STRING, "text": {"type": "string", "minLength": 1}},
            {
                "person": _STRING,
                "language": _STRING,
                "events": _STRINGS,
                "facts": _STRINGS,
                "exhibits": {"type": "array", "items": place},
                "translations": {"type": "array", "items": translation},
            },
        ),
        "read_back": closed_object(
            {"by": _STRING, "language": _STRING, "on": {"type": "string", "format": "date"}},
            {"person": _STRING, "seal": _STRING},
        ),
        "packet": closed_object(
            {"profile": _STRING},
            {
                "person": _STRING,
                "fields": _NAMED,
                "files": _NAMED,
                "exhibits": _STRINGS,
                "include": _STRINGS,
                "signed": _STRINGS,
                "waive": {"type": "array", "items": waiver},
            },
        ),
    }
