"""Whether a route belongs on the first screen, and why.

Source: docs/assessment.md; the design's "in play": not closed, and its place is where the person is, may go next,
has named, holds a
nationality of, or is the forum for a wrong already done. A forum for a wrong that most people were not done
(`wrong_told`) waits until one is told of: before that the route is assessed and listed, one step away.
"""

from __future__ import annotations

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.verdict import Verdict
from pristan.law.model import Rule

INTERNATIONAL = "INT"
WRONG_DONE = ("wrong_done", "wrong_told")


def reasons_in_play(rule: Rule, verdict: Verdict, facts: CaseFacts, *, told: bool = True) -> tuple[str, ...]:
    """Why the route is in play: here, named, nationality, stay, wrong_done. Empty if it is one step away.

    `told`: whether somebody told of the wrong that a `wrong_told` route is for.
    """
    if rule.remedy is None or verdict in (Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return ()
    if rule.remedy.in_play in WRONG_DONE:
        return ("wrong_done",) if told or rule.remedy.in_play == "wrong_done" else ()
    country = rule.remedy.place.country
    found = []
    if country in facts.values("where_now"):
        found.append("here")
    for name, fact in (
        ("named", "destination.country"),
        ("nationality", "nationality.country"),
        ("stay", "stay.country"),
    ):
        kind = fact.partition(".")[0]
        if any(country in facts.values(fact, item) for item in facts.items(kind)):
            found.append(name)
    if country == INTERNATIONAL:
        found.append("international")
    return tuple(found)
