"""The acts from which a time limit can run that a paper names itself."""

from __future__ import annotations

from enum import StrEnum


class StartsAt(StrEnum):
    """What happens on the day from which the time runs."""

    SERVED = "served"  # handed over, received, notified
    ANNOUNCED = "announced"  # read out
    DECIDED = "decided"  # made, adopted
    SENT = "sent"  # posted
    FINAL_FORM = "final_form"  # the whole text was made
    IN_FORCE = "in_force"
