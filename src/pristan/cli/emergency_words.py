"""The five questions as the terminal asks them. What stands on the page: `services.emergency_words`."""

from __future__ import annotations

from collections.abc import Mapping

from pristan.kernel.language import Text

QUESTIONS: Mapping[str, Text] = {
    "where": Text(
        "1/5 In which country? Its name, or two letters, as CZ",
        "1/5 В какой стране? Название или две латинские буквы, как CZ",
    ),
    "situation": Text(
        "2/5 What is happening: arrest (held on a request), removal (a flight is prepared), border (stopped, notice),"
        " called (for questioning)",
        "2/5 Что происходит: arrest (задержание по запросу), removal (готовят отправку), border (остановка, розыск),"
        " called (вызов на допрос)",
    ),
    "asked_by": Text(
        "3/5 Which state asks for the person, or where would he or she be sent? Enter: RU",
        "3/5 Какая страна ищет или куда отправят? Enter: RU",
    ),
    "held": Text(
        "4/5 Held since when? 2026-11-19 16:40, or the day alone. Enter: not known",
        "4/5 С какого часа держат? 2026-11-19 16:40 или только день. Enter: не известно",
    ),
    "departure": Text(
        "5/5 Hour of the flight or hand-over, if told. Enter: not known",
        "5/5 Час рейса или передачи, если сообщили. Enter: не известно",
    ),
}
