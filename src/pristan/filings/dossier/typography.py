"""Spaces that must not break: what a reader takes in as one stays on one line.

Source: for Russian the habit of book printing (short words stay with the word they lead, numbers with what they count,
the dash with the word before it), for English numbers with what they count and references with their number.
Does not: change a letter or a mark; a text differs only in the kind of its spaces. Ids, codes and drawings have none.
"""

from __future__ import annotations

import re
from typing import Any

from pristan.kernel.language import Language

NO_BREAK = "\u00a0"

_RUSSIAN_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_ENGLISH_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_BOTH = (
    r"(?<=№) (?=\d)",
    r"(?<=§) (?=\d)",
    r"(?<=\S) (?=[—–] )",
)
_BREAKS = {
    Language.RU: re.compile(
        "|".join(
            (
                *_BOTH,
                r"(?<=\bст\.) (?=\d)",
                r"(?<=\b[чпсг]\.) (?=[\dА-ЯЁ«])",
                rf"(?<=\d) (?=(?:{_RUSSIAN_MONTHS}|г\.|год|лет|месяц|дн|день|сут|час|стр|УК|КоАП|УПК)\w*)",
                r"(?<=\b[вксуоиаяВКСУОИАЯ]) (?=\S)",
                r"(?<=\b(?:во|ко|со|об|на|по|не|ни|до|от|из|за|но|Во|Ко|Со|Об|На|По|Не|Ни|До|От|Из|За|Но)) (?=\S)",
            )
        )
    ),
    Language.EN: re.compile(
        "|".join(
            (
                *_BOTH,
                rf"(?<=\d) (?=(?:{_ENGLISH_MONTHS}|days?|weeks?|months?|years?|hours?|CFR|USC|U\.S\.C\.)\b)",
                r"(?<=\bart) (?=\d)",
                r"(?<=\barts) (?=\d)",
                r"(?<=\bNo\.) (?=\d)",
                r"(?<=\bExhibit) (?=\d)",
                r"(?<=\bp\.) (?=\d)",
            )
        )
    ),
}


def joined(value: Any, language: Language) -> Any:
    """`value` (plain data) with every space of its texts that must not break made one that does not."""
    if isinstance(value, str):
        return value if value.startswith("<") else _BREAKS[language].sub(NO_BREAK, value)
    if isinstance(value, list):
        return [joined(item, language) for item in value]
    if isinstance(value, dict):
        return {key: joined(item, language) for key, item in value.items()}
    return value
