"""Whether a route belongs on the first screen, and why.

Source: docs/assessment.md; the design's "in play": not closed, and its place is where the person is, may go next,
has named, holds a
nationality of, or is the forum for a wrong already done.
"""

from __future__ import annotations

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.verdict import Verdict
from pristan.law.model import Rule

INTERNATIONAL = "INT"


def reasons_in_play(rule: Rule, verdict: Verdict, facts: CaseFacts) -> tuple[str, ...]:
    """Why the route is in play: here, named, nationality, stay, wrong_done. Empty if it is one step away."""
    if rule.remedy is None or verdict in (Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return ()
    if rule.remedy.in_play == "wrong_done":
        return ("wrong_done",)
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
