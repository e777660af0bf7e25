"""What the user chose item by item for a packet (`include`), and which of it names nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pristan.filings.documents.composing.anticipated import ARGUMENT, argument_ids
from pristan.filings.documents.composing.event_dates import EVENT
from pristan.filings.documents.composing.submission import EFFECT
from pristan.filings.documents.materials import Materials


def unknown_choices(m: Materials) -> Iterator[str]:
    """Entries of `include` that are no event, effect or argument of this case: nothing is left out in silence."""
    known = {f"{EVENT}{one.id}" for one in m.case.events}
    known |= {f"{EFFECT}{one.rule.id}" for one in m.assessment.effects}
    if any(one.startswith(ARGUMENT) for one in m.settings.include):
        known |= {f"{ARGUMENT}{one}" for one in argument_ids(m)}
    yield from (one for one in m.settings.include if one not in known)
