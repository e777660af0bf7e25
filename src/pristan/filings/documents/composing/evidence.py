"""Working paper: evidence still to get, what asking for it can bring about, and letters to those who may be asked.

A paper that endangers whoever asks stands in the list with the warning, and in no letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.filings.documents.composing.routes import argued_routes
from pristan.filings.documents.materials import BLANK, Materials
from pristan.filings.documents.model import BREAK, Block, Cell, Document, heading, line, paragraph, table, title
from pristan.filings.dossier.compose.lifting import cheapest_first
from pristan.filings.dossier.words import words_in
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file
from pristan.law.model import Paper

ENDANGERS = "endangers"


@dataclass(frozen=True, slots=True)
class Request:
    """A kind of addressee, the papers they may have, and what the letter says."""

    id: str
    to: Text
    papers: tuple[str, ...]
    text: tuple[Text, ...]


@cache
def requests() -> tuple[Request, ...]:
    """The letters, from `requests.toml`."""
    file = Path(__file__).parents[1] / "requests.toml"
    root = read_file(file, error=RuleError, name="documents/requests.toml")
    found = []
    for one in root.tables("request"):
        found.append(Request(one.string("id"), one.text("to"), one.strings("papers"), one.texts("text")))
        one.done()
    root.done()
    return tuple(found)


def evidence(m: Materials) -> Document | None:
    """The list and the letters; None where nothing is wanted."""
    wanted = _wanted(m)
    if not wanted:
        return None
    name = m.word("evidence_title")
    head = (m.word("evidence_paper"), m.word("evidence_shows"), m.word("evidence_how"), m.word("evidence_danger"))
    rows: list[tuple[Cell | str, ...]] = [
        (m.say(one.title), "; ".join(m.say(text) for text in shows), m.say(one.how), _danger(m, one))
        for one, shows in wanted
    ]
    blocks = [title(name), paragraph(m.word("working_paper")), table(head, rows, (5, 5, 6, 5))]
    for request in requests():
        asked = [one for one, _ in wanted if one.id in request.papers and one.danger != ENDANGERS]
        if asked:
            blocks += _letter(m, request, asked)
    return m.document(None, "evidence", name, blocks)


def _wanted(m: Materials) -> list[tuple[Paper, tuple[Text, ...]]]:
    """Papers that would lift a route of this packet, the least dangerous first, with what each would show."""
    shows: dict[str, dict[str, Text]] = {}
    for result in argued_routes(m):
        for key in sorted({move.key for group in result.lifts.sets for move in group}):
            if key in result.leaves and result.leaves[key][1].step is None:
                element = result.leaves[key][1]
                for name in element.proof:
                    shows.setdefault(name, {})[element.title.en] = element.title
    papers = cheapest_first([m.base.papers[name] for name in shows])
    return [(one, tuple(shows[one.id].values())) for one in papers]


def _danger(m: Materials, one: Paper) -> str:
    words = words_in(m.language)
    text = f"{words['obtain'][one.obtain]}; {words['danger'][one.danger]}"
    return text if one.why is None else f"{text}. {m.say(one.why)}"


def _letter(m: Materials, request: Request, asked: list[Paper]) -> Iterator[Block]:
    listed = "; ".join(m.say(one.title) for one in asked)
    yield BREAK
    yield heading(m.word("letter_to", who=m.say(request.to)))
    yield paragraph(m.word("letter_head", blank=BLANK))
    for text in request.text:
        yield paragraph(m.say(text).format(paper=listed, name=m.name))
    yield line(m.word("signature_plain"))
