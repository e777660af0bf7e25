"""Which case needs me today? Every case by its next date, counted; what passed and what is quiet folded away.

The list comes at once with what is known; what has to be worked out first is filled in while it is open.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pristan.deadlines.model import Due, Kind, Means
from pristan.kernel.date_words import day_in_words, weekday, weekday_short
from pristan.kernel.errors import PristanError
from pristan.kernel.language import Language, Text
from pristan.law.instruments import cited
from pristan.web.errors import said
from pristan.web.language import language
from pristan.web.page import show, show_part
from pristan.web.shelf import Held
from pristan.web.workbench import Workbench, workbench

TODAY_DAYS = 7
NEXT_DAYS = 21
AT_ONCE = 12  # cases read within one request; the others follow in the background
WORKING_DAYS_SHOWN = 10
NAME = "case"  # under which the workbench remembers the name that was looked for
MOST_ROWS = 80  # rows with a date shown at first; search looks through all


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case."""

    id: str = field(metadata={"help": "Its id, for links."})
    code: str = field(metadata={"help": "What the discreet list calls it."})
    person: str = field(metadata={"help": "The person's name; empty while the case is not read yet."})
    title: str = field(metadata={"help": "What the case is called."})
    left: int | None = field(metadata={"help": "Days left; none if no date is ahead."})
    unit: str = field(metadata={"help": "The word for them."})
    what: str = field(metadata={"help": "What has to be done by the day."})
    day: str = field(metadata={"help": "The day, with the day of the week."})
    counting: str = field(metadata={"help": "How the day was counted."})
    rule: str = field(metadata={"help": "The provision."})
    passed: int = field(metadata={"help": "How many dates of the law have passed."})
    counted: bool = field(metadata={"help": "Whether its dates are counted already."})
    fault: str = field(default="", metadata={"help": "Why the case cannot be read, in a sentence."})
    on: date | None = field(default=None, metadata={"help": "The day from which dates kept with the case count."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The dates of one working day."""

    day: str = field(metadata={"help": "The day of the week and of the month."})
    number: int = field(metadata={"help": "How many dates fall on it."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What the page shows."""

    title: str = field(metadata={"help": "The number that needs somebody today."})
    groups: tuple[tuple[str, str, tuple[Row, ...]], ...] = field(
        metadata={"help": "Heading, note and rows, nearest first."}
    )
    passed: tuple[Row, ...] = field(metadata={"help": "Cases whose dates have all passed."})
    quiet: tuple[Row, ...] = field(metadata={"help": "Cases without a date ahead."})
    more: int = field(metadata={"help": "How many rows are left out until they are asked for."})
    waiting: int = field(metadata={"help": "How many cases are still being counted."})
    number: int = field(metadata={"help": "How many cases there are."})
    load: tuple[Load, ...] = field(metadata={"help": "Dates in the next working days."})
    discreet: bool = field(metadata={"help": "Whether rows show code and date only."})
    search: str = field(metadata={"help": "What the list is searched for."})
    encrypted: bool = field(metadata={"help": "Whether there is a vault that takes new cases."})


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The list of cases."""
    return show(request, "cases", _content(request))


@require_safe
def cases_list(request: HttpRequest) -> HttpResponse:
    """The list alone, for a page that waits for dates being counted."""
    return show_part(request, "cases/list.html", _content(request))


@require_POST
def find_case(request: HttpRequest) -> HttpResponse:
    """Show the cases with this name or code. The name is kept in memory: an address would stay in the browser."""
    name = request.POST.get("q", "").strip()
    workbench(request).remembered[NAME] = name
    asked = [(key, "on") for key, wanted in (("found", name), ("discreet", "discreet" in request.POST)) if wanted]
    return HttpResponseRedirect(f"{reverse('cases')}?{urlencode(asked)}" if asked else reverse("cases"))


def _content(request: HttpRequest) -> Cases:
    bench = workbench(request)
    lang = language()
    held = tuple(bench.shelf.cases())
    rows = [_row(bench, one, lang, at_once=number < AT_ONCE) for number, one in enumerate(held)]
    search = bench.remembered.get(NAME, "") if "found" in request.GET else ""
    if search:
        rows = [row for row in rows if search.casefold() in f"{row.person} {row.title} {row.id}".casefold()]
    dated = sorted((row for row in rows if row.left is not None), key=lambda row: (row.left, row.person))
    undated = [row for row in rows if row.left is None and row.counted and not row.fault]
    uncounted = [row for row in rows if not row.counted]
    waiting = len(uncounted)
    most = len(rows) if search or "all" in request.GET else MOST_ROWS
    by_id = {one.id: one for one in held}
    shown = [_worded(row, by_id[row.id], lang) for row in dated[:most]]
    near = [row for row in dated if row.left is not None and row.left <= TODAY_DAYS]
    return Cases(
        title=_title(len(near), len(held), waiting),
        groups=_groups(shown, uncounted[:most], [row for row in rows if row.fault]),
        more=max(0, len(dated) - most) + max(0, waiting - most),
        passed=tuple(row for row in undated if row.passed),
        quiet=tuple(row for row in undated if not row.passed),
        waiting=waiting,
        number=len(held),
        load=_load(dated, bench, lang),
        discreet="discreet" in request.GET,
        search=search,
        encrypted=bench.shelf.encrypted,
    )


def _title(near: int, number: int, waiting: int) -> str:
    if not number:
        return _("Your cases")
    if waiting == number and number:
        return ngettext(
            "%(n)d case, its dates are being counted", "%(n)d cases, their dates are being counted", number
        ) % {"n": number}
    if not near:
        return _("No case has a date in the next seven days")
    return ngettext("%(n)d case has a date within a week", "%(n)d cases have a date within a week", near) % {"n": near}


def _groups(dated: list[Row], uncounted: list[Row], faulty: list[Row]) -> tuple[tuple[str, str, tuple[Row, ...]], ...]:
    soon = tuple(row for row in dated if row.left is not None and row.left <= TODAY_DAYS)
    then = tuple(row for row in dated if row.left is not None and TODAY_DAYS < row.left <= NEXT_DAYS)
    later = tuple(row for row in dated if row.left is not None and row.left > NEXT_DAYS)
    made = (
        (_("Cannot be read"), _("the others are not touched by it"), tuple(faulty)),
        (_("This week"), _("dates within seven days"), soon),
        (_("Next, so that nothing surprises you"), _("dates within three weeks"), then),
        (_("Later"), "", later),
        (_("Being counted"), _("the list fills in by itself"), tuple(uncounted)),
    )
    return tuple((title, note, rows) for title, note, rows in made if rows)


def _row(bench: Workbench, held: Held, lang: Language, *, at_once: bool) -> Row:
    answers = bench.answers

    def name() -> tuple[Text, Text, date]:
        return answers.name(held.stamp, lambda: bench.shelf.open(held.id))

    today = bench.day()
    if held.person is not None and held.title is not None and today is not None:
        who, title, on = held.person, held.title, today
    elif not at_once and not answers.has_name(held.stamp):
        bench.background.ask(("name", held.stamp), name)
        return _unread(held)
    else:
        try:
            who, title, own_day = name()
        except PristanError as fault:
            return replace(_unread(held), fault=said(fault), counted=True)
        on = today or own_day
    if held.dates is not None:
        return _kept(held, who.to(lang), title.to(lang), on)
    if not answers.has_dues(held.stamp, on):
        bench.background.ask(("dues", held.stamp), partial(_count, bench, held, on))
        return _unread(held, who.to(lang), title.to(lang))
    dues = answers.dues_kept(held.stamp, on)
    ahead = [due for due in dues if due.day is not None and due.day >= on and due.rule.kind is not Kind.PLANNING]
    over = sum(
        due.day is not None and due.day < on and due.rule.means is Means.LAST_DAY and due.rule.kind is Kind.HARD
        for due in dues
    )
    return _dated(held, who.to(lang), title.to(lang), next(iter(ahead), None), on, lang, over)


def _count(bench: Workbench, held: Held, on: date) -> None:
    """Count the dates of a case: kept with it where its shelf keeps them, else in memory."""
    if not bench.shelf.keep_dates(held.id, on):
        bench.answers.dues(bench.shelf.open(held.id), held.stamp, on)


def _kept(held: Held, person: str, title: str, on: date) -> Row:
    """A row from dates that were counted before; what it says about its date is added by `_worded` if it is shown."""
    days = [one.day for one in held.dates or () if one.day is not None]
    ahead = [day for day in days if day >= on]
    left = (ahead[0] - on).days if ahead else None
    return replace(_unread(held, person, title), counted=True, passed=len(days) - len(ahead), left=left, on=on)


def _worded(row: Row, held: Held, lang: Language) -> Row:
    """The row with the words of its date: of a thousand rows, only those that are shown need them."""
    first = next((one for one in held.dates or () if one.day is not None and row.on and one.day >= row.on), None)
    if first is None or first.day is None or row.left is None:
        return row
    return replace(
        row,
        unit=ngettext("day", "days", row.left),
        what=first.title.to(lang),
        day=f"{weekday(first.day).to(lang)}, {day_in_words(first.day).to(lang)}",
        counting=first.counting.to(lang),
    )


def _unread(held: Held, person: str = "", title: str = "") -> Row:
    return Row(
        id=held.id, code=held.code, person=person, title=title, left=None, unit="", what="", day="", counting="",
        rule="", passed=0, counted=False,
    )  # fmt: skip


def _dated(held: Held, person: str, title: str, due: Due | None, on: date, lang: Language, over: int) -> Row:
    day = due.day if due else None
    left = (day - on).days if day else None
    return Row(
        id=held.id,
        code=held.code,
        person=person,
        title=title,
        left=left,
        unit=ngettext("day", "days", left) if left is not None else "",
        what=due.rule.title.to(lang) if due else "",
        day=f"{weekday(day).to(lang)}, {day_in_words(day).to(lang)}" if day else "",
        counting=due.sentence.to(lang) if due else "",
        rule="; ".join(cited(one.cite, lang) for one in due.rule.authorities[:1]) if due else "",
        passed=over,
        counted=True,
    )


def _load(dated: list[Row], bench: Workbench, lang: Language) -> tuple[Load, ...]:
    """How many of the next dates fall on each of the next working days; only where all cases share one day."""
    today = bench.day()
    if today is None:
        return ()
    found: list[Load] = []
    day = today
    while len(found) < WORKING_DAYS_SHOWN:
        if day.weekday() < 5:
            number = sum(row.left == (day - today).days for row in dated)
            found.append(Load(day=f"{weekday_short(day).to(lang)} {day.day}", number=number))
        day += timedelta(days=1)
    return tuple(found)
