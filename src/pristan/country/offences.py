"""Articles of Russian codes that turn up in cases of repression, by edition: what stood on the day of the act.

Source: records/offences_*.toml (form: docs/country.md). Units: days. Errors: RuleError with file and line.
Does not: quote a statute, count a sentence, or say that a penalty of today was the penalty of that day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from pristan.country.rows import RECORDS, day_needed, edtf, edtf_needed, rows_of, words_of
from pristan.country.words import GROUNDS, GROUPS
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Text
from pristan.kernel.strict import Table

CONFIDENCE = ("high", "medium", "low")
DUAL = ("likely", "partial", "weak", "unlikely", "political", "military", "not_applicable")
_NAME = re.compile(r"(УК|КоАП) [1-9]\d{0,2}(\.[1-9]\d?){0,2}")
_MAY_WAIT = timedelta(days=365)  # a law may come into force long after it is signed


@dataclass(frozen=True, slots=True)
class Change:
    """One amendment, or another event that changed how the article stands."""

    says: Text
    law: str | None  # "58-ФЗ"
    signed: PartialDate | None
    in_force: PartialDate | None
    about: PartialDate | None  # where only the time is known

    @property
    def when(self) -> PartialDate:
        """The best date on record: in force, else signed, else about."""
        return next(date for date in (self.in_force, self.signed, self.about) if date is not None)


@dataclass(frozen=True, slots=True)
class Offence:
    """One article."""

    article: str  # "УК 280.3"
    title: Text
    since: PartialDate
    until: PartialDate | None  # first day on which it no longer applied
    max_penalty: Text  # as of `checked`
    used_against: tuple[str, ...]  # keys of GROUPS
    ground_hints: tuple[str, ...]  # keys of GROUNDS
    to_show: Text | None
    dual_criminality: str
    dual_criminality_words: Text
    changes: tuple[Change, ...]
    notes: tuple[Text, ...]
    url: tuple[str, ...]
    verified: tuple[str, ...]  # which cells were compared with the source
    doubts: tuple[Text, ...]
    confidence: str
    checked: date


class Standing(StrEnum):
    """How an article stood on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    UNCLEAR = "unclear"  # the day, or the article's own dates, are not exact enough


@dataclass(frozen=True, slots=True)
class Edition:
    """An article as it stood on a day."""

    offence: Offence
    standing: Standing
    earlier: tuple[Change, ...]  # already part of the text
    later: tuple[Change, ...]  # not yet
    unclear: tuple[Change, ...]  # the record does not say which

    @property
    def penalty_may_differ(self) -> bool:
        """Whether the maximum on record may not be the one of that day."""
        return bool(self.later or self.unclear) or self.standing is not Standing.IN_FORCE


def edition_on(article: str, day: PartialDate | None) -> Edition | None:
    """How `article` ("УК 280.3") stood on `day`; None if it has no row. An unknown day leaves all unclear."""
    offence = offences().get(article)
    if offence is None:
        return None
    sorted_in: dict[str, list[Change]] = {"earlier": [], "later": [], "unclear": []}
    for change in offence.changes:
        sorted_in[_place(change, offence, day)].append(change)
    return Edition(
        offence,
        _standing(offence, day),
        tuple(sorted_in["earlier"]),
        tuple(sorted_in["later"]),
        tuple(sorted_in["unclear"]),
    )


def _standing(offence: Offence, day: PartialDate | None) -> Standing:
    first, last = _bounds(day)
    if first is None or last is None:
        return Standing.UNCLEAR
    since_first, since_last = _bounds(offence.since)
    if since_first is not None and last < since_first:
        return Standing.NOT_YET
    if since_last is None or first < since_last:
        return Standing.UNCLEAR
    until_first, until_last = _bounds(offence.until)
    if until_last is not None and first >= until_last:
        return Standing.NO_LONGER
    return Standing.UNCLEAR if until_first is not None and last >= until_first else Standing.IN_FORCE


def _place(change: Change, offence: Offence, day: PartialDate | None) -> str:
    first, last = _bounds(day)
    start, end = _bounds(change.when)
    if first is None or last is None or start is None or end is None:
        return "unclear"
    if last < start:
        return "later"
    if change.in_force is None and change.signed is not None:
        since, _ = _bounds(offence.since)
        introduced_it = since is not None and start <= since  # then the article's own first day is its day
        end = since if introduced_it and since is not None else end + _MAY_WAIT
    return "earlier" if end <= first else "unclear"


def _bounds(when: PartialDate | None) -> tuple[date | None, date | None]:
    return (None, None) if when is None or when.uncertain else (when.earliest_soft, when.latest_soft)


@cache
def offences() -> Mapping[str, Offence]:
    """The shipped articles by name."""
    found: dict[str, Offence] = {}
    for path in sorted(RECORDS.glob("offences_*.toml")):
        found |= load_offences(path)
    return found


def load_offences(path: Path) -> Mapping[str, Offence]:
    """The articles of one file. Raises RuleError with file and line."""
    return rows_of(path, "offence", _offence, lambda row: row.article)


def _offence(table: Table) -> Offence:
    article = table.string("article")
    if not _NAME.fullmatch(article):
        table.fail(f'"{article}" is not an article. Write "УК 280.3" or "КоАП 20.3.3".', "article")
    return Offence(
        article=article,
        title=table.text("title"),
        since=edtf_needed(table, "since"),
        until=edtf(table, "until"),
        max_penalty=table.text("max_penalty"),
        used_against=words_of(table, "used_against", GROUPS),
        ground_hints=words_of(table, "ground_hints", GROUNDS),
        to_show=table.maybe_text("to_show"),
        dual_criminality=table.one_of("dual_criminality", DUAL),
        dual_criminality_words=table.text("dual_criminality_words"),
        changes=tuple(_change(inner) for inner in table.tables("change")),
        notes=tuple(_note(inner) for inner in table.tables("note")),
        url=table.strings("url") or table.fail(f'"{article}" has no source. Write url = ["..."].', "url"),
        verified=table.strings("verified"),
        doubts=table.texts("doubts"),
        confidence=table.one_of("confidence", CONFIDENCE),
        checked=day_needed(table, "checked"),
    )


def _change(table: Table) -> Change:
    change = Change(
        says=table.text("says"),
        law=table.maybe_string("law"),
        signed=edtf(table, "signed"),
        in_force=edtf(table, "in_force"),
        about=edtf(table, "about"),
    )
    table.done()
    if change.in_force is None and change.signed is None and change.about is None:
        table.fail('a change needs a date. Write signed = "2023-03-18", in_force or about; without one it is a note.')
    return change


def _note(table: Table) -> Text:
    text = table.text("says")
    table.done()
    return text
