"""Which documented patterns a case shows, indicator by indicator, each with the statements that show it.

Source: `country.patterns`; statements as in docs/assessment.md section 2. Result: no score and no rank; a match is the
list of indicators on record, those that speak against it, and those nobody has answered. Does not: read supposed facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pristan.assessment.casefacts import CaseFacts
from pristan.case.model import Statement
from pristan.country.patterns import Against, Indicator, Pattern, general_against, patterns
from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.kernel.vocabulary.facts import list_of

_OF_ITS_OWN = frozenset({"article", "group"})  # what sets one pattern apart from the others
_WHEN = ("charge.act_date", "charge.arrest_date")  # the first on record places a charge in time


class Fit(StrEnum):
    """How far a case shows a pattern."""

    SIGNS = "signs"  # it stands in the setting, and at least one sign is on record
    SETTING = "setting"  # it stands in the setting; no sign is on record
    OPEN = "open"  # a sign and a part of the setting are on record; the rest of the setting is not known
    OUTSIDE = "outside"  # it stands in the setting, but before the time since when the pattern is documented


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator as the case answers it."""

    indicator: Indicator
    answer: Answer
    shown_by: tuple[Statement, ...]
    denied_by: tuple[Statement, ...]
    needs: tuple[str, ...]  # the questions that would answer it


@dataclass(frozen=True, slots=True)
class Match:
    """One pattern and, where it is asked of a charge, which."""

    pattern: Pattern
    item: str | None
    fit: Fit
    setting: tuple[Reading, ...]  # those on record that place the case
    signs: tuple[Reading, ...]  # met or disputed
    absent: tuple[Reading, ...]  # answered no: they speak against the pattern here
    unknown: tuple[Reading, ...]  # what only places the case is asked while the setting is open


def against_in(facts: CaseFacts) -> Mapping[str, Against]:
    """Country evidence against the person, whatever the pattern. All of it is about Russia: nothing where the record
    names accusing states and nationalities, and Russia is none of them.
    """
    accusing, own = facts.by_item("charge.country"), facts.by_item("nationality.country")
    named = {value for told in (accusing, own) for values in told.values() for value in values}
    return general_against() if "RU" in named or not (accusing and own) else {}


def matches_of(facts: CaseFacts) -> tuple[Match, ...]:
    """Every pattern that the case shows, or could show, in the order of the sheet."""
    found = []
    for pattern in patterns().values():
        items = _read_for(pattern, facts)
        found += [match for item in items if (match := _match(pattern, item, facts)) is not None]
    return tuple(found)


def deciding_questions(facts: CaseFacts) -> dict[str, tuple[Pattern, ...]]:
    """The unanswered questions that alone decide whether a further pattern fits, each with those patterns."""
    found: dict[str, list[Pattern]] = {}
    listed = {match.pattern.id for match in matches_of(facts)}
    for pattern in patterns().values():
        if pattern.id in listed:
            continue
        for item in _read_for(pattern, facts):
            for fact in _missing_for_setting(pattern, item, facts):
                if not _is_of_nothing(fact, facts) and pattern not in found.setdefault(fact, []):
                    found[fact].append(pattern)
    return {fact: tuple(those) for fact, those in sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))}


def open_questions(facts: CaseFacts) -> Iterator[tuple[str, str | None]]:
    """What a person may be asked because of the patterns of a charge, with the charge it is asked of: the signs of each
    pattern that it stands in by article or group, and whatever alone keeps a pattern open of which that is on record.
    """
    for pattern in patterns().values():
        for item in facts.items("charge") if pattern.per == "charge" else ():
            if not _is_set_apart(pattern, item, facts):
                continue
            match = _match(pattern, item, facts)
            if match is not None and any(one.indicator.id in _OF_ITS_OWN for one in match.setting):
                for reading in match.unknown:
                    yield from _of_charge(reading.needs, item)
            yield from _of_charge(sorted(_missing_for_setting(pattern, item, facts, begun=True)), item)


def _read_for(pattern: Pattern, facts: CaseFacts) -> tuple[str | None, ...]:
    """The charges that a pattern of a charge is read for, none where the person says that there is no charge; else the
    person."""
    if pattern.per != "charge":
        return (None,)
    return facts.items("charge") or (() if facts.is_complete("charge") else (None,))


def _is_of_nothing(fact: str, facts: CaseFacts) -> bool:
    """Whether a question is about an entry of a list of which the person says that nothing is in it."""
    name = list_of(fact)
    return name is not None and facts.is_complete(name) and not facts.items(name)


def _is_set_apart(pattern: Pattern, item: str, facts: CaseFacts) -> bool:
    """Whether the article or the group that sets the pattern apart from the others is on record."""
    own = (one for one in pattern.indicators if one.id in _OF_ITS_OWN)
    return any(_reading(one, item, facts).answer in (Answer.MET, Answer.DISPUTED) for one in own)


def _of_charge(needs: Iterable[str], charge: str) -> Iterator[tuple[str, str | None]]:
    for fact in needs:
        if list_of(fact) in (None, "charge"):
            yield fact, charge if list_of(fact) else None


def _missing_for_setting(pattern: Pattern, item: str | None, facts: CaseFacts, *, begun: bool = False) -> set[str]:
    """The questions that alone decide whether the case stands in the setting; `begun`: where one of its own is met."""
    if not _accuser_fits(pattern, item, facts):
        return set()
    missing: set[str] = set()
    readings = {one.id: _reading(one, item, facts) for one in pattern.indicators}
    for alternative in pattern.fits_when:
        unknown = [readings[name] for name in alternative if readings[name].answer is Answer.UNKNOWN]
        excluded = any(readings[name].answer is Answer.NOT_MET for name in alternative)
        met = {name for name in alternative if readings[name].answer in (Answer.MET, Answer.DISPUTED)}
        if len(unknown) == 1 and not excluded and (not begun or met & _OF_ITS_OWN):
            missing.update(unknown[0].needs)
    return missing


def _match(pattern: Pattern, item: str | None, facts: CaseFacts) -> Match | None:
    if not _accuser_fits(pattern, item, facts):
        return None
    readings = {one.id: _reading(one, item, facts) for one in pattern.indicators}
    on_record = {name for name, one in readings.items() if one.answer in (Answer.MET, Answer.DISPUTED)}
    signs = tuple(readings[name] for name in readings if name in on_record and not readings[name].indicator.places_only)
    fit = _fit(_stands(pattern, readings), signs, outside=_outside(pattern, item, facts))
    if fit is None:
        return None
    asked = [one for one in readings.values() if fit is Fit.OPEN or not one.indicator.places_only]
    return Match(
        pattern,
        item,
        fit,
        setting=tuple(one for name, one in readings.items() if name in on_record and one.indicator.places_only),
        signs=signs,
        absent=tuple(one for one in asked if one.answer is Answer.NOT_MET),
        unknown=tuple(one for one in asked if one.answer is Answer.UNKNOWN),
    )


def _stands(pattern: Pattern, readings: Mapping[str, Reading]) -> Answer:
    """Whether the case stands in the setting; unknown only if a part of an alternative is on record and none denied."""
    best = Answer.NOT_MET
    for alternative in pattern.fits_when:
        answers = [readings[name].answer for name in alternative]
        if all(answer in (Answer.MET, Answer.DISPUTED) for answer in answers):
            return Answer.MET
        if Answer.NOT_MET not in answers and set(answers) != {Answer.UNKNOWN}:
            best = Answer.UNKNOWN
    return best


def _fit(stands: Answer, signs: tuple[Reading, ...], *, outside: bool) -> Fit | None:
    match stands:
        case Answer.MET if outside:
            return Fit.OUTSIDE
        case Answer.MET:
            return Fit.SIGNS if signs else Fit.SETTING
        case Answer.UNKNOWN if signs and not outside:
            return Fit.OPEN
        case _:
            return None


def _reading(indicator: Indicator, item: str | None, facts: CaseFacts) -> Reading:
    """The indicator as the case answers it; of a list without a given item, one entry that shows it is enough."""
    each = [_of_item(indicator, asked_of, facts) for asked_of in _asked_of(indicator.element.list, item, facts)]
    for answer in (Answer.MET, Answer.DISPUTED):
        if showing := [one for one in each if one.answer is answer]:
            return showing[0]
    unknown = [one for one in each if one.answer is Answer.UNKNOWN]
    if not unknown:
        return each[0]
    return Reading(
        indicator, Answer.UNKNOWN, (), (), tuple(dict.fromkeys(fact for one in unknown for fact in one.needs))
    )


def _of_item(indicator: Indicator, item: str | None, facts: CaseFacts) -> Reading:
    shown = facts.shown(indicator.element, item)
    shown_by = tuple(dict.fromkeys(one for piece in shown if piece.evidence.says for one in piece.statements))
    denied_by = tuple(dict.fromkeys(one for piece in shown if not piece.evidence.says for one in piece.statements))
    if shown_by:
        answer = Answer.DISPUTED if denied_by else Answer.MET
    else:
        answer = Answer.NOT_MET if denied_by else Answer.UNKNOWN
    needs = facts.needs(indicator.element, item) or indicator.element.facts
    return Reading(indicator, answer, shown_by, denied_by, needs)


def _asked_of(list_name: str | None, item: str | None, facts: CaseFacts) -> tuple[str | None, ...]:
    if list_name is None:
        return (None,)
    if list_name == "charge" and item is not None:
        return (item,)
    return facts.items(list_name) or (None,)


def _accuser_fits(pattern: Pattern, item: str | None, facts: CaseFacts) -> bool:
    """Whether the accusing state is one of the pattern's, as far as the record says."""
    items = facts.items("charge") if item is None else (item,)
    countries = [value for one in items for value in facts.values("charge.country", one)]
    return not countries or not set(countries).isdisjoint(pattern.states)


def _outside(pattern: Pattern, item: str | None, facts: CaseFacts) -> bool:
    """Whether the charge lies before the time since when the pattern is documented, by every date on record."""
    first = pattern.period.earliest if pattern.period is not None else None
    if item is None or first is None:
        return False
    for fact in _WHEN:
        dates = [value for value in facts.values(fact, item) if isinstance(value, PartialDate)]
        if dates:
            return all(
                when.latest_soft is not None and not when.uncertain and when.latest_soft < first for when in dates
            )
    return False
