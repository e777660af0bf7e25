"""The closed vocabularies of the dossier: codes that the words file turns into words of one language.

Source: the assessment semantics (answers, support, verdicts, effects) and the screen design (proof marks, danger).
Does not: carry any word; every member has its words in `words.toml` under the section named in `SECTIONS`.
"""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The first reading in which a route succeeds."""

    OPEN = "open"
    ARGUABLE = "arguable"
    UNPROVEN = "unproven"
    BARRED = "barred"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    DOES_NOT_ARISE = "does_not_arise"


class Outcome(StrEnum):
    """What a charge, conviction or status does to a benefit elsewhere."""

    NONE = "none"
    CAN_WEIGH = "can_weigh"
    BLOCKS_UNLESS = "blocks_unless"
    BLOCKS = "blocks"
    NOT_KNOWN = "not_known"


class Does(StrEnum):
    """What a route does for the person; the groups of the first page."""

    STOPS_RETURN = "stops_return"
    GIVES_STATUS = "gives_status"
    ANSWERS_ACCUSATION = "answers_accusation"
    ENDS_CUSTODY = "ends_custody"


class Answer(StrEnum):
    """The answer of an element or rule; met means that its own test is fulfilled, never "good for the person"."""

    MET = "met"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"
    NOT_MET = "not_met"
    NOT_NEEDED = "not_needed"


class Support(StrEnum):
    """How well a finding is supported."""

    NONE = "none"
    CLAIMED = "claimed"
    CORROBORATED = "corroborated"
    DOCUMENTED = "documented"


class Node(StrEnum):
    """What one line of the trace is."""

    RULE = "rule"
    ALL = "all"
    ANY = "any"
    NOT = "not"
    EXISTS = "exists"
    FOR_EACH = "for_each"
    ELEMENT = "element"
    BAR = "bar"
    EXCEPTION = "exception"
    WEIGH = "weigh"
    INTERACTION = "interaction"


class Raised(StrEnum):
    """Who put a bar on the table; a bar that nobody raised is listed, not counted."""

    STATUTE = "statute"
    OPPONENT = "opponent"
    RECORD = "record"
    NOT_RAISED = "not_raised"
    NOT_A_BAR = "not_a_bar"


class Confidence(StrEnum):
    """How far the record of a rule was compared with its source."""

    VERIFIED = "verified"
    PARTIAL = "partial"
    UNVERIFIED = "unverified"


LEAST_SURE_FIRST = tuple(reversed(Confidence))


class Weight(StrEnum):
    """What kind of authority a citation is."""

    STATUTE = "statute"
    TREATY = "treaty"
    REGULATION = "regulation"
    PRECEDENT = "precedent"
    GUIDANCE = "guidance"
    PRACTICE = "practice"


class Obtain(StrEnum):
    """How hard a paper is to get."""

    EASY = "easy"
    SLOW = "slow"
    HARD = "hard"


class Danger(StrEnum):
    """What asking for a paper, or taking a step, can bring about."""

    NONE = "none"
    DRAWS_ATTENTION = "draws_attention"
    ENDANGERS = "endangers"


class StepBy(StrEnum):
    """Who takes a step that can change an element."""

    PERSON = "person"
    TIME = "time"
    DECIDER = "decider"


class ExceptionKind(StrEnum):
    """What lifts a ground of an effect."""

    EXCEPTION = "exception"
    WAIVER = "waiver"


class Reading(StrEnum):
    """How far an exhibit was read."""

    READ = "read"
    WITH_DOUBT = "with_doubt"
    UNREAD_SCAN = "unread_scan"
    NOT_OPENED = "not_opened"


class Translation(StrEnum):
    """Whether an exhibit can be filed in the language of the forum."""

    NOT_NEEDED = "not_needed"
    PRESENT = "present"
    MACHINE = "machine"
    MISSING = "missing"


class Difference(StrEnum):
    """The kinds of disagreement, never one look and never one word for them."""

    PAPERS = "papers"
    MEMORY = "memory"
    TRANSLATION = "translation"


class Leans(StrEnum):
    """Which way a disagreement works for the person."""

    HELPS = "helps"
    HURTS = "hurts"
    NEUTRAL = "neutral"


class Certainty(StrEnum):
    """How exactly the day of an event is known."""

    EXACT = "exact"
    ABOUT = "about"
    NOT_LATER = "not_later"
    NOT_EARLIER = "not_earlier"
    BETWEEN = "between"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Side(StrEnum):
    """Which way a factor of a weigh counts."""

    FOR = "for"
    AGAINST = "against"


SECTIONS: dict[str, type[StrEnum]] = {
    "verdict": Verdict,
    "verdict_meaning": Verdict,
    "outcome": Outcome,
    "outcome_meaning": Outcome,
    "does": Does,
    "answer_element": Answer,
    "answer_bar": Answer,
    "support": Support,
    "node": Node,
    "raised": Raised,
    "confidence": Confidence,
    "weight": Weight,
    "obtain": Obtain,
    "danger": Danger,
    "step_by": StepBy,
    "exception_kind": ExceptionKind,
    "reading": Reading,
    "translation": Translation,
    "difference": Difference,
    "leans": Leans,
    "certainty": Certainty,
    "side": Side,
}
