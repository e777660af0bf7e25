"""`pristan country ...`: what is documented about the accusing state, and what of it a case shows."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from pristan.assessment.casefacts import source_of
from pristan.assessment.patterns import Fit, Match, Reading
from pristan.assessment.problem import Source as Kind
from pristan.case.home import CaseHome
from pristan.case.model import Case, Statement
from pristan.case.passages import Passage
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option
from pristan.cli.passages import passage_line
from pristan.country.figures import CONFIDENCE, Figure, beside, figure
from pristan.country.offences import Edition, Standing
from pristan.country.patterns import Against, Source
from pristan.country.publishers import publisher_in
from pristan.country.relations import INSTRUMENT_WORDS
from pristan.kernel.answers import Answer
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language, Text
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.services.country import country_evidence, editions_of, figures_on, risks_of_travel, terms_for
from pristan.services.country_data import edition_data, evidence_data, figure_data, term_data, travel_data

FIT_WORDS = {
    Fit.SIGNS: Text("signs on record", "признаки есть в деле"),
    Fit.SETTING: Text("the setting fits, no sign is on record", "обстановка подходит, признаков в деле нет"),
    Fit.OPEN: Text("a sign is on record, the setting is not known", "признак в деле есть, обстановка не выяснена"),
    Fit.OUTSIDE: Text(
        "lies before the time since when it is documented", "раньше времени, с которого это задокументировано"
    ),
}
WORDS = {
    "setting": Text("setting", "обстановка"),
    "signs": Text("signs", "признаки"),
    "disputed": Text("disputed", "спорно"),
    "absent": Text("answered no here, which speaks against it", "здесь ответ «нет», это говорит против"),
    "unknown": Text("not answered yet", "ещё не отвечено"),
    "look_for": Text("look for it in the papers", "поищите в бумагах"),
    "figures": Text("figures", "числа"),
    "against": Text("what the other side will say", "что скажет другая сторона"),
    "sources": Text("sources", "источники"),
    "cited": Text(
        "passages cited here (they decide nothing by themselves)", "выдержки (сами по себе ничего не решают)"
    ),
    "elsewhere": Text(
        "Passages cited for a pattern that the case does not show", "Выдержки к практикам, которых в деле не видно"
    ),
    "general": Text("Country evidence against the person", "Сведения о стране против человека"),
    "questions": Text("Questions that decide whether more patterns fit", "Вопросы, от которых зависят другие практики"),
    "own_word": Text("own word", "слова самого человека"),
    "exhibit": Text("Exhibit", "Приложение"),
    "page": Text("p.", "с."),
    "alleges": Text("alleged by the accuser", "утверждает обвинитель"),
    "of": Text("of", "из"),
    "none": Text(
        "No documented pattern is shown by what is on record.", "По тому, что есть в деле, ни одна практика не видна."
    ),
    "nothing_known": Text("nothing here about this article", "об этой статье здесь ничего нет"),
    "later": Text("changed later", "изменено позже"),
    "unclear": Text("not clear whether already in force", "неясно, действовало ли уже"),
    "penalty": Text("longest penalty today", "наибольшее наказание сегодня"),
    "then_other": Text("on that day it may have been another", "в тот день могло быть другим"),
}
STANDING_WORDS = {
    Standing.IN_FORCE: Text("in force on that day", "действовала в тот день"),
    Standing.NOT_YET: Text("NOT YET in force on that day", "в тот день ЕЩЁ НЕ действовала"),
    Standing.NO_LONGER: Text("NO LONGER in force on that day", "в тот день УЖЕ НЕ действовала"),
    Standing.UNCLEAR: Text("not clear whether in force: the day is not exact", "неясно, действовала ли: день не точен"),
}


@click.group("country")
def country_group() -> None:
    """Documented patterns, figures, articles, surrender relations, terms."""


@country_group.command("match")
@CASE
@click.option("--person", metavar="ID", help="Default: the principal.")
@language_option
@JSON
def match_command(case: CaseHome, person: str | None, language: Language, as_json: bool) -> None:
    """Which documented patterns CASE shows: signs, exhibits, figures, and what argues against."""
    found = country_evidence(opened_case(case, language), person=person)
    if as_json:
        click.echo(json.dumps(evidence_data(found), ensure_ascii=False, indent=1))
        return
    if not found.matches:
        click.echo(WORDS["none"].to(language))
    for match in found.matches:
        _show_match(match, found.case, language)
        _show_passages("cited", found.cited_for(match.pattern), language)
    if found.elsewhere:
        click.echo(f"\n{WORDS['elsewhere'].to(language)}")
    for one in found.elsewhere:
        click.echo(f"  {one.pattern}")
        _show_passages("cited", (one,), language)
    click.echo(f"\n{WORDS['general'].to(language)}")
    for against in found.against.values():
        _show_against(against, language)
    if found.questions:
        click.echo(f"\n{WORDS['questions'].to(language)}")
        for fact, those in found.questions.items():
            titles = "; ".join(one.title.to(language) for one in those)
            click.echo(f"  ? {vocabulary()[fact].ask.to(language)}\n      {titles}")
    if found.danger is not None:
        click.echo(f"\n! {found.danger.to(language)}")


def _show_match(match: Match, case: Case, language: Language) -> None:
    pattern = match.pattern
    charge = f" [{match.item}]" if match.item else ""
    click.echo(f"\n{pattern.title.to(language)}{charge}: {FIT_WORDS[match.fit].to(language)}")
    for key, readings in (("setting", match.setting), ("signs", match.signs), ("absent", match.absent)):
        if readings:
            click.echo(f"  {WORDS[key].to(language)}:")
        for one in readings:
            click.echo(f"    - {_told(one, case, language)}")
    _list("unknown", (_question(one, language) for one in match.unknown), language)
    _list("look_for", (one.title.to(language) for one in pattern.look_for), language)
    if pattern.figures:
        click.echo(f"  {WORDS['figures'].to(language)}:")
        _show_figures((figure(name) for name in pattern.figures), language)
    if pattern.against:
        click.echo(f"  {WORDS['against'].to(language)}:")
    for against in pattern.against:
        _show_against(against, language)
    _list("sources", (_cite(one, language) for one in pattern.sources), language)
    for doubt in pattern.doubts:
        click.echo(f"  ? {doubt.to(language)}")


def _show_passages(key: str, passages: Iterable[Passage], language: Language) -> None:
    _list(key, (passage_line(one, language) for one in passages), language)


def _list(key: str, lines: Iterable[str], language: Language) -> None:
    lines = list(lines)
    if lines:
        click.echo(f"  {WORDS[key].to(language)}:")
    for line in lines:
        click.echo(f"    - {line}")


def _told(reading: Reading, case: Case, language: Language) -> str:
    shown = ", ".join(_place(one, case, language) for one in reading.shown_by)
    denied = ", ".join(_place(one, case, language) for one in reading.denied_by)
    if reading.answer is Answer.DISPUTED:
        return f"{reading.indicator.title.to(language)} ({WORDS['disputed'].to(language)}: {shown} / {denied})"
    return f"{reading.indicator.title.to(language)} ({shown or denied})"


def _place(statement: Statement, case: Case, language: Language) -> str:
    if statement.exhibit is None:
        return WORDS["own_word"].to(language)
    page = "" if statement.page is None else f" {WORDS['page'].to(language)} {statement.page}"
    by_accuser = source_of(statement, case) is Kind.ACCUSATION
    alleged = f", {WORDS['alleges'].to(language)}" if by_accuser else ""
    return f"{WORDS['exhibit'].to(language)} {statement.exhibit}{page}{alleged}"


def _question(reading: Reading, language: Language) -> str:
    return " / ".join(vocabulary()[fact].ask.to(language) for fact in reading.needs)


def _show_against(one: Against, language: Language) -> None:
    click.echo(f"    - {one.says.to(language)}")
    for url in one.url:
        click.echo(f"        {url}")
    _show_figures((figure(name) for name in one.figures), language, indent=8)


def _show_figures(wanted: Iterable[Figure], language: Language, *, indent: int = 4) -> None:
    seen: set[str] = set()
    for one in wanted:
        if one.id in seen:
            continue
        group = (one, *beside(one))
        seen.update(member.id for member in group)
        for number, member in enumerate(group):
            click.echo(" " * indent + ("- " if number == 0 else "  ≠ ") + _figure(member, language))


def _figure(one: Figure, language: Language) -> str:
    of = f", {WORDS['of'].to(language)}: {one.denominator.to(language)}" if one.denominator else ""
    known = (
        str(one.period),
        publisher_in(one.publisher, language),
        CONFIDENCE[one.confidence].to(language),
        *(doubt.to(language) for doubt in one.doubts_to_tell),
    )
    return f"{one.says.to(language)}: {one.amount(language)}{of} ({'; '.join(known)})"


def _cite(source: Source, language: Language) -> str:
    doubt = source.doubt.to(language) if source.doubt else None
    publisher = publisher_in(source.publisher, language)
    parts = (publisher, source.title, str(source.published or ""), source.page, source.url, doubt)
    return ", ".join(part for part in parts if part)


@country_group.command("figures")
@click.argument("topic")
@language_option
@JSON
def figures_command(topic: str, language: Language, as_json: bool) -> None:
    """Figures on TOPIC, as acquittals; those that differ stand together."""
    groups = figures_on(topic)
    if as_json:
        click.echo(json.dumps([[figure_data(one) for one in group] for group in groups], ensure_ascii=False, indent=1))
        return
    for group in groups:
        for number, one in enumerate(group):
            click.echo(("" if number == 0 else "  ≠ ") + _figure(one, language))


@country_group.command("article")
@click.argument("citation")
@click.option("--on", "on", metavar="DATE", help="The day of the act, as 2022-09-01, 2022-09 or 2022.")
@language_option
@JSON
def article_command(citation: str, on: str | None, language: Language, as_json: bool) -> None:
    """How the articles of CITATION stood on the day of the act, as "ч. 1 ст. 280.3 УК РФ"."""
    found = editions_of(citation, PartialDate.parse(on) if on else None)
    if as_json:
        click.echo(json.dumps([edition_data(*one) for one in found], ensure_ascii=False, indent=1))
        return
    for article, edition in found:
        if edition is None:
            click.echo(f"{article.name}: {WORDS['nothing_known'].to(language)}")
        else:
            _show_edition(edition, language)


def _show_edition(edition: Edition, language: Language) -> None:
    row = edition.offence
    click.echo(f"{row.article}  {row.title.to(language)}: {STANDING_WORDS[edition.standing].to(language)}")
    other = f" ({WORDS['then_other'].to(language)})" if edition.penalty_may_differ else ""
    click.echo(f"  {WORDS['penalty'].to(language)}: {row.max_penalty.to(language)}{other}")
    for mark, changes in (("+", edition.earlier), (WORDS["later"].to(language), edition.later)):
        for change in changes:
            click.echo(f"  {mark} {change.says.to(language)}")
    for change in edition.unclear:
        click.echo(f"  ? {change.says.to(language)} ({WORDS['unclear'].to(language)})")
    for note in row.notes:
        click.echo(f"  - {note.to(language)}")
    if row.to_show is not None:
        click.echo(f"  > {row.to_show.to(language)}")
    click.echo(f"  = {row.dual_criminality_words.to(language)}")
    for doubt in row.doubts:
        click.echo(f"  ? {doubt.to(language)}")


@country_group.command("travel")
@click.argument("countries", nargs=-1)
@language_option
@JSON
def travel_command(countries: tuple[str, ...], language: Language, as_json: bool) -> None:
    """The risk of being surrendered to Russia from COUNTRIES (two letters each; all, if none is named)."""
    found = risks_of_travel(countries)
    if as_json:
        click.echo(json.dumps([travel_data(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        row = one.relation
        name = row.name.to(language) if row else ""
        click.echo(f"{one.country} {name}\n  {one.words.to(language)}")
        if row is not None:
            click.echo(f"  {INSTRUMENT_WORDS[row.instrument].to(language)}; {row.practice.to(language)}")
            click.echo(f"  {row.why.to(language)}")


@country_group.command("term")
@click.argument("words")
@language_option
@JSON
def term_command(words: str, language: Language, as_json: bool) -> None:
    """A term of Russian papers by its Russian form, abbreviation or English form."""
    found = terms_for(words)
    if as_json:
        click.echo(json.dumps([term_data(one) for one in found], ensure_ascii=False, indent=1))
        return
    for term in found:
        short = f" ({'; '.join(term.abbreviations)})" if term.abbreviations else ""
        note = f"  {term.note.to(language)}" if term.note else ""
        click.echo(f"{term.ru}{short} = {term.en}{note}")
