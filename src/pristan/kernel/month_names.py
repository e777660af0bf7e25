"""Names of months and seasons in both languages: nominative, and the Russian genitive (after a day or "около").

Months also in German, French and Spanish: the other languages into which forums have statements translated.
"""

from __future__ import annotations

MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS_RU = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
MONTHS_RU_GENITIVE = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)

# EDTF season codes, ISO 8601-2:2019 clause 4.8: 21 spring, 22 summer, 23 autumn, 24 winter.
SEASONS_EN = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
SEASONS_RU = {21: "весна", 22: "лето", 23: "осень", 24: "зима"}
SEASONS_RU_GENITIVE = {21: "весны", 22: "лета", 23: "осени", 24: "зимы"}
MONTHS_DE = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
MONTHS_FR = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MONTHS_ES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
