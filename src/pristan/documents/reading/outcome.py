"""What a paper orders: outcome, sentence, regime, fine, measure of restraint, time of appeal.

Each outcome is sought only in the kinds of paper that can order it: a judgment that leaves a measure of restraint
unchanged is not an appeal that leaves a judgment unchanged. Does not: add sentences up, or compute a day from a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.sentences import stops_only
from pristan.documents.reading.terms import ADJECTIVE, ONE, TERM, THOUSANDS, duration, period, thousands
from pristan.documents.reading.told import Told

_REVIEWS = (
    "appeal_judgment",
    "cassation",
    "administrative_review",
    "court_decision",
    "court_order",
    "surrender_review",
    "complaint_125",
)
_ACT = r"(?:приговор|определение|постановление|решение)"
_OUTCOMES = tuple(
    (value, frozenset((*kinds.split(), "ruling")), re.compile(words, re.IGNORECASE))
    for value, kinds, words in (
        ("acquitted", f"judgment court_decision {' '.join(_REVIEWS)}", r"\bоправдать\b|оправдан[аы]?\s+(?:в\s+связи|по\s+обвинению)|невиновн[а-яё]+\s+(?:и\s+оправдать|по)|по\s+обвинению[^;]{0,200}оправдать"),
        ("convicted", "judgment administrative_ruling appeal_judgment expulsion", r"\bпризнать\s+виновн(?:ым|ой)|\bпризнать\s[^;]{0,260}?\bвиновн(?:ым|ой|ыми)\b|виновн(?:ым|ой|ыми)\s+признать"),
        ("case_opened", "opening", r"\bвозбудить\s+(?:перед\s+[^.;]{0,60})?(?:в\s+отношении\s+[^;]{0,120})?уголовн(?:ое|ые)\s+дел[оа]|уголовное\s+дело[^;]{0,200}\bвозбудить"),
        ("opening_refused", "opening_refused", r"отказать\s+в\s+возбуждении|в\s+возбуждении[^;]{0,160}отказать"),
        ("charged", "charge", r"\bпривлечь\b[^;]{0,900}?в\s+качестве\s+обвиняем|предъявить[^;]{0,200}обвинение"),
        ("declared_wanted", "wanted suspension", r"объявить\b[^;]{0,240}?розыск|розыск[^;.]{0,80}?(?:поручить|объявить)|поручить[^;.]{0,80}розыск(?![а-яё]*\s+лиц)"),
        ("case_dropped", f"closing judgment administrative_ruling {' '.join(_REVIEWS)}", r"(?:уголовное\s+дело|производство|уголовное\s+преследование|дело)[^;]{0,250}?\bпрекратить\b|\bпрекратить\b[^;]{0,60}?(?:дело|производство|преследование)"),
        ("left_unchanged", " ".join(_REVIEWS), rf"{_ACT}[^;]{{0,400}}?\bоставить\s+без\s+изменени[яй]|оставить\s+без\s+изменени[яй][^;]{{0,40}}{_ACT}|{_ACT}[^;]{{0,400}}без\s+изменени[яй]"),
        ("quashed", " ".join(_REVIEWS), rf"{_ACT}[^;]{{0,300}}?\bотменить\b|\bотменить\b[^;]{{0,30}}?{_ACT}"),
        ("changed", " ".join(_REVIEWS), rf"{_ACT}[^;]{{0,300}}?\bизменить\b|\bизменить\b[^;]{{0,30}}?{_ACT}"),
        ("complaint_refused", f"motion_refused {' '.join(_REVIEWS)}", r"(?:жалоб[уы]|ходатайств[оа]|заявлени[ея]|иск[а-яё]*|исковы[ех]\s+требовани[яй]|требовани[яй])[^;]{0,200}?(?:оставить\s+без\s+удовлетворени[яй]|отказать|отклонить)|в\s+удовлетворении[^;]{0,240}?отказать|отказать\s+(?:полностью\s+)?в\s+(?:полном\s+объ[её]ме\s+)?(?:в\s+)?(?:удовлетворении|полном)|(?:[—-]|–)\s*без\s+удовлетворени[яй]|отказать\s+в\s+передаче\s+[^;]{0,60}жалоб"),
        ("complaint_allowed", f"motion_refused {' '.join(_REVIEWS)}", r"(?:жалоб[уы]|ходатайство|заявление|иск|(?:исковые|заявленные)\s+требования)[^;]{0,150}?(?<!без\s)(?<!отказать\sв\s)удовлетворить(?!\sне)"),
        ("custody_ordered", "custody court_order appeal_judgment", r"(?:избрать|применить|санкционировать)[^;]{0,300}?(?:заключени[ея]\s+под\s+стражу|содержани[ея]\s+под\s+стражей)|заключить[^;]{0,120}под\s+стражу"),
        ("custody_extended", "custody_extension custody", r"продлить[^;]{0,250}?(?:срок[а]?\s+(?:содержания\s+под\s+стражей|домашнего\s+ареста|запрета)|содержание\s+под\s+стражей|под\s+домашним\s+арестом)|срок[а]?\s+(?:содержания\s+под\s+стражей|домашнего\s+ареста)[^;]{0,250}?продлить"),
        ("surrender_ordered", "surrender", r"запрос[^;]{0,200}?удовлетворить|удовлетворить\s+запрос|\bвыдать\b[^;]{0,200}?(?:органам|государству|Республик|для\s+(?:привлечения|уголовного|исполнения))"),
        ("case_suspended", "suspension wanted", r"(?:предварительное\s+следствие|расследование|производство)[^;]{0,200}?приостановить|приостановить[^;]{0,60}(?:предварительное|расследование|производство)"),
    )
)  # fmt: skip
_OF_AN_ACT = frozenset({"left_unchanged", "quashed", "changed"})
_REST = re.compile(r"остальн[а-яё]+[^;]{0,40}без\s+изменени", re.IGNORECASE)
_MEASURE_WORDS = re.compile(r"мер[уыа]\s+пресечени", re.IGNORECASE)
_LISTED = re.compile(
    r"включ(?:ить|ен[аоы]?|[её]н[аоы]?)[^;.]{0,160}?(?:реестр|перечень|список)|в\s+реестр[^;.]{0,80}включ|дата\s+включения",
    re.IGNORECASE,
)
_LISTING = frozenset({"list_entry", "foreign_agent_order", "foreign_agent_notice"})

_TERMS = tuple(
    (
        name,
        re.compile(rf"{TERM}\s*(?:{words})", re.IGNORECASE),
        re.compile(rf"(?:{words})[^;.\d]{{0,60}}?{TERM}", re.IGNORECASE),
    )
    for name, words in (
        ("sentence.imprisonment", r"(?:лишени[а-яё]+\s+свободы|л/св?(?![а-яё]))"),
        ("sentence.compulsory_work", r"принудительны[а-яё]+\s+работ[а-яё]*"),
        ("sentence.restricted_liberty", r"ограничени[а-яё]+\s+свободы"),
        ("sentence.corrective_work", r"исправительны[а-яё]+\s+работ[а-яё]*"),
        ("sentence.probation", r"испытательны[а-яё]+\s+срок[а-яё]*"),
        ("sentence.arrest", r"(?<!домашн)(?:административн[а-яё]+\s+)?арест(?:а|у|ом)?(?![а-яё])"),
    )
)
_SENTENCING = frozenset(
    {"judgment", "administrative_ruling", "appeal_judgment", "cassation", "administrative_review", "court_decision"}
)
_ADMINISTRATIVE = frozenset({"administrative_ruling", "administrative_review"})
_TELLS_SENTENCE = frozenset(
    {"appeal_judgment", "cassation", "release_certificate", "custody_certificate", "complaint", "submission", None}
)
_TABLE_TERM = re.compile(rf"(?:^|\n)\s*[Сс]рок(?:\s+наказания)?(?:\s*[│|:]\s*|[ ]{{3,}}){TERM}")
_SUSPENDED = re.compile(r"ст(?:[·.]|атьи)\s*73|считать\s+условн|\bусловно\b(?!\s?-\s?досроч)", re.IGNORECASE)
_REGIME = re.compile(
    r"(?P<place>(?:исправительн[а-яё]+\s+)?(?:колони[а-яё]+\s+(?:в\s+условиях\s+)?|л/св?\s+|ИК\s+)(?P<kind>общего|строгого|особого)\s+режима|колони[а-яё]+\s?-\s?поселени[а-яё]+(?!\s*№)|в\s+тюрьме|тюремн[а-яё]+\s+заключ)",
    re.IGNORECASE,
)
_REGIMES = {"общего": "general", "строгого": "strict", "особого": "special"}
_FINE = re.compile(
    r"штраф[а-яё]*\s+(?:в\s+доход\s+(?:государства|бюджета)\s+)?(?:в\s+)?(?:размере\s+|сумме\s+|на\s+сумму\s+)?(?:в\s+|до\s+)?"
    rf"(?:(?P<sum>\d[\d\s]{{0,14}}\d|\d)\s*(?:\([^)]{{3,80}}\)\s*)?(?P<unit>тыс(?:яч[а-яё]*|[·.])?)?|(?P<words>{THOUSANDS}))\s*(?:руб|р[·.](?!\s?[пф]))",
    re.IGNORECASE,
)
_SENTENCED_TO_FINE = re.compile(
    rf"(?:осужд[её]н[а]?|подвергнут[а]?|назначено(?:\s+[а-яё]+)?\s+наказание)(?![а-яё])[^.;]{{0,160}}?{_FINE.pattern}",
    re.IGNORECASE,
)
# what a notice or a paper on rehabilitation tells of a decision
_TOLD_OUTCOMES = (
    (
        "case_dropped",
        frozenset({"rehabilitation", "investigation_notice"}),
        re.compile(r"(?:дел[оа]|преследовани[ея])[^;]{0,260}?прекращен[оа]", re.IGNORECASE),
    ),
    (
        "case_suspended",
        frozenset({"investigation_notice"}),
        re.compile(r"(?:следстви[ея]|расследовани[ея]|производств[оа])[^;]{0,260}?приостановлен[оа]", re.IGNORECASE),
    ),
    (
        "opening_refused",
        frozenset({"investigation_notice"}),
        re.compile(r"отказан[оа]?\s+в\s+возбуждении|отказе\s+в\s+возбуждении", re.IGNORECASE),
    ),
)
_MEASURE = r"(?:мер[уыа]\s+пресечени[яе][^;.]{0,220}?|избрать[^;.]{0,220}?)"
_RESTRAINT = tuple(
    (value, re.compile(words, re.IGNORECASE))
    for value, words in (
        ("custody", rf"{_MEASURE}заключени[еяю]\s+под\s+страж[уаей]+|содержани[яе]\s+под\s+стражей"),
        ("house_arrest", rf"{_MEASURE}домашн[а-яё]+\s+арест[а-яё]*|срок[а]?\s+домашнего\s+ареста"),
        ("undertaking", r"подписк[а-яё]+\s+о\s+невыезде"),
        ("certain_acts_ban", r"запрет[а-яё]*\s+определ[её]нных\s+действий"),
        ("bail", rf"{_MEASURE}\bзалог[а-яё]*\b"),
    )
)
_RESTRAINING = frozenset(
    {
        "custody",
        "custody_extension",
        "house_arrest",
        "certain_acts_ban",
        "ruling",
        "court_order",
        "appeal_judgment",
        "cassation",
    }
)
_RESTRAINT_TERM = re.compile(
    rf"(?<![а-яё])(?:на|сроком\s+на|на\s+срок|сроком)(?:\s+срок)?\s+(?:до\s+)?{TERM}", re.IGNORECASE
)
_REFUSED = re.compile(r"[^.;]{0,120}\sотказать(?![а-яё])")
_MEASURE_NOTE = re.compile(r"[Мм]ера\s+пресечения\s*[:—–-]?[^.;]{0,200}")
_APPEALS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"обжал[а-яё]*[^.;]{{0,260}}?в\s+течени[еи]\s+{ONE}",
        rf"(?:срок\s+(?:апелляционного\s+|кассационного\s+)?обжалования|апелляционный\s+срок|срок\s+(?:подачи|принесения)\s+(?:апелляционной\s+)?жалобы)[\s:—–-]*(?:составляет\s+)?{ONE}",
        rf"(?:обжалование|срок\s+обжалования)\s*[:–—-]?\s*{ONE}",
        rf"в\s+течени[еи]\s+{ONE}[^.;]{{0,200}}?обжал",
        rf"обжал[а-яё]*[^.;]{{0,260}}?в\s+{ADJECTIVE}",
        rf"в\s+{ADJECTIVE}[^.;]{{0,200}}?обжал",
        rf"пода[а-яё]+\s+(?:[а-яё]+\s+){{0,2}}жалоб[аы][^.;]{{0,160}}?в\s+течени[еи]\s+{ONE}",
        rf"жалоб[аыу]\s*[-–—][^.;]{{0,80}}?в\s+течени[еи]\s+{ONE}",
        rf"жалоб[аыу]\s*[-–—][^.;]{{0,80}}?в\s+{ADJECTIVE}",
        rf"(?:жалоб[аыу]|представлени[ея])[^.;]{{0,200}}?(?:подан|пода[её]тся|подаются|подаваться|принес|внес)[^.;]{{0,160}}?в\s+течени[еи]\s+{ONE}",
        rf"в\s+течени[еи]\s+{ONE}[^.;]{{0,160}}?(?:подан|принес|внес)[^.;]{{0,60}}?жалоб",
    )
)


def orders_in(text: str, start: int | None, end: int, kind: str | None) -> Iterator[Told]:
    """What stands in the operative part between `start` and `end`, and what some kinds tell outside it."""
    plain = stops_only(text)
    if kind in _LISTING:
        listed = _LISTED.search(plain)
        if listed or kind != "foreign_agent_notice":
            yield Told("outcome", "listed", *(listed.span() if listed else (0, len(text.split(chr(10), 1)[0]))))
    for value, kinds, words in _TOLD_OUTCOMES:
        told = words.search(plain) if kind in kinds else None
        if told:
            yield Told("outcome", value, told.start(), told.end())
    if kind == "enforcement":
        fine = _FINE.search(plain)
        if fine:
            yield _fine(fine)
    if start is not None:
        yield from _outcomes(plain, start, end, kind)
    yield from _sentences(plain, start, end, kind)
    yield from _restraint(plain, start, end, kind)


def _outcomes(plain: str, start: int, end: int, kind: str | None) -> Iterator[Told]:
    found: dict[str, Told] = {}
    for value, kinds, pattern in _OUTCOMES:
        if kind is not None and kind not in kinds:
            continue
        for match in pattern.finditer(plain, start, end):
            whole = re.split(r"[.;]\s", plain[max(start, match.start() - 90) : match.start()])[-1] + match.group()
            if value == "complaint_refused" and "changed" in found and _REST.search(whole):
                continue
            if value in _OF_AN_ACT and (_MEASURE_WORDS.search(match.group()) or _REST.search(whole)):
                continue
            found[value] = Told("outcome", value, match.start(), match.end())
            break
    if {"left_unchanged", "custody_ordered", "custody_extended", "surrender_ordered"} & set(found):
        for less in ("complaint_refused", "complaint_allowed"):  # the same decision in other words
            found.pop(less, None)
    if "acquitted" in found:
        found.pop("convicted", None)
    yield from found.values()


def _sentences(plain: str, start: int | None, end: int, kind: str | None) -> Iterator[Told]:
    told: list[Told] = []
    if start is not None and (kind is None or kind in _SENTENCING or kind == "ruling"):
        told = list(_sentenced(plain, start, end, kind))
    if kind in _TELLS_SENTENCE and not any(one.name == "sentence.imprisonment" for one in told):
        names = {one.name for one in told}
        told += [
            one
            for one in _sentenced(plain, 0, min(start or end, _asked_from(plain)), kind)
            if one.name not in names and one.name != "fine"
        ]
    if kind in _TELLS_SENTENCE or kind in _REVIEWS:
        fine = _SENTENCED_TO_FINE.search(plain)
        if fine and not any(one.name == "fine" for one in told):
            told.append(_fine(fine))
    if kind in _TELLS_SENTENCE and not any(one.name == "sentence.imprisonment" for one in told):
        table = _TABLE_TERM.search(plain)
        if table and duration(table) and not any(one.name == "sentence.imprisonment" for one in told):
            told.append(Told("sentence.imprisonment", duration(table), table.start("years"), table.end()))
    yield from told


def _asked_from(plain: str) -> int:
    """Where a complaint begins to tell what it asks for."""
    asks = re.search(r"(?<![а-яё])(?:ПРОШУ|прошу|ПРОСИМ|просим)(?![а-яё])", plain)
    return asks.start() if asks else len(plain)


def _sentenced(plain: str, start: int, end: int, kind: str | None) -> Iterator[Told]:
    imprisoned = False
    for name, before, after in _TERMS:
        if name == "sentence.arrest" and kind not in _ADMINISTRATIVE:
            continue
        terms = [
            match for pattern in (before, after) for match in pattern.finditer(plain, start, end) if duration(match)
        ]
        if terms:
            # the final term stands after the single ones
            last = max(terms, key=lambda one: one.end())
            imprisoned = imprisoned or name == "sentence.imprisonment"
            yield Told(name, duration(last), last.start(), last.end())
    suspended = _SUSPENDED.search(plain, start, end)
    if suspended and imprisoned:
        yield Told("sentence.suspended", "yes", suspended.start(), suspended.end())
    yield from _regimes(plain, start, end)
    fine = _FINE.search(plain, start, end)
    if fine:
        yield _fine(fine)


def _regimes(plain: str, start: int, end: int) -> Iterator[Told]:
    """The regime; two of "первых 4 лет в тюрьме, а оставшегося срока - в колонии строгого режима"."""
    first: Told | None = None
    for match in _REGIME.finditer(plain, start, end):
        value = _REGIMES.get((match["kind"] or "").lower()) or (
            "settlement" if "поселени" in match.group().lower() else "prison"
        )
        if first is None:
            first = Told("regime", value, match.start(), match.end())
            yield first
        elif first.value == "prison" != value and "остав" in plain[first.end : match.start()][:120]:
            yield Told("regime", value, match.start(), match.end())
            return


def _fine(match: re.Match[str]) -> Told:
    if match["sum"]:
        amount = int(re.sub(r"\s", "", match["sum"])) * (1000 if match["unit"] else 1)
    else:
        amount = thousands(match["words"])
    return Told("fine", str(amount), match.start(), match.end())


def _restraint(plain: str, start: int | None, end: int, kind: str | None) -> Iterator[Told]:
    if kind == "undertaking":
        found = re.search(r"подписк[а-яё]+", plain, re.IGNORECASE)
        if found:
            yield Told("restraint", "undertaking", found.start(), found.end())
        return
    if kind == "indictment":
        note = _MEASURE_NOTE.search(plain)
        start, end = note.span() if note else (None, end)
    if start is None:
        return
    places = ((match, value) for value, pattern in _RESTRAINT for match in pattern.finditer(plain, start, end))
    named = [
        (match.start(), match, value) for match, value in places if match and not _REFUSED.match(plain, match.end())
    ]
    if not named:
        return
    _, match, value = min(named, key=lambda one: one[0])
    yield Told("restraint", value, match.start(), match.end())
    if kind is None or kind in _RESTRAINING:
        for term in _RESTRAINT_TERM.finditer(plain, start, end):
            if duration(term):
                yield Told("restraint.term", duration(term), term.start(), term.end())
                break


def appeal_in(text: str) -> Iterator[Told]:
    """How long the paper says an appeal can be brought."""
    plain = stops_only(text)
    for pattern in _APPEALS:
        found = pattern.search(plain)
        if found:
            yield Told("appeal.period", period(found), found.start(), found.end())
            return
