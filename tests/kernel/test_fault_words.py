"""Every sentence of a fault of the case, and of records that an office may write itself, has its Russian; a new one
without it fails here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pristan
from pristan.kernel.date_errors import refusal
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.fault_words import forms, in_russian, text_of, whole_text_of
from pristan.law.loader import load_rules

SRC = Path(pristan.__file__).parent
OF_RECORDS = (
    "law",
    "deadlines",
    "country",
    "assessment",
    "kernel",
    "services",
)  # an office overlays its own
READ_AS_CASE = ("case", "kernel/strict.py", "chronology/tolerance.py", "filings/forms/answers.py")  # `fail` there
CYRILLIC = re.compile("[А-Яа-яё]")


def template(node: ast.expr, known: dict[str, str]) -> Iterator[str]:
    """A text as it stands in the code, {} for values; both of a choice; none for what is no text."""
    match node:
        case ast.Constant(value=str(text)):
            yield text.replace("{", "{{").replace("}", "}}")
        case ast.JoinedStr(values=parts):
            found = ""
            for part in parts:
                if isinstance(part, ast.Constant):
                    found += str(part.value).replace("{", "{{").replace("}", "}}")
                elif isinstance(part, ast.FormattedValue):
                    value = part.value
                    found += known.get(value.id, "{}") if isinstance(value, ast.Name) else "{}"
            yield found
        case ast.IfExp(body=one, orelse=two):
            yield from template(one, known)
            yield from template(two, known)
        case ast.Name(id=name) if name in known:
            yield known[name]


def said_in(path: Path) -> Iterator[tuple[int, str]]:
    """Every sentence of a fault that a module may raise."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known: dict[str, str] = {}
    for one in tree.body:
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            name = one.targets[0].id
            known.update((name, text) for text in template(one.value, known))
    of_records = any(path.is_relative_to(SRC / one) for one in OF_RECORDS)
    fails = of_records or any(path.is_relative_to(SRC / one) for one in READ_AS_CASE)
    kinds = ("CaseError", "DocumentError", *(("RuleError", "LawPackageError", "TreeFault") if of_records else ()))
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and call.args:
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            raises = name in kinds and len(call.args) == 1
            if raises or (fails and name in ("fail", "error")):
                for text in template(call.args[0], known):
                    yield call.lineno, text


ALL = sorted({(path, *one) for path in SRC.rglob("*.py") for one in said_in(path)})


def test_every_sentence_of_a_fault_has_its_russian() -> None:
    known = {one.en for one in forms()}
    assert len(ALL) > 100
    missing = [f"{path.relative_to(SRC)}:{line}: {text}" for path, line, text in ALL if text not in known]
    assert missing == [], "add these to kernel/fault_words.toml"


def test_each_russian_has_the_values_of_the_english_and_is_russian() -> None:
    for one in forms():
        values = [str(number) for number in range(len(one.quoted))]
        assert CYRILLIC.search(one.ru), one.en
        assert sorted(set(re.findall(r"\{(\d)\}", one.ru))) == values, one.en
        assert one.ru.format(*values)


@pytest.mark.parametrize(
    "wrong", ["0222", "32.13.2022", "03/04/2022", "2022-22-04", "2022-13", "31.02.2022", "4.3.2022", "x"]
)
def test_what_is_said_of_a_date_reads_in_russian(wrong: str) -> None:
    said = text_of(refusal(wrong)).ru
    assert CYRILLIC.search(said)
    assert f"«{wrong}»" in said
    assert "Write" not in said
    assert "Стоит в «2022/x»" in text_of(refusal(wrong, whole="2022/x")).ru


def test_values_of_the_person_stay_as_they_are_and_words_of_ours_do_not() -> None:
    said = in_russian('vault/ab/case.toml:7: the person "none" is listed twice. Give each its own id.')
    assert said == "vault/ab/case.toml:7: «none» (лицо) указано дважды. Дайте каждому свой id."
    kinds = in_russian('"when" is 7. Write a whole number or a list, as in [ ... ].')
    assert kinds == "«when»: стоит 7. Напишите целое число или список, как [ ... ]."


def test_a_fault_within_a_fault_and_several_lines_are_said_in_russian() -> None:
    inner = "this file is not UTF-8. Save it as UTF-8."
    said = in_russian(f"something in the case still rests on this paper. Change that first: {inner}\n{inner}")
    assert said.count("Сохраните его в UTF-8") == 2
    assert "UTF-8. Save" not in said


def test_faults_of_an_offices_own_records_are_said_in_russian(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "one.toml").write_text('id = "xx.two"\n', encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    said = whole_text_of(caught.value)
    assert "does not fit its path" in said.en
    assert said.ru.startswith("records/xx/one.toml:1: Имя «xx.two» не подходит к пути файла")
    two = 'xx.one: the rule "xx.three" does not exist. Write it, or mend the id.'
    circle = "rules name each other in a circle: xx.one, xx.two."
    said_in_turn = in_russian(f"{two}\n{circle}")
    assert said_in_turn.splitlines() == [
        "xx.one: Правила «xx.three» нет. Напишите его или исправьте имя.",
        "Правила ссылаются друг на друга по кругу: xx.one, xx.two.",
    ]
    listed = 'a fact of each charge is asked inside the list "stay". Ask it inside { exists = "charge", test = ... }.'
    assert in_russian(listed).startswith("Факт о каждом из charge спрошен внутри списка «stay». Спросите его внутри {")


def test_what_is_not_in_the_file_stays_as_it_was() -> None:
    assert in_russian("something else happened.") == "something else happened."


def test_a_real_fault_of_a_date_reads_in_both_languages() -> None:
    with pytest.raises(CaseError) as caught:
        PartialDate.parse("2022-05/2022-03")
    said = text_of(caught.value)
    assert "ends before it begins" in said.en
    assert "кончается раньше, чем начинается" in said.ru
