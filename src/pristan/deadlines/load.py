"""Reading the deadline records. One `[[deadline]]` table each:

id, title, routes       who it is; the routes it serves (DESIGN.md section 3)
of                      optional, where the trigger belongs to no state: whose limit it is, { states, claim, bound_by,
                        between, told_by }: the states; facts that show a claim there, wherever the person is now; a
                        treaty that binds it, or it and the state that asks; the fact that names it (else where the
                        person is)
only_if                 optional list of { fact, is }, { fact, is_not }, { fact, absent = true } or { fact, from }:
                        another answer on record rules the limit out; with `absent` any, with `from` an earlier date
done_by                 optional: the fact whose date says when the person did what has to be done by the day
when                    optional, {en, ru}: for which decision or person; a reader answers it
trigger, trigger_words  the fact whose date starts the clock, and how the counting sentence names it
trigger_from, _until    optional: the rule governs triggers from the first of these days, and before the second
length                  ISO 8601; runs = "after" | "before"; unit = "calendar" | "working"
counts_from             "next_day" | "same_day": whether the day of the trigger is the first day
rollover                "none" | "next_working_day" | "previous" | "not_read"
holidays                whose: "US", or "DE-BE" with a subdivision; left out where no place is fixed (the day stays)
kind, who, means        hard | soft | planning; person | authority; last_day | opens
effect                  {en, ru}: what follows when the day is missed, or comes
safe_length, safe_why   optional: the shorter length kept as a precaution, and why
confidence, mark        verified | partial | unverified, and the mark of the research sheet it comes from
volatile, checked       whether the rule is changing; the last day a person compared it with its source
caveats                 optional list of {en, ru}
[[deadline.authority]]  cite, says {en, ru}; at least one
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pristan.deadlines.model import (
    Authority,
    Confidence,
    CountsFrom,
    DeadlineRule,
    Kind,
    Means,
    OnlyIf,
    Place,
    Precaution,
    Rollover,
    Runs,
    Unit,
    Who,
    Whose,
)
from pristan.deadlines.working_days import check_place
from pristan.kernel.countries import COUNTRIES
from pristan.kernel.durations import Duration
from pristan.kernel.errors import RuleError
from pristan.kernel.law_data import law_folder, per_law
from pristan.kernel.strict import Table, read_file
from pristan.law.treaties.status import treaty_named

_Word = TypeVar("_Word", bound=StrEnum)


@per_law
def deadline_rules() -> tuple[DeadlineRule, ...]:
    """The deadline rules in use."""
    return load_rules(law_folder("deadlines", "records"))


def load_rules(directory: Path) -> tuple[DeadlineRule, ...]:
    """Every deadline rule below `directory`, by file name and place in the file.

    Raises: RuleError with file, line and key for an unknown, missing, double or unusable key, and for a repeated id.
    """
    rules = tuple(rule for path in sorted(directory.glob("*.toml")) for rule in load_file(path))
    _refuse_repeated(rules)
    return rules


def load_file(path: Path) -> tuple[DeadlineRule, ...]:
    """The rules of one file."""
    root = read_file(path, error=RuleError, name=path.name)
    rules = tuple(_rule(table, path.name) for table in root.tables("deadline"))
    root.done()
    return rules


def _rule(table: Table, file: str) -> DeadlineRule:
    rule = DeadlineRule(
        id=table.string("id"),
        title=table.text("title"),
        routes=table.strings("routes"),
        trigger=table.string("trigger"),
        trigger_words=table.text("trigger_words"),
        length=_duration(table, "length"),
        runs=_word(table, "runs", Runs, Runs.AFTER),
        unit=_word(table, "unit", Unit, Unit.CALENDAR),
        counts_from=_word(table, "counts_from", CountsFrom),
        rollover=_word(table, "rollover", Rollover),
        holidays=_place(table),
        kind=_word(table, "kind", Kind),
        who=_word(table, "who", Who, Who.PERSON),
        means=_word(table, "means", Means, Means.LAST_DAY),
        effect=table.text("effect"),
        authorities=_authorities(table),
        confidence=_word(table, "confidence", Confidence),
        mark=table.string("mark"),
        volatile=table.flag("volatile"),
        checked=table.day("checked") or table.fail('"checked" is missing here. Write checked = 2026-11-20.'),
        file=file,
        when=table.maybe_text("when"),
        precaution=_precaution(table),
        trigger_from=table.day("trigger_from"),
        trigger_until=table.day("trigger_until"),
        caveats=table.texts("caveats"),
        of=_whose(table),
        only_if=tuple(_only_if(inner) for inner in table.tables("only_if")),
        done_by=table.maybe_string("done_by"),
    )
    table.done()
    _check(rule, table)
    return rule


def _word(table: Table, key: str, kind: type[_Word], default: _Word | None = None) -> _Word:
    allowed = tuple(word.value for word in kind)
    if default is not None and not table.has(key):
        return default
    return kind(table.one_of(key, allowed))


def _duration(table: Table, key: str) -> Duration:
    return Duration.parse(table.string(key), where=table.where(key))


def _place(table: Table) -> Place | None:
    code = table.maybe_string("holidays")
    if code is None:
        return None
    country, _, subdivision = code.partition("-")
    place = Place(country, subdivision or None)
    check_place(place, where=table.where("holidays"))
    return place


def _whose(table: Table) -> Whose | None:
    inner = table.maybe_table("of")
    if inner is None:
        return None
    found = Whose(
        states=inner.strings("states"),
        claim=inner.strings("claim"),
        bound_by=_treaty(inner, "bound_by"),
        between=_treaty(inner, "between"),
        told_by=inner.maybe_string("told_by"),
    )
    if strange := [state for state in found.states if state not in COUNTRIES]:
        inner.fail(f'"{strange[0]}" is no country. Write two letters of ISO 3166, as CZ.', "states")
    if not (found.states or found.bound_by or found.between):
        inner.fail("this names no state and no treaty. Write states, bound_by or between, or leave `of` out.")
    inner.done()
    return found


def _treaty(table: Table, key: str) -> str | None:
    name = table.maybe_string(key)
    return None if name is None else treaty_named(name).id


def _only_if(table: Table) -> OnlyIf:
    found = OnlyIf(
        table.string("fact"), table.strings("is"), table.strings("is_not"), table.flag("absent"), table.day("from")
    )
    if [bool(found.values), bool(found.but_not), found.absent, found.since is not None].count(True) != 1:
        table.fail(f'"{found.fact}" needs one of `is`, `is_not`, `absent` and `from`. Write one of them.', "fact")
    table.done()
    return found


def _precaution(table: Table) -> Precaution | None:
    if not table.has("safe_length"):
        return None
    return Precaution(_duration(table, "safe_length"), table.text("safe_why"))


def _authorities(table: Table) -> tuple[Authority, ...]:
    found = []
    for inner in table.tables("authority"):
        found.append(Authority(cite=inner.words("cite"), says=inner.text("says"), url=inner.strings("url")))
        inner.done()
    return tuple(found)


def _check(rule: DeadlineRule, table: Table) -> None:
    if not rule.authorities:
        table.fail(f'"{rule.id}" cites nothing. Add [[deadline.authority]] with cite and says.')
    if not rule.routes:
        table.fail(f'"{rule.id}" serves no route. Write routes = ["..."].', "routes")
    if rule.unit is Unit.WORKING and rule.length != Duration(days=rule.length.days):
        table.fail(f'"{rule.length}" cannot be counted in working days. Write days, as in P5D.', "length")
    if rule.length.hours and rule.counts_from is CountsFrom.SAME_DAY:
        table.fail(f'"{rule.length}" runs from an hour, not from a day. Write counts_from = "next_day".', "counts_from")
    needs_place = rule.unit is Unit.WORKING or rule.rollover is Rollover.PREVIOUS
    if needs_place and rule.holidays is None:
        table.fail(f'"{rule.id}" needs the holidays of a place. Write holidays = "US".', "rollover")


def _refuse_repeated(rules: Iterable[DeadlineRule]) -> None:
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(
                f'the id "{rule.id}" is also in {seen[rule.id]}. Give each rule its own id.', where=rule.file
            )
        seen[rule.id] = rule.file
