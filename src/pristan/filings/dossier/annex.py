"""The parts of the dossier that serve every route: effects, dates, papers, events, exhibits, doubts, sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from pristan.filings.dossier import codes
from pristan.filings.dossier.parts import CitedPassage, Day, ExhibitRef, Quote
from pristan.filings.dossier.told import told
from pristan.filings.dossier.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectException:
    """What lifts a ground of an effect."""

    name: str = field(metadata=told("The exception or waiver, in words, with its provision."))
    kind: codes.ExceptionKind = field(metadata=told("Exception or waiver."))
    answer: codes.Answer = field(metadata=told("Whether it is shown for this person."))


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectCell:
    """What the record does to one benefit in one scenario."""

    outcome: codes.Outcome = field(metadata=told("The effect."))
    reason: str = field(default="", metadata=told("Through which words of which rule, about ten words."))
    duration: str = field(default="", metadata=told("For how long."))
    exceptions: tuple[EffectException, ...] = field(default=(), metadata=told("Exceptions and waivers, named."))


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """One benefit elsewhere."""

    id: str = field(metadata=told("The effect's id in the law base, such as us.immigrant_visa.", printed=False))
    country: str = field(metadata=told("The country or union."))
    near: bool = field(
        default=True,
        metadata=told("True if the person is there, hopes to go there, is its national or stayed there: shown first."),
    )
    benefit: str = field(metadata=told("The benefit, such as immigrant visa."))
    law: str = field(default="", metadata=told("The main provisions, short."))
    cells: tuple[EffectCell, ...] = field(metadata=told("One effect per scenario, in the order of the scenarios."))
    note: str = field(default="", metadata=told("What is volatile, unverified or counted apart for each charge."))
    checked: str = field(default="", metadata=told("The oldest day a rule of it was compared with its source."))
    confidence: codes.Confidence | None = field(default=None, metadata=told("How far the least sure of them was."))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAnswerLine:
    """One part of an answer: one route or effect, or plain words, in the scenarios in which it is the answer."""

    about: str = field(default="", metadata=told("The route or benefit it is about; empty for plain words."))
    verdict: codes.Verdict | None = field(default=None, metadata=told("The verdict of the route, if it is one."))
    outcome: codes.Outcome | None = field(default=None, metadata=told("The effect, if it is one."))
    text: str = field(default="", metadata=told("What decides, and what remains."))
    scenarios: tuple[str, ...] = field(
        default=(), metadata=told("Names of the scenarios it holds in; empty for all that were asked.")
    )

    def sentence(self, words: Words) -> str:
        """The line as running text: the route or benefit, its verdict or effect, and the reason."""
        found = self.verdict and words["verdict"][self.verdict]
        found = found or (self.outcome and words["outcome"][self.outcome]) or ""
        about = f"{self.about}: {found[:1].lower()}{found[1:]}." if self.about else ""
        return f"{about} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAnswer:
    """A question people ask first, answered."""

    question: str = field(metadata=told("The question, as a person would ask it."))
    lines: tuple[KeyAnswerLine, ...] = field(metadata=told("The answer, part by part."))
    rule: str = field(default="", metadata=told("The rule it rests on."))
    checked: str = field(default="", metadata=told("The day the rule was compared with its source, in words."))
    confidence: codes.Confidence | None = field(default=None, metadata=told("How far it was compared."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of the chronology."""

    when: Day = field(metadata=told("When it happened."))
    certainty: codes.Certainty = field(metadata=told("How exactly the day is known."))
    what: str = field(metadata=told("What happened."))
    exhibits: tuple[ExhibitRef, ...] = field(default=(), metadata=told("The papers that say so."))
    said_by: str = field(default="", metadata=told("Who says so, if no paper does."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """One timeline from all papers and answers."""

    events: tuple[Event, ...] = field(metadata=told("The events, in order."))
    svg: str = field(default="", metadata=told("A drawing of the timeline as SVG; empty for none.", printed=False))
    svg_says: str = field(
        default="", metadata=told("What the drawing shows, for readers who cannot see it.", printed=False)
    )
    more_svg: tuple[str, ...] = field(
        default=(), metadata=told("Where one drawing would outgrow a page: what follows, in order.", printed=False)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One side of a disagreement."""

    source: str = field(metadata=told("The paper or the telling, with its date."))
    quote: Quote = field(metadata=told("What it says."))
    exhibit: ExhibitRef | None = field(default=None, metadata=told("Where it says so."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Sources that do not agree: two, or more where only a chain of them shows it."""

    kind: codes.Difference = field(metadata=told("Papers that contradict each other, or a memory that differs."))
    headline: str = field(metadata=told("The difference, stated neutrally."))
    left: Said = field(metadata=told("One side."))
    right: Said = field(metadata=told("The other side."))
    more: tuple[Said, ...] = field(default=(), metadata=told("Further sources without which it would not show."))
    leans: codes.Leans = field(metadata=told("Which way it works."))
    next_step: str = field(default="", metadata=told("What would settle or explain it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitRow:
    """One exhibit on record."""

    label: str = field(metadata=told("The exhibit's label, such as Exhibit 4."))
    title: str = field(metadata=told("What the paper is."))
    issuer: str = field(default="", metadata=told("Who issued it."))
    dated: str = field(default="", metadata=told("Its date, in words."))
    pages: str = field(default="", metadata=told("Its length, such as 6 pages."))
    language: str = field(default="", metadata=told("The language it is written in, as a word."))
    reading: codes.Reading = field(metadata=told("How far it was read."))
    reading_note: str = field(
        default="", metadata=told("For an unread scan: what to install or do so that it can be read.")
    )
    translation: codes.Translation = field(metadata=told("Whether a translation is on file."))
    translation_note: str = field(default="", metadata=told("Who translated it, or what is missing."))
    sha256: str = field(default="", metadata=told("SHA-256 of the original file, in hexadecimal."))


@dataclass(frozen=True, slots=True, kw_only=True)
class SameMatter:
    """What filing in one forum does to another."""

    first: str = field(metadata=told("The forum that is used first."))
    second: str = field(metadata=told("The forum it may touch."))
    does: str = field(metadata=told("What happens to the second."))
    rule: str = field(default="", metadata=told("The clause."))
    confidence: codes.Confidence | None = field(
        default=None, metadata=told("How far the clause was compared with its source.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something the case does not know yet; unknown is never no."""

    what: str = field(metadata=told("What is not known."))
    matters: str = field(default="", metadata=told("Which answers depend on it."))
    find: str = field(default="", metadata=told("How it can be found out."))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCheck:
    """One source the conclusions rest on."""

    source: str = field(metadata=told("The source, as cited."))
    checked: Day = field(metadata=told("The day a person last compared our record with it."))
    confidence: codes.Confidence = field(metadata=told("How far it was compared."))
    note: str = field(default="", metadata=told("What is volatile or was not read."))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountrySign:
    """One sign of a documented pattern, as the case shows it."""

    what: str = field(metadata=told("The sign, in words; a dispute is said in them."))
    exhibits: tuple[ExhibitRef, ...] = field(default=(), metadata=told("The papers that show it."))
    said_by: str = field(default="", metadata=told("Who says so, if the person does."))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPattern:
    """One documented pattern of which signs are on record."""

    title: str = field(metadata=told("What the pattern is called."))
    known: str = field(default="", metadata=told("Since when it is documented, and how well."))
    signs: tuple[CountrySign, ...] = field(metadata=told("The signs on record."))
    absent: tuple[str, ...] = field(default=(), metadata=told("Signs answered no, which speak against it here."))
    asks: tuple[str, ...] = field(default=(), metadata=told("Questions not answered yet, a few."))
    figures: tuple[str, ...] = field(default=(), metadata=told("Figures that belong to it, conflicts together."))
    against: tuple[str, ...] = field(default=(), metadata=told("What argues against it."))
    sources: tuple[str, ...] = field(default=(), metadata=told("Who documented it."))
    passages: tuple[CitedPassage, ...] = field(
        default=(), metadata=told("Passages of the case's own reports and decisions, for it and against.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPassage:
    """A passage cited for something that is not shown elsewhere in the dossier."""

    target: str = field(metadata=told("What it is cited for, in words."))
    passage: CitedPassage = field(metadata=told("The passage."))
    note: str = field(default="", metadata=told("Says when the law in use has nothing of that name."))
