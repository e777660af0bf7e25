"""One citation of a decided case, whatever form it has: the one object that is found, compared and rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How the case is identified."""

    REPORTER = "reporter"  # volume, series, page: 453 F.3d 1182; 24 I&N Dec. 681
    NEUTRAL = "neutral"  # [2014] UKUT 442 (IAC); 2014 SCC 68; [1993] 2 SCR 689; KHO:2020:94
    DOCKET = "docket"  # a US case without a reporter yet: No. 24-777 (U.S.)
    ECLI = "ecli"
    STRASBOURG = "strasbourg"  # application number of the European Court of Human Rights
    LUXEMBOURG = "luxembourg"  # C-199/12
    TREATY_BODY = "treaty_body"  # CCPR/C/115/D/2367/2014; A/HRC/WGAD/2017/50; communication 2367/2014


@dataclass(frozen=True, slots=True)
class CaseCitation:
    """A citation.

    key: what the case is known by; two citations with one key are of one case.
    name: of the parties, as written, or None. pin: the page or paragraph that is meant.
    """

    kind: Kind
    key: str
    name: str | None = None
    court: str | None = None
    year: str | None = None
    pin: str | None = None
    also: tuple[str, ...] = ()  # other keys that the same citation gives
    span: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """All that the case is known by here."""
        return (self.key, *self.also)
