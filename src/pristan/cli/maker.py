"""`pristan maker`: who made papers that are on record already, put right."""

from __future__ import annotations

import click

from pristan.case.home import CaseHome
from pristan.case.model import Issuer
from pristan.cli.options import CASE, language_option
from pristan.kernel.language import Language, Text
from pristan.services.cases import open_case
from pristan.services.makers import put_maker_right, resting_on

_DONE = Text(
    "exhibit {exhibit}: made by {issuer}; answers that rest on it and are counted anew: {count}",
    "приложение {exhibit}: составил {issuer}; ответов, которые на нём держатся и считаются заново: {count}",
)


@click.command("maker", short_help="Put right who made exhibits of CASE, as after an archive of several makers.")
@CASE
@click.argument("exhibits", nargs=-1, required=True, metavar="EXHIBIT...")
@click.option(
    "--is", "issuer", required=True, type=click.Choice([one.value for one in Issuer]), help="Who made these papers."
)
@language_option
def maker_command(case: CaseHome, exhibits: tuple[str, ...], issuer: str, language: Language) -> None:
    """Put right who made EXHIBITs (their numbers) of CASE. What rests on them counts by their maker, so verdicts may
    change. Nothing is changed where an answer rests on a paper as no paper of that maker can say it.
    """
    opened = open_case(case)
    for exhibit in exhibits:
        opened = put_maker_right(opened, exhibit, Issuer(issuer))
        said = _DONE.to(language).format(exhibit=exhibit, issuer=issuer, count=resting_on(opened, exhibit))
        click.echo(said)
