"""The check of dependencies finds what it is there for, and this tree has none of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.dependencies import fault_of_licence, faults, faults_of_form, faults_of_use

HASH = f"    --hash=sha256:{'0' * 64}"


def test_this_tree_is_clean() -> None:
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["one==1.0"], "has no hash"),
        (["one==1.0 \\", HASH, "two==2.0", "# via one"], "two has no hash"),
        (["one>=1.0 \\", HASH], "no pin"),
        (["--index-url https://example.org/simple", "one==1.0 \\", HASH], "names no address"),
        (["one @ https://example.org/one.whl \\", HASH], "names no address"),
        (["--find-links wheels", "one==1.0 \\", HASH], "names no address"),
    ],
)
def test_a_lock_that_is_not_pinned_and_hashed_is_found(tmp_path: Path, lines: list[str], says: str) -> None:
    lock = tmp_path / "core.lock"
    lock.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert any(says in one for one in faults_of_form(lock))


def test_a_sound_lock_is_quiet(tmp_path: Path) -> None:
    lock = tmp_path / "core.lock"
    lock.write_text(f"# made by a tool\none==1.0 \\\n{HASH} \\\n{HASH}\n    # via two\ntwo==2.0 ; x \\\n{HASH}\n")
    assert list(faults_of_form(lock)) == []


@pytest.mark.parametrize(
    "licence",
    ["MIT", "BSD License", "Apache-2.0 OR BSD-3-Clause", "MPL-2.0", "GPL-2.0-only OR MIT", "Zope Public License",
     "GNU Lesser General Public License v3 (LGPLv3)", "PSF-2.0", "LGPL-3.0-or-later", "zlib"],
)  # fmt: skip
def test_licences_that_may_be_shipped(licence: str) -> None:
    assert fault_of_licence(licence) == ""


@pytest.mark.parametrize(
    "licence",
    ["GPL-3.0-only", "GNU General Public License v3 (GPLv3)", "AGPL-3.0-or-later",
     "GNU Affero General Public License v3", "MIT AND GPL-2.0-only", "SSPL-1.0", "Other/Proprietary License",
     "", "see the web site"],
)  # fmt: skip
def test_licences_that_may_not(licence: str) -> None:
    assert fault_of_licence(licence)


def test_a_package_that_no_module_names_is_found(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("import click\nfrom PIL import Image\nx = 'django_htmx.middleware.X'\n")
    wanted = '["click>=8", "pillow", "django-htmx", "waitress>=3"]'
    (tmp_path / "pyproject.toml").write_text(f"[project]\ndependencies = {wanted}\n")
    assert [one.partition(" ")[0] for one in faults_of_use(tmp_path)] == ["waitress"]
