"""The list of documents or annexes: every exhibit of the packet with its date, language, translation and pages."""

from __future__ import annotations

from collections.abc import Mapping

from pristan.case.model import Exhibit
from pristan.filings.documents.composing.declaration import language_name
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Cell, Document, Piece, table, title
from pristan.filings.profiles.model import Part
from pristan.kernel.date_words import date_in_words


def list_of_documents(materials: Materials, part: Part, *, pages: Mapping[str, str]) -> Document:
    """The list: own documents that stand in the bundle, then the exhibits.

    pages: tab -> its pages as printed; a tab that is not there has none yet.
    """
    m = materials
    head = tuple(m.word(f"list_{one}") for one in ("tab", "document", "date", "language", "pages"))
    rows: list[tuple[Cell | str, ...]] = [
        (tab, m.say(own.title), "", "", pages.get(tab, ""))
        for name, tab in m.places.documents.items()
        if (own := m.version.part(name)) is not None
    ]
    rows += [_row(m, one, pages.get(m.places.tabs[one.id], "")) for one in m.exhibits]
    name = m.say(part.title)
    return m.document(part, part.id, name, [title(name), table(head, rows, (2, 9, 5, 5, 3))])


def _row(m: Materials, one: Exhibit, pages: str) -> tuple[Cell | str, ...]:
    text = m.say(one.title)
    if one.translation_of is not None and (tab := m.places.tabs.get(one.translation_of)) is not None:
        text += f" ({m.word('list_translation_of', tab=m.tab_name(tab))})"
    when = m.word("undated") if one.date is None else m.say(date_in_words(one.date))
    key = (f"exhibit:{one.id}",)
    return m.places.tabs[one.id], (Piece(text, key),), (Piece(when, key),), language_name(m, one.language), pages
