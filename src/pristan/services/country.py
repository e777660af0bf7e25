"""Country evidence: which documented patterns a case shows, what argues against, and look-ups in the country data.

Does not: turn a pattern into a finding about the person; it gives the reader indicators, figures and sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.patterns import Match, against_in, deciding_questions, matches_of
from pristan.case.model import Case, Person
from pristan.case.passages import Passage
from pristan.country.figures import Figure, figures_about, topics
from pristan.country.glossary import Term, look_up
from pristan.country.offences import Edition, edition_on
from pristan.country.patterns import Against, Pattern
from pristan.country.relations import TravelRisk, relations, travel_risk
from pristan.kernel.articles import Article, read_citation
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.services.cases import person_of

DANGER_OF_HOLDING = Text(
    'Many publishers named here are "undesirable" or foreign agents in Russia: on a device that may be looked through'
    " there, their pages are a danger of their own. Do not store or open them there.",
    "Многие названные здесь издатели в России «нежелательные» или иноагенты: на устройстве, которое там могут"
    " осмотреть, их страницы сами по себе опасны. Не храните и не открывайте их там.",
)


@dataclass(frozen=True, slots=True)
class CountryEvidence:
    """What the documented patterns say to one person's case."""

    case: Case
    person: Person
    on: date
    matches: tuple[Match, ...]
    against: Mapping[str, Against]  # whatever the pattern
    questions: Mapping[str, tuple[Pattern, ...]]  # unanswered, and which patterns they decide
    danger: Text | None  # of holding the sources, unless the record says that the person is abroad
    passages: tuple[Passage, ...]  # of reports and decisions, cited for a pattern; they answer no sign

    def cited_for(self, pattern: Pattern) -> tuple[Passage, ...]:
        """Those cited for one pattern."""
        return tuple(one for one in self.passages if one.pattern == pattern.id)

    @property
    def elsewhere(self) -> tuple[Passage, ...]:
        """Those cited for a pattern that the case does not show."""
        shown = {match.pattern.id for match in self.matches}
        return tuple(one for one in self.passages if one.pattern not in shown)


def country_evidence(case: Case, *, person: str | None = None, on: date | None = None) -> CountryEvidence:
    """The patterns that the case shows today. Raises CaseError for a person who is not in the case."""
    who = person_of(case, person)
    day = on or case.assessed_on
    facts = CaseFacts(case, person=who, on=day)
    return CountryEvidence(
        case=case,
        person=who,
        on=day,
        matches=matches_of(facts),
        against=against_in(facts),
        questions=deciding_questions(facts),
        danger=danger_of_holding(case, who),
        passages=tuple(one for one in case.passages if one.person == who.id and one.pattern is not None),
    )


def danger_of_holding(case: Case, person: Person | None = None) -> Text | None:
    """The warning about pages of publishers named here, unless the record says that the person is abroad."""
    who = (person or case.principal).id
    where = {one.value for one in case.statements if (one.person, one.fact) == (who, "where_now")}
    return DANGER_OF_HOLDING if not where or "RU" in where else None


def figures_on(topic: str) -> tuple[tuple[Figure, ...], ...]:
    """The figures of a topic, those that differ side by side. Raises CaseError naming the topics."""
    if topic not in topics():
        raise CaseError(f'there are no figures on "{topic}". Topics: {", ".join(topics())}.')
    return figures_about(topic)


def editions_of(citation: str, day: PartialDate | None) -> tuple[tuple[Article, Edition | None], ...]:
    """Each article of a citation as it stood on `day`; None for one without a row. Raises CaseError if none is read."""
    articles = read_citation(citation)
    if not articles:
        raise CaseError(f'no article is read in "{citation}". Write it as in the paper, as "ч. 1 ст. 280.3 УК РФ".')
    return tuple((article, edition_on(article.name, day)) for article in articles)


def risks_of_travel(countries: tuple[str, ...]) -> tuple[TravelRisk, ...]:
    """The risk of surrender from each country (all with a row, if none is named)."""
    for country in countries:
        if len(country) != 2 or not country.isascii() or not country.isupper():
            raise CaseError(f'"{country}" is not a country. Write two capital letters, as AM.')
    return tuple(travel_risk(country) for country in countries or relations())


def terms_for(words: str) -> tuple[Term, ...]:
    """The terms with this Russian form, abbreviation or English form. Raises CaseError if there is none."""
    found = look_up(words)
    if not found:
        raise CaseError(f'"{words}" is not in the glossary. Try the whole term, its abbreviation or the English form.')
    return found
