"""What is told once on paper: rows that say the same, reasoning of an earlier route, points that nothing touches."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from tests.filings.dossier.sample import sample, smallest

from pristan.filings.dossier.annex import Disagreement, KeyAnswer, KeyAnswerLine, Said
from pristan.filings.dossier.codes import Answer, Difference, Leans, Node, Outcome, StepBy, Support, Verdict
from pristan.filings.dossier.compose.context import phrases
from pristan.filings.dossier.folding import compared, countries, kinds, spread, tell_once
from pristan.filings.dossier.parts import ExhibitRef, Quote, StepWarning
from pristan.filings.dossier.pdf import render_pdf
from pristan.filings.dossier.route import Argument, RouteRow, Step, TraceLine, VerdictCell, Way
from pristan.filings.dossier.sheet import nested, plain, sheet_of
from pristan.filings.dossier.view import DossierView
from pristan.kernel.language import Language
from pristan.law.loader import law_in_use
from pristan.services.building import FONTS

PAPER = (ExhibitRef(exhibit="Exhibit 1", page="p. 2"),)
NAMES = ["Today", "Convicted", "Dropped", "Abroad"]


def line(depth: int, title: str, answer: Answer | None = None, **more: Any) -> TraceLine:
    return TraceLine(depth=depth, kind=more.pop("kind", Node.ELEMENT), title=title, answer=answer, **more)


def section(*lines: TraceLine, arguments: tuple[Argument, ...] = (), warnings: tuple[StepWarning, ...] = ()) -> Any:
    tree = nested(plain(lines))
    return {"traces": [{"tree": tree}], "arguments": plain(arguments), "warnings": plain(warnings)}


def route(name: str, step: str, **changes: Any) -> Any:
    then = Way(steps=(Step(what=step, by=StepBy.PERSON),), then=Verdict.UNPROVEN, reason="nothing shown yet")
    cell = VerdictCell(verdict=Verdict.NOT_YET, ways=(then,))
    return plain(RouteRow(id=name, forum="F", title=name, cells=(cell,) * 4, **changes))


def test_scenarios_that_agree_are_not_named() -> None:
    assert spread(["a", "a"], ["x", "y"]) == [{"cell": "a", "names": [], "but": False}]


def test_the_shorter_list_of_scenarios_is_named() -> None:
    assert spread(list("aaba"), NAMES) == [
        {"cell": "a", "names": ["Dropped"], "but": True},
        {"cell": "b", "names": ["Dropped"], "but": False},
    ]
    assert [found["but"] for found in spread(list("aabb"), NAMES)] == [False, False]


def test_routes_that_differ_by_the_first_step_stand_together_each_with_its_own_step() -> None:
    (kind,) = kinds([route("Austria", "be in Austria"), route("Spain", "be in Spain")], NAMES)
    assert [(row["title"], row["first"]) for row in kind["rows"]] == [
        ("Austria", ["be in Austria"]),
        ("Spain", ["be in Spain"]),
    ]
    assert kind["spread"][0]["cell"]["ways"][0]["steps"][0]["what"] == ""


def test_a_note_of_one_route_stays_with_it() -> None:
    (kind,) = kinds([route("A", "go", confidence_note="rests on an unread rule"), route("B", "go")], NAMES)
    assert [row["notes"].get("confidence_note") for row in kind["rows"]] == ["rests on an unread rule", ""]
    assert "confidence_note" not in kind["notes"]


def test_routes_with_another_danger_of_the_step_do_not_stand_together() -> None:
    bold = plain(Step(what="go", by=StepBy.PERSON, danger="endangers someone"))
    other = route("B", "go")
    for cell in other["cells"]:
        cell["ways"][0]["steps"] = [bold]
    assert len(kinds([route("A", "go"), other], NAMES)) == 2


def test_benefits_without_any_effect_are_not_among_the_countries_but_are_kept() -> None:
    sheet = sheet_of(sample(Language.EN))
    shown = [row["id"] for land in sheet["countries"] for group in land["groups"] for row in group["rows"]]
    left = [row["id"] for row in sheet["no_effect"]]
    assert sorted(shown + left) == sorted(row["id"] for row in sheet["v"]["effects"])
    assert all(cell["outcome"] == Outcome.NONE for row in sheet["no_effect"] for cell in row["cells"])


def test_two_benefits_stand_in_one_row_only_if_country_cells_and_note_agree() -> None:
    row = {"country": "DE", "cells": [{"outcome": "blocks"}], "note": ""}
    (land,) = countries([row, row, {**row, "note": "unverified"}], ["Today"])
    assert [len(group["rows"]) for group in land["groups"]] == [2, 1]


def test_reasoning_of_an_earlier_route_is_referred_to() -> None:
    told = (line(1, "rule", Answer.MET, kind=Node.RULE), line(2, "leaf", Answer.MET, exhibits=PAPER))
    first, second = section(line(0, "one", Answer.MET), *told), section(line(0, "two", Answer.MET), *told)
    tell_once([first, second])
    (earlier,), (later,) = (found["traces"][0]["tree"][0]["children"] for found in (first, second))
    assert earlier["told"] == later["same"] == 1
    assert earlier["same"] == later["told"] == 0


def test_reasoning_that_stands_in_one_line_with_others_is_told_in_full_where_it_comes_next() -> None:
    told = (
        line(1, "rule", Answer.NOT_MET, kind=Node.RULE, exhibits=PAPER),
        line(2, "leaf", Answer.NOT_MET, exhibits=PAPER),
    )
    alternatives = section(TraceLine(depth=0, kind=Node.ANY), *told, line(1, "so", Answer.MET, exhibits=PAPER))
    needed, again = (section(line(0, name, Answer.NOT_MET, exhibits=PAPER), *told) for name in ("one", "two"))
    tell_once([alternatives, needed, again])
    folded, first, second = (found["traces"][0]["tree"][0]["children"][0] for found in (alternatives, needed, again))
    assert folded["told"] == first["same"] == 0
    assert first["told"] == second["same"] == 1


def test_the_same_rule_with_another_answer_is_told_again() -> None:
    one = section(line(0, "r"), line(1, "rule", Answer.MET, exhibits=PAPER), line(2, "x", Answer.MET, exhibits=PAPER))
    two = section(line(0, "s"), line(1, "rule", Answer.MET, exhibits=PAPER), line(2, "x", Answer.NOT_MET))
    tell_once([one, two])
    assert two["traces"][0]["tree"][0]["children"][0]["same"] == 0


def test_a_point_that_nothing_touches_is_set_aside_and_one_that_decides_is_not() -> None:
    found = section(
        line(0, "route", Answer.UNKNOWN),
        line(1, "untouched", Answer.UNKNOWN),
        line(1, "decides", Answer.UNKNOWN, decides=True),
        line(1, "on the own word", Answer.UNKNOWN, asserted_by=("A.",)),
        line(1, "holds a paper below", Answer.UNKNOWN),
        line(2, "leaf", Answer.NOT_MET, exhibits=PAPER),
    )
    tell_once([found])
    node = found["traces"][0]["tree"][0]
    assert [node["children"][number]["title"] for number in node["aside"]] == ["untouched"]


def test_only_an_alternative_answered_with_no_stands_in_the_line_of_what_is_not_so() -> None:
    lines = (
        line(1, "not so", Answer.NOT_MET, exhibits=PAPER),
        line(1, "not so, but it decides", Answer.NOT_MET, exhibits=PAPER, decides=True),
        line(1, "so", Answer.MET, exhibits=PAPER, support=Support.DOCUMENTED),
    )
    alternatives = section(TraceLine(depth=0, kind=Node.ANY), *lines)
    needed = section(TraceLine(depth=0, kind=Node.ALL), *lines)
    tell_once([alternatives])
    tell_once([needed])
    node = alternatives["traces"][0]["tree"][0]
    assert [node["children"][number]["title"] for number in node["refuted"]] == ["not so"]
    assert [place["exhibit"] for place in node["children"][0]["places"]] == ["Exhibit 1"]
    assert list(needed["traces"][0]["tree"][0]["refuted"]) == []


def test_an_argument_told_with_an_earlier_route_is_marked_and_a_new_one_is_not() -> None:
    old, new = Argument(text="He waited."), Argument(text="He could move.")
    first, second = section(line(0, "a"), arguments=(old,)), section(line(0, "b"), arguments=(old, new))
    tell_once([first, second])
    assert [item["told"] for item in first["arguments"] + second["arguments"]] == [False, True, False]


def test_sources_stand_by_how_far_they_were_compared_the_least_sure_first() -> None:
    groups = compared(sheet_of(sample(Language.EN))["v"]["sources"])
    order = ["unverified", "partial", "verified"]
    assert [group["confidence"] for group in groups] == sorted((g["confidence"] for g in groups), key=order.index)
    assert sum(len(group["rows"]) for group in groups) == len(sample(Language.EN).sources)


def lost_below_the_foot(view: DossierView, named: str, count: int) -> list[int]:
    """Which of the texts `named` 0 to `count` are not in the PDF, or stand lower than its text may reach."""
    document = pypdfium2.PdfDocument(io.BytesIO(render_pdf(view, fonts=FONTS)))
    bottom = 24 / 25.4 * 72 - 1  # the page's lower margin: below it a line would cross the foot
    found = set()
    for page in document:
        text = page.get_textpage()
        for number in range(count):
            place = text.search(f"{named} {number}.").get_next()
            if place and text.get_charbox(place[0])[1] > bottom:
                found.add(number)
    return sorted(set(range(count)) - found)


@pytest.mark.parametrize("count", [3, 120])
def test_many_routes_that_stand_alike_leave_none_out_at_the_foot_of_a_page(count: int) -> None:
    cells = (VerdictCell(verdict=Verdict.CLOSED, reason="over"),)
    rows = tuple(
        RouteRow(id=f"r{n}", forum="a court", title=f"Route number {n}.", law="Act 1", cells=cells)
        for n in range(count)
    )
    assert lost_below_the_foot(smallest(other_routes=rows), "Route number", count) == []


def test_an_answer_of_many_lines_and_a_difference_of_many_sources_go_on_to_the_next_page() -> None:
    lines = tuple(KeyAnswerLine(about="A body", text=f"Line number {n}.") for n in range(90))
    answers = (KeyAnswer(question="Which body, and when?", lines=lines),)
    assert lost_below_the_foot(smallest(key_answers=answers), "Line number", 90) == []
    sides = [Said(source="A paper", quote=Quote(text=f"Side number {n}.", language="en")) for n in range(60)]
    clash = Disagreement(
        kind=Difference.PAPERS,
        headline="When",
        left=sides[0],
        right=sides[1],
        more=tuple(sides[2:]),
        leans=Leans.NEUTRAL,
    )
    assert lost_below_the_foot(smallest(disagreements=(clash,)), "Side number", 60) == []


def test_the_standard_of_each_rule_has_words_in_both_languages() -> None:
    rules = law_in_use().rules.values()
    asked = {rule.standard for rule in rules if rule.standard}
    assert sorted(name for name in asked if f"standard_{name}" not in phrases()) == []


def test_the_country_of_each_route_and_benefit_has_a_name_in_both_languages() -> None:
    places = {rule.remedy.place.country for rule in law_in_use().rules.values() if rule.remedy is not None}
    assert sorted(code for code in places if f"country_{code}" not in phrases()) == []
