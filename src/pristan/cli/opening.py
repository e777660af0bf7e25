"""Opening a case for a command: what a reader must know of it before anything else is said on the error stream."""

from __future__ import annotations

import click

from pristan.case.former_answers import sentence
from pristan.case.home import CaseHome
from pristan.case.model import Case
from pristan.kernel.language import Language
from pristan.services.cases import open_case


def opened_case(home: CaseHome, language: Language) -> Case:
    """The case; answers to questions that are not asked any more are told. Raises CaseError as `open_case` does."""
    case = open_case(home)
    for one in case.set_aside:
        click.echo(sentence(one).to(language), err=True)
    return case
