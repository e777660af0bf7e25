"""One event told beside another: "about a week after the search", "через три дня после обыска", "the same day as"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pristan.case.account_model import Link
from pristan.chronology.phrases.lexicon import ABOUT, NUMBER, UNIT, unit_of, value_of
from pristan.chronology.phrases.plain import nth_day_after
from pristan.chronology.phrases.told import Told, Unread
from pristan.kernel.lengths import Length

_LENGTH = (
    rf"(?:(?P<bound>within|less\s+than|no\s+more\s+than|not\s+more\s+than|at\s+least|more\s+than|not\s+less\s+than|"
    rf"no\s+later\s+than|not\s+later\s+than|не\s+позднее\s+чем|не\s+позднее|не\s+более\s+чем|не\s+более|менее\s+чем|менее|не\s+менее\s+чем|не\s+менее|более\s+чем|более|в\s+течение)\s+)?"
    rf"(?:(?:через|спустя|за)\s+)?(?:(?P<about>{ABOUT})\s+)?"
    rf"(?:(?:через|спустя|за)\s+)?(?:(?P<number>{NUMBER})\s+)?(?P<unit>{UNIT})"
)
_SPAN = re.compile(rf"(?:(?:it\s+)?lasted\s+|for\s+|в\s+течение\s+|длил(?:ось|ся|ась)\s+|на\s+протяжении\s+)?{_LENGTH}")
_LATER = r"(?P<link>after|before|later\s+than|earlier\s+than|following|prior\s+to|после|до|перед)"
_WITH_LENGTH = re.compile(rf"{_LENGTH}\s+{_LATER}\s+(?P<anchor>.+)")
_LENGTH_FIRST_RU = re.compile(rf"{_LATER}\s+(?P<anchor>.+?)\s+{_LENGTH}")
_NEXT_DAY = re.compile(
    r"(?:on\s+)?(?:the\s+)?(?:next\s+|following\s+)?(?:day|evening|morning)\s+(?P<link>after|before)\s+(?P<anchor>.+)"
    r"|(?:на\s+)?(?:следующий\s+день|другой\s+день|следующее\s+утро|назавтра|наутро)\s+(?P<after_ru>после)\s+(?P<anchor_ru>.+)"
    r"|накануне\s+(?P<eve_ru>.+)"
)
_IN_A_DAY = re.compile(r"через\s+день\s+после\s+(?P<anchor>.+)")  # the next day, or the one after it
_SAME_DAY = re.compile(
    r"(?:on\s+)?(?:the\s+)?(?:same\s+day|day)\s+(?:as|of)\s+(?P<en>.+)|в\s+(?:тот\s+же\s+день|день)(?:,?\s+что\s+и)?\s+(?P<ru>.+)"
)
_BARE = re.compile(
    r"(?:(?:shortly|soon|незадолго|immediately|right|just|some\s+time|a\s+few\s+days|several\s+days|сразу|вскоре|незамедлительно|"
    r"спустя\s+некоторое\s+время|через\s+несколько\s+(?:дней|часов|недель|месяцев)|за\s+несколько\s+(?:дней|часов|недель|месяцев))\s+)?"
    r"(?P<link>after|before|during|while|prior\s+to|после|до|перед|во\s+время|в\s+ходе|при)\s+(?P<anchor>.+)"
)
_BEFORE = ("before", "earlier", "prior", "до", "перед")
_AT_MOST = (
    "no later",
    "not later",
    "не позднее",
    "within",
    "less",
    "no more",
    "not more",
    "не более",
    "менее",
    "в течение",
)
_LETTER = {
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "week": ("P", "W"),
    "month": ("P", "M"),
    "year": ("P", "Y"),
}


def relation(text: str, names: Mapping[str, frozenset[str]]) -> Told | Unread | None:
    """How the phrase lies to an event. `names` are folded names with the events they may mean. None: no relation."""
    if found := _IN_A_DAY.fullmatch(text):
        anchor = event_named(found["anchor"], names)
        return Told(link=Link.AFTER, gap=Length.parse("P1D..P2D"), anchor=anchor) if isinstance(anchor, str) else anchor
    for form in (_WITH_LENGTH, _LENGTH_FIRST_RU):
        if found := form.fullmatch(text):
            anchor = event_named(found["anchor"], names)
            if isinstance(anchor, str):
                return Told(link=_link(found["link"]), gap=_length(found), anchor=anchor)
            if _looks_like_date(found["anchor"]):
                continue
            return anchor
    if counted := nth_day_after(text):
        number, words = counted
        anchor = event_named(words, names)  # the first day counted or not
        gap = Length.parse(f"P{number - 1}D..P{number}D") if number > 1 else Length.parse("P1D")
        return Told(link=Link.AFTER, gap=gap, anchor=anchor) if isinstance(anchor, str) else anchor
    if found := _NEXT_DAY.fullmatch(text):
        words = found["anchor"] or found["anchor_ru"] or found["eve_ru"]
        before = found["link"] == "before" or found["eve_ru"] is not None
        anchor = event_named(words, names)
        link = Link.BEFORE if before else Link.AFTER
        morning = not before and re.search(r"\bmorning\b|утро", text)  # after a night the morning is of the same day
        return (
            Told(link=link, gap=Length.parse("PT1M..P1D" if morning else "P1D"), anchor=anchor)
            if isinstance(anchor, str)
            else anchor
        )
    if found := _SAME_DAY.fullmatch(text):
        anchor = event_named(found["en"] or found["ru"], names)
        return Told(link=Link.SAME_DAY, anchor=anchor) if isinstance(anchor, str) else None
    if found := _BARE.fullmatch(text):
        anchor = event_named(found["anchor"], names)
        if isinstance(anchor, str):
            during = found["link"].startswith(("during", "while", "во", "в ", "при"))
            return Told(link=Link.DURING if during else _link(found["link"]), anchor=anchor)
        return None if _looks_like_date(found["anchor"]) else anchor
    return None


def span(text: str) -> Told | None:
    """How long something lasted: "for about three days", "в течение двух недель"."""
    found = _SPAN.fullmatch(text)
    if found is None or (found["number"] is None and re.match(r"\d", text)):
        return None
    return Told(lasts=_length(found, spanning=True))


def event_named(words: str, names: Mapping[str, frozenset[str]]) -> str | Unread:
    """The one event that the words name."""
    found = names.get(folded(words), frozenset())
    if len(found) == 1:
        return next(iter(found))
    return Unread("which_event" if found else "no_such_event", words)


def folded(words: str) -> str:
    """A name without article, case endings and quotes, so that "the search", "обыска" and "обыск" are alike."""
    plain = re.sub(r"[«»\"“”'.,()]", " ", words.lower().replace("ё", "е"))
    kept = [word for word in plain.split() if word not in ("the", "a", "an", "my", "his", "her", "our", "мой", "моего")]
    return " ".join(_stem(word) for word in kept)


def _stem(word: str) -> str:
    if not re.search("[а-я]", word):
        return word.removesuffix("s") if len(word) > 4 else word
    stem = re.sub(
        r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иях|иям|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ия|ию|ии|ом|ем|ам|ям|ах|ях|ую|юю|а|я|у|ю|ы|и|е|о|ь|й)$",
        "",
        word,
    )
    return stem if len(stem) >= 3 else word


def _link(word: str) -> Link:
    return Link.BEFORE if word.startswith(_BEFORE) else Link.AFTER


def _length(found: re.Match[str], *, spanning: bool = False) -> Length:
    number = 1 if found["number"] is None else value_of(found["number"])
    head, letter = _LETTER[unit_of(found["unit"])]
    text = f"{head}{number}{letter}"
    bound = found["bound"]
    if bound and not (spanning and bound.startswith("в течение")):
        text = f"..{text}" if bound.startswith(_AT_MOST) else f"{text}.."
    return Length.parse(text + ("~" if found["about"] else ""))


def _looks_like_date(words: str) -> bool:
    return bool(re.search(r"\d", words))
