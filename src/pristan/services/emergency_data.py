"""The page of the first hours as plain data: what `--json` prints and `schemas/emergency.json` describes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pristan.kernel.language import Text
from pristan.law.emergency.model import Basis, Source
from pristan.services.emergency import Counted, EmergencyPage, Said, Shown
from pristan.services.emergency_answers import FromCase, Moment


def emergency_data(page: EmergencyPage, known: FromCase | None = None) -> dict[str, Any]:
    """Everything on the page; `known`: what came from a case."""
    sources: Mapping[str, Text] = known.sources if known else {}
    oldest, newest = page.law_checked
    return {
        "title": page.title.both(),
        "answers": {
            "where": page.answers.where,
            "situation": page.answers.situation.value,
            "asked_by": page.answers.asked_by,
            "held": _moment(page.answers.held),
            "departure": _moment(page.answers.departure),
        },
        "from_case": {name: text.both() for name, text in sources.items()},
        "left_open": [text.both() for text in (known.open if known else ())],
        "read_at": page.read_at.isoformat(),
        "law_checked": {"oldest": oldest.isoformat(), "newest": newest.isoformat()},
        "lead": [_line(one) for one in page.lead],
        "say": [_said(one) for one in page.say],
        "stop": [_line(one) for one in page.stop],
        "fill": [_line(one) for one in page.fill],
        "do_not_sign": [_line(one) for one in page.refuse],
        "clocks": [_clock(one) for one in page.clocks],
        "family": [_line(one) for one in page.family],
        "notes": [_line(one) for one in page.notes],
    }


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _line(shown: Shown) -> dict[str, Any]:
    return {
        "id": shown.line.id,
        "when": shown.when.value,
        "can_act": {"met": "yes", "not_met": "no"}.get(shown.bound.value, "look_up"),
        "title": shown.line.title.both() if shown.line.title else None,
        "text": shown.text.both(),
        **_basis(shown.line.basis, shown.sources),
    }


def _said(said: Said) -> dict[str, Any]:
    aloud = said.aloud
    return {**_line(said), "spoken": aloud.text, "spoken_in": aloud.language, "language_of_place": aloud.of_place}


def _clock(counted: Counted) -> dict[str, Any]:
    ends = counted.ends
    at: datetime | None = ends.at if ends else None
    return {
        "id": counted.clock.id,
        "starts": counted.clock.starts.value,
        "length": str(counted.clock.length) if counted.clock.length else None,
        "title": counted.clock.title.both(),
        "ends": counted.clock.ends.both(),
        "day": ends.day.isoformat() if ends else None,
        "at": at.isoformat() if at else None,
        "hour_of_place": f"{ends.local:%H:%M}" if ends and ends.local else None,
        "hour_known": counted.hour_known,
        "applies": "yes" if counted.sure else "look_up",
        "passed": counted.passed,
        "hours_left": counted.hours_left,
        **_basis(counted.clock.basis, counted.sources),
    }


def _basis(basis: Basis, sources: tuple[Source, ...]) -> dict[str, Any]:
    return {
        "authorities": [{"cite": one.cite.en, "says": one.says.both(), "url": list(one.url)} for one in sources],
        "confidence": basis.confidence,
        "checked": basis.checked.isoformat(),
        "doubts": [one.both() for one in basis.doubts],
    }
