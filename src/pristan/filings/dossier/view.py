"""The view model of the dossier: finished text and numbers in one language, nothing left to compute or to look up.

The composer fills it from an assessment; the renderers (PDF, HTML, JSON) only lay it out. Closed vocabularies are codes
(`codes.py`) whose words both renderers take from `words.toml`; everything else is finished text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pristan.filings.dossier.annex import (
    Chronology,
    CountryPattern,
    Disagreement,
    EffectRow,
    ExhibitRow,
    KeyAnswer,
    OtherPassage,
    SameMatter,
    SourceCheck,
    Unknown,
)
from pristan.filings.dossier.codes import Node
from pristan.filings.dossier.parts import Day, Deadline, Paper, Passage, StepWarning
from pristan.filings.dossier.route import RouteGroup, RouteRow, RouteSection
from pristan.filings.dossier.told import told
from pristan.kernel.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A named set of supposed facts; the first scenario is today and supposes nothing."""

    id: str = field(metadata=told("The scenario's id, such as today or convicted_present.", printed=False))
    name: str = field(metadata=told("Its name, such as Convicted in my presence."))
    note: str = field(default="", metadata=told("What holds in it, a few words."))
    supposed: tuple[str, ...] = field(default=(), metadata=told("The facts it supposes, in words; empty for today."))


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """The whole dossier in one language."""

    language: Language = field(metadata=told("The language of all text."))
    case_code: str = field(metadata=told("The code printed at the foot of each page; says nothing about the person."))
    title: str = field(metadata=told("The question the dossier answers, or its answer."))
    person: str = field(metadata=told("The person's name, or how they wish to be named here."))
    prepared: Day = field(metadata=told("The day of preparation; also the printed date. No clock is read."))
    law_as_of: Day = field(metadata=told("The day on which the law is taken."))
    headline: tuple[str, ...] = field(metadata=told("The answer, two sentences."))
    next_step: Passage | None = field(default=None, metadata=told("The one next step, and why it is next."))
    notices: tuple[Passage, ...] = field(
        default=(), metadata=told("What must be read first, such as a device inside Russia.")
    )
    scenarios: tuple[Scenario, ...] = field(metadata=told("The scenarios; the first is today."))
    groups: tuple[RouteGroup, ...] = field(metadata=told("The routes in play, at most seven, grouped by what they do."))
    effects: tuple[EffectRow, ...] = field(default=(), metadata=told("What the record does to benefits elsewhere."))
    core: tuple[Passage, ...] = field(default=(), metadata=told("What must be understood, in plain words."))
    key_answers: tuple[KeyAnswer, ...] = field(default=(), metadata=told("Questions asked first, answered."))
    sections: tuple[RouteSection, ...] = field(default=(), metadata=told("One section per route explained."))
    other_routes: tuple[RouteRow, ...] = field(default=(), metadata=told("All other routes, each with its reason."))
    deadlines: tuple[Deadline, ...] = field(default=(), metadata=told("Dates that belong to no single route."))
    collect: tuple[Paper, ...] = field(default=(), metadata=told("Papers to collect now, in order."))
    dangerous: tuple[Paper, ...] = field(default=(), metadata=told("Papers dangerous to ask for, with safer ways."))
    warnings: tuple[StepWarning, ...] = field(default=(), metadata=told("Steps that close a route or expose someone."))
    chronology: Chronology | None = field(default=None, metadata=told("What happened, and when."))
    disagreements: tuple[Disagreement, ...] = field(
        default=(), metadata=told("Papers that contradict, memories that differ.")
    )
    country: tuple[CountryPattern, ...] = field(
        default=(), metadata=told("Documented patterns of which signs are on record.")
    )
    country_against: tuple[str, ...] = field(
        default=(), metadata=told("Country evidence against the person, whatever the pattern.")
    )
    other_passages: tuple[OtherPassage, ...] = field(
        default=(), metadata=told("Passages cited for what stands nowhere else in this dossier.")
    )
    exhibits: tuple[ExhibitRow, ...] = field(default=(), metadata=told("The exhibits on record."))
    same_matter: tuple[SameMatter, ...] = field(
        default=(), metadata=told("What a filing in one forum does to another.")
    )
    unknowns: tuple[Unknown, ...] = field(default=(), metadata=told("What is not known."))
    sources: tuple[SourceCheck, ...] = field(
        default=(), metadata=told("The sources, with the day of the last comparison.")
    )
    left_out: tuple[str, ...] = field(
        default=(), metadata=told("What this copy leaves out on purpose, one sentence each.")
    )

    def __post_init__(self) -> None:
        """Refuse a view that cannot be laid out: our own fault, so ValueError."""
        _scenarios_are_known(self)
        _each_row_has_a_cell_per_scenario(self)
        _each_section_has_a_row(self)
        for section in self.sections:
            for trace in section.traces:
                _depths_are_a_tree(section.id, [line.depth for line in trace.lines])
                if any(not line.title and line.kind not in (Node.ALL, Node.ANY) for line in trace.lines):
                    raise ValueError(f"dossier view: a line of the trace of {section.id} has no title")


def rows_of(view: DossierView) -> tuple[RouteRow, ...]:
    """Every route row, those in play first."""
    return tuple(row for group in view.groups for row in group.rows) + view.other_routes


def _scenarios_are_known(view: DossierView) -> None:
    ids = [scenario.id for scenario in view.scenarios]
    if not ids or len(set(ids)) != len(ids):
        raise ValueError(f"dossier view: scenarios need distinct ids and at least one: {ids}")
    if view.scenarios[0].supposed:
        raise ValueError("dossier view: the first scenario is today and supposes nothing")
    for section in view.sections:
        for trace in section.traces:
            if trace.scenario not in ids:
                raise ValueError(f"dossier view: {section.id} has a trace for an unknown scenario {trace.scenario!r}")


def _each_row_has_a_cell_per_scenario(view: DossierView) -> None:
    counts = [(row.id, len(row.cells)) for row in rows_of(view)] + [(row.id, len(row.cells)) for row in view.effects]
    for name, count in counts:
        if count != len(view.scenarios):
            raise ValueError(f"dossier view: {name} has {count} cells for {len(view.scenarios)} scenarios")


def _each_section_has_a_row(view: DossierView) -> None:
    ids = [row.id for row in rows_of(view)]
    if len(set(ids)) != len(ids):
        raise ValueError("dossier view: a route is listed twice")
    for section in view.sections:
        if section.id not in ids:
            raise ValueError(f"dossier view: section {section.id} has no row")


def _depths_are_a_tree(route: str, depths: list[int]) -> None:
    allowed = 0
    for depth in depths:
        if not 0 <= depth <= allowed:
            raise ValueError(f"dossier view: trace of {route} jumps to depth {depth}")
        allowed = depth + 1
