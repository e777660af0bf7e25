"""What is being done, on the terminal's error stream, so that output can be piped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """A display of the current step; quiet where the error stream is no terminal."""
    console = Console(stderr=True)
    with console.status("") as status:

        def show(step: str) -> None:
            status.update(step)

        yield show
