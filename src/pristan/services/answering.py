"""What a person answers in the interview, written into the case; taken back; or that it is not answered.

Does not: choose the question (`interview`).
"""

from __future__ import annotations

import json
import re

from pristan.case.model import Case, Statement
from pristan.case.values import read_value
from pristan.country.names import country_code, country_names
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import FactType
from pristan.services.case_file import table as toml_table
from pristan.services.interview import NextQuestion
from pristan.services.lists import ONCE

NEWLINE = "\n"
_OWN_WORD = r'says = \[\s*\{ value = (?![^\n]*\bexhibit = )[^\n]*, by = "person"[^\n]*\},?\s*\]\n'  # and nobody else's


def write_answer(case: Case, question: NextQuestion, text: str) -> None:
    """Append the person's own answer to the case file; one that opens a list with its entry. Raises CaseError if the
    answer has the wrong form, or if its country stands in the list already.
    """
    value = read_value(question.fact, _typed(question.fact, text))
    says = f'says = [ {{ value = {_toml(value)}, by = "person" }} ]'
    if question.opens_list:
        _begin_list(case, question.fact, str(value), says)
    else:
        _append(case, "fact", question, says)


def _begin_list(case: Case, fact: FactType, value: str, says: str) -> None:
    if fact.list in ONCE and value in _countries(case, fact):
        country = country_names().get(value, Text(value, value))
        raise CaseError(
            f'"{country.en}" is in this list already. Name another country, or go on without.',
            ru=f"«{country.ru}» уже есть в этом списке. Назовите другую страну или продолжайте без неё.",
        )
    taken = {one.id for one in case.items}
    item = next(name for number in range(1, len(taken) + 2) if (name := f"{fact.list}{number}") not in taken)
    title = fact.choice_text(value) or country_names().get(value, Text(value, value))
    if fact.list == "charge":
        title = Text(f"Accusation ({title.en})", f"Обвинение ({title.ru})")
    title = _told_apart(case, title)
    entry = toml_table("item", {"list": fact.list, "id": item, "title": title.both()})
    before = case.home.text()
    lines = [before.rstrip("\n"), "", entry, "[[fact]]", f"fact = {json.dumps(fact.id)}", f'item = "{item}"', says, ""]
    case.home.replace("\n".join(lines), expected=before)


def _countries(case: Case, fact: FactType) -> frozenset[str]:
    """What the entries of a list are answered with so far."""
    mine = (one for one in case.statements if one.person == case.principal.id and one.fact == fact.id)
    return frozenset(str(one.value) for one in mine)


def _told_apart(case: Case, title: Text) -> Text:
    """The title, with a number if another entry is called the same."""
    taken = {one.title.en for one in case.items}
    number = 2
    while f"{title.en}, {number}" in taken:
        number += 1
    return Text(f"{title.en}, {number}", f"{title.ru}, {number}") if title.en in taken else title


def write_withheld(case: Case, question: NextQuestion) -> None:
    """Append that the person would rather not say: the question is not asked again until that is removed. Raises
    CaseError for a question that would begin a list: it is skipped, because the file has no entry to note this at.
    """
    _append(case, "withheld", question)


def write_not_remembered(case: Case, question: NextQuestion) -> None:
    """Append that the person does not remember: it stays unknown, and is not asked again until this is removed."""
    _append(case, "not_remembered", question)


def take_back(case: Case, question: NextQuestion) -> bool:
    """Remove the person's own answer to a question, or that they would rather not say or do not remember; False if
    none of these is there.

    Raises CaseError, and changes nothing, if the answer stands in one entry with what papers say: that is edited there.
    """
    before = case.home.text()
    head = f"fact = {json.dumps(question.fact.id)}\n"
    head += f"item = {json.dumps(question.item.id)}\n" if question.item is not None else ""
    own = rf"{re.escape(f'[[fact]]{NEWLINE}{head}')}{_OWN_WORD}"
    unanswered = rf"\[\[(?:withheld|not_remembered)\]\]\n{re.escape(head)}(?=\n|\[|\Z)"
    after = re.sub(rf"(?m)^\n?(?:{own}|{unanswered})", "", before)
    if after == before:
        mine = [one for one in case.statements if _is_own(one, case, question)]
        if mine:
            raise CaseError(
                "this answer stands in one entry with what a paper says. Change it in the case file.",
                where=mine[0].where,
            )
        return False
    case.home.replace(after, expected=before)
    return True


def _is_own(one: Statement, case: Case, question: NextQuestion) -> bool:
    item = None if question.item is None else question.item.id
    return (one.fact, one.item, one.person, one.exhibit) == (question.fact.id, item, case.principal.id, None)


def _append(case: Case, table: str, question: NextQuestion, *more: str) -> None:
    if question.opens_list:
        raise CaseError("this question begins a list and can only be answered or skipped for now.")
    lines = ["", f"[[{table}]]", f"fact = {json.dumps(question.fact.id)}"]
    if question.item is not None:
        lines.append(f"item = {json.dumps(question.item.id)}")
    before = case.home.text()
    case.home.replace(before + "\n".join([*lines, *more]) + "\n", expected=before)


def _typed(fact: FactType, text: str) -> object:
    if fact.type == "yes_no":
        return {"yes": True, "y": True, "да": True, "no": False, "n": False, "нет": False}.get(
            text.strip().lower(), text
        )
    if fact.type == "country":
        return country_code(text.strip()) or text.strip()
    if fact.type == "number":
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return text
    return text.strip()


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    text = json.dumps(value.original if isinstance(value, PartialDate) else str(value), ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")  # JSON lets this one control character stand, TOML does not
