"""`make bench`: every figure of the product, printed in one run."""

from __future__ import annotations

import sys

from tests.bench import (
    assessment_bench,
    bundle_bench,
    chronology_bench,
    install_bench,
    reading_bench,
    scan_bench,
    vault_bench,
    web_bench,
)


def main() -> None:
    """Run all benches, or those named on the command line."""
    benches = {
        "install": install_bench.main,
        "assessment": assessment_bench.main,
        "chronology": chronology_bench.main,
        "bundle": bundle_bench.main,
        "reading": reading_bench.main,
        "scans": scan_bench.main,
        "vault": vault_bench.main,
        "web": web_bench.main,
    }
    for name in sys.argv[1:] or benches:
        print(f"\n== {name}", flush=True)
        benches[name]()


if __name__ == "__main__":
    main()
