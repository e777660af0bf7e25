"""The view made ready for a template: plain data, trees nested, dates gathered, words of its language beside it.

Both templates (typst and HTML) receive the same sheet, so neither can show less than the other by design.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from pristan.filings.dossier import codes
from pristan.filings.dossier.folding import compared, countries, kinds, spread, tell_once, without_effect
from pristan.filings.dossier.parts import Deadline, StepWarning
from pristan.filings.dossier.printable import printable
from pristan.filings.dossier.typography import joined
from pristan.filings.dossier.view import DossierView, rows_of
from pristan.filings.dossier.words import words_in

Plain = Any  # dict, list, str, int, bool or None

BAR_KINDS = {codes.Node.BAR, codes.Node.INTERACTION}
APPLIES_KINDS = {*BAR_KINDS, codes.Node.EXCEPTION}
NOT_FOLDED: dict[str, Plain] = {"same": 0, "told": 0, "brief": False, "aside": (), "refuted": (), "places": ()}
UNSETTLED = {codes.Answer.UNKNOWN, codes.Answer.DISPUTED}


def sheet_of(view: DossierView) -> dict[str, Plain]:
    """Everything a template needs, as plain data.

    Returns: `v` the view; `w` the words; `rows` every route row by id; `dates` and `warnings` all of them;
        `nearest` the first date still ahead, one of the law before one of ours, then a day reached that binds others,
        or none; `verdicts` the different verdicts of each route explained; `countries`, `no_effect`, `kinds` and
        `compared` the rows of effects, of routes without a section and of sources, those that say the same together.
    """
    data = joined(plain(view), view.language)
    for section in data["sections"]:
        for trace in section["traces"]:
            trace["tree"] = nested(trace.pop("lines"))
    tell_once(data["sections"])
    names = [scenario["name"] for scenario in data["scenarios"]]
    dates = joined(dates_of(view), view.language)
    rows = {row.id: joined(plain(row), view.language) for row in rows_of(view)}
    explained = {section["id"] for section in data["sections"]}
    unexplained = [row for row in rows.values() if row["id"] not in explained]
    return {
        "v": data,
        "w": words_in(view.language),
        "rows": rows,
        "dates": dates,
        "nearest": _nearest(dates, view.prepared.edtf),
        "warnings": joined(plain(warnings_of(view)), view.language),
        "countries": countries(data["effects"], names),
        "no_effect": [row for row in data["effects"] if without_effect(row)],
        "kinds": kinds(unexplained, names),
        "verdicts": {section["id"]: spread(rows[section["id"]]["cells"], names) for section in data["sections"]},
        "compared": compared(data["sources"]),
    }


def plain(value: object) -> Plain:
    """`value` as data a template or JSON can take; texts are made printable, codes become their values."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def nested(lines: list[dict[str, Plain]]) -> list[dict[str, Plain]]:
    """Trace lines as a tree: each line gains `children`, its `mark`, its answer `words`, and `open` for screens."""
    roots: list[dict[str, Plain]] = []
    path: list[dict[str, Plain]] = []
    for line in lines:
        node = {**line, "children": [], "mark": mark_of(line), "words": words_section(line), **NOT_FOLDED}
        del path[line["depth"] :]
        (path[-1]["children"] if path else roots).append(node)
        path.append(node)
    turns = any(line["decides"] for line in lines)
    for root in roots:
        _open(root, turns=turns)
    return roots


def mark_of(line: dict[str, Plain]) -> str:
    """The icon of a trace line: squares for what is to be shown, circles for bars, lines for a group.

    Shown on the person's word alone takes the disputed mark; the words "own word" stand beside it.
    """
    if line["answer"] is None:
        return "group"
    if line["kind"] in BAR_KINDS:
        return f"bar-{line['answer']}"
    own_word = line["answer"] == codes.Answer.MET and line["support"] == codes.Support.CLAIMED
    return "proof-disputed" if own_word else f"proof-{line['answer']}"


def words_section(line: dict[str, Plain]) -> str:
    """The section of the words file in which the line's answer has its word."""
    return "answer_bar" if line["kind"] in APPLIES_KINDS else "answer_element"


def dates_of(view: DossierView) -> list[dict[str, Plain]]:
    """All dates of the case and of every route, in order of the day; dates without a day come last.

    A date that several routes share (same name, day and rule) is listed once, with each route's title.
    """
    titles = {row.id: row.title for row in rows_of(view)}
    found: dict[Deadline, list[str]] = {deadline: [] for deadline in view.deadlines}
    for section in view.sections:
        for deadline in section.deadlines:
            found.setdefault(deadline, []).append(titles[section.id])
    ordered = sorted(found, key=lambda item: (item.day is None, item.day.edtf if item.day else "", item.name))
    return [{**plain(item), "routes": plain(tuple(found[item]))} for item in ordered]


def warnings_of(view: DossierView) -> tuple[StepWarning, ...]:
    """All warnings, those of the whole case first, each once."""
    return tuple(dict.fromkeys((*view.warnings, *(one for section in view.sections for one in section.warnings))))


def _nearest(dates: list[dict[str, Plain]], today: str) -> dict[str, Plain] | None:
    ahead = [date for date in dates if date["day"] is not None and not date["passed"]]
    return next(iter(sorted(ahead, key=lambda date: (date["day"]["edtf"] < today, bool(date["ours"])))), None)


def _open(node: dict[str, Plain], *, turns: bool) -> bool:
    """A screen opens the way to what the verdict turns on; where nothing is marked so, to what is not settled."""
    below = [_open(child, turns=turns) for child in node["children"]]
    node["open"] = any(below) or bool(node["decides"] if turns else node["answer"] in UNSETTLED)
    return bool(node["open"])
