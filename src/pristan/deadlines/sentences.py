"""How a day was counted, in words: "Last arrival 9 February 2026 + 1 year = 9 February 2027, a Tuesday, ..."."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pristan.deadlines.model import Confidence, CountsFrom, DeadlineRule, Means, Place, Rollover, Runs, Unit
from pristan.deadlines.working_days import TRANSFERS_KNOWN_UNTIL, holiday_name, is_holiday, is_working
from pristan.kernel.date_words import date_in_words, day_in_words, weekday
from pristan.kernel.dates import PartialDate, Ternary
from pristan.kernel.duration_words import duration_in_words
from pristan.kernel.durations import Duration
from pristan.kernel.language import Language, Text


@dataclass(frozen=True, slots=True)
class Counted:
    """One day counted: `raw` before and `day` after weekends and holidays; `alternative` if that was not read."""

    start: date
    length: Duration
    raw: date
    day: date
    alternative: date | None
    place: Place | None


def counting_sentence(
    rule: DeadlineRule, trigger: PartialDate, low: Counted | None, high: Counted | None, safe: Counted | None
) -> Text:
    """The whole counting in both languages; a trigger that is not exact is counted from both its ends."""
    if low and high and low.start == high.start:
        parts = [_sum(rule, rule.trigger_words, low, high)]
    else:
        parts = [_not_exact(rule, trigger), *_both_ends(rule, low, high)]
    if safe and rule.precaution:
        parts.append(_sum(rule, Text(en="As a precaution:", ru="Для предосторожности:"), safe, safe))
        parts.append(rule.precaution.why)
    return joined(parts)


def caveats_for(
    rule: DeadlineRule, trigger: PartialDate, applies: Ternary, counted: Iterable[Counted]
) -> tuple[Text, ...]:
    """What a reader must know before relying on the day: for whom it counts first, the record's own words last."""
    found: list[Text] = [rule.when] if rule.when else []
    if applies is Ternary.UNKNOWN:
        found.append(_APPLIES_UNKNOWN)
    if trigger.uncertain:
        found.append(_DOUBTED)
    if rule.confidence is not Confidence.VERIFIED:
        found.append(_CONFIDENCE[rule.confidence])
    if any(_beyond_calendar(one) for one in counted):
        found.append(_CALENDAR_ENDS)
    return (*found, *rule.caveats)


def joined(parts: Iterable[Text]) -> Text:
    """Sentences one after another."""
    listed = list(parts)
    return Text(en=" ".join(part.en for part in listed), ru=" ".join(part.ru for part in listed))


def _not_exact(rule: DeadlineRule, trigger: PartialDate) -> Text:
    words, when = rule.trigger_words, date_in_words(trigger)
    return Text(en=f"{words.en}: {when.en}, not an exact day.", ru=f"{words.ru}: {when.ru}, день точно не известен.")


def _both_ends(rule: DeadlineRule, low: Counted | None, high: Counted | None) -> list[Text]:
    opens = rule.means is Means.OPENS
    parts = [
        _sum(rule, _FROM_FIRST, low, low) if low else (_FIRST_OPEN_HARMLESS if opens else _FIRST_OPEN),
        _sum(rule, _FROM_LAST, high, high) if high else _LAST_OPEN,
    ]
    if low and high:
        parts.append(_PLAN_BY_LAST if opens else _PLAN_BY_FIRST)
    return parts


def _sum(rule: DeadlineRule, lead: Text, low: Counted, high: Counted) -> Text:
    start, end, length = day_in_words(low.start), day_in_words(low.raw), _length(rule, low.length)
    sign = "+" if rule.runs is Runs.AFTER else "−"
    tail = _tail(rule, low)
    if low.length.hours:
        last = day_in_words(high.raw)
        return Text(
            en=f"{lead.en} {start.en} {sign} {length.en}: {end.en} or {last.en}, by the hour on the paper.",
            ru=f"{lead.ru} {start.ru} {sign} {length.ru}: {end.ru} или {last.ru}, считая от часа на документе.",
        )
    return Text(
        en=f"{lead.en} {start.en} {sign} {length.en} = {end.en}, a {weekday(low.raw).en}{tail.en}",
        ru=f"{lead.ru} {start.ru} {sign} {length.ru} = {end.ru}, {weekday(low.raw).ru}{tail.ru}",
    )


def _length(rule: DeadlineRule, length: Duration) -> Text:
    words = duration_in_words(length, working_days=rule.unit is Unit.WORKING)
    if rule.counts_from is CountsFrom.NEXT_DAY:
        return words
    return Text(en=f"{words.en}, that day counted,", ru=f"{words.ru}, считая этот день,")


def _tail(rule: DeadlineRule, counted: Counted) -> Text:
    if rule.unit is Unit.WORKING:
        return _WEEKENDS_NOT_COUNTED
    if rule.rollover is Rollover.NONE:
        return _STAYS
    if counted.place is None:
        return _MOVE_NOT_READ if rule.rollover is Rollover.NOT_READ else _MOVES_THERE
    if is_working(counted.raw, counted.place):
        return _WORKING_DAY_NOT_READ if rule.rollover is Rollover.NOT_READ else _WORKING_DAY
    return _moved(rule, counted, counted.place)


def _moved(rule: DeadlineRule, counted: Counted, place: Place) -> Text:
    target = counted.alternative or counted.day
    day, of_week = day_in_words(target), weekday(target)
    why = Text(en=_why(counted.raw, place, Language.EN), ru=_why(counted.raw, place, Language.RU))
    if rule.rollover is Rollover.NOT_READ:
        return Text(
            en=f", {why.en}. Whether it moves to {of_week.en}, {day.en} was not read: keep the first day.",
            ru=f", {why.ru}. Переносится ли срок ({of_week.ru}, {day.ru}), не прочитано: держитесь первого дня.",
        )
    if rule.rollover is Rollover.PREVIOUS:
        return Text(
            en=f", {why.en}, so the last day is the working day before: {of_week.en}, {day.en}.",
            ru=f", {why.ru}: последний день — предыдущий рабочий: {of_week.ru}, {day.ru}",
        )
    return Text(
        en=f", {why.en}, so it moves to {of_week.en}, {day.en}.",
        ru=f", {why.ru}: срок переносится, последний день: {of_week.ru}, {day.ru}",
    )


def _why(day: date, place: Place, language: Language) -> str:
    if not is_holiday(day, place):
        return Text(en="not a working day", ru="нерабочий день").to(language)
    name = holiday_name(day, place, language)
    plain = Text(en="a public holiday", ru="праздничный день").to(language)
    return f"{plain} ({name})" if name else plain


def _beyond_calendar(counted: Counted) -> bool:
    return counted.place is not None and counted.day.year > TRANSFERS_KNOWN_UNTIL.get(counted.place.country, 9999)


_FROM_FIRST = Text(en="From the first possible day,", ru="От первого возможного дня:")
_FROM_LAST = Text(en="From the last possible day,", ru="От последнего возможного дня:")
_FIRST_OPEN = Text(
    en="The first possible day is not known, so no first day can be counted: treat it as due now and find the date.",
    ru="Первый возможный день неизвестен, раннего срока не посчитать: считайте, что срок наступил, и найдите дату.",
)
_FIRST_OPEN_HARMLESS = Text(en="The first possible day is not known.", ru="Первый возможный день неизвестен.")
_LAST_OPEN = Text(en="The last possible day is not known.", ru="Последний возможный день неизвестен.")
_PLAN_BY_FIRST = Text(en="Plan by the first.", ru="Ориентируйтесь на первый срок.")
_PLAN_BY_LAST = Text(en="Plan by the second.", ru="Ориентируйтесь на второй срок.")
_WORKING_DAY = Text(en=", a working day, so it does not move.", ru=", рабочий день: срок не переносится.")
_WORKING_DAY_NOT_READ = Text(en=", a working day.", ru=", рабочий день.")
_STAYS = Text(en="; weekends and holidays do not move this limit.", ru="; выходные и праздники этот срок не сдвигают.")
_MOVE_NOT_READ = Text(
    en="; whether a weekend or holiday moves it was not read in the source: keep this day.",
    ru="; сдвигают ли срок выходные и праздники, в источнике не прочитано: держитесь этого дня.",
)
_MOVES_THERE = Text(
    en="; a weekend or holiday of that place moves it to the next working day: keep this day.",
    ru="; выходной или праздник в том месте переносит срок на рабочий день: держитесь этого дня.",
)
_WEEKENDS_NOT_COUNTED = Text(
    en="; weekends and public holidays are not counted.", ru="; выходные и праздничные дни не считаются."
)
_APPLIES_UNKNOWN = Text(
    en="The date decides whether this rule applies at all; with the date known now it may not.",
    ru="От даты зависит, действует ли это правило; при нынешней дате оно может и не действовать.",
)
_DOUBTED = Text(
    en="The date itself is doubted: check it before you rely on this day.",
    ru="Сама дата под вопросом: проверьте её, прежде чем полагаться на этот день.",
)
_CONFIDENCE = {
    Confidence.PARTIAL: Text(
        en="This rule was compared with its source only in part. Check the paper or ask a lawyer.",
        ru="Это правило сверено с источником лишь частично. Проверьте по документу или спросите юриста.",
    ),
    Confidence.UNVERIFIED: Text(
        en="This rule was not compared with its source. Do not rely on it before a lawyer has checked it.",
        ru="Это правило не сверено с источником. Не полагайтесь на него, пока его не проверит юрист.",
    ),
}
_CALENDAR_ENDS = Text(
    en="The days off moved by decree are not known yet for that year: look again nearer to the day.",
    ru="Переносы выходных на тот год ещё не известны: проверьте ближе к сроку.",
)
