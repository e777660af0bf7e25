"""From which act a time to appeal runs, as papers say it; where they do not say, nothing is guessed."""

from __future__ import annotations

import pytest

from pristan.documents.reading.appeal_start import starts_beside
from pristan.kernel.starts import StartsAt

SERVED, ANNOUNCED, DECIDED = StartsAt.SERVED, StartsAt.ANNOUNCED, StartsAt.DECIDED


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("[в течение 10 суток] со дня вручения или получения копии постановления. Копию вручить.", (SERVED,)),
        ("[в течение 15 суток] со дня провозглашения, а содержащимся под стражей - в тот же\nсрок со дня вру-\nчения копии.", (ANNOUNCED, SERVED)),
        ("[в течение 3 суток] со дня его вынесения через суд, который его вынес.", (DECIDED,)),
        ("[в течение месяца] со дня принятия решения суда в окончательной форме.", (StartsAt.FINAL_FORM,)),
        ("[в течение шести месяцев] со дня вступления приговора в законную силу.", (StartsAt.IN_FORCE,)),
        ("[within two weeks] of service of this decision. The action is made in writing.", (SERVED,)),
        ("[within 30 calendar days] from the date of the immigration judge's decision.", (DECIDED,)),
        ("[14 days after the date this letter was sent to appeal]", (StartsAt.SENT,)),
        ("[within ten days] from receipt of a copy through the court that made it.", (SERVED,)),
        ("[within 15 days] from its announcement, and from custody within the same period from delivery of a copy.", (ANNOUNCED, SERVED)),
    ],
)  # fmt: skip
def test_the_acts_are_those_named_after_the_period(said: str, expected: tuple[StartsAt, ...]) -> None:
    assert starts_beside(said.replace("[", "").replace("]", ""), said.index("["), said.index("]") - 1) == expected


@pytest.mark.parametrize(
    "said",
    [
        "[в течение 10 суток] путём подачи жалобы. Со дня вручения копии прошло время.",
        "[within 14 days] to the Head of the Office.\n\nServed on 3 November, after delivery of the passport.",
        "[an appeal from this decision may be lodged within 14 days] with the court.",
    ],
)
def test_where_the_paper_does_not_say_from_when_nothing_is_guessed(said: str) -> None:
    assert starts_beside(said.replace("[", "").replace("]", ""), said.index("["), said.index("]") - 1) == ()
