"""Which edition of the law is read now: the data that came with the program, or a package, and how it was installed.

Source: docs/law-packages.md. Does not: install anything (see `services.law_updates`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.law_data import SHIPPED, law_root
from pristan.kernel.strict import read_file

INSTALLED = "installed.toml"


@dataclass(frozen=True, slots=True)
class LawEdition:
    """Which edition of the law the program reads now."""

    version: str
    published: date
    shipped: bool  # the data that came with the program
    signer: str | None  # id of the trusted key that signed; None for shipped or unsigned data
    marks: tuple[str, ...]  # why it was installed by force: shown wherever the law is named

    @property
    def warning(self) -> Text | None:
        """What must be said wherever this law decides; None for shipped and for properly signed law."""
        if not self.marks:
            return None
        return Text(
            en=f"The law used here (version {self.version}) was installed by force: {'; '.join(self.marks)}.",
            ru=f"Правовая база (версия {self.version}) установлена принудительно: подпись или версия не приняты.",
        )


def edition_in_use() -> LawEdition:
    """The edition that is read now."""
    root = law_root()
    if root == SHIPPED:
        table = read_file(SHIPPED / "law" / "package.toml", error=RuleError, name="law/package.toml")
        table.take("format", int)
        return LawEdition(table.string("version"), table.take("published", date), True, None, ())
    table = read_file(root / INSTALLED, error=RuleError)
    found = LawEdition(
        table.string("version"),
        table.take("published", date),
        False,
        table.maybe_string("signer"),
        table.strings("marks"),
    )
    table.done()
    return found
