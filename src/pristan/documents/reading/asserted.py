"""Who asserts what a paper says, and what the paper does with it: its own act, an allegation, a word against its interest.

Source: docs/case-format.md (`how`). A paper of the persecuting state proves that it was issued and what it alleges, not
that the allegation is true: that the act was done, that somebody was harmed, that the person confessed.
Does not: weigh anything; see docs/assessment.md section 2.
"""

from __future__ import annotations

from pristan.case.model import How

# what a paper of the accuser says in its own interest, of other people or of the world
_ALLEGED = frozenset({"date.offence", "person.victim", "person.witness", "sign.plea_guilty"})
# what it says against its interest
_AGAINST_IT = frozenset(
    {
        "sign.no_traces_of_person",
        "sign.no_video",
        "sign.asked_for_lawyer",
        "sign.secret_witness",
        "sign.plea_not_guilty",
    }
)
_ISSUERS = {"persecutor": True, "neutral": False, "court_abroad": False, "person": False}


def how_said(name: str, issued_by: str | None) -> How | None:
    """What a paper of this issuer does with a field of this name; None where the issuer is not known."""
    accuser = _ISSUERS.get(issued_by or "")
    if accuser is None:
        return None
    if accuser:
        if name in _ALLEGED:
            return How.ALLEGES
        return How.AGAINST_INTEREST if name in _AGAINST_IT else How.OWN_ACT
    if issued_by == "person" or name.startswith(("sign.", "date.offence", "date.born", "person.")):
        return How.OBSERVES
    return How.OWN_ACT
