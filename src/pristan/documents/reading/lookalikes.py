"""What recognition reads wrongly by its look, mended by the grammar of its place: "Д.0." is "Д.О.", "С0 по г. Тверь" is
"СО по г. Тверь", "66850004-01-2025-005171-08" is a УИД with the letters RS.

Same length, so that places stay the same; the places that changed are told, so that a field that rests on one is less
sure. Source: readings of typeset papers that were copied, faxed and photographed. Does not: correct words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_LETTERS = {"0": "О", "3": "З", "®": "Ф", "@": "Ф"}
_FIGURES = str.maketrans("ОоЗзБ", "00336")


def _letters(found: re.Match[str]) -> str:
    return "".join(_LETTERS.get(sign, sign) for sign in found.group())


def _figures(found: re.Match[str]) -> str:
    return found.group().translate(_FIGURES)


_MONTH = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_ENGLISH_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def _as(text: str) -> Callable[[re.Match[str]], str]:
    """Always this text, which is as long as what it stands for."""
    return lambda found: text


_RULES = (
    # a tick of the copy before or in a name; a second sign for one letter: "Р.3З.", "3Э.39."
    (re.compile(r"[`´](?=[А-ЯЁа-яё])|(?<![А-ЯЁа-яё])[‘‚](?=[А-ЯЁа-яё\d])"), _as(" ")),
    (re.compile(r"(?<=[А-ЯЁа-яё. ])3(?=[ЭЗ]\.)"), _as(" ")),
    (re.compile(r"(?<=[ЭЗ]\.)39(?=\.)"), _as(" Э")),
    (re.compile(r"(?<=[а-яё] [А-ЯЁ]\.)[а-яё](?=\.)"), lambda found: found.group().upper()),
    (re.compile(r"(?<=[а-яё]{3} )0(?=\.(?:\s|$))"), _letters),
    # "Следователь (СУ УМВД", "Следователь —(С0 по г. Азов"
    (re.compile(r"(?<=ледователь)\s+[—-]?\((?=С[О0У]\s)"), lambda found: " " * len(found.group())),
    # "Следователь (0 по г. Салехард", "Следователь со по"
    (re.compile(r"\(0(?= (?:по|УФСБ|УМВД|ОМВД|МВД|УВД)\s)"), _as("СО")),
    (re.compile(r"(?<=ледователь )со(?= по\s)|(?<=ледователя )со(?= по\s)"), _as("СО")),
    (re.compile(r"[Ф®@][И/][О0](?=[\dЗ]{1,2}(?!\w))"), _as("ФИО")),
    (re.compile(r"(?<=ФИО)З"), _figures),
    # a nought with a stroke, as a typewriter writes it, read as 6 or 9, or as two figures: "26023", "2925 года", "96.06.2024"
    (re.compile(r"(?<!\d)2[69]0(?=[12]\d(?!\d))"), _as(" 20")),
    (re.compile(r"(?<=[аея] )2[689](?=[0-2]\d\s*г)|(?<=\.[01]\d\.)2[689](?=[0-2]\d(?!\d))"), _as("20")),
    (re.compile(r"(?<=[аея] )20[689](?=\d\s+г(?:ода|\.)?\s*р)"), _as("200")),  # nobody was born in 2060
    (re.compile(rf"(?P<month>{_ENGLISH_MONTH} (?:\d\d?, )?)2[69](?=[0-2]\d(?!\d))"), lambda found: found["month"] + "20"),
    (re.compile(r"(?<![\d.])[689](?=\d\.[01]\d\.(?:19|20)\d\d)"), _as("0")),
    (re.compile(r"(?<![\d.])(?P<day>[0-3]\d\.)9(?=[1-9]\.(?:19|20)\d\d)"), lambda found: found["day"] + "0"),
    # a speck beside a date: "2 февраля: 2025", "до .20 июля"
    (re.compile(rf"(?P<month>{_MONTH})[:;.,'’](?=\s+(?:19|20)\d\d)"), lambda found: found["month"] + " "),
    (re.compile(rf"(?<=\d)[.,](?={_MONTH}\s)"), _as(" ")),
    (re.compile(rf"(?<=\s)\.(?=\d\d?\s+{_MONTH})"), _as(" ")),
    (re.compile(rf"(?<![А-ЯЁа-яё.\d])З(?=\s+{_MONTH})"), _figures),
    (re.compile(r"(?<=ого)\.(?=\s+суда)"), _as(" ")),
    (re.compile(r"(?<![А-ЯЁа-яё])ич(?=\.\s?\d)"), _as(",ч")),  # "ст. 214 ич. 1 ст. 329"
    # initials of a person: "Клюкин Д.0.", "Вялых 0.0.", "Чуяко 3.Р."
    (re.compile(r"(?<=[А-ЯЁ][.,])[ ]?[03](?=\.)"), _letters),
    (re.compile(r"(?<=[а-яё][ ])[03](?=\.[ ]?[А-ЯЁ03]\.)"), _letters),
    (re.compile(r"(?<=[А-ЯЁ]\.)[03](?=\.)|(?<![\d.])[03](?=\.[А-ЯЁ03]\.[ ]?[А-ЯЁ][а-яё])"), _letters),
    # abbreviations of bodies: "С0 по", "0МВД", "0П № 3"; and "0б избрании"
    (re.compile(r"(?<![А-ЯЁа-яёA-Za-z\d№.,/-])(?=0*[А-ЯЁ])(?=[А-ЯЁ]*0)[А-ЯЁ0]{2,6}(?![А-ЯЁа-яёA-Za-z\d/-])"), _letters),
    (re.compile(r"(?<=ФИ)0(?=\d)"), _letters),
    (re.compile(r"(?<![\dА-ЯЁа-яё.,])0(?=[бт]\s|[а-яё]{3})"), _letters),
    (re.compile(r"(?<=[А-ЯЁ.])[®@]|[®@](?=[А-ЯЁ])"), _letters),
    # a С that a fax broke open: "(ПРАВКА"
    (re.compile(r"\((?=[А-ЯЁ]{3,}[^)\n]*(?:\n|$))"), lambda found: "С"),
    # figures: dates, numbers of cases
    (re.compile(r"(?<![\d.А-ЯЁа-яё])[\dОЗоз]{2}\.[\dОЗоз]{2}\.(?:19|20)[\dОЗоз]{2}(?![\d.])"), _figures),
    (re.compile(r"(?<![\dА-ЯЁа-яё/-])[\dЗО]{1,2}(?:/[\dЗО]{1,2})?[аук]?-[\dЗО]{1,6}/(?:19|20)[\dЗО]{2}(?!\d)"), _figures),
    (re.compile(r"(?<=[АA])\d?[\dЗОБ]{1,2}(?=-\d{1,6}/(?:19|20)\d\d)"), _figures),
    (re.compile(r"(?<![\dА-ЯЁа-яё.,])(?=[\dЗО]*\d)[\dЗО]{1,2}(?=\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s)"), _figures),
    (re.compile(r"(?<=[аея][ ])(?:19|20)[\dЗОо]{2}(?=\s*(?:г\.|год))"), _figures),
    (re.compile(r"(?<![\dА-ЯЁа-яё.,])(?=[\dЗО ]*\d)[\dЗО]{1,3}(?:[ ][\dЗО]{3}){1,2}(?=\s*(?:\(|руб|тыс))"), _figures),
    (re.compile(r"(?<![\dА-ЯЁа-яё])[1-9](?=[\dОЗ]{16}(?![\dА-ЯЁа-яё]))[\dОЗ]{16}"), _figures),
    # articles: "ст. 28О.3", "ч. З ст. 228"
    (re.compile(r"(?<=ст\.)[ ]?(?=[ЗОоБ]*\d)[\dЗОоБ]{2,3}(?:\.[\dЗ]{1,2})*(?![А-ЯЁа-яё])"), _figures),
    (re.compile(r"(?<![А-ЯЁа-яё])(?<=ч\.)[ ]?З(?=[ ]?(?:ст|,|и[ ]))"), _figures),
    (re.compile(r"(?<![А-ЯЁа-яё])по(?=ч\.[ ]?\d)"), lambda found: "  "),  # "поч. 2 ст. 205.2"
    (re.compile(r"(?<=ч\.)[ ]?\|(?=\d)"), lambda found: " " * len(found.group())),
    (re.compile(r"(?<=[\d«])[\]|](?=[»\"]?[ ](?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s)"), lambda found: "1"),
    # specks: after a line of a letterhead, after a comma, between a preposition and its word; initials above a signature
    (re.compile(r"(?:(?<=\n)|^)(?P<line>[ ]*[А-ЯЁ][А-ЯЁ «»\"-]{7,})\.(?=[ ]*\n)"), lambda found: found["line"] + " "),
    (re.compile(r"(?<=,)-(?= )|(?<= [вс])\.(?=[а-яё]{4})"), _as(" ")),
    (re.compile(r"(?<=[ ]{2}[А-ЯЁ]\.[А-ЯЁ]),(?=[ ]?[А-ЯЁ][а-яё]+[ ]*(?:\n|$))"), _as(".")),
    (re.compile(r"(?:(?<=[:,(] )|(?<= {2})|(?<=by ))Or(?= [A-Z][a-z]+ [A-Z])"), _as("Dr")),
    (re.compile(r"(?<=[А-ЯЁ]{4} )0(?= [А-ЯЁа-яё]{4})"), _letters),  # "ПРОТОКОЛ 0 ДОСТАВЛЕНИИ"
    (re.compile(r"\n\n(?=(?:Имя|Отчество)\s)"), _as(" \n")),  # lines of one form, which stand apart
    # "постановил ;" ends the reasons; a redacted name with a speck; a speck between two columns; "© признании"
    (
        re.compile(r"(?i)\b(?P<word>(?:установил|постановил|решил|приговорил|определил)[аои]?)(?:(?P<gap> )[;.,]|[;,])(?=\s*\n)"),
        lambda found: found["word"] + ":" + (found["gap"] or ""),
    ),
    (re.compile(r"(?<=\s)<ФИО[-.]>"), _as(" <ФИО>")),
    (re.compile(r"(?<=[ ]{2})[.,:;*'’`|](?=[ ]{2})"), _as(" ")),
    (re.compile(r"(?:(?<=\n)|^)©(?= [а-яё]{4})"), _as("О")),
    (re.compile(r"(?<=[а-яё] [А-ЯЁ]),(?=[А-ЯЁ]\.)"), _as(".")),  # "Реймер И,Я."
    (re.compile(r"(?<=\sст),(?= [а-яё\d])"), _as(".")),  # "ст, лейтенант"
    (re.compile(r"(?<=[А-ЯЁ]{3}) :(?=\s*\n)"), _as(": ")),  # "УВЕДОМЛЯЕТ :"
    # lines of one letterhead that stand apart: "ГЕНЕРАЛЬНАЯ ПРОКУРАТУРА", "РОССИЙСКОЙ ФЕДЕРАЦИИ"
    (re.compile(r"(?<=[А-ЯЁ]{4})\n\n(?=[А-ЯЁ]+(?:ОГО|ОЙ|ЫХ|ИХ) [А-ЯЁ]{4})"), _as(" \n")),
    (re.compile(r"(?<= [А-ЯЁ]),(?=[А-ЯЁ]\. [А-ЯЁ][а-яё]+\s*(?:\n|$))"), _as(".")),  # "В,И. Худяшев" below an act
    (re.compile(r"(?<=России):(?= по\s)"), _as(" ")),
    (re.compile(r"(?:(?<=\n)|^)0(?= [а-яё]{4,}(?:ии|ке|аче)\s)"), _letters),  # "0 внесении в реестр"
    # the side of a frame or a speck at the end of a line
    (re.compile(r"[ ][|!](?=\n|$)"), lambda found: "  "),
)  # fmt: skip


_LOOSE = re.compile(
    r"(?<=[а-яё])(?P<before> )-[А-ЯЁ][а-яё]{2}"  # "Гончаров -Белик"
    r"|(?<=[А-ЯЁ][а-яё]{3})-(?P<after> )[А-ЯЁ][а-яё]{2}"
    r"|(?<=\d\.[01]\d\.)(?P<year> )(?:19|20)\d\d"  # "28.07. 1979"
    r"|(?<=\d{4})(?P<court> )-\d\d-20\d\d-"  # "86RS0002 -01-2023"
)


def loose(text: str) -> Iterator[tuple[int, int]]:
    """Spaces that recognition puts into one word, as stretches to be left out."""
    for found in _LOOSE.finditer(text):
        name = found.lastgroup
        if name is not None:
            yield found.span(name)


def mended(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with those signs replaced, and the places of the letters and figures that were."""
    plain = text
    for pattern, how in _RULES:
        plain = pattern.sub(how, plain)
    return plain, tuple(
        place for place, (old, new) in enumerate(zip(text, plain, strict=True)) if old != new and new != " "
    )
