"""The articles that a paper accuses somebody of: offences of the Criminal Code or the Code of Administrative Offences.

Source of the notation: `kernel.articles`. Left out: articles on procedure and the general part (punishment, record).
Does not: say which edition stood on the day of the act; see `country.offences`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.kernel.articles import Article, citations_in

_FIRST_OFFENCE = 105  # of the Criminal Code of Russia: below stands the general part
_GENERAL_CHAPTERS = range(1, 5)  # КоАП: general part; from 22 on competence and procedure
_LAST_OFFENCE_CHAPTER = 21
_FOREIGN_FIRST_OFFENCE = 90
# articles on the duties of experts, witnesses and interpreters: a paper that warns of them accuses nobody
_FOREIGN_ADMINISTRATIVE = range(40, 680)  # codes of neighbours count through; procedure stands at the end
_WARNINGS = frozenset({"307", "308", "310", "17.9", "19.16"})
# "неисполнение влечёт ответственность по статье 19.34": nobody is accused yet
_THREAT = re.compile(
    r"(?:влеч[её]т|повлеч[её]т|предусмотрена|наступает|грозит|нес[её]те?|подлежит)(?![а-яё])[^.;]{0,60}ответственност[а-яё]+[^.;]{0,60}$",
    re.IGNORECASE,
)
_WARNED = re.compile(r"warned\s+of|предупрежд[а-яё]+|ответственност[а-яё]+\s+(?:за|по)|разъяснен[а-яё]*", re.IGNORECASE)
# "П.О." is no point of an article, "18 ч. 15 м." no part; what an act is guided by is procedure
_NO_CHARGE = re.compile(
    r"[А-ЯЁ]\.\s?[А-ЯЁ]\.|\d{1,2}\s*(?:ч|час)\.?\s*\d{1,2}\s*м(?:ин[а-я]*)?(?![а-яё])"
    r"|[Рр]уководству[а-яё]+[^;]{0,260}?(?:УПК|КоАП|КАС|УИК|[Уу]головно-процессуальн[а-яё]+\s+кодекс[а-яё]*)"
    r"|[Рр]уководству[а-яё]+\s+ст[а-яё.\s]*[\d.,\sи–-]+(?=\s(?:суд|следователь|дознаватель|[А-ЯЁ]{6}))"  # its code left out
)


_ORDINALS = {
    "перв": "1",
    "втор": "2",
    "трет": "3",
    "четверт": "4",
    "четвёрт": "4",
    "пят": "5",
    "шест": "6",
    "седьм": "7",
}
_ORDINAL_PART = re.compile(
    rf"(част(?:и|ью|ь|ей)\s+)({'|'.join(_ORDINALS)})([а-яё]{{2,4}})(?![а-яё])", re.IGNORECASE
)  # "частью второй"


# points as translators write them, where only one letter of the original can be meant: (c) is "в" or "ц"
_POINTS = {"a": "а", "b": "б", "d": "д", "g": "г", "z": "з", "k": "к"}


@dataclass(frozen=True, slots=True)
class Charge:
    """One article with part and point, once for each different reading."""

    article: Article
    start: int
    end: int
    hyphenated: bool = False  # the paper writes "244-1", or a raised figure

    @property
    def value(self) -> str:
        """As the vocabulary writes it: "УК 228.1 ч.4 п.г"; of another state as its paper writes it: "УК (UZ) 244-1"."""
        out = self.article.name
        if self.hyphenated and self.article.state not in (None, "RU"):
            out = out.replace(".", "-")
        if self.article.parts:
            out += " ч." + ",".join(self.article.parts)
        if self.article.points:
            out += " п." + ",".join(dict.fromkeys(_POINTS.get(point, point) for point in self.article.points))
        return out


def charges_in(text: str) -> Iterator[Charge]:
    """Offence articles in reading order; the same article with the same part, points and stage once."""
    seen: set[tuple[str, object]] = set()
    plain = _NO_CHARGE.sub(lambda found: " " * len(found.group()), text)
    plain = _ORDINAL_PART.sub(
        lambda found: found[1] + _ORDINALS[found[2].lower()].ljust(len(found[2] + found[3])), plain
    )
    articles = list(citations_in(plain))
    crime = any(one.code == "УК" and _is_offence(one) for one in articles)
    abroad = {one.number for one in articles if one.state not in (None, "RU")}
    for article in articles:
        if article.state is None and article.number in abroad:
            continue  # the first of "ст. 159, ст. 244 УК Республики Узбекистан", told elsewhere with its state
        if not _is_offence(article) or _is_warning(text, article):
            continue
        if article.code == "КоАП" and crime and _EARLIER.search(text[max(0, article.span[0] - 220) : article.span[0]]):
            continue
        hyphenated = bool(re.search(r"\d-\d|\d\s?\(\d\)|[¹²³⁴⁵⁶⁷⁸⁹]", text[article.span[0] : article.span[1]]))
        if any(not part[:1].isdigit() for part in article.parts):
            continue  # "ст. 244 и ст. 159": no part
        charge = Charge(article, *article.span, hyphenated)
        key = (charge.value, article.stage)
        if key not in seen:
            seen.add(key)
            yield charge


# an earlier administrative punishment that a paper on a crime recalls
_EARLIER = re.compile(
    r"(?:подверг[а-яё]+|привлекал[а-яё]*|привлеч[её]н[а-яё]*)\s[^.;]{0,60}(?:административн|ответственност)[^.;]{0,80}$|\b(?:subjected|brought|held)\b[^;]{0,200}\badministrative\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _is_warning(text: str, article: Article) -> bool:
    """Whether the article only stands in the warning that is read to experts, witnesses and interpreters."""
    start, end = article.span
    if _THREAT.search(text[max(0, start - 140) : start]):
        return True
    return article.number in _WARNINGS and bool(_WARNED.search(text[max(0, start - 120) : end + 60]))


def _is_offence(article: Article) -> bool:
    head = re.match(r"\d+", article.number)
    if head is None or article.note:
        return False
    number = int(head.group())
    if article.code == "КоАП" and article.state not in (None, "RU"):
        return number in _FOREIGN_ADMINISTRATIVE
    if article.code == "КоАП":
        return number not in _GENERAL_CHAPTERS and number <= _LAST_OFFENCE_CHAPTER and "." in article.number
    if article.code != "УК":
        return False
    return number >= (_FIRST_OFFENCE if article.state in (None, "RU") else _FOREIGN_FIRST_OFFENCE)
