"""The rows of docs/assessment.md section 8, by hand, each split into its single cases.

Source: docs/assessment.md section 8, last table; spelled in the problem format of FORMAT.md.
Default of the table: an element is shown by paper; a bar is the opponent's and not raised. Comments say what a row
leaves open and what was chosen here. Where two trees concretise one row, both are here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Problem = dict[str, Any]
Statement = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One case of the table.

    `verdict` is None where the row asks for an answer only. `answers` are entries of the answer's `answers`.
    `steps_then` is the verdict after the steps of the first set of `moves` are taken (rows with verdict `not_yet`).
    """

    name: str
    problem: Problem
    verdict: str | None
    answers: Mapping[str, str] = field(default_factory=dict)
    steps_then: str | None = None


def says(value: bool, *sources: str) -> list[Statement]:
    return [{"says": value, "by": source} for source in sources]


PAPER = says(True, "neutral")
PAPER_AGAINST = says(False, "neutral")
UNASKED: list[Statement] = []
DISPUTED = [{"says": True, "by": "neutral"}, {"says": False, "by": "witness"}]
HIS_WORD = says(True, "person")
HE_DENIES = says(False, "person")


def needs(*names: str, need: str = "corroborated") -> dict[str, Any]:
    return {name: {"need": need} for name in names}


def rule(test: Any, *, raised_by: str | None = None, yields_to: Sequence[str] = ()) -> dict[str, Any]:
    """A rule with one version, always in force."""
    built: dict[str, Any] = {"versions": [{"from": None, "until": None, "selected_by": "today", "test": test}]}
    if yields_to:
        built["yields_to"] = list(yields_to)
    if raised_by:
        built["raised_by"] = raised_by
    return built


def asylum(**evidence: list[Statement]) -> Problem:
    """A ground shown by paper, and the one-year bar with its two excuses."""
    return {
        "dates": {"today": {"known": 500}},
        "elements": needs("ground", "late", "changed", "extraordinary"),
        "rules": {
            "one_year": rule("late", raised_by="statute", yields_to=["changed_conditions", "extraordinary_conditions"]),
            "changed_conditions": rule("changed"),
            "extraordinary_conditions": rule("extraordinary"),
        },
        "route": {"test": "ground", "bars": ["one_year"]},
        "evidence": {"ground": PAPER} | evidence,
    }


def late(**evidence: list[Statement]) -> Problem:
    return asylum(**({"late": says(True, "own_act")} | evidence))


def arrival_known_by_month(**evidence: list[Statement]) -> Problem:
    """The bar is in force for arrivals before day 100, and the arrival lies on either side of it."""
    problem = asylum(late=PAPER, **evidence)
    problem["dates"]["entry"] = {"between": [90, 120]}
    problem["rules"]["one_year"]["versions"] = [{"from": None, "until": 100, "selected_by": "entry", "test": "late"}]
    return problem


def one_bar(
    test: Any, *names: str, raised_by: str = "opponent", raised: bool = False, **evidence: list[Statement]
) -> Problem:
    """A route whose own element is shown, and one bar."""
    problem: Problem = {
        "dates": {"today": {"known": 500}},
        "elements": needs("a", *names),
        "rules": {"bar": rule(test, raised_by=raised_by)},
        "route": {"test": "a", "bars": ["bar"]},
        "evidence": {"a": PAPER} | evidence,
    }
    if raised:
        problem["raised"] = ["bar"]
    return problem


def in_russia(ground: list[Statement]) -> Problem:
    """Where the person is, is a plain circumstance his own word settles; being in the US is a step of his own."""
    return {
        "elements": {
            "present": {"need": "claimed", "own_word": "settles", "step": {"by": "person"}},
            "ground": {"need": "corroborated"},
        },
        "rules": {},
        "route": {"test": {"all": ["present", "ground"]}, "bars": []},
        "evidence": {"present": HE_DENIES, "ground": ground},
    }


def bare(test: Any, elements: dict[str, Any], **evidence: list[Statement]) -> Problem:
    return {
        "dates": {"today": {"known": 500}},
        "elements": elements,
        "rules": {},
        "route": {"test": test, "bars": []},
        "evidence": evidence,
    }


def fear_to_be_weighed() -> Problem:
    problem = asylum(late=says(False, "own_act"), threat=PAPER)
    problem["elements"] |= needs("threat", "quiet_years")
    problem["weighs"] = {"fear": {"for": ["threat"], "against": ["quiet_years"], "precedents": []}}
    problem["route"]["test"] = {"all": ["ground", {"weigh": "fear"}]}
    return problem


def accused_of_inventing() -> Problem:
    problem = bare({"rule": "fabricated_case"}, needs("fabricated"))
    problem["rules"] = {"fabricated_case": rule("fabricated")}
    problem["evidence"] = {"fabricated": HIS_WORD + says(False, "accusation")}
    return problem


def nationalities_never_asked() -> Problem:
    problem = bare({"rule": "each_country"}, {"fear_there": {"need": "corroborated", "list": "nationalities"}})
    problem["lists"] = {"nationalities": {"complete": False, "items": []}}
    # The row gives no `if_empty`; it plays no part, for the list is not complete.
    problem["rules"] = {
        "each_country": rule({"for_each": {"list": "nationalities", "test": "fear_there", "if_empty": "not_met"}})
    }
    return problem


def needs_what_bars() -> Problem:
    problem = one_bar("e", "e")
    problem["route"]["test"] = "e"
    return problem


def bars_of_both_signs() -> Problem:
    problem = one_bar("e", "e")
    problem["rules"]["other"] = rule({"not": "e"}, raised_by="opponent")
    problem["route"]["bars"] = ["bar", "other"]
    return problem


def weigh_route(**evidence: list[Statement]) -> Problem:
    problem = bare({"weigh": "w"}, needs("f", "g"), **evidence)
    problem["weighs"] = {"w": {"for": ["f"], "against": ["g"], "precedents": []}}
    return problem


def weigh_bar(raised_by: str = "opponent", **evidence: list[Statement]) -> Problem:
    problem = one_bar({"weigh": "w"}, "f", "g", raised_by=raised_by)
    problem["evidence"] |= evidence
    problem["weighs"] = {"w": {"for": ["f"], "against": ["g"], "precedents": []}}
    return problem


def own_word_on_both_sides_in_the_test() -> Problem:
    # The row does not say where the other side is. Chosen: under `not`, beside an unasked element, so that the value
    # told costs the route something.
    return bare({"all": ["a", {"any": [{"not": "a"}, "u"]}]}, needs("a", need="claimed") | needs("u"), a=HIS_WORD)


def own_word_on_both_sides_in_a_bar() -> Problem:
    # The same row with the other side in a bar that is raised: the value told leaves the bar to the unasked element.
    problem = one_bar({"all": ["a", "u"]}, "u", raised=True, a=HIS_WORD)
    problem["elements"]["a"] = {"need": "claimed"}
    return problem


ROWS: list[Row] = [
    Row("in time by paper", asylum(late=says(False, "own_act")), "open"),
    Row("in time by paper, fear still to be weighed, a factor met", fear_to_be_weighed(), "arguable"),
    Row("late by receipt, excuses unasked", late(), "barred"),
    Row("late by receipt, he says 11 months", late(late=says(True, "own_act") + HE_DENIES), "barred"),
    Row("late, one excuse on his word, the other unasked", late(changed=HIS_WORD), "arguable"),
    Row("late, one excuse disputed, the other unasked", late(changed=DISPUTED), "arguable"),
    Row("late, both excuses disproved", late(changed=PAPER_AGAINST, extraordinary=PAPER_AGAINST), "closed"),
    # "By month only" is concretised three times: a selecting date with excuses unasked, the same with excuses disproved
    # (the row shares a line with "both excuses disproved"), and a plain unknown leaf under the statute's bar.
    Row("arrival known by month only, excuses unasked", arrival_known_by_month(), "unproven"),
    Row(
        "arrival known by month only, excuses disproved",
        arrival_known_by_month(changed=PAPER_AGAINST, extraordinary=PAPER_AGAINST),
        "unproven",
    ),
    Row("arrival known by month only, as an unknown leaf", asylum(late=UNASKED), "unproven"),
    Row("opponent's bar unknown, not raised", one_bar("b", "b"), "open"),
    Row("opponent's bar unknown, raised", one_bar("b", "b", raised=True), "unproven"),
    Row("opponent's bar raised and denied by him", one_bar("b", "b", raised=True, b=HE_DENIES), "arguable"),
    Row("in Russia, ground documented", in_russia(PAPER), "not_yet", steps_then="open"),
    Row("in Russia, he says never political", in_russia(HE_DENIES), "not_yet", steps_then="unproven"),
    Row("in Russia, ground disproved", in_russia(PAPER_AGAINST), "closed"),
    # "met, claimed (not disputed)": met as an answer; that it is only claimed shows in the verdict, which the row does
    # not name.
    Row(
        "accusation alone against his word",
        accused_of_inventing(),
        "arguable",
        answers={"fabricated_case": "met", "route": "met"},
    ),
    Row(
        "nationalities never asked, for_each",
        nationalities_never_asked(),
        None,
        answers={"each_country": "unknown", "route": "unknown"},
    ),
    Row("bar any(d, u)", one_bar({"any": ["d", "u"]}, "d", "u", d=DISPUTED), "unproven"),
    Row("bar any(d, u), u disproved", one_bar({"any": ["d", "u"]}, "d", "u", d=DISPUTED, u=PAPER_AGAINST), "arguable"),
    Row("the route needs e, unasked, and a bar is e", needs_what_bars(), "closed"),
    # The route's own test is an element shown by paper, so that only the bars matter.
    Row("bars e and not e, both unasked", bars_of_both_signs(), "open"),
    Row("bar: he says yes", one_bar("b", "b", b=HIS_WORD), "open"),
    Row("bar: he says yes, a witness says no", one_bar("b", "b", b=HIS_WORD + says(False, "witness")), "open"),
    Row("ground by paper, he says never political", bare("ground", needs("ground"), ground=PAPER + HE_DENIES), "open"),
    Row("statute bar all(d, u)", one_bar({"all": ["d", "u"]}, "d", "u", raised_by="statute", d=DISPUTED), "arguable"),
    Row(
        "documented needed, corroborated not_met",
        bare("a", needs("a", need="documented"), a=says(False, "witness")),
        "unproven",
    ),
    Row("claimed needed, his word", bare("a", needs("a", need="claimed"), a=HIS_WORD), "open"),
    Row("claimed needed, his word, also under not", own_word_on_both_sides_in_the_test(), "unproven"),
    Row("claimed needed, his word, also in a raised bar", own_word_on_both_sides_in_a_bar(), "unproven"),
    Row("weigh, nothing known", weigh_route(), "unproven"),
    Row("weigh, factor for disproved, factor against met", weigh_route(f=PAPER_AGAINST, g=PAPER), "unproven"),
    Row("bar by weigh, nothing known", weigh_bar(), "open"),
    Row("bar by weigh, factor for the bar", weigh_bar(f=PAPER), "unproven"),
    Row("bar by weigh, factors both ways", weigh_bar(f=PAPER, g=PAPER), "arguable"),
    Row("statute bar by weigh, factors both ways", weigh_bar("statute", f=PAPER, g=PAPER), "arguable"),
]
