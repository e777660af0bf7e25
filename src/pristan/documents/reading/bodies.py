"""The court or authority that issued a paper, as its introduction names it.

Value: as written, spaces joined; a court that stands in an oblique case keeps it. Does not: check that the body exists,
or tell which court a name without a place means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.sentences import STOP, stops_only
from pristan.documents.reading.told import Told

_CITY = rf"(?:г{STOP}|гор{STOP}|город[а-яё]*|пос{STOP}|с{STOP}|ЗАТО)\s*(?:[А-ЯЁ][а-яё]+(?:ый|ий|ые|ие|ого|его|ых|их|ому|ему|ом|ем|ым|ой|ая)\s+[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+(?:-[А-Яа-яё]+)*)"
_LAND = (
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*(?:ой|ого|ему|ому|ий|ая|ей)\s+(?:автономн[а-яё]+\s+)?(?:обл(?:аст[а-яё]+|·)|кра[а-яё]+|[Рр]еспублик[а-яё]*|округ[а-яё]*|район[а-яё]*)"
    r"(?:\s*[-–—]\s*[А-ЯЁ][а-яё]+)?"
)
_REPUBLIC = r"Республик[а-яё]*\s+[А-ЯЁ][а-яё]+(?:\s+(?:Эл|Осетия))?(?:-[А-ЯЁ][а-яё]+)*(?:\s*[-(–—]\s*[А-ЯЁ][а-яё]+\)?)?"
_STATE = r"(?:Российской\s+Федерации|РФ|России|Украины|Туркменистана|Узбекистана|Казахстана|Таджикистана|Кыргызской\s+Республики)"
_PLACE = rf"(?:Санкт-Петербурга|{_CITY}|{_LAND}|{_REPUBLIC}|{_STATE}|района\s+[А-ЯЁ][а-яё]+|<[а-яё ]{{3,20}}>|[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?=\s+(?:в\s+составе|под\s+председ|рассмотр)|,))"
_AFTER = rf"(?:\s*(?:,\s*|и\s+)?(?:\(?(?:по\s+(?:уголовным|административным|гражданским)\s+делам|общей\s+юрисдикции|{_PLACE})\)?)){{0,4}}"
_ADJECTIVE = (
    r"(?!Судь|Председател|Федеральн|Помощник|Мирово|Постановлени|Приговор|Решени|Определени)"
    r"[А-ЯЁ][А-ЯЁа-яё-]*?(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем)(?:-на-[А-ЯЁ][а-яё]+)?(?![а-яё])"
)
_NAMED = rf"(?:(?<![\d/-])\d{{1,3}}[ ]?(?:-[ ]?(?:й|го|м|му))?[ ]+)?(?:{_ADJECTIVE}[ ]+){{0,2}}?(?:{_ADJECTIVE}(?:[ ]+|[ ]*\n[ ]*(?!\n)))?(?<![А-Яа-яё])"
_SORT = (
    r"(?:[Рр]айонн|[Гг]ородск|[Оо]бластн|[Кк]раев|межрайонн|гарнизонн|окружн|флотск|[Вв]ерховн|[Аа]рбитражн|кассационн|апелляционн"
    r"|межмуниципальн|[Вв]оенн|специализированн|следственн|экономическ|автономн[а-яё]+\s+области|автономн[а-яё]+\s+округа|[Уу]головн)"
)
_NOMINATIVE = (
    rf"{_NAMED}(?:{_SORT}(?:ый|ой|ий)\s+(?:\([А-Яа-яё\s]+\)\s+)?){{1,3}}[Сс]уд(?![а-яё])(?:\s+№\s?\d+)?{_AFTER}"
)
_GENITIVE = (
    rf"{_NAMED}(?:{_SORT}(?:ого|ому|ом|ым)\s+(?:\([А-Яа-яё\s]+\)\s+)?){{1,3}}[Сс]уд(?:а|у|ом|е)(?![а-яё]){_AFTER}"
)
_DISTRICT_COURT = rf"[Сс]уд(?:а|е|ом)?\s+(?:№\s?\d+\s+города\s+[А-ЯЁ][а-яё]+|района\s+[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+(?:ского|ого)\s+района|города\s+[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:ого|ой)\s+автономн[а-яё]+\s+(?:округа|области)(?:\s*[-–—]\s*Югры)?|по\s+интеллектуальным\s+правам){_AFTER}"
_BENCH = (
    r"(?:[Сс]удебн(?:ая|ой)|[Аа]пелляционн(?:ая|ой)|[Кк]ассационн(?:ая|ой)|[Вв]оенн(?:ая|ой))\s+коллеги[яи]"
    r"(?:\s+по\s+(?:уголовным|административным|гражданским)\s+делам|\s+по\s+делам\s+военнослужащих)?"
)
_PANEL = re.compile(
    rf"(?:{_BENCH}|[Мм]иров(?:ой|ого)\s+судь[яи])\s+(?=\S)"
)  # the court alone, without its panel or its judge
_PLACE_TWICE = re.compile(r"(.*?(?P<place>г·\s?[А-ЯЁ][а-яё-]+))\s+(?P=place)", re.DOTALL)  # an address below
_SECTION = r"[Мм]иров(?:ой|ого)\s+судь[яи]\s+(?:судебного\s+участка\s+)?№\s?\d+[^,\n;]{0,90}"
_PRESIDIUM = r"[Пп]резидиум[а-яё]*"

_NOT_OURS = re.compile(
    r"(?:(?:приговор|постановлени|определени|решени|жалоб|представлени|материал)[а-яё]*|судом|судьями|судьей|судьёй|признанн[а-яё]+|в\s+апелляционн[а-яё]+\s+порядке\s+в|через|(?<![а-яё])[Вв])(?:(?!\n\s*\n)\s)+$",
    re.IGNORECASE,
)
_CALLED_TO = re.compile(r"(?:вызыва[а-яё]+|явиться|прибыть)\s+(?:Вас\s+)?в\s+$", re.IGNORECASE)
# what stands before a court in an oblique case when it is the court that acts
_OF_A_JUDGE = re.compile(
    r"(?:судь[яиёйею]{1,2}|председател[а-яё]+|председательствующ[а-яё]+|состав[а-яё]*|помещени[а-яё]+|зал[а-яё]*|здани[а-яё]+|заседани[а-яё]+|канцеляри[а-яё]+|экспедици[а-яё]+|секретар[а-яё]+)\s*$|\A\s*$",
    re.IGNORECASE,
)
_COURTS = (
    (
        True,
        re.compile(
            rf"{_BENCH}\s+(?:{_GENITIVE}|[А-ЯЁ][а-яё]+\s+суда{_AFTER}|суда\s+[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*\s+автономн[а-яё]+\s+(?:округа|области)(?:\s*[-–—]\s*[А-ЯЁ][а-яё]+)?)"
        ),
    ),
    (True, re.compile(rf"{_PRESIDIUM}\s+{_GENITIVE}")),
    (True, re.compile(_NOMINATIVE)),
    (True, re.compile(_SECTION)),
    (False, re.compile(_GENITIVE)),
    (False, re.compile(_DISTRICT_COURT)),
    (True, re.compile(_BENCH)),
)
_CAPITALS = re.compile(
    r"(?m)^[ \t]*([А-ЯЁ][А-ЯЁ0-9 .№«»\"·-]{3,}СУД(?!ЕБН)[А-ЯЁ .№«»\"·-]*(?:\n[ \t]*(?:ГОРОДА|Г·|РЕСПУБЛИКИ|ПО |[А-ЯЁ]+СКОЙ ОБЛАСТИ|[А-ЯЁ]+СКОГО КРАЯ|РОССИЙСКОЙ)[А-ЯЁ .·()-]*)?)[ \t]*$"
)

_RANK_WORDS = (
    r"(?:(?:старш|младш|главн)[а-яё]+\s+)?(?:лейтенант|капитан|майор|подполковник|полковник|генерал|сержант|старшин|прапорщик|рядов(?:ой|ого)"
    rf"|(?:государственн[а-яё]+\s+)?советник|юрист|(?:ст|мл){STOP}\s*(?:лейтенант|сержант)|л-т|к-н|м-р|п/п-к|п-к)[а-яё-]*"
)
_END = re.compile(
    rf"\s+по\s+адресу|\s+в\s+составе|(?<=\s)\d\d?\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)|\d\d·\d\d·\d{{4}}|\s{{3,}}|[,;\n]\s*(?:рассмотрев|руководствуясь|в\s+присутствии|с\s+участием|изучив|находясь|при\s+участии|действуя|составил|в\s+помещении)|,|;|\(|\s+[-–—]\s+(?!(?:Кузбасс|Югр|Алани|Чуваши)[а-яё]*)"
    rf"|(?<![А-Яа-яЁё-]){_RANK_WORDS}(?![а-яё])|(?<![А-Яа-яЁё])[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s(?:[А-ЯЁ]{STOP}|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ич)[а-яё]*)"
    rf"|[А-ЯЁ]{STOP}\s?[А-ЯЁ]{STOP}|ФИО|\*{{2,}}|_{{2,}}|<|(?<=\s)(?:от|за)\s+\d\d|(?:[Ии]сх|[Вв]х)·|\n\s*№|(?<!по)\s+(?:рассмотрел|установил|составил|допросил|произвел|произвёл|провел|провёл|вынес|сообщает|просит|уведомляет|гарантирует|направляет|проверив|рассмотрев|в\s+(?:помещении|кабинете|присутствии))"
)
_OFFICE = re.compile(
    r"(?<![А-Яа-яЁё])(?:(?:[Вв]рио|[Ии]\s?·?о·?)\s+)?(?:[Сс]тарш[а-яё]+\s+|[Гг]лавн[а-яё]+\s+|[Вв]едущ[а-яё]+\s+|[Зз]аместител[а-яё]+\s+|[Пп]омощник[а-яё]*\s+)?"
    r"(?:следовател[а-яё]*(?:-криминалист[а-яё]*)?|[Сс]ледовател[а-яё]*(?:-криминалист[а-яё]*)?|[Дд]ознавател[а-яё]*|о/у|УУП|СПИ|[Оо]перуполномоченн[а-яё]+|[Уу]частков[а-яё]+\s+уполномоченн[а-яё]+(?:\s+полиции)?|[Ии]нспектор[а-яё]*"
    r"|[Сс]удебн[а-яё]+\s+пристав[а-яё]*(?:-исполнител[а-яё]*)?|[Уу]полномоченн[а-яё]+|[Кк]онсультант[а-яё]*|[Сс]пециалист[а-яё]*(?:-эксперт[а-яё]*)?|[Кк]онтрол[её]р[а-яё]*|[Рр]уководител[а-яё]*|[Нн]ачальник[а-яё]*|[Пп]рокурор[а-яё]*(?=\s+(?!с\s))|[Дд]ежурн[а-яё]+|[Пп]олицейск[а-яё]+|[Сс]отрудник[а-яё]*|[Вв]оенн[а-яё]+\s+комиссар(?:а|у|ом)?(?![а-яё])|[Ээ]ксперт[а-яё]*)"
    r"(?:\s+по\s+(?:особо\s+важным\s+делам|ОВД|особо\s+важным))?(?:\s+|:\s*[│|]?\s*)(?!следственн[а-яё-]*\s+группы)"
    r"(?:(?:взвода|роты|батальона|отделения|смены)\s+(?=[А-ЯЁ]{2}))?"
)
_BODY = r"(?:ОП|ОМВД|О?УМВД|МВД|ГУ|ГСУ|СУ|СО|СК|ФСБ|УФСБ|РУФСБ|ОРП|ОКОН|УКОН|УНК|ОНК|ФСИН|УФСИН|ОФСИН|УИИ|ЭКЦ|ЦПЭ|ГУПЭ|УПЭ|ОЭБ|УЭБ|СИЗО|ФКУ|ФССП|УФССП|ОСП|РОСП|МОСП|ГУФССП|ОВД|УВД|РОВД|ГУВД|РУВД|ОВМ|УВМ|ОУР|УУР|ОУУП|ПДН|ОД|ВСО|ВСУ|ГВСУ|ГКНБ|КНБ|СГБ|СНБ|ДКНБ|НЦБ|МРО|МСО|ОСУ|ОИК|ДПС|ГИБДД|ППСП?|ПП|ЛО|ЛУ|УТ|ДЧ|ИВС)(?![А-Яа-яЁё])"
_LOWER_BODY = (
    r"(?:[Сс]ледственн[а-яё]+|[Мм]ежрайонн[а-яё]+|[Вв]оенн[а-яё]+\s+(?:следственн|прокуратур|комиссариат)[а-яё]*|[Оо]тдел[а-яё]*|[Уу]правлени[а-яё]+|[Гг]лавн[а-яё]+\s+(?:следственн|управлени)[а-яё]*"
    r"|[Пп]рокуратур[а-яё]+|[Гг]енеральн[а-яё]+\s+прокуратур[а-яё]+|[Мм]инистерств[а-яё]+|[Дд]епартамент[а-яё]*|[Сс]лужб[а-яё]+|[Цц]ентр[а-яё]*|[Фф]едеральн[а-яё]+\s+служб[а-яё]+|[Гг]осударственн[а-яё]+\s+комитет[а-яё]*|[Кк]омитет[а-яё]*|[Кк]омиссариат[а-яё]*|[Пп]ункт[а-яё]*|[Фф]илиал[а-яё]*|[Вв]ойсков[а-яё]+\s+част[а-яё]+|[Вв]оинск[а-яё]+\s+част[а-яё]+)"
)
_AGENCY = re.compile(
    rf"(?<![А-ЯЁа-яё])(?<!по\s)(?:{_BODY}|{_LOWER_BODY}|[Пп]ризывн[а-яё]+\s+комисси[а-яё]+|Минюст[а-яё]*|Росфинмониторинг[а-яё]*|Роскомнадзор[а-яё]*|Национальн[а-яё]+\s+центральн[а-яё]+\s+бюро|Посольств[а-яё]+|Генконсульств[а-яё]+)"
)
# the body that calls a person, where nobody signs for it
CALLING = {
    "summons": _AGENCY,
    "military_summons": re.compile(r"[Вв]оенн[а-яё]+\s+комиссариат[а-яё]*(?=\s+[А-ЯЁг])"),
    "draft_decision": re.compile(r"[Пп]ризывн[а-яё]+\s+комисси[а-яё]+(?=[ ]*\n?[ ]*(?:[А-ЯЁг]|муниципальн|городск))"),
}
_STARTS = re.compile(
    rf"(?:(?:\d+\s?-?(?:й|го)?\s+(?:взвода\s+|роты\s+|отдела\s+|батальона\s+)?)+|(?:перв|втор|трет|четв[её]рт|пят)[а-яё]+\s+)?(?:{_BODY}|{_LOWER_BODY}|[А-ЯЁ][а-яё]+(?:ского|ской|ому|ого)\s+(?:район|город|област|кра|межрайон|окру|гарнизон)[а-яё]*|[А-ЯЁ]{{2,}}|(?:[А-ЯЁа-яё][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:ого|ой|его|ей)\s+){{1,4}}(?:{_BODY}|{_LOWER_BODY}))"
)


_FOR_CASES = re.compile(  # "суда по административным правонарушениям города Астаны"
    r"\s+по\s+(?:административн[а-яё]+\s+правонарушени[а-яё]+|уголовн[а-яё]+\s+дел[а-яё]+)(?:\s+(?:города|г·|района)\s+[А-ЯЁ][а-яё-]+|\s+[А-ЯЁ][а-яё]+\s+области)"
)


def _made(name: str, text: str, start: int, end: int) -> Told:
    while end > start and text[end - 1] in " \n.,—–-(":
        end -= 1
    return Told(name, re.sub(r"\s+", " ", text[start:end]), start, end)


def court_of(text: str, start: int, end: int) -> Told | None:
    """The court that acts: a bench, a court in the nominative, a judge's court, a letterhead."""
    plain = stops_only(text[:end])
    found: list[tuple[bool, re.Match[str]]] = []
    for nominative, pattern in _COURTS:
        for match in pattern.finditer(plain, start):
            acts = nominative or bool(re.match(r"[Сс]уд\s", match.group()))
            before = plain[max(0, match.start() - 60) : match.start()]
            if (not _NOT_OURS.search(before) or _CALLED_TO.search(before)) and (acts or _OF_A_JUDGE.search(before)):
                found.append((acts, match))
                break
        if found and found[-1][0]:
            break
    head = _CAPITALS.search(plain, start, min(end, start + 600))
    if found:
        # one that acts stands before one that is only named
        nominative, match = found[-1] if found[-1][0] else min(found, key=lambda one: one[1].start())
        if not (head and not nominative):
            stop = _END.search(plain, match.start() + 1, match.end()) if "№" in match.group() else None
            panel = _PANEL.match(match.group())
            begin = match.start() + (panel.end() if panel else 0)
            twice = _PLACE_TWICE.match(plain, begin, stop.start() if stop else match.end())
            finish = stop.start() if stop else match.end()
            for_cases = _FOR_CASES.match(plain, finish)
            if for_cases and match.group().endswith("суда"):
                finish = for_cases.end()
            return _made("body.court", text, begin, twice.end(1) if twice else finish)
    if head:
        return _made("body.court", text, head.start(1), head.end(1))
    return None


_STATE_WORD = re.compile(
    rf"(?<![А-Яа-яЁё]){_BODY}|(?i:прокуратур|министерств|управлени|следственн|комитет|служб|департамент|комиссариат|отдел\s+(?:полиции|внутренних|министерства|СП\b|судебных)"
    r"|отделени|национальное\s+центральное|каз[её]нное\s+учреждение|(?:следственный|исправительная)\s+(?:изолятор|колония)|посольств|консульств|росфинмониторинг|минюст|роскомнадзор|гвардии|инспекци|криминалистическ|войсковая\s+часть|воинская\s+часть)"
)
_NO_STATE = re.compile(
    r"(?i:университет|институт|школ|больниц|поликлиник|банк|образовательн|коллеги[яи]\s+адвокат|адвокатск|ООО|ПАО|АНО|организаци|заключение|травматолог)"
    r"|^(?:В|Начальнику|Прокурору|Генеральному|Руководителю|Следователю|Судье|Министру|УТВЕРЖДАЮ|СОГЛАС|Дело|Материал|Исх|Вх|№|Приложение|Гр·|Кому|Я,)(?![А-ЯЁа-яё])"
)
_GOES_ON = re.compile(
    r"^(?:РОССИЙСКОЙ\s+ФЕДЕРАЦИИ|Российской\s+Федерации|РЕСПУБЛИКИ\s|Республики\s|РОССИИ|России|по\s|ПО\s|города\s|ГОРОДА\s|\(|«|КЫРГЫЗСКОЙ|Кыргызской|ИНТЕРПОЛА|Интерпола|[А-ЯЁ]+СКО(?:Й|ГО)\s|[А-ЯЁ][а-яё]+ско(?:й|го)\s)"
)
_HEAD_LINES = 9


_OFFICE_FIRST = re.compile(
    r"(?:Старш|Главн[а-яё]+\s+(?:специалист|эксперт|инспектор)|Ведущ|Младш|Заместител|Помощник|Следовател|Дознавател|Оперуполн|Участков|Инспектор|Полицейск|Судебн[а-яё]+\s+пристав|Пристав|Дежурн|Эксперт|Прокурор|Врио|Начальник|Командир|Руководител|Военный\s+комиссар(?!иат)|Я,)"
)
_PAGE_HEADER = re.compile(r"стр·|лист\s+\d|\d\s+из\s+\d")
_SPEAKS = re.compile(
    r"(?<![А-Яа-яё])(?:Вы|Вас|Вам|явиться|обязан[аы]?|просим|прошу|сообща[а-яё]+|направля[а-яё]+)(?![А-Яа-яё])"
)
_NO_HEAD = re.compile(
    r"^\d+[.)·]\s|[ҚІҢҮҰӘҒӨҺқіңүұәғөһ]|(?i:прокуратурасы|министрлиги)"
)  # an item of a form; another language
_INDENT = 15  # letters: a line that begins so much further right is another column


def _lines(plain: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Beginning, indentation, left column and whole of each line."""
    at = plain.rfind("\n", 0, start) + 1
    for line in plain[at:end].split("\n"):
        indent = len(line) - len(line.lstrip())
        yield at + indent, indent, re.split(r"\s{3,}", line.strip())[0].strip(), line
        at += len(line) + 1


def _names_a_body(left: str, line: str) -> bool:
    if (
        not left
        or _OFFICE_FIRST.match(left)
        or not _STATE_WORD.search(left)
        or _NO_STATE.search(left)
        or _PAGE_HEADER.search(line)
        or _SPEAKS.search(left)
        or _NO_HEAD.search(left)
    ):
        return False
    return not left[0].islower() and not re.search(r"\d{2}·\d{2}|(?:19|20)\d\d\s*г|,\s*$|№\s*\S*/|[а-яё]·$", left)


def letterhead_of(text: str, end: int) -> Told | None:
    """The body whose letterhead stands before `end`: lines at the left that name a body of a state."""
    plain = stops_only(text[:end])
    lines: list[tuple[int, int]] = []
    column = 0
    beside = False  # another column stands right of a line
    for number, (begin, indent, left, line) in enumerate(_lines(plain, 0, end)):
        named = _names_a_body(left, line)
        whole = _ALIAS.fullmatch(left) if lines else None
        if whole:
            if _OWN_PARENT.search(whole[1]):  # "(ГУ МВД России по Челябинской области)" says it all
                return _made("body.agency", text, begin + whole.start(1), begin + whole.end(1))
        elif (named or (lines and left and _goes_on(plain[slice(*lines[-1])], left))) and not (
            lines and indent > column + _INDENT
        ):
            if beside:
                lines.clear()
            beside, column = line.strip() != left, indent
            lines.append((begin, begin + len(left)))
        elif lines or number >= _HEAD_LINES:
            break
    if not lines:
        return None
    return _made("body.agency", text, lines[_unit(plain, lines)][0], lines[-1][1])


_ALIAS = re.compile(r"\(([^()]+)\)")
_PARENT = r"(?:МВД|У?МВД|УФСБ|ФСБ|[ГО]?УФСИН|ФСИН|Г?УФССП|ФССП|СК)(?![А-Яа-яЁё])"
_OWN_PARENT = re.compile(rf"{_PARENT}[^()]*\sпо\s")
_QUOTED = re.compile(r"«[^»]*»")
_PROSECUTORS = re.compile(r"(?:[А-ЯЁа-яё]+\s+){0,3}(?:ПРОКУРАТУРА|Прокуратура)")
_CAPITAL_LINE = re.compile(r"[А-ЯЁ «»\".·№-]+")


_ADDRESS = re.compile(r"(?:ул|пр|пл|пер|наб|просп|г|гор|д|пос|тел|факс|исх|вх|от|на)(?:·|\s)|e-?mail|\d")
_UNFINISHED = re.compile(r"(?<![а-яё])(?:по|и|в|при|г·)$|ской$|скому$|ского$")


def _goes_on(above: str, left: str) -> bool:
    """Whether a line goes on with the name of a body on the line above."""
    if _NO_STATE.search(left) or re.search(r"(?:19|20)\d\d", left):
        return False
    if left[0].islower() and not above.endswith((",", ".", ":")) and not _ADDRESS.match(left):
        return True
    if _GOES_ON.match(left) or _UNFINISHED.search(above):
        return True
    return bool(_CAPITAL_LINE.fullmatch(left)) and len(left) > 3 and "№" not in left


_A_UNIT = re.compile(
    rf"(?!(?:ГУ\s|У)?{_PARENT})(?i:{_BODY}|{_LOWER_BODY}|З?ИЦ\s|Отделен|Отряд|Экспертно-|Информационн[а-яё]+\s+центр|Федеральн[а-яё]+\s+(?:каз[её]нн|бюджетн|государственн))"
)
_WITH_ITS_PARENT = re.compile(
    rf"\S\s+(?:ГУ\s+)?{_PARENT}\s+(?:России|РФ|РОССИИ)|\S\s+Мин(?:юст|оборон|здрав)[а-яё]*\s+(?:России|РФ)|^СЛЕДСТВЕНН(?:ОЕ|ЫЙ)\s+(?:УПРАВЛЕНИЕ|ОТДЕЛ)\s+ПО\s"
)


_MINISTRY = re.compile(r"(?i)министерство\s+внутренних\s+дел")
_OF_THE_MINISTRY = re.compile(r"(?i)(?:ГУ\s|У|О|УТ\s|МУ\s|Главное\s+управление\s)?МВД\s+России\s+по\s")


def _unit(plain: str, lines: list[tuple[int, int]]) -> int:
    """The line where the unit begins that names its own parent: "ОСП по г. Вологде УФССП России"; those above only
    say the same. 0 where none does.
    """
    for number in range(len(lines) - 1, 0, -1):
        rest = _QUOTED.sub("", plain[lines[number][0] : lines[-1][1]])
        first = plain[slice(*lines[number])]
        if re.search(r"(?i)министерство\s+внутренних\s+дел\s*$", plain[slice(*lines[number - 1])]) and re.search(
            r"МВД\s+(?:Республики|России|РФ)", first
        ):
            return number
        if _OF_THE_MINISTRY.match(first) and _MINISTRY.match(plain[slice(*lines[0])]):
            return number
        if _A_UNIT.match(first) and _WITH_ITS_PARENT.search(rest):
            return number
        if _PROSECUTORS.match(first) and any(_PROSECUTORS.match(plain[slice(*one)]) for one in lines[:number]):
            return number
    return 0


# "СО по ... району, следователь Тишкина А.Е."; "Генеральная прокуратура ... просит выдать"; "Орган: ..."
_BODY_FIRST = re.compile(
    rf"(?m)^[ \t]*(?P<body>(?:{_BODY}|{_LOWER_BODY})[^,;:\n]{{3,160}}),\s*(?:(?:старш|младш|главн)[а-яё]+\s+)?(?:следовател|дознавател|инспектор|оперуполномоч)"
)
_ASKING = re.compile(
    r"(?:^|\n)[ \t]*(?P<body>(?:Генеральн|Главн|Министерств|Следственн|Прокуратур|Управлени|Департамент|Посольств|Национальн|Федеральн)[а-яё]*\s(?:(?!\n\s*\n|\s(?:в\s+соответствии|на\s+основании|в\s+порядке)\s)[^.;,]){3,160}?)(?:\s+(?:в\s+соответствии|на\s+основании|в\s+порядке)\s[^.;]{3,200}?)?\s+(?:просит|гарантирует|свидетельствует|обращается|заверяет|предоставляет)(?![а-яё])"
)
_LABELLED = re.compile(
    r"(?:^|\n)[ \t]*(?:Орган|Наименование\s+органа|Орган,\s+выдавший[^:\n]*)[ \t]*[:│|][ \t]*(?P<body>[^\n]{5,120})"
)
_TO_WHOM = re.compile(r"(?:начальник|руководител|прокурор)(?:у|ю)\s", re.IGNORECASE)
_PEOPLE = re.compile(r"[Сс]ледовател|[Дд]ознавател|перуполномоч|частков|нспектор|олицейск|пристав|[Сс]отрудник")


def agencies_in(
    text: str,
    start: int,
    end: int,
    *,
    heading: int | None = None,
    signed: bool = False,
    named: re.Pattern[str] | None = None,
) -> Iterator[Told]:
    """The agency of a paper: that of the letterhead, else of the officer who acts; of the signature if `signed`; else
    the first that matches `named`.
    """
    head = letterhead_of(text, end if heading is None else heading)
    asking = _ASKING.search(stops_only(text[:end]))
    if asking and (head is None or head.value.lower() != re.sub(r"\s+", " ", asking["body"]).lower()):
        yield _made("body.agency", text, asking.start("body"), asking.end("body"))
        return
    plain = stops_only(text)
    offices = [
        office
        for office in _OFFICE.finditer(plain, start)
        if _STARTS.match(plain, office.end()) and not _TO_WHOM.search(office.group())
    ]
    acting = [office for office in offices if (heading or 0) <= office.start() < end]
    if head is not None:
        unit = _agency(text, plain, acting[0].end(), len(plain)) if acting and heading is not None else None
        yield unit if unit is not None and _ABOVE.match(head.value) and _UNIT_OF.match(unit.value) else head
        return
    told = _BODY_FIRST.search(plain, heading or 0, end)
    if told and not signed and not (acting and acting[0].start() < told.start()):
        yield _made("body.agency", text, told.start("body"), told.end("body"))
        return
    labelled = _LABELLED.search(plain)
    if labelled and not signed and not acting:
        yield _made("body.agency", text, labelled.start("body"), labelled.end("body"))
        return
    if signed:
        acting = [office for office in offices if _PEOPLE.search(office.group())][-1:]
    if acting:
        begin = acting[0].end()
        bare = re.match(r"отдел[а-яё]*(?:\s*\([^()]{3,60}\))?\s+(?=[А-ЯЁ]|военн)", plain[begin:])
        yield _agency(text, plain, begin + (bare.end() if bare else 0), len(plain))
        return
    first, last = (end // 2, len(plain)) if signed else (heading or 0, min(end, (heading or 0) + 400))
    line_end = plain.find("\n", last)
    for begin, _, left, line in _lines(plain, first, line_end if line_end != -1 else len(plain)):
        if (
            begin >= first
            and _names_a_body(left, line)
            and len(left) < 120
            and "," not in left
            and not re.search(r"(?<!г)·\s|[:;]", left)
        ):
            yield _made("body.agency", text, begin, begin + len(left))
            return
    match = named.search(plain, start, end) if named else None
    if match:
        yield _agency(text, plain, match.start(), end)


# a letterhead of the whole service, or of its office in a region, above the act of an officer of a department
_ABOVE = re.compile(
    r"(?:(?:ГЛАВНОЕ )?СЛЕДСТВЕННОЕ УПРАВЛЕНИЕ|(?:Главное с|С)ледственное управление|СЛЕДСТВЕННЫЙ КОМИТЕТ|Следственный комитет|ФЕДЕРАЛЬНАЯ СЛУЖБА БЕЗОПАСНОСТИ|Федеральная служба безопасности"
    r"|МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ|Министерство внутренних дел|МВД|УМВД|УФСБ|ГСУ|ФССП|УФССП|ФСБ|УВД)(?![А-Яа-яё])"
)
_UNIT_OF = re.compile(
    rf"(?!(?:ГУ|ГСУ|СУ|УФССП|УФСБ|УМВД)(?![А-Яа-яё])).{{2,}}?(?:{_PARENT}|Следственн[а-яё]+\s+комитет|Министерств|Федеральн[а-яё]+\s+служб)"
)
_LONGEST = 320  # letters of a body's name
# what belongs to the name: "(о преступлениях ...)", "(с дислокацией в г. Чита)", "(Татарстан)"
_IN_BRACKETS = re.compile(r"\((?:об?|по|с|в)\s[^()]{3,200}\)|\((?:Татарстан|Якутия)\)")


def _agency(text: str, plain: str, start: int, end: int) -> Told:
    most = min(end, start + _LONGEST)
    stop = _END.search(_IN_BRACKETS.sub(lambda found: "¤" * len(found[0]), plain[:most]), start + 1)
    last = stop.start() if stop else most
    sentence = plain.find(". ", start, last)
    if sentence != -1:
        last = sentence
    first = plain.rfind("\n", 0, start) + 1
    in_letterhead = not plain[first:start].strip() and not re.match(
        r"[^\n]*\n[^\n]*[а-яё]{2}[^\n]*рассмотрев", plain[start:]
    )
    blank = re.search(
        r"\n(?!\s*(?:по|России|Российской|города|г·|СУ|УМВД|УФСБ|СК|МВД)(?![А-Яа-яё]))"
        if in_letterhead
        else r"\n\s*\n|\n(?=[^\n]{0,80}(?:\d{4}\s*(?:г|$)|ПОСТАНОВЛЕНИЕ|ПРОТОКОЛ|УСТАНОВИЛ))",
        plain[start:last],
    )
    if blank:
        last = start + blank.start()
    return _made("body.agency", text, start, last)
