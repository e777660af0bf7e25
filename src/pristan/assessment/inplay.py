"""Whether a route belongs on the first screen, and why.

Source: docs/assessment.md; the design's "in play": not closed, and its place is where the person is, may go next,
has named, holds a
nationality of, or is the forum for a wrong already done. A forum for a wrong that most people were not done
(`wrong_told`), and a route of a place against what most people there do not face (`place_told`), wait until it is told
of: before that the route is assessed and listed, one step away.
"""

from __future__ import annotations

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.verdict import Verdict
from pristan.law.model import Rule

INTERNATIONAL = "INT"
WRONG_DONE = ("wrong_done", "wrong_told")
PLACES = (("named", "destination.country"), ("nationality", "nationality.country"), ("stay", "stay.country"))
TURNS_ON = frozenset(("where_now", *(fact for _, fact in PLACES)))
WAIT_UNTIL_TOLD = ("wrong_told", "place_told")
NEAREST_FIRST = ("here", "named", "nationality", "stay", "wrong_done", "international")


def reasons_in_play(rule: Rule, verdict: Verdict, facts: CaseFacts, *, told: bool = True) -> tuple[str, ...]:
    """Why the route is in play: here, named, nationality, stay, wrong_done. Empty if it is one step away.

    `told`: whether somebody told of what a route that waits is for.
    """
    if rule.remedy is None or verdict in (Verdict.CLOSED, Verdict.DOES_NOT_ARISE):
        return ()
    if rule.remedy.in_play in WAIT_UNTIL_TOLD and not told:
        return ()
    if rule.remedy.in_play in WRONG_DONE:
        return ("wrong_done",)
    country = rule.remedy.place.country
    found = []
    if country in facts.values("where_now"):
        found.append("here")
    for name, fact in PLACES:
        kind = fact.partition(".")[0]
        if any(country in facts.values(fact, item) for item in facts.items(kind)):
            found.append(name)
    if country == INTERNATIONAL:
        found.append("international")
    return tuple(found)


def distance(reasons: tuple[str, ...]) -> int:
    """How near a route is to the person, by why it is in play: 0 where she is, the last where nothing ties her."""
    return min((NEAREST_FIRST.index(why) for why in reasons), default=len(NEAREST_FIRST))
