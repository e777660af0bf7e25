"""The lists of a case that the interview begins and adds to, each by the question whose answer makes an entry."""

from __future__ import annotations

from collections.abc import Mapping

from pristan.kernel.language import Text

OPENS: Mapping[str, str] = {
    "nationality": "nationality.country",
    "charge": "charge.country",
    "destination": "destination.country",
    "stay": "stay.country",
    "filing": "filing.body",
}
ANOTHER: Mapping[str, Text] = {
    "nationality": Text("another nationality", "ещё одно гражданство"),
    "charge": Text("another accusation or conviction", "ещё одно обвинение или приговор"),
    "stay": Text("another country on the way or of stay", "ещё одна страна пути или пребывания"),
    "destination": Text("another country hoped for", "ещё одна желаемая страна"),
    "filing": Text("another complaint to an international body", "ещё одна жалоба в международный орган"),
}
ONCE = ("nationality", "destination")  # an entry is its country: none stands twice
