"""The form of a TOML table in a JSON Schema: the keys it must have, those it may have, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def closed_object(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A schema of type object; both arguments map a key to the schema of its value."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": sorted(required),
        "additionalProperties": False,
    }
