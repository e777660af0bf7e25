"""Questions that are not asked any more, and what becomes of an answer that a case still gives to one.

Source: former.toml, beside the vocabulary; written when questions are merged (docs/decisions/0026). An answer goes over
to the question that stands there now where it says the same there; where it does not, it is set aside and told, never
guessed. Does not: change a case; its file keeps what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pristan.kernel.errors import RuleError
from pristan.kernel.law_data import law_folder, per_law
from pristan.kernel.strict import Table, read_file

FILE = "former.toml"
SEE = "See the reference page of facts."
NOTHING = object()  # no answer of the new question says what the old one said


@dataclass(frozen=True, slots=True)
class Former:
    """A question of before, what asks it now, and which of its answers say the same there."""

    id: str
    now: str | None  # None: nothing turned on it
    same: bool  # the same question under another name: every answer says the same
    answers: tuple[tuple[bool | str, str], ...]  # of before, and of now

    def carried(self, value: Any) -> Any:
        """What answers the question of now as `value` answered this one; NOTHING where none says the same."""
        if self.now is None:
            return NOTHING
        if self.same:
            return value
        return next((now for was, now in self.answers if was == value and type(was) is type(value)), NOTHING)


def load_former(folder: Path) -> Mapping[str, Former]:
    """Each former question by its id. A package may have no such file.

    Raises: RuleError for a fault, or a question listed twice.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    root = read_file(path, error=RuleError, name=f"vocabulary/{FILE}")
    found: dict[str, Former] = {}
    for table in root.tables("former"):
        one = _former(table)
        if one.id in found:
            table.fail(f'"{one.id}" is listed twice. Keep one.', "id")
        found[one.id] = one
    root.done()
    return found


def _former(table: Table) -> Former:
    name, now, same = table.string("id"), table.maybe_string("now"), table.flag("same")
    answers = []
    for inner in table.tables("answers"):
        answers.append((inner.take("was", bool, str), inner.string("is")))
        inner.done()
    if (same or answers) and (now is None or (same and answers)):
        table.fail(f'"{name}" needs `now` beside `same` or `answers`, and only one of the two. Keep one.', "id")
    table.done()
    return Former(name, now, same, tuple(answers))


@per_law
def former_questions() -> Mapping[str, Former]:
    """The former questions of the law in use."""
    return load_former(law_folder("kernel", "vocabulary"))


def no_question(name: str, *, see: str = SEE) -> str:
    """The sentence for an answer to a question that there is not; `see`: where the questions are listed."""
    former = former_questions().get(name)
    if former is None:
        return f'"{name}" is not a known question. {see}'
    if former.now is None:
        return f'"{name}" is not asked any more: nothing turned on it. Remove it.'
    return f'"{name}" is not asked any more: "{former.now}" asks it now. Answer that one instead.'
