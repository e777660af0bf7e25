"""The times to challenge that papers name themselves, counted beside the law's own.

A day is counted only from a day that is on record: the one that the paper tells, when it reached the person, its own
date (it is read out, made or posted on that day or later, so this is never too late), or the answer to the question
about it. Else the paper is named with the day that is missing. Where a limit of the law on record runs from the same
day, both are told, and the earlier is the day to plan by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from pristan.case.model import Case, Issuer
from pristan.case.paper_limits import PaperLimit
from pristan.deadlines.count import due
from pristan.deadlines.load import deadline_rules
from pristan.deadlines.model import DeadlineRule, Due, Kind, Means, Place, Runs, Unit, Who
from pristan.deadlines.working_days import check_place
from pristan.kernel.date_words import day_in_words
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.duration_words import duration_in_words
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.phrases import filled, joined
from pristan.kernel.starts import StartsAt

TRIGGER = "limit.appeal"
STARTS: Mapping[StartsAt, Text] = {
    StartsAt.SERVED: Text("the paper was handed over", "бумагу вручили"),
    StartsAt.ANNOUNCED: Text("it was read out", "её огласили"),
    StartsAt.DECIDED: Text("it was made", "её вынесли"),
    StartsAt.SENT: Text("it was sent", "её отправили"),
    StartsAt.FINAL_FORM: Text("the whole text was made", "изготовили полный текст"),
    StartsAt.IN_FORCE: Text("it came into force", "она вступила в силу"),
}
_ON_ITS_DATE = (StartsAt.ANNOUNCED, StartsAt.DECIDED, StartsAt.SENT)
_ANSWERS = {  # the question whose answer is that day, by the kind of paper
    ("judgment", StartsAt.SERVED): "charge.judgment_served_date",
    ("judgment", StartsAt.IN_FORCE): "charge.judgment_in_force_date",
    ("asylum_paper", StartsAt.SERVED): "asylum_refusal_served_date",
}
_EARLIEST = date(1991, 1, 1)
_SAYS = Text('Exhibit {exhibit} itself says: "{quote}".', "В приложении {exhibit} сказано: «{quote}».")
_MISSING = Text(
    "The day when {start} is not known, so no day is counted. Find it today and write it on the page of the paper.",
    "День, когда {start}, неизвестен, поэтому срок не посчитан. Выясните его сегодня и впишите на странице бумаги.",
)
_NO_START = Text(
    "It does not say from which day, so no day is counted. Ask a lawyer today.",
    "С какого дня, не сказано, поэтому срок не посчитан. Спросите юриста сегодня.",
)
_NO_PLACE = Text(
    "It counts working days, and the holidays of the place are not known here: no day is counted. Ask a lawyer today.",
    "Счёт в рабочих днях, а праздники этой страны здесь неизвестны: срок не посчитан. Спросите юриста сегодня.",
)
_FROM_ITS_DATE = Text(
    "Counted from the date of the paper; if {start} later, the last day can be later.",
    "Считаем от даты бумаги; если {start} позже, последний день может быть позже.",
)
_OTHER_START = Text(
    "The paper also names the day when {start}: for whom that counts, ask a lawyer.",
    "Бумага называет и день, когда {start}: для кого он важен, скажет юрист.",
)
_SAME = Text("By the law's own rule ({title}) it is the same day.", "По самому закону ({title}) тот же день.")
_DIFFERS = Text(
    "By the law's own rule ({title}) the day to plan by is {day}. Keep the earlier day until a lawyer has said which "
    "one holds.",
    "По самому закону ({title}) ориентир — {day}. Держитесь более раннего дня, пока юрист не скажет, какой верен.",
)


def paper_limits(case: Case, person: str, dues: Iterable[Due]) -> Iterator[Due]:
    """Each such time of a person, with the day it ends or the day that is missing. `dues`: the limits of the law."""
    own = next(one for one in deadline_rules() if one.trigger == TRIGGER)
    laws = tuple(one for one in dues if _is_to_challenge(one))
    for limit in case.limits:
        if limit.person == person:
            yield _counted(case, limit, own, laws)


def _counted(case: Case, limit: PaperLimit, own: DeadlineRule, laws: tuple[Due, ...]) -> Due:
    place, exhibit = _place(case, limit), case.exhibits[limit.exhibit]
    starts = {one: day for one in limit.starts if (day := _day_of(case, limit, one)) is not None}
    said = filled(_SAYS, {"exhibit": limit.exhibit, "quote": limit.quote})
    rule = replace(own, length=limit.length, holidays=place)
    if not starts:
        missing = filled(_MISSING, {"start": STARTS[limit.starts[0]]}) if limit.starts else _NO_START
        return _open(rule, exhibit.date, joined((said, missing), " "))
    if limit.working_days and place is None:
        return _open(rule, exhibit.date, joined((said, _NO_PLACE), " "))
    start, day = min(starts.items(), key=lambda pair: pair[1].earliest_soft or date.max)
    words = STARTS[start]
    rule = replace(
        rule,
        unit=Unit.WORKING if limit.working_days else Unit.CALENDAR,
        trigger_words=Text(f"The day when {words.en},", f"День, когда {words.ru},"),
    )
    found = due(rule, day)
    assert found is not None  # this rule governs every day
    parts = [said, found.sentence]
    if day == exhibit.date:
        parts += [filled(_FROM_ITS_DATE, {"start": words})] if start in (StartsAt.ANNOUNCED, StartsAt.SENT) else []
    parts += [filled(_OTHER_START, {"start": STARTS[one]}) for one in limit.starts if one is not start]
    return _beside_the_law(replace(found, sentence=joined(parts, " ")), laws, place)


def _beside_the_law(found: Due, laws: tuple[Due, ...], place: Place | None) -> Due:
    """The same with the law's own day, where a limit of that country runs from the same day: the nearest of them."""
    mine = found.earliest
    if mine is None or place is None:
        return found
    same = [
        (one.earliest, one.day, one)
        for one in laws
        if one.earliest is not None
        and one.day is not None
        and one.trigger == found.trigger
        and _country(one.rule) == place.country
    ]
    if not same:
        return found
    _counted_day, day, law = min(same, key=lambda three: (abs((three[0] - mine).days), three[2].rule.id))
    if day == mine:
        return replace(found, sentence=joined((found.sentence, filled(_SAME, {"title": law.rule.title})), " "))
    told = filled(_DIFFERS, {"title": law.rule.title, "day": day_in_words(day)})
    return replace(found, precaution=min(day, mine), sentence=joined((found.sentence, told), " "))


def _is_to_challenge(one: Due) -> bool:
    rule = one.rule
    return (rule.kind, rule.who, rule.means, rule.runs) == (Kind.HARD, Who.PERSON, Means.LAST_DAY, Runs.AFTER)


def _country(rule: DeadlineRule) -> str | None:
    return None if rule.holidays is None else rule.holidays.country


def _open(rule: DeadlineRule, made: PartialDate | None, sentence: Text) -> Due:
    """A limit without a day: all that is known of its start is that the paper was made before."""
    first = made.earliest_soft if made is not None and made.earliest_soft is not None else _EARLIEST
    return Due(
        rule, PartialDate.parse(f"{first.isoformat()}/.."), Ternary.YES, None, None, None, None, sentence, rule.caveats
    )


def _day_of(case: Case, limit: PaperLimit, start: StartsAt) -> PartialDate | None:
    """The day of an act, as far as it is on record."""
    exhibit = case.exhibits[limit.exhibit]
    if limit.start is not None and limit.starts and start is limit.starts[0]:
        return limit.start
    if start is StartsAt.SERVED:
        handed = [one.when for one in case.events if one.received == exhibit.id and one.when is not None]
        for known in (exhibit.received, *handed):
            if known is not None:
                return known
    if start in _ON_ITS_DATE:
        return exhibit.date
    return _answered(case, limit.person, _ANSWERS.get((exhibit.kind, start)))


def _answered(case: Case, person: str, fact: str | None) -> PartialDate | None:
    """The answer to a question about that day, where it has one answer only."""
    told = {one.value for one in case.statements if (one.person, one.fact) == (person, fact)}
    days = [one for one in told if isinstance(one, PartialDate)]
    return days[0] if len(days) == 1 else None


def _place(case: Case, limit: PaperLimit) -> Place | None:
    """Whose holidays count: of the state that made the paper; None where it is not known, or its holidays are not."""
    accuser = case.exhibits[limit.exhibit].issuer is Issuer.ACCUSER
    fact = "charge.country" if accuser else "where_now"
    told = {str(one.value) for one in case.statements if (one.person, one.fact) == (limit.person, fact)}
    states = told or ({"RU"} if accuser else set())
    if len(states) != 1:
        return None
    place = Place(next(iter(states)))
    try:
        check_place(place, where=limit.exhibit)
    except RuleError:
        return None  # the calendar has no such country: said in the sentence
    return place


def length_in_words(limit: PaperLimit) -> Text:
    """How long, and from when: "10 days from the day when the paper was handed over"."""
    length = duration_in_words(limit.length, working_days=limit.working_days)
    if not limit.starts:
        return length
    start = STARTS[limit.starts[0]]
    return Text(f"{length.en} from the day when {start.en}", f"{length.ru} со дня, когда {start.ru}")
