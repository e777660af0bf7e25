"""What a page makes of a composed view: the marks of a route, its tree, its dates in order."""

from __future__ import annotations

from datetime import date
from typing import Any

from pristan.filings.dossier import codes
from pristan.filings.dossier.parts import Day, Deadline
from pristan.filings.dossier.route import RouteSection, Trace, TraceLine
from pristan.web.reading import date_card, strip_of, tree_of


def line(depth: int, answer: codes.Answer | None, kind: codes.Node = codes.Node.ELEMENT) -> TraceLine:
    return TraceLine(depth=depth, kind=kind, title=f"{kind} {depth}", answer=answer)


def section(*lines: TraceLine) -> RouteSection:
    return RouteSection(id="us.asylum", traces=(Trace(scenario="today", lines=lines),))


def opened(nodes: list[dict[str, Any]]) -> list[str]:
    return [title for node in nodes if node["open"] for title in (node["title"], *opened(node["children"]))]


def test_the_strip_looks_through_groups_and_counts_what_has_to_be_shown() -> None:
    shown = section(
        line(0, codes.Answer.UNKNOWN, codes.Node.RULE),
        line(1, None, codes.Node.ALL),
        line(2, codes.Answer.MET),
        line(2, codes.Answer.UNKNOWN, codes.Node.RULE),
        line(3, codes.Answer.MET),
        line(2, codes.Answer.NOT_MET, codes.Node.BAR),
    )
    assert [one.answer for one in strip_of(shown)] == [codes.Answer.MET, codes.Answer.UNKNOWN, codes.Answer.NOT_MET]


def test_a_route_without_reasons_has_no_strip() -> None:
    assert strip_of(RouteSection(id="us.asylum")) == ()


def test_the_tree_is_open_down_to_the_first_open_question_only() -> None:
    tree = tree_of(
        section(
            line(0, codes.Answer.UNKNOWN, codes.Node.RULE),
            line(1, codes.Answer.MET, codes.Node.BAR),
            line(1, codes.Answer.UNKNOWN, codes.Node.WEIGH),
            line(2, codes.Answer.DISPUTED),
            line(1, codes.Answer.UNKNOWN, codes.Node.EXCEPTION),
            line(2, codes.Answer.UNKNOWN, codes.Node.NOT),
        )
    )
    assert opened(tree) == ["rule 0", "weigh 1", "element 2"]


def test_a_settled_tree_is_closed() -> None:
    tree = tree_of(section(line(0, codes.Answer.MET, codes.Node.RULE), line(1, codes.Answer.MET)))
    assert opened(tree) == []


def test_a_date_under_two_weeks_is_soon_and_one_that_passed_is_not() -> None:
    def card(day: str) -> tuple[int | None, bool]:
        made = date_card(Deadline(name="Appeal", day=Day(edtf=day, words=day)), date(2026, 11, 20))
        return made.number, made.soon

    assert card("2026-11-20") == (0, True)
    assert card("2026-12-03") == (13, True)
    assert card("2026-12-04") == (14, False)
    assert card("2026-11-19") == (1, False)
    assert date_card(Deadline(name="Appeal"), date(2026, 11, 20)).number is None
