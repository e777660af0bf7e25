"""`pristan add` and `pristan confirm`: papers onto the record of a case, and what they say, one answer at a time."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.case.home import CaseHome, FolderHome
from pristan.case.model import Case, Issuer
from pristan.cli.options import CASE, JSON, language_option
from pristan.cli.read import SOME_NOT_READ, plain
from pristan.documents.intake.folders import files_in
from pristan.documents.reading.certainty import SURE
from pristan.evidence.custody import broken_in
from pristan.kernel.errors import CaseError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Language, Text
from pristan.kernel.vocabulary.facts import FactType
from pristan.services.adding import Added, add_papers
from pristan.services.adding_data import adding_data
from pristan.services.cases import open_case
from pristan.services.paper_limits import set_day_of_service, wants_day_of_service
from pristan.services.proposals import Proposal, confirm, decline, proposals

_PASSWORD = Text("Password", "Пароль")
_ADDED = Text("exhibit {exhibit}", "приложение {exhibit}")
_SAME = Text(
    "this paper is in the case already, as exhibit {like} (the same bytes); it was not added again",
    "эта бумага уже есть в деле: приложение {like} (те же байты); второй раз не добавлена",
)
_ALIKE = Text(
    "looks like exhibit {alike}: compare them; both are kept",
    "похоже на приложение {alike}: сравните; сохранены оба",
)
_HOLDS = Text(
    "an archive, no paper itself; files in it: {count}, each on a line of its own",
    "архив, сам не бумага; файлов в нём: {count}, о каждом сказано отдельной строкой",
)
_UNLOCKED = Text(
    "it opened with the password, which is kept nowhere; a copy without one is told on the line below",
    "пароль подошёл, он нигде не сохранён; о копии без пароля сказано строкой ниже",
)
_ISSUER = Text(
    "not added: who made it cannot be told from its kind. Say it with --issuer "
    "(accuser, neutral, host_state, witness, person)",
    "не добавлен: по виду нельзя сказать, кто его составил. Укажите --issuer "
    "(accuser — преследующее государство, neutral, host_state, witness, person)",
)
_BROKEN = {
    "changed": Text("is no longer what came in: its hash differs", "уже не тот, что поступил: хеш другой"),
    "missing": Text("is gone", "исчез"),
    "log": Text("the custody log was changed at this entry", "журнал поступления изменён на этой записи"),
}
_PLAINTEXT = Text(
    "The case folder is not encrypted: copies and recognised text lie there readable.",
    "Папка дела не зашифрована: копии и распознанный текст лежат в ней открыто.",
)
_YES, _NO = Text("yes", "да"), Text("no", "нет")
_NONE = Text("Nothing to confirm.", "Подтверждать нечего.")
_KEYS = Text(
    "y: put on record · n: wrong, do not offer again · Enter: later · q: stop",
    "y: записать · n: неверно, больше не предлагать · Enter: позже · q: закончить",
)
_AGAINST = Text("but exhibit {exhibit} says: {value}", "но в приложении {exhibit}: {value}")
_PERSON_SAYS = Text("but the person says: {value}", "но человек говорит: {value}")
_PLACE = Text("[{exhibit}, p. {page}]", "[{exhibit}, с. {page}]")
_UNSURE = Text(
    "not sure that it was read rightly: look at the paper itself",
    "нет уверенности, что прочитано верно: посмотрите на саму бумагу",
)
_QUOTE = 300  # letters of a quote that are shown
_WHICH = Text(
    "Which accusation is this paper about? It is listed here without an article, or it is another one.",
    "О каком обвинении эта бумага? В списке есть обвинение без статьи; возможно, это другое.",
)
_ANOTHER = Text("another one, not listed yet: {title}", "другое, его ещё нет в списке: {title}")
_WHICH_KEYS = Text("Number, or Enter: decide later", "Номер или Enter: решить позже")
_SERVED = Text(
    "When was this paper handed to you, as 2026-12-03? The time runs from that day. Enter: not known",
    "Когда вам вручили эту бумагу (например, 2026-12-03)? От этого дня идёт срок. Enter: неизвестно",
)
_TAKEN = Text("put on record: {count}; left for you to look at: {left}", "записано: {count}; оставлено вам: {left}")


@click.command("add", short_help="Put files on the record of CASE, each with hash, origin and language.")
@CASE
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--issuer", type=click.Choice([one.value for one in Issuer]), help="Who made these papers.")
@click.option("--password", help="Password of protected files; `-` asks for it without showing it.")
@language_option
@JSON
def add_command(
    case: CaseHome,
    files: tuple[Path, ...],
    issuer: str | None,
    password: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Put FILES (of a folder, all in it) on the record of CASE: a copy, its SHA-256, an entry of the custody log.

    Originals stay untouched.

    Exit code 3 if some were not added; each is named with the reason.
    """
    if password == "-":
        password = click.prompt(_PASSWORD.to(language), hide_input=True, err=True)
    maker = None if issuer is None else Issuer(issuer)
    found = files_in(files)
    added = []
    for one in add_papers(case, found.files, issuer=maker, password=password):
        added.append(one)
        if not as_json:
            _tell(one, language)
    broken = tuple(broken_in(case))
    encrypted = not isinstance(case, FolderHome)
    if as_json:
        data = adding_data(added, left_out=found.note, broken=broken, encrypted=encrypted)
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif found.note is not None:
        click.echo(found.note.text.to(language))
    for loss in broken:
        click.echo(f"! {loss.exhibit} {loss.file}: {_BROKEN[loss.what].to(language)}", err=True)
    if not encrypted:
        click.echo(_PLAINTEXT.to(language), err=True)
    if broken or any(one.why in ("fault", "issuer") for one in added):
        sys.exit(SOME_NOT_READ)


def _tell(one: Added, language: Language) -> None:
    lay_in = f"{one.source.words} › " if one.source else ""
    click.echo(f"{plain(lay_in + one.file.name)}: {_told(one, language)}")
    for note in one.file.notes if one.exhibit is not None or one.inner else ():
        click.echo(f"  · {plain(note.text.to(language))}")


def _told(one: Added, language: Language) -> str:
    if one.exhibit is not None:
        alike = f" ({_ALIKE.to(language).format(alike=', '.join(one.alike))})" if one.alike else ""
        return _ADDED.to(language).format(exhibit=one.exhibit) + alike
    if one.why == "same_file":
        return _SAME.to(language).format(like=one.like)
    if one.why == "unlocked":
        return _UNLOCKED.to(language)
    if one.why == "holds_files":
        return _HOLDS.to(language).format(count=one.inner)
    return one.file.fault.text.to(language) if one.file.fault else _ISSUER.to(language)


@click.command("confirm", short_help="Offer what the exhibits of CASE say as answers, each confirmed one by one.")
@CASE
@click.option("--list", "only_list", is_flag=True, help="Only list what the papers offer.")
@click.option("--all-sure", is_flag=True, help="Put on record all that was read surely and nothing speaks against.")
@language_option
@JSON
def confirm_command(case: CaseHome, only_list: bool, all_sure: bool, language: Language, as_json: bool) -> None:
    """Offer what the exhibits of CASE say as answers to its questions; each is put on record when you agree."""
    opened = open_case(case)
    offered = proposals(opened)
    if as_json:
        click.echo(json.dumps([_data(one) for one in offered], ensure_ascii=False, indent=1))
    elif not offered:
        click.echo(_NONE.to(language))
    elif only_list:
        for one in offered:
            _show(opened, one, language)
    elif all_sure:
        sure = [one for one in offered if one.may_go_in_bulk]
        for one in sure:
            opened = confirm(opened, one)
        click.echo(_TAKEN.to(language).format(count=len(sure), left=len(offered) - len(sure)))
    else:
        _ask(opened, offered, language)


def _ask(opened: Case, offered: tuple[Proposal, ...], language: Language) -> None:
    click.echo(_KEYS.to(language))
    chosen: dict[str | None, str | None] = {}  # of an accusation that papers tell of: which one a person said it is
    for offer in offered:
        one = offer.of(chosen[offer.item]) if offer.may_be and offer.item in chosen else offer
        _show(opened, one, language)
        answer = click.prompt("", default="", show_default=False, prompt_suffix="> ").strip().lower()
        if answer in ("q", "й"):
            return
        if answer in ("y", "yes", "да", "д"):
            if one.may_be:
                which = _which(opened, one, language)
                if which is None:
                    continue
                chosen[offer.item] = which or None
                one = one.of(chosen[offer.item])
            opened = confirm(opened, one)
            if one.limit is not None and wants_day_of_service(opened, one.exhibit):
                opened = _ask_day_of_service(opened, one.exhibit, language)
        elif answer in ("n", "no", "нет"):
            decline(opened, one)


def _ask_day_of_service(case: Case, exhibit: str, language: Language) -> Case:
    """Ask when a paper reached the person, until there is a date or none is known."""
    while True:
        said = click.prompt(_SERVED.to(language), default="", show_default=False).strip()
        if not said:
            return case
        try:
            return set_day_of_service(case, exhibit, said)
        except CaseError as fault:
            click.echo(text_of(fault).to(language))


def _which(case: Case, one: Proposal, language: Language) -> str | None:
    """The accusation that a person says a paper is about: the id of a listed one, empty for another; None: later."""
    click.echo(f"  {_WHICH.to(language)}")
    known = [*one.may_be, ""]
    for number, item in enumerate(known, start=1):
        title = _title(case, item, language) or _ANOTHER.to(language).format(title=one.new_item)
        click.echo(f"  {number}: {plain(title)}")
    while True:
        said = click.prompt(_WHICH_KEYS.to(language), default="", show_default=False).strip()
        if not said:
            return None
        if said.isdigit() and 1 <= int(said) <= len(known):
            return known[int(said) - 1]


def _title(case: Case, item: str | None, language: Language) -> str:
    return next((one.title.to(language) for one in case.items if one.id == item), "")


def _show(case: Case, one: Proposal, language: Language) -> None:
    fact = one.question
    value = one.words.to(language) if one.words is not None else _said(fact, one.value, language)
    said = value + (f", {one.at}" if one.at else "")
    item = f" ({_title(case, one.item, language) or one.new_item})" if one.item else ""
    who = case.person(one.person)
    whose = f" [{who.name.to(language)}]" if who is not None and who is not case.principal else ""
    click.echo(f"\n{fact.ask.to(language)}{item}{whose}\n  {said}")
    for exhibit, page, quote in ((one.exhibit, one.page, one.quote), *([one.beside] if one.beside else [])):
        click.echo(f"  {_PLACE.to(language).format(exhibit=exhibit, page=page)} «{plain(_cut(quote))}»")
    if one.confidence < SURE:
        click.echo(f"  ! {_UNSURE.to(language)}")
    for other in one.against:
        words = _AGAINST if other.exhibit else _PERSON_SAYS
        told = words.to(language).format(exhibit=other.exhibit, value=_said(fact, other.value, language))
        click.echo(f"  ! {told}")


def _said(fact: FactType, value: bool | float | str, language: Language) -> str:
    if isinstance(value, bool):
        return (_YES if value else _NO).to(language)
    chosen = fact.choice_text(str(value))
    return plain(str(value) if chosen is None else chosen.to(language))


def _cut(quote: str) -> str:
    """A quote short enough for a screen; the whole of it goes on record."""
    return quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"


def _data(one: Proposal) -> dict[str, object]:
    return {
        "person": one.person,
        "fact": one.fact,
        "item": one.item,
        "new_item": one.new_item,
        "may_be": list(one.may_be),
        "value": one.value,
        "exhibit": one.exhibit,
        "page": one.page,
        "quote": one.quote,
        "how": one.how.value,
        "at": one.at,
        "confidence": one.confidence,
        "in_bulk": one.may_go_in_bulk,
        "against": [
            {"value": str(other.value), "source": f"exhibit {other.exhibit}" if other.exhibit else "person"}
            for other in one.against
        ],
        "beside": None if one.beside is None else dict(zip(("exhibit", "page", "quote"), one.beside, strict=True)),
    }
