"""JSON Schema of the tables of the person's statement and of packets. Source: docs/case-format.md."""

from __future__ import annotations

from typing import Any

_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_NAMED = {"type": "object", "additionalProperties": _STRING}


def _object(required: dict[str, Any], optional: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": sorted(required),
        "additionalProperties": False,
    }


def declaration_tables(text: dict[str, Any]) -> dict[str, Any]:
    """The schema of each of these tables; `text` is that of a sentence in both languages."""
    place = _object({"exhibit": _STRING}, {"page": {"type": "integer", "minimum": 1}})
    translation = _object({"language": _STRING, "text": _STRING, "by": _STRING}, {"of": _STRING, "seal": _STRING})
    waiver = _object({"rule": _STRING, "by": _STRING, "why": text}, {})
    return {
        "translator": _object(
            {"id": _STRING, "name": text}, {"languages": _STRINGS, "address": _STRING, "telephone": _STRING}
        ),
        "paragraph": _object(
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
        "read_back": _object(
            {"by": _STRING, "language": _STRING, "on": {"type": "string", "format": "date"}},
            {"person": _STRING, "seal": _STRING},
        ),
        "packet": _object(
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
