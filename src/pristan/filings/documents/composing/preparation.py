"""Working paper: what to look at before an interview or hearing: what happened in order, where sources differ, what
will probably be asked, and what the person may ask for.

It tells nobody what to say: it shows what is on record.
"""

from __future__ import annotations

from collections.abc import Iterator

from pristan.chronology.check import check
from pristan.chronology.dated import dated_events
from pristan.chronology.order import ordered
from pristan.filings.documents.composing.routes import argued_routes
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Block, Cell, Document, Piece, heading, item, paragraph, table, title
from pristan.kernel.date_words import date_in_words
from pristan.kernel.vocabulary.facts import vocabulary

MOST_QUESTIONS = 20
ADVICE = ("advice_own_words", "advice_not_know", "advice_about", "advice_interpreter", "advice_pause", "advice_read")


def preparation(m: Materials) -> Document:
    """The sheet for this person and this body."""
    name = m.word("preparation_title")
    blocks: list[Block] = [title(name), paragraph(m.word("working_paper")), paragraph(m.say(m.profile.body))]
    blocks += [heading(m.word("preparation_advice"), 2), *(item(m.word(key)) for key in ADVICE)]
    blocks += _events(m)
    blocks += _differences(m)
    blocks += _questions(m)
    return m.document(None, "preparation", name, blocks)


def _events(m: Materials) -> Iterator[Block]:
    events = ordered(dated_events(m.case)[0])
    if events:
        yield heading(m.word("preparation_events"), 2)
        rows: list[tuple[Cell | str, ...]] = []
        for one in events:
            cites = "; ".join(cite for name, page in one.exhibits if (cite := m.cite(name, page)))
            cites = "; ".join(filter(None, (cites, *m.telling(one.id))))
            when = (Piece(m.say(date_in_words(one.when)), (f"event:{one.id}",)),)
            rows.append((when, m.say(one.title), cites or m.word("own_word")))
        head = (m.word("list_date"), m.word("preparation_what"), m.word("answers_source"))
        yield table(head, rows, (4, 8, 6))


def _differences(m: Materials) -> Iterator[Block]:
    report = check(m.case)
    told = [*report.open, *report.explained]
    if told:
        yield heading(m.word("preparation_differences"), 2)
        for one in told:
            yield paragraph(Piece(m.say(one.headline), bold=True))
            for side in one.sides:
                yield item(f"{m.say(side.name)}: {m.say(side.says)}")
            if one.explanation is not None:
                yield item(m.word("preparation_explained", text=m.say(one.explanation.text)))


def _questions(m: Materials) -> Iterator[Block]:
    """What the record does not answer yet, asked as the product asks it."""
    asked: dict[str, None] = {}
    for result in argued_routes(m):
        for sets in (result.lifts.sets, result.lowers.sets):
            for key in (move.key for group in sets for move in sorted(group)):
                if key in result.leaves:
                    asked.update(dict.fromkeys(result.leaves[key][1].facts))
    kinds = [vocabulary()[fact] for fact in list(asked)[:MOST_QUESTIONS] if fact in vocabulary()]
    if kinds:
        yield heading(m.word("preparation_questions"), 2)
        yield from (item(m.say(one.ask)) for one in kinds if not one.sensitive)
    if any(one.sensitive for one in kinds):
        yield paragraph(Piece(m.word("preparation_sensitive"), bold=True))
        yield from (item(m.say(one.ask)) for one in kinds if one.sensitive)
