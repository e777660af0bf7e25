"""Answers to questions that are not asked any more, as the questions of today take them.

Source: kernel/vocabulary/former.toml. A case that was written before questions were merged opens as it always did; what
no answer of today says again is set aside, to be told. Does not: change the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pristan.case.model import SetAside
from pristan.kernel.language import Text
from pristan.kernel.phrases import filled
from pristan.kernel.strict import Table
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.kernel.vocabulary.former import NOTHING, Former, former_questions

Told = Callable[[SetAside], None]
_ASKED_NOW = Text(
    '{where}: the answer "{value}" to "{fact}" counts no more. Please answer this instead ({now}): {ask}',
    "{where}: ответ «{value}» на «{fact}» больше не учитывается. Ответьте вместо него ({now}): {ask}",
)
_NOTHING = Text(
    '{where}: "{fact}" is not asked any more: nothing turned on it. The answer stays in the file.',
    "{where}: «{fact}» больше не спрашивают: от этого ничего не зависело. Ответ остаётся в файле.",
)


def sentence(one: SetAside) -> Text:
    """Where an answer that was set aside stands, and which question to answer instead, with its words."""
    if one.now is None:
        return filled(_NOTHING, {"where": one.where, "fact": one.fact})
    ask = vocabulary()[one.now].ask
    values = {"where": one.where, "fact": one.fact, "value": one.value, "now": one.now, "ask": ask}
    return filled(_ASKED_NOW, values)


def as_asked_now(table: Table, told: Told) -> Iterator[Table]:
    """The table itself where its question is asked today; else as the question of today, with what goes over of its
    answers (`says`, or one `value`), or of none where it only names the question. Nothing where nothing is left.
    """
    former = former_questions().get(table.string("fact"))
    if former is None:
        yield table
        return
    table.leave()
    if former.now is None:
        told(SetAside(former.id, None, "", table.where()))
        return
    now = table.with_value("fact", former.now)
    if table.has("says"):
        left = [one for inner in table.tables("says") if (one := _carried(inner, former, told)) is not None]
        if left:
            yield now.with_value("says", left)
    elif table.has("value"):
        value = former.carried(table.take("value"))
        if value is NOTHING:
            _aside(table, former, told)
        else:
            yield now.with_value("value", value)
    else:
        yield now


def names_asked_now(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of questions, a former one by what asks it now; one that nothing asks is left out."""
    former = former_questions()
    now = (former[name].now if name in former else name for name in names)
    return tuple(dict.fromkeys(name for name in now if name is not None))


def _carried(says: Table, former: Former, told: Told) -> dict[str, Any] | None:
    value = former.carried(says.take("value"))
    if value is NOTHING:
        _aside(says, former, told)
        return None
    return {**says.data, "value": value}


def _aside(table: Table, former: Former, told: Told) -> None:
    value = table.take("value")
    word = str(value).lower() if isinstance(value, bool) else str(value)
    told(SetAside(former.id, former.now, word, table.where()))
