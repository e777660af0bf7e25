"""The page of coverage: what examples and decided cases show of each record, and what is left to a lawyer's finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pristan.assessment.coverage import WANTED, elements_covered
from pristan.cli import law_words
from pristan.filings.dossier.words import filled
from pristan.kernel.language import Language
from pristan.law.model import Element, LawBase, Rule
from tools.law_pages import codes
from tools.law_pages.page import NOTE, link, word

ANSWERS = ("met", "not_met", "unknown", "disputed")
SIDES = ("for", "against", "both", "neither")


def coverage(base: LawBase, language: Language) -> str:
    """The whole page, in one language."""
    covered = list(elements_covered(base))
    missing: dict[str, list[str]] = defaultdict(list)
    for one in covered:
        if one.missing:
            answers = ", ".join(law_words.answer(answer, language) for answer in one.missing)
            missing[one.rule].append(f"`{one.element}`: {answers}")
    total = Counter(answer for one in covered for answer in one.missing)
    counts = filled(
        word("coverage_counts", language),
        rules=str(len(base.rules)),
        examples=str(sum(len(rule.examples) for rule in base.rules.values())),
        decisions=str(len(base.decisions)),
        elements=str(len(covered)),
        **{answer: str(total[answer]) for answer in WANTED},
    )
    other = "../ru/coverage.md" if language is Language.EN else "../en/coverage.md"
    return "".join(
        (
            NOTE,
            f"# {word('coverage_title', language)}\n\n[{word('other', language)}]({other})\n\n",
            f"{word('coverage_intro', language)}\n\n{counts}\n",
            _findings(base, language),
            _rules(base, missing, language),
            _weighings(base, missing, language),
            _remedies(base, language),
        )
    )


def left_to_a_finding(base: LawBase) -> tuple[tuple[Rule, Element], ...]:
    """Each element of a rule that only a lawyer's finding answers, in any version; once, in its newest wording."""
    found: list[tuple[Rule, Element]] = []
    for rule in base.rules.values():
        elements = (element for version in rule.versions for element in version.elements.values())
        by_name = {element.name: element for element in elements if element.answered_by.finding}
        found += ((rule, element) for element in by_name.values())
    return tuple(found)


def _findings(base: LawBase, language: Language) -> str:
    found = left_to_a_finding(base)
    elements = len({(rule.id, name) for rule in base.rules.values() for one in rule.versions for name in one.elements})
    share = f"{100 * len(found) / elements:.1f}"
    intro = filled(
        word("coverage_findings_intro", language),
        found=str(len(found)),
        elements=str(elements),
        share=share if language is Language.EN else share.replace(".", ","),
    )
    head = (codes.role("element", language), word("record", language), word("what_element", language), "")
    rows = (
        (link(rule, language, depth=1), f"`{rule.id}`", element.title.to(language), f"`{element.name}`")
        for rule, element in found
    )
    return _section("coverage_findings", intro, head, rows, language)


def _rules(base: LawBase, missing: Mapping[str, Sequence[str]], language: Language) -> str:
    asked = Counter(ask.rule for decision in base.decisions.values() for ask in decision.asks)
    head = (
        codes.role("element", language),
        *(law_words.answer(answer, language) for answer in ANSWERS),
        word("cases", language),
        word("not_shown", language),
    )

    def row(rule: Rule) -> tuple[str, ...]:
        counts = Counter(example.expect for example in rule.examples)
        return (
            link(rule, language, depth=1),
            *(str(counts[answer]) for answer in ANSWERS),
            str(asked[rule.id]),
            _left(missing, rule, language),
        )

    answering = (rule for rule in base.rules.values() if rule.role in ("element", "bar", "exception", "interaction"))
    intro = word("coverage_rules_intro", language)
    return _section("coverage_rules", intro, head, map(row, answering), language)


def _weighings(base: LawBase, missing: Mapping[str, Sequence[str]], language: Language) -> str:
    asked = Counter((ask.rule, ask.expect) for decision in base.decisions.values() for ask in decision.asks)
    cases = word("cases", language)
    head = (
        codes.role("weigh", language),
        word("factors_for", language),
        word("factors_against", language),
        word("examples", language),
        *(f"{cases}: {word(side, language)}" for side in SIDES),
        word("not_shown", language),
    )

    def row(rule: Rule) -> tuple[str, ...]:
        weighing = rule.versions[-1].weighing
        assert weighing is not None, f"{rule.id} weighs nothing in its newest version"
        return (
            link(rule, language, depth=1),
            str(len(weighing.factors_for)),
            str(len(weighing.factors_against)),
            str(len(rule.examples)),
            *(str(asked[rule.id, side]) for side in SIDES),
            _left(missing, rule, language),
        )

    intro = word("coverage_weighings_intro", language)
    return _section("coverage_weighings", intro, head, map(row, base.with_role("weigh")), language)


def _remedies(base: LawBase, language: Language) -> str:
    asked = Counter(ask.rule for decision in base.decisions.values() for ask in decision.asks)
    head = (word("record", language), word("examples", language), word("cases", language), word("by_answer", language))

    def row(rule: Rule) -> tuple[str, ...]:
        counts = Counter(codes.expected(example.expect, rule.role, language) for example in rule.examples)
        by_answer = "; ".join(f"{said} {count}" for said, count in sorted(counts.items()))
        return (link(rule, language, depth=1), str(len(rule.examples)), str(asked[rule.id]), by_answer)

    remedies = (*base.with_role("route"), *base.with_role("effect"))
    intro = word("coverage_routes_intro", language)
    return _section("coverage_routes", intro, head, map(row, remedies), language)


def _left(missing: Mapping[str, Sequence[str]], rule: Rule, language: Language) -> str:
    return "<br>".join(missing.get(rule.id, ())) or word("nothing_missing", language)


def _section(key: str, intro: str, head: Sequence[str], rows: Iterable[Sequence[str]], language: Language) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return f"\n## {word(key, language)}\n\n{intro}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)
