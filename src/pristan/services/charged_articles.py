"""The articles that a paper charges, as they stood on the day of the alleged act: here papers meet the offence table.

The day is the one that the paper itself tells; a paper that tells none, or several, leaves the edition open.
Does not: say that an article of another state stood or not; only codes of Russia are in the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from pristan.country.offences import Edition, edition_on
from pristan.documents.reading.model import Field, Reading
from pristan.kernel.articles import Article, read_citation
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError

HOME = "RU"


@dataclass(frozen=True, slots=True)
class ChargedArticle:
    """One charge of a paper. `edition` is None where the table has no row, or the article is of another state."""

    field: Field
    article: Article
    day: PartialDate | None  # of the alleged act, as the paper tells it
    edition: Edition | None


def charged_articles(reading: Reading) -> tuple[ChargedArticle, ...]:
    """Each charge, in reading order."""
    day = _day_of_the_act(reading)
    found = []
    for field in reading.of("charge"):
        articles = read_citation(field.value)
        if len(articles) == 1:
            article = articles[0]
            home = article.state in (None, HOME)
            found.append(ChargedArticle(field, article, day, edition_on(article.name, day) if home else None))
    return tuple(found)


def _day_of_the_act(reading: Reading) -> PartialDate | None:
    told = {one.value for one in reading.of("date.offence")}
    if len(told) != 1:
        return None
    try:
        return PartialDate.parse(told.pop())
    except CaseError:
        return None  # a period that no calendar has is left open
