"""What happened to one paper, in words: as the custody log tells it, and which changes of the case speak of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from pristan.evidence.custody import Entry, What, entries
from pristan.web.desk import Desk
from pristan.web.trail import Changed


def named(paper: str, desk: Desk) -> str:
    """The paper in words, also one that is off the record; empty if there never was one of this number."""
    exhibit = desk.case.exhibits.get(paper)
    if exhibit is None:
        return _("Exhibit %(id)s") % {"id": paper} if any(_entries(paper, desk)) else ""
    return f"{_('Exhibit %(id)s') % {'id': paper}}. {desk.say(exhibit.title)}"


def happened(paper: str, desk: Desk) -> tuple[tuple[datetime, str], ...]:
    """When and what, the last first. Empty for a paper that came with the case: no entry tells of it."""
    found = [(datetime.fromisoformat(one.at), _told(one)) for one in _entries(paper, desk)]
    return tuple(reversed(found))


def speaks_of(change: Changed, paper: str) -> bool:
    """Whether a change was one of the paper's own entry, or of an answer that rested or rests on it."""
    if change.kind == "exhibit":
        return change.key == (paper,)
    return any(_cites(table, paper) for table in (change.old, change.new))


def _cites(value: Any, paper: str) -> bool:
    if isinstance(value, list):
        return any(_cites(one, paper) for one in value)
    if not isinstance(value, dict):
        return False
    inner = (one for one in value.values() if isinstance(one, list | dict))
    return value.get("exhibit") == paper or any(_cites(one, paper) for one in inner)


def _entries(paper: str, desk: Desk) -> Iterator[Entry]:
    """Those of its number, and those of the same bytes before it had one."""
    log = entries(desk.home)
    bytes_of = {one.sha256 for one in log if one.exhibit == paper and one.sha256}
    return (one for one in log if one.exhibit == paper or (not one.exhibit and one.sha256 in bytes_of))


def _told(one: Entry) -> str:
    if one.what is What.ARRIVED:
        said = _("Came in as “%(name)s” and was stored.") % {"name": one.name}
        return f"{said} {_('It lay in: %(way)s.') % {'way': one.source.words}}" if one.source else said
    if one.what is What.ON_RECORD:
        return _("Put on record as exhibit %(n)s; it came as “%(name)s”.") % {"n": one.exhibit, "name": one.name}
    return {
        What.REMOVED: _("Taken off the record; it can be put back."),
        What.RESTORED: _("Put back on record."),
        What.LEFT_OUT: _("A further copy of the same bytes came, and was deleted."),
        What.DELETED: _("Deleted for ever."),
    }[one.what]
