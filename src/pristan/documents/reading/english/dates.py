"""Days of a paper in English by the part that the words beside them give: its own day, birth, service, hearing ...

Does not: take a day for that of the act only because it is the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.dates import Found
from pristan.documents.reading.english.days import days_in
from pristan.documents.reading.table_cells import cells_in
from pristan.documents.reading.told import Told

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_CAPTION = r"[\s:│|(\[?-]*$"
_BEFORE = tuple(
    (name, re.compile(before, re.IGNORECASE))
    for name, before in (
        ("date.born", r"\bborn\s+(?:in|at)\s+[^;.\d]{2,60}?\s+on\s+$"),
        ("date.born", r"(?:\bborn(?:\s+on)?(?:\s+the)?|\bdates?\s+(?:and\s+place\s+)?of\s+birth|\bbirth\s*date|\bd\.?o\.?b\.?|\bb\.)(?:\s*\([a-z /-]{3,20}\))?[\s:│|,(\[?-]*(?:is\s+)?$"),
        ("date.until", rf"(?:admit(?:ted)?\s+until|valid\s+(?:un)?till?|valid\s+(?:to|through)|expir(?:es?|y|ation)(?:\s+(?:on|date))?|(?<!adjourned )(?<!postponed )until|up\s+to(?:\s+and\s+including)?)[\s:│|-]*(?:date)?{_CAPTION}"),
        ("date.in_force", r"(?:entered|came|comes?)\s+into\s+(?:legal\s+)?(?:force|effect)\s+(?:on\s*)?$|became\s+(?:final|legally\s+binding)\s+(?:on\s*)?$|took\s+(?:legal\s+)?effect\s+on\s*$"),
        ("date.announced", r"\b(?:operative\s+part|announced\s+in\s+court|pronounced)\b[^.;]{0,40}?\bon\s*$"),
        ("date.made_in_full", r"\b(?:reasoned|full\s+text|in\s+full|final\s+form)\b[^.;]{0,50}?\bon\s*$"),
        ("date.served", r"(?:cop(?:y|ies)|this|order|ruling|decision|record|document|notice|judgment|indictment)\b[^.;]{0,60}?\b(?:served|received|handed|delivered|announced\s+to\s+(?:me|him|her|the\s+\w+))\b[^.;]{0,60}?(?:on)?[\s:]*$"),
        ("date.served", r"\b(?:served|received|handed|announced)\b[^.;]{0,40}?\b(?:copy|order|ruling|decision|record|notice|judgment|personally|in\s+person|by\s+(?:mail|post|hand))\b[^.;]{0,40}?(?:on)?[\s:]*$"),
        ("date.served", r"\b(?:was|were)\s+served\s+on\s+[^.;\d]{0,50}?\bon\s*$|announced\s+to\s+(?:me|him|her)\s+on\s*$|date\s+(?:of\s+service|served)[\s:]*$"),
        ("date.hearing", rf"(?:adjourned|postponed|listed|set\s+down|rescheduled|resume[sd]?)\s+(?:until|till|to|for|on)\s+{_WEEKDAY}$"),
        ("date.hearing", rf"(?:hearing|trial)\s+(?:date|on|of|for|will\s+be\s+(?:held\s+)?on)(?:\s*(?:and|/)\s*time)?[\s:│|-]*{_WEEKDAY}$|date\s+(?:and\s+time\s+)?of\s+(?:the\s+)?(?:next\s+)?(?:hearing|trial){_CAPTION}|date\(?s?\)?\s+(?:of\s+hearing|heard){_CAPTION}|heard\s+(?:at\s+[^;.\d]{{3,60}}?\s+)?(?:on)?[\s:]*{_WEEKDAY}$"),
        ("date.hearing", rf"\b(?:summoned|called|invited)\s+(?:to\s+(?:appear|attend|come)\s+)?(?:[^.;\d]{{0,80}}\s)?(?:on|for)\s+{_WEEKDAY}$"),
        ("date.hearing", rf"(?:appear|hearing|trial|heard|listed)\b(?:(?!interview|fingerprint|biometric|appointment|\bborn\b)(?:[^;.]|[.](?=\S)|(?<=[ap]\.m)[.])){{0,320}}?\s(?:on|for|from)\s+{_WEEKDAY}$"),
        ("date.detained", r"(?<!brother was )(?:\bdetained|\barrested|\bapprehended|taken\s+into\s+(?:\w+\s+)?custody)\b[^.;\d]{0,60}?\s(?:on|since)\s+$|date\s+(?:and\s+time\s+)?of\s+(?:the\s+)?(?:actual\s+)?(?:arrest|detention|apprehension)[\s:│|(\[-]*$"),
        ("date.detained", r"\bactual\s+(?:detention|arrest|apprehension)[\s:]*$"),
        ("date.opened", r"(?:criminal\s+)?(?:case|proceedings)\b(?:[^.;]|No\.){0,100}?\b(?:opened|initiated|instituted|commenced)\b[^.;\d]{0,60}?\bon\s*$|(?:opened|initiated|instituted)\s+(?:a\s+|the\s+)?criminal\s+(?:case|proceedings)[^.;]{0,60}?\bon\s*$"),
    )
)  # fmt: skip
_WHO = r"(?:he|she|i|the\s+\w+|(?:mr|ms|mrs)\.?\s+[a-z-]+|(?:[A-Z][\w.-]+\s+){1,3}?)\s*"
_AFTER = (
    ("date.detained", re.compile(rf",?\s*(?:at\s+\S+\s*(?:a\.m\.|p\.m\.|hours?)?,?\s*)?{_WHO}(?:was|were)\s+(?:actually\s+)?(?:detained|arrested|apprehended|taken\s+into\s+custody)\b", re.IGNORECASE)),
    ("date.opened", re.compile(r",?\s*[^.;]{0,90}?(?:a|the|this)?\s*criminal\s+(?:case|proceedings)\s+(?:(?:no\.?|№)\s*\d+\s+)?(?:was|were)\s+(?:opened|initiated|instituted)\b|,?\s*[^.;]{0,90}?\b(?:opened|initiated|instituted)\s+(?:a\s+|the\s+)?criminal\s+(?:case|proceedings)\b", re.IGNORECASE)),
    ("date.in_force", re.compile(r",?\s*(?:the\s+)?(?:judgment|sentence|ruling|decision)\s+(?:entered|came)\s+into\s+(?:legal\s+)?force", re.IGNORECASE)),
    ("date.hearing", re.compile(r",?\s*(?:at\s+)?[\d:.]+\s*(?:a\.?m\.?|p\.?m\.?|hours)?,?\s*(?:in|before)\s+(?:court|the\s+court|judge)", re.IGNORECASE)),
)  # fmt: skip
# captions of the paper's own day, the surest first
_OWN = (
    re.compile(
        r"(?:(?<![\w’'])issued(?:\s+on)?|reasons\s+promulgated(?:\s+on)?|date\s+(?:of\s+(?:(?:the|this)\s+)?(?:report|letter|decision|determination|issu(?:e|ance)|notice|order|statement|translation|publication|preparation|document)|issued|signed|prepared|printed)"
        r"|(?:notice|issue|print(?:ing)?|report|decision|letter|statement|circulation)\s+dated?|drawn\s+up\b[^.;\d]{0,60}?\son|executed\s+(?:at|in)\s+[a-z ,.-]{2,50}?,?\s+on|executed(?:\s+this)?(?:\s+on)?|signed(?:\s+(?:at|in)\s+[a-z ,-]{2,40})?,?\s+on|(?<![A-Za-z] )\bdated?|\bthis|(?:sworn|affirmed|declared)\s+(?:to\s+)?(?:\(?or\s+affirmed\)?\s+)?(?:before\s+me\s+)?(?:at|in|on)[^.;\d]{0,60})[\s:│|(\[-]*(?:on\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:date\s+of\s+(?:the\s+)?(?:interview|meeting)|interview\s+date|interviewed\s+on){_CAPTION}", re.IGNORECASE),
)  # fmt: skip
_OTHER_CAPTION = re.compile(
    r"(?i)\b(?:on|in|since|from|by|until|was|is|has|of|dated|born|birth|dob|hearing|interview\w*|examin\w+|arriv\w+|entry|entered|received|valid|expir\w+|filed|session\w*|article|decision\s+under|due|deadline|judgment|ruling|married|period|between|begin|began|ended)\b"
)
_CAPTIONED = re.compile(
    r"(?i)(?<!\bdate):\s*$|\bdate\s+of\b|\b(?:birth|born|entry|arrival|expir\w*|valid|hearing|until|received|before|due|filed|deadline)\b"
)
_TRANSLATOR = re.compile(
    r"(?i)\b(?:competent\s+to\s+translate|true\s+and\s+(?:accurate|correct|complete)|I,?\s+[^.]{3,60}certify|translator|certif(?:y|ied)\s+(?:that|translation\b.{0,40}accurate))"
)
# "Date of decision / Date de la décision :"
_SECOND_LANGUAGE = re.compile(r"\s/\s[^:/\n]{2,50}:")
_A_CAPTION = re.compile(r"(?i)\bdate|\b(?:born|dob|issued|promulgated|heard|until|expir\w+|hearing)\b")
_HEAD = 900  # letters in which a day alone on its line is that of the paper
_MOST_WORDS = 6
# until when somebody worked or studied
_TELLS_OF_LIFE = frozenset({"employer_paper", "study_paper", "affidavit", "letter", "medical_paper", "expert_report"})
_SUMMONS = frozenset({"summons", "military_summons", "mobilisation_order"})


def english_dates(text: str, kind: str, heading: int) -> Iterator[Told]:
    """All days that have a part. `heading`: where the heading ends, near which an act says its day."""
    own: list[tuple[int, Found]] = []
    captions = {cell.start: cell for cell in cells_in(text)}
    for one in days_in(text):
        before = re.sub(r"\n(?!\s*\n)", "  ", text[max(0, one.start - 360) : one.start])
        before = _SECOND_LANGUAGE.sub(":", before)
        cell = captions.get(one.start) or captions.get(one.start - 3)  # "On 3 June"
        caption = (
            next((f"{words}: " for words in (cell.left, cell.above) if _A_CAPTION.search(words)), "") if cell else ""
        )
        before = _SECOND_LANGUAGE.sub(":", caption) or before
        role = _role(text, one, before)
        if role is not None:
            name = "date.appearance" if role == "date.hearing" and _before_an_investigator(text, kind) else role
            if name == "date.until" and (
                kind in _TELLS_OF_LIFE or re.search(r"(?i)\b(?:appointment|commission)\s+expires\s*$", before)
            ):
                continue
            if name == "date.opened" and kind == "opening":
                continue
            if name == "date.in_force" and re.search(r"\bwhich\s+\w+\s+into", before[-60:]):
                continue  # another act that this one tells of
            yield Told(name, one.day.isoformat(), one.start, one.end)
            continue
        rank = _own(text, one, before, heading, captioned=bool(caption))
        if rank is not None:
            own.append((rank, one))
    if own:
        _, best = min(own, key=lambda ranked: (ranked[0], ranked[1].start))
        yield Told("date.act", best.day.isoformat(), best.start, best.end)


def _role(text: str, one: Found, before: str) -> str | None:
    found = next((name for name, words in _BEFORE if words.search(before)), None)
    if found is not None:
        return found
    if not re.search(r"\b(?:on|from|since)\s+$", before, re.IGNORECASE):
        return None
    return next((name for name, words in _AFTER if words.match(text, one.end)), None)


def _before_an_investigator(text: str, kind: str) -> bool:
    return kind in _SUMMONS and not re.search(r"\b(?:Court|COURT|[Jj]udge|Tribunal)\b", text[:1500])


def _own(text: str, one: Found, before: str, heading: int, *, captioned: bool) -> int | None:
    """How sure the words or the place make it the paper's own day; the less the surer. None: not at all."""
    translated = _TRANSLATOR.search(text, max(0, one.start - 400), one.start) is not None
    caption = next((rank for rank, words in enumerate(_OWN) if words.search(before)), None)
    near = one.start < max(_HEAD, heading + 400)
    if (
        re.search(r"(?i)\bapprove", re.sub(r"\s+", " ", text[max(0, one.start - 800) : one.start])[-220:])
        and one.start < heading
    ):
        return None  # of who approved it
    if not captioned and _alone(text, one):
        return 0 if near else 4 + 4 * translated
    if caption is None:
        return None
    if re.search(r"(?i)\bdated\s*$", before):  # another paper may be dated: only where it begins a line
        first = text.rfind("\n", 0, one.start) + 1
        if not re.fullmatch(r"(?i)\s*dated\s*:?\s*", text[first : one.start]) and not re.search(
            r"  dated\s*:?\s*$", before, re.I
        ):
            return None
    if re.search(r"(?i)\bthis\s*$", before) and not re.search(
        r"(?i)\b(?:dated|executed|signed|sworn|done)\b[^.;]{0,60}\bthis\s*$", before
    ):
        return None
    return (1 if caption == 0 else 3) + 4 * (translated and not near)


def _alone(text: str, one: Found) -> bool:
    """Whether the day stands on a line with a place, a number or nothing."""
    first = text.rfind("\n", 0, one.start) + 1
    last = text.find("\n", one.end)
    rest = text[first : one.start] + " " + text[one.end : last if last != -1 else len(text)]
    if "│" in rest:
        return False
    captions = [cell for cell in re.split(r"\s{3,}", text[first : one.start].rstrip(" [(")) if cell.strip()]
    if captions and (_CAPTIONED.search(captions[-1]) or re.search(r"(?i)(?<!date):$", captions[0].strip())):
        return False
    cells = re.split(r"\s{3,}", rest)
    beside = (
        re.split(r"\s{3,}", text[first : one.start])[-1]
        + " "
        + re.split(r"\s{3,}", text[one.end : last if last != -1 else len(text)])[0]
    )
    words = [word for word in re.findall(r"[A-Za-z]{2,}", rest) if word.lower() not in ("ref", "no", "date")]
    if _OTHER_CAPTION.search(beside) or (len(cells) == 1 and _OTHER_CAPTION.search(rest)):
        return False
    return len(words) <= _MOST_WORDS or not re.search(r"[A-Za-z]{2,}", beside)
