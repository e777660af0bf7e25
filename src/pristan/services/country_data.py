"""Country evidence as plain data, for JSON. Its form is published: schemas/country_*.json."""

from __future__ import annotations

from typing import Any

from pristan.assessment.casefacts import source_of
from pristan.assessment.patterns import Match, Reading
from pristan.case.model import Case, Statement
from pristan.country.figures import Figure, beside, figure
from pristan.country.glossary import Term
from pristan.country.offences import Change, Edition
from pristan.country.patterns import Against, Source
from pristan.country.relations import INSTRUMENT_WORDS, TravelRisk
from pristan.country.words import GROUNDS, GROUPS
from pristan.kernel.articles import Article
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use
from pristan.services.country import CountryEvidence
from pristan.services.passages_data import passage_data

Data = dict[str, Any]


def evidence_data(found: CountryEvidence) -> Data:
    """What `pristan country match --json` prints."""
    base = law_in_use()
    return {
        "person": found.person.id,
        "on": found.on.isoformat(),
        "patterns": [_match(match, found) for match in found.matches],
        "passages": [passage_data(one, base) for one in found.passages],
        "against": [{"id": name, **_against(one)} for name, one in found.against.items()],
        "questions": [
            {"fact": fact, "ask": _text(vocabulary()[fact].ask), "patterns": [one.id for one in those]}
            for fact, those in found.questions.items()
        ],
        "danger": None if found.danger is None else _text(found.danger),
    }


def _match(match: Match, found: CountryEvidence) -> Data:
    pattern, case = match.pattern, found.case
    return {
        "id": pattern.id,
        "title": _text(pattern.title),
        "fit": match.fit.value,
        "charge": match.item,
        "states": list(pattern.states),
        "period": None if pattern.period is None else str(pattern.period),
        "actors": _text(pattern.actors),
        "places": _text(pattern.places),
        "method": _text(pattern.method),
        "note": _text(pattern.note),
        "used_against": [_text(GROUPS[name]) for name in pattern.used_against],
        "ground_hints": [_text(GROUNDS[name]) for name in pattern.ground_hints],
        "setting": [_reading(one, case) for one in match.setting],
        "signs": [_reading(one, case) for one in match.signs],
        "absent": [_reading(one, case) for one in match.absent],
        "unknown": [_reading(one, case) for one in match.unknown],
        "look_for": [{"id": one.id, "title": _text(one.title)} for one in pattern.look_for],
        "figures": figure_groups(pattern.figures),
        "against": [_against(one) for one in pattern.against],
        "sources": [_source(one) for one in pattern.sources],
        "passages": [one.id for one in found.cited_for(pattern)],
        "doubts": [_text(one) for one in pattern.doubts],
        "confidence": pattern.confidence,
        "checked": pattern.checked.isoformat(),
    }


def _reading(reading: Reading, case: Case) -> Data:
    return {
        "id": reading.indicator.id,
        "title": _text(reading.indicator.title),
        "answer": reading.answer.value,
        "shown_by": [_statement(one, case) for one in reading.shown_by],
        "denied_by": [_statement(one, case) for one in reading.denied_by],
        "questions": [{"fact": fact, "ask": _text(vocabulary()[fact].ask)} for fact in reading.needs],
    }


def _statement(statement: Statement, case: Case) -> Data:
    return {
        "fact": statement.fact,
        "source": source_of(statement, case).value,
        "exhibit": statement.exhibit,
        "page": statement.page,
        "quote": statement.quote,
    }


def _against(one: Against) -> Data:
    return {"says": _text(one.says), "figures": figure_groups(one.figures), "url": list(one.url)}


def _source(one: Source) -> Data:
    return {
        "publisher": one.publisher,
        "title": one.title,
        "published": None if one.published is None else str(one.published),
        "page": one.page,
        "url": one.url,
        "doubt": _text(one.doubt),
    }


def figure_groups(names: tuple[str, ...]) -> list[list[Data]]:
    """The figures named, each with those that must stand beside it; none twice."""
    groups: list[list[Data]] = []
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            group = (figure(name), *beside(figure(name)))
            seen.update(one.id for one in group)
            groups.append([figure_data(one) for one in group])
    return groups


def figure_data(one: Figure) -> Data:
    """One figure."""
    return {
        "id": one.id,
        "topic": one.topic,
        "says": _text(one.says),
        "value": one.value,
        "unit": one.unit,
        "period": str(one.period),
        "denominator": _text(one.denominator),
        "publisher": one.publisher,
        "title": one.title,
        "url": list(one.url),
        "doubts": [_text(doubt) for doubt in one.doubts],
        "confidence": one.confidence,
        "checked": one.checked.isoformat(),
    }


def edition_data(article: Article, edition: Edition | None) -> Data:
    """One article of a citation as it stood on the day."""
    return {
        "article": article.name,
        "parts": list(article.parts),
        "points": list(article.points),
        "stage": None if article.stage is None else article.stage.value,
        "edition": None if edition is None else _edition(edition),
    }


def _edition(edition: Edition) -> Data:
    row = edition.offence
    return {
        "title": _text(row.title),
        "standing": edition.standing.value,
        "since": str(row.since),
        "until": None if row.until is None else str(row.until),
        "earlier": [_change(one) for one in edition.earlier],
        "later": [_change(one) for one in edition.later],
        "unclear": [_change(one) for one in edition.unclear],
        "max_penalty": _text(row.max_penalty),
        "penalty_may_differ": edition.penalty_may_differ,
        "used_against": [_text(GROUPS[name]) for name in row.used_against],
        "ground_hints": [_text(GROUNDS[name]) for name in row.ground_hints],
        "to_show": _text(row.to_show),
        "dual_criminality": row.dual_criminality,
        "dual_criminality_words": _text(row.dual_criminality_words),
        "notes": [_text(one) for one in row.notes],
        "url": list(row.url),
        "verified": list(row.verified),
        "doubts": [_text(one) for one in row.doubts],
        "confidence": row.confidence,
        "checked": row.checked.isoformat(),
    }


def _change(one: Change) -> Data:
    dates = {"signed": one.signed, "in_force": one.in_force, "about": one.about}
    return {"says": _text(one.says), "law": one.law} | {k: None if v is None else str(v) for k, v in dates.items()}


def travel_data(one: TravelRisk) -> Data:
    """The risk of surrender from one country."""
    row = one.relation
    found: Data = {"country": one.country, "risk": one.risk.value, "words": _text(one.words), "relation": None}
    if row is not None:
        found["relation"] = {
            "name": _text(row.name),
            "instrument": _text(INSTRUMENT_WORDS[row.instrument]),
            "other_instruments": _text(row.other_instruments),
            "since": None if row.since is None else row.since.isoformat(),
            "practice": _text(row.practice),
            "seen": row.seen.value,
            "why": _text(row.why),
            "rule39": row.rule39,
            "cis_wanted_list": row.cis_wanted_list,
            "confidence": row.confidence.value,
            "confidence_instrument": row.confidence_instrument.value,
            "confidence_practice": row.confidence_practice.value,
            "url": list(row.url),
            "doubts": [_text(one) for one in row.doubts],
            "checked": row.checked.isoformat(),
        }
    return found


def term_data(term: Term) -> Data:
    """One term."""
    return {
        "ru": term.ru,
        "abbreviations": list(term.abbreviations),
        "en": term.en,
        "kind": term.kind,
        "note": _text(term.note),
    }


def _text(text: Text | None) -> Data | None:
    return None if text is None else text.both()
