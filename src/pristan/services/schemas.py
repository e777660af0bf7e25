"""Published JSON Schemas, by name."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from pristan.filings.dossier.schema import dossier_schema
from pristan.kernel.errors import CaseError
from pristan.services.case_schema import case_schema, facts_schema

_FILES = (
    "assessment",
    "check",
    "law_list",
    "law_show",
    "law_check",
    "law_stale",
    "law_diff",
    "law_status",
    "law_update",
    "emergency",
    "questions",
    "deadlines",
    "country_match",
    "country_figures",
    "country_article",
    "country_travel",
    "country_term",
    "library_add",
    "library_search",
    "library_list",
    "reading",
    "add",
    "proposals",
    "translations",
    "packet",
    "packet_list",
    "bundle",
    "form",
    "vault_list",
    "vault_log",
    "vault_search",
    "citations",
    "similar",
)


def schema_names() -> tuple[str, ...]:
    """Every schema that can be asked for."""
    return tuple(sorted((*_FILES, "case", "facts", "dossier")))


def schema(name: str) -> dict[str, Any]:
    """The schema called `name`. Raises CaseError naming those that exist."""
    if name == "dossier":
        return dossier_schema()
    if name == "case":
        return case_schema()
    if name == "facts":
        return facts_schema()
    if name not in _FILES:
        raise CaseError(f'there is no schema "{name}". Schemas: {", ".join(schema_names())}.')
    text = files("pristan.services").joinpath("schemas", f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]
