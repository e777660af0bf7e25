"""Working paper: what the other side can argue, and what of the record answers it.

It enters a filing argument by argument, and only where the user chose one: include = ["argument:ID"], with the id that
this paper prints. The arguments are those of the smallest defeat sets of each route; the answers are the statements on
record and the papers that would meet them. No answer is composed.
"""

from __future__ import annotations

from collections.abc import Iterator

from pristan.assessment.results import RouteResult, TraceNode
from pristan.filings.documents.composing.routes import argued_routes
from pristan.filings.documents.composing.values import value_in_words
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Block, Document, Piece, heading, item, paragraph, title
from pristan.filings.documents.sources import digest, fact_key
from pristan.filings.documents.wording import filed_words
from pristan.filings.dossier.compose.context import Context
from pristan.filings.dossier.compose.lifting import arguments
from pristan.filings.dossier.route import Argument

ARGUMENT = "argument:"  # before the id of an argument in `include` of a packet
SHORT = 8  # signs of an id
MOST_ANSWERS = 4  # statements on record under one argument


def anticipated(m: Materials) -> Document | None:
    """The arguments by route; None where no route has any."""
    context = Context(m.base, (m.assessment,), m.language, m.prepared)
    blocks: list[Block] = []
    for result in argued_routes(m):
        found = list(_arguments(m, result, context))
        if found:
            blocks += [heading(m.say(result.rule.title), 2), *found]
    if not blocks:
        return None
    name = m.word("anticipated_title")
    return m.document(None, "anticipated", name, [title(name), paragraph(m.word("working_paper")), *blocks])


def argument_id(one: Argument) -> str:
    """What an argument is chosen by: the same words give the same id."""
    return digest(one.text, one.rests_on)[:SHORT]


def argument_ids(m: Materials) -> frozenset[str]:
    """The ids of all arguments that can be chosen."""
    context = Context(m.base, (m.assessment,), m.language, m.prepared)
    return frozenset(argument_id(one) for result in argued_routes(m) for one in arguments(result, context))


def answered(m: Materials) -> Iterator[Block]:
    """The arguments that the user chose for this filing, with what answers them."""
    chosen = frozenset(one.removeprefix(ARGUMENT) for one in m.settings.include if one.startswith(ARGUMENT))
    if chosen:
        context = Context(m.base, (m.assessment,), m.language, m.prepared)
        for result in argued_routes(m):
            yield from _arguments(m, result, context, chosen)


def _arguments(
    m: Materials, result: RouteResult, context: Context, chosen: frozenset[str] = frozenset()
) -> Iterator[Block]:
    on_record = {m.say(node.title): node for node in result.trace.nodes() if node.shown}
    for number, one in enumerate(arguments(result, context), start=1):
        if chosen and argument_id(one) not in chosen:
            continue
        rests = f" ({filed_words(one.rests_on, m.language) if chosen else one.rests_on})" if one.rests_on else ""
        sign = "" if chosen else f" [{ARGUMENT}{argument_id(one)}]"
        says = filed_words(one.text, m.language) if chosen else one.text
        yield paragraph(Piece(says, bold=True), rests + sign, number=None if chosen else str(number))
        node = on_record.get(one.rests_on)
        answers = [] if node is None else list(_answers(m, node))
        yield from (item(*pieces) for pieces in answers[:MOST_ANSWERS])
        if not answers and not chosen:
            yield item(m.word("anticipated_nothing"))
        if one.met_by and not chosen:
            yield item(m.word("anticipated_met_by", papers="; ".join(one.met_by)))


def _answers(m: Materials, node: TraceNode) -> Iterator[tuple[Piece, ...]]:
    """The statements that speak for the person at this element."""
    for shown in node.shown:
        if shown.evidence.says is node.helps:
            for one in shown.statements:
                cite = (
                    m.cite(one.exhibit, one.page) if one.exhibit is not None else m.told_in(one) or m.word("own_word")
                )
                said = one.quote or value_in_words(one, m.language)
                yield (Piece(f"{m.word('quoted', text=said)} ({cite or one.exhibit})", (fact_key(one),)),)
