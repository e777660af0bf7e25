"""`pristan similar`: passages of a narrative that stand elsewhere too."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pristan.bootstrap.places import lock_vault, open_vault
from pristan.case.home import CaseHome, FolderHome
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option
from pristan.cli.passphrases import passphrase, vault_of
from pristan.kernel.language import Language, Text
from pristan.services.similarity import similar_passages, similarity_data

_NOTHING = Text(
    "No passage of the narrative was found in the texts compared. Texts that are not on this machine were not "
    "compared.",
    "Совпадающих мест в сравнённых текстах не найдено. Тексты, которых нет на этой машине, не сравнивались.",
)
_IN_VAULT = Text("Compared with other cases of the vault: {count}.", "Сравнено с другими делами хранилища: {count}.")
_NOT_OPENED = Text(
    "{name}: its case file has a fault; of it only the papers were compared. Mend it, then compare again.",
    "{name}: в файле дела ошибка; сравнены только бумаги. Исправьте и сравните снова.",
)
_ORIGIN = {
    "template": Text("template of this program", "шаблон этой программы"),
    "story": Text("invented story", "вымышленная история"),
    "case": Text("other case or text", "другое дело или текст"),
}
_HERE, _THERE = Text("here", "здесь"), Text("there", "там")
_ADVICE = Text(
    "Agencies compare texts. Tell the same in the words that the person would use, or be ready to say why it is alike: "
    "two people may have met the same officers.",
    "Ведомства сравнивают тексты. Расскажите то же словами самого человека или будьте готовы объяснить сходство: "
    "двое могли столкнуться с одними и теми же людьми.",
)


@click.command("similar", short_help="Does what CASE tells resemble templates or other stories?")
@CASE
@click.option("--against", type=click.Path(path_type=Path), help="A folder of case folders and text files.")
@click.option("--in-vault", is_flag=True, help="With a case folder: open the vault and compare with its cases too.")
@click.option("--person", help="Only what this person tells.")
@language_option
@JSON
@click.pass_context
def similar_command(
    context: click.Context,
    case: CaseHome,
    against: Path | None,
    in_vault: bool,
    person: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Compare what CASE tells with this program's templates and stories, and with other cases: of a folder, and of
    the vault if CASE is in it. Nothing leaves this machine (docs/similarity.md).
    """
    opened = opened_case(case, language)
    vault = None
    if in_vault and isinstance(case, FolderHome):
        open_vault(vault_of(context), passphrase(context))
        context.call_on_close(lock_vault)
    if in_vault or not isinstance(case, FolderHome):
        from pristan.bootstrap.similarity import texts_in_vault  # Django is loaded only for the vault

        vault = texts_in_vault(opened, language)
    passages = similar_passages(opened, against=against, person=person, others=() if vault is None else vault.texts)
    if as_json:
        click.echo(json.dumps(similarity_data(passages), ensure_ascii=False, indent=1))
        return
    if vault is not None:
        click.echo(_IN_VAULT.to(language).format(count=vault.cases))
        for name in vault.not_opened:
            click.echo(_NOT_OPENED.to(language).format(name=name), err=True)
    if not passages:
        click.echo(_NOTHING.to(language))
        return
    for one in passages:
        origin = _ORIGIN[one.other.origin].to(language)
        click.echo(f"{one.mine.place}  ~  {origin} {one.other.name}, {one.other.place}")
        click.echo(f"   {_HERE.to(language)}: {' '.join(one.my_words.split())}")
        click.echo(f"   {_THERE.to(language)}: {' '.join(one.other_words.split())}")
    click.echo(_ADVICE.to(language))
