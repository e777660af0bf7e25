"""The log of a vault: what happened, when, to which case, in plain sentences. It is only ever added to.

It holds codes and numbers, never names or words of a case, so that it may outlive what was deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.phrases import phrases_in
from pristan.storage.models import LogRow


@dataclass(frozen=True, slots=True)
class Logged:
    """One thing that happened."""

    at: datetime
    case: str  # the id of a case in the vault, also of one that is gone; empty: the vault as a whole
    who: str
    what: Text


@cache
def _sentences() -> Mapping[str, Text]:
    return phrases_in(Path(__file__).with_suffix(".toml"), name="log.toml")


def note(code: str, *, case: str = "", who: str = "owner", values: Mapping[str, str | int] | None = None) -> None:
    """Add one sentence, in the transaction of what it tells of."""
    if code not in _sentences():
        raise RuleError(f'log.toml has no sentence "{code}".')
    LogRow.objects.create(at=datetime.now(UTC), case=case, who=who, code=code, values=dict(values or {}))


def logged(case: str | None = None, *, most: int = 500) -> tuple[Logged, ...]:
    """The newest first; of one case, or of all."""
    rows = LogRow.objects.order_by("-id")
    if case is not None:
        rows = rows.filter(case=case)
    return tuple(Logged(one.at, one.case, one.who, _said(one.code, one.values)) for one in rows[:most])


def _said(code: str, values: Mapping[str, str | int]) -> Text:
    text = _sentences()[code]
    return Text(text.en.format_map(values), text.ru.format_map(values))
