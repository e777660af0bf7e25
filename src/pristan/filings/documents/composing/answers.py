"""The fields of a form or portal with their answers and where each comes from; what only the person can write stays
empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from pristan.case.model import Statement
from pristan.filings.documents.composing.values import value_in_words
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Cell, Document, Piece, table, title
from pristan.filings.documents.sources import fact_key
from pristan.filings.profiles.model import Answer, Part


def answers(materials: Materials, part: Part) -> Document:
    """The sheet of fields, in the order of the form."""
    m = materials
    head = (m.word("answers_field"), m.word("answers_answer"), m.word("answers_source"))
    rows: list[tuple[Cell | str, ...]] = [(m.say(one.label), *_answer(m, one)) for one in m.version.answers]
    name = m.say(part.title)
    return m.document(part, part.id, name, [title(name), table(head, rows, (5, 8, 5))])


def _answer(m: Materials, one: Answer) -> tuple[Cell, Cell]:
    kind, _, name = one.source.partition(":")
    match kind:
        case "person":
            return (Piece(m.name, (f"person:{m.person.id}",)),), ()
        case "field":
            return (m.field(name),), ()
        case "part":
            wanted = m.version.part(name)
            return (Piece(m.word("answers_see", part="" if wanted is None else m.say(wanted.title))),), ()
        case "item":
            titles = [m.say(item.title) for item in m.case.items if (item.list, item.person) == (name, m.person.id)]
            return (Piece("; ".join(titles) or m.word("answers_by_hand")),), ()
        case "fact":
            return _fact(m, name)
        case _:
            return (Piece(m.word("answers_by_hand"), italic=True),), ()


def _fact(m: Materials, name: str) -> tuple[Cell, Cell]:
    values: dict[str, list[Statement]] = {}
    for one in m.case.statements:
        if one.person == m.person.id and one.fact == name:
            values.setdefault(value_in_words(one, m.language), []).append(one)
    if not values:
        return (Piece(m.word("answers_by_hand"), italic=True),), ()
    keys = tuple(dict.fromkeys(fact_key(one) for said in values.values() for one in said))
    cites = [cite for said in values.values() for one in said for cite in _cites(m, one)]
    return (Piece("; ".join(values), keys),), (Piece("; ".join(dict.fromkeys(cites)) or m.word("own_word")),)


def _cites(m: Materials, one: Statement) -> Iterator[str]:
    cite = m.cite(one.exhibit, one.page) if one.exhibit is not None else m.told_in(one)
    if cite:
        yield cite
