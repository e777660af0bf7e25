"""A small case folder, written table by table: an invented person, one oddity at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

HEAD = {
    "format": '"pristan-case/1"',
    "id": '"small"',
    "title": '{ en = "A small case", ru = "Маленькое дело" }',
    "language": '"ru"',
    "assessed_on": "2026-11-20",
}
PERSON = '[[person]]\nid = "anna"\nname = { en = "Anna Zimina", ru = "Анна Зимина" }\nrole = "principal"\n'
SPOUSE = '[[person]]\nid = "oleg"\nname = { en = "Oleg Zimin", ru = "Олег Зимин" }\nrole = "spouse"\n'


def exhibit(name: str = "1", *, issuer: str = "neutral", file: str = "exhibits/1.txt", more: str = "") -> str:
    """An `[[exhibit]]`; `more` is TOML added to it."""
    return (
        f'[[exhibit]]\nid = "{name}"\nfile = "{file}"\ntitle = {{ en = "Paper {name}", ru = "Бумага {name}" }}\n'
        f'kind = "letter"\nlanguage = "ru"\nissuer = "{issuer}"\n{more}\n'
    )


def item(of: str, name: str, more: str = "") -> str:
    """An `[[item]]` of a list."""
    return f'[[item]]\nlist = "{of}"\nid = "{name}"\ntitle = {{ en = "{name}", ru = "{name}" }}\n{more}\n'


def fact(name: str, *says: str, item: str | None = None, more: str = "") -> str:
    """A `[[fact]]`; each of `says` is the inside of an inline table, on a line of its own."""
    of = "" if item is None else f'item = "{item}"\n'
    inside = "".join(f"  {{ {one} }},\n" for one in says)
    return f'[[fact]]\nfact = "{name}"\n{of}{more}says = [\n{inside}]\n'


def told(value: object) -> str:
    """The person's own word."""
    return f'value = {json.dumps(value)}, by = "person"'


def paper(value: object, exhibit: str = "1", *, how: str | None = "own_act", page: int = 1) -> str:
    """What an exhibit says."""
    by_issuer = "" if how is None else f', how = "{how}"'
    return f'value = {json.dumps(value)}, exhibit = "{exhibit}", page = {page}{by_issuer}'


def event(name: str = "search", more: str = 'exhibits = [ { exhibit = "1", page = 1 } ]') -> str:
    """An `[[event]]`."""
    return (
        f'[[event]]\nid = "{name}"\nwhen = "2026-03"\ntitle = {{ en = "Search", ru = "Обыск" }}\n'
        f'lane = "persecution"\n{more}\n'
    )


def scenario(name: str, *suppose: str) -> str:
    """A `[[scenario]]`; each of `suppose` is the inside of an inline table."""
    inside = "".join(f"  {{ {one} }},\n" for one in suppose)
    return f'[[scenario]]\nid = "{name}"\ntitle = {{ en = "If", ru = "Если" }}\nsuppose = [\n{inside}]\n'


def passage(name: str, target: str, quote: str, *, exhibit: str = "1", page: int = 1, more: str = "") -> str:
    """A `[[passage]]`; `target` is TOML, as `pattern = "drug_planting"`."""
    words = json.dumps(quote, ensure_ascii=False)
    return f'[[passage]]\nid = "{name}"\nexhibit = "{exhibit}"\npage = {page}\nquote = {words}\n{target}\n{more}\n'


def write_case(folder: Path, *tables: str, head: Mapping[str, str | None] = {}, files: tuple[str, ...] = ()) -> Path:
    """Write `case.toml` and the files it names; a head key of None is left out. Returns the folder."""
    keys = {**HEAD, **head}
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    (folder / "exhibits").mkdir(parents=True, exist_ok=True)
    for name in ("exhibits/1.txt", *files):
        (folder / name).write_text("paper\n", encoding="utf-8")
    (folder / "case.toml").write_text("\n".join(lines) + "\n\n" + "\n".join(tables), encoding="utf-8")
    return folder


def line_of(folder: Path, text: str, nth: int = 1) -> int:
    """The number of the nth line of the case file that holds `text`."""
    lines = (folder / "case.toml").read_text(encoding="utf-8").split("\n")
    found = [number for number, line in enumerate(lines, start=1) if text in line]
    return found[nth - 1]
