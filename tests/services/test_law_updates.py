"""Installing a law package: refused unless it is signed, trusted and newer; whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jsonschema import Draft202012Validator

from pristan.cli.main import pristan
from pristan.kernel.law_data import SHIPPED, local_records, look_again, product_home
from pristan.law.edition import edition_in_use
from pristan.law.loader import law_in_use, load_law
from pristan.law.package import DATA_FOLDERS, LawPackageError, key_id, pack, write_package
from pristan.services.law_keys import make_keys, read_private_key, trust
from pristan.services.law_updates import asks_alike, install, remove_installed
from pristan.services.schemas import schema
from tests.support.records import record, write_law

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NEWER = "2999-01-01"
RULE = Path("law/records/us/asylum/bar/previous_denial.toml")
STORY = str(Path(__file__).parents[2] / "stories" / "antiwar")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PRISTAN_HOME", str(tmp_path / "home"))
    look_again()
    yield
    monkeypatch.undo()
    look_again()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small law with the shipped questions and time limits."""
    root = tmp_path_factory.mktemp("data")
    for folder in (("kernel", "vocabulary"), ("deadlines", "records")):
        shutil.copytree(SHIPPED.joinpath(*folder), root.joinpath(*folder))
    write_law(root / "law", xx__one=record("xx.one"))
    return root


@pytest.fixture(scope="module")
def whole_law(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all shipped data, in which one version begins a day later."""
    root = tmp_path_factory.mktemp("whole")
    for folder in DATA_FOLDERS:
        if SHIPPED.joinpath(*folder).is_dir():
            shutil.copytree(SHIPPED.joinpath(*folder), root.joinpath(*folder))
    text = (root / RULE).read_text(encoding="utf-8")
    (root / RULE).write_text(text.replace("from        = 1997-04-01", "from        = 1997-04-02"), encoding="utf-8")
    return root


@pytest.fixture
def package(data: Path, tmp_path: Path) -> Callable[..., Path]:
    def made(version: str = NEWER, key: Ed25519PrivateKey | None = KEY) -> Path:
        path = tmp_path / "law.zip"
        write_package(pack(data, version, date(2026, 12, 1), key=key), path)
        return path

    return made


def trusted(tmp_path: Path) -> str:
    path = tmp_path / "office.pub"
    path.write_text(KEY.public_key().public_bytes_raw().hex() + "\n", encoding="utf-8")
    return trust(path)


def test_the_shipped_law_is_in_use_at_first() -> None:
    found = edition_in_use()
    assert found.shipped
    assert found.marks == ()


def test_a_signed_and_trusted_package_takes_the_place_of_the_law(package: Callable[..., Path], tmp_path: Path) -> None:
    assert trusted(tmp_path) == key_id(KEY.public_key())
    old = law_in_use()
    done = install(package())
    assert (done.after.version, done.after.signer, done.after.marks) == (NEWER, key_id(KEY.public_key()), ())
    assert edition_in_use().warning is None
    assert "us.asylum" in old.rules
    assert set(law_in_use().rules) == {"xx.one"}


def test_records_of_an_office_s_own_are_said_wherever_the_law_decides() -> None:
    assert edition_in_use().warning is None
    own = local_records() / "records" / "us" / "own.toml"
    own.parent.mkdir(parents=True)
    own.write_text("", encoding="utf-8")
    found = edition_in_use()
    assert (found.shipped, found.local) == (True, ("us.own",))
    assert found.warning is not None
    assert "us.own" in found.warning.en
    assert "собственные записи" in found.warning.ru


def test_after_a_reset_the_shipped_law_is_in_use(package: Callable[..., Path], tmp_path: Path) -> None:
    trusted(tmp_path)
    install(package())
    assert remove_installed().shipped
    assert "us.asylum" in law_in_use().rules


@pytest.mark.parametrize(
    ("version", "key", "trust_it", "said"),
    [
        (NEWER, None, True, "it is not signed"),
        (NEWER, KEY, False, "is not trusted"),
        ("2020-01-01", KEY, True, "is not newer than"),
    ],
)
def test_what_cannot_be_trusted_is_refused_and_by_force_marked(
    package: Callable[..., Path], tmp_path: Path, version: str, key: Ed25519PrivateKey | None, trust_it: bool, said: str
) -> None:
    if trust_it:
        trusted(tmp_path)
    path = package(version, key)
    with pytest.raises(LawPackageError, match=said):
        install(path)
    assert edition_in_use().shipped
    done = install(path, force=True)
    assert any(said in mark for mark in done.after.marks)
    warning = edition_in_use().warning
    assert warning is not None
    assert said in warning.en
    assert "принудительно" in warning.ru


def test_a_package_whose_records_do_not_load_is_refused_even_by_force(tmp_path: Path, data: Path) -> None:
    root = tmp_path / "broken"
    shutil.copytree(data, root)
    (root / "law" / "records" / "xx.toml").write_text(
        record("xx", role='"bar"', raised_by='"nobody"'), encoding="utf-8"
    )
    path = tmp_path / "law.zip"
    write_package(pack(root, NEWER, date(2026, 12, 1), key=None), path)
    with pytest.raises(LawPackageError, match="nothing was installed"):
        install(path, force=True)
    assert edition_in_use().shipped
    assert not [one for one in (product_home() / "law").iterdir() if one.is_dir()]


def test_a_file_that_is_no_key_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "key.pub"
    path.write_text("secret", encoding="utf-8")
    with pytest.raises(LawPackageError, match="not a public key"):
        trust(path)


def test_a_package_changed_after_a_trusted_key_signed_it_is_refused_even_by_force(
    package: Callable[..., Path], tmp_path: Path, data: Path
) -> None:
    trusted(tmp_path)
    signature = pack(data, NEWER, date(2026, 12, 1), key=KEY)["signature.toml"]
    changed = tmp_path / "changed"
    shutil.copytree(data, changed)
    (changed / "law" / "records" / "xx" / "one.toml").write_text(record("xx.one") + "# changed\n", encoding="utf-8")
    path = tmp_path / "law.zip"
    write_package({**pack(changed, NEWER, date(2026, 12, 1), key=None), "signature.toml": signature}, path)
    for force in (False, True):
        with pytest.raises(LawPackageError, match="changed after it was signed"):
            install(path, force=force)
    assert edition_in_use().shipped


@pytest.mark.parametrize("version", ["2026-13-45", "2026-02-29", "26-12-01", "2026-12-01.0001"])
def test_a_version_that_is_no_day_is_not_packed(data: Path, version: str) -> None:
    with pytest.raises(LawPackageError, match="Write the day"):
        pack(data, version, date(2026, 12, 1), key=None)


def test_a_new_pair_of_keys_signs_and_is_trusted_and_neither_passes_for_the_other(tmp_path: Path) -> None:
    name = make_keys(tmp_path / "office")
    private, public = tmp_path / "office.key", tmp_path / "office.pub"
    assert private.stat().st_mode & 0o077 == 0
    assert key_id(read_private_key(private).public_key()) == name == trust(public)
    with pytest.raises(LawPackageError, match="which only its owner may hold"):
        trust(private)
    with pytest.raises(LawPackageError, match="not a private key"):
        read_private_key(public)
    with pytest.raises(LawPackageError, match="not written over"):
        make_keys(tmp_path / "office")


@pytest.mark.parametrize("questions_differ", [False, True])
def test_the_command_names_each_conclusion_that_changes_and_why(
    tmp_path: Path, whole_law: Path, questions_differ: bool
) -> None:
    root = tmp_path / "changed"
    shutil.copytree(whole_law, root)
    route = root / "law" / "records" / "us" / "withholding.toml"
    text = route.read_text(encoding="utf-8")
    route.write_text(text.replace("[[version]]\n", "[[version]]\nuntil = 2000-01-01\n", 1), encoding="utf-8")
    if questions_differ:
        with (root / "kernel" / "vocabulary" / "us.toml").open("a", encoding="utf-8") as file:
            file.write("# one more line\n")
    path = tmp_path / "law.zip"
    write_package(pack(root, NEWER, date(2026, 12, 1), key=None), path)
    assert asks_alike(path) is not questions_differ
    done = CliRunner().invoke(pristan, ["law", "update", str(path), STORY, "--force"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "INSTALLED BY FORCE: it is not signed" in done.output
    assert re.search(r"^\d+ conclusions change in 1 cases$", done.output, re.MULTILINE)
    lines = done.output.splitlines()
    at = next(number for number, line in enumerate(lines) if re.search(r": us\.withholding: [\w ]+ -> Closed$", line))
    assert lines[at + 1] == "    Without this it would be the same:"
    assert re.search(r" \[us\.withholding\]\. First: in force .*\(.*\)\. Then: not in force\.$", lines[at + 2])
    assert not any(": us.asylum: " in line for line in lines)
    assessed = CliRunner().invoke(pristan, ["assess", STORY, "--route", "us.withholding"], catch_exceptions=False)
    assert "was installed by force: it is not signed" in " ".join(assessed.output.split())


def test_an_update_as_json_keeps_its_schema(tmp_path: Path, whole_law: Path) -> None:
    trusted(tmp_path)
    path = tmp_path / "law.zip"
    write_package(pack(whole_law, NEWER, date(2026, 12, 1), key=KEY), path)
    done = CliRunner().invoke(pristan, ["law", "update", str(path), STORY, "--json"], catch_exceptions=False)
    found = json.loads(done.stdout)
    Draft202012Validator(schema("law_update")).validate(found)
    assert found["rules"] == ["us.asylum.bar.previous_denial"]
    assert found["changes"] == []
    status = CliRunner().invoke(pristan, ["law", "status", "--json"], catch_exceptions=False)
    Draft202012Validator(schema("law_status")).validate(json.loads(status.stdout))
    assert json.loads(status.stdout) == found["now"]


def test_a_local_record_is_labelled_wherever_it_is_shown(tmp_path: Path) -> None:
    folder = product_home() / "local-law" / "records" / "office"
    folder.mkdir(parents=True)
    text = record("office.habit").replace('"receipt"', '"us_entry_stamp"')
    (folder / "habit.toml").write_text(text, encoding="utf-8")
    look_again()
    base = load_law(SHIPPED / "law", overlay=product_home() / "local-law")
    assert base.rules["office.habit"].title.en.endswith("[local record]")
    assert base.rules["office.habit"].title.ru.endswith("[местная запись]")
    assert "[local record]" not in base.rules["us.asylum"].title.en
