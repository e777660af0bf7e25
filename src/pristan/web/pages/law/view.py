"""What did the rule say on a day? Search, one rule with its versions, the version of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.kernel.date_words import day_in_words
from pristan.kernel.language import Language, Text
from pristan.law.instruments import cited
from pristan.law.model import NOT_YET_LAW, Rule, Version
from pristan.services.law_queries import rule_named, rules_listed, stale_versions
from pristan.web.day_field import DayField, day_field, read_day
from pristan.web.language import language
from pristan.web.page import show

MOST = 60  # rules of one list
ROLES = ("route", "effect", "bar", "exception", "element", "weigh", "interaction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One rule of the list."""

    id: str = field(metadata={"help": "Its id, which is also its place in the law base."})
    title: str = field(metadata={"help": "What it is called."})
    question: str = field(metadata={"help": "The question it answers."})
    role: str = field(metadata={"help": "What it does: a code of `roles`."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One version of a rule."""

    since: str = field(metadata={"help": "First day in force, in words; empty if not recorded."})
    until: str = field(metadata={"help": "First day no longer in force, in words; empty while it is."})
    selected_by: str = field(metadata={"help": "Which date selects it: a code."})
    confidence: str = field(metadata={"help": "How far it was compared with its source: a code."})
    volatile: bool = field(metadata={"help": "Whether it changes fast."})
    checked: str = field(metadata={"help": "The day a person last compared it."})
    on_the_day: bool = field(metadata={"help": "Whether it is in force on the day asked for."})
    authorities: tuple[tuple[str, str, str], ...] = field(metadata={"help": "Citation, weight, and what it says."})
    elements: tuple[str, ...] = field(metadata={"help": "What has to be shown, or what stops it."})
    doubts: tuple[str, ...] = field(metadata={"help": "What was not read or is in doubt, as recorded."})
    litigation: tuple[str, ...] = field(metadata={"help": "Where it is contested in court."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One rule."""

    id: str = field(metadata={"help": "Its id."})
    title: str = field(metadata={"help": "What it is called."})
    question: str = field(metadata={"help": "The question it answers."})
    note: str = field(metadata={"help": "What to know about it; empty for nothing."})
    readings: tuple[Reading, ...] = field(metadata={"help": "Its versions, the newest first."})
    yields_to: tuple[Found, ...] = field(metadata={"help": "Rules that it gives way to."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the page shows: a list, or one rule."""

    title: str = field(metadata={"help": "The question of the page."})
    words: str = field(metadata={"help": "What was searched for."})
    role: str = field(metadata={"help": "The role chosen; empty for all."})
    roles: tuple[str, ...] = field(metadata={"help": "All roles, as codes."})
    found: tuple[Found, ...] = field(metadata={"help": "The rules found, at most sixty."})
    more: int = field(metadata={"help": "How many more there are."})
    rule: Shown | None = field(metadata={"help": "The rule asked for; none for the list."})
    day: DayField = field(metadata={"help": "The day asked for."})
    stale: int = field(metadata={"help": "How many fast-changing versions were last compared over 60 days ago."})


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """The page."""
    lang = language()
    day = read_day(request.GET, "on") or date.today()  # noqa: DTZ011 - the day of this computer, as its clock shows it
    words, role = request.GET.get("q", "").strip(), request.GET.get("role", "")
    rule_id = request.GET.get("rule", "")
    rules = [one for one in rules_listed(role=role if role in ROLES else None) if _matches(one, words)]
    content = Law(
        title=_("What did the rule say on a day?"),
        words=words,
        role=role,
        roles=ROLES,
        found=tuple(_found(one, lang) for one in rules[:MOST]),
        more=max(0, len(rules) - MOST),
        rule=_shown(rule_named(rule_id), day, lang) if rule_id else None,
        day=day_field("on", day),
        stale=len(stale_versions(day)),
    )
    return show(request, "law", content)


def _matches(rule: Rule, words: str) -> bool:
    """Every word stands in the id, the title, the question or a citation, in either language."""
    texts = [rule.id, rule.title.en, rule.title.ru, rule.question.en, rule.question.ru]
    cites = [authority.cite for version in rule.versions for authority in version.authorities]
    texts += [cited(cite, lang) for cite in cites for lang in Language]
    all_of_it = " ".join(texts).casefold()
    return all(word in all_of_it for word in words.casefold().split())


def _found(rule: Rule, lang: Language) -> Found:
    return Found(id=rule.id, title=rule.title.to(lang), question=rule.question.to(lang), role=rule.role)


def _shown(rule: Rule, day: date, lang: Language) -> Shown:
    return Shown(
        id=rule.id,
        title=rule.title.to(lang),
        question=rule.question.to(lang),
        note=_say(rule.note, lang),
        readings=tuple(_reading(one, day, lang) for one in reversed(rule.versions)),
        yields_to=tuple(_found(rule_named(name), lang) for name in rule.yields_to),
    )


def _reading(version: Version, day: date, lang: Language) -> Reading:
    return Reading(
        since=_day(version.since, lang),
        until=_day(version.until, lang),
        selected_by=version.selected_by,
        confidence=version.confidence,
        volatile=version.volatile,
        checked=_day(version.checked, lang),
        on_the_day=version.in_force(day),
        authorities=tuple((cited(one.cite, lang), one.weight, one.says.to(lang)) for one in version.authorities),
        elements=tuple(one.title.to(lang) for one in version.elements.values()),
        doubts=tuple(one.to(lang) for one in version.doubts),
        litigation=tuple(cited(one.cite, lang) for one in version.litigation if one.state != NOT_YET_LAW),
    )


def _day(day: date | None, lang: Language) -> str:
    return "" if day is None else day_in_words(day).to(lang)


def _say(text: Text | None, lang: Language) -> str:
    return "" if text is None else text.to(lang)
