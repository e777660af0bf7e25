"""What changed in this case, and what was done with it? The owner can purge the changes; the log keeps that."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.kernel.errors import CaseError
from pristan.web.desk import Desk, desk_of
from pristan.web.moments import moment_words
from pristan.web.page import show
from pristan.web.pages.log.papers import happened, named, speaks_of
from pristan.web.pages.log.telling import asked, on_record, question_of, subject, told
from pristan.web.trail import Changed

CONFIRM = "purge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change of one adopted entry."""

    what: str = field(metadata={"help": "Which entry: the question it answers, or its kind and key."})
    address: str = field(metadata={"help": "Where the history of this question alone is; empty for other entries."})
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
    question: str = field(metadata={"help": "The question whose history is shown; empty for all."})
    paper: str = field(metadata={"help": "The paper whose history is shown; empty for all."})
    now: tuple[str, ...] = field(metadata={"help": "What stands on record about the question, source by source."})
    change: str = field(metadata={"help": "Where the answer can be changed; empty without a question."})
    lines: tuple[Line, ...] = field(metadata={"help": "What was done with the case, the last first."})


@require_safe
def log(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page; with `of` the history of one question alone, with `paper` that of one paper."""
    desk = desk_of(request, case_id)
    trail = desk.bench.shelf.trail
    of, number = request.GET.get("of", ""), request.GET.get("paper", "")
    question = asked(of, desk)
    paper = "" if question else named(number, desk)
    changes = trail.changes(desk.id)
    if question:
        changes = [one for one in changes if question_of(one.kind, one.key) == of]
    elif paper:
        changes = [one for one in changes if speaks_of(one, number)]
    content = Log(
        title=question or paper or _("What changed, and what was done with this case?"),
        case_id=desk.id,
        encrypted=desk.bench.shelf.encrypted,
        changes=tuple(_entry(one, desk) for one in changes),
        question=question,
        paper=paper,
        now=on_record(of, desk) if question else (),
        change=f"{reverse('interview', args=[desk.id])}?{urlencode({'q': of})}" if question else "",
        lines=() if question else _lines(number if paper else "", desk),
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
    of = question_of(one.kind, one.key)
    return Entry(
        what=subject(one.kind, one.key, desk),
        address=f"{reverse('log', args=[desk.id])}?{urlencode({'of': of})}" if of else "",
        old=told(one.kind, one.old, desk),
        new=told(one.kind, one.new, desk),
        at=moment_words(one.at, desk.language),
        who=one.who,
        why=one.why,
    )


def _lines(paper: str, desk: Desk) -> tuple[Line, ...]:
    """What was done with a paper, or with the case."""
    if paper:
        return tuple(Line(at=moment_words(at, desk.language), what=what) for at, what in happened(paper, desk))
    return tuple(
        Line(at=moment_words(one.at, desk.language), what=desk.say(one.what))
        for one in desk.bench.shelf.trail.lines(desk.id)
    )
