"""What the list of cases shows of a case, worked out once when its text changes: titles, names, language.

The next deadline and the verdicts are worked out by services; see `cases.keep_summary`.
"""

from __future__ import annotations

import tomllib
from typing import Any

from pristan.kernel.language import Language, in_one_language
from pristan.storage.models import CaseRow


def describe(row: CaseRow) -> None:
    """Fill in what can be told from the text alone. A text that is no TOML says so in `fault`."""
    try:
        data = tomllib.loads(row.text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as fault:
        row.fault = str(fault)
        return
    row.fault = ""
    title = _text(data.get("title"))
    row.title_en, row.title_ru = title["en"], title["ru"]
    persons = data.get("person", [])
    row.persons = [
        {**_text(one.get("name")), "role": str(one.get("role", "principal"))}
        for one in persons
        if isinstance(one, dict)
    ]
    language = data.get("language")
    row.language = language if language in tuple(Language) else ""
    exhibits = data.get("exhibit", [])
    row.exhibits = len(exhibits) if isinstance(exhibits, list) else 0


def _text(value: Any) -> dict[str, str]:
    found = value if isinstance(value, dict) else {}
    said = {one: str(found[one.value]) for one in Language if one.value in found}
    if len(said) == 1:
        ((language, text),) = said.items()
        said = {one: in_one_language(text, language).to(one) for one in Language}
    return {one.value: said.get(one, "") for one in Language}
