"""Why a conclusion differs, said in both languages. What is said stands in `because.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pristan.filings.dossier.compose.context import litigation_word
from pristan.kernel.language import Language, Text
from pristan.kernel.phrases import filled, joined
from pristan.law.instruments import cited
from pristan.law.model import NOT_YET_LAW
from pristan.services.because import Because, RuleChange, Stood, Without

_ONE = Text("Without this it would be the same:", "Без этого вывод был бы тем же:")
_OR_ONE = Text("Or without this:", "Или без этого:")
_ALL = Text("Without all of these together it would be the same:", "Без всего этого вместе вывод был бы тем же:")
_OR_ALL = Text("Or without all of these together:", "Или без всего этого вместе:")
_NOT_TOLD_APART = Text(
    "These changed; which of them decide was not worked out, they are too many:",
    "Изменилось следующее; что из этого решает, не установлено — изменений слишком много:",
)
_NO_RULE = Text(
    "No rule decides it: the questions or the tables of the law base changed.",
    "Дело не в нормах: изменились вопросы или таблицы правовой базы.",
)
_TIME = Text(
    "the time that passed: a period or a time limit ran out, or a treaty began or ceased to bind",
    "прошедшее время: истёк период или срок либо договор начал или перестал действовать",
)
_RULE = Text("{title} [{rule}]. First: {was}. Then: {now}.", "{title} [{rule}]. Сначала: {was}. Затем: {now}.")
_COURTS = Text("In the courts: {state}, {days} ({cite}).", "В судах: {state}, {days} ({cite}).")
_BEFORE_THE_ACT = Text("As a law: {state}, {days} ({cite}).", "Как закон: {state}, {days} ({cite}).")
_NAMES = Text("Only one of the two names: {rules}.", "Только одна из двух редакций ссылается на: {rules}.")
_IN_FORCE = Text("in force {days} ({cite})", "действует {days} ({cite})")
_NOT_LAW = Text("not in force", "не действует")
_OR = Text(" or, by a date or place not known, ", " или, смотря по неизвестной дате или месту, ")
_FROM = Text("from {since}", "с {since}")
_UNTIL = Text("until {until}", "до {until}")
_ALWAYS = Text("without a first or last day on record", "без записанного первого и последнего дня")


@dataclass(frozen=True, slots=True)
class Said:
    """One set of changes: how it is introduced, and a sentence for each change."""

    lead: Text
    changes: tuple[Text, ...]


def said(because: Because) -> tuple[Said, ...]:
    """Each set in words."""
    if not because.sets:
        return (Said(_NO_RULE, ()),)
    if not because.exact:
        return tuple(Said(_NOT_TOLD_APART, tuple(_changes(one))) for one in because.sets)
    return tuple(Said(_lead(one, first=number == 0), tuple(_changes(one))) for number, one in enumerate(because.sets))


def _lead(without: Without, *, first: bool) -> Text:
    alone = len(without.rules) + without.time == 1
    if first:
        return _ONE if alone else _ALL
    return _OR_ONE if alone else _OR_ALL


def _changes(without: Without) -> Iterator[Text]:
    yield from (_rule(one) for one in without.rules)
    if without.time:
        yield _TIME


def _rule(one: RuleChange) -> Text:
    words = {"title": one.title, "rule": one.rule, "was": _any_of(one.was), "now": _any_of(one.now)}
    parts = [filled(_RULE, words)]
    for state in one.courts:
        told = {"state": litigation_word(state.state), "days": _days(state.since, state.until)}
        head = _BEFORE_THE_ACT if state.state == NOT_YET_LAW else _COURTS
        parts.append(filled(head, {**told, "cite": _cite(state.cite)}))
    if one.names:
        parts.append(filled(_NAMES, {"rules": ", ".join(one.names)}))
    return joined(parts, " ")


def _any_of(versions: tuple[Stood | None, ...]) -> Text:
    each = [_version(one) for one in versions]
    return Text(_OR.en.join(one.en for one in each), _OR.ru.join(one.ru for one in each))


def _version(one: Stood | None) -> Text:
    if one is None:
        return _NOT_LAW
    return filled(_IN_FORCE, {"days": _days(one.since, one.until), "cite": _cite(one.cite)})


def _days(since: date | None, until: date | None) -> Text:
    parts = [filled(_FROM, {"since": since})] if since else []
    parts += [filled(_UNTIL, {"until": until})] if until else []
    return joined(parts, " ") if parts else _ALWAYS


def _cite(cite: str) -> Text:
    return Text(cited(cite, Language.EN), cited(cite, Language.RU))
