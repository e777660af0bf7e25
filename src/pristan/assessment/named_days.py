"""Days that a paper names ahead: called to an investigator, a hearing, the end of a measure of restraint.

Nothing is counted: the paper names the day. What to do before it is a record of its own, by the kind of day
(`deadlines/records/days.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pristan.case.model import Case, Event
from pristan.chronology.saying import clock_in_words
from pristan.deadlines.count import due
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import Due
from pristan.kernel.date_words import date_in_words, weekday
from pristan.kernel.language import Text

_ROLES = {"spouse": Text("spouse", "супруг или супруга"), "child": Text("child", "ребёнок")}
_OTHER = Text("another person of the case", "другой человек из дела")


def named_days(case: Case, person: str) -> Iterator[Due]:
    """Each such day of a person, with the papers that name it in place of a counting."""
    rules = {rule.trigger: rule for rule in deadline_rules()}
    for event in case.events:
        if event.day is not None and event.when is not None and event.person == person:
            rule = rules[event.day.trigger]
            if person != case.principal.id:  # the title of the record speaks to the principal
                rule = replace(rule, title=event.title)
            found = due(rule, event.when)
            if found is not None:
                yield replace(found, sentence=_said(event, case))


def for_other(found: Due, role: str) -> Due:
    """The same where the day is not the principal's: said by the role, because a calendar file names nobody."""
    who, title = _ROLES.get(role, _OTHER), found.rule.title
    rule = replace(found.rule, title=Text(f"{title.en} ({who.en})", f"{title.ru} ({who.ru})"))
    return replace(found, rule=rule)


def _said(event: Event, case: Case) -> Text:
    """When, at which hour, and in which papers it stands: "3 December 2026, Thursday, 10:00. Exhibit 4."""
    assert event.when is not None
    days = [date_in_words(event.when)]
    if event.when.day is not None:
        days.append(weekday(event.when.day))
    hours = [one.at for one in case.accounts.statements if one.about == event.id and one.at is not None]
    hour = f", {clock_in_words(hours[0])}" if hours else ""
    papers = ", ".join(exhibit for exhibit, _page in event.exhibits)
    where = Text(f" Exhibit {papers}.", f" Приложение {papers}.") if papers else Text("", "")
    return Text(
        en=f"{event.title.en}: {', '.join(day.en for day in days)}{hour}.{where.en}",
        ru=f"{event.title.ru}: {', '.join(day.ru for day in days)}{hour}.{where.ru}",
    )
