"""The cases of the open vault: list, begin, open, delete; and the summary that the list shows.

Does not: assess a case; whoever did gives the summary (see `bootstrap`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import Count, F, QuerySet, Sum, TextField
from django.db.models.functions import Cast

from pristan.case.loader import load_case_from
from pristan.kernel.errors import CaseError, StorageError
from pristan.kernel.language import Text
from pristan.storage import log, session
from pristan.storage.erase import settle
from pristan.storage.home import VaultHome, ask_for_summary, unlink_when_committed
from pristan.storage.listing import describe
from pristan.storage.models import CaseRow, FileRow, JobRow
from pristan.storage.whole import all_or_nothing


@dataclass(frozen=True, slots=True)
class DueLine:
    """A time limit as the list shows it."""

    day: date | None  # None: the date on record allows more than one
    title: Text
    counting: Text


@dataclass(frozen=True, slots=True)
class Summary:
    """What an assessment said, as far as the list shows it."""

    on: date  # the day of the law
    headline: Text
    deadlines: tuple[DueLine, ...]  # those that have not passed on that day, the nearest first
    verdicts: tuple[tuple[str, str], ...]  # (route, verdict), those in play


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in the list. `summary` is None until it was worked out; `fresh` tells whether it is of this text."""

    id: str  # in the vault
    name: str  # the id that stands in the case file
    title: Text
    persons: tuple[tuple[Text, str], ...]  # name and role
    language: str
    exhibits: int
    changed_at: datetime
    version: int
    fault: str
    summary: Summary | None
    fresh: bool


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much is in the vault: cases, files of all kinds, and their bytes before encryption."""

    cases: int
    files: int
    bytes: int


def case_lines() -> tuple[CaseLine, ...]:
    """Every case: those with the nearest deadline first, then by when they were changed."""
    rows = _with_columns().order_by(F("next_deadline").asc(nulls_last=True), "-changed_at").values_list(*_COLUMNS)
    return tuple(_line(*one) for one in rows)


def holdings() -> Holdings:
    """How much is in the vault."""
    files = FileRow.objects.aggregate(number=Count("id"), size=Sum("size"))
    return Holdings(CaseRow.objects.count(), files["number"], files["size"] or 0)


def case_line(case_id: str) -> CaseLine:
    """One case. Raises CaseError if it is not in the vault."""
    row = _with_columns().filter(pk=case_id).values_list(*_COLUMNS).first()
    if row is None:
        raise CaseError("this case is not in the vault. Look at the list of cases.")
    return _line(*row)


def find_case(name_or_id: str) -> str | None:
    """The id of the case with this id or name, or None."""
    row = CaseRow.objects.filter(pk=name_or_id).first() or CaseRow.objects.filter(name=name_or_id).first()
    return None if row is None else str(row.pk)


def begin_case(
    text: str, files: Mapping[str, bytes] | None = None, lines: Mapping[str, tuple[str, ...]] | None = None, *,
    name: str | None = None, code: str = "case_made", form: str = "",
) -> str:  # fmt: skip
    """Put a case into the vault, with its files and logs; its id. Nothing is kept if it does not read.

    Raises CaseError for a fault of the text, StorageError if there is a case of this name.
    """
    now = datetime.now(UTC)
    with all_or_nothing():
        row = CaseRow(text=text, made_at=now, changed_at=now, name="")
        describe(row)
        row.name = row.pk
        row.save()
        home = VaultHome(row.pk)
        for file, data in (files or {}).items():
            home.store(file, data)
        for log_name, told in (lines or {}).items():
            for line in told:
                home.append(log_name, line)
        case = load_case_from(home)
        row.name = name or case.id
        if CaseRow.objects.filter(name=row.name).exclude(pk=row.pk).exists():
            raise StorageError(
                f'There is a case "{row.name}" already. Give this one another name, or delete that one first.',
                f"Дело «{row.name}» уже есть. Дайте этому другое имя или сначала удалите то.",
            )
        row.save()
        ask_for_summary(row)
        log.note(code, case=row.pk, values={"form": form} if form else None)
    return str(row.pk)


def home_of(case_id: str, *, who: str = "owner", why: str = "") -> VaultHome:
    """The home of a case; what is changed through it bears `who` and `why`."""
    return VaultHome(case_id, who, why)


def delete_case(case_id: str, *, who: str = "owner") -> None:
    """Delete a case for ever: rows and keys first, then the files. The log keeps only that it was done."""
    with transaction.atomic():
        row = CaseRow.objects.filter(pk=case_id).first()
        if row is None:
            raise CaseError("this case is not in the vault. Look at the list of cases.")
        for stored in row.files.values_list("stored", flat=True):
            unlink_when_committed(stored)
        row.delete()
        JobRow.objects.filter(case=case_id).delete()
        log.note("case_deleted", case=case_id, who=who)
    settle()


def keep_summary(case_id: str, summary: Summary, *, version: int) -> None:
    """Keep what was worked out from the text of this version; an older one does not replace a newer."""
    with transaction.atomic():
        row = CaseRow.objects.defer("text").filter(pk=case_id).first()
        if row is None or (row.summary_version or 0) > version:
            return
        row.summary = _data(summary)
        row.summary_version = version
        row.next_deadline = next((one.day for one in summary.deadlines if one.day is not None), None)
        row.save(update_fields=["summary", "summary_version", "next_deadline"])


_COLUMNS = (
    *("id", "name", "title_en", "title_ru", "persons_json", "language", "exhibits"),
    *("changed_at", "version", "fault", "summary_json", "summary_version"),
)
_KEPT = 8192  # lists of persons and summaries that were read once; dropped when the vault locks


def _with_columns() -> QuerySet[CaseRow]:
    """Rows with their JSON as it is written, so that what was read once need not be read again."""
    return CaseRow.objects.annotate(
        persons_json=Cast("persons", TextField()), summary_json=Cast("summary", TextField())
    )


def _line(
    case_id: str, name: str, title_en: str, title_ru: str, persons: str, language: str, exhibits: int,
    changed_at: datetime, version: int, fault: str, summary: str | None, summary_version: int | None,
) -> CaseLine:  # fmt: skip
    return CaseLine(
        case_id,
        name,
        Text(title_en, title_ru),
        _persons(persons),
        language,
        exhibits,
        changed_at,
        version,
        fault,
        None if summary is None else _summary(summary),
        summary_version == version,
    )


def _data(summary: Summary) -> dict[str, Any]:
    return {
        "on": summary.on.isoformat(),
        "headline": [summary.headline.en, summary.headline.ru],
        "deadlines": [
            [
                None if one.day is None else one.day.isoformat(),
                [one.title.en, one.title.ru],
                [one.counting.en, one.counting.ru],
            ]
            for one in summary.deadlines
        ],
        "verdicts": [list(pair) for pair in summary.verdicts],
    }


@lru_cache(maxsize=_KEPT)
def _persons(written: str) -> tuple[tuple[Text, str], ...]:
    return tuple((Text(one["en"], one["ru"]), one["role"]) for one in json.loads(written))


@lru_cache(maxsize=_KEPT)
def _summary(written: str) -> Summary:
    data = json.loads(written)
    return Summary(
        date.fromisoformat(data["on"]),
        Text(*data["headline"]),
        tuple(
            DueLine(None if day is None else date.fromisoformat(day), Text(*title), Text(*counting))
            for day, title, counting in data["deadlines"]
        ),
        tuple((route, verdict) for route, verdict in data["verdicts"]),
    )


def _forget() -> None:
    _persons.cache_clear()
    _summary.cache_clear()


session.after_lock(_forget)
