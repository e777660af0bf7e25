"""What every part of the composer needs: the assessments side by side, the language, and small phrases from the
words files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from pristan.assessment.limits import limits_of
from pristan.assessment.passages import Passages, passages_of
from pristan.assessment.results import Assessment
from pristan.case.model import Case
from pristan.chronology.check import check
from pristan.chronology.findings import Report
from pristan.deadlines.model import Due
from pristan.filings.dossier.parts import Day
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language, Text
from pristan.kernel.phrases import phrases_in
from pristan.law.instruments import cited
from pristan.law.model import LawBase, Rule, Version

TODAY = "today"


@cache
def phrases() -> Mapping[str, Text]:
    """Sentences that the composer joins with the law's own, in both languages, from `phrases.toml`."""
    path = Path(str(files(__package__).joinpath("phrases.toml")))
    return phrases_in(path, name="dossier/compose/phrases.toml")


def litigation_word(state: str) -> Text:
    """How a state in the courts is called."""
    return phrases()[f"litigation_{state}"]


@dataclass(frozen=True)  # without slots: what several parts ask for is worked out once and kept in it
class Context:
    """One case under one or more scenarios, to be told in one language."""

    base: LawBase
    assessments: tuple[Assessment, ...]  # today first
    language: Language
    prepared: date

    @property
    def today(self) -> Assessment:
        """The assessment that supposes nothing."""
        return self.assessments[0]

    @property
    def case(self) -> Case:
        """The case."""
        return self.today.case

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """The time limits that apply today."""
        return limits_of(self.today)

    @cached_property
    def report(self) -> Report:
        """What the sources of the case say side by side."""
        return check(self.case)

    @cached_property
    def passages(self) -> Passages:
        """The passages of reports and decisions that the case cites."""
        return passages_of(self.case, self.today.person.id, self.base)

    def say(self, text: Text | None) -> str:
        """The text in the dossier's language; empty for none."""
        return "" if text is None else text.to(self.language)

    def phrase(self, key: str, **values: str) -> str:
        """A phrase of `phrases.toml` with its places filled; a Russian day that ends it has a full stop already."""
        return phrases()[key].to(self.language).format(**values).replace("г..", "г.")

    def day(self, day: date) -> Day:
        """A calendar day."""
        return self.when(PartialDate.of(day))

    def when(self, when: PartialDate) -> Day:
        """A day as exact as it is known."""
        return Day(edtf=when.original, words=self.say(date_in_words(when)))

    def exhibit_label(self, exhibit_id: str) -> str:
        """How an exhibit is called in the text."""
        return self.phrase("exhibit", id=exhibit_id)

    def cited(self, cite: str) -> str:
        """A citation as it stands in the language of the dossier."""
        return cited(cite, self.language)

    def cites(self, version: Version | None, limit: int = 2) -> str:
        """The first citations of a version, short."""
        return "" if version is None else "; ".join(self.cited(one.cite) for one in version.authorities[:limit])

    def country(self, code: str) -> str:
        """The country's name, or the code if none is known here."""
        found = phrases().get(f"country_{code}")
        return code if found is None else found.to(self.language)


def title_of(rule: Rule, context: Context) -> str:
    """A rule's title in the dossier's language."""
    return context.say(rule.title)
