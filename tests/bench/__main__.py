"""`make bench`: every figure of the product, printed in one run."""

from __future__ import annotations

import sys
from importlib import import_module

from pristan.web.serving import set_up

BENCHES = ("install", "assessment", "update", "chronology", "bundle", "reading", "scans", "vault", "web")
_MODULES = {"scans": "scan"}


def main() -> None:
    """Run all benches, or those named on the command line."""
    set_up()  # once for the whole run, by the workbench's settings: those of the vault are among them
    for name in sys.argv[1:] or BENCHES:
        print(f"\n== {name}", flush=True)
        import_module(f"tests.bench.{_MODULES.get(name, name)}_bench").main()


if __name__ == "__main__":
    main()
