"""`pristan library cite` and `uncite`: a passage of a document of the library, cited in a case; and taken away."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from pristan.case.home import CaseHome
from pristan.case.model import How, Issuer
from pristan.case.passages import Passage
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, language_option
from pristan.country.library.library import Hit
from pristan.documents.text import text_of_bytes
from pristan.kernel.language import Language, Text
from pristan.services.country import danger_of_holding
from pristan.services.library import HASH_SHOWN, library_document
from pristan.services.passages import (
    Target,
    Words,
    check_how,
    check_target,
    cite,
    compared,
    exhibit_with,
    put_document_on_record,
    uncite,
)
from pristan.services.quoting import Pages

_CITED = Text(
    "{id}: exhibit {exhibit}, p. {page}, cited for {target}. It is shown there and decides nothing by itself.",
    "Выдержка {id}: приложение {exhibit}, с. {page}, приведена к {target}. Там она показана; сама ничего не решает.",
)
_CITED_AGAINST = Text(
    "It speaks against the person: it is kept on purpose, and shown as such.",
    "Эти слова говорят против человека: они оставлены намеренно и показаны с такой пометкой.",
)
_ANSWERED = Text(
    "exhibit {exhibit}, p. {page}: put on record as an answer to {target}. It counts as any statement of a paper.",
    "приложение {exhibit}, с. {page}: записано как ответ на {target}. Учитывается, как и всё, что сказано в бумагах.",
)
_NEW = Text(
    "The document is now exhibit {exhibit} of the case.",
    "Документ теперь приложение {exhibit} этого дела.",
)
_LINE = Text("{id}: exhibit {exhibit}, p. {page}", "{id}: приложение {exhibit}, с. {page}")
_SPEAKS_AGAINST = Text("speaks against the person", "говорит против человека")
_PICTURE = Text(
    "The words were not compared: the page is a picture. Compare them yourself.",
    "Слова не сверены: страница — изображение. Сверьте сами.",
)
_GONE = Text(
    "{id} is no longer cited. The paper stays on record.",
    "Выдержка {id} убрана. Бумага остаётся в деле.",
)


@click.command("cite", short_help="Cite words of a DOCUMENT of the library in CASE, with their page.")
@CASE
@click.argument("document")
@click.option(
    "--in", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the library."
)
@click.option("--page", type=click.IntRange(min=1), required=True, help="The page on which the words stand.")
@click.option("--quote", required=True, help='The words as on the page; "..." for words left out.')
@click.option("--pattern", metavar="ID", help="For a documented pattern (docs/country.md).")
@click.option("--indicator", metavar="ID", help="For one indicator of that pattern.")
@click.option("--element", metavar="RULE#ELEMENT", help="For an element of a rule; `pristan law show RULE` lists them.")
@click.option("--fact", metavar="FACT", help="As an answer to a question; LISTFACT@ITEM for an item of a list.")
@click.option("--value", help="The answer to that question.")
@click.option("--how", type=click.Choice([one.value for one in How]), help="What the paper does with that answer.")
@click.option("--against", is_flag=True, help="The passage speaks against the person; it is kept and shown.")
@click.option("--issuer", type=click.Choice([one.value for one in Issuer]), help="Who made the document, if it is new.")
@click.option("--person", metavar="ID", help="A person of the case; default: the principal.")
@language_option
def cite_command(
    case: CaseHome,
    document: str,
    folder: Path,
    page: int,
    quote: str,
    pattern: str | None,
    indicator: str | None,
    element: str | None,
    fact: str | None,
    value: str | None,
    how: str | None,
    against: bool,
    issuer: str | None,
    person: str | None,
    language: Language,
) -> None:
    """Cite words of DOCUMENT (its name, or the beginning of its hash) in CASE. `pristan library search` prints this
    command for each page it finds.

    The document becomes an exhibit, once. A passage is shown where it is cited and decides nothing by itself.
    """
    target = Target(
        pattern=pattern, indicator=indicator, element=element, fact=fact, value=value,
        how=None if how is None else How(how), against=against, person=person,
    )  # fmt: skip
    opened = opened_case(case, language)
    words, maker = Words(page=page, quote=quote), None if issuer is None else Issuer(issuer)
    held, data = library_document(folder, document)
    check_target(opened, target)
    pages = Pages(text_of_bytes(data).pages)
    sure = compared(pages, words)
    known = exhibit_with(opened, data)
    if (by := maker if known is None else known.issuer) is not None:
        check_how(by, target)
    opened, exhibit = put_document_on_record(case, held.name, data, maker)
    after, passage = cite(opened, exhibit, words, target, pages)
    if known is None:
        click.echo(_NEW.to(language).format(exhibit=exhibit))
    if passage is None:
        click.echo(_ANSWERED.to(language).format(exhibit=exhibit, page=page, target=fact))
    else:
        click.echo(_CITED.to(language).format(id=passage.id, exhibit=exhibit, page=page, target=passage.target))
    if against:
        click.echo(_CITED_AGAINST.to(language))
    if not sure:
        click.echo(f"! {_PICTURE.to(language)}", err=True)
    if (danger := danger_of_holding(after)) is not None:
        click.echo(f"! {danger.to(language)}", err=True)


@click.command("uncite", short_help="Take a cited passage away from CASE.")
@CASE
@click.argument("passage")
@language_option
def uncite_command(case: CaseHome, passage: str, language: Language) -> None:
    """Take PASSAGE (its id, as q1) away from CASE. The exhibit stays on record."""
    uncite(case, passage)
    click.echo(_GONE.to(language).format(id=passage))


def passage_line(one: Passage, language: Language) -> str:
    """A passage on one line: its id, place and words, and whether it speaks against the person."""
    place = _LINE.to(language).format(id=one.id, exhibit=one.exhibit, page=one.page)
    against = f" ({_SPEAKS_AGAINST.to(language)})" if one.against else ""
    return f"{place}{against} «{one.quote}»"


def command_for(hit: Hit, folder: Path) -> str:
    """The command that cites a page that was found; what is left to name stands in capitals."""
    quote = " ".join(hit.quote.split())
    told = ["pristan", "library", "cite", "CASE", hit.document.sha256[:HASH_SHOWN], "--in", str(folder)]
    return shlex.join([*told, "--page", str(hit.page), "--quote", quote, "--pattern", "ID"])
