"""The same phrase in a plainer form, before it is read: numbers in words, halves, turns such as "недели через две".

Source: the two languages. Each turn means exactly what its plain form means, or is widened by "about"; a phrase that
has several meanings is left as it is ("midnight on 4 March", "Easter 2022", where Easters differ).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pristan.chronology.phrases.lexicon import ABOUT, MONTH, NUMBER, NUMBERS, UNIT, unit_of, value_of

_ORDINALS = {
    "перв": 1, "втор": 2, "трет": 3, "четв": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
    "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16,
    "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
}  # fmt: skip
_ORDINAL = (
    r"(?:(?P<tens>двадцать|тридцать)\s+)?(?P<ordinal>"
    + "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("трет", "треть?").replace("четв", "четв[её]рт")
    + r")(?:его|ого|ему|ому|ое|е|ий|ый|ой|ом|ем)"
)
_DAY_IN_WORDS = re.compile(rf"\b{_ORDINAL}(?=\s+(?:{MONTH})\b)")
_DAY_BEFORE_ANOTHER = re.compile(rf"\b{_ORDINAL}(?=\s+(?:на|по|и|или|либо)\s+\d{{1,2}}\s+(?:{MONTH})\b)")
_YEAR_IN_WORDS = re.compile(rf"\bдве\s+тысячи\s+{_ORDINAL}")
_NUMBER_OF_HOURS = re.compile(
    rf"\b(?P<number>{'|'.join(NUMBERS.values())})(?=\s+(?:час(?:а|ов)?\s+)?(?:утра|дня|вечера|ночи)\b)"
)
_HOURS_TO_HOURS = re.compile(
    r"\bс\s+(?P<first>\d{1,2})\s+(?P<of_first>утра|дня|вечера)\s+до\s+(?P<last>\d{1,2})\s+(?P<of_last>утра|дня|вечера)"
)
_AND_A_HALF = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:and\s+a\s+half|с\s+половиной)\s+(?P<unit>{UNIT})\b"
    rf"|\b(?:полтора|полутора|полторы)\s+(?P<one_and>{UNIT})\b"
)
# A half of a unit in the next smaller one; who counts in halves has rounded: two and a half hours, about 150 minutes.
_HALVES = {
    "hour": (60, 30, "minutes", "about "), "day": (24, 12, "hours", "about "), "week": (7, 3, "days", "about "),
    "month": (30, 15, "days", "about "), "year": (12, 6, "months", "about "),
}  # fmt: skip
_NTH_DAY = re.compile(rf"(?:на\s+)?(?:{_ORDINAL}|(?P<figure>\d{{1,2}})-?й)\s+(?:день|сутки)\s+после\s+(?P<anchor>.+)")


def in_plain_words(text: str) -> str:
    """The phrase, in small letters, with such turns said plainly."""
    for pattern, said in _TURNS:
        text = pattern.sub(said, text)
    text = _YEAR_IN_WORDS.sub(lambda found: str(2000 + _number(found)), text)
    text = _DAY_IN_WORDS.sub(lambda found: str(_number(found)), text)
    text = _DAY_BEFORE_ANOTHER.sub(lambda found: str(_number(found)), text)
    text = _NUMBER_OF_HOURS.sub(lambda found: str(_in_figures(found["number"])), text)
    text = _AND_A_HALF.sub(_with_a_half, text)
    return _HOURS_TO_HOURS.sub(_range_of_hours, text)


def nth_day_after(text: str) -> tuple[int, str] | None:
    """ "на третий день после обыска": 3 and the words of the event."""
    found = _NTH_DAY.fullmatch(text)
    if found is None:
        return None
    return int(found["figure"]) if found["figure"] else _number(found), found["anchor"]


def _number(found: re.Match[str]) -> int:
    stem = next(stem for stem in sorted(_ORDINALS, key=len, reverse=True) if found["ordinal"].startswith(stem))
    return {"двадцать": 20, "тридцать": 30, None: 0}[found["tens"]] + _ORDINALS[stem]


def _in_figures(word: str) -> int:
    return next(number for number, forms in NUMBERS.items() if re.fullmatch(forms, word))


def _with_a_half(found: re.Match[str]) -> str:
    unit = unit_of(found["unit"] or found["one_and"])
    if unit not in _HALVES:
        return found[0]
    number = value_of(found["number"]) if found["number"] else 1
    whole, half, smaller, about = _HALVES[unit]
    already = re.search(rf"(?:{ABOUT})\s+$", found.string[: found.start()])
    return f"{'' if already else about}{number * whole + half} {smaller}"


def _range_of_hours(found: re.Match[str]) -> str:
    hours = []
    for end in ("first", "last"):
        hour, part = int(found[end]), found[f"of_{end}"]
        hours.append(hour + 12 if part != "утра" and hour < 12 else hour)
    return f"с {hours[0]:02}:00 до {hours[1]:02}:00"


_Said = str | Callable[[re.Match[str]], str]
_TURNS: tuple[tuple[re.Pattern[str], _Said], ...] = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\b([12]\d{3})-?(?:го|м|ом|й)\b", r"\1"),
        (r"^(.+?)\s+спустя\s+после\s+", r"через \1 после "),
        (rf"\b({UNIT})\s+через\s+({NUMBER})\b", r"примерно через \2 \1"),
        (r"\bпо\s+истечении\s+", "не менее "),
        (r"\bon\s+or\s+(?:about|around)\b|\bin\s+or\s+(?:about|around)\b", "about"),
        (r"\b(\d{1,2})\.(\d{2})\s*(?=[ap]\.?m\b)", r"\1:\2 "),
        (r"\b(\d{1,2}:\d{2})\s*(?:hrs|hours)\b", r"\1"),
        (r"\b(?:towards|near)\s+the\s+end\s+of\b", "end of"),
        (r"\b(?:early|late)\s+(?=(?:spring|summer|autumn|fall|winter)\b)", ""),
        (r"\b(?:ранн|поздн)(?:ей|ею|им)\s+(?=весной|осенью|летом|зимой)", ""),
        (r"\b(?:the\s+weekend\s+of|в\s+выходные)\s+(?=\d)", ""),
        (r"\bfor\s+the\s+(?:next|following)\s+(?!day\b)", "for "),
        (rf"\b({MONTH})\s+(\d{{1,2}})\s*(?:-|–|to|through|and)\s*(\d{{1,2}}),?\s+([12]\d{{3}})\b", r"\2-\3 \1 \4"),
        (
            rf"\b({MONTH})\s+(\d{{1,2}})\s*(-|–|to|through)\s*({MONTH})\s+(\d{{1,2}}),?\s+([12]\d{{3}})\b",
            r"\2 \1 \3 \5 \4 \6",
        ),
        (rf"\b(\d{{1,2}})-({MONTH})-([12]\d{{3}})\b", r"\1 \2 \3"),
        (r"\b([12]\d{3})/(\d{2})/(\d{2})\b", r"\1-\2-\3"),
        (r"\bovernight\s+(?:on\s+)?(?=\d{1,2}\s*[-–])", "in the night of "),
        (r"\bat\s+dusk\s+on\s+", "in the evening of "),
        (r"\bполчаса\b", "30 минут"),
        (r"\bhalf\s+an\s+hour\b", "30 minutes"),
        (rf"(?:(?:{ABOUT})\s+)?\bполтора\s+часа\b", "примерно 90 минут"),
        (rf"(?:(?:{ABOUT})\s+)?\ban\s+hour\s+and\s+a\s+half\b", "about 90 minutes"),
        (rf"(?:(?:{ABOUT})\s+)?(?:через\s+)?\bполгода\b", "через примерно 6 месяцев"),
        (rf"(?:(?:{ABOUT})\s+)?\bhalf\s+a\s+year\b", "about 6 months"),
        (rf"(?:(?:{ABOUT})\s+)?(?:через\s+)?\bполтора\s+года\b", "через примерно 18 месяцев"),
        (rf"(?:(?:{ABOUT})\s+)?\ba\s+year\s+and\s+a\s+half\b", "about 18 months"),
        (rf"(?:(?:{ABOUT})\s+)?(?:через\s+)?\bполтора\s+месяца\b", "через примерно 45 дней"),
        (rf"(?:(?:{ABOUT})\s+)?\ba\s+month\s+and\s+a\s+half\b", "about 45 days"),
        (r"\ba\s+fortnight\b(?!\s+of)", "two weeks"),
        (r"\b(?:до|к)\s+конц[ау]\s+(?=.*[12]\d{3})", "не позднее "),
        (r"\bby\s+the\s+end\s+of\s+(?=.*[12]\d{3})", "not later than "),
        (r"\bс\s+начала\s+(?=.*[12]\d{3})", "не ранее "),
        (r"\bfrom\s+the\s+beginning\s+of\s+(?=.*[12]\d{3})", "not earlier than "),
        (rf"\bв\s+течение\s+(?=(?:{MONTH})\s+[12]\d{{3}}|[12]\d{{3}})", "в "),
        (r"\bsometime\s+(?=in\s)", ""),
        (r"\bориентировочно\b", "примерно"),
        (r"\bто\s+ли\s+(.+?),?\s+то\s+ли\s+(?:в\s+)?", r"\1 или "),
        (rf"\b(?:{ABOUT})\s+(?:полудня|noon|midday)\b", "около 12:00"),
        (r"\bв\s+полдень\b|\bat\s+(?:noon|midday)\b", "12:00"),
        (r"\b(?:рано\s+утром|ранним\s+утром|под\s+утро|на\s+рассвете)\b", "утром"),
        (r"\b(?:поздно\s+вечером|поздним\s+вечером|ближе\s+к\s+ночи)\b", "вечером"),
        (r"\b(?:early|late)\s+(?=in\s+the\s+(?:morning|evening)\b)", ""),
        (r"\b(?<=the\s)(?:early|late)\s+(?=(?:morning|evening)\b)", ""),
        (r"\bat\s+(?:dawn|daybreak)\b(?:\s+(?:on|of)(?=\s))?", "in the morning of"),
        (r"\bon\s+the\s+(?=(?:morning|afternoon|evening)\s+of\b)", "in the "),
        (r"\bthe\s+(?=\d{1,2}(?:st|nd|rd|th)\b)", ""),
        (rf"\b(длил(?:ось|ся|ась))\s+({UNIT})\s+({NUMBER})\b", r"\1 примерно \3 \2"),
        (r"\bnew\s+year[’']?s\s+eve,?\s+(?:of\s+)?([12]\d{3})\b", r"31 december \1"),
        (r"\bnew\s+year[’']?s\s+day,?\s+(?:of\s+)?([12]\d{3})\b", r"1 january \1"),
        (r"\bв\s+(?:перв\w+\s+)?день\s+нового,?\s+([12]\d{3})\s+года\b", r"1 января \1 года"),
        (r"\bв\s+день\s+победы\s+([12]\d{3})", r"9 мая \1"),
    )
)
