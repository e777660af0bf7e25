"""Values of facts: what a case file writes, read by the type of the question."""

from __future__ import annotations

from math import isfinite
from typing import Any

from pristan.case.model import Value
from pristan.kernel.countries import COUNTRIES
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import FactType


def read_value(fact: FactType, raw: Any) -> Value:
    """The value of `fact` written as `raw`. Raises CaseError with the value and the accepted form."""
    match fact.type:
        case "yes_no":
            return bool(
                _checked(fact, raw, isinstance(raw, bool), "true or false; leave the fact out if it is not known")
            )
        case "date":
            if not isinstance(raw, str):
                raise CaseError(
                    f'{raw!r} is not a date of "{fact.id}". Write it in quotes, as "2026-03-04" or "2026-03".'
                )
            return PartialDate.parse(raw)
        case "number":
            number = isinstance(raw, int | float) and not isinstance(raw, bool) and isfinite(raw)
            return float(_checked(fact, raw, number, "a number without quotes"))
        case "choice":
            known = [choice.id for choice in fact.choices]
            return str(_checked(fact, raw, raw in known, f"one of {', '.join(known)}"))
        case "country":
            # a code that is none ("UK") would be taken for another country, and every rule of the right one would fall
            ok = isinstance(raw, str) and raw in COUNTRIES
            form = 'a country as two capital letters of ISO 3166, as "US"; the United Kingdom is "GB"'
            return str(_checked(fact, raw, ok, form))
        case _:
            return str(_checked(fact, raw, isinstance(raw, str) and bool(raw.strip()), 'words in quotes, as "..."'))


def _checked(fact: FactType, raw: Any, ok: bool, form: str) -> Any:
    if not ok:
        raise CaseError(f'{raw!r} does not answer "{fact.id}". Write {form}.')
    return raw
