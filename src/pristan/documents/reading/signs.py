"""Signs about fairness that stand on the paper itself, in words. Raw facts, no judgement.

Does not: compare papers with each other (see `across`), or say what a sign means in law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pristan.documents.reading.sentences import stops_only


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and its place."""

    name: str
    start: int
    end: int


_SIGNS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("sign.signature_refused", r"от\s+подписи[.]?\s+(?:в\s+протоколе\s+|протокола\s+)?отказал(?:ся|ась)|отказал(?:ся|ась)\s+(?:от\s+подпис|подписать)|от\s+подписания[^.;]{0,40}отказал|подпись\s*(?:[а-яё]+\s*)?:?\s*отказ|подпис(?:ывать|ать)[^.;]{0,40}отказал(?:ся|ась)|отказ\s+от\s+подписи"),
        ("sign.asked_for_lawyer", r"(?:прошу|требу[юе]т?|требовал[а]?|просил[а]?|потребовал[а]?|ходатайству[юе][а-яё]*|просит|нуждаюсь|желаю|хочу|настаиваю|заявил[а]?\s+о\s+необходимости)[^.;]{0,60}?(?:адвокат(?:а|у|ом)?|защитник(?:а|у|ом|е)?)(?![а-яё])|ходатайств[а-яё]*[^.;]{0,60}(?:допуск|предоставл|вызов|приглаш)[^.;]{0,40}(?:адвоката|защитника)"),
        ("sign.lawyer_appointed", r"(?:защитник|адвокат)[а-яё]*[^.;]{0,80}?по\s+назначению|участвует\s+по\s+назначению|по\s+назначению[^.;]{0,40}(?:защитник|адвокат)|(?:защитник|адвокат)[а-яё]*[^.;]{0,80}?в\s+порядке\s+ст[.·]?(?:атьи)?\s*5[01]"),
        ("sign.without_lawyer", r"без\s+(?:участия\s+)?(?:защитника|адвоката)|в\s+(?:услугах|помощи)\s+(?:защитника|адвоката)(?:\s+[а-яё]+){0,2}\s+не\s+нужда|в\s+отсутстви[ея]\s+(?:защитника|адвоката)|(?:защитник|адвокат)[а-яё]*[^.;]{0,60}(?:не\s+(?:участв|присутств|явил|допу|приглаш|предостав|обеспеч)|отсутств)|от\s+(?:услуг\s+|помощи\s+)?(?:защитника|адвоката)\s+отказ(?:ал|ыва)|отказ[а-яё]*\s+от\s+(?:услуг\s+|помощи\s+)?(?:защитника|адвоката)"),
        ("sign.no_traces_of_person", r"(?:след(?:ов|ы)\s+(?:рук|пальцев|пота|папилляр|биологическ|ДНК)|отпечат[а-яё]+\s+пальцев|потожиров[а-яё]+|ДНК|генетическ[а-яё]+\s+(?:профил|материал)[а-яё]*)[^.;]{0,160}?не\s+(?:обнаружен|выявлен|имеется|установлен|принадлеж|происход)|следы[^.;]{0,80}?(?:оставлены\s+не|не\s+принадлежат)"),
        ("sign.no_video", r"видео(?:запись|съ[её]мка|фиксация)[^.;]{0,30}\s+не\s+(?:производи|применя|вел|осуществля|проводи)[а-яё]*|без\s+(?:применения\s+)?(?:видеозаписи|технических\s+средств)|технические\s+средства[^.;]{0,40}не\s+применял"),
        ("sign.absent_accused", r"(?<![а-яё])заочно(?![а-яё])(?!\s+(?:избран|предъявлен|арестован))|в\s+(?:ее|её|его)\s+отсутствие|(?<!возможно\s)в\s+отсутствие\s+(?:подсудим|обвиняем|осужд|лица|подозреваем|привлекаем)|(?:лицо|правонарушитель|привлекаем[а-яё]+)[^.;]{0,120}?не\s+явил(?:ось|ся|ась)"),
        ("sign.closed_hearing", r"в\s+закрытом\s+(?:судебном\s+)?(?:заседани|разбирательств)|заседание[^.;]{0,60}в\s+закрытом\s+режиме|закрытое\s+судебное\s+заседание"),
        ("sign.video_link", r"видео-?\s?конференц-?\s?связи|(?:посредством|пут[её]м)\s+видеосвяз|видео-?конференц-?связью|(?:посредством|пут[её]м|с\s+использованием)\s+(?:систем[а-яё]*\s+)?ВКС(?![А-ЯЁа-яё])"),
        ("sign.secret_witness", r"засекреченн[а-яё]+\s+свидетел|свидетел[а-яё]+\s+под\s+псевдонимом|под\s+псевдонимом|данные\s+о\s+личности\s+котор[а-яё]+\s+сохранены\s+в\s+тайне"),
        ("sign.special_procedure", r"приговора\s+без\s+проведения\s+судебного\s+разбирательства|в\s+особом\s+порядке|особый\s+порядок\s+(?:судебного|рассмотрения|принятия)"),
        ("sign.defence_motion_refused", r"ходатайств[а-яё]+\s+(?:стороны\s+)?(?:защит|адвокат|обвиняем|подсудим)[а-яё]*[^.;]{0,200}?(?:отклонен|отказ|оставлен[а-яё]*\s+(?:судом\s+)?без\s+удовлетворения)|отказа(?:но|л|ла|ть)\s+[^.;]{0,80}ходатайств[а-яё]*[^.;]{0,40}(?:защит|адвокат|обвиняем|подсудим)|ходатайств[а-яё]*\s+(?:об?|на)\s(?:(?!прокурор|следовател|обвинител|продлени|избрани)[^.;]){0,120}?(?:судом\s+)?(?:отклонен|отказан|оставлен[а-яё]*\s+без\s+удовлетворения)|(?:защитник|адвокат)[^.;]{0,20}?ходатайству[^;]{0,200}?\sотказать(?![а-яё])|в\s+(?:вызове|допросе|приобщении|назначении|истребовании|исследовании)\s(?:(?!прокурор|следовател|обвинител)[^.;]){0,120}?отказано|удовлетворении\s+ходатайств[а-яё]*\s+(?:стороны\s+)?(?:защит|адвокат|обвиняем|подсудим)[а-яё]*[^.;]{0,120}отказа"),
        ("sign.plea_not_guilty", r"с\s+(?:предъявленным\s+|подозрением\s+и\s+)?обвинением\s+не\s+соглас|(?:вину|вин(?:ы|ой)|виновн[а-яё]+)\s+(?:себя\s+)?(?:(?:в|по)\s+(?:(?!призна)[^.;]){0,80}?)?не\s+призна|не\s+призна(?:л|ла|ю|[её]т)\s+(?:себя\s+)?(?:вин|виновн)"),
        ("sign.plea_guilty", r"(?<!не\s)(?:вину|виновн[а-яё]+)\s+(?:себя\s+)?(?:(?:в|по)\s+(?:(?!\sне\s)[^.;]){0,80}?\s)?(?:полностью\s+)?призна(?:л|ла|ю|[её]т)(?![а-яё])(?!\s+частично)"),
        ("sign.unknown_person_or_place", r"неустановленн[а-яё]+\s+(?:следствием\s+)?(?:лиц|врем|мест|обстоятельств)|лицо[^.;]{0,60},?\s+не\s+установлен|неустановлени[а-яё]+\s+лиц"),
    )
)  # fmt: skip
# in a paper about a motion of the defence the motion is the defence's
_MOTION = re.compile(
    r"ходатайств[а-яё]*[^.;]{0,200}?отказа(?:но|ть|л)|отказать[^.;]{0,80}ходатайств|в\s+удовлетворении\s+ходатайств",
    re.IGNORECASE,
)
_ABOUT_A_MOTION = frozenset({"motion_refused", "file_shown"})
_TOLD_ONLY = frozenset(
    {
        "judgment",
        "appeal_judgment",
        "cassation",
        "complaint",
        "indictment",
        "court_decision",
        "complaint_125",
        "submission",
    }
)


# what an officer writes down while it happens; in a complaint or a judgment the same words only tell of it
_RECORDS = frozenset(
    {"personal_search", "search_record", "inspection_of_objects", "inspection_of_scene", "detention_record",
     "interrogation", "confrontation", "identification", "administrative_record", "explanation", "charge", "administrative_detention",
     "delivery_record", "seizure_record", "record", "on_the_spot_check", "file_shown", "punishment_cell", "operative_act",
     "administrative_ruling", "undertaking", "expert_order"}
)  # fmt: skip
_ONLY_IN_RECORDS = frozenset({"sign.asked_for_lawyer", "sign.without_lawyer", "sign.no_video"})


def signs_in(text: str, kind: str | None) -> Iterator[Sign]:
    """Each sign once, at its first place."""
    plain = stops_only(text)
    for name, pattern in _SIGNS:
        if name == "sign.signature_refused" and kind in _TOLD_ONLY:
            continue
        if name in _ONLY_IN_RECORDS and kind not in _RECORDS:
            continue
        match = pattern.search(plain)
        if match is None and name == "sign.defence_motion_refused" and kind in _ABOUT_A_MOTION:
            match = _MOTION.search(plain)
        if match:
            yield Sign(name, match.start(), match.end())
