"""What the sources of the case disagree about, for the working dossier: open ones, and those kept shown.

Does not: enter a filing; there only an explanation that the person discloses does: `filings/corrections.py`.
"""

from __future__ import annotations

from pristan.assessment.severity import Weighed, leans, weighed
from pristan.chronology.findings import Side
from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import Disagreement, Said
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.parts import ExhibitRef, Quote


def disagreements(context: Context) -> tuple[Disagreement, ...]:
    """Each contradiction with its quotes side by side; those first on which an element rests."""
    found = context.report.contradictions
    shown = [one for one in found if one.open or (one.explanation is not None and one.explanation.keep_shown)]
    return tuple(_disagreement(one, context) for one in weighed(context.case, context.today, shown))


def _disagreement(one_weighed: Weighed, context: Context) -> Disagreement:
    one = one_weighed.contradiction
    sides = [_said(side, context) for side in one.sides]
    if len(sides) == 1:
        sides *= 2
    explanation = "" if one.explanation is None else context.say(one.explanation.text) + " "
    return Disagreement(
        kind=codes.Difference(one.nature.value),
        headline=context.say(one.topic)[:1].upper() + context.say(one.topic)[1:],
        left=sides[0],
        right=sides[1],
        more=tuple(sides[2:]),
        leans=codes.Leans(leans(context.case, one)),
        next_step=explanation + context.say(one.mends[0].text),
    )


def _said(side: Side, context: Context) -> Said:
    source = side.source
    says = context.say(side.says)
    exhibit = None
    language = context.case.language.value
    if source.exhibit is not None:
        page = "" if source.page is None else context.phrase("page", page=str(source.page))
        exhibit = ExhibitRef(exhibit=context.exhibit_label(source.exhibit), page=page)
        own = context.case.exhibits[source.exhibit].language
        language = language if own == "none" else own
    quote = Quote(text=source.quote or says, language=language if source.quote else context.language.value)
    return Said(source=f"{context.say(side.name)}: {says}", quote=quote, exhibit=exhibit)
