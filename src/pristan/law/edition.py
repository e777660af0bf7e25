"""Which edition of the law is read now: the data that came with the program, or a package, and how it was installed;
and which records of an office's own stand beside it.

Source: docs/law-packages.md. Does not: install anything (see `services.law_updates`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.law_data import SHIPPED, law_root, local_records
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
    local: tuple[str, ...] = ()  # ids of the office's own records, which stand beside it or in its place

    @property
    def warning(self) -> Text | None:
        """What must be said wherever this law decides; None for shipped and for properly signed law with no record of
        an office's own.
        """
        said = []
        if self.marks:
            said.append(
                Text(
                    en=f"The law used here (version {self.version}) was installed by force: {'; '.join(self.marks)}.",
                    ru=f"Правовая база (версия {self.version}) установлена принудительно: "
                    "подпись или версия не приняты.",
                )
            )
        if self.local:
            ids = ", ".join(self.local)
            said.append(
                Text(
                    en=f"Records of this office's own stand beside the law base or in place of its records: {ids}.",
                    ru=f"Рядом с правовой базой или вместо её записей стоят собственные записи этого офиса: {ids}.",
                )
            )
        return Text(" ".join(one.en for one in said), " ".join(one.ru for one in said)) if said else None


def _local() -> tuple[str, ...]:
    folder = local_records() / "records"
    return tuple(sorted(".".join(one.relative_to(folder).with_suffix("").parts) for one in folder.rglob("*.toml")))


def edition_in_use() -> LawEdition:
    """The edition that is read now."""
    root = law_root()
    if root == SHIPPED:
        table = read_file(SHIPPED / "law" / "package.toml", error=RuleError, name="law/package.toml")
        table.take("format", int)
        return LawEdition(table.string("version"), table.take("published", date), True, None, (), _local())
    table = read_file(root / INSTALLED, error=RuleError)
    found = LawEdition(
        table.string("version"),
        table.take("published", date),
        False,
        table.maybe_string("signer"),
        table.strings("marks"),
        _local(),
    )
    table.done()
    return found
