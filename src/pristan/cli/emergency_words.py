"""The words around the records on the page of the first hours."""

from __future__ import annotations

from collections.abc import Mapping

from pristan.kernel.language import Text

QUESTIONS: Mapping[str, Text] = {
    "where": Text("1/5 In which country? Two letters, as CZ", "1/5 В какой стране? Две латинские буквы, как CZ"),
    "situation": Text(
        "2/5 What is happening: arrest (held on a request), removal (a flight is prepared), border (stopped, notice)",
        "2/5 Что происходит: arrest (задержание по запросу), removal (готовят отправку), border (остановка, розыск)",
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

WORDS: Mapping[str, Text] = {
    "where": Text("country", "страна"),
    "situation": Text("what is happening", "что происходит"),
    "asked_by": Text("asked for by", "кто ищет"),
    "held": Text("held since", "держат с"),
    "departure": Text("departure", "отправка"),
    "left_open": Text("left open, the case answers in two ways", "не взято, в деле два разных ответа"),
    "say": Text("SAY THIS, AND ASK THAT IT IS WRITTEN DOWN", "СКАЖИТЕ ЭТО И ПОПРОСИТЕ ЗАПИСАТЬ"),
    "spoken_unchecked": Text(
        "The wording in the language of the place was not checked by a native lawyer.",
        "Фразы на языке страны местный юрист не проверял.",
    ),
    "stop": Text("WHO CAN STOP IT, IN THIS ORDER", "КТО МОЖЕТ ОСТАНОВИТЬ, ПО ПОРЯДКУ"),
    "fill": Text("WRITE IN BY HAND", "ВПИШИТЕ ОТ РУКИ"),
    "refuse": Text("DO NOT SIGN, DO NOT DO", "НЕ ПОДПИСЫВАЙТЕ, НЕ ДЕЛАЙТЕ"),
    "clock": Text("THE CLOCK", "ЧАСЫ"),
    "family": Text("FAMILY AND FRIENDS", "РОДНЫМ И ДРУЗЬЯМ"),
    "now": Text("now", "сейчас"),
    "today": Text("today", "сегодня"),
    "before": Text("before the departure", "до вылета"),
    "weeks": Text("weeks", "недели"),
    "ready": Text("prepare today, send later", "готовить сегодня, послать позже"),
    "later": Text("later", "позже"),
    "cannot": Text("cannot act here", "здесь не может"),
    "look_up": Text("look it up now", "проверить сейчас"),
    "passed_departure": Text(
        "this hour has passed: send it at once all the same", "этот час прошёл: всё равно отправьте сразу"
    ),
    "passed_held": Text(
        "this time is over: ask in writing whether the papers came, and for release if not",
        "срок прошёл: спросите письменно, пришли ли бумаги, и просите освобождения, если нет",
    ),
    "hours_left": Text("whole hours left", "осталось полных часов"),
    "held_unknown": Text("the hour of the arrest is not known", "час задержания не известен"),
    "departure_unknown": Text(
        "the hour of the departure is not known: ask for it in writing",
        "час отправки не известен: спросите письменно",
    ),
    "hour_unknown": Text(
        "The hour is not known: counted from the first minute of that day, to be careful.",
        "Час не известен: считали с первой минуты того дня, из осторожности.",
    ),
    "pair_unknown": Text(
        "Whether this rule binds both states was not seen: ask the lawyer.",
        "Действует ли это правило между двумя странами, не видно: спросите адвоката.",
    ),
    "no_clock": Text(
        "No custody clock was read for these two states. Ask the lawyer which law counts, and from which hour.",
        "Для этих двух стран сроков содержания не читали. Спросите адвоката, по какому закону и с какого часа считать.",
    ),
    "partial": Text("partly checked", "проверено частично"),
    "unverified": Text("not verified", "не проверено"),
    "foot": Text(
        "Compared with the sources between {oldest} and {newest}. It informs; a lawyer decides. Print the page: a"
        " telephone can be taken away.",
        "Сверено с источниками между {oldest} и {newest}. Это сведения; решает адвокат. Распечатайте страницу: телефон"
        " могут забрать.",
    ),
}
