"""Help in Russian: a command with its words in Russian, and those of the library that reads the command line.

English stands in the code, the Russian of both in help_words.toml, by the English. The library (click) says its own
words through the name `_` of its modules, which is where gettext would stand; ours stands there instead, because
gettext wants a compiled file on disk.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from pristan.cli.asked_language import asked_language
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language
from pristan.kernel.strict import read_file

PARTS = ("help", "fault", "click")
_MODULES: tuple[Any, ...] = (core, decorators, exceptions, formatting, parser, termui, types)


@cache
def russian_words() -> Mapping[str, str]:
    """The Russian of each English text. Raises RuleError if one stands twice."""
    root = read_file(Path(__file__).with_suffix(".toml"), error=RuleError)
    found = root.in_russian(*PARTS)
    root.done()
    return found


def one_line(text: str) -> str:
    """A help text as the words file writes it: paragraphs in a line each."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n"))


def said(text: str) -> str:
    """The text in the language asked for; English where there is no Russian (a test sees to it that there is)."""
    return russian_words().get(one_line(text), text) if asked_language() is Language.RU else text


def _said_by_click(text: str) -> str:
    return russian_words().get(text, text) if asked_language() is Language.RU else text


def _counted_by_click(one: str, several: str, number: int) -> str:
    return _said_by_click(one if number == 1 else several)


def speak_for_click() -> None:
    """Let the library say its words in the language asked for."""
    for module in _MODULES:
        if hasattr(module, "_"):
            module._ = _said_by_click
        if hasattr(module, "ngettext"):
            module.ngettext = _counted_by_click


def in_language(command: click.Command) -> click.Command:
    """The command in the language asked for; the one given stays as it is."""
    if asked_language() is not Language.RU:
        return command
    other = copy.copy(command)
    other.help, other.short_help, other.epilog = (
        None if text is None else said(text) for text in (command.help, command.short_help, command.epilog)
    )
    other.options_metavar = said(command.options_metavar or "")
    other.params = [_parameter(one) for one in command.params]
    other._help_option = None  # click keeps it with the words of its first use
    if isinstance(command, click.Group) and isinstance(other, click.Group):
        other.subcommand_metavar = said(command.subcommand_metavar)
        other.commands = {name: in_language(inner) for name, inner in command.commands.items()}
    return other


def _parameter(one: click.Parameter) -> click.Parameter:
    if not isinstance(one, click.Option) or one.help is None:
        return one
    other = copy.copy(one)
    other.help = said(one.help)
    return other
