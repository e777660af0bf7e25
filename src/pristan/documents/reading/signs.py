"""Signs about fairness that stand on the paper itself, in words. Raw facts, no judgement.

Does not: compare papers with each other (see `across`), or say what a sign means in law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and its place."""

    name: str
    start: int
    end: int


_SIGNS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("sign.signature_refused", r"от\s+подписи\s+(?:в\s+протоколе\s+)?отказал(?:ся|ась)"),
        ("sign.asked_for_lawyer", r"(?:прошу|требу[юе]|просил[а]?|заявил[а]?\s+о\s+необходимости)[^.;]{0,40}?(?:адвоката|защитника)"),
        ("sign.lawyer_appointed", r"защитник[а-яё]*[^.;]{0,80}?по\s+назначению|участвует\s+по\s+назначению"),
        ("sign.without_lawyer", r"(?:без\s+(?:участия\s+)?(?:защитника|адвоката)|в\s+услугах\s+защитника\s+не\s+нуждается)"),
        ("sign.no_traces_of_person", r"следов\s+(?:рук|пальцев|пота)[^.;]{0,120}?не\s+(?:обнаружено|выявлено|имеется|установлено)|следы[^.;]{0,80}?(?:оставлены\s+не|не\s+принадлежат)"),
        ("sign.no_video", r"[Вв]идеозапись\s+не\s+производилась|без\s+применения\s+(?:видеозаписи|технических\s+средств)"),
        ("sign.absent_accused", r"\bзаочно\b|в\s+(?:ее|её|его)\s+отсутствие|в\s+отсутствие\s+(?:подсудим|обвиняем|осужд)"),
        ("sign.closed_hearing", r"в\s+закрытом\s+судебном\s+заседании"),
        ("sign.video_link", r"видео-?\s?конференц-?\s?связи"),
        ("sign.secret_witness", r"засекреченн[а-яё]+\s+свидетел|свидетел[а-яё]+\s+под\s+псевдонимом|данные\s+о\s+личности\s+котор[а-яё]+\s+сохранены\s+в\s+тайне"),
        ("sign.special_procedure", r"в\s+особом\s+порядке"),
        ("sign.defence_motion_refused", r"ходатайств[а-яё]+\s+(?:стороны\s+)?защит[а-яё]+[^.;]{0,200}?(?:отклонен|отказ|оставлен[а-яё]*\s+без\s+удовлетворения)"),
        ("sign.plea_not_guilty", r"(?:вину|виновн[а-яё]+)\s+(?:себя\s+)?(?:в\s+[^.;]{0,60}?)?не\s+призна"),
        ("sign.plea_guilty", r"(?<!не\s)(?:вину|виновн[а-яё]+)\s+(?:себя\s+)?(?:в\s+[^.;]{0,60}?)?(?:полностью\s+)?призна(?:л|ла|ю|[её]т)\b"),
        ("sign.unknown_person_or_place", r"неустановленн[а-яё]+\s+(?:следствием\s+)?(?:лиц|врем|мест|обстоятельств)"),
    )
)  # fmt: skip


# what an officer writes down while it happens; in a complaint or a judgment the same words only tell of it
_RECORDS = frozenset(
    {"personal_search", "search_record", "inspection_of_objects", "inspection_of_scene", "detention_record",
     "interrogation", "confrontation", "identification", "administrative_record", "explanation", "charge"}
)  # fmt: skip
_ONLY_IN_RECORDS = frozenset(
    {"sign.signature_refused", "sign.asked_for_lawyer", "sign.without_lawyer", "sign.no_video"}
)


def signs_in(text: str, kind: str | None) -> Iterator[Sign]:
    """Each sign once, at its first place."""
    for name, pattern in _SIGNS:
        if name in _ONLY_IN_RECORDS and kind not in _RECORDS:
            continue
        match = pattern.search(text)
        if match:
            yield Sign(name, match.start(), match.end())
