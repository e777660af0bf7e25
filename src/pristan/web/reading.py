"""Reading a composed view for a page: the strip of a route, its days left, the tree of its reasons.

Does not: compose anything; words and order are the dossier's (`filings/dossier/compose`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import ngettext

from pristan.filings.dossier import codes
from pristan.filings.dossier.parts import Deadline
from pristan.filings.dossier.route import RouteSection, TraceLine
from pristan.filings.dossier.sheet import nested, plain
from pristan.filings.dossier.view import DossierView

MOST_MARKS = 12
_GROUPS = (codes.Node.ALL, codes.Node.ANY, codes.Node.NOT)


def strip_of(section: RouteSection) -> tuple[TraceLine, ...]:
    """What has to be shown for a route, one line each, in the order of its rule: the marks of its proof strip.

    Groups are opened, so a route that asks one question with five parts shows five marks.
    """
    lines = section.traces[0].lines if section.traces else ()
    for depth in (1, 2, 3):
        found = tuple(
            line for number, line in enumerate(lines) if line.answer and _depth_without_groups(lines, number) == depth
        )
        if len(found) > 1 or depth == 3:
            return found[:MOST_MARKS]
    return ()


def _depth_without_groups(lines: tuple[TraceLine, ...], number: int) -> int:
    depth, level = 0, lines[number].depth
    for line in reversed(lines[:number]):
        if line.depth < level:
            level = line.depth
            depth += line.kind not in _GROUPS
    return depth


def tree_of(section: RouteSection) -> list[dict[str, Any]]:
    """The reasons of a route as a tree for the template: each line with its children, mark and words.

    Open down to the first thing that is disputed or not known; all else opens by hand.
    """
    if not section.traces:
        return []
    tree = nested([plain(line) for line in section.traces[0].lines])
    _open_first(tree)
    return tree


def _open_first(nodes: list[dict[str, Any]]) -> None:
    wanted = next((node for node in nodes if node["open"]), None)
    for node in nodes:
        if node is wanted:
            _open_first(node["children"])
        else:
            _close(node)


def _close(node: dict[str, Any]) -> None:
    node["open"] = False
    for child in node["children"]:
        _close(child)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A time limit as a card shows it."""

    deadline: Deadline = field(metadata={"help": "The limit, its counting sentence and rule."})
    number: int | None = field(metadata={"help": "Days left, or days since it passed; none while the day is unknown."})
    unit: str = field(metadata={"help": "The word for the number, such as days."})
    soon: bool = field(metadata={"help": "Whether it is fewer than 14 days away."})
    weekday: str = field(default="", metadata={"help": "The day of the week."})


SOON_DAYS = 14


def date_card(deadline: Deadline, on: date) -> Date:
    """A time limit with its days left on `on`."""
    left = None if deadline.day is None else (date.fromisoformat(deadline.day.edtf) - on).days
    number = None if left is None else abs(left)
    return Date(
        deadline=deadline,
        number=number,
        unit="" if number is None else ngettext("day", "days", number),
        soon=left is not None and 0 <= left < SOON_DAYS,
    )


def dates_of(view: DossierView, on: date) -> tuple[Date, ...]:
    """Every time limit of the case once: those ahead in order of the day, those passed, those without a day."""
    found = dict.fromkeys(deadline for section in view.sections for deadline in section.deadlines)
    found.update(dict.fromkeys(view.deadlines))
    cards = [date_card(deadline, on) for deadline in found]
    return tuple(sorted(cards, key=_by_day))


def _by_day(card: Date) -> tuple[bool, bool, bool, str, str]:
    deadline = card.deadline
    return (
        deadline.day is None,
        deadline.passed,
        deadline.ours,
        "" if deadline.day is None else deadline.day.edtf,
        deadline.name,
    )
