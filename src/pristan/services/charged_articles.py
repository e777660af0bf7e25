"""The articles that a paper charges, as they stood on the day of the alleged act: here papers meet the offence table.

The day is the one that the paper itself tells; a paper that tells none, or several, leaves the edition open.
Does not: say that an article of another state stood or not; only codes of Russia are in the table, and the same number
is another crime elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pristan.country.offences import Edition, edition_on
from pristan.documents.reading.model import Field, Reading
from pristan.kernel.articles import Article, read_citation
from pristan.kernel.dates import PartialDate

HOME = "RU"
_ABROAD = re.compile(
    r"узбекистан|таджикистан|казахстан|к[иы]ргыз|туркменистан|беларус|армени|грузи|азербайджан|молдов|украин|ташкент|наманган|самарканд"
    r"|бухар|душанбе|худжанд|бишкек|\bош\b|алматы|астан|минск|ГКНБ|\bСГБ\b|\bКНБ\b",
    re.IGNORECASE,
)


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
    abroad = _of_another_state(reading)
    found = []
    for field in reading.of("charge"):
        articles = read_citation(field.value)
        if len(articles) == 1:
            article = articles[0]
            state = field.detail.get("state")
            home = state == HOME or (state is None and not abroad)
            found.append(ChargedArticle(field, article, day, edition_on(article.name, day) if home else None))
    return tuple(found)


def _of_another_state(reading: Reading) -> bool:
    """Whether the paper cites the code of another state, or is issued there: an article without a state is not ours."""
    cited = any(one.detail.get("state") not in (None, HOME) for one in reading.of("charge"))
    return cited or any(_ABROAD.search(one.value) for one in (*reading.of("body.agency"), *reading.of("body.court")))


def _day_of_the_act(reading: Reading) -> PartialDate | None:
    told = {one.value for one in reading.of("date.offence")}
    return PartialDate.maybe(told.pop()) if len(told) == 1 else None
