"""What recognition reads wrongly by its look, mended by the grammar of its place: "Д.0." is "Д.О.", "С0 по г. Тверь" is
"СО по г. Тверь", "66850004-01-2025-005171-08" is a УИД with the letters RS.

Same length, so that places stay the same; the places that changed are told, so that a field that rests on one is less
sure. Source: readings of typeset papers that were copied, faxed and photographed. Does not: correct words.
"""

from __future__ import annotations

import re

_LETTERS = {"0": "О", "3": "З", "®": "Ф", "@": "Ф"}
_FIGURES = str.maketrans("ОоЗзБ", "00336")


def _letters(found: re.Match[str]) -> str:
    return "".join(_LETTERS.get(sign, sign) for sign in found.group())


def _figures(found: re.Match[str]) -> str:
    return found.group().translate(_FIGURES)


_RULES = (
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
    # the side of a frame or a speck at the end of a line
    (re.compile(r"[ ][|!](?=\n|$)"), lambda found: "  "),
)  # fmt: skip


def mended(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with those signs replaced, and the places of the letters and figures that were."""
    plain = text
    for pattern, how in _RULES:
        plain = pattern.sub(how, plain)
    return plain, tuple(
        place for place, (old, new) in enumerate(zip(text, plain, strict=True)) if old != new and new != " "
    )
