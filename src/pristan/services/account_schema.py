"""JSON Schema of the tables of statements about events, identity data and explanations. Source: docs/statements.md."""

from __future__ import annotations

from typing import Any

from pristan.case.account_loader import WEEKDAYS
from pristan.case.account_model import AccountKind, Cause, Link
from pristan.services.closed_object import closed_object

_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_PAGE = {"type": "integer", "minimum": 1}
_SOURCE = {"exhibit": _STRING, "account": _STRING, "page": _PAGE, "quote": _STRING}
_ONE_SOURCE = [{"required": ["exhibit"]}, {"required": ["account"]}]


def _named(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}


def account_tables(text: dict[str, Any], own_text: dict[str, Any]) -> dict[str, Any]:
    """The schema of each of these tables; `text`: a name in both languages; `own_text`: what a user wrote."""
    order = closed_object({}, {**{link.value: _STRING for link in Link}, "gap": _STRING})
    refers = closed_object({"exhibit": _STRING}, {"date": _STRING, "number": _STRING, "body": _STRING})
    says = {
        **dict.fromkeys(("when", "begins", "ends", "at", "zone", "words", "lasts", "age_of", "place", "body"), _STRING),
        "weekday": {"enum": list(WEEKDAYS)},
        "order": {"type": "array", "items": order},
        "age": {"type": ["number", "string"]},
        "later": {"type": "boolean"},
        "present": {"oneOf": [{"type": "boolean"}, _STRINGS]},
        "persons": _named({"oneOf": [_STRING, _STRINGS]}),
        "counts": _named({"type": ["integer", "string"]}),
        "amounts": _named(_STRING),
        "answers": _named({"type": "boolean"}),
        "details": _named(_STRING),
        "numbers": _named(_STRING),
        "refers": refers,
    }
    data = ("person", "name", "born", "birthplace", "citizenship", "passport", "registered_at", "lives_at")
    identity = {**dict.fromkeys(data, _STRING), "sex": {"enum": ["m", "f"]}}
    return {
        "location": closed_object({"id": _STRING, "name": text}, {"town": _STRING, "also": _STRINGS}),
        "account": closed_object(
            {"id": _STRING, "kind": {"enum": list(AccountKind)}},
            {
                "date": _STRING,
                "person": _STRING,
                "exhibit": _STRING,
                "scope": {"enum": ["whole", "part"]},
                "title": own_text,
            },
        ),
        "statement": {**closed_object({"id": _STRING, "about": _STRING}, {**_SOURCE, **says}), "oneOf": _ONE_SOURCE},
        "identity": {**closed_object({"id": _STRING}, {**_SOURCE, **identity}), "oneOf": _ONE_SOURCE},
        "explanation": closed_object(
            {
                "id": _STRING,
                "statements": {**_STRINGS, "minItems": 1},
                "cause": {"enum": list(Cause)},
                "text": own_text,
            },
            {
                "person": _STRING,
                "exhibit": _STRING,
                "disclose": {"type": "boolean"},
                "keep_shown": {"type": "boolean"},
                "also": {"type": "object", "additionalProperties": _STRING},
            },
        ),
    }
