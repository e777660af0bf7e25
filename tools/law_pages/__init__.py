"""docs/law/: one page per rule and language, an index, coverage, the calendars of changes and of checks."""

from __future__ import annotations

from collections import defaultdict

from pristan.kernel.language import Language
from pristan.law.model import LawBase
from pristan.law.references import rules_named_by
from tools.law_pages.coverage import coverage
from tools.law_pages.page import RulePage, path_of
from tools.law_pages.tables import changes, checks, index


def law_pages(base: LawBase) -> dict[str, str]:
    """Every page by its path below docs/law/."""
    used_by: dict[str, set[str]] = defaultdict(set)
    for rule in base.rules.values():
        for name in rules_named_by(rule):
            used_by[name].add(rule.id)
    pages = {}
    for language in Language:
        for rule in base.rules.values():
            pages[str(path_of(rule.id, language))] = RulePage(base, rule, used_by[rule.id], language).text()
        for name, make in (("README", index), ("coverage", coverage), ("changes", changes), ("checks", checks)):
            pages[f"{language.value}/{name}.md"] = make(base, language)
    return pages
