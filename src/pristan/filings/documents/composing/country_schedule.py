"""The schedule of country information: each documented pattern of which signs are on record, with its sources to the
page or paragraph where one was noted, and how old they are.

Left out: sources without an address or read second-hand (the checks name them), and what argues against (working
papers).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pristan.assessment.casefacts import CaseFacts
from pristan.assessment.patterns import Fit, Match, matches_of
from pristan.case.model import Statement
from pristan.case.passages import Passage
from pristan.country.figures import Figure, beside, figure
from pristan.country.patterns import Source
from pristan.filings.documents.composing.submission import GUILLEMETS
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Block, Cell, Document, Piece, heading, item, paragraph, table, title
from pristan.filings.documents.sources import fact_key
from pristan.filings.profiles.model import Part
from pristan.kernel.date_words import date_in_words, day_in_words
from pristan.kernel.language import Text

OLD_MONTHS = 12  # country information older than a year is named in the checks (international.md, D31: six to twelve)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The document, the sources left out with the doubt that keeps them out, and those that have grown old."""

    document: Document
    left_out: tuple[Text, ...]
    old: tuple[Text, ...]


def country_schedule(materials: Materials, part: Part) -> Schedule:
    """The schedule for this person, today."""
    m, name = materials, materials.say(part.title)
    blocks, left_out, old = [title(name)], [], []
    for match in matches_shown(materials):
        usable = [one for one in match.pattern.sources if one.url is not None and one.doubt is None]
        left_out += [_named(one) for one in match.pattern.sources if one not in usable]
        if not usable:
            continue
        old += [_named(one) for one in usable if (age := _months(one, m.prepared)) is None or age > OLD_MONTHS]
        blocks += _pattern(m, match, usable)
    return Schedule(m.document(part, part.id, name, blocks), tuple(dict.fromkeys(left_out)), tuple(dict.fromkeys(old)))


def matches_shown(materials: Materials) -> tuple[Match, ...]:
    """Patterns in whose setting the case stands with at least one sign on record; each once, most signs first."""
    facts = CaseFacts(materials.case, person=materials.person, on=materials.assessment.on)
    best: dict[str, Match] = {}
    for one in matches_of(facts):
        known = best.get(one.pattern.id)
        if one.fit is Fit.SIGNS and (known is None or len(one.signs) > len(known.signs)):
            best[one.pattern.id] = one
    return tuple(sorted(best.values(), key=lambda one: -len(one.signs)))


def _pattern(m: Materials, match: Match, sources: list[Source]) -> list[Block]:
    pattern, key = match.pattern, (f"pattern:{match.pattern.id}",)
    blocks = [heading(m.say(pattern.title), 2), paragraph(Piece(m.say(pattern.method), key))]
    signs = [_sign(m, one.indicator.title, one.shown_by) for one in match.signs]
    if any(signs):
        blocks.append(paragraph(Piece(f"{m.word('schedule_signs')}:", bold=True)))
        blocks += [item(*one) for one in signs if one]
    quoted = [_passage(m, one) for one in _passages(m, pattern.id)]
    if quoted:
        blocks.append(paragraph(Piece(f"{m.word('schedule_passages')}:", bold=True)))
        blocks += [item(*one) for one in quoted]
    shown = [_figure(m, one) for one in _figures(pattern.figures)]
    if shown:
        blocks.append(paragraph(Piece(f"{m.word('schedule_figures')}:", bold=True)))
        blocks += [item(one) for one in shown]
    head = (m.word("schedule_source"), m.word("schedule_place"), m.word("schedule_published"))
    rows: list[tuple[Cell | str, ...]] = [_row(m, one, key) for one in sources]
    blocks.append(table(head, rows, (8, 6, 4)))
    blocks.append(paragraph(m.word("schedule_checked", day=m.say(day_in_words(pattern.checked)))))
    return blocks


def _sign(m: Materials, what: Text, shown_by: tuple[Statement, ...]) -> list[Piece]:
    """A sign with the exhibits that show it; nothing where the packet has none of them."""
    cites, keys = [], []
    for one in shown_by:
        cite = m.cite(one.exhibit, one.page) if one.exhibit is not None else m.told_in(one)
        if cite:
            cites.append(cite)
            keys.append(fact_key(one))
    return [Piece(f"{m.say(what)} ({'; '.join(cites[:3])})", tuple(dict.fromkeys(keys)))] if cites else []


def _passages(m: Materials, pattern: str) -> list[Passage]:
    """Words of reports that stand in the packet, cited for the pattern; those against the person are not filed."""
    mine = [one for one in m.case.passages if (one.person, one.pattern) == (m.person.id, pattern)]
    return [one for one in mine if not one.against and m.cite(one.exhibit, one.page)]


def _passage(m: Materials, one: Passage) -> list[Piece]:
    key, language = (f"exhibit:{one.exhibit}",), m.case.exhibits[one.exhibit].language
    marks = "«»" if language in GUILLEMETS else "“”"
    words = Piece(f"{marks[0]}{one.quote}{marks[1]}", key, language=language)
    return [words, Piece(f" ({m.cite(one.exhibit, one.page)})", key)]


def _figures(names: tuple[str, ...]) -> list[Figure]:
    """Figures with an address, each with all that must stand beside it: a group is whole or not there."""
    found: dict[str, Figure] = {}
    for name in names:
        group = (figure(name), *beside(figure(name)))
        if all(one.url for one in group):
            found |= {one.id: one for one in group}
    return list(found.values())


def _figure(m: Materials, one: Figure) -> Piece:
    of = "" if one.denominator is None else f", {m.say(one.denominator)}"
    says = f"{m.say(one.says)}: {one.amount(m.language)}{of}"
    text = f"{says}; {m.say(date_in_words(one.period))}; {one.publisher}; {one.url[0]}"
    return Piece(text, (f"figure:{one.id}",))


def _row(m: Materials, one: Source, key: tuple[str, ...]) -> tuple[Cell | str, ...]:
    name = ", ".join(part for part in (one.publisher, one.title) if part)
    place = "; ".join(part for part in (one.page, one.url) if part)
    age = _months(one, m.prepared)
    published = m.word("schedule_undated") if one.published is None else m.say(date_in_words(one.published))
    if age is not None:
        published += "; " + m.word("schedule_age", months=age, day=m.today)
    return (Piece(name, key),), place, published


def _months(one: Source, today: date) -> int | None:
    day = None if one.published is None else one.published.latest
    return None if day is None else max(0, (today.year - day.year) * 12 + today.month - day.month)


def _named(one: Source) -> Text:
    name = ", ".join(part for part in (one.publisher, one.title) if part)
    return Text(name, name)
