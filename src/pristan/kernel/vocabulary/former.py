"""Questions that are not asked any more: what a case file that still answers one is told.

Source: former.toml, beside the vocabulary; written when questions are merged (docs/decisions/0026). Does not: carry an
answer over: the person or the lawyer answers the question that stands there now.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.law_data import law_folder, per_law
from pristan.kernel.strict import read_file

FILE = "former.toml"
SEE = "See the reference page of facts."


def load_former(folder: Path) -> Mapping[str, str | None]:
    """Each former question with the one that asks it now; None: nothing turned on it. A package may have no such file.

    Raises: RuleError for a fault, or a question listed twice.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    root = read_file(path, error=RuleError, name=f"vocabulary/{FILE}")
    found: dict[str, str | None] = {}
    for table in root.tables("former"):
        name = table.string("id")
        if name in found:
            table.fail(f'"{name}" is listed twice. Keep one.', "id")
        found[name] = table.maybe_string("now")
        table.done()
    root.done()
    return found


@per_law
def former_questions() -> Mapping[str, str | None]:
    """The former questions of the law in use."""
    return load_former(law_folder("kernel", "vocabulary"))


def no_question(name: str, *, see: str = SEE) -> str:
    """The sentence for an answer to a question that there is not; `see`: where the questions are listed."""
    former = former_questions()
    if name not in former:
        return f'"{name}" is not a known question. {see}'
    now = former[name]
    if now is None:
        return f'"{name}" is not asked any more: nothing turned on it. Remove it.'
    return f'"{name}" is not asked any more: "{now}" asks it now. Answer that one instead.'
