"""`pristan emergency`: one page for the first hours."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

import click

from pristan.case.home import CaseHome
from pristan.cli.emergency_words import QUESTIONS
from pristan.cli.options import CASE_TYPE, JSON, language_option
from pristan.kernel.errors import CaseError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Language
from pristan.law.emergency.model import Basis, Situation
from pristan.services.cases import open_case
from pristan.services.emergency import Counted, EmergencyPage, Shown, basis_words, emergency_page
from pristan.services.emergency_answers import (
    FromCase,
    answers_from,
    answers_of_case,
    read_country,
    read_moment,
    read_situation,
    read_zone,
)
from pristan.services.emergency_data import emergency_data
from pristan.services.emergency_words import (
    WORDS,
    doubts_of,
    end_words,
    heading_of_bodies,
    language_words,
    meaning_words,
    notes_on_words,
    state_words,
)

_READ: Mapping[str, Callable[[str], object]] = {
    "where": read_country,
    "situation": read_situation,
    "asked_by": read_country,
    "held": lambda text: read_moment(text, None),
    "departure": lambda text: read_moment(text, None),
}
_DECIDE = ("where", "situation")
WIDTH = 100


@click.command("emergency", short_help="Arrest, removal flight, notice at a border: the first hours on one page.")
@click.argument("case", type=CASE_TYPE, required=False)
@click.option("--where", metavar="COUNTRY", help="Country where the person is, as CZ.")
@click.option("--what", "situation", type=click.Choice([one.value for one in Situation]), help="What is happening.")
@click.option("--asked-by", metavar="COUNTRY", help="State that asks for the person or would receive him or her.")
@click.option("--held", metavar="HOUR", help='Held since, as "2026-11-19 16:40" or 2026-11-19.')
@click.option("--departure", metavar="HOUR", help="Hour of the flight or hand-over, if told.")
@click.option("--zone", metavar="ZONE", help="Time zone of these hours, as +01:00; default: of this computer.")
@click.option("--at", metavar="HOUR", help="Count the hours left as of this hour; default: now.")
@language_option
@JSON
def emergency_command(
    case: CaseHome | None,
    where: str | None,
    situation: str | None,
    asked_by: str | None,
    held: str | None,
    departure: str | None,
    zone: str | None,
    at: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Arrest on a foreign request, a removal flight, a notice at a border, a call to questioning: what to do first.

    Works without a case: five answers by options or asked one by one. With CASE it takes what the case knows and says
    from where.
    """
    given = {"where": where, "situation": situation, "asked_by": asked_by, "held": held, "departure": departure}
    told = {name: value for name, value in given.items() if value is not None}
    known = None if case is None else answers_of_case(open_case(case))
    if known is not None:
        told = {**known.values, **told}
    if not as_json:
        _ask_missing(told, known, language)
    place = None if zone is None else read_zone(zone)
    now = datetime.now().astimezone() if at is None else read_moment(at, place)
    if not isinstance(now, datetime):
        raise CaseError(f'"{at}" has no hour. Write --at "2026-11-19 18:00".')
    page = emergency_page(answers_from(told, zone=place), at=now)
    used = None if known is None else _used(known, given)
    if as_json:
        click.echo(json.dumps(emergency_data(page, used), ensure_ascii=False, indent=1))
        return
    _show(page, used, language)


def _used(known: FromCase, given: dict[str, str | None]) -> FromCase:
    """What stands from the case: not what an option replaced."""
    kept = {name: source for name, source in known.sources.items() if given[name] is None}
    return FromCase(known.values, kept, known.open)


def _ask_missing(told: dict[str, str], known: FromCase | None, language: Language) -> None:
    """Ask while an answer that decides is missing: all five, or with a case or other options only those two."""
    if all(name in told for name in _DECIDE):
        return
    only_two = known is not None or any(name not in _DECIDE for name in told)
    names = _DECIDE if only_two else tuple(QUESTIONS)
    for name in names:
        while name not in told:
            text = click.prompt(QUESTIONS[name].to(language), default="", show_default=False).strip()
            if not text and name not in _DECIDE:
                break
            try:
                _READ[name](text)
            except CaseError as fault:
                click.echo(text_of(fault).to(language))
                continue
            told[name] = text


def _show(page: EmergencyPage, known: FromCase | None, language: Language) -> None:
    def word(name: str) -> str:
        return WORDS[name].to(language)

    click.echo(page.title.to(language))
    for shown in page.lead:
        _print(f"{shown.text.to(language)}{_mark(shown, shown.line.basis, language)}")
    for name, source in (known.sources if known else {}).items():
        click.echo(f"  · {word(name)}: {source.to(language)}")
    for sentence in known.open if known else ():
        click.echo(f"  · {word('left_open')}: {sentence.to(language)}")

    click.echo(f"\n{word('say').upper()}")
    for shown in page.say:
        other = language_words(shown)
        mark = f" [{other.to(language)}]" if other else ""
        _print(f"«{shown.aloud.text}»{mark}", first="  ")
        if meaning := meaning_words(shown, language):
            _print(meaning, first="      ")
    for note in notes_on_words(page):
        _print(note.to(language), first="  ")

    click.echo(f"\n{heading_of_bodies(page).to(language).upper()}")
    for number, shown in enumerate(page.stop, start=1):
        _show_body(number, shown, language)

    click.echo(f"\n{word('fill').upper()}")
    for shown in page.fill:
        click.echo(f"  {shown.text.to(language)}: ____________________")

    click.echo(f"\n{word('refuse').upper()}")
    for shown in page.refuse:
        _print(f"{shown.text.to(language)}{_mark(shown, shown.line.basis, language)}", first="  × ", then="    ")

    if page.clocks or page.no_custody_clock:
        click.echo(f"\n{word('clock').upper()}")
    for counted in page.clocks:
        _show_clock(counted, language)
    if page.no_custody_clock:
        _print(word("no_clock"), first="  ")

    click.echo(f"\n{word('family').upper()}")
    for shown in page.family:
        _print(shown.text.to(language), first="  · ", then="    ")

    click.echo("")
    for shown in page.notes:
        _print(f"{shown.text.to(language)}{_mark(shown, shown.line.basis, language)}")
    oldest, newest = page.law_checked
    _print(word("foot").format(oldest=oldest.isoformat(), newest=newest.isoformat()))


def _show_body(number: int, shown: Shown, language: Language) -> None:
    title = shown.line.title.to(language) if shown.line.title else ""
    click.echo(f"  {number}. {title} [{state_words(shown).to(language)}]")
    _print(f"{shown.text.to(language)}{_mark(shown, shown.line.basis, language)}", first="     ")


def _show_clock(counted: Counted, language: Language) -> None:
    _print(f"{counted.clock.title.to(language)}: {end_words(counted).to(language)}", first="  ", then="     ")
    _print(f"{counted.clock.ends.to(language)}{_mark(counted, counted.clock.basis, language)}", first="     ")
    for doubt in doubts_of(counted):
        _print(doubt.to(language), first="     ")


def _print(text: str, *, first: str = "", then: str | None = None) -> None:
    """A sentence in lines that fit a printed page."""
    click.echo(click.wrap_text(text, WIDTH, initial_indent=first, subsequent_indent=first if then is None else then))


def _mark(one: Shown | Counted, basis: Basis, language: Language) -> str:
    doubt = "" if basis.confidence == "verified" else f"; {WORDS[basis.confidence].to(language)}"
    return f" [{basis_words(one, language)}{doubt}]"
