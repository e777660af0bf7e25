"""`pristan read`: what papers say, each thing with its page and place."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import click

from pristan.case.model import How
from pristan.cli.country import STANDING_WORDS
from pristan.cli.options import JSON, language_option
from pristan.documents.intake.folders import files_in
from pristan.documents.intake.model import FileRead
from pristan.documents.marking import DRAWN
from pristan.documents.reading.asserted import how_said
from pristan.documents.reading.certainty import SURE
from pristan.documents.reading.labels import field_label, in_words, value_label
from pristan.documents.says import FileFault
from pristan.kernel.language import Language, Text
from pristan.services.charged_articles import ChargedArticle, charged_articles
from pristan.services.reading import draw, file_data, read_papers, signs_data

SOME_NOT_READ = 3
_QUOTE = 70
_PASSWORD = Text("Password", "Пароль")
_NOTHING = Text("nothing was found in its words", "в тексте ничего не найдено")
_NO_WORDS = Text("no words: it is a picture", "текста нет: это изображение")
_UNKNOWN_KIND = Text("kind of paper not known", "вид бумаги не определён")
_PAGE = Text("p.", "с.")
_UNSURE = Text("not sure, compare with the paper", "нет уверенности, сверьте с бумагой")
_NO_DAY = Text("the paper tells no single day of the act", "бумага не называет одного дня деяния")
_TOGETHER = Text("What several papers show together", "Что видно из нескольких бумаг вместе")
_NOT_DRAWN = Text(
    "not drawn: only pages of PDF files and pictures are, and nothing inside an archive or a letter",
    "не нарисовано: рисуются только страницы PDF и изображений, а из архивов и писем — ничего",
)
_SAID = {
    How.ALLEGES: Text("they allege", "так утверждает обвинение"),
    How.AGAINST_INTEREST: Text("against their own interest", "вопреки их интересу"),
}
_PROPOSED = Text(
    "Proposals only: compare each with the paper. A paper proves that it was issued and what it says, "
    "not that it is so.",
    "Это только предложения: сверьте каждое с бумагой. Бумага доказывает, что она выдана и что в ней сказано, "
    "а не что это правда.",
)


@click.command("read", short_help="What papers say: kind, numbers, dates, persons, articles, with page and quote.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--password", help="Password of protected files; `-` asks for it without showing it.")
@click.option("--draw", "folder", type=click.Path(path_type=Path), help="Write page pictures with the places marked.")
@click.option("--jsonl", "as_lines", is_flag=True, help="Print JSON, one file on a line, as soon as it is read.")
@click.option("--no-ocr", "no_recognition", is_flag=True, help="Leave pages that are pictures unread.")
@click.option(
    "--keep", type=click.Path(path_type=Path), help="Keep recognised pages in this folder, readable, for the next time."
)
@language_option
@JSON
def read_command(
    files: tuple[Path, ...],
    password: str | None,
    folder: Path | None,
    as_lines: bool,
    no_recognition: bool,
    keep: Path | None,
    language: Language,
    as_json: bool,
) -> None:
    """Read FILES (of a folder, all in it): kind, numbers, dates, persons, articles, outcome, each with page and
    quote. Nothing is stored.

    Each file is opened in a process without network. Exit code 3 if some could not be read; the others are.
    """
    if password == "-":
        password = click.prompt(_PASSWORD.to(language), hide_input=True, err=True)
    lost = False
    all_data = []
    kept: list[FileRead] = []
    listed = files_in(files)
    found = read_papers(listed.files, password=password, recognise=not no_recognition, keep=keep)
    for path, file in zip(listed.files, found, strict=True):
        lost = lost or any(one.fault is not None for one in file.with_parts())
        if not as_lines:
            kept.append(file)
        if as_json:
            all_data.append(file_data(file))
        elif as_lines:
            click.echo(json.dumps(file_data(file), ensure_ascii=False))
        else:
            _show(file, language, depth=0)
        if folder is not None:
            try:
                draw(path, file, folder, language=language, password=password)
                if file.format not in DRAWN and any(one.reading is not None for one in file.with_parts()):
                    click.echo(f"{plain(file.name)}: {_NOT_DRAWN.to(language)}", err=True)
            except FileFault as fault:
                lost = True
                click.echo(f"{file.name}: {fault.text.to(language)}", err=True)
    if listed.note is not None:
        click.echo(listed.note.text.to(language), err=True)
    if as_json:
        click.echo(json.dumps({"files": all_data, "signs": signs_data(kept)}, ensure_ascii=False, indent=1))
    elif not as_lines:
        _show_signs(signs_data(kept), language)
        click.echo(f"\n{_PROPOSED.to(language)}")
    if lost:
        sys.exit(SOME_NOT_READ)


def _show(file: FileRead, language: Language, *, depth: int) -> None:
    edge = "    " * depth
    if file.fault is not None:
        click.echo(f"\n{edge}{plain(file.name)}\n{edge}  ! {file.fault.text.to(language)}")
        return
    reading = file.reading
    kind = _UNKNOWN_KIND if reading is None or reading.kind is None else value_label("kind", reading.kind)
    told = "" if reading is None else f", {reading.language}" if reading.language else ""
    click.echo(f"\n{edge}{plain(file.name)}: {kind.to(language) if file.pages else ''} ({(file.format or '').upper()}"
               f"{f', {len(file.pages)} {_PAGE.to(language)}' if file.pages else ''}{told})")  # fmt: skip
    for note in file.notes:
        click.echo(f"{edge}  · {plain(note.text.to(language))}")
    if file.pages and reading is None:
        click.echo(f"{edge}  {_NO_WORDS.to(language)}")
    elif reading is not None and not reading.fields:
        click.echo(f"{edge}  {_NOTHING.to(language)}")
    articles = (
        {} if reading is None else {(found.field.span, found.field.value): found for found in charged_articles(reading)}
    )
    for one in () if reading is None else reading.fields:
        label, value = field_label(one.name).to(language), in_words(one).to(language)
        quote = plain(" ".join(one.quote.split()))
        shown = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
        unsure = "" if one.confidence >= SURE else f"  ! {_UNSURE.to(language)}"
        page = f"{_PAGE.to(language)} {one.span.page}"
        how = how_said(one.name, None if reading is None else reading.issued_by)
        said = f" ({_SAID[how].to(language)})" if how in (How.ALLEGES, How.AGAINST_INTEREST) else ""
        click.echo(f"{edge}  {label}: {plain(value)}{said}  [{page}] «{shown}»{unsure}")
        if one.name == "charge":
            _show_article(articles.get((one.span, one.value)), language, edge)
    for inner in file.parts:
        _show(inner, language, depth=depth + 1)


def _show_article(one: ChargedArticle | None, language: Language, edge: str) -> None:
    """How the article stood on the day of the alleged act."""
    if one is None or one.edition is None:
        return
    standing = STANDING_WORDS[one.edition.standing].to(language) if one.day is not None else _NO_DAY.to(language)
    day = "" if one.day is None else f" ({one.day})"
    click.echo(f"{edge}    {one.article.name}: {standing}{day} · {one.edition.offence.title.to(language)}")


def _show_signs(signs: list[dict[str, Any]], language: Language) -> None:
    """What several papers show together, with both quotes."""
    if signs:
        click.echo(f"\n{_TOGETHER.to(language)}")
    for sign in signs:
        click.echo(f"  {sign['label'][language.value]}")
        for place in sign["places"]:
            quote = plain(" ".join(place["quote"].split()))
            shown = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
            click.echo(f"    {plain(place['file'])} [{_PAGE.to(language)} {place['page']}] «{shown}»")


def plain(text: str) -> str:
    """Words of a file without signs that could steer the terminal or turn the line round."""
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co"))
