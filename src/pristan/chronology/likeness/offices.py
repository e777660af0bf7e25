"""The name within words that also tell an office: "судья Рыбинского суда Лапшина К.В.", "Somov, deputy chief".

Source: the languages themselves. In Russian any word in small letters beside a name belongs to the office. Does not:
decide which piece is the name; every piece that may be it is offered.
"""

from __future__ import annotations

import re

from pristan.kernel.remembering import remembered

# Words of an office or rank, by their beginnings.
_OFFICE_RU = (
    r"следовател|оперуполномоченн|дознавател|майор|капитан|лейтенант|старш|младш|полковник|подполковник|сержант|"
    r"прапорщик|судь|адвокат|прокурор|эксперт|врач|понят|начальник|заместител|помощник|секретар|специалист|переводчик|"
    r"участков|инспектор|защитник|фельдшер|пристав|руководител|дежурн|обвиняем|подозреваем|профессор|доцент|нотариус|свидетел|потерпевш"
)
_OFFICE = re.compile(
    rf"\b(?:(?:{_OFFICE_RU})\w*|зам|врио|юстиции|полиции|investigator|judge|captain|major|lieutenant|senior|colonel|officer|"
    r"lawyer|counsel|prosecutor|expert|doctor|chief|head|deputy|assistant|secretary|interpreter|inspector|detective|"
    r"sergeant|attorney|advocate|notary|witness|nurse|surgeon|physician|psychologist|justice|professor|operative|agent|"
    r"magistrate|commissioner|warrant|special|first|second|class)\b\.?",
    re.IGNORECASE,
)
# Ranks, degrees and offices shortened, with the stop or the hyphen that shows it; English ones also without.
_SHORTENED = re.compile(
    r"\b(?:(?:ст|мл|лейт|кап|подп|полк|майо?р?|серж|юст|пол|вн|сл|след|опер|проф|доц|акад|зам|нач|пом|адв|прок|эксп|инсп|дозн|"
    r"к\.?\s?м\.?\s?н|д\.?\s?м\.?\s?н|к\.?\s?ю\.?\s?н|д\.?\s?ю\.?\s?н|sr|jr|snr|lt|col|capt|maj|gen|sgt|insp|det|prof|hon|adv|atty|asst|"
    r"med|cand|dipl|ing)\.|л-т|п/п-к|подп-к|полк-к|к-н|м-р|с-т|прап-к|ст-на|(?:sr|lt|col|capt|maj|sgt|insp|det|prof|hon|adv|"
    r"md|phd|m\.d\.|ph\.d\.|esq|qc|kc|llm|ll\.m\.)\b\.?)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b(?:[А-ЯЁ]{2,5}|Росси\w+|Российской\s+Федерации)\b")  # ГСУ, ОВД, ЭКЦ
# Words that are no part of a name and end none: forms of address, words before a maiden name; bodies by their letters.
_ADDRESS = re.compile(
    r"\b(?:гражданин\w*|гражданк\w*|гр|г-н|г-жа|господин\w*|госпож\w*|урожд\w*|dr|mr|mrs|ms|mgr|judr|citizen|herr|frau|"
    r"née|nee|born)\b\.?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:УУП|ИВС|СИЗО|ДПС|МВД|УМВД|ОМВД|ОВД|ФСБ|УФСБ|СК|СУ|ГСУ|СО|ОП|УФСИН|ФСИН|ИК|РФ|Росси\w+|Российской\s+Федерации)\b"
)
_SMALL_RU = re.compile(r"(?<![\w-])(?!и\b)[а-яё]+(?![\w-])")  # "и" joins two names
_CUT = "\x00"


@remembered(5_000)
def names_within(words: str) -> tuple[str, ...]:
    """The words without their offices, then the last piece, and the first if the words begin with it."""
    words = _SHORTENED.sub(" ", words)
    bare = _BODY.sub(" ", _ADDRESS.sub(" ", words))
    whole = _OFFICE.sub(" ", bare)
    cut = _SMALL_RU.sub(_CUT, _OFFICE.sub(f" {_CUT} ", _ADDRESS.sub(" ", words)))
    pieces = (_LETTERS.sub(_CUT, cut) if _CUT in cut else cut).split(_CUT)
    full = [piece for piece in pieces if re.search(r"\w{2}", piece)]
    if len(pieces) == 1 or not full:
        return (whole,)
    first = (pieces[0],) if pieces[0] in full else ()
    return (whole, full[-1], *first)
