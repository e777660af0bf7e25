"""Pages over the whole law base: index, the calendar of changes and the calendar of checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from pristan.assessment.assess import STALE_AFTER_DAYS
from pristan.kernel.language import Language
from pristan.law.model import LawBase, Rule
from tools.law_pages import codes
from tools.law_pages.page import NOTE, cite, link, word

QUIET_DAYS = 365  # how long a rule that seldom changes may stand unchecked


def index(base: LawBase, language: Language) -> str:
    """Every rule, grouped by kind and by the first part of its id."""
    other = "../ru/README.md" if language is Language.EN else "../en/README.md"
    parts = [
        NOTE,
        f"# {word('index_title', language)}\n\n[{word('other', language)}]({other})\n\n",
        f"{word('index_intro', language)}\n\n",
        *(f"- [{word(f'{name}_title', language)}]({name}.md)\n" for name in ("coverage", "changes", "checks")),
    ]
    kinds = (
        ("routes", ("route",)),
        ("effects", ("effect",)),
        ("rules", ("element", "bar", "exception", "weigh", "interaction")),
    )
    for head, roles in kinds:
        parts.append(f"\n## {word(head, language)}\n")
        groups: dict[str, list[Rule]] = defaultdict(list)
        for rule in base.rules.values():
            if rule.role in roles:
                groups[rule.id.partition(".")[0]].append(rule)
        for group, rules in sorted(groups.items()):
            parts.append(f"\n### {_group(group, language)}\n\n")
            parts += [_indexed(rule, language) for rule in rules]
    return "".join(parts)


def _group(name: str, language: Language) -> str:
    """The first part of an id in words: a country, or one of the fixed words."""
    code = "GB" if name == "uk" else name.upper()
    return codes.country(code, language) if len(code) == 2 and name != "un" else word(f"group_{name}", language)


def _indexed(rule: Rule, language: Language) -> str:
    newest = rule.versions[-1]
    confidence = codes.of_dossier("confidence", newest.confidence, language)
    return f"- {link(rule, language, depth=1)} `{rule.id}` · {confidence}, {newest.checked}\n"


def changes(base: LawBase, language: Language) -> str:
    """Each border of a version and of its state in the courts, the newest first."""
    parts = [NOTE, f"# {word('changes_title', language)}\n\n{word('changes_intro', language)}\n"]
    if language is Language.RU:
        parts.append(f"\n*{word('english_cites', language)}*\n")
    by_day: dict[date, list[str]] = defaultdict(list)
    for rule in base.rules.values():
        for day, what in _borders(rule, language):
            by_day[day].append(f"- {link(rule, language, depth=1)}: {what}\n")
    for day in sorted(by_day, reverse=True):
        parts.append(f"\n## {day}\n\n" + "".join(dict.fromkeys(by_day[day])))
    return "".join(parts)


def _borders(rule: Rule, language: Language) -> Iterator[tuple[date, str]]:
    for version in rule.versions:
        if version.since:
            before = [one for one in rule.versions if one.until == version.since]
            yield version.since, f"{word('begins', language)} ({cite(version.cite_beside(before), language)})"
        if version.until:
            yield version.until, f"{word('ends', language)} ({cite(version.authorities[0].cite, language)})"
        for state in version.litigation:
            name = codes.state(state.state, language)
            if state.since:
                yield state.since, f"{word('becomes', language)}: {name} ({cite(state.cite, language)})"
            if state.until:
                yield state.until, f"{word('state_ends', language)}: {name} ({cite(state.cite, language)})"


def checks(base: LawBase, language: Language) -> str:
    """The day by which the newest version of each rule should be compared with its source again."""
    due: dict[date, list[str]] = defaultdict(list)
    for rule in base.rules.values():
        version = rule.versions[-1]
        day = version.checked + timedelta(days=STALE_AFTER_DAYS if version.volatile else QUIET_DAYS)
        confidence = codes.of_dossier("confidence", version.confidence, language)
        due[day].append(f"- {link(rule, language, depth=1)} · {confidence}\n")
    parts = [NOTE, f"# {word('checks_title', language)}\n\n{word('checks_intro', language)}\n"]
    for day in sorted(due):
        parts.append(f"\n## {day}\n\n" + "".join(due[day]))
    return "".join(parts)
