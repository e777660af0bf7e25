"""`pristan law check`: every example and decided case, and what they do not cover."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from pristan.assessment.decided import AskResult
from pristan.cli.law_words import (
    DECIDED_OTHERWISE,
    DECIDED_TOTAL,
    DIVERGES,
    ELEMENTS_TOTAL,
    EXAMPLE_OTHERWISE,
    EXAMPLES_TOTAL,
    KNOWN,
    LISTED_WITH,
    NEVER_SHOWN,
    NO_EXAMPLE,
    TOO_MANY,
    answer,
)
from pristan.cli.options import JSON, language_option
from pristan.kernel.language import Language
from pristan.services.law_queries import LawCheck, check_law

SOMETHING_TO_LOOK_AT = 1


@click.command("check")
@click.option("--coverage", is_flag=True, help="Also list each element with answers that no example shows.")
@language_option
@JSON
def check_command(coverage: bool, language: Language, as_json: bool) -> None:
    """Run every example and decided case; exit code 1 if one comes out otherwise.

    Known divergences from decided cases are listed and are no fault, up to one in ten.
    """
    found = check_law()
    if as_json:
        click.echo(json.dumps(_data(found), ensure_ascii=False, indent=1))
    else:
        for line in (*_faults(found, language), *_not_shown(found, language, listed=coverage)):
            click.echo(line)
    if found.something_to_look_at:
        sys.exit(SOMETHING_TO_LOOK_AT)


def _faults(found: LawCheck, language: Language) -> Iterator[str]:
    for one in found.wrong:
        expected, given = answer(one.example.expect, language), answer(one.given, language)
        told = EXAMPLE_OTHERWISE.to(language).format(expected=expected, given=given)
        yield f"{one.rule}: {one.example.name.to(language)}: {told}"
    for ask in found.wrong_asks:
        diverges = ask.ask.diverges
        known = KNOWN.to(language).format(given=answer(diverges.given, language)) if diverges else ""
        yield f"{ask.decision}: {_asked(ask)}: {_decided(ask, known, language)}"
    for ask in found.divergences:
        assert ask.ask.diverges is not None
        told = f"{ask.decision}: {_asked(ask)}: {_decided(ask, '', language)}: {ask.ask.diverges.why.to(language)}"
        yield f"{DIVERGES.to(language)}: {told}"
    for rule_id, missing in found.unexampled:
        yield f"{rule_id}: {NO_EXAMPLE.to(language).format(answer=answer(missing, language))}"


def _not_shown(found: LawCheck, language: Language, *, listed: bool) -> Iterator[str]:
    """What no example shows, one by one if `listed`; then the figures."""
    for element in found.elements if listed else ():
        if element.missing:
            answers = ", ".join(answer(one, language) for one in element.missing)
            yield f"{element.rule} / {element.element}: {NEVER_SHOWN.to(language).format(answers=answers)}"
    yield EXAMPLES_TOTAL.to(language).format(
        examples=len(found.results), wrong=len(found.wrong), unexampled=len(found.unexampled)
    )
    yield DECIDED_TOTAL.to(language).format(
        decisions=found.decisions,
        asked=len(found.asked),
        wrong=len(found.wrong_asks),
        divergences=len(found.divergences),
    ) + (TOO_MANY.to(language) if found.too_many_divergences else "")
    never = {word: sum(word in one.missing for one in found.elements) for word in ("met", "not_met", "unknown")}
    total = ELEMENTS_TOTAL.to(language).format(elements=len(found.elements), **never)
    yield total + ("" if listed else LISTED_WITH.to(language))


def _asked(one: AskResult) -> str:
    return one.ask.rule + (f" / {one.ask.element}" if one.ask.element else "")


def _decided(one: AskResult, known: str, language: Language) -> str:
    decided, given = answer(one.ask.expect, language), answer(one.given, language)
    return DECIDED_OTHERWISE.to(language).format(decided=decided, known=known, given=given)


def _data(found: LawCheck) -> dict[str, object]:
    return {
        "examples": len(found.results),
        "wrong": [
            {"rule": one.rule, "example": one.example.name.en, "expected": one.example.expect, "given": one.given}
            for one in found.wrong
        ],
        "unexampled": [list(one) for one in found.unexampled],
        "decisions": found.decisions,
        "asked": [
            {
                "decision": one.decision,
                "rule": one.ask.rule,
                "element": one.ask.element,
                "decided": one.ask.expect,
                "given": one.given,
                "divergence": one.ask.diverges.why.en if one.ask.diverges else None,
            }
            for one in found.asked
        ],
        "elements": [
            {"rule": one.rule, "element": one.element, "missing": list(one.missing)} for one in found.elements
        ],
    }
