"""`pristan law ...`: the law base, rule by rule."""

from __future__ import annotations

import json
from datetime import date

import click

from pristan.case.home import CaseHome
from pristan.cli.differs import because_lines, differs_line
from pristan.cli.law_check import check_command
from pristan.cli.law_packages import (
    key_command,
    pack_command,
    reset_command,
    status_command,
    trust_command,
    update_command,
)
from pristan.cli.law_words import (
    AS_A_LAW,
    CONCLUSIONS,
    IN_COURTS,
    NEEDS,
    ONLY_IN,
    STALE,
    TO_COMPARE,
    VERSION,
    YIELDS,
    word,
)
from pristan.cli.options import CASE, JSON, language_option
from pristan.filings.dossier.compose.context import litigation_word
from pristan.filings.dossier.words import words_in
from pristan.kernel.language import Language, Text
from pristan.kernel.places import place_parameters
from pristan.law.instruments import cited
from pristan.law.loader import ROLES
from pristan.law.model import NOT_YET_LAW, Rule
from pristan.services.because import because_data
from pristan.services.cases import open_case, read_day
from pristan.services.law_days import changes_between
from pristan.services.law_queries import rule_named, rules_listed, stale_versions


@click.group("law")
def law_group() -> None:
    """List, show, check and compare the rules; install a law package."""


for other_command in (
    check_command,
    status_command,
    update_command,
    trust_command,
    key_command,
    pack_command,
    reset_command,
):
    law_group.add_command(other_command)


@law_group.command("list")
@click.option("--role", type=click.Choice(ROLES), help="Only rules of this role.")
@click.argument("prefix", default="")
@language_option
@JSON
def list_rules(role: str | None, prefix: str, language: Language, as_json: bool) -> None:
    """List rules, all or those whose id begins with PREFIX."""
    found = rules_listed(role=role, prefix=prefix)
    if as_json:
        rows = [{"id": rule.id, "role": rule.role, "title": rule.title.both()} for rule in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for rule in found:
        click.echo(f"{rule.id:58} {word(rule.role, language):14} {rule.title.to(language)}")


@law_group.command("show")
@click.argument("rule_id")
@language_option
@JSON
def show_rule(rule_id: str, language: Language, as_json: bool) -> None:
    """Show one rule: its versions, authorities, elements, doubts."""
    rule = rule_named(rule_id)
    if as_json:
        click.echo(json.dumps(_data(rule), ensure_ascii=False, indent=1))
        return
    click.echo(f"{rule.title.to(language)}  [{rule.id}, {word(rule.role, language)}]\n{rule.question.to(language)}")
    for name, text in _remedy(rule).items():
        click.echo(f"  {words_in(language)['label'][name]}: {text.to(language)}")
    for version in rule.versions:
        told = VERSION.to(language).format(
            days=_days(version.since, version.until),
            day=word(version.selected_by, language),
            confidence=words_in(language)["confidence"][version.confidence],
            checked=version.checked,
        )
        click.echo(f"\n  {told}")
        for name, values in version.place.items():
            where = f"{place_parameters()[name].title.to(language)}: {', '.join(values)}"
            click.echo(f"    {ONLY_IN.to(language).format(where=where)}")
        for state in version.litigation:
            days, named = _days(state.since, state.until), litigation_word(state.state).to(language)
            cite = cited(state.cite, language)
            head = AS_A_LAW if state.state == NOT_YET_LAW else IN_COURTS
            click.echo(f"    ! {head.to(language).format(state=named, days=days, cite=cite)}")
        for authority in version.authorities:
            weight = words_in(language)["weight"][authority.weight]
            click.echo(f"    {cited(authority.cite, language)} ({weight}): {authority.says.to(language)}")
        for element in version.elements.values():
            needs = NEEDS.to(language).format(support=word(element.support.word, language))
            click.echo(f"    - {element.title.to(language)}  [{needs}; {rule.id}#{element.name}]")
        for doubt in version.doubts:
            click.echo(f"    ? {doubt.to(language)}")
    if rule.yields_to:
        click.echo(f"\n  {YIELDS.to(language).format(rules=', '.join(rule.yields_to))}")


def _days(since: date | None, until: date | None) -> str:
    return f"{since or '...'} – {until or '...'}"


def _remedy(rule: Rule) -> dict[str, Text]:
    """What a route gives, how long it lasts, what it closes and who decides, where the record says so."""
    remedy = rule.remedy
    if remedy is None or rule.role != "route":
        return {}
    told = {"gives": remedy.gives, "lasts": remedy.lasts, "closes": remedy.closes, "decides": remedy.decides}
    return {name: text for name, text in told.items() if text}


def _data(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "role": rule.role,
        "title": rule.title.both(),
        "question": rule.question.both(),
        **{name: text.both() for name, text in _remedy(rule).items()},
        "raised_by": rule.raised_by,
        "yields_to": list(rule.yields_to),
        "versions": [
            {
                "from": str(version.since) if version.since else None,
                "until": str(version.until) if version.until else None,
                "selected_by": version.selected_by,
                "place": {name: list(values) for name, values in version.place.items()},
                "confidence": version.confidence,
                "checked": str(version.checked),
                "doubts": [one.both() for one in version.doubts],
                "authorities": [
                    {"cite": one.cite, "weight": one.weight, "says": one.says.both()} for one in version.authorities
                ],
                "elements": [
                    {"name": one.name, "title": one.title.both(), "support": one.support.word}
                    for one in version.elements.values()
                ],
            }
            for version in rule.versions
        ],
    }


@law_group.command("stale")
@click.option("--on", metavar="DAY", help="As of this day; default: today.")
@language_option
@JSON
def stale(on: str | None, language: Language, as_json: bool) -> None:
    """Volatile rules last compared with their source over 60 days ago."""
    found = stale_versions(read_day(on) if on else date.today())  # noqa: DTZ011 - the local calendar day is meant
    rows = [{"rule": one.rule.id, "checked": str(one.version.checked), "days": one.days} for one in found]
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        click.echo(f"{row['rule']:58} {STALE.to(language).format(**row)}")
    click.echo(TO_COMPARE.to(language).format(count=len(rows)))


@law_group.command("diff")
@CASE
@click.argument("first")
@click.argument("second")
@click.option("--scenario", metavar="ID", help="Suppose a scenario of the case.")
@language_option
@JSON
def diff(case: CaseHome, first: str, second: str, scenario: str | None, language: Language, as_json: bool) -> None:
    """What changes for CASE between the law of FIRST and the law of SECOND (days), and why.

    Named are the changes without which the conclusion would be the same on both days.
    """
    found = changes_between(open_case(case), read_day(first), read_day(second), scenario=scenario)
    if as_json:
        rows = [
            {
                "kind": one.kind,
                "id": one.id,
                "item": one.item,
                "before": one.before,
                "after": one.after,
                "because": because_data(one.because),
            }
            for one in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    words = words_in(language)
    for one in found:
        click.echo(differs_line(one, words, language))
        click.echo("\n".join(because_lines(one.because, language)))
    click.echo(CONCLUSIONS.to(language).format(count=len(found)))
