"""Large cases with known answers: a true history, told as loosely as papers and people do, and planted slips."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

from pristan.kernel.month_names import MONTHS_EN, MONTHS_RU_GENITIVE

_FIRST = date(2015, 1, 10)
_PEOPLE = (("Сомов О.В.", "Somov Oleg"), ("Лапшин К.В.", "investigator Lapshin"), ("Щеглова Ю.Я.", "Shcheglova"))


def generated(events: int, planted: int, seed: int) -> tuple[str, set[frozenset[str]]]:
    """A case file of `events` events, and every irreducible set that `planted` slips make."""
    rng = random.Random(seed)
    days = sorted(_FIRST + timedelta(days=rng.randrange(4_000)) for _ in range(events))
    parts = [_exhibit("paper", "2026-10-01"), _table("account", id="told", kind="declaration", date="2026-10-02")]
    wanted: set[frozenset[str]] = set()
    slips = set(rng.sample(range(events), planted))
    for number, day in enumerate(days):
        name = f"e{number}"
        parts.append(_table("event", id=name, when=day.isoformat(), title=_text(name), lane="life"))
        paper, spelled = rng.choice(_PEOPLE)
        officers = rng.randrange(2, 9)
        exact = {"words": f"{day.day} {MONTHS_RU_GENITIVE[day.month - 1]} {day.year} г."}
        parts.append(
            _says(f"p{number}", "paper", name, **exact, persons={"officer": paper}, counts={"officers": officers})
        )
        loose = f"about {MONTHS_EN[day.month - 1]} {day.year}"
        parts.append(
            _says(f"t{number}", "told", name, words=loose, persons={"officer": spelled}, counts={"officers": "1.."})
        )
        if number:
            other = rng.randrange(number)
            least = max(0, (day - days[other]).days - 200)
            parts.append(
                _says(
                    f"o{number}", "told", name, order=[{"after": f"e{other}", "gap": f"P{least}D.."}] if least else []
                )
            )
        if number in slips:
            parts += _slip(number, day, paper, officers, wanted, rng)
    return "\n".join(parts), wanted


def _slip(
    number: int, day: date, paper: str, officers: int, wanted: set[frozenset[str]], rng: random.Random
) -> list[str]:
    """One statement more that does not fit, of one of three kinds."""
    name, own = f"e{number}", f"x{number}"
    kind = rng.choice(("date", "count", "person"))
    if kind == "date":
        wanted.add(frozenset({own, f"p{number}"}))
        wanted.add(frozenset({own, f"t{number}"}))
        return [_says(own, "paper", name, when=(day + timedelta(days=120)).isoformat())]
    wanted.add(frozenset({own, f"p{number}"}))
    if kind == "count":
        return [_says(own, "paper", name, counts={"officers": officers + 7})]
    wanted.add(frozenset({own, f"t{number}"}))
    return [_says(own, "paper", name, persons={"officer": "Гарифуллин Д.М."})]


def _says(name: str, source: str, event: str, **keys: Any) -> str:
    where = {"exhibit": source} if source == "paper" else {"account": source}
    return _table("statement", id=name, **where, about=event, **{key: value for key, value in keys.items() if value})


def _exhibit(name: str, day: str) -> str:
    return _table(
        "exhibit",
        id=name,
        file=f"x/{name}.pdf",
        title=_text(name),
        kind="ruling",
        language="ru",
        issuer="accuser",
        date=day,
    )


def _text(words: str) -> dict[str, str]:
    return {"en": words, "ru": words}


def _table(table: str, **keys: Any) -> str:
    return f"[[{table}]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in keys.items())


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False)
