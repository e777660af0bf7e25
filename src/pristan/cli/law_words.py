"""What `pristan law ...` prints beside the records, in both languages; other words are the dossier's."""

from __future__ import annotations

from pristan.kernel.language import Language, Text

WORDS = {
    "element": Text("rule", "норма"),
    "bar": Text("bar", "запрет"),
    "exception": Text("exception", "исключение"),
    "weigh": Text("weighing", "взвешивание"),
    "effect": Text("effect", "последствие"),
    "route": Text("route", "путь"),
    "interaction": Text("warning", "предупреждение"),
    "facts": Text("the day of the facts", "день событий"),
    "entry": Text("the day of entry", "день въезда"),
    "registered": Text("the day of registration", "день регистрации"),
    "filed": Text("the day of filing", "день подачи"),
    "decided": Text("the day of the decision", "день решения"),
    "notified": Text("the day of notice", "день вручения"),
    "today": Text("the day of assessment", "день оценки"),
    "claimed": Text("the person's word", "слово человека"),
    "corroborated": Text("a second source", "второй источник"),
    "documented": Text("a paper", "документ"),
}
ONLY_IN = Text("only in: {where}", "только в: {where}")
IN_COURTS = Text("in the courts: {state}, {days} ({cite})", "в судах: {state}, {days} ({cite})")
AS_A_LAW = Text("as a law: {state}, {days} ({cite})", "как закон: {state}, {days} ({cite})")
VERSION = Text(
    "{days}  which version applies is decided by {day}; {confidence} ({checked})",
    "{days}  редакцию определяет {day}; {confidence} ({checked})",
)
NEEDS = Text("needs: {support}", "нужно: {support}")
YIELDS = Text("yields to: {rules}", "уступает: {rules}")
STALE = Text(
    "compared with the source {checked}, {days} days ago", "сверено с источником {checked}, дней назад: {days}"
)
TO_COMPARE = Text("{count} volatile versions to compare again", "часто меняется, сверить заново: {count}")
CONCLUSIONS = Text("{count} conclusions change", "выводов меняется: {count}")


ANSWERS = {
    "met": Text("met", "выполнено"),
    "not_met": Text("not_met", "не выполнено"),
    "unknown": Text("unknown", "неизвестно"),
    "disputed": Text("disputed", "спорно"),
}
EXAMPLE_OTHERWISE = Text("expected {expected}, given {given}", "ожидалось «{expected}», получено «{given}»")
DECIDED_OTHERWISE = Text("decided {decided}{known}, given {given}", "решено «{decided}»{known}, получено «{given}»")
KNOWN = Text(" (known divergence: {given})", " (известное расхождение: «{given}»)")
DIVERGES = Text("known divergence", "известное расхождение")
NO_EXAMPLE = Text("no example for {answer}", "нет примера с ответом «{answer}»")
NEVER_SHOWN = Text("no example shows {answers}", "ни один пример не показывает: {answers}")
EXAMPLES_TOTAL = Text(
    "{examples} examples, {wrong} wrong, {unexampled} answers without an example",
    "примеров: {examples}, неверных: {wrong}, ответов без примера: {unexampled}",
)
DECIDED_TOTAL = Text(
    "{decisions} decided cases, {asked} questions, {wrong} wrong, {divergences} known divergences",
    "решённых дел: {decisions}, вопросов: {asked}, неверных: {wrong}, известных расхождений: {divergences}",
)
TOO_MANY = Text(" (too many)", " (слишком много)")
ELEMENTS_TOTAL = Text(
    "{elements} elements; never shown met: {met}, not met: {not_met}, unknown: {unknown}",
    "элементов: {elements}; ни разу не показано: выполнено — {met}, не выполнено — {not_met}, неизвестно — {unknown}",
)
LISTED_WITH = Text(" (--coverage lists them)", " (список: --coverage)")

LAW_OF = Text("law of {published} (version {version})", "правовая база от {published} (версия {version})")
SHIPPED_WITH = Text("shipped with the program", "поставлена с программой")
SIGNED_WITH = Text("signed with the trusted key {key}", "подписана доверенным ключом {key}")
BY_FORCE = Text("INSTALLED BY FORCE: {mark}", "УСТАНОВЛЕНА ПРИНУДИТЕЛЬНО: {mark}")
OWN_RECORDS = Text("RECORDS OF THIS OFFICE'S OWN: {ids}", "СОБСТВЕННЫЕ ЗАПИСИ ЭТОГО ОФИСА: {ids}")
TRUSTED = Text("trusted: {key}", "доверенный ключ: {key}")
SIGNED = Text("{file}: signed", "{file}: подписан")
NOT_SIGNED = Text("{file}: not signed", "{file}: не подписан")
INSTALLED = Text(
    "before: {before}\nnow:    {now}\n{count} rules differ", "было:  {before}\nстало: {now}\nнорм отличается: {count}"
)
CHANGED = Text("{changes} conclusions change in {cases} cases", "выводов меняется: {changes}; дел: {cases}")
IN_SCENARIO = Text(", scenario {scenario}", ", сценарий {scenario}")
NOT_ASSESSED = Text("not assessed: {fault}", "не оценено: {fault}")


def word(name: str, language: Language) -> str:
    """A word of the records as it is said to a reader."""
    return WORDS[name].to(language)


def answer(name: str, language: Language) -> str:
    """An answer as it is said to a reader; what is no answer (the sides of a weighing) as it is."""
    return ANSWERS[name].to(language) if name in ANSWERS else name
