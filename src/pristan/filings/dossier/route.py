"""One route in the dossier: its row on the first pages and its own section with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

from pristan.filings.dossier import codes
from pristan.filings.dossier.parts import Citation, CitedPassage, Day, Deadline, ExhibitRef, Paper, StepWarning
from pristan.filings.dossier.told import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that the person, time or a decider can still do."""

    what: str = field(metadata=told("The step, such as be in the United States."))
    by: codes.StepBy = field(metadata=told("Who takes it."))
    not_before: str = field(default="", metadata=told("The first day on which it can be taken, in words."))
    danger: str = field(default="", metadata=told("What the step can bring about; empty if nothing is known."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One irreducible set of steps, and the verdict that would follow."""

    steps: tuple[Step, ...] = field(metadata=told("The steps, all needed."))
    then: codes.Verdict = field(metadata=told("The verdict after them."))
    reason: str = field(default="", metadata=told("What would decide then, about ten words."))


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCell:
    """The verdict of one route in one scenario."""

    verdict: codes.Verdict = field(metadata=told("The verdict, computed, never typed by hand."))
    reason: str = field(
        default="", metadata=told("What decides, about ten words; never refers to a neighbouring cell.")
    )
    ways: tuple[Way, ...] = field(
        default=(), metadata=told("For not yet: sets of steps with what follows, the best first.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRow:
    """One route as the first pages show it."""

    id: str = field(metadata=told("The route's id in the law base, such as us.asylum; also its anchor.", printed=False))
    forum: str = field(metadata=told("Where it is decided, such as United States, immigration court."))
    where: str = field(
        default="", metadata=told("The country alone, for narrow tables, such as United States.", printed=False)
    )
    title: str = field(metadata=told("The route's name."))
    law: str = field(default="", metadata=told("The main provisions, short."))
    cells: tuple[VerdictCell, ...] = field(metadata=told("One verdict per scenario, in the order of the scenarios."))
    as_if_filed: str = field(
        default="", metadata=told("The note that it is assessed as if filed on the day of assessment.")
    )
    last_day: Day | None = field(default=None, metadata=told("The last day on which the same verdict would hold."))
    confidence_note: str = field(
        default="", metadata=told("What to know about the rules it rests on: unverified, volatile.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteGroup:
    """Routes that do the same for the person."""

    does: codes.Does = field(metadata=told("What these routes do."))
    rows: tuple[RouteRow, ...] = field(metadata=told("The routes, by verdict and nearest deadline."))


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceLine:
    """One line of the reasoning: a rule, a group or an element, with what answers it."""

    depth: int = field(metadata=told("Depth in the tree, from 0; a line is at most one deeper than the line before."))
    kind: codes.Node = field(metadata=told("What the line is."))
    title: str = field(
        default="", metadata=told("The rule's title or the element's question; may be empty for all and any.")
    )
    answer: codes.Answer | None = field(default=None, metadata=told("The answer; none for a line that only groups."))
    support: codes.Support = field(default=codes.Support.NONE, metadata=told("How well the answer is supported."))
    raised: codes.Raised = field(default=codes.Raised.NOT_A_BAR, metadata=told("For a bar: who raised it."))
    supposed: bool = field(default=False, metadata=told("True if the scenario supposes it."))
    decides: bool = field(
        default=False, metadata=told("True if the verdict, or what follows the first steps, turns on it.")
    )
    why: str = field(default="", metadata=told("One sentence on why this is the answer."))
    exhibits: tuple[ExhibitRef, ...] = field(default=(), metadata=told("The papers it rests on."))
    passages: tuple[CitedPassage, ...] = field(
        default=(), metadata=told("Passages of reports and decisions cited here; the answer does not rest on them.")
    )
    asserted_by: tuple[str, ...] = field(
        default=(), metadata=told("Who says so, such as you, interview of 12 November 2026.")
    )
    citations: tuple[Citation, ...] = field(default=(), metadata=told("The authorities of this version of the rule."))
    in_force: str = field(
        default="", metadata=told("From when until when the version is in force, and to what it applies.")
    )
    checked: str = field(default="", metadata=told("The day the record was last compared with its source, in words."))
    confidence: codes.Confidence | None = field(
        default=None, metadata=told("How far it was compared; none for lines without law.")
    )
    litigation: str = field(default="", metadata=told("The state of litigation about the rule, if not plain."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The reasoning of one route in one scenario."""

    scenario: str = field(metadata=told("The id of the scenario it was computed in.", printed=False))
    lines: tuple[TraceLine, ...] = field(metadata=told("The tree, top down, depth first."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One factor of a weigh."""

    title: str = field(metadata=told("The factor, in words."))
    side: codes.Side = field(metadata=told("Whether it counts for or against the person."))
    answer: codes.Answer = field(metadata=told("Whether it is there."))
    support: codes.Support = field(default=codes.Support.NONE, metadata=told("How well that is supported."))
    exhibits: tuple[ExhibitRef, ...] = field(default=(), metadata=told("The papers it rests on."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A decided case beside this one."""

    cite: str = field(metadata=told("The decision."))
    outcome: str = field(metadata=told("How it ended, for whom."))
    same: str = field(default="", metadata=told("What is the same here."))
    differs: str = field(default="", metadata=told("What differs here."))
    note: str = field(
        default="", metadata=told("Whether it binds this forum, and whether the whole decision was read.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigh:
    """A question of weighing that stands in the way, or one that a precedent settles."""

    title: str = field(metadata=told("The question to be weighed."))
    stands: str = field(default="", metadata=told("Why it stands in the way, or what settles it."))
    factors: tuple[Factor, ...] = field(default=(), metadata=told("The factors for and against; never a score."))
    precedents: tuple[Precedent, ...] = field(default=(), metadata=told("Decided cases for and against."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Papers of which any one fills the same gap."""

    choices: tuple[Paper, ...] = field(
        metadata=told("One paper, or several of which one is enough; easiest and safest first.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What would lift the verdict to a better one."""

    to: codes.Verdict = field(metadata=told("The verdict it would lift to."))
    scenario: str = field(default="", metadata=told("Name of the scenario, if not today."))
    because: str = field(default="", metadata=told("What would then be shown."))
    slots: tuple[Slot, ...] = field(metadata=told("Every slot must be filled."))
    more: str = field(default="", metadata=told("Says when more sets exist than were searched."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What the other side will argue, and how it could be met."""

    text: str = field(metadata=told("The argument, as the other side would put it."))
    rests_on: str = field(default="", metadata=told("The fact, paper or rule it rests on."))
    lowers_to: codes.Verdict | None = field(
        default=None, metadata=told("The verdict if it succeeds; none if unchanged.")
    )
    met_by: tuple[str, ...] = field(default=(), metadata=told("Ways to meet it; empty if none is known."))


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSection:
    """Everything about one route."""

    id: str = field(metadata=told("The id of the row it explains.", printed=False))
    gives: str = field(default="", metadata=told("What the route gives, and what it does not."))
    lasts: str = field(default="", metadata=told("How long what it gives lasts, and what ends it."))
    closes: str = field(default="", metadata=told("What using the route closes or endangers."))
    decides: str = field(default="", metadata=told("Who decides."))
    standard: str = field(default="", metadata=told("The standard of proof; shown, never computed with."))
    burden: str = field(default="", metadata=told("Who must prove; shown, never computed with."))
    traces: tuple[Trace, ...] = field(default=(), metadata=told("The reasoning; today first."))
    decider_only: tuple[str, ...] = field(
        default=(), metadata=told("What only the decider can judge, such as credibility.")
    )
    weighs: tuple[Weigh, ...] = field(default=(), metadata=told("Questions of weighing, with precedents."))
    lifts: tuple[Lift, ...] = field(default=(), metadata=told("What would lift the verdict."))
    arguments: tuple[Argument, ...] = field(default=(), metadata=told("The other side's arguments."))
    deadlines: tuple[Deadline, ...] = field(default=(), metadata=told("The route's dates."))
    warnings: tuple[StepWarning, ...] = field(default=(), metadata=told("What not to do, and why."))
