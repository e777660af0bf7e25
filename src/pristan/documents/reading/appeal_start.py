"""From which day a time to appeal runs, as the words beside it say: "within 10 days from service of a copy".

Result: the acts that the paper names, in its order; a judgment often names two (announcement, and for those in custody
a copy handed over). None where it names no act, or one that is not known here. Does not: find the day of an act.
"""

from __future__ import annotations

import re

from pristan.kernel.starts import StartsAt

_REACH = 260  # letters after the period in which its acts are named
_NEAR = r"[^.;,]{0,60}?"  # between "from" and the act
_RUSSIAN = (
    (StartsAt.FINAL_FORM, r"окончательной\s+форме|мотивированн[а-яё]+\s+(?:решени|постановлени|текст)"),
    (StartsAt.IN_FORCE, r"вступлени[а-яё]+\s+(?:[а-яё]+\s+){0,3}?в\s+(?:законную\s+)?силу"),
    (StartsAt.SERVED, r"вручени|получени|уведомлени|извещени"),
    (StartsAt.ANNOUNCED, r"провозглашени|оглашени|объявлени"),
    (StartsAt.DECIDED, r"вынесени|приняти[яи]|постановления\s+приговора"),
)
_ENGLISH = (
    (StartsAt.FINAL_FORM, r"final\s+form|full\s+(?:text|decision|reasons)"),
    (StartsAt.IN_FORCE, r"(?:entry|enter\w*|coming|comes?)\s+into\s+(?:legal\s+)?force|becom\w+\s+final"),
    (StartsAt.SERVED, r"\b(?:serv(?:ed|ice)|deliver\w*|notif\w+|receipt|receiv\w+|hand(?:ed|ing))\b"),
    (StartsAt.ANNOUNCED, r"\b(?:announc\w+|pronounc\w+|proclam\w+|proclaim\w+)\b"),
    (StartsAt.SENT, r"\b(?:sent|sending|mail(?:ed|ing)|post(?:ed|ing)|dispatch\w*)\b"),
    (StartsAt.DECIDED, r"\b(?:issu(?:ed|ance)|adopt\w+|render\w+|made|(?:date\s+of|this)\s+(?:[\w'’]+\s+){0,4}?(?:decision|ruling|judgment|order|determination))\b"),
)  # fmt: skip
_FROM_RUSSIAN = r"\bс(?:о)?\s+(?:дня|момента|даты)\b|\bпосле\b|\bпо\s+(?=получени)"
_FROM_ENGLISH = r"\b(?:from|after|following|since|upon)\b"
_RIGHT_AFTER = re.compile(r"\s*(?:of)\b", re.IGNORECASE)  # "within 30 days of service"
_UNIT = re.compile(r"\b(?:days?|weeks?|months?|сут[а-яё-]+|дн[а-яё]+|день|месяц[а-яё]*|срок)\b", re.IGNORECASE)
_ENDS = re.compile(r";|\n\s*\n|\.(?=\s+[«\"A-ZА-ЯЁ])|\.\s*$")


def starts_beside(text: str, start: int, end: int) -> tuple[StartsAt, ...]:
    """The acts named after a period: `start` and `end` are the place, in the text of its page, where it was read."""
    unit = _UNIT.search(text, start, end)
    tail = text[unit.end() if unit else end : end + _REACH]
    stop = _ENDS.search(tail)
    words = re.sub(r"\s+", " ", re.sub(r"-\n", "", tail[: stop.start()] if stop else tail))
    russian = re.search(r"[А-Яа-яё]", words) is not None
    acts = _RUSSIAN if russian else _ENGLISH
    begins = [one.end() for one in re.finditer(_FROM_RUSSIAN if russian else _FROM_ENGLISH, words, re.IGNORECASE)]
    right_after = None if russian else _RIGHT_AFTER.match(words)
    found = [_act(words[start:], acts) for start in ([right_after.end()] if right_after else []) + begins]
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _act(words: str, acts: tuple[tuple[StartsAt, str], ...]) -> StartsAt | None:
    """The act that is named first, close to the word "from"."""
    near = {one: match.end() for one, pattern in acts if (match := re.match(f"{_NEAR}(?:{pattern})", words, re.I))}
    if StartsAt.FINAL_FORM in near:  # "made in final form" is another day than "made"
        return StartsAt.FINAL_FORM
    return min(near, key=lambda one: near[one]) if near else None
