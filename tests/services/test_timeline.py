"""The timeline as data says what the drawing shows: the same events, lanes, soft ends and disagreements."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.kernel.language import Language
from pristan.services.checking import check_case
from pristan.services.timeline import drawings_of, timeline_data, timeline_of
from tests.support.case_folder import PERSON, exhibit, write_case


def event(name: str, lane: str, when: str | None = None) -> str:
    dated = "" if when is None else f'when = "{when}"\n'
    return f'[[event]]\nid = "{name}"\n{dated}title = {{ en = "{name}", ru = "событие {name}" }}\nlane = "{lane}"\n'


TABLES = (
    event("search", "persecution", "2026-03-04"),
    event("fear", "life", "2025-06~"),
    event("leaving", "flight", "2026-05/.."),
    event("either", "life", "[2025-01-02,2025-02-03]"),
    event("never_dated", "life"),
    '[[statement]]\nid = "a"\nexhibit = "1"\nabout = "search"\nwhen = "2026-03-04"\n',
    '[[statement]]\nid = "b"\nexhibit = "1"\nabout = "search"\nwhen = "2026-03-06"\n',
)


def small(folder: Path) -> Case:
    return load_case(write_case(folder, PERSON, exhibit("1"), *TABLES))


def test_every_event_is_there_once_with_its_lane_and_what_disagrees(tmp_path: Path) -> None:
    case = small(tmp_path)
    report = check_case(case)
    rows = timeline_of(case, report, today=date(2026, 11, 20))
    assert [lane.id for lane in rows.lanes] == ["life", "persecution", "flight"]
    shown = [row.id for lane in rows.lanes for row in lane.rows] + [row.id for row in rows.undated]
    assert sorted(shown) == sorted(one.id for one in case.events)
    by_id = {row.id: row for lane in rows.lanes for row in lane.rows}
    assert by_id["search"].contradictions == tuple((one.id, one.nature) for one in report.open) != ()
    assert by_id["fear"].contradictions == ()
    assert [row.id for row in rows.undated] == ["never_dated"]


def test_soft_ends_are_soft_and_exact_days_are_not(tmp_path: Path) -> None:
    case = small(tmp_path)
    rows = timeline_of(case, check_case(case))
    by_id = {row.id: row for lane in rows.lanes for row in lane.rows}
    exact, about, later = (by_id[name].bars[0] for name in ("search", "fear", "leaving"))
    assert exact.kind == "exact"
    assert about.kind == "about"
    assert about.x0 < about.core0 < about.core1 < about.x1
    assert (about.first_soft, about.first) == (date(2025, 5, 1), date(2025, 6, 1))
    assert (later.kind, later.last) == ("not_earlier", None)
    assert (len(by_id["either"].bars), by_id["either"].doubted) == (2, True)
    assert all(0 <= x <= 100 for row in by_id.values() for bar in row.bars for x in (bar.x0, bar.x1))


def test_it_is_plain_json_and_the_drawing_has_the_same_titles(tmp_path: Path) -> None:
    case = small(tmp_path)
    report = check_case(case)
    data = timeline_data(timeline_of(case, report, today=date(2026, 11, 20)))
    assert json.loads(json.dumps(data)) == data
    assert data["ticks"]["ru"] != data["ticks"]["en"]
    (drawing,) = drawings_of(case, report, language=Language.RU)
    titles = [row["title"]["ru"] for lane in data["lanes"] for row in lane["rows"]]
    assert all(title.split()[-1] in drawing for title in titles)


def test_a_case_without_events_has_an_empty_timeline(tmp_path: Path) -> None:
    case = load_case(write_case(tmp_path, PERSON))
    assert timeline_of(case, check_case(case)).lanes == ()
