"""The date of the act itself: in its heading, on a line with its place or number, or in the letterhead.

Does not: take a date of service, of approval or of birth, or one that a sentence tells.
"""

from __future__ import annotations

import re

from pristan.documents.reading.dates import Found, dates_in
from pristan.documents.reading.sentences import stops_only

_MADE_UP = re.compile(r"(?:составлен[оа]?|утвержден[оа]?|вынесен[оа]?)\s+(?:в\s+)?[^.;@\n]{0,60}$", re.IGNORECASE)
_TELLS = re.compile(
    r"\s[кв]\s+\d\d?\s*(?:час|ч·|:|·)|прибыть|надлежит|возбужд|[┌┐└┘]|рассекреч|экз·|получ|вруч|рожд|родивш|начат|окончен|объявлен|ознакомл|изготовлен|вступил|оглашен|действител|обжал|задержан|осужд[её]н|принял|поступ|выданн|рассмотрев"
    r"|договор|контракт|КУСП|КРСП|утвержда|согласов|на\s+основании|явиться|срок|начало|направлен|подпис|понят|будет|освобожд[её]н|паспорт|принято|сертификат|в\s+качестве",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"(?:дата(?:\s+(?:выдачи|составления|выгрузки|печати|обращения|распечатки|получения|документа|решения|вынесения|формирования))?|выдан[ао]?|отправлен[ао]?|составлен[оа]?|issued|date)\s*[:│|]?\s*$",
    re.IGNORECASE,
)
_PLACE_WORDS = re.compile(r"[A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё.·-]*")
_OTHER_ACT = re.compile(
    r"(?:закон|приговор|постановлени|решени|определени|приказ|договор|доверенност|протокол|конвенци|указ)[^.;]{0,60}\sот\s*$",
    re.IGNORECASE,
)
_BELOW = 200  # letters from the heading within which a line may begin with the day and go on with who acts
_WHO_ACTS = re.compile(
    r"\s*(?:года|г·)?\s*,?\s*(?:[Сс]удья|[Мм]иров|[Сс]ледовател|[Дд]ознавател|[Яя],|(?:[А-ЯЁ][а-яё-]+(?:ий|ой)\s+){1,2}(?:[а-яё]+\s+)?суд(?![а-яё]))"
)
_BEGUN = re.compile(r"(?:начат[оа]?|окончен[оа]?)(?![а-яё])", re.IGNORECASE)
_SIGNED = re.compile(r"\(?(?:подпись|подписи)\)?|М·?П·?|(?<![а-яё])г(?:ода|·)?(?![а-яё])")
_APPROVAL = re.compile(r"УТВЕРЖДАЮ|СОГЛАС(?:ЕН|ОВАНО)|«?Утверждаю")
_MOST_WORDS = 7
_FEW_WORDS = 3  # beside a date at the end
_NEAR = 800  # letters from the heading
_END = 300  # letters before the end


def act_date(text: str, start: int, end: int, intro_end: int) -> tuple[str, int, int] | None:
    """ISO day and place. `start` and `end`: of the heading; `intro_end`: where facts or orders begin."""
    found = dates_in(text)
    plain = stops_only(text)
    for one in found:
        if (
            (start <= one.start < min(intro_end, start + _NEAR) or start < len(text) - _END <= one.start < intro_end)
            and _on_its_line(plain, one, end)
            and not _approved(plain, one, start)
        ):
            return one.day.isoformat(), one.start, one.end
    for one in found:
        if one.start < start and _on_its_line(plain, one, 0) and not _approved(plain, one, start):
            return one.day.isoformat(), one.start, one.end
    for one in found:
        line_start = plain.rfind("\n", 0, one.start) + 1
        before = plain[line_start : one.start]
        if _MADE_UP.search(plain[max(0, one.start - 90) : one.start].replace("\n", " ")) and not _approved(
            plain, one, start
        ):
            return one.day.isoformat(), one.start, one.end
        says = _SAYS_SO.search(before) and not _TELLS.search(before)
        if says and (one.start >= intro_end * 0.5 or "дата" in before.lower()) and re.fullmatch(r"[^.;]{0,40}", before):
            return one.day.isoformat(), one.start, one.end
    return None


_FINISHED = re.compile(r"окончен[аоы]?[ \t:│|—–-]*$", re.IGNORECASE)


def finished(text: str) -> tuple[str, int, int] | None:
    """The day on which an expert's work ended."""
    for one in dates_in(text):
        if _FINISHED.search(text[max(0, one.start - 60) : one.start]):
            return one.day.isoformat(), one.start, one.end
    return None


def _line(plain: str, one: Found) -> tuple[str, str]:
    line_start = plain.rfind("\n", 0, one.start) + 1
    line_end = plain.find("\n", one.end)
    return plain[line_start : one.start], plain[one.end : line_end if line_end != -1 else len(plain)]


def _on_its_line(plain: str, one: Found, heading_end: int) -> bool:
    """Whether the date stands on a line that else only has a place, a number or a name of a body."""
    before, after = _line(plain, one)
    rest = _SIGNED.sub(" ", f"{before} {after}")
    if not rest.strip(" ,._/()-"):
        return True
    if one.start < heading_end and re.search(r"от\s*$", before):
        return True
    if not before.strip() and one.start < heading_end + _BELOW and _WHO_ACTS.match(after):
        return True
    begun = not before.strip() and one.start < heading_end + _NEAR  # "19.10.2023, начато 07:20, окончено 10:05"
    if _TELLS.search(_BEGUN.sub("", rest) if begun else rest) or re.match(r"\s*(?:г·?\s?р|рожд)", after):
        return False
    words = [word for word in _PLACE_WORDS.findall(re.sub(r"№\s*\S+|Исх·?\s*\S*", " ", rest)) if len(word) > 2]
    if len(words) > _MOST_WORDS or re.search(r"[.;:]\s+\S", after):
        return False
    if _OTHER_ACT.search(before) or re.search(r"(?:[а-яё]{2}ич|вн[аыеу]|ИЧ|ВНА)[А-Яа-яё]{0,2}\b", rest):
        return False
    told = [
        word
        for word in words
        if word.islower() and len(word) > 3 and word not in ("года", "город", "время", "составления")
    ]
    if len(told) > 3 or re.search(r"(?<![А-Яа-яЁё])(?:с|до|по|за)\s*$", before):
        return False
    sentence = re.search(r"(?<![А-Яа-яЁё])(?:по|на|в|за|и|с|не|что|как)\s+[а-яё]", rest)
    if one.start > heading_end + _NEAR and len(words) > _FEW_WORDS:
        return False
    return not (sentence and not before.isspace() and before.strip() and not re.match(r"\s*(?:от|№|Исх)", before))


def _approved(plain: str, one: Found, start: int) -> bool:
    """Whether the date is that of an approval, which stands above the heading at `start`."""
    if one.start >= start > 0:
        return False
    before = plain[max(0, one.start - 700) : one.start]
    return bool(_APPROVAL.search(before))
