"""The map of travel risk: Crimea in Ukraine, no country called safe, the unknown never blank."""

from __future__ import annotations

import re
from typing import Any

from tests.web.test_pages import read

from pristan.country.relations import Risk, relations, travel_risk
from pristan.web.pages.travel.view import world

# Simferopol on this map, from three towns whose places on it are known (Belgrade, Istanbul, Yerevan)
SIMFEROPOL = (561.9, 122.0)


def holds(outline: str, point: tuple[float, float]) -> bool:
    """Even-odd rule over all rings of a shape."""
    x, y = point
    odd = False
    for ring in outline.split("M")[1:]:
        points = [(float(a), float(b)) for a, b in re.findall(r"(-?[\d.]+),(-?[\d.]+)", ring)]
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def test_crimea_is_drawn_inside_ukraine_and_not_inside_russia() -> None:
    shapes = dict(world())
    assert holds(shapes["UA"], SIMFEROPOL)
    assert not holds(shapes["RU"], SIMFEROPOL)


def test_a_country_without_a_record_is_hatched_and_never_blank(here: Any) -> None:
    page = here.get("/travel").content.decode()
    drawn = re.findall(r'<path class="(?!line)([a-z]*)" d="M', page)
    assert len(drawn) == len(world())
    assert set(drawn) <= {one.value for one in Risk} | {"home"}
    assert drawn.count("unknown") >= len([1 for country, _outline in world() if not country])


def test_an_unverified_record_is_never_shown_as_lower(here: Any) -> None:
    page = here.get("/travel").content.decode()
    for country in relations():
        risk = travel_risk(country).risk
        if risk is Risk.UNVERIFIED:
            row = page[page.index(f'<th scope="row">{relations()[country].name.en}<') :]
            assert 'class="rk unverified"' in row[:300]


def test_a_journey_is_told_leg_by_leg_with_transit_and_an_unknown_country_stands_in_it(here: Any) -> None:
    page = read(here, "/travel?journey=RS+TR+ET")
    assert "Leg by leg" in page
    assert "Treat it as a danger until a lawyer there has answered." in page


def test_the_word_safe_is_not_on_the_page_in_either_language(here: Any) -> None:
    assert not re.search(r"\bsafe\b", read(here, "/travel"), re.IGNORECASE)
    assert not re.search(r"\bбезопасн(ая|о|а|ый) (стран|здесь)", read(here, "/travel", "ru").lower())


def test_a_journey_is_told_by_names_or_by_letters(here: Any) -> None:
    by_letters = read(here, "/travel?journey=RS TR")
    for typed in ("Сербия, Турция", "Serbia, Turkey", "rs,tr"):
        assert read(here, f"/travel?journey={typed}") == by_letters
