"""Every route says what it gives, for how long, what it closes and who decides, and on what it rests."""

from __future__ import annotations

import re

import pytest

from pristan.kernel.language import Text
from pristan.law.loader import law_in_use
from pristan.law.model import Rule
from tests.house.test_languages_agree import figures

ROUTES = law_in_use().with_role("route")
SAID_TO_CLOSE_NOTHING = {
    "ccf": "forum.same_matter.ccf_no_bar",
    "special_procedures": "forum.same_matter.letters_no_bar",
}
CLOSES_NOTHING = re.compile(r"closes no(thing| other)", re.IGNORECASE)
BODIES = re.compile(r"Strasbourg|European Court|Committee")


def closes(rule: Rule) -> Text:
    assert rule.remedy is not None
    assert rule.remedy.closes is not None
    return rule.remedy.closes


def test_every_route_says_what_it_gives_how_long_what_it_closes_and_who_decides() -> None:
    silent = [
        (rule.id, name)
        for rule in ROUTES
        for name in ("gives", "lasts", "closes", "decides")
        if rule.remedy is None or getattr(rule.remedy, name) is None
    ]
    assert not silent


@pytest.mark.parametrize("rule", ROUTES, ids=[rule.id for rule in ROUTES])
def test_a_length_told_in_figures_stands_in_what_the_record_rests_on(rule: Rule) -> None:
    assert rule.remedy is not None
    assert rule.remedy.lasts is not None
    if any("`lasts`" in doubt.en for version in rule.versions for doubt in version.doubts):
        return  # where the length was read, and how far that carries, stands in that doubt
    warned = [
        one.warning.text.en
        for one in law_in_use().with_role("interaction")
        if one.warning is not None and rule.id in one.warning.touches
    ]
    rests_on = [rule.note.en if rule.note else "", *warned]
    for version in rule.versions:
        rests_on += [*(one.en for one in version.doubts), *(f"{one.cite} {one.says.en}" for one in version.authorities)]
    assert figures(rule.remedy.lasts.en) <= figures(" ".join(rests_on))


def test_only_a_route_of_which_the_base_says_so_closes_no_other_door() -> None:
    claiming = {rule.id for rule in ROUTES if CLOSES_NOTHING.search(closes(rule).en)}
    assert claiming
    assert {one.split(".")[0] for one in claiming} <= set(SAID_TO_CLOSE_NOTHING)
    assert set(SAID_TO_CLOSE_NOTHING.values()) <= set(law_in_use().rules)


def test_a_route_that_gives_way_to_the_same_matter_elsewhere_names_the_bodies_it_closes() -> None:
    barred = [rule for rule in ROUTES if any("same_matter" in bar for one in rule.versions for bar in one.bars)]
    assert len(barred) > 5
    assert not [rule.id for rule in barred if not BODIES.search(closes(rule).en)]
