"""The claims gathered so far, each under the id by which a contradiction names it, and what holds without a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pristan.chronology.claims import AnyChoice, Choice, Claim, Claims, within
from pristan.chronology.moments import Window, windows
from pristan.chronology.network import Constraint, in_order
from pristan.chronology.phrases.told import Unread
from pristan.chronology.sources import Source
from pristan.chronology.tolerance import Tolerance
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError


@dataclass(slots=True)
class Ledger:
    """Grows while a case is gathered; `table` says how far told times reach."""

    table: Tolerance
    claims: dict[str, Claim] = field(default_factory=dict)
    choices: list[AnyChoice] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    always: dict[str, list[Constraint]] = field(default_factory=lambda: defaultdict(list))
    unread: list[tuple[str, str, Unread]] = field(default_factory=list)

    def closed(self) -> Claims:
        """All claims as they stand."""
        always = {point: tuple(constraints) for point, constraints in self.always.items()}
        return Claims(self.claims, tuple(self.choices), always)

    def claim(self, name: str, about: str, source: Source) -> None:
        """A new claim without constraints. Raises CaseError if the id is taken."""
        if name in self.claims:
            raise CaseError(f'two things in the case are called "{name}". Give each its own id.')
        self.claims[name] = Claim(name, about, ())
        self.sources[name] = source

    def add(self, owner: str, constraints: Iterable[Constraint]) -> None:
        """Constraints that the owner asserts."""
        claim = self.claims[owner]
        self.claims[owner] = replace(claim, constraints=(*claim.constraints, *constraints))

    def hold_always(self, one: Constraint) -> None:
        """A constraint that no source need assert: an event ends after it begins."""
        self.always[one.earlier].append(one)
        self.always[one.later].append(one)

    def between(
        self, owner: str, first: str, second: str, low: int | None, high: int | None, role: str = "time"
    ) -> None:
        """The least and the greatest distance from one point to another, as far as given."""
        if low is not None:
            self.add(owner, (in_order(first, second, low, role),))
        if high is not None:
            self.add(owner, (Constraint(first, second, high, role),))

    def window(
        self,
        owner: str,
        start: str,
        end: str,
        when: PartialDate | None,
        *,
        part: str | None = None,
        lasting: bool = False,
        role: str = "time",
        shift: int = 0,
        spread: tuple[int, int] = (0, 0),
    ) -> None:
        """The time that a date allows for an event from `start` to `end`; a date with alternatives is a choice.

        `shift` and `spread`: seconds by which the days of the source lie off those of the case.
        """
        if when is None:
            return
        down, up = (shift + one for one in spread)
        found = tuple(
            (None if low is None else low + down, None if high is None else high + up)
            for low, high in windows(when, part, self.table)
        )
        options = tuple(_placed(start, end, window, lasting, role) for window in found)
        if len(options) == 1:
            self.add(owner, options[0])
        elif options:
            lows, highs = [low for low, _ in found], [high for _, high in found]
            hull = (
                None if None in lows else min(x for x in lows if x is not None),
                None if None in highs else max(x for x in highs if x is not None),
            )
            self.add(owner, _placed(start, end, hull, lasting, role))
            self.choices.append(Choice(frozenset({owner}), role, options))


def _placed(start: str, end: str, window: Window, lasting: bool, role: str) -> tuple[Constraint, ...]:
    """Within the window; something that lasts need only have gone on in it."""
    low, high = window
    if lasting:
        return (*within(end, (low, None), role), *within(start, (None, high), role))
    return (*within(start, (low, None if start != end else high), role), *within(end, (None, high), role))
