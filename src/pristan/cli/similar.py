"""`pristan similar`: passages of a narrative that stand elsewhere too."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.language import Language, Text
from pristan.services.cases import open_case
from pristan.services.similarity import similar_passages, similarity_data

_NOTHING = Text(
    "No passage of the narrative was found in the texts compared. Texts that are not on this machine were not "
    "compared.",
    "Совпадающих мест в сравнённых текстах не найдено. Тексты, которых нет на этой машине, не сравнивались.",
)
_ORIGIN = {
    "template": Text("template of this program", "шаблон этой программы"),
    "story": Text("invented story", "вымышленная история"),
    "case": Text("other text", "другой текст"),
}
_HERE, _THERE = Text("here", "здесь"), Text("there", "там")
_ADVICE = Text(
    "Agencies compare texts. Tell the same in the words that the person would use, or be ready to say why it is alike: "
    "two people may have met the same officers.",
    "Ведомства сравнивают тексты. Расскажите то же словами самого человека или будьте готовы объяснить сходство: "
    "двое могли столкнуться с одними и теми же людьми.",
)


@click.command("similar")
@CASE
@click.option("--against", type=click.Path(path_type=Path), help="A folder of case folders and text files.")
@click.option("--person", help="Only what this person tells.")
@language_option
@JSON
def similar_command(case: Path, against: Path | None, person: str | None, language: Language, as_json: bool) -> None:
    """Compare what CASE tells with this program's templates and stories, and with other cases; nothing leaves this
    machine (docs/similarity.md).
    """
    passages = similar_passages(open_case(case), against=against, person=person)
    if as_json:
        click.echo(json.dumps(similarity_data(passages), ensure_ascii=False, indent=1))
        return
    if not passages:
        click.echo(_NOTHING.to(language))
        return
    for one in passages:
        origin = _ORIGIN[one.other.origin].to(language)
        click.echo(f"{one.mine.place}  ~  {origin} {one.other.name}, {one.other.place}")
        click.echo(f"   {_HERE.to(language)}: {' '.join(one.my_words.split())}")
        click.echo(f"   {_THERE.to(language)}: {' '.join(one.other_words.split())}")
    click.echo(_ADVICE.to(language))
