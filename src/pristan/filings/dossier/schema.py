"""The JSON Schema of the dossier, made from the dataclasses of the view and their help sentences.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pristan.filings.dossier.codes import SECTIONS
from pristan.filings.dossier.json_file import FORMAT
from pristan.filings.dossier.told import help_of
from pristan.filings.dossier.view import DossierView

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer"}

Schema = dict[str, Any]


def dossier_schema() -> Schema:
    """The schema of what `render_json` writes."""
    definitions: dict[str, Schema] = {}
    view = _of(DossierView, definitions)
    codes = {section: _words_of(vocabulary) for section, vocabulary in SECTIONS.items()}
    return {
        "$schema": DIALECT,
        "title": "Pristan case dossier",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "view", "words"],
        "properties": {
            "format": {"const": FORMAT},
            "view": view,
            "words": {**_object(codes), "description": "The word of every code, in the language of the view."},
        },
        "$defs": definitions,
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of one Python type; dataclasses and vocabularies go to `definitions` and are referred to."""
    if kind in PLAIN_TYPES:
        return {"type": PLAIN_TYPES[kind]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if get_origin(kind) is UnionType:
        return {"anyOf": [_of(part, definitions) for part in get_args(kind)]}
    if kind is type(None):
        return {"type": "null"}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # taken before descending, should a type ever hold itself
        definitions[kind.__name__] = _dataclass(kind, definitions) if is_dataclass(kind) else _vocabulary(kind)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _dataclass(kind: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind)
    described = {
        item.name: {**_of(hints[item.name], definitions), "description": help_of(item)} for item in fields(kind)
    }
    for item in fields(kind):
        if item.default is not MISSING and not isinstance(item.default, (tuple, StrEnum)):
            described[item.name]["default"] = item.default
    return {**_object(described), "description": _first_line(kind)}


def _vocabulary(kind: type[StrEnum]) -> Schema:
    return {"enum": [member.value for member in kind], "description": _first_line(kind)}


def _words_of(kind: type[StrEnum]) -> Schema:
    return _object({member.value: {"type": "string"} for member in kind})


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(properties),
        "properties": properties,
    }


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]
