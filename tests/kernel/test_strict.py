"""TOML is read strictly: every fault names its file and its line, and what nobody takes is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.strict import Table, read_file, read_table

KINDS: dict[type, Any] = {str: "words", bool: True, int: 3, float: 2.5, list: [1], dict: {"a": 1}, date: None}
WRITTEN = {str: '"words"', bool: "true", int: "3", float: "2.5", list: "[1]", dict: "{ a = 1 }", date: "2026-11-20"}


def table(source: str) -> Table:
    return read_table(source, file="case.toml", error=CaseError)


def line(where: str) -> int:
    file, _, number = where.partition(":")
    assert file == "case.toml"
    return int(number)


def test_a_key_is_on_the_line_where_it_is_written() -> None:
    assert line(table('a = 1\n\n# a remark\nb = "x"\n').where("b")) == 4


def test_a_key_of_a_nested_table_is_found_below_its_header() -> None:
    inner = table("[one]\na = 1\n[one.two]\nb = 2\n").table("one").table("two")
    assert line(inner.where("b")) == 4
    assert line(inner.where()) == 3


def test_each_table_of_a_list_has_its_own_line() -> None:
    root = table('[[fact]]\nid = "x"\n\n[[fact]]\nid = "y"\n')
    assert [line(one.where()) for one in root.tables("fact")] == [1, 4]
    assert line(root.where("fact")) == 1


def test_a_list_inside_a_table_of_a_list_is_counted_for_that_table() -> None:
    again = "[[version]]\n[version.element.x]\n[[version.authority]]\na = 2\n"
    source = f"[[version]]\n[[version.authority]]\na = 1\n{again}"
    first, second = table(source).tables("version")
    assert [line(one.where("a")) for one in first.tables("authority")] == [3]
    assert [line(one.where("a")) for one in second.tables("authority")] == [7]
    assert line(second.table("element").table("x").where()) == 5


def test_each_inline_table_of_a_list_written_over_several_lines_has_its_own_line() -> None:
    source = '[[fact]]\nsays = [\n  { value = 1 },\n  { value = 2 },\n]\nnote = "x"\n'
    (fact,) = table(source).tables("fact")
    assert [line(one.where("value")) for one in fact.tables("says")] == [3, 4]
    assert line(fact.where("note")) == 6


def test_inline_tables_on_one_line_share_it() -> None:
    root = table("a = 1\nsays = [ { value = 1 }, { value = 2 } ]\n")
    assert [line(one.where("value")) for one in root.tables("says")] == [2, 2]


@pytest.mark.parametrize("mark", ['"""', "'''"])
def test_what_looks_like_a_key_or_a_header_inside_a_long_string_is_text(mark: str) -> None:
    root = table(f"quote = {mark}\nb = 9\n[[fact]]\n{mark}\nb = 1\n[[fact]]\nc = 2\n")
    assert line(root.where("b")) == 5
    assert [line(one.where("c")) for one in root.tables("fact")] == [7]


@pytest.mark.parametrize(
    "before",
    [
        'a = "it is \\"\\"\\" quoted"',
        "a = \"a ''' inside\"",
        "a = '''one line'''",
        'a = """ends in a quote""""',
        'a = [ """ends in a quote"""" ]',
        '# a remark with """ and [[fact]]',
        "a = '[[fact]]'",
        'a = [\n  ["x", "y"],\n  ["z"]\n]',
        'a = "{"',
        'a = """\\\n  x \\""" y"""',
    ],
)
def test_quotes_brackets_and_remarks_do_not_shift_the_line_of_what_follows(before: str) -> None:
    source = f"{before}\n[inner]\nb = 1\n"
    assert line(table(source).table("inner").where("b")) == source.split("\n").index("b = 1") + 1


@pytest.mark.parametrize("mark", ["\u2028", "\u0085", "\u00a0"])
def test_a_line_mark_pasted_into_a_quotation_ends_no_line(mark: str) -> None:
    assert line(table(f'quote = "one{mark}two"\nb = 1\n').where("b")) == 2


def test_a_quoted_key_is_found() -> None:
    assert line(table('a = 1\n"УК 228.1" = "x"\n').where("УК 228.1")) == 2


def test_a_dotted_key_is_found_in_its_table() -> None:
    assert line(table("a = 1\none.two = 2\n").table("one").where("two")) == 2


@given(st.lists(st.sampled_from(["", "# remark", 'x{n} = "a"', "[t{n}]", "[[l]]", 'y{n} = """\nz = 1\n"""'])))
def test_a_key_after_anything_is_on_its_own_line(lines: list[str]) -> None:
    source = "\n".join(one.format(n=number) for number, one in enumerate(lines)) + "\n[last]\nkey = 1\n"
    assert line(table(source).table("last").where("key")) == source.split("\n").index("key = 1") + 1


def test_a_key_nobody_took_is_refused_with_its_line_and_what_was_read() -> None:
    root = table('id = "x"\ntitel = "y"\n')
    root.string("id")
    with pytest.raises(CaseError) as caught:
        root.done()
    assert caught.value.where == "case.toml:2"
    assert '"titel"' in caught.value.sentence
    assert "read so far: id" in caught.value.sentence


def test_nothing_is_refused_when_every_key_was_taken() -> None:
    root = table('id = "x"\n')
    root.string("id")
    root.done()


def test_a_missing_key_is_named_with_the_line_of_its_table() -> None:
    (fact,) = table("\n[[fact]]\na = 1\n").tables("fact")
    with pytest.raises(CaseError, match=r'"id" is missing') as caught:
        fact.string("id")
    assert caught.value.where == "case.toml:2"


@pytest.mark.parametrize("wanted", KINDS)
@pytest.mark.parametrize("given_kind", KINDS)
def test_a_value_is_taken_only_as_what_it_is(wanted: type, given_kind: type) -> None:
    root = table(f"a = 0\nkey = {WRITTEN[given_kind]}\n")
    if wanted is given_kind:
        root.take("key", wanted)
        return
    with pytest.raises(CaseError, match=r'"key" is .* Write ') as caught:
        root.take("key", wanted)
    assert caught.value.where == "case.toml:2"


def test_true_is_not_a_number() -> None:
    with pytest.raises(CaseError, match=r"Write a whole number"):
        table("page = true").take("page", int)


def test_one_is_not_true() -> None:
    with pytest.raises(CaseError, match=r"Write true or false"):
        table("certified = 1").flag("certified")


@pytest.mark.parametrize("written", ["2026-11-20T10:00:00", '"2026-11-20"', "10:00:00"])
def test_a_day_is_neither_an_hour_nor_a_string(written: str) -> None:
    with pytest.raises(CaseError, match=r"Write a day without quotes, as in 2026-11-20"):
        table(f"on = {written}").day("on")


def test_a_day_is_read() -> None:
    assert table("on = 2026-11-20").day("on") == date(2026, 11, 20)
    assert table("a = 1").day("on") is None


@pytest.mark.parametrize("written", ['{ en = "x" }', '{ ru = "x" }', '"x"', '{ en = "x", ru = 1 }'])
def test_a_sentence_needs_both_languages(written: str) -> None:
    with pytest.raises(CaseError) as caught:
        table(f"a = 1\ntitle = {written}\n").text("title")
    assert caught.value.where == "case.toml:2"


def test_a_third_language_in_a_sentence_is_refused() -> None:
    with pytest.raises(CaseError, match=r'"de" is not a key'):
        table('title = { en = "x", ru = "x", de = "x" }').text("title")


def test_a_word_outside_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(CaseError, match=r'"lane" is "home". Write one of: life, flight.'):
        table('lane = "home"').one_of("lane", ("life", "flight"))


def test_a_default_word_need_not_be_in_the_list() -> None:
    assert table("").one_of("lane", ("life",), default="") == ""


@pytest.mark.parametrize("written", ['"x"', "[1]", '["a", 2]', "[true]"])
def test_a_list_of_strings_holds_strings_only(written: str) -> None:
    with pytest.raises(CaseError):
        table(f"bars = {written}").strings("bars")


def test_a_list_of_tables_holds_tables_only() -> None:
    with pytest.raises(CaseError, match=r"Write a list of tables"):
        list(table("fact = [ { a = 1 }, 2 ]").tables("fact"))


@pytest.mark.parametrize("source", ["a = 1\na = 2\n", "a =\n", "[x\n", 'a = "open\n', "[x]\n[x]\n", "a = 2026-02-30\n"])
def test_broken_notation_is_one_sentence_naming_the_file(source: str) -> None:
    with pytest.raises(CaseError, match=r"not valid TOML.*line \d+.*Mend the notation") as caught:
        table(source)
    assert caught.value.where == "case.toml"


def test_the_fault_is_of_the_readers_kind() -> None:
    with pytest.raises(RuleError):
        read_table("a = 1", file="x", error=RuleError).string("id")


def test_a_file_that_is_not_utf_8_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes('id = "дело"'.encode("cp1251"))
    with pytest.raises(CaseError, match=r"not UTF-8. Save it as UTF-8") as caught:
        read_file(path, error=CaseError)
    assert str(path) in str(caught.value)


def test_the_mark_that_some_editors_put_first_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text('id = "дело"', encoding="utf-8-sig")
    assert read_file(path, error=CaseError).string("id") == "дело"


def test_lines_are_counted_alike_in_files_of_every_system(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b'a = "x"\r\n[[fact]]\r\nb = 1\r\n')
    (fact,) = read_file(path, error=CaseError, name="case.toml").tables("fact")
    assert line(fact.where("b")) == 3
