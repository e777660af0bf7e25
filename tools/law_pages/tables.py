"""Pages over the whole law base: index, coverage, the calendar of changes and the calendar of checks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from pristan.assessment.assess import STALE_AFTER_DAYS
from pristan.assessment.coverage import elements_covered
from pristan.kernel.language import Language
from pristan.law.model import LawBase, Rule
from tools.law_pages.page import NOTE, link, word

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
            parts.append(f"\n### {group}\n\n")
            parts += [
                f"- {link(rule, language, depth=1)} `{rule.id}` · {word(rule.versions[-1].confidence, language)}, "
                f"{rule.versions[-1].checked}\n"
                for rule in rules
            ]
    return "".join(parts)


def coverage(base: LawBase, language: Language) -> str:
    """Examples and decided cases per rule and answer, and the elements that they leave unshown."""
    missing: dict[str, list[str]] = defaultdict(list)
    total: Counter[str] = Counter()
    elements = 0
    for one in elements_covered(base):
        elements += 1
        total.update(one.missing)
        if one.missing:
            missing[one.rule].append(f"{one.element}: {', '.join(one.missing)}")
    asked = Counter(ask.rule for decision in base.decisions.values() for ask in decision.asks)
    parts = [
        NOTE,
        f"# {word('coverage_title', language)}\n\n{word('coverage_intro', language)}\n\n",
        f"{len(base.rules)} · {sum(len(rule.examples) for rule in base.rules.values())} "
        f"{word('examples', language).lower()} · {len(base.decisions)} {word('cases', language).lower()} · "
        f"{elements} {word('elements', language).lower()} (met −{total['met']}, not_met −{total['not_met']}, "
        f"unknown −{total['unknown']})\n\n",
        f"| {word('element', language)} | met | not_met | unknown | disputed | {word('cases', language)} | |\n",
        "|---|---|---|---|---|---|---|\n",
    ]
    for rule in base.rules.values():
        counts = Counter(example.expect for example in rule.examples)
        left = "<br>".join(missing[rule.id]) or word("nothing_missing", language)
        if rule.role in ("route", "effect"):
            left = "; ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        parts.append(
            f"| {link(rule, language, depth=1)} | {counts['met']} | {counts['not_met']} | {counts['unknown']} | "
            f"{counts['disputed']} | {asked[rule.id]} | {left} |\n"
        )
    return "".join(parts)


def changes(base: LawBase, language: Language) -> str:
    """Each border of a version and of its state in the courts, the newest first."""
    parts = [NOTE, f"# {word('changes_title', language)}\n\n{word('changes_intro', language)}\n"]
    by_day: dict[date, list[str]] = defaultdict(list)
    for rule in base.rules.values():
        for day, what in _borders(rule, language):
            by_day[day].append(f"- {link(rule, language, depth=1)}: {what}\n")
    for day in sorted(by_day, reverse=True):
        parts.append(f"\n## {day}\n\n" + "".join(dict.fromkeys(by_day[day])))
    return "".join(parts)


def _borders(rule: Rule, language: Language) -> Iterator[tuple[date, str]]:
    for version in rule.versions:
        cite = version.authorities[0].cite
        if version.since:
            yield version.since, f"{word('begins', language)} ({cite})"
        if version.until:
            yield version.until, f"{word('ends', language)} ({cite})"
        for state in version.litigation:
            name = state.state.replace("_", " ")
            if state.since:
                yield state.since, f"{word('becomes', language)}: {name} ({state.cite})"
            if state.until:
                yield state.until, f"{word('state_ends', language)}: {name} ({state.cite})"


def checks(base: LawBase, language: Language) -> str:
    """The day by which the newest version of each rule should be compared with its source again."""
    due: dict[date, list[str]] = defaultdict(list)
    for rule in base.rules.values():
        version = rule.versions[-1]
        day = version.checked + timedelta(days=STALE_AFTER_DAYS if version.volatile else QUIET_DAYS)
        due[day].append(f"- {link(rule, language, depth=1)} · {word(version.confidence, language)}\n")
    parts = [NOTE, f"# {word('checks_title', language)}\n\n{word('checks_intro', language)}\n"]
    for day in sorted(due):
        parts.append(f"\n## {day}\n\n" + "".join(due[day]))
    return "".join(parts)
