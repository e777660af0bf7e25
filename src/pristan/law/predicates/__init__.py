"""Named predicates that answer elements from raw facts. One small function each."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules


@cache
def load_predicates() -> None:
    """Import every module of this folder, so that all predicates are registered."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
