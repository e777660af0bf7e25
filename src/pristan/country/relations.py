"""Surrender to Russia, country by country: instrument, practice since 2022, risk seen, each with its confidence.

Source: records/relations.toml (form: docs/country.md). Does not: promise anything about a country. What nobody has
verified stays `unverified`, a country without a row is `unknown`: neither is ever read as "low".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from pristan.country.rows import RECORDS, day_needed, rows_of
from pristan.kernel.language import Text
from pristan.kernel.strict import Table

_COUNTRY = re.compile(r"[A-Z]{2}")


class Confidence(StrEnum):
    """How far a cell was compared with a source."""

    VERIFIED = "verified"
    PARTIAL = "partial"
    UNVERIFIED = "unverified"


class Instrument(StrEnum):
    """What surrender to Russia would rest on."""

    ECE = "ece"  # European Convention on Extradition 1957
    CHISINAU = "chisinau"  # CIS convention 2002
    MINSK = "minsk"  # CIS convention 1993
    BILATERAL = "bilateral"
    NONE = "none"  # no instrument on record; surrender without a treaty is not excluded by that


INSTRUMENT_WORDS: Mapping[Instrument, Text] = {
    Instrument.ECE: Text("European Convention on Extradition", "Европейская конвенция о выдаче"),
    Instrument.CHISINAU: Text("Chisinau Convention (CIS, 2002)", "Кишинёвская конвенция (СНГ, 2002)"),
    Instrument.MINSK: Text("Minsk Convention (CIS, 1993)", "Минская конвенция (СНГ, 1993)"),
    Instrument.BILATERAL: Text("bilateral treaty", "двусторонний договор"),
    Instrument.NONE: Text("no extradition treaty on record", "договор о выдаче не найден"),
}


class Seen(StrEnum):
    """The risk that the research sheet names."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Risk(StrEnum):
    """What may be told about a country. A closed list: nothing in it says that a country is without danger."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"


RISK_WORDS: Mapping[Risk, Text] = {
    Risk.HIGH: Text(
        "High: people are handed over, or nothing there would stop it.",
        "Высокий: людей передают, или ничто там этому не помешает.",
    ),
    Risk.MEDIUM: Text(
        "Medium: arrest and surrender or removal are possible.",
        "Средний: возможны арест и выдача или высылка.",
    ),
    Risk.LOW: Text(
        "Lower: refusals, or an end of cooperation, are on record. An arrest on a wanted notice is still possible;"
        " ask a lawyer there first.",
        "Ниже: известны отказы выдать или прекращение сотрудничества. Арест по розыску всё же возможен;"
        " сначала спросите тамошнего адвоката.",
    ),
    Risk.UNVERIFIED: Text(
        "Not verified: nobody has checked how this country acts."
        " Treat it as a danger until a lawyer there has answered.",
        "Не проверено: никто не проверил, как поступает эта страна."
        " Считайте её опасной, пока не ответит тамошний адвокат.",
    ),
    Risk.UNKNOWN: Text(
        "Unknown: there is nothing about this country here. Treat it as a danger until a lawyer there has answered.",
        "Неизвестно: об этой стране здесь ничего нет. Считайте её опасной, пока не ответит тамошний адвокат.",
    ),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One country's surrender relations with Russia."""

    country: str  # two capital letters
    name: Text
    instrument: Instrument
    other_instruments: Text | None
    since: date | None  # the instrument binds both from this day
    since_unknown: bool  # there is an instrument, the day is not known
    practice: Text  # since 2022
    seen: Seen
    why: Text
    rule39: bool  # the European Court of Human Rights can order the surrender to wait
    cis_wanted_list: bool  # the interstate (CIS) wanted list is worked there, apart from INTERPOL
    confidence: Confidence
    confidence_instrument: Confidence
    confidence_practice: Confidence
    url: tuple[str, ...]
    doubts: tuple[Text, ...]
    checked: date


@dataclass(frozen=True, slots=True)
class TravelRisk:
    """What may be told about one country, and the row that it rests on (None: there is no row)."""

    country: str
    risk: Risk
    relation: Relation | None

    @property
    def words(self) -> Text:
        """The sentence for the reader."""
        return RISK_WORDS[self.risk]


def travel_risk(country: str) -> TravelRisk:
    """The risk of being surrendered to Russia from `country` (two capital letters).

    High is told whatever its confidence. Anything less is told only if the row and its practice are not unverified.
    """
    relation = relations().get(country)
    return TravelRisk(country, Risk.UNKNOWN if relation is None else _risk(relation), relation)


def _risk(relation: Relation) -> Risk:
    if relation.seen is Seen.HIGH:
        return Risk.HIGH
    if Confidence.UNVERIFIED in (relation.confidence, relation.confidence_practice):
        return Risk.UNVERIFIED
    return Risk(relation.seen.value)


@cache
def relations() -> Mapping[str, Relation]:
    """The shipped relations by country."""
    return load_relations(RECORDS / "relations.toml")


def load_relations(path: Path) -> Mapping[str, Relation]:
    """The relations of one file. Raises RuleError with file and line."""
    return rows_of(path, "relation", _relation, lambda row: row.country)


def _relation(table: Table) -> Relation:
    country = table.string("country")
    if not _COUNTRY.fullmatch(country):
        table.fail(f'"{country}" is not a country. Write two capital letters, as in "AM".', "country")
    instrument = Instrument(table.one_of("instrument", tuple(Instrument)))
    since, unknown = table.day("since"), table.flag("since_unknown")
    if (instrument is not Instrument.NONE) != (since is not None or unknown):
        table.fail(
            "an instrument needs the day since when it binds; no instrument has none."
            " Write since = 2001-01-11, or since_unknown = true.",
            "instrument",
        )
    if since is not None and unknown:
        table.fail('"since" and "since_unknown" stand together. Keep one.', "since_unknown")
    url, doubts = table.strings("url"), table.texts("doubts")
    if not url and not doubts:
        table.fail(f'"{country}" has no source. Write url = ["..."], or a doubt that says where it comes from.')
    return Relation(
        country=country,
        name=table.text("name"),
        instrument=instrument,
        other_instruments=table.maybe_text("other_instruments"),
        since=since,
        since_unknown=unknown,
        practice=table.text("practice"),
        seen=Seen(table.one_of("risk", tuple(Seen))),
        why=table.text("why"),
        rule39=table.take("rule39", bool),
        cis_wanted_list=table.take("cis_wanted_list", bool),
        confidence=Confidence(table.one_of("confidence", tuple(Confidence))),
        confidence_instrument=Confidence(table.one_of("confidence_instrument", tuple(Confidence))),
        confidence_practice=Confidence(table.one_of("confidence_practice", tuple(Confidence))),
        url=url,
        doubts=doubts,
        checked=day_needed(table, "checked"),
    )
