"""The small pieces of every template: drawings, verdict chips, proof marks, effect plates, days left, help.

Words of verdicts, effects and marks are the dossier's own (`filings/dossier/words.toml`): screen and paper agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from pristan.case.model import Value
from pristan.country.relations import relations
from pristan.filings.dossier import codes
from pristan.filings.dossier.compose.context import phrases
from pristan.filings.dossier.route import TraceLine
from pristan.filings.dossier.sheet import mark_of, plain, words_section
from pristan.filings.dossier.words import filled, words_in
from pristan.kernel.date_words import date_in_words
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language
from pristan.kernel.vocabulary.facts import FactType
from pristan.web import statics
from pristan.web.language import language

register = template.Library()


def word(section: str, key: str, **values: str) -> str:
    """A fixed word of the dossier in the page's language."""
    return filled(words_in(language())[section][key], **values)


@register.simple_tag
def static_address(name: str) -> str:
    """The address of a style sheet, script or font."""
    return statics.address(name)


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """A drawing, hidden from screen readers: the word always stands beside it."""
    return format_html(
        '<svg class="i {}" aria-hidden="true"><use href="{}#{}"/></svg>', extra, statics.address("icons.svg"), name
    )


@register.simple_tag(name="word")
def word_tag(section: str, key: str, **values: str) -> str:
    """A fixed word of the dossier, such as `{% word "label" "first" %}`."""
    return word(section, str(key), **values)


@register.simple_tag
def chip(verdict: str, size: str = "") -> SafeString:
    """A verdict: shape, word, colour."""
    return format_html(
        '<span class="v {} {}">{}{}</span>', verdict, size, icon(f"verdict-{verdict}"), word("verdict", verdict)
    )


@register.simple_tag
def plate(outcome: str, size: str = "") -> SafeString:
    """An effect: never a verdict's word, shape or hue."""
    return format_html(
        '<span class="fx {} {}"><span class="g">{}</span><span class="w">{}</span></span>',
        outcome,
        size,
        icon(f"outcome-{outcome}"),
        word("outcome", outcome),
    )


@register.simple_tag
def danger(level: str) -> SafeString:
    """Who would notice that a paper is asked for: an eye, and the words."""
    return format_html('<span class="dg {}">{}{}</span>', level, icon(f"danger-{level}"), word("danger", level))


@register.simple_tag
def strip(lines: tuple[TraceLine, ...]) -> SafeString:
    """The proof strip: one mark per thing to be shown, in fixed order, with its words for screen readers."""
    marks = [(mark, says) for mark, says in (_mark_and_words(line) for line in lines)]
    if not marks:
        return mark_safe("")
    drawn = format_html_join("", '<span class="mk {}">{}</span>', ((mark, icon(mark)) for mark, _says in marks))
    return format_html(
        '<span class="strip" role="img" aria-label="{}">{}</span>', "; ".join(says for _, says in marks), drawn
    )


def _mark_and_words(line: TraceLine) -> tuple[str, str]:
    data = plain(line)
    return mark_of(data), f"{line.title}: {answer_words(data)}"


def answer_words(line: Mapping[str, Any]) -> str:
    """The answer of a line of reasoning and how well it is supported, in words."""
    answer = line["answer"]
    if not answer:
        return ""
    said = word(words_section(dict(line)), answer)
    bare = line["support"] == codes.Support.NONE or answer in (codes.Answer.UNKNOWN, codes.Answer.NOT_NEEDED)
    return said if bare else f"{said}, {word('support', line['support'])}"


@register.filter
def answered(line: Mapping[str, Any]) -> str:
    """The answer of a line of the reasoning, in words."""
    return answer_words(line)


@register.simple_tag
def mark(name: str) -> SafeString:
    """A proof mark alone; its word stands beside it."""
    return format_html('<span class="mk {}">{}</span>', name, icon(name))


@register.simple_tag
def marks_key() -> SafeString:
    """What the proof marks mean, in a line."""
    names = ("met", "disputed", "unknown", "not_met")
    return format_html_join(
        " ", "<span>{} {}</span>", ((mark(f"proof-{name}"), word("answer_element", name)) for name in names)
    )


@register.filter
def first_sentence(text: str) -> str:
    """The first sentence of a reason, for a narrow cell; the whole of it stands with the route."""
    return re.split(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ])", text, maxsplit=1)[0]


def value_words(fact: FactType, value: Value, lang: Language) -> str:
    """An answer in words: "yes", "about March 2022", the words of a choice, the name of a country."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, PartialDate):
        return date_in_words(value).to(lang)
    if fact.type == "choice":
        words = fact.choice_text(str(value))
        return str(value) if words is None else words.to(lang)
    if fact.type == "country":
        return country_name(str(value), lang)
    return f"{value:g}" if isinstance(value, float) else str(value)


def country_name(code: str, lang: Language) -> str:
    """The name of a country, or its code where we have none."""
    known = relations().get(code)
    if known is not None:
        return known.name.to(lang)
    phrase = phrases().get(f"country_{code}")
    return code if phrase is None else phrase.to(lang)
