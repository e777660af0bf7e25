"""What changed in this case, and what was done with it? The owner can purge the changes; the log keeps that."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.kernel.date_words import day_in_words
from pristan.kernel.errors import CaseError
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show
from pristan.web.trail import Changed, Noted

CONFIRM = "purge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change of one adopted entry."""

    what: str = field(metadata={"help": "Which entry: its kind and key."})
    old: str = field(metadata={"help": "What stood there."})
    new: str = field(metadata={"help": "What stands there now; empty if it was taken out."})
    at: str = field(metadata={"help": "When, in words."})
    who: str = field(metadata={"help": "Who changed it."})
    why: str = field(metadata={"help": "The reason given; empty for none."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that happened."""

    at: str = field(metadata={"help": "When, in words."})
    what: str = field(metadata={"help": "What, in a plain sentence."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for the form."})
    encrypted: bool = field(metadata={"help": "Whether there is a vault that keeps a history."})
    changes: tuple[Entry, ...] = field(metadata={"help": "Changes of adopted entries, the last first."})
    lines: tuple[Line, ...] = field(metadata={"help": "What was done with the case, the last first."})


@require_safe
def log(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    trail = desk.bench.shelf.trail
    content = Log(
        title=_("What changed, and what was done with this case?"),
        case_id=desk.id,
        encrypted=desk.bench.shelf.encrypted,
        changes=tuple(_entry(one, desk) for one in trail.changes(desk.id)),
        lines=tuple(_line(one, desk) for one in trail.lines(desk.id)),
    )
    return show(request, "log", content, desk=desk)


@require_POST
def purge(request: HttpRequest, case_id: str) -> HttpResponse:
    """Forget the old values for ever; the log keeps that it happened."""
    desk = desk_of(request, case_id)
    if request.POST.get("confirm", "").strip().casefold() != CONFIRM:
        raise CaseError(
            _("Nothing was purged. Write the word “%(word)s” into the field to confirm.") % {"word": CONFIRM}
        )
    desk.bench.shelf.trail.purge(desk.id)
    return redirect("log", case_id)


def _entry(one: Changed, desk: Desk) -> Entry:
    return Entry(
        what=" ".join((one.kind, *one.key)),
        old=_plain(one.old),
        new=_plain(one.new),
        at=_at(one.at, desk),
        who=one.who,
        why=one.why,
    )


def _line(one: Noted, desk: Desk) -> Line:
    return Line(at=_at(one.at, desk), what=desk.say(one.what))


def _at(at: datetime, desk: Desk) -> str:
    local = at.astimezone()
    return f"{desk.say(day_in_words(local.date()))}, {local:%H:%M}"


def _plain(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
