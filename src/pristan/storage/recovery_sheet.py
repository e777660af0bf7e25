"""The recovery code on a page to print: one A4 sheet, set by typst in memory. Does not: keep the page anywhere."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.resources import as_file, files
from pathlib import Path

import typst

from pristan.kernel.language import Language, Text

_FONTS = Path(str(files("pristan.filings").joinpath("fonts")))
_TITLE = Text("Recovery code of a vault", "Код восстановления хранилища")
_WORDS = (
    Text(
        "Whoever holds this sheet and the vault can open it without the passphrase. Keep it apart from the computer, "
        "with a person or in a place that you would trust with the case itself.",
        "Кто держит этот лист и само хранилище, откроет его без парольной фразы. Храните лист отдельно от "
        "компьютера, у человека или в месте, которому доверили бы само дело.",
    ),
    Text(
        "To use it: on the page that asks for the passphrase choose “I have the recovery sheet”, or run pristan vault "
        "open --recovery, then type the code; capital or small letters, dashes or blanks do not matter. 0 is the "
        "digit, and so is 1; the letters I, L, O and U do not occur.",
        "Как применить: на странице, где спрашивают фразу, выберите «У меня есть лист восстановления» или выполните "
        "pristan vault open --recovery, затем введите код; заглавные или строчные, дефисы или пробелы — всё равно. "
        "0 и 1 — цифры; букв I, L, O и U в коде нет.",
    ),
    Text(
        "A new code makes this one void. A lost passphrase cannot be recovered in any other way, by anyone.",
        "Новый код отменяет этот. Иначе забытую фразу не восстановит никто.",
    ),
)
_VAULT = Text("Vault {id}, code made on {day}", "Хранилище {id}, код создан {day}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page."""

    lang: str
    title: str
    groups: tuple[str, ...]
    words: tuple[str, ...]
    foot: str


def sheet_of(code: str, language: Language, *, vault_id: str, day: str) -> Sheet:
    """The page of a code, in words."""
    return Sheet(
        language.value,
        _TITLE.to(language),
        tuple(code.split("-")),
        tuple(one.to(language) for one in _WORDS),
        _VAULT.to(language).format(id=vault_id[:8], day=day),
    )


def sheet_pdf(sheet: Sheet) -> bytes:
    """The page as PDF/UA-1 bytes."""
    with as_file(files("pristan.storage").joinpath("recovery_sheet.typ")) as template:
        document = typst.compile(
            template,
            root=template.parent,
            format="pdf",
            font_paths=[_FONTS],
            ignore_system_fonts=True,
            sys_inputs={"sheet": json.dumps(asdict(sheet), ensure_ascii=False)},
            pdf_standards="ua-1",
        )
    return bytes(document)
