"""Cases that truly differ, made from a case by a seed: facts left out, turned round, moved in time; items of their own.

Does not: keep a case plausible. A woman may be charged before she was born; the engine has to cope.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from pristan.case.model import Case, Scenario, Statement, Value
from pristan.case.values import read_value
from pristan.kernel.dates import PartialDate
from pristan.kernel.vocabulary.facts import vocabulary

LEFT_OUT, CHANGED = 0.15, 0.25  # of the statements of the case
DAYS_MOVED = 700  # at most, either way
COUNTRIES = ("US", "DE", "CZ", "FR", "PL", "GB", "CA", "RU", "KZ", "AM")


def varied(case: Case, seed: int, *, scenarios: int | None = None) -> Case:
    """The principal of `case` with facts changed by `seed`, today and `scenarios` scenarios (None: all)."""
    random = Random(seed)
    name = {item.id: f"{item.id}n{seed}" for item in case.items}
    kept = [one for one in case.statements if random.random() >= LEFT_OUT]

    def changed(one: Statement) -> Statement:
        value = _another(one, random) if random.random() < CHANGED else one.value
        return replace(one, value=value, item=name.get(one.item or ""))

    def supposed(one: Scenario) -> Scenario:
        return replace(one, suppose=tuple(replace(told, item=name.get(told.item or "")) for told in one.suppose))

    return replace(
        case,
        id=f"{case.id}-{seed}",
        persons=(case.principal,),
        items=tuple(replace(item, id=name[item.id]) for item in case.items),
        statements=tuple(changed(one) for one in kept),
        scenarios=tuple(supposed(one) for one in case.scenarios[:scenarios]),
    )


def _another(told: Statement, random: Random) -> Value:
    """Another value that the question allows; words and articles stay."""
    kind = vocabulary()[told.fact]
    match kind.type, told.value:
        case "yes_no", bool(value):
            return not value
        case "choice", _:
            return read_value(kind, random.choice(kind.choices).id)
        case "country", _:
            return random.choice(COUNTRIES)
        case "date", PartialDate() as when if (first := when.earliest) is not None:
            return PartialDate.parse(_moved(first, random).isoformat())
        case _:
            return told.value


def _moved(day: date, random: Random) -> date:
    return day + timedelta(days=random.randint(-DAYS_MOVED, DAYS_MOVED))
