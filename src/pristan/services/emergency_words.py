"""The words around the records on the page of the first hours: one home for the terminal and the browser."""

from __future__ import annotations

from collections.abc import Mapping

from pristan.kernel.answers import Answer
from pristan.kernel.language import Language, Text
from pristan.law.emergency.model import Situation
from pristan.services.emergency import Counted, EmergencyPage, Said, Shown

_OTHER_LETTERS = frozenset({"hy", "ka"})  # neither Latin nor Cyrillic
WORDS: Mapping[str, Text] = {
    "where": Text("country", "страна"),
    "situation": Text("what is happening", "что происходит"),
    "asked_by": Text("asked for by, or sent to", "кто ищет или куда высылают"),
    "held": Text("held since", "держат с"),
    "departure": Text("departure", "отправка"),
    "left_open": Text("left open, the case answers in two ways", "не взято, в деле два разных ответа"),
    "say": Text("Say this, and ask that it is written down", "Скажите это и попросите записать"),
    "spoken_unchecked": Text(
        "The wording in the language of the place was not checked by a native lawyer.",
        "Фразы на языке страны местный юрист не проверял.",
    ),
    "other_letters": Text(
        "If you cannot read these letters, show this page to the officer.",
        "Если вы не читаете эти буквы, покажите эту страницу сотруднику.",
    ),
    "aloud_en": Text("in English", "по-английски"),
    "aloud_ru": Text("in Russian", "по-русски"),
    "not_of_place": Text(
        "There are no checked words here in the language of this country: what is marked is not in it. Say it as it"
        " stands, show this page, and ask for an interpreter. If the officers understand Russian, say it in Russian.",
        "Проверенных фраз на языке этой страны здесь нет: помеченное — не на нём. Скажите как написано, покажите эту"
        " страницу и просите переводчика. Если вас понимают по-русски, скажите по-русски.",
    ),
    "stop": Text("Who can stop it, in this order", "Кто может остановить, по порядку"),
    "turn_to": Text("Whom to turn to, in this order", "К кому обратиться, по порядку"),
    "fill": Text("Write in by hand", "Впишите от руки"),
    "refuse": Text("Do not sign, do not do", "Не подписывайте, не делайте"),
    "clock": Text("The clock", "Часы"),
    "family": Text("Family and friends", "Родным и друзьям"),
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


def language_words(said: Said) -> Text | None:
    """In which language the words stand, where it is not the language of the place."""
    return None if said.aloud.of_place else WORDS[f"aloud_{said.aloud.language}"]


def meaning_words(said: Said, language: Language) -> str | None:
    """What the words mean, for a reader of `language`; None where they are in that language themselves."""
    return None if said.aloud.language == language.value else said.text.to(language)


def notes_on_words(page: EmergencyPage) -> tuple[Text, ...]:
    """What is not known about the words to say, and what to do if they cannot be read aloud."""
    found = []
    of_place = {said.aloud.language for said in page.say if said.aloud.of_place}
    if of_place - set(Language):
        found.append(WORDS["spoken_unchecked"])
    if of_place & _OTHER_LETTERS:
        found.append(WORDS["other_letters"])
    if not all(said.aloud.of_place for said in page.say):
        found.append(WORDS["not_of_place"])
    return tuple(found)


def heading_of_bodies(page: EmergencyPage) -> Text:
    """The heading over the bodies: nobody can stop a call for questioning, but somebody can stand beside the person."""
    return WORDS["turn_to" if page.answers.situation is Situation.CALLED else "stop"]


def state_words(shown: Shown) -> Text:
    """When to ask a body; or that it cannot act there, or that this has to be looked up."""
    if shown.bound is Answer.NOT_MET:
        return WORDS["cannot"]
    return WORDS[shown.when] if shown.bound is Answer.MET else WORDS["look_up"]


def end_words(counted: Counted) -> Text:
    """When a clock ends, with the hours left or with what is missing."""
    if counted.ends is None:
        return WORDS["held_unknown" if counted.clock.length else "departure_unknown"]
    at = counted.ends.at
    when = counted.ends.day.isoformat() if at is None else f"{at:%Y-%m-%d %H:%M} (UTC{at:%z})"
    if counted.ends.local is not None:
        when = f"{when} {counted.ends.local:%H:%M}"
    if counted.passed:
        over = WORDS[f"passed_{counted.clock.starts}"]
        return Text(f"{when}, {over.en}", f"{when}, {over.ru}")
    if counted.hours_left is None:
        return Text(when, when)
    left = WORDS["hours_left"]
    return Text(f"{when}, {left.en}: {counted.hours_left}", f"{when}, {left.ru}: {counted.hours_left}")


def doubts_of(counted: Counted) -> tuple[Text, ...]:
    """What is not known about a clock."""
    found = [] if counted.sure else [WORDS["pair_unknown"]]
    in_hours = counted.clock.length is None or counted.clock.length.hours
    if counted.ends is not None and in_hours and not counted.hour_known:
        found.append(WORDS["hour_unknown"])
    return tuple(found)
