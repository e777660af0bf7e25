"""Dates of a paper by the part they play: the act itself, service, entry into force, the alleged offence ...

A date is read day first, as every Russian paper writes it, in figures or in words; a day that does not exist and a
two-figure year are left unread. Does not: give a role to a date without words that give it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pristan.documents.reading.sentences import stops_only
from pristan.documents.reading.told import Told
from pristan.kernel.month_names import MONTHS_RU_GENITIVE
from pristan.kernel.remembering import remembered

_MONTHS = {name: number for number, name in enumerate(MONTHS_RU_GENITIVE, start=1)}
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_NOMINATIVE = {"третье": "третьего"}  # "третье июня": the other ones differ from the genitive by -ое
_TENTH = "первого|второго|третьего|четвертого|четвёртого|пятого|шестого|седьмого|восьмого|девятого"
_UNITS = {
    name: number
    for number, name in enumerate(
        ["первого", "второго", "третьего", "четвертого", "пятого", "шестого", "седьмого", "восьмого", "девятого"],
        start=1,
    )
}
_TEENS = {
    name: number
    for number, name in enumerate(
        [
            "десятого",
            "одиннадцатого",
            "двенадцатого",
            "тринадцатого",
            "четырнадцатого",
            "пятнадцатого",
            "шестнадцатого",
            "семнадцатого",
            "восемнадцатого",
            "девятнадцатого",
        ],
        start=10,
    )
}
_TENS = {
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
    "семьдесят": 70,
    "восемьдесят": 80,
    "девяносто": 90,
}
_ROUND = {
    "двадцатого": 20,
    "тридцатого": 30,
    "сорокового": 40,
    "пятидесятого": 50,
    "шестидесятого": 60,
    "семидесятого": 70,
    "восьмидесятого": 80,
    "девяностого": 90,
}
_EITHER = [
    form
    for name in (*_TEENS, *_ROUND, *_TENTH.split("|"))
    for form in (name, "третье" if name == "третьего" else re.sub("ого$", "ое", name))
]
_ORDINAL = rf"(?:(?:{'|'.join(_TENS)})\s+(?:{'|'.join(_EITHER)})|{'|'.join(_EITHER)})"
_THOUSANDS = r"(?:две\s+тысячи|двухтысячн|тысяча\s+девятьсот|одна\s+тысяча\s+девятьсот)"
_YEAR_WORD = r"(?:\s*(?:года|году|г\.(?!\s?[А-ЯЁ][а-яё]|\s?р\.?(?![а-яё]))|г(?![а-яё.])))?"
_DATE = re.compile(
    rf"(?:[«\"“]\s?)?(?P<d1>(?<!\d)(?<!\d[.:])[0-3]?\d)(?:\s?[-–]?го)?\s?[»\"”“]?\s*(?P<m1>{'|'.join(_MONTHS)})\s+(?P<y1>(?:19|20)\s?\d\s?\d){_YEAR_WORD}"
    rf"|[«\"“]\s?(?P<d6>[0-3]?\d)\s?[»\"”][\s.]*(?P<m6>0?[1-9]|1[0-2])[\s.]+(?P<y6>(?:19|20)\d\d)(?!\d){_YEAR_WORD}"
    rf"|(?<![\d.])(?P<d2>[0-3]?\d)\s?\.\s?(?P<m2>[01]?\d)\s?\.\s?(?P<y2>(?:19|20)\d\d)(?!\d){_YEAR_WORD}"
    rf"|(?<![А-Яа-яё])(?P<w>{_ORDINAL})\s+(?P<m3>{'|'.join(_MONTHS)})\s+(?:(?P<yw>{_THOUSANDS}(?:\s+{_ORDINAL})?)\s+года|(?P<y3>(?:19|20)\d\d){_YEAR_WORD})"
    r"|(?<![\d-])(?P<y4>(?:19|20)\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?![\d-])"
    rf"|(?<![\d.])(?P<d5>[0-3]?\d)\.(?P<m5>XII|XI|X|IX|VIII|VII|VI|V|IV|III|II|I)\.(?P<y5>(?:19|20)\d\d)(?!\d){_YEAR_WORD}",
    re.IGNORECASE,
)
_HOUR = (
    r"(?:(?:примерно\s+|около\s+|в\s+)?\d\d?\s*(?:час[а-я]*[.·]?|ч[.·]|:|·)\s*(?:\d\d\s*(?:мин[а-я]*[.·]?)?)?\s*,?\s*)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date and its place in the normalised text."""

    day: date
    start: int
    end: int


@remembered(4)
def dates_in(text: str) -> tuple[Found, ...]:
    """Every full date of the text."""
    found = ((_day(match), match) for match in _DATE.finditer(text))
    return tuple(Found(day, match.start(), match.end()) for day, match in found if day is not None)


def _ordinal(words: str) -> int:
    first, *rest = (
        _NOMINATIVE.get(word, re.sub("ое$", "ого", word)) for word in re.sub("ё", "е", words.lower()).split()
    )
    if rest:
        return _TENS[first] + _UNITS[rest[0]]
    return {**_UNITS, **_TEENS, **_ROUND}[first]


def _year(words: str) -> int:
    start = 1900 if "девятьсот" in words.lower() else 2000
    rest = re.sub(_THOUSANDS, "", words, flags=re.IGNORECASE).strip()
    return start + (_ordinal(rest) if rest else 0)


def _day(match: re.Match[str]) -> date | None:
    if match["m1"]:
        year, month, day = int(re.sub(r"\s", "", match["y1"])), _MONTHS[match["m1"].lower()], int(match["d1"])
    elif match["m2"]:
        year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
    elif match["m3"]:
        year = int(match["y3"]) if match["y3"] else _year(match["yw"])
        month, day = _MONTHS[match["m3"].lower()], _ordinal(match["w"])
    elif match["m6"]:
        year, month, day = int(match["y6"]), int(match["m6"]), int(match["d6"])
    elif match["m4"]:
        year, month, day = int(match["y4"]), int(match["m4"]), int(match["d4"])
    else:
        year, month, day = int(match["y5"]), _ROMAN[match["m5"].upper()], int(match["d5"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Marked:
    """A text in which each date is one sign, "@": what cue patterns are matched against. Stops of abbreviations are
    replaced, so that "." ends a sentence.
    """

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        plain = stops_only(text).replace("@", " ")
        parts: list[str] = []
        self._by_place: dict[int, Found] = {}
        length = last = 0
        for one in found:
            before = plain[last : one.start]
            length += len(before)
            parts += [before, "@"]
            self._by_place[length] = one
            length += 1
            last = one.end
        self.text = "".join((*parts, plain[last:]))

    def date_at(self, place: int) -> Found | None:
        """The date that the sign at `place` stands for."""
        return self._by_place.get(place)

    def places(self) -> Iterator[tuple[int, Found]]:
        """Each sign with its date."""
        yield from self._by_place.items()


_IN_COURT = re.compile(r"\bсуд(?:а|у|е|ом|ебн[а-яё]+)?(?![а-яё])|\bсудь[яиею]", re.IGNORECASE)
_D = r"\s*(?P<date>@)"
_WORDS = r"(?:\s+[а-яё]+){0,4}"
_CUES = tuple(
    (name, re.compile(cue, re.IGNORECASE))
    for name, cue in (
        ("date.born", rf"(?:родил(?:ся|ась)|родивш[а-яё]+|дата\s+рождения|год\s+рождения|рожд·|дата,?\s+(?:и\s+)?место\s+рождения|число,\s+месяц,\s+год\s+рождения)[\s:—–│|-]*{_D}"),
        ("date.born", rf"(?:дата|число|год)[^.;@\n]{{0,40}}\sрожд[а-яё·]*[^@\n]{{0,20}}?{_D}"),
        ("date.born", rf"(?<![а-яё])(?:род[·.]|рожд[её]нн[а-яё]+)\s*{_D}"),
        ("date.born", r"(?:вич[а-я]*|вн[аеыу]|вной|ичн[аеыу]|ичной|рождения)\s*\((?P<date>@)\)"),
        ("date.born", r"(?P<date>@)\s*г[·.]?/р"),
        ("date.born", r"(?:вич|вна|вны|ичу|вне|ИЧ|ВНА)[ \t]*[│|][ \t]*(?P<date>@)"),
        ("date.born", rf"(?<![а-яё])д[·.]\s?р[·.]?\s*:?{_D}"),
        ("date.born", rf"(?:пациент[а-яё]*|больной|больная|(?<![а-яё])выдан[ао]?|(?<![а-яё])дан[ао]?)(?![а-яё])\s*:?\s*[^@\n;.]{{3,60}},{_D}"),
        ("date.born", r"(?P<date>@),?[ ]*(?:(?-i:г)[.·]?[ ]?(?-i:р)[.·]?(?![А-Яа-яЁё.·])(?!·\s?[А-ЯЁ])|(?:г[.·]?\s*)?(?:года\s+)?рожд[а-яё.·]*)"),
        ("date.born", r"(?:вич[а-я]*|вн[аеыу]|вной|ичн[аеыу]|ичной),\s+(?P<date>@)(?=,\s+[гс]·|,\s+место)"),
        ("date.in_force", rf"вступ(?:ил[оа]?|ает|ивш[а-яё]+)\s+в\s+(?:законную\s+)?силу(?:\s+немедленно,?)?(?:\s+с)?[\s:—–-]*{_D}"),
        ("date.in_force", rf"(?:дата\s+)?вступлени[ея]\s+в\s+(?:законную\s+)?силу[\s:—–-]*{_D}"),
        ("date.in_force", r"(?:приговор|постановление|решение|определение)\s+(?P<date>@)\s+вступил[оа]?\s+в\s+(?:законную\s+)?силу"),
        ("date.made_in_full", rf"изготовлен[оа]?(?:\s+в\s+(?:полном\s+объеме|полном\s+объёме|окончательной\s+форме|полном\s+виде))?[\s:—–-]*{_D}"),
        ("date.made_in_full", rf"в\s+(?:полном\s+объ[её]ме|окончательной\s+форме|полном\s+виде)\s+(?:(?:постановление|решение|приговор|определение)\s+)?(?:изготовлен|составлен|вынесен|принят)[оа]?[\s:—–-]*{_D}"),
        ("date.made_in_full", rf"(?:мотивированн[а-яё]+|полный\s+текст)[^.;@]{{0,60}}?(?:изготовлен|составлен|вынесен|принят)[а-яё]*[\s:—–-]*{_D}"),
        ("date.announced", rf"резолютивная\s+часть{_WORDS}\s+(?:оглашена|объявлена|вынесена|провозглашена){_WORDS}[\s:—–-]*{_D}"),
        ("date.announced", r"(?P<date>@)\s+(?:была\s+)?(?:оглашена|объявлена|вынесена|провозглашена)\s+резолютивная\s+часть"),
        ("date.announced", r"(?:оглашен|объявлен|провозглашен)[оа]?\s+(?P<date>@)\s*,[^.;]{0,60}изготовлен"),
        ("date.announced", r"резолютивная\s+часть[^.;@]{0,40}?(?P<date>@)"),
        ("date.served", rf"копи[юяи](?:\s+[а-яё.·(),]+){{0,8}}?\s+(?:получ|вруч)[а-яё]*(?:\(?а\)?)?[^.;@]{{0,60}}?{_D}"),
        ("date.served", rf"(?:получ|вруч)[а-яё]*(?:\(?а\)?)?\s+(?:мной\s+|мне\s+)?копи[юия][^.;@]{{0,70}}?{_D}"),
        ("date.served", rf"(?:постановлени[ея]|предостережени[ея]|обвинени[ея]|протокол[а-яё]*|решени[ея]|определени[ея]|мне|текст[а-яё]*|подозрени[ея])[^.;@]{{0,30}}?\s*(?:объявлен|предъявлен)[оаы]?(?![а-яё])(?:\s+мне)?[^.;@]{{0,60}}?{_D}"),
        ("date.served", rf"объявлен[оаы]?\s+(?:мне|обвиняем|подозреваем|осужд|привлекаем)[^.;@]{{0,50}}?{_D}"),
        ("date.served", rf"вруч(?:ил|ен)[а-яё]*(?:[^.;@]{{0,50}}?){_D}"),
        ("date.served", rf"(?:с\s+(?:постановлением|решением|протоколом|приказом|распоряжением|определением)\s+)?ознакомлен(?:ы|\(?а\)?)?(?![а-яё]|\s+с\s+материал)[^.;@]{{0,50}}?{_D}"),
        ("date.served", rf"(?<![а-яё])(?:экземпляр\s+)?получил(?:\(?а\)?)?[\s:_,—–-]*(?:[А-ЯЁ][а-яё]+\s+[А-ЯЁ]·\s?[А-ЯЁ]·\s*)?{_D}"),
        ("date.served", rf"(?:^|\n)[^\n@]{{0,60}}получ(?:ил|ен)[а-яё]*(?:\(а\))?[^\n@]{{0,60}}?{_D}"),
        ("date.served", r"(?P<date>@)[ ,]{1,3}(?:экз[а-яё.·]+\s+|копи[юяи]\s+)(?:[а-яё]+\s+){0,4}(?:получ|вруч)"),
        ("date.served", rf"на\s+руки[^.;@\n]{{0,40}}?{_D}"),
        ("date.served", rf"получено[\s:—–-]*(?:мной|мною|лично)?[\s,]*{_D}"),
        ("date.detained", rf"задержан(?:а|ы|н[а-яё]+|\(а\))?\s*:?(?:\s+(?:на\s+территории|в\s+г·?|в\s+городе|в\s+(?:порядке|соответствии)|по\s+подозрению|сотрудник)[^,.;@]{{0,80}}?)?(?:\s*,)?(?:\s+(?:в\s+)?{_HOUR})?{_D}"),
        ("date.detained", r"(?P<date>@)[^.;@]{0,60}?\s(?:был[аи]?\s+)?(?:фактически\s+)?задержа(?:н[а]?|л[аи]?)(?![а-яё])"),
        ("date.detained", r"(?P<date>@)\s*[,–—-]?\s*(?:со?\s+)?дня\s+(?:фактического\s+)?задержания"),
        ("date.detained", rf"фактически\s+доставлен[а]?[\s:]*{_D}"),
        ("date.detained", rf"(?:дата|время|момент)[^.;@:]{{0,40}}?(?:фактического\s+)?задержания[^.;@]{{0,30}}?{_D}"),
        ("date.until", rf"(?:то\s+есть|т·?\s?е[.·])\s*,?\s+(?:до|по)\s+{_HOUR}{_D}"),
        ("date.until", rf"(?:месяц|сут)[а-яё]*(?:\s+\d+\s+сут[а-яё]*)?,?\s*(?:\([^)]*\)\s*,?\s*)?(?:а\s+всего\s+[^.;@]{{0,60}},?\s*)?[-–—]?\s*(?:до|по)\s+{_HOUR}{_D}"),
        ("date.until", rf"на\s+срок\s+(?:[а-яё]+\s*){{1,3}},\s+до{_D}"),
        ("date.until", rf"(?:выехать|покинуть)[^.;@]{{0,60}}?\sдо{_D}"),
        ("date.until", rf"сроком\s+(?:до|по){_D}"),
        ("date.until", r"(?:сут|месяц|дн|лет)[а-яё]*,?\s+с\s+@\s+(?:по|до)\s+(?P<date>@)"),
        ("date.appearance", rf"(?:предъявление\s+обвинения|допрос|очная\s+ставка)[^.;@]{{0,120}}?состоится{_D}"),
        ("date.appearance", rf"по\s+повестке[^.;@]{{0,40}}?\sк{_D}"),
        ("date.until", rf"срок[а-яё]*[^.;@]{{0,80}}?(?:установлен[а-яё]*|истекает|истекает\s+срок|заканчивается)\s+(?:до|по)?{_D}"),
        ("date.until", rf"(?:конец|окончание)\s+срока(?:\s+[а-яё]+){{0,3}}[\s:│|—–-]*{_D}"),
        ("date.until", rf"(?:до|по)\s+{_HOUR}{_D}(?:\s*\)?,?\s+включительно)"),
        ("date.until", r"(?:не\s+разреш|ограничить|запрещ[её]н|ограничен|поместить)[^;]{0,240}?\s(?:до|по)\s+(?P<date>@)"),
        ("date.hearing", r"(?:перерыв|отложен[а-яё]*|отложить)[^.;@]{0,80}?\s(?:до|на)\s+(?P<date>@)"),
        ("date.opened", r"(?P<date>@)[^.;@]{0,300}?\s(?:возбуждено|было\s+возбуждено)\s+(?:настоящее\s+)?уголовное\s+дело"),
        ("date.opened", rf"дело[^.;@]{{0,160}}?возбуждено\s*:?[^.;@]{{0,160}}?{_D}"),
        ("date.opened", r"(?P<date>@)[^.;@]{0,60}?\sвозбуждено\s+дело\s+(?:в\s+отношении|по)"),
        ("date.opened", r"(?P<date>@)[^.;@]{0,60}?\s(?:вынес[а-яё]*\s+)?постановлени[ея]\s+о\s+возбуждении\s+уголовного"),
        ("date.opened", rf"зарегистрирован[а-яё]*\s+(?:в\s+)?(?:ЕРДР|ЕРПП|[Ее]дин[а-яё]+\s+реестр[а-яё]*\s+(?:досудебных|преступлений)[а-яё ]*)[^.;@]{{0,40}}?{_D}"),
        ("date.opened", r"зарегистрирован[а-яё]*\s+(?P<date>@)\s+в\s+(?:ЕРДР|ЕРПП)"),
        ("date.opened", rf"возбужд[её]нн(?:ому|ого|ое|ым|ом){_WORDS}\s*{_D}"),
        ("date.opened", r"(?P<date>@)[^.;@]{0,60}?\sуголовное\s+дело[^.;@]{0,60}?возбуждено"),
        ("date.hearing", rf"(?:к|на)\s+\d\d?\s*(?:час[а-я]*[.·]?|ч[.·]|[:.·-])\s*(?:\d\d)?\s*(?:мин[а-я]*[.·]?|час[а-я]*)?\s*,?{_D}"),
        ("date.hearing", rf"(?:явиться|прибыть|вызыва[а-яё]+|явке|явки|явка)(?:(?!\n\s*\n|вруч|получ)[^@]){{0,260}}?(?<![а-яё])(?:к|на)?\s*{_D}\s*,?\s*(?:к|в|на)?\s*\d\d?\s*(?:час|ч[.·]|[:.·-])"),
        ("date.hearing", r"(?:обязаны|обязан|обязана|следует|надлежит|необходимо|нужно)\s+(?P<date>@)[^.;@]{0,60}?(?:явиться|прибыть)"),
        ("date.hearing", r"(?:^|\n)[ \t]*(?:предварительное\s+слушание|(?:предварительное\s+)?судебное\s+заседание)[ \t:│|]+(?P<date>@)"),
        ("date.hearing", rf"(?:явиться|прибыть|явки)[^.;@]{{0,80}}?{_D}"),
        ("date.hearing", rf"(?:судебное\s+заседание|рассмотрение|слушание|разбирательство|заседание)[^.;@]{{0,120}}?(?:назнач[а-яё]+|состоится|отложен[а-яё]*)[^.;@]{{0,60}}?{_D}"),
        ("date.hearing", rf"назначить[^.;@]{{0,160}}?(?:заседани|рассмотрени|слушани)[^.;@]{{0,80}}?{_D}"),
    )
)  # fmt: skip


_TOLD_BEFORE = re.compile(r"@\s+(?:он[а]?\s+)?(?:был[а]?\s+)?$")
# a date of the first role is none of the second
_SPOKEN_FOR = {"date.served": "date.announced", "date.hearing": "date.detained"}
_AFTER_A_NAME = re.compile(r"(?:[а-яё]{2}ич[а-я]*|вн[аеыу]|вной|ИЧ|ВНА),?\s+(?P<date>@)")
_GROWN = 14  # years: a date so much older than the newest of the paper, right after a full name
_CALLS = frozenset({"summons", "military_summons", "mobilisation_order", "military_notice", "draft_decision"})


def cued_dates(text: str, kind: str | None = None) -> Iterator[Told]:
    """Dates to which the words beside them give a role; each date one role of each name.

    A summons of a court names a hearing; one of an investigator or a commissariat a day to appear.
    """
    appears = kind in _CALLS and not (kind == "summons" and _IN_COURT.search(re.sub(r"в\s+суд\b", "", text[:700])))
    marked = Marked(text, dates_in(text))
    seen: set[tuple[str, int]] = set()
    newest = max((one.day.year for one in dates_in(text)), default=0)
    for match in _AFTER_A_NAME.finditer(marked.text):
        one = marked.date_at(match.start("date"))
        if one is not None and one.day.year <= newest - _GROWN:
            seen.add(("date.born", one.start))
            yield Told("date.born", one.day.isoformat(), one.start, one.end)
    for name, cue in _CUES:
        for match in cue.finditer(marked.text):
            one = marked.date_at(match.start("date"))
            if (
                one is None
                or (_SPOKEN_FOR.get(name, "date.born"), one.start) in seen
                or ("date.born", one.start) in seen
            ):
                continue
            if (
                name == "date.detained"
                and match.start("date") > match.start()
                and _TOLD_BEFORE.search(marked.text[max(0, match.start() - 40) : match.start()])
            ):
                continue  # "20 июля она задержана ..., 21 июля заключена под стражу"
            if (name, one.start) not in seen:
                seen.add((name, one.start))
                told = "date.appearance" if appears and name == "date.hearing" else name
                yield Told(told, one.day.isoformat(), one.start, one.end)


_ACT_OF = re.compile(
    r"(?:решени|приговор|постановлени|определени|приказ|распоряжени|закон|указ|заключени|справк|протокол|рапорт|договор|доверенност|КУСП|КРСП|ФЗ|№\s*\S+)[^.;]{0,160}?\s(?:от|за)\s*$",
    re.IGNORECASE,
)
_OTHER_STEP = re.compile(
    r"^[^.;]{0,110}?(?:возбуждено|привлеч[её]н|признан[аоы]?(?![а-яё])|вынесено|зарегистрирован|назначен[аоы]?\s+(?:экспертиз|наказани)|избран[аоы]?\s+мер|объявлен[аоы]?\s+в|предъявлен|вступил|составлен|поступил|принято\s+к|осужд[её]н)",
    re.IGNORECASE,
)


def _of_another_act(text: str, one: Found) -> bool:
    before, after = text[max(0, one.start - 220) : one.start], text[one.end : one.end + 130]
    return (
        bool(_ACT_OF.search(before))
        or bool(re.match(r",?\s*(?:г[.·]?\s?р[.·]?(?![а-яё])|(?:г[.·]?\s*)?(?:года\s+)?рожд)", after))
        or bool(re.search(r"не\s+(?:позднее|ранее)\s*(?:[а-яё]+\s*)?$", before, re.IGNORECASE))
        or bool(re.search(r"(?:родивш[а-яё]+|родил(?:ся|ась))\s*$", before))
        or bool(re.search(r"в\s+редакции[^.;]{0,60}$", before))
        or bool(_OTHER_STEP.match(after))
    )


_MONTH = {stem: number for number, stem in enumerate(
    ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"), start=1)}  # fmt: skip
_MONTH_NAME = rf"(?:{'|'.join(f'{stem}(?:ь|я|е|й|а|ю)?' for stem in _MONTH)})(?![а-яё])"
_PERIOD = re.compile(
    rf"(?<![а-яё])(?:со?|от)\s+{_HOUR}(?P<one>@)[^@.;]{{0,40}}?\s*(?:по|до)\s+{_HOUR}(?P<two>@)", re.IGNORECASE
)
_SHORT_PERIOD = re.compile(
    rf"(?<![а-яё])со?\s+{_HOUR}(?P<day>[0-3]?\d)(?:\s+(?P<month>{'|'.join(_MONTHS)}))?\s+(?:по|до|на)\s+{_HOUR}(?P<two>@)",
    re.IGNORECASE,
)
_MONTHS_PERIOD = re.compile(
    rf"(?<![а-яё])с\s+(?P<m1>{_MONTH_NAME})(?:\s+(?P<y1>(?:19|20)\d\d)(?:\s*(?:года|г[.·]))?)?\s+(?:по|до)\s+"
    rf"(?:(?P<two>@)|(?P<m2>{_MONTH_NAME})\s+(?P<y2>(?:19|20)\d\d))",
    re.IGNORECASE,
)


_BIRTHS = re.compile(r"рожд|родил", re.IGNORECASE)


def offence_time(text: str, start: int, end: int) -> Told | None:
    """When the alleged act was done: the first period or date of the part `start` to `end`, which tells the act.

    Left out: dates of other acts ("решением ... от 20 апреля 2017 года") and of birth.
    """
    part = text[start:end]
    every = dates_in(part)
    plain = stops_only(part)
    born = {role.start for role in cued_dates(part) if role.name == "date.born"} if _BIRTHS.search(part) else set()
    found = [one for one in every if one.start not in born and not _of_another_act(plain, one)]
    marked = Marked(part, every)
    first = found[0].start if found else len(part)
    for role in _periods(part, marked):
        if role.start <= first + 60:
            return Told("date.offence", role.value, start + role.start, start + role.end)
    if not found:
        return None
    one = found[0]
    return Told("date.offence", one.day.isoformat(), start + one.start, start + one.end)


_NEXT_ACT = re.compile(
    rf"(?:(?<![А-Яа-яё])(?:он|она)\s+же|кроме\s+того|также|эпизод\s*(?:№\s*)?\d{{1,2}}[.:)]?)[^.;@]{{0,60}}?(?:в\s+)?{_HOUR}(?P<date>@)",
    re.IGNORECASE,
)


def offence_times(text: str, start: int, end: int, *, several: bool) -> Iterator[Told]:
    """The first time, and, if `several`, those of further acts that words like "он же" begin."""
    first = offence_time(text, start, end)
    if first is None:
        return
    yield first
    yield from _days_before(text, first)
    if several:
        part = text[first.end : end]
        marked, plain = Marked(part, dates_in(part)), stops_only(part)
        told = {first.value}
        for match in _NEXT_ACT.finditer(marked.text):
            one = marked.date_at(match.start("date"))
            if one is not None and one.day.isoformat() not in told and not _of_another_act(plain, one):
                told.add(one.day.isoformat())
                yield Told("date.offence", one.day.isoformat(), first.end + one.start, first.end + one.end)


_DAYS_BEFORE = re.compile(r"(?<!\d)(?P<days>[0-3]?\d(?:\s*,\s*[0-3]?\d)*)\s+и\s+$")


def _days_before(text: str, last: Told) -> Iterator[Told]:
    """The other days of "15, 17 и 20 марта 2023 года"."""
    found = _DAYS_BEFORE.search(text[max(0, last.start - 60) : last.start])
    if found is None or "/" in last.value:
        return
    offset = max(0, last.start - 60)
    for day in re.finditer(r"\d+", found["days"]):
        try:
            value = date.fromisoformat(last.value).replace(day=int(day.group())).isoformat()
        except ValueError:
            continue
        at = offset + found.start("days") + day.start()
        yield Told("date.offence", value, at, at + len(day.group()))


_LABELLED_ACT = re.compile(
    r"(?:место\s+и\s+время|(?:дата|время|период)(?:\s+и\s+(?:место|время))?\s+совершения)[^@\n]{0,80}?(?P<date>@)",
    re.IGNORECASE,
)


def labelled_offence(text: str) -> Told | None:
    """The day in a field of a form that asks when the act was done."""
    marked = Marked(text, dates_in(text))
    for match in _LABELLED_ACT.finditer(marked.text):
        one = marked.date_at(match.start("date"))
        if one is not None:
            return Told("date.offence", one.day.isoformat(), one.start, one.end)
    return None


def _periods(part: str, marked: Marked) -> Iterator[Told]:
    """Periods in reading order: of two dates, of a day or month without its year and a date, of two months."""
    found: list[Told] = []
    for match in _PERIOD.finditer(marked.text):
        one, two = marked.date_at(match.start("one")), marked.date_at(match.start("two"))
        if one is not None and two is not None and one.day <= two.day:
            found.append(Told("", f"{one.day.isoformat()}/{two.day.isoformat()}", one.start, two.end))
    for match in _SHORT_PERIOD.finditer(marked.text):
        two = marked.date_at(match.start("two"))
        if two is None:
            continue
        month = _MONTHS[match["month"].lower()] if match["month"] else two.day.month
        try:
            one_day = date(two.day.year, month, int(match["day"]))
        except ValueError:
            continue
        if one_day <= two.day:
            begin = two.start - (match.start("two") - match.start("day"))
            found.append(Told("", f"{one_day.isoformat()}/{two.day.isoformat()}", begin, two.end))
    for match in _MONTHS_PERIOD.finditer(marked.text):
        two = marked.date_at(match.start("two")) if match["two"] else None
        last_year = two.day.year if two else int(match["y2"])
        last = two.day.isoformat() if two else f"{last_year}-{_month(match['m2']):02}"
        first = f"{int(match['y1'] or last_year)}-{_month(match['m1']):02}"
        place = _unmarked(part, marked, match.start("m1"))
        if first <= last:
            finish = two.end if two else place + match.end("y2") - match.start("m1")
            found.append(Told("", f"{first}/{last}", place, finish))
    yield from sorted(found, key=lambda role: role.start)


def _month(word: str) -> int:
    lower = word.lower()
    return next(
        number for stem, number in sorted(_MONTH.items(), key=lambda one: -len(one[0])) if lower.startswith(stem)
    )


def _unmarked(part: str, marked: Marked, place: int) -> int:
    """The place in the unmarked text: dates before it are longer than their sign."""
    return place + sum(one.end - one.start - 1 for at, one in marked.places() if at < place)
