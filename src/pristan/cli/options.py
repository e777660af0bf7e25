"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pristan.kernel.language import Language

Decorated = Callable[..., Any]

CASE = click.argument("case", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON; `pristan schema` shows its form.")


def language_option(function: Decorated) -> Decorated:
    """--lang en|ru."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice([one.value for one in Language]),
        default="en",
        show_default=True,
        help="Language of what is printed.",
        callback=lambda _context, _option, value: Language(value),
    )(function)


def on_option(function: Decorated) -> Decorated:
    """--on DAY."""
    return click.option("--on", "on", metavar="DAY", help="Apply the law as of this day, as 2026-11-20.")(function)
