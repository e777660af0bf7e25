"""Where could a trip end in Russia? What is recorded about surrender from each country; never a country called safe.

Shapes: Natural Earth 1:110m (public domain) through world-atlas 2.0.2 (ISC). Crimea is part of Ukraine in them; a test
holds it there. Small states are in the list only, so the list is the answer and the map its picture.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.country.names import country_code
from pristan.country.relations import INSTRUMENT_WORDS, TravelRisk, relations
from pristan.services.country import risks_of_travel
from pristan.web.language import language
from pristan.web.page import show

MOST_LEGS = 8
HOME = "RU"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One country of the map."""

    d: str = field(metadata={"help": "Its outline, as an SVG path."})
    risk: str = field(metadata={"help": "A code of Risk; empty for Russia itself."})
    name: str = field(metadata={"help": "Its name; empty where there is no record."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is recorded about one country."""

    country: str = field(metadata={"help": "Two letters."})
    name: str = field(metadata={"help": "Its name, or the letters where there is no record."})
    risk: str = field(metadata={"help": "A code of Risk."})
    words: str = field(metadata={"help": "The sentence for the reader."})
    instrument: str = field(metadata={"help": "The treaty; empty without a record."})
    practice: str = field(metadata={"help": "What was seen; empty without a record."})
    why: str = field(metadata={"help": "Why; empty without a record."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    shapes: tuple[Shape, ...] = field(metadata={"help": "The map."})
    journey: str = field(metadata={"help": "The countries of the journey, as typed."})
    legs: tuple[Row, ...] = field(metadata={"help": "The journey country by country, transit included."})
    rows: tuple[Row, ...] = field(metadata={"help": "Every country with a record, those where it happens first."})
    risks: tuple[str, ...] = field(metadata={"help": "The classes, as codes, for the key of the map."})
    unverified: int = field(metadata={"help": "How many records were not compared with their sources."})


@require_safe
def travel(request: HttpRequest) -> HttpResponse:
    """The page."""
    typed = request.GET.get("journey", "")
    legs = _legs(typed)
    rows = sorted((_row(one) for one in risks_of_travel(())), key=lambda row: (_ORDER.index(row.risk), row.name))
    content = Travel(
        title=_("Where could a trip end in Russia?"),
        shapes=_shapes(rows),
        journey=" ".join(legs),
        legs=tuple(_row(one) for one in risks_of_travel(legs)) if legs else (),
        rows=tuple(rows),
        risks=_ORDER,
        unverified=sum(row.risk == "unverified" for row in rows),
    )
    return show(request, "travel", content)


def _legs(typed: str) -> tuple[str, ...]:
    """The countries of the journey: names between commas, or letters one after the other."""
    named = [country_code(part) for part in typed.split(",") if part.strip()]
    if named and all(named):
        return tuple(code for code in named if code)[:MOST_LEGS]
    return tuple(country_code(word) or word.upper() for word in typed.replace(",", " ").split())[:MOST_LEGS]


_ORDER = ("high", "medium", "unverified", "unknown", "low")


def _row(found: TravelRisk) -> Row:
    lang, row = language(), found.relation
    return Row(
        country=found.country,
        name=found.country if row is None else row.name.to(lang),
        risk=found.risk.value,
        words=found.words.to(lang),
        instrument="" if row is None else INSTRUMENT_WORDS[row.instrument].to(lang),
        practice="" if row is None else row.practice.to(lang),
        why="" if row is None else row.why.to(lang),
    )


def _shapes(rows: list[Row]) -> tuple[Shape, ...]:
    known = {row.country: row for row in rows}
    return tuple(
        Shape(
            d=outline,
            risk="" if country == HOME else known[country].risk if country in known else "unknown",
            name=known[country].name if country in known else "",
        )
        for country, outline in world()
    )


@cache
def world() -> tuple[tuple[str, str], ...]:
    """Country code and outline of each shape; the code is empty where no record can name it."""
    text = files(__package__).joinpath("world.json").read_text(encoding="utf-8")
    shapes = tuple((str(one["country"]), str(one["d"])) for one in json.loads(text))
    assert {country for country, _outline in shapes if country} <= {*relations(), HOME}
    return shapes
