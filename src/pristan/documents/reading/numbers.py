"""Numbers by which a case is known: court case, УИД, 17-figure criminal case, crime-report register.

Source: УИД of court cases; Prosecutor General's order No. 824 of 28.12.2016 (17 figures since 1 February 2017).
Does not: check the figures against a court or agency; what the inner groups mean is not verified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.page_text import TO_CYRILLIC, TO_LATIN

_SIGN = r"(?:№|N[º°o]?\.?|No\.?)"
_PATTERNS = (
    ("number.uid", re.compile(r"(?<![\dA-Za-zА-Я])(\d{2}\s?[A-ZА-Я]{2}\s?\d{4}\s?[-–—]\s?\d{2}\s?[-–—]\s?(?:19|20)\d{2}\s?[-–—]\s?\d{6}\s?[-–—]\s?\d{2})(?!\d)")),
    ("number.case", re.compile(rf"(?:[Дд]ел[оауе]м?|ДЕЛО|[Мм]атериал[а-яё]*|производств[оауе]м?)\s*{_SIGN}?\s*((?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}[аАaкКkуУuU]?|\d[УуУ])\s*[-–—]\s*\d{{1,6}}(?:\s*-\s*\d{{1,2}})?\s*/\s*(?:19|20)\d\d)(?!\d)")),
    ("number.case", re.compile(rf"{_SIGN}\s*((?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}[аАaкКуУ]?|\d[УуУ])\s*[-–—]\s*\d{{1,6}}(?:\s*-\s*\d{{1,2}})?\s*/\s*(?:19|20)\d\d)(?!\d)")),
    ("number.case", re.compile(r"(?:(?:\A|\n)[ \t]*|(?<![ \t])[ \t]{3,})((?:\d{1,2}/\d{1,2}|\d{1,2}[аАaкКkуУuU]?)\s?[-–—]\s?\d{1,6}(?:-\d{1,2})?/(?:19|20)\d\d)(?=\s{2,}|[ \t]*\n)")),
    # of the Supreme Court: 45-УД24-31-К7
    ("number.case", re.compile(r"(?<![\dА-Яа-я-])(\d{1,3}-(?:УД|АД|КАД|ИКАД|АПУ|АПА|ЭС|КГ)\d\d-\d{1,6}(?:-[АК]\d{1,2})?)(?![\dА-Яа-я])")),
    ("number.case", re.compile(r"(?:\A|\n)[ \t]*(М-\d{1,6}/20\d\d)(?!\d)")),  # a claim before it has a number
    # beside a УИД
    ("number.case", re.compile(r"(?:\A|\n)[ \t]*((?:\d{1,2}/\d{1,2}|\d{1,2}[аАaкКkуУuU]?)\s?[-–—]\s?\d{1,6}(?:-\d{1,2})?/(?:19|20)\d\d)(?=[ \t]+(?:УИД|\d\d\w\S\d{4}-))")),
    ("number.case", re.compile(r"-\d{6}-\d\d[ \t]+((?:\d{1,2}/\d{1,2}|\d{1,2}[аАaкКkуУuU]?)\s?[-–—]\s?\d{1,6}(?:-\d{1,2})?/(?:19|20)\d\d)(?=[ \t]*\n)")),
    ("number.case", re.compile(r"(?<![А-Яа-я\d])([АA]\d{2}-\d{1,6}/(?:19|20)\d\d)(?!\d)")),
    ("number.case", re.compile(rf"(?:[Дд]ел[оауе]м?|ДЕЛО|[Мм]атериал[а-яё]*)\s*{_SIGN}\s*((?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}[аАaкКkуУuU]?)\s*[-–—]\s*\d{{1,6}}(?:\s*-\s*\d{{1,2}})?\s*/\s*\d\d)(?![\d/])")),
    # of Moscow's magistrates, with the number of the section; the number that a cassation court adds in brackets
    ("number.case", re.compile(rf"(?:[Дд]ел[оауе]м?|ДЕЛО)\s*{_SIGN}\s*(\d{{1,2}}-\d{{1,6}}/\d{{1,3}}/(?:19|20)\d\d)(?!\d)")),
    ("number.case", re.compile(r"\[\s*(\d{1,2}-\d{1,6}/(?:19|20)\d\d)\s*\]")),
    # of Kazakhstan and Uzbekistan: 7512-24-00-3к/1188, 1-1501-2201/418
    ("number.case", re.compile(rf"(?:[Дд]ел[оауе]м?|ДЕЛО|{_SIGN}\s*дела|(?:\A|\n)[ \t]*{_SIGN})[\s:]*(?:{_SIGN})?\s*(\d{{1,4}}-\d{{2,4}}-\d{{2,4}}(?:-\d{{1,4}})?[а-я]?/\d{{1,6}})(?!\d)")),
    ("number.criminal", re.compile(r"(?<!\d)([1-9]\d{16})(?!\d)")),
    ("number.criminal", re.compile(r"(?:дел[оауе]м?\s*(?:№|N)|№)\s*([1-9](?:[ ]?\d){16})(?![ ]?\d)")),
    ("number.kusp", re.compile(r"(?:KUSP|KRSP|KRSoP|[Cc]rime\s+[Rr]eports?(?:\s+\w+){0,2}\s+(?:[Bb]ook|[Rr]egister|[Jj]ournal)|[Rr]egister\s+of\s+[Cc]rime\s+[Rr]eports?)(?:[^.;\d]|No\.){0,30}(\d{1,7})(?!\d)")),
    ("number.kusp", re.compile(rf"КУСП\s*(?:за\s+)?(?:{_SIGN})?\s*(\d{{1,7}})(?!\d)")),
)  # fmt: skip


# on a recognised page: the two letters of the court as figures and signs of their look ("66850004" is 66RS0004)
_SEEN_UID = re.compile(
    r"(?<![\dA-Za-zА-Я])(?P<region>\d{2})\s?(?P<court>[A-Za-zА-Яа-я0-9$§&](?:\$5|5\$|[A-Za-zА-Яа-я0-9$§&]))\s?(?P<rest>\d{4}\s?[-–—.,]{1,2}\s?0\d\s?[-–—.,]{1,2}\s?(?:19|20)\d{2}\s?[-–—.,]{1,2}\s?\d{6}\s?[-–—.,]{1,2}\s?\d{2})(?!\d)"
)
_FIRST = {
    **dict.fromkeys("RrРрPpЯ8ВвBbКкKk&", "R"),
    **dict.fromkeys("MmМмНнHh", "M"),
    **dict.fromkeys("0ОоOo", "O"),
    **dict.fromkeys("AaАа", "A"),
    **dict.fromkeys("GgСсC6", "G"),
}
_SECOND = {**dict.fromkeys("Ss5$§БбСсЗз3", "S"), **dict.fromkeys("VvУуYy", "V")}


def seen_uids(text: str) -> Iterator[tuple[str, str, int, int]]:
    """УИД of a recognised page whose letters were read as other signs."""
    for match in _SEEN_UID.finditer(text):
        first, second = (signs.get(sign) for signs, sign in zip((_FIRST, _SECOND), match["court"][:2], strict=True))
        written = match["court"].isascii() and match["court"].isalpha() and match["court"].isupper()
        if first and second and not written:
            rest = re.sub(r"[-–—.,]{1,2}", "-", re.sub(r"\s", "", match["rest"]))
            yield "number.uid", match["region"] + first + second + rest, match.start(), match.end()


def numbers_in(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Name, normalised value and place of each number; the same value of one name once."""
    seen: set[tuple[str, str]] = set()
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            value = _normal(name, match[1])
            if (name, value.lower()) not in seen:
                seen.add((name, value.lower()))
                yield name, value, match.start(1), match.end(1)


def _normal(name: str, raw: str) -> str:
    value = re.sub(r"\s", "", raw).translate({ord("–"): "-", ord("—"): "-"})
    if name == "number.uid":
        return value[:2] + _court_letters(value[2:4]) + value[4:]
    if name == "number.case":
        return value.translate(TO_CYRILLIC).replace("u", "у").replace("k", "к")
    return value


def _court_letters(letters: str) -> str:
    """RS, MS ...: Latin, though a scan or a typist may have put Cyrillic letters, by their look or by their sound."""
    plain = letters.translate(TO_LATIN)
    return {"P": "R"}.get(plain[0], plain[0]) + {"C": "S"}.get(plain[1], plain[1])
