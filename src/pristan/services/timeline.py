"""The timeline of a case, for both doors: as drawings for a page, as rows for one that draws it, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from pristan.case.model import Case
from pristan.chronology.dated import dated_events
from pristan.chronology.findings import Report
from pristan.chronology.picture import PRINT_WIDTH, timeline_drawings
from pristan.chronology.rows import Bar, Row, TimelineRows, timeline_rows
from pristan.kernel.language import Language


def timeline_of(case: Case, report: Report, *, today: date | None = None) -> TimelineRows:
    """The events of a case with the open contradictions of its report marked; `today` is drawn as a line."""
    return timeline_rows(case, report.open, today=today)


def drawings_of(case: Case, report: Report, *, language: Language, today: date | None = None) -> tuple[str, ...]:
    """The same as SVG, one drawing for each printed page that it needs; events without a date are not in them."""
    return timeline_drawings(
        dated_events(case)[0],
        language=language,
        width=PRINT_WIDTH,
        today=today,
        conflicts=report.open_events(memory=False),
        memories=report.open_events(memory=True),
    )


def timeline_data(rows: TimelineRows) -> dict[str, Any]:
    """The rows as plain data: days as YYYY-MM-DD, places as shares of the width from 0 to 100."""
    return {
        "lanes": [
            {
                "id": lane.id,
                "title": lane.title.both(),
                "rows": [_row(row) for row in lane.rows],
            }
            for lane in rows.lanes
        ],
        "undated": [_row(row) for row in rows.undated],
        "ticks": {
            language.value: [{"at": tick.at, "label": tick.label} for tick in ticks]
            for language, ticks in rows.ticks.items()
        },
        "breaks": list(rows.breaks),
        "today": rows.today,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "lane": row.lane,
        "title": row.title.both(),
        "edtf": row.edtf,
        "when": row.when.both(),
        "doubted": row.doubted,
        "bars": [_bar(bar) for bar in row.bars],
        "exhibits": [{"exhibit": exhibit, "page": page} for exhibit, page in row.exhibits],
        "contradictions": [{"id": name, "nature": nature.value} for name, nature in row.contradictions],
    }


def _bar(bar: Bar) -> dict[str, Any]:
    return {
        "kind": bar.kind,
        "first": _day(bar.first),
        "last": _day(bar.last),
        "first_soft": _day(bar.first_soft),
        "last_soft": _day(bar.last_soft),
        "x0": bar.x0,
        "core0": bar.core0,
        "core1": bar.core1,
        "x1": bar.x1,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
