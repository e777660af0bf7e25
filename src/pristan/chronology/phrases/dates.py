"""Dates in a phrase, made into EDTF: "4 March 2022", "03.02.2022", "с февраля по май 2019 года", "3 or 4 May 2022".

Does not: fill in a year, a month or a day that was not said; "03/04/2022" can be two days and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from pristan.chronology.phrases.lexicon import MONTH, MONTHS, SEASON, SEASONS, number_of
from pristan.kernel.dates import Form, PartialDate

_OF_YEAR = r"(?:,?\s+(?:of\s+)?)(?P<y>[12]\d{3})(?:\s*(?:года|году|год|г\.?))?"
_DAY = r"[«\"]?(?P<d{n}>\d{{1,2}})[»\"]?(?:st|nd|rd|th|-?го|-?е)?(?:\s+(?:day\s+)?of)?"
_M = rf"(?P<m{{n}}>{MONTH})"


def _day(n: int) -> str:
    return _DAY.replace("{n}", str(n)).replace("{{", "{").replace("}}", "}")


def _month(n: int) -> str:
    return _M.replace("{n}", str(n))


_AND = r"\s*(?:-|–|—|to|and|until|till|through|по|до|и|на)\s*"
_OR = r"\s*(?:or|или|либо)\s*"
_FROM = r"(?:from\s+|between\s+|в\s+период\s+с\s+|в\s+период\s+между\s+|с\s+|со\s+|между\s+)?"

_Form = tuple[re.Pattern[str], Callable[[dict[str, str]], str | None]]


def _ymd(year: str, month: int, day: str | int | None = None) -> str:
    return f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{int(day):02}"


def _m(text: str) -> int:
    return number_of(text, MONTHS)


def _numeric(groups: dict[str, str]) -> str | None:
    one, two = int(groups["a"]), int(groups["b"])
    if groups["sep"] == "." or one == two or one > 12:
        return _ymd(groups["y"], two, one)
    return _ymd(groups["y"], one, two) if two > 12 else None


def _winter(year: str, next_year: str) -> str | None:
    """December to February of two years that follow each other."""
    last = int(next_year) if len(next_year) == 4 else int(year[:2] + next_year)
    return f"{year}-12/{last}-02" if last == int(year) + 1 else None


def _quarter(year: str, which: str) -> str:
    names = (("1", "i", "first", "перв"), ("2", "ii", "second", "втор"), ("3", "iii", "third", "треть"),
             ("4", "iv", "fourth", "четв"))  # fmt: skip
    number = next(index for index, forms in enumerate(names) if which in forms[:2] or which.startswith(forms[2:]))
    return f"{year}-{3 * number + 1:02}/{year}-{3 * number + 3:02}"


_FORMS: tuple[_Form, ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?P<all>\d{4}-\d{2}-\d{2}|\d{4}-\d{2})", lambda g: g["all"]),
        (r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3})(?:\s*(?:года|г\.?))?", _numeric),
        (r"(?P<b>\d{2})\.(?P<y>[12]\d{3})(?:\s*(?:года|г\.?))?", lambda g: _ymd(g["y"], int(g["b"]))),
        (rf"{_day(1)}\s+{_month(1)}{_OF_YEAR}", lambda g: _ymd(g["y"], _m(g["m1"]), g["d1"])),
        (rf"{_month(1)}\s+{_day(1)}{_OF_YEAR}", lambda g: _ymd(g["y"], _m(g["m1"]), g["d1"])),
        (rf"{_month(1)}{_OF_YEAR}", lambda g: _ymd(g["y"], _m(g["m1"]))),
        (rf"(?P<s>{SEASON}){_OF_YEAR}", lambda g: f"{g['y']}-{number_of(g['s'], SEASONS)}"),
        (r"(?:the\s+year\s+)?(?P<y>[12]\d{3})(?:\s*(?:года|году|год|г\.?))?", lambda g: g["y"]),
        (
            r"(?:the\s+)?winter\s+(?:of\s+)?(?P<y>[12]\d{3})\s*[-–/]\s*(?P<z>\d{2}|[12]\d{3})"
            r"|зим(?:а|ы|е|у|ой|ою)\s+(?P<yr>[12]\d{3})\s*[-–/]\s*(?P<zr>\d{2}|[12]\d{3})(?:\s*(?:года|годов|гг?\.?))?",
            lambda g: _winter(g["y"] or g["yr"], g["z"] or g["zr"]),
        ),
        (
            rf"(?P<q>[1-4]|i{{1,3}}|iv|first|second|third|fourth|перв\w+|втор\w+|треть\w+|четв[её]рт\w+)(?:-?[йм]|-ом)?\s+"
            rf"(?:квартал[ае]?|quarter){_OF_YEAR}",
            lambda g: _quarter(g["y"], g["q"]),
        ),
        # two days or months, the year said once
        (
            rf"{_FROM}{_day(1)}{_AND}{_day(2)}\s+{_month(1)}{_OF_YEAR}",
            lambda g: f"{_ymd(g['y'], _m(g['m1']), g['d1'])}/{_ymd(g['y'], _m(g['m1']), g['d2'])}",
        ),
        (
            rf"{_FROM}{_day(1)}\s+{_month(1)}{_AND}{_day(2)}\s+{_month(2)}{_OF_YEAR}",
            lambda g: f"{_ymd(g['y'], _m(g['m1']), g['d1'])}/{_ymd(g['y'], _m(g['m2']), g['d2'])}",
        ),
        (
            rf"{_FROM}{_month(1)}{_AND}{_month(2)}{_OF_YEAR}",
            lambda g: f"{_ymd(g['y'], _m(g['m1']))}/{_ymd(g['y'], _m(g['m2']))}",
        ),
        (
            rf"{_day(1)}{_OR}{_day(2)}\s+{_month(1)}{_OF_YEAR}",
            lambda g: f"[{_ymd(g['y'], _m(g['m1']), g['d1'])},{_ymd(g['y'], _m(g['m1']), g['d2'])}]",
        ),
        (
            rf"{_month(1)}{_OR}{_month(2)}{_OF_YEAR}",
            lambda g: f"[{_ymd(g['y'], _m(g['m1']))},{_ymd(g['y'], _m(g['m2']))}]",
        ),
    )
)
_BETWEEN = re.compile(
    r"(?:from|between|с|со|между|в\s+период\s+с)\s+(?P<first>.+?)(?:\s+(?:to|and|until|till|по|до|и)\s+|\s*[-–—]\s*)(?P<last>.+)"
)
_EITHER = re.compile(r"(?P<first>.+?)\s+(?:or|или|либо)\s+(?P<last>.+)")
_BEFORE = re.compile(
    r"(?P<how>not\s+later\s+than|no\s+later\s+than|by|until|before|не\s+позднее|до|к|ранее)\s+(?P<date>.+)"
)
_AFTER = re.compile(
    r"(?P<how>not\s+earlier\s+than|no\s+earlier\s+than|since|from|after|не\s+ранее|после|позднее|с)\s+(?P<date>.+)"
)
_NIGHT = re.compile(
    r"(?:(?:in|on|during)\s+)?(?:the\s+)?night\s+(?:of|from|between)\s+(?:the\s+)?(?P<en>.+)|(?:в\s+)?ноч(?:ь|и|ью)\s+(?:с\s+|на\s+)(?P<ru>.+)"
)


def core_date(text: str, *, about: bool = False, doubted: bool = False) -> PartialDate | None:
    """The date that the whole text says, or None."""
    for form, build in _FORMS:
        found = form.fullmatch(text)
        if found is not None:
            return _edtf(build(found.groupdict()), about=about, doubted=doubted)
    for form, joint in ((_BETWEEN, "{}/{}"), (_EITHER, "[{},{}]")):
        found = form.fullmatch(text)
        if found is not None:
            first, last = _plain(found["first"]), _plain(found["last"])
            if first is not None and last is not None:
                return _edtf(joint.format(first, last), about=about, doubted=doubted)
    return None


def from_to(text: str, when: PartialDate) -> tuple[PartialDate, PartialDate] | None:
    """Beginning and end of a period said as "from ... to ...", "с ... по ..."; "between" and "в период" name no end."""
    if when.form is not Form.INTERVAL or len(when.points) != 2 or not re.match(r"(?:from|с|со)\s", text):
        return None
    first, last = when.original.split("/")
    return PartialDate.parse(first), PartialDate.parse(last)


def bounded_date(text: str) -> PartialDate | None:
    """A date said with before, not later than, after, since."""
    for form, before in ((_BEFORE, True), (_AFTER, False)):
        found = form.fullmatch(text)
        if found is None:
            continue
        day = core_date(found["date"])
        if day is None or len(day.points) != 1:
            return None
        exclusive = found["how"] in ("before", "ранее", "after", "после", "позднее")
        edge = day.earliest if before and exclusive else day.latest if exclusive else None
        if edge is not None:
            edge += timedelta(days=-1 if before else 1)
            return PartialDate.parse(f"../{edge}" if before else f"{edge}/..")
        return PartialDate.parse(f"../{day}" if before else f"{day}/..")
    return None


def night_of(text: str) -> tuple[PartialDate, str] | None:
    """The evening day of a night and which entry of the table applies: "in the night of 3 to 4 May 2022"."""
    found = _NIGHT.fullmatch(text)
    if found is None:
        return None
    body = found["en"] or found["ru"]
    if found["ru"] and re.match(r"(?:в\s+)?ноч\S*\s+на\s+", text):  # "в ночь на 4 мая": the night before that day
        day = core_date(body)
        if day is None or day.day is None:
            return None
        return PartialDate.of(day.day - timedelta(days=1)), "night"
    both = core_date(body) or core_date(f"с {body}")
    if both is None:
        return None
    if both.day is not None:
        return both, "night_alone"
    first, last = both.earliest, both.latest
    if first is not None and last is not None and last - first == timedelta(days=1):
        return PartialDate.of(first), "night"
    return None


def _plain(text: str) -> str | None:
    for form, build in _FORMS[:8]:
        found = form.fullmatch(text.strip())
        if found is not None:
            return build(found.groupdict())
    return None


def _edtf(text: str | None, *, about: bool, doubted: bool) -> PartialDate | None:
    if text is None:
        return None
    mark = "%" if about and doubted else "~" if about else "?" if doubted else ""
    if mark and text[0] != "[":
        text = "/".join(part + mark for part in text.split("/"))
    return PartialDate.maybe(text)
