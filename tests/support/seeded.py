"""A secret of this run, the surroundings of a journey in which it is typed, and the search for it in what was left."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "cp1251")


def a_secret() -> str:
    """A Russian word that stands in no dictionary and no other file."""
    chance = random.SystemRandom()
    return "щ" + "".join(chance.choice("бвгджзклмнпрст") + chance.choice("аеиоу") for _ in range(6))


def surroundings(root: Path) -> dict[str, str]:
    """The environment of a program all of whose folders lie in `root`: tmp, home, caches; `root/cases` is for cases."""
    for name in ("tmp", "home", "cases"):
        (root / name).mkdir()
    told = {**os.environ, "TMPDIR": f"{root}/tmp", "HOME": f"{root}/home", "PRISTAN_HOME": f"{root}/home/pristan"}
    told |= {"XDG_CACHE_HOME": f"{root}/home/cache", "XDG_DATA_HOME": f"{root}/home/data"}
    return {**told, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def hits(folder: Path, secret: str) -> list[str]:
    """Files below `folder` in which the secret stands, by name or by content."""
    wanted = [secret.encode(one) for one in ENCODINGS]
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if secret in path.name or any(one in data for one in wanted):
            found.append(path.relative_to(folder).as_posix())
    return found
