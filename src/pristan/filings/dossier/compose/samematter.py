"""One matter, several forums: what a filing in one does to another, from `same_matter.toml`.

Source: the law sheets' same-matter matrix; each row names the rule that carries it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from pristan.filings.dossier import codes
from pristan.filings.dossier.annex import SameMatter
from pristan.filings.dossier.compose.context import Context
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file

Row = tuple[Text, Text, Text, str, str]


@cache
def rows() -> tuple[Row, ...]:
    """First forum, second forum, what happens, the clause, confidence."""
    root = read_file(
        Path(str(files(__package__).joinpath("same_matter.toml"))),
        error=RuleError,
        name="dossier/compose/same_matter.toml",
    )
    found = []
    for table in root.tables("row"):
        found.append(
            (
                table.text("first"),
                table.text("second"),
                table.text("does"),
                table.string("cite"),
                table.string("confidence"),
            )
        )
        table.done()
    root.done()
    return tuple(found)


def same_matter(context: Context) -> tuple[SameMatter, ...]:
    """The matrix in the dossier's language."""
    return tuple(
        SameMatter(
            first=context.say(first),
            second=context.say(second),
            does=context.say(does),
            rule=cite,
            confidence=codes.Confidence(confidence),
        )
        for first, second, does, cite, confidence in rows()
    )
