"""Looks the dependencies over, offline: `python -m tools.dependencies` prints what is wrong, and ends with 1 then.

- every package in a lock is pinned to one version and has hashes; a lock names no index and no address
- what is declared stands in the lock, and what stands in the lock is needed by what is declared
- each declared package is imported or named somewhere in src/
- the licence of each package that is shipped is permissive, MPL or LGPL, as its own metadata says

Does not: look for known faults of packages; that needs the network (`make audit`). See docs/decisions/0016.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = {"core": ROOT / "requirements" / "core.lock", "dev": ROOT / "requirements" / "dev.lock"}
_PINNED = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[^\s;\\]+)(?:\s*;[^\\]*)?\s*\\?")
_NAMED = re.compile(r"[a-z]\w*(\.\w+)*")
_HASH = re.compile(r"\s+--hash=sha256:[0-9a-f]{64}\s*\\?")

# words of licences, as SPDX expressions, classifiers and older fields write them
_ALLOWED = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zope|ZPL|zlib|HPND|Unlicense|0BSD"
    r"|MPL|Mozilla Public License|LGPL\w*|GNU Lesser General Public License)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?<!L)\b(AGPL|GPL)|(?<!Lesser )General Public License|Affero|SSPL|BUSL|proprietary", re.IGNORECASE
)
READ_BY_HAND = {  # packages whose metadata do not say it: what the licence file in the wheel says
    "sqlcipher3": "zlib",
}


def pinned_in(lock: Path) -> Iterator[tuple[str, str]]:
    """Each package of a lock with its version; a fault of its form is printed by `faults_of_form`."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if found := _PINNED.fullmatch(line):
            yield canonicalize_name(found["name"]), found["version"]


def faults_of_form(lock: Path) -> Iterator[str]:
    """Lines that are no pin with hashes."""
    hashes: int | None = None
    name = ""
    for number, line in enumerate(lock.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{lock.name}:{number}"
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if _HASH.fullmatch(line):
            hashes = (hashes or 0) + 1
        elif found := _PINNED.fullmatch(line):
            if hashes == 0:
                yield f"{lock.name}: {name} has no hash"
            name, hashes = found["name"], 0
        else:
            yield f'{place}: "{line.strip()}" is no pin with a hash'
        if "://" in line or "--index" in line or "--find-links" in line:
            yield f"{place}: a lock names no address"
    if hashes == 0:
        yield f"{lock.name}: {name} has no hash"


def declared(root: Path) -> Mapping[str, list[Requirement]]:
    """What is asked for: in the core (pyproject.toml, build.in) and for development."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return {
        "core": [Requirement(one) for one in (*project, *_asked_in(root / "requirements" / "build.in"))],
        "dev": [Requirement(one) for one in _asked_in(root / "requirements" / "dev.in")],
    }


def _asked_in(path: Path) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("-")]


def needed(wanted: list[Requirement]) -> set[str]:
    """These packages and all that they need here, as installed."""
    found: set[tuple[str, str]] = set()
    left = [(canonicalize_name(one.name), extra) for one in wanted for extra in ("", *one.extras)]
    while left:
        name, extra = left.pop()
        if (name, extra) in found:
            continue
        found.add((name, extra))
        for text in metadata.requires(name) or ():
            more = Requirement(text)
            if more.marker is None or more.marker.evaluate({"extra": extra}):
                left += [(canonicalize_name(more.name), one) for one in ("", *more.extras)]
    return {name for name, _extra in found}


def faults_of_need(root: Path = ROOT) -> Iterator[str]:
    """What is declared and not locked, and what is locked and not needed."""
    asked = declared(root)
    locked = {key: {name for name, _ in pinned_in(lock)} for key, lock in LOCKS.items()}
    for key, wanted in asked.items():
        known = locked["core"] | locked[key]
        for one in wanted:
            if canonicalize_name(one.name) not in known:
                yield f"{one.name} is declared and not in {key}.lock; lock it (the head of the lock says how)"
        for name in sorted(locked[key] - needed(wanted)):
            yield f"{name} is in {key}.lock and nothing that is declared needs it; lock anew"


def faults_of_use(root: Path = ROOT) -> Iterator[str]:
    """Declared packages that no module in src/ imports."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    modules = {top for path in (root / "src").rglob("*.py") for top in _imported(path)}
    by_module = metadata.packages_distributions()
    used = {canonicalize_name(name) for module in modules for name in by_module.get(module, ())}
    for text in project:
        name = canonicalize_name(Requirement(text).name)
        if name not in used:
            yield f"{name} is declared in pyproject.toml and no module imports it; take it out"


def _imported(path: Path) -> Iterator[str]:
    """Modules that are imported, or named in a text as settings do ("django_htmx.middleware.HtmxMiddleware")."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _NAMED.fullmatch(node.value):
            yield node.value.partition(".")[0]


def licence_of(name: str) -> str:
    """What its metadata say, the most exact first; empty if they say nothing."""
    told = metadata.metadata(name)
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    classes = [one.rpartition("::")[2].strip() for one in told.get_all("Classifier") or () if one.startswith("License")]
    said = "; ".join(one for one in classes if one not in ("OSI Approved",))
    first = (told.get("License") or "").strip().split("\n")[0]
    return said or first or READ_BY_HAND.get(name, "")


def fault_of_licence(licence: str) -> str:
    """Why a licence may not be shipped; empty if it may. Of a choice (OR) one that may be taken is enough."""
    choices = re.split(r"\bOR\b", licence)
    if any(_ALLOWED.search(one) and not _REFUSED.search(one) for one in choices):
        return ""
    return "is not permissive, MPL or LGPL" if licence else "is not told by its metadata: read it, and note it here"


def faults_of_licences() -> Iterator[str]:
    """Packages of the core whose licence may not be shipped, or that are not installed as locked."""
    for name, version in pinned_in(LOCKS["core"]):
        try:
            installed = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield f"{name} is locked and not installed; run make setup"
            continue
        if installed != version:
            yield f"{name} is installed as {installed} and locked as {version}; run make setup"
        licence = licence_of(name)
        if why := fault_of_licence(licence):
            yield f"{name}: the licence “{licence}” {why}"


def faults() -> Iterator[str]:
    """All of it."""
    for lock in LOCKS.values():
        yield from faults_of_form(lock)
    yield from faults_of_need()
    yield from faults_of_use()
    yield from faults_of_licences()


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found), end="\n" if found else "")  # noqa: T201 - a tool prints
    sys.exit(bool(found))
