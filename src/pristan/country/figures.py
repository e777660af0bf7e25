"""Figures with period, publisher and denominator; those that count the same thing and differ stand together.

Source: records/figures.toml (form: docs/country.md). Units: as each row says. Errors: RuleError with file and line.
Does not: average, extrapolate or choose between publishers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pristan.country.rows import RECORDS, day_needed, edtf_needed, rows_of
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language, Text
from pristan.kernel.strict import Table

CONFIDENCE: Mapping[str, Text] = {
    "high": Text("confidence high", "уверенность высокая"),
    "medium": Text("confidence medium", "уверенность средняя"),
    "low": Text("confidence low", "уверенность низкая"),
}
_CARRIER = "read through a carrier, not at the first publisher"  # the publisher's line says so already
# English: one, many. Russian: the forms after 1, 2 and 5.
UNITS: Mapping[str, tuple[tuple[str, str], tuple[str, str, str]]] = {
    "percent": (("%", "%"), ("%", "%", "%")),
    "persons": (("person", "persons"), ("человек", "человека", "человек")),
    "cases": (("case", "cases"), ("дело", "дела", "дел")),
    "requests": (("request", "requests"), ("запрос", "запроса", "запросов")),
    "decisions": (("decision", "decisions"), ("решение", "решения", "решений")),
    "applications": (("application", "applications"), ("заявление", "заявления", "заявлений")),
    "protocols": (("protocol", "protocols"), ("протокол", "протокола", "протоколов")),
    "entries": (("entry", "entries"), ("запись", "записи", "записей")),
    "organisations": (("organisation", "organisations"), ("организация", "организации", "организаций")),
    "incidents": (("incident", "incidents"), ("случай", "случая", "случаев")),
    "sentences": (("sentence", "sentences"), ("приговор", "приговора", "приговоров")),
    "convictions": (("conviction", "convictions"), ("наказание", "наказания", "наказаний")),
    "searches": (("search", "searches"), ("обыск", "обыска", "обысков")),
    "companies": (("company", "companies"), ("компания", "компании", "компаний")),
    "flights": (("flight", "flights"), ("рейс", "рейса", "рейсов")),
    "years": (("year", "years"), ("год", "года", "лет")),
    "years_maximum": (("year at most", "years at most"), ("год, не больше", "года, не больше", "лет, не больше")),
    "rub_million": (("million roubles", "million roubles"), ("млн рублей", "млн рублей", "млн рублей")),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one publisher gives it."""

    id: str
    topic: str
    says: Text  # what is counted
    value: float
    unit: str  # a key of UNITS
    period: PartialDate
    denominator: Text | None  # of what it is a share or a part; None: the source read does not say
    measure: str | None  # figures with the same measure count the same thing
    stands_with: tuple[str, ...]  # ids of figures never to be quoted without this one
    publisher: str
    title: str
    url: tuple[str, ...]
    doubts: tuple[Text, ...]
    confidence: str
    checked: date

    @property
    def doubts_to_tell(self) -> tuple[Text, ...]:
        """The doubts that the line of the publisher does not already tell."""
        return tuple(doubt for doubt in self.doubts if doubt.en != _CARRIER)

    def amount(self, language: Language) -> str:
        """Value and unit as a reader writes them."""
        whole = int(self.value) if self.value == int(self.value) else self.value
        english, russian = UNITS[self.unit]
        if language is Language.EN:
            return f"{whole:,} {english[whole != 1]}"
        written = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
        return f"{written} {russian[_russian_form(whole)]}"


def _russian_form(number: float) -> int:
    if number != int(number):
        return 1
    last, last_two = int(number) % 10, int(number) % 100
    if last == 1 and last_two != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= last_two <= 14 else 2


def figure(figure_id: str) -> Figure:
    """The figure with this id. Raises KeyError; every id in the records is checked by a house test."""
    return figures()[figure_id]


def figures_about(topic: str) -> tuple[tuple[Figure, ...], ...]:
    """The figures of a topic; each group holds one figure and those that must stand beside it."""
    groups: list[tuple[Figure, ...]] = []
    seen: set[str] = set()
    for one in figures().values():
        if one.topic == topic and one.id not in seen:
            group = (one, *beside(one))
            seen.update(member.id for member in group)
            groups.append(group)
    return tuple(groups)


def beside(one: Figure) -> tuple[Figure, ...]:
    """The figures that must stand beside this one: another value for the same measure and period, or a link."""
    return tuple(
        other
        for other in figures().values()
        if other.id != one.id and (_differ(one, other) or other.id in one.stands_with or one.id in other.stands_with)
    )


def _differ(one: Figure, other: Figure) -> bool:
    same = one.measure is not None and one.measure == other.measure
    return same and one.period.spans == other.period.spans and one.value != other.value


def topics() -> tuple[str, ...]:
    """Every topic, in alphabetical order."""
    return tuple(sorted({one.topic for one in figures().values()}))


@cache
def figures() -> Mapping[str, Figure]:
    """The shipped figures by id."""
    return load_figures(RECORDS / "figures.toml")


def load_figures(path: Path) -> Mapping[str, Figure]:
    """The figures of one file. Raises RuleError with file and line."""
    return rows_of(path, "figure", _figure, lambda row: row.id)


def _figure(table: Table) -> Figure:
    name = table.string("id")
    url, doubts = table.strings("url"), table.texts("doubts")
    if not url and not doubts:
        table.fail(f'"{name}" has no source. Write url = ["..."], or a doubt that says where it comes from.')
    unit = table.one_of("unit", tuple(UNITS))
    denominator = table.maybe_text("denominator")
    if unit == "percent" and denominator is None and not doubts:
        table.fail(f'"{name}" is a share of nothing. Write denominator, or a doubt that the source gives none.', "unit")
    return Figure(
        id=name,
        topic=table.string("topic"),
        says=table.text("says"),
        value=float(table.take("value", int, float)),
        unit=unit,
        period=edtf_needed(table, "period"),
        denominator=denominator,
        measure=table.maybe_string("measure"),
        stands_with=table.strings("stands_with"),
        publisher=table.string("publisher"),
        title=table.string("title"),
        url=url,
        doubts=doubts,
        confidence=table.one_of("confidence", tuple(CONFIDENCE)),
        checked=day_needed(table, "checked"),
    )
