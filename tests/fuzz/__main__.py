"""`make fuzz`: every target for some seconds, in turn. Exit code 1 if one broke; what broke it lies in build/fuzz/NAME.

`python -m tests.fuzz [--seconds N] [NAME ...]`. What was found interesting is kept there and built upon next time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS, seeds

_HOME = Path("build") / "fuzz"


def main() -> int:
    """Run them."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("names", nargs="*", default=list(TARGETS))
    asked = parser.parse_args()
    broke = [name for name in asked.names if not _sound(name, asked.seconds)]
    print(f"{len(asked.names) - len(broke)} sound; broke: {', '.join(broke) or 'none'}")
    return 1 if broke else 0


def _sound(name: str, seconds: int) -> bool:
    corpus = _HOME / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    bounds = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=20000"]
    where = [f"-artifact_prefix={corpus}/broke-", str(corpus)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.one", name, *bounds, *where], capture_output=True, text=True, check=False
    )
    told = (done.stdout + done.stderr).strip().splitlines()
    print(f"{name}: {'sound' if done.returncode == 0 else 'BROKE'}; {told[-1] if told else ''}", flush=True)
    if done.returncode:
        print("\n".join(told[-40:]))
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
