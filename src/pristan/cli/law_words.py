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
IN_COURTS = Text("in the courts: {state}, {days} ({cite})", "в судах: {state}, {days} ({cite})")
VERSION = Text(
    "{days}  which version applies is decided by {day}; {confidence} ({checked})",
    "{days}  редакцию определяет {day}; {confidence} ({checked})",
)
NEEDS = Text("needs: {support}", "нужно: {support}")
YIELDS = Text("yields to: {rules}", "уступает: {rules}")
AUTHORITIES_IN_ENGLISH = Text("", "Источники и сомнения записаны по-английски.")
STALE = Text(
    "compared with the source {checked}, {days} days ago", "сверено с источником {checked}, дней назад: {days}"
)
TO_COMPARE = Text("{count} volatile versions to compare again", "часто меняется, сверить заново: {count}")
CONCLUSIONS = Text("{count} conclusions change", "выводов меняется: {count}")


def word(name: str, language: Language) -> str:
    """A word of the records as it is said to a reader."""
    return WORDS[name].to(language)
