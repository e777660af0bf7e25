"""JSON Schema of the case file, made from the vocabulary: TOML is checked as the same data in JSON.

Source: docs/case-format.md. Does not: check what a schema cannot say (references between tables, whether a file
exists).
"""

from __future__ import annotations

from typing import Any

from pristan.case.loader import FORMAT, LANES
from pristan.case.model import How, Issuer, NamedDay
from pristan.kernel.language import Language
from pristan.kernel.places import place_parameters
from pristan.kernel.starts import StartsAt
from pristan.kernel.vocabulary.facts import LISTS, FactType, vocabulary
from pristan.services.account_schema import account_tables
from pristan.services.closed_object import closed_object
from pristan.services.declaration_schema import declaration_tables

_TEXT: dict[str, Any] = {
    "type": "object",
    "properties": {"en": {"type": "string"}, "ru": {"type": "string"}},
    "required": ["en", "ru"],
    "additionalProperties": False,
}
_OWN_TEXT = {  # written by a user: in both languages, or in one
    "type": "object",
    "properties": _TEXT["properties"],
    "minProperties": 1,
    "additionalProperties": False,
}
_STRING = {"type": "string"}


def value_schema(fact: FactType) -> dict[str, Any]:
    """What a value of this fact looks like."""
    match fact.type:
        case "yes_no":
            return {"type": "boolean"}
        case "number":
            return {"type": "number"}
        case "choice":
            return {"enum": [choice.id for choice in fact.choices]}
        case "country":
            return {"type": "string", "pattern": "^[A-Z]{2}$"}
        case _:
            return {"type": "string", "minLength": 1}


def _fact_table(fact: FactType) -> dict[str, Any]:
    value = value_schema(fact)
    own = closed_object({"value": value, "by": {"const": "person"}}, {"quote": _STRING})
    paper = closed_object(
        {"value": value, "exhibit": _STRING},
        {"page": {"type": "integer", "minimum": 1}, "quote": _STRING, "how": {"enum": list(How)}},
    )
    says = {"type": "array", "minItems": 1, "items": {"anyOf": [own, paper]}}
    required: dict[str, Any] = {"fact": {"const": fact.id}, "says": says}
    if fact.list is not None:
        required["item"] = _STRING
    return closed_object(required, {"person": _STRING})


def case_schema() -> dict[str, Any]:
    """The schema of case.toml."""
    exhibit = closed_object(
        {
            "id": _STRING,
            "file": _STRING,
            "title": _OWN_TEXT,
            "kind": _STRING,
            "language": _STRING,
            "issuer": {"enum": list(Issuer)},
        },
        {
            "date": _STRING,
            "origin": _OWN_TEXT,
            "translation_of": _STRING,
            "certified": {"type": "boolean"},
            "received": _STRING,
            "number": _STRING,
            "body": _STRING,
        },
    )
    place = closed_object({"exhibit": _STRING}, {"page": {"type": "integer", "minimum": 1}})
    passage = closed_object(
        {"id": _STRING, "exhibit": _STRING, "page": {"type": "integer", "minimum": 1}, "quote": _STRING},
        {
            "person": _STRING,
            "pattern": _STRING,
            "indicator": _STRING,
            "element": {"type": "string", "pattern": "^[^#]+#[^#]+$"},
            "against": {"type": "boolean"},
        },
    ) | {
        "oneOf": [{"required": ["pattern"]}, {"required": ["element"]}],
        "dependentRequired": {"indicator": ["pattern"]},
    }
    suppose = closed_object({"fact": {"enum": sorted(vocabulary())}, "value": {}}, {"item": _STRING, "person": _STRING})
    tables = {
        "person": closed_object({"id": _STRING, "name": _TEXT}, {"role": _STRING}),
        "exhibit": exhibit,
        "item": closed_object({"list": {"enum": list(LISTS)}, "id": _STRING, "title": _OWN_TEXT}, {"person": _STRING}),
        "list": closed_object({"name": {"enum": list(LISTS)}, "complete": {"const": True}}, {"person": _STRING}),
        "fact": {"anyOf": [_fact_table(fact) for fact in vocabulary().values()]},
        "withheld": closed_object({"fact": {"enum": sorted(vocabulary())}}, {"item": _STRING, "person": _STRING}),
        "not_remembered": closed_object({"fact": {"enum": sorted(vocabulary())}}, {"item": _STRING, "person": _STRING}),
        "event": closed_object(
            {"id": _STRING, "title": _OWN_TEXT, "lane": {"enum": list(LANES)}},
            {
                "when": _STRING,
                "exhibits": {"type": "array", "items": place},
                "called": {"type": "array", "items": _STRING},
                "fact": {"enum": sorted(vocabulary())},
                "item": _STRING,
                "person": _STRING,
                "carries": {"type": "array", "items": {"enum": sorted(vocabulary())}},
                "made": _STRING,
                "received": _STRING,
                "never_during": {"type": "array", "items": _STRING},
                "day": {"enum": list(NamedDay)},
            },
        ),
        "limit": closed_object(
            {"exhibit": _STRING, "quote": _STRING, "length": _STRING},
            {
                "page": {"type": "integer", "minimum": 1},
                "working_days": {"type": "boolean"},
                "from": {"type": "array", "items": {"enum": list(StartsAt)}},
                "start": _STRING,
                "person": _STRING,
            },
        ),
        **account_tables(_TEXT, _OWN_TEXT),
        **declaration_tables(_TEXT, _OWN_TEXT),
        "passage": passage,
        "scenario": closed_object(
            {"id": _STRING, "title": _OWN_TEXT}, {"suppose": {"type": "array", "items": suppose}}
        ),
    }
    head = {
        "format": {"const": FORMAT},
        "id": _STRING,
        "title": _OWN_TEXT,
        "language": {"enum": list(Language)},
        "assessed_on": {"type": "string", "format": "date"},
    }
    lists = {name: {"type": "array", "items": table} for name, table in tables.items()}
    more = {
        "place": {
            "type": "object",
            "properties": {one.id: {"enum": list(one.values)} for one in place_parameters().values()},
            "additionalProperties": False,
        },
        "raised": {"type": "array", "items": _STRING},
        "zone": _STRING,
        "labels": {"type": "object", "additionalProperties": _TEXT},
        "tolerance": {"type": "object", "additionalProperties": _STRING},
    }
    whole = closed_object({**head, "person": lists.pop("person")}, {**lists, **more})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Pristan case file", **whole}


def facts_schema() -> dict[str, Any]:
    """Every fact of the vocabulary: its question, and what its value looks like."""
    properties = {
        fact.id: {
            **value_schema(fact),
            "title": fact.ask.en,
            "description": fact.why.en,
            "x-ru": fact.ask.ru,
            "x-list": fact.list,
        }
        for fact in vocabulary().values()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pristan facts",
        "type": "object",
        "properties": properties,
    }
