"""The court or authority that issued a paper, as its introduction names it.

Does not: check that the body exists, or tell which court a name without a place means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLACE = r"(?:г\.\s?[А-ЯЁ][а-яё-]+(?:[ -][А-ЯЁ][а-яё]+)?|[А-ЯЁ][а-яё-]+(?:ой|ого|ской|кой)\s+(?:области|края|республики|округа)|Республики\s+[А-ЯЁ][а-яё]+(?:\s+[А-ЯЁ][а-яё]+)?(?:\s*\([А-ЯЁ][а-яё]+\))?|Российской\s+Федерации)"
_AFTER = rf"(?:\s+(?:по\s+)?{_PLACE}){{0,2}}"
_NAMED = r"[А-ЯЁ][А-Яа-яЁё-]+"
_COURTS = (
    rf"(?:{_NAMED}\s+)?(?:районн|городск|областн|краев|межрайонн|гарнизонн|окружн)(?:ый|ого|ом)(?:\s+военн(?:ый|ого|ом))?\s+суд(?:а|е|ом)?{_AFTER}",
    rf"(?:{_NAMED}\s+)(?:военн(?:ый|ого|ом))\s+суд(?:а|е)?{_AFTER}",
    rf"(?:Судебн(?:ая|ой)\s+коллеги[яи]\s+по\s+(?:уголовным|административным|гражданским)\s+делам\s+)?Верховн(?:ый|ого|ом)\s+[Сс]уд(?:а|е)?{_AFTER}",
    rf"(?:Судебн(?:ая|ой)\s+коллеги[яи]\s+по\s+(?:уголовным|административным|гражданским)\s+делам\s+)(?:{_NAMED}\s+)?(?:[а-яё]+\s+)?суда{_AFTER}",
    r"(?:Перв|Втор|Трет|Четв[её]рт|Пят|Шест|Седьм|Восьм|Девят)[а-яё]+\s+(?:кассационн|апелляционн)[а-яё]+\s+суд[а-яё]*(?:\s+общей\s+юрисдикции)?",
    r"[Мм]ировой\s+судья\s+(?:судебного\s+участка\s+)?№\s?\d+[^,\n]{0,80}",
)
COURT = re.compile("|".join(f"(?:{one})" for one in _COURTS))
_AGENCY = re.compile(
    r"(?<![А-ЯЁа-яё])(?:(?:ОП|ОМВД|УМВД|МВД|ГУ\s?МВД|ГСУ|СУ\s+СК|СУ|СО|СК\s+России|ФСБ|УФСБ|ОРП|ОКОН|ФСИН|УФСИН|УИИ|ЭКЦ|Минюст[а-я]*|Росфинмониторинг[а-я]*"
    r"|Генеральн[а-яё]+\s+прокуратур[а-яё]+|[Пп]рокуратур[а-яё]+|Следственн[а-яё]+\s+(?:комитет|управлени|отдел)[а-яё]*|Управлени[ея]\s+[А-ЯЁ][^,\n]{0,60}"
    r"|[Вв]оенн[а-яё]+\s+комиссариат[а-яё]*|Министерств[а-яё]+)(?![А-ЯЁа-яё]))[^,;\n]{0,90}"
)
_RANK = re.compile(
    r"\s(?:(?:старш|младш)[а-яё]+\s+)?(?:лейтенант|капитан|майор|подполковник|полковник|сержант|прапорщик|советник|юрист)[а-яё]*\b|\s[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\."
)
_CAPITALS = re.compile(r"(?m)^[ \t]*([А-ЯЁ][А-ЯЁ .№«»\"-]{8,}СУД[А-ЯЁ .№«»\"-]*)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body and its place in the text."""

    name: str  # "body.court" | "body.agency"
    value: str
    start: int
    end: int


def court_of(text: str, start: int, end: int) -> Body | None:
    """The court that acts: the first that the introduction names in the nominative, else in a letterhead."""
    for match in COURT.finditer(text, start, end):
        value = re.sub(r"\s+", " ", match.group()).strip()
        if re.search(r"(?:ый|[Сс]уд|судья|коллегия|суд общей юрисдикции)(?:\s|$)", value) and not re.search(
            r"\bсуда\b|\bсуде\b", value.split(" по ")[0].split("коллегия")[0]
        ):
            return Body("body.court", value, match.start(), match.end())
    head = _CAPITALS.search(text, start, min(end, start + 400))
    if head:
        return Body("body.court", re.sub(r"\s+", " ", head[1]).strip(), head.start(1), head.end(1))
    return None


def agencies_in(text: str, start: int, end: int) -> Iterator[Body]:
    """Agencies that the introduction names."""
    match = _AGENCY.search(text, start, end)
    if match:
        rank = _RANK.search(match.group())
        last = match.start() + rank.start() if rank else match.end()
        yield Body("body.agency", re.sub(r"\s+", " ", text[match.start() : last]).strip(" .—-"), match.start(), last)
