"""The help of every command and option is there in Russian, and nothing in the words file is said by nobody."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from pristan.cli.help_words import one_line, russian_words
from pristan.cli.main import COMMANDS, pristan
from pristan.kernel.errors import RuleError
from pristan.kernel.strict import read_file

CLI = Path(__file__).parents[2] / "src" / "pristan" / "cli"
CAPITALS = re.compile(r"\b[A-Z]{3,}(?=s?\b)|--[a-z-]+|`[^`]+`")


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from walk(inner, f"{path} {name}")


def said_in_help() -> dict[str, str]:
    """Each text of help, with where it stands."""
    found: dict[str, str] = {}
    for path, command in walk(pristan, "pristan"):
        for text in (command.help, command.short_help, command.epilog):
            if text:
                found[one_line(text)] = path
        for option in command.params:
            if isinstance(option, click.Option) and option.help:
                found[one_line(option.help)] = f"{path} {option.opts[0]}"
    return found


def faults_of_the_line() -> set[str]:
    """What our code says itself about options that do not go together; those with a value in them stay English."""
    calls = (node for path in CLI.glob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    told = [one for one in calls if isinstance(one, ast.Call) and ast.unparse(one.func) == "click.UsageError"]
    plain = [ast.unparse(one) for one in told if isinstance(one.args[0], ast.Constant)]
    assert not plain, "say it in both languages: click.UsageError(said(...))"
    inner = [one.args[0] for one in told if isinstance(one.args[0], ast.Call)]
    return {str(one.args[0].value) for one in inner if isinstance(one.args[0], ast.Constant)}


def part(name: str) -> set[str]:
    root = read_file(CLI / "help_words.toml", error=RuleError)
    return {table.string("en") for table in root.tables(name)}


def test_every_option_says_what_it_does() -> None:
    silent = [
        f"{path} {one.opts[0]}"
        for path, command in walk(pristan, "pristan")
        for one in command.params
        if isinstance(one, click.Option) and not one.help
    ]
    assert not silent


def test_every_help_text_is_there_in_russian() -> None:
    assert len(COMMANDS) > 20
    assert {text: where for text, where in said_in_help().items() if text not in russian_words()} == {}


def test_every_fault_of_the_line_is_there_in_russian() -> None:
    assert faults_of_the_line() == part("fault")


def test_nothing_stands_in_russian_that_no_command_says() -> None:
    assert part("help") - set(said_in_help()) == set()


def test_names_of_arguments_and_options_are_the_same_in_both_languages() -> None:
    differ = {
        english: russian
        for english, russian in russian_words().items()
        if english in part("help") and set(CAPITALS.findall(english)) != set(CAPITALS.findall(russian))
    }
    assert differ == {}


@pytest.mark.parametrize("english", sorted(russian_words()))
def test_the_russian_is_russian_and_takes_the_same_values(english: str) -> None:
    russian = russian_words()[english]
    assert re.search("[А-Яа-яё]", russian)
    form = re.compile(r"\{[^}]*\}|%\(\w+\)s")
    assert sorted(form.findall(english)) == sorted(form.findall(russian))
