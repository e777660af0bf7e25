"""Packets being built for a page: asked for, watched, and read back. For case folders they live in memory only.

A vault builds through its own durable jobs (`vault_builds`); here a thread does it, and what it made is gone with the
process. Does not: write anything beside the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock, Thread
from typing import Protocol

from pristan.case.home import CaseHome
from pristan.kernel.errors import PristanError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Language, Text
from pristan.services.cases import open_case
from pristan.services.packets import build_one
from pristan.storage.ram import files_in, folder_in_memory

MOST_KEPT = 12  # packets kept in memory; each is some megabytes


@dataclass(frozen=True, slots=True)
class Build:
    """One packet as a page shows it."""

    state: str = "none"  # none | running | done | failed
    step: str = ""
    files: tuple[str, ...] = ()
    fault: Text | None = None


class Builds(Protocol):
    """What the page of filings asks."""

    def ask(self, case_id: str, profile: str, language: Language) -> None:
        """Have it built from the case as it stands."""

    def state(self, case_id: str, profile: str, language: Language) -> Build:
        """How far it is."""

    def file(self, case_id: str, profile: str, language: Language, name: str) -> bytes | None:
        """A file of what was built last; None if there is none of this name."""

    def built_before(self, case_id: str, at: datetime) -> Sequence[str]:
        """What was built until then: ids of packets, each with its person or language after an underscore, or a
        language alone.
        """

    def drop_built_before(self, case_id: str, at: datetime) -> None:
        """Delete it: it can be built again."""


@dataclass(slots=True)
class _Kept:
    build: Build = field(default_factory=Build)
    files: Mapping[str, bytes] = field(default_factory=dict)
    at: datetime | None = None  # when it was built


class FolderBuilds:
    """Builds of case folders, one thread each, kept in memory until the workbench ends or is locked."""

    def __init__(self, homes: Callable[[str], CaseHome]) -> None:
        self._homes = homes
        self._kept: dict[tuple[str, str, Language], _Kept] = {}
        self._lock = Lock()

    def ask(self, case_id: str, profile: str, language: Language) -> None:
        """Start a thread, unless one is building this already."""
        key = (case_id, profile, language)
        with self._lock:
            held = self._kept.pop(key, _Kept())
            if held.build.state != "running":
                held.build = Build("running", files=held.build.files)
                Thread(target=self._build, args=(held, *key), name="packet", daemon=True).start()
            self._kept[key] = held  # the last asked for is the last to be dropped
            for old in [one for one in self._kept if self._kept[one].build.state != "running"][:-MOST_KEPT]:
                del self._kept[old]

    def state(self, case_id: str, profile: str, language: Language) -> Build:
        """As the thread told."""
        held = self._kept.get((case_id, profile, language))
        return Build() if held is None else held.build

    def file(self, case_id: str, profile: str, language: Language, name: str) -> bytes | None:
        """From memory."""
        held = self._kept.get((case_id, profile, language))
        return None if held is None else held.files.get(name)

    def built_before(self, case_id: str, at: datetime) -> tuple[str, ...]:
        """Of what is in memory."""
        return tuple(sorted(f"{key[1]}_{key[2].value}" for key in self._before(case_id, at)))

    def drop_built_before(self, case_id: str, at: datetime) -> None:
        """From memory."""
        with self._lock:
            for key in self._before(case_id, at):
                del self._kept[key]

    def _before(self, case_id: str, at: datetime) -> list[tuple[str, str, Language]]:
        return [key for key, held in self._kept.items() if key[0] == case_id and held.at and held.at <= at]

    def forget(self) -> None:
        """Drop everything, when the workbench locks."""
        with self._lock:
            self._kept.clear()

    def _build(self, held: _Kept, case_id: str, profile: str, language: Language) -> None:
        def told(step: str) -> None:
            held.build = Build("running", step, held.build.files)

        try:
            with folder_in_memory() as out:
                built = build_one(open_case(self._homes(case_id)), profile, out, language=language, progress=told)
                held.files, held.at = files_in(built.folder), datetime.now(UTC)
            held.build = Build("done", files=tuple(held.files))
        except PristanError as fault:
            held.build = Build("failed", fault=text_of(fault))
