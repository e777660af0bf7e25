"""The form of one answer: which fields a type of question has, and how what was sent becomes the text of an answer.

A date is told as sure as it is: exact, about, before, after, between, season. Never a native date picker: it shows one
date in two orders.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from pristan.country.names import country_code, country_names
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.kernel.month_names import MONTHS_EN, MONTHS_RU, SEASONS_EN, SEASONS_RU
from pristan.kernel.vocabulary.facts import FactType

HOWS = ("exact", "about", "before", "after", "between")
SENT = ("value", "how", "d", "m", "y", "d2", "m2", "y2")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForm:
    """The fields of one answer, with what they hold."""

    type: str = field(
        metadata={"help": "The type of the question: yes_no, date, choice, country, number, text, article."}
    )
    options: tuple[tuple[str, str], ...] = field(metadata={"help": "Possible answers with their words, where listed."})
    hows: tuple[tuple[str, str], ...] = field(metadata={"help": "How sure a date can be, with the words."})
    months: tuple[tuple[str, str], ...] = field(metadata={"help": "Months and seasons, with their names."})
    sent: dict[str, str] = field(metadata={"help": "What the fields hold, by name."})


def answer_form(fact: FactType, language: Language, sent: dict[str, str]) -> AnswerForm:
    """The fields for a question."""
    return AnswerForm(
        type=fact.type,
        options=_options(fact, language),
        hows=tuple(
            zip(HOWS, (_("Exact day"), _("About"), _("Before"), _("After"), _("Between two dates")), strict=True)
        ),
        months=_months(language),
        sent={"how": "exact", **sent},
    )


def _options(fact: FactType, language: Language) -> tuple[tuple[str, str], ...]:
    match fact.type:
        case "yes_no":
            return ("yes", _("Yes")), ("no", _("No"))
        case "choice":
            return tuple((one.id, one.text.to(language)) for one in fact.choices)
        case "country":
            return countries(language)
        case _:
            return ()


def countries(language: Language) -> tuple[tuple[str, str], ...]:
    """Countries by name; any other can be written as two capital letters."""
    names = ((code, name.to(language)) for code, name in country_names().items())
    return tuple(sorted(names, key=lambda pair: pair[1]))


def _months(language: Language) -> tuple[tuple[str, str], ...]:
    names = MONTHS_RU if language is Language.RU else MONTHS_EN
    seasons = SEASONS_RU if language is Language.RU else SEASONS_EN
    return (
        *((f"{number:02}", name) for number, name in enumerate(names, start=1)),
        *((str(key), name) for key, name in seasons.items()),
    )


def read_sent(data: QueryDict) -> dict[str, str]:
    """What the form sent, field by field."""
    return {name: data.get(name, "").strip() for name in SENT}


def answer_in(fact: FactType, sent: dict[str, str]) -> str:
    """The answer as text, as the interview of the command line takes it. Raises CaseError naming what is missing."""
    if fact.type == "date":
        return edtf_of(sent)
    if not sent["value"]:
        raise CaseError(_("There is no answer yet. Choose or write one, or use one of the other buttons."))
    if fact.type == "number" and not re.fullmatch(r"\d+([.,]\d+)?", sent["value"]):
        raise CaseError(
            _("“%(said)s” is not a number. Write figures, for example 12 or 1.5.") % {"said": sent["value"]}
        )
    return country_in(sent["value"]) if fact.type == "country" else sent["value"]


def country_in(said: str) -> str:
    """The two letters of a country written by name, in either language, or as letters. Raises CaseError."""
    code = country_code(said)
    if code is not None:
        return code
    raise CaseError(
        _("“%(said)s” is not in our list of countries. Write its two letters, for example BR.") % {"said": said}
    )


def edtf_of(sent: dict[str, str]) -> str:
    """The date told in the fields. Raises CaseError naming what is missing."""
    first = _point(sent["y"], sent["m"], sent["d"])
    match sent["how"]:
        case "about":
            told = f"{first}~"
        case "before":
            told = f"../{first}"
        case "after":
            told = f"{first}/.."
        case "between":
            told = f"{first}/{_point(sent['y2'], sent['m2'], sent['d2'])}"
        case _:
            told = first
    PartialDate.parse(told)
    return told


def _point(year: str, month: str, day: str) -> str:
    if not year:
        raise CaseError(_("The year is not there yet. Write a year, even a rough one, for example 2024."))
    if not (year.isdigit() and len(year) == 4) or (day and not day.isdigit()):
        raise CaseError(
            _("“%(said)s” is not a date. Write the year in four figures and the day as a number, or leave the day out.")
            % {"said": " ".join(part for part in (day, month, year) if part)}
        )
    if not month:
        return year
    if not day or int(month) > 12:
        return f"{year}-{month}"
    return f"{year}-{month}-{int(day):02}"


def words_of(sent: dict[str, str], language: Language) -> str:
    """The date as it will be written; empty while the fields do not make one."""
    try:
        return date_in_words(PartialDate.parse(edtf_of(sent))).to(language)
    except CaseError:
        return ""


def fields_of(value: object) -> dict[str, str]:
    """What the fields hold for an answer given before."""
    if isinstance(value, bool):
        return {"value": "yes" if value else "no"}
    if isinstance(value, PartialDate):
        return _date_fields(value.original)
    return {"value": f"{value:g}" if isinstance(value, float) else str(value)}


def _date_fields(edtf: str) -> dict[str, str]:
    how, first, second = "exact", edtf, ""
    if edtf.startswith("../"):
        how, first = "before", edtf[3:]
    elif edtf.endswith("/.."):
        how, first = "after", edtf[:-3]
    elif "/" in edtf:
        how = "between"
        first, second = edtf.split("/", 1)
    elif edtf.endswith("~"):
        how, first = "about", edtf[:-1]
    parts, others = [*first.split("-"), "", ""], [*second.split("-"), "", ""]
    return {
        "how": how, "y": parts[0], "m": parts[1], "d": parts[2], "y2": others[0], "m2": others[1], "d2": others[2]
    }  # fmt: skip
