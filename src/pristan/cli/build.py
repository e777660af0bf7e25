"""`pristan build` and `pristan bundle`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pristan.case.home import CaseHome
from pristan.cli.help_words import said
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, language_option, on_option
from pristan.cli.packets import build_packet, list_packets
from pristan.cli.progress import steps
from pristan.kernel.language import Language
from pristan.services.building import build
from pristan.services.cases import read_day

SOME_NOT_READ = 3


@click.command("build", short_help="Build the dossier and the exhibit bundle of CASE, or a packet for one registry.")
@CASE
@click.option("--out", type=click.Path(path_type=Path), help="Folder to write into.")
@on_option
@language_option
@click.option("--packet", metavar="ID", help="Build this packet for a registry; `list` names those that fit the case.")
@click.option("--person", metavar="ID", help="Whose packet; the principal's if left out.")
@click.option(
    "--form",
    "forms",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="With --packet: an empty official form as downloaded; it is filled in. Several are allowed.",
)
@click.option(
    "--accepted",
    metavar="EDITION",
    multiple=True,
    help="With --form: an edition that you saw accepted on the authority's page today.",
)
@click.option("--pdfa", is_flag=True, help="With --packet: then make its PDFs PDF/A-2b; what is altered is named.")
@click.option("--pictures", is_flag=True, help="With --pdfa: pages that cannot be mended may become pictures.")
@click.option("--check", "final", is_flag=True, help="Exit 1 if the registry would refuse the packet.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="With --packet: print packet.json (`pristan schema packet`), or the list (`packet_list`).",
)
def build_command(
    case: CaseHome,
    out: Path | None,
    on: str | None,
    language: Language,
    packet: str | None,
    person: str | None,
    forms: tuple[Path, ...],
    accepted: tuple[str, ...],
    pdfa: bool,
    pictures: bool,
    final: bool,
    as_json: bool,
) -> None:
    """Build the dossier (PDF, HTML, JSON) and the exhibit bundle of CASE, or with --packet what a registry accepts. The
    result is plain text by choice: keep it where it is safe to keep.
    """
    if out is None and packet != "list":
        raise click.UsageError(said("Missing option '--out'. Name a folder to write into: --out DIR."))
    opened = opened_case(case, language)
    if packet == "list" or out is None:
        list_packets(opened, person=person, on=on, language=language, as_json=as_json)
        return
    if packet is not None:
        if pictures and not pdfa:
            raise click.UsageError(said("--pictures goes with --pdfa. Add --pdfa."))
        if accepted and not forms:
            raise click.UsageError(said("--accepted goes with --form. Add --form FILE."))
        build_packet(
            opened,
            packet,
            out,
            person=person,
            on=on,
            language=language,
            final=final,
            as_json=as_json,
            forms=forms,
            accepted=accepted,
            pdfa=pdfa,
            pictures=pictures,
        )
        return
    if person is not None or final or as_json or forms or accepted or pdfa or pictures:
        raise click.UsageError(
            said(
                "--person, --check, --json, --form, --accepted, --pdfa and --pictures go with --packet. "
                "Add --packet ID."
            )
        )
    with steps() as step:
        built = build(opened, out, language=language, on=read_day(on) if on else None, progress=step)
    for path in built.files:
        click.echo(str(path))
    for sentence in built.sentences[:3]:
        click.echo(sentence)
    _problems(built.problems)


def _problems(problems: tuple[str, ...]) -> None:
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(SOME_NOT_READ)
