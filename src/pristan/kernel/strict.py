"""Reading TOML strictly: every key is taken by name, what is left over is a fault, each fault names its line.

Does not: read values of a meaning (dates, facts); the rooms do that with what they take from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import tomli

from pristan.kernel.errors import PristanError
from pristan.kernel.language import Language, Text, in_one_language

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")
# a string, a comment, or a bracket outside both; for lines without a string in three quotes
_TOKEN = re.compile(r"""\"(?:[^"\\]|\\.)*"|'[^']*'|#.*|[\[\]{}]""")
_BRACKET = re.compile(r"[\[\]{}]")
_Path = tuple[str | int, ...]


def _lines_of(source: str) -> dict[_Path, int]:
    """The line on which each table, key and entry of a list of inline tables begins. What stands inside an inline
    table is on the line of that table.
    """
    lines: dict[_Path, int] = {}
    counts: dict[_Path, int] = {}
    here: _Path = ()
    key: _Path = ()
    quote, depth, entries = "", 0, 0
    for number, line in enumerate(source.split("\n"), start=1):  # as TOML counts lines: a form feed ends none
        if not quote and depth == 0:
            if header := _HEADER.match(line):
                here = _table_path(header[2], header[1] == "[[", counts)
                lines.setdefault(here, number)
                if header[1] == "[[":
                    lines.setdefault(here[:-1], number)  # the list itself: its first table
            elif found := _KEY.match(line):
                key, entries = (*here, *_parts(found[1])), 0
                lines.setdefault(key, number)
        brackets, quote = _brackets_in(line, quote)
        for bracket in brackets:
            if bracket == "{" and depth == 1:
                lines.setdefault((*key, entries), number)
                entries += 1
            depth += 1 if bracket in "[{" else -1
    return lines


def headers_of(source: str) -> tuple[tuple[int, tuple[str | int, ...]], ...]:
    """Each `[table]` and `[[table]]` header of a TOML text: the number of its line, from 0, and its path, in order."""
    lines = source.split("\n")
    found: dict[int, _Path] = {}
    for path, number in _lines_of(source).items():
        if lines[number - 1].lstrip().startswith("["):
            found[number - 1] = max(path, found.get(number - 1, ()), key=len)
    return tuple(sorted(found.items()))


def _brackets_in(line: str, quote: str) -> tuple[str, str]:
    """The brackets of a line outside strings and comments, and the quotes of a string still open at its end.

    `quote` is what was open at its beginning.
    """
    if not quote and '"""' not in line and "'''" not in line:
        tokens = _TOKEN.findall(line) if _BRACKET.search(line) else ()
        return "".join([token for token in tokens if token in "[]{}"]), ""
    brackets, at = "", 0
    while at < len(line):
        if quote and quote[0] == '"' and line[at] == "\\":
            at += 2
        elif quote and line.startswith(quote, at):
            at += len(quote)
            while len(quote) == 3 and line.startswith(quote[0], at):  # a string may end in quotes of its own
                at += 1
            quote = ""
        elif quote:
            at += 1
        elif line[at] == "#":
            break
        elif line[at] in "\"'":
            quote = line[at] * (3 if line.startswith(line[at] * 3, at) else 1)
            at += len(quote)
        else:
            brackets += line[at] if line[at] in "[]{}" else ""
            at += 1
    return brackets, quote if len(quote) == 3 else ""


def _parts(dotted: str) -> tuple[str, ...]:
    if dotted.isidentifier():
        return (dotted,)
    return tuple(part.strip("\"' ") for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^.]+', dotted))


def _table_path(dotted: str, is_array: bool, counts: dict[_Path, int]) -> _Path:
    path: _Path = ()
    names = _parts(dotted)
    for depth, name in enumerate(names):
        path = (*path, name)
        if depth == len(names) - 1 and is_array:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


class _Lines:
    """The lines of a file, looked up only when a fault or a statement names its place."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def by_path(self) -> Mapping[_Path, int]:
        return _lines_of(self._source)


class Table:
    """One TOML table, read key by key. `done()` refuses what nobody took."""

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        file: str,
        error: type[PristanError],
        lines: _Lines,
        path: _Path = (),
    ) -> None:
        self._data = data
        self._left = set(data)
        self._file = file
        self._error = error
        self._lines = lines
        self._path = path

    def fail(self, sentence: str, key: str | None = None) -> NoReturn:
        """Raise this reader's error with the file and the line."""
        raise self._error(sentence, where=self.where(key))

    def where(self, key: str | None = None) -> str:
        """File and line of `key`, or of the table."""
        path: _Path = (*self._path, key) if key else self._path
        lines = self._lines.by_path
        while path and path not in lines:
            path = path[:-1]
        line = lines.get(path)
        return f"{self._file}:{line}" if line else self._file

    def has(self, key: str) -> bool:
        """Whether the key is present."""
        return key in self._data

    def names(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(self._data)

    def take(self, key: str, *kinds: type, default: Any = ...) -> Any:
        """The raw value of `key`, checked to be of one of `kinds`."""
        self._left.discard(key)
        if key not in self._data:
            if default is ...:
                self.fail(f'"{key}" is missing here. Add it.')
            return default
        value = self._data[key]
        if kinds and not _is_one_of(value, kinds):
            wanted = " or ".join(_KIND_WORDS.get(kind, kind.__name__) for kind in kinds)
            self.fail(f'"{key}" is {value!r}. Write {wanted}.', key)
        return value

    def string(self, key: str, *, default: Any = ...) -> str:
        """A string."""
        return self.take(key, str, default=default)  # type: ignore[no-any-return]

    def words(self, key: str) -> str:
        """A string that says something."""
        value = self.string(key)
        if not value.strip():
            self.fail(f'"{key}" is blank here. Write what it is.', key)
        return value

    def maybe_string(self, key: str) -> str | None:
        """A string, or None where the key is left out."""
        return self.take(key, str, default=None)  # type: ignore[no-any-return]

    def flag(self, key: str, *, default: bool = False) -> bool:
        """true or false."""
        return self.take(key, bool, default=default)  # type: ignore[no-any-return]

    def day(self, key: str) -> date | None:
        """A calendar day, or None where the key is left out."""
        return self.take(key, date, default=None)  # type: ignore[no-any-return]

    def one_of(self, key: str, allowed: tuple[str, ...], *, default: Any = ...) -> str:
        """One of a few words."""
        value = self.take(key, str, default=default)
        if value is not default and value not in allowed:
            self.fail(f'"{key}" is "{value}". Write one of: {", ".join(allowed)}.', key)
        return value  # type: ignore[no-any-return]

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where the key is left out."""
        value = self.take(key, list, default=[])
        if any(not isinstance(item, str) for item in value):
            self.fail(f'"{key}" holds something that is not a string. Write ["...", "..."].', key)
        return tuple(value)

    def text(self, key: str) -> Text:
        """A sentence in both languages: { en = "...", ru = "..." }."""
        found = self.maybe_text(key)
        if found is None:
            self.fail(f'"{key}" is missing here. Write {key} = {{ en = "...", ru = "..." }}.')
        return found

    def maybe_text(self, key: str) -> Text | None:
        """A sentence in both languages, or None where the key is left out."""
        if key not in self._data:
            return None
        inner = self.table(key)
        text = Text(en=inner.string("en"), ru=inner.string("ru"))
        inner.done()
        return text

    def own_text(self, key: str) -> Text:
        """What a user wrote: in both languages, or in the one it was written in."""
        found = self.maybe_own_text(key)
        if found is None:
            self.fail(f'"{key}" is missing here. Write {key} = {{ en = "...", ru = "..." }}, or one of the two.')
        return found

    def maybe_own_text(self, key: str) -> Text | None:
        """What a user wrote, or None where the key is left out."""
        if key not in self._data:
            return None
        inner = self.table(key)
        said = {one: inner.string(one.value) for one in Language if inner.has(one.value)}
        inner.done()
        if not said:
            self.fail(
                f'"{key}" is in neither language. Write {key} = {{ en = "...", ru = "..." }}, or one of the two.', key
            )
        if len(said) == 1:
            ((language, text),) = said.items()
            return in_one_language(text, language)
        return Text(said[Language.EN], said[Language.RU])

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of sentences in both languages."""
        result = []
        for inner in self.tables(key):
            result.append(Text(en=inner.string("en"), ru=inner.string("ru")))
            inner.done()
        return tuple(result)

    def table(self, key: str) -> Table:
        """An inner table."""
        return self._inner(self.take(key, dict), key)

    def maybe_table(self, key: str) -> Table | None:
        """An inner table, or None where the key is left out."""
        return self.table(key) if key in self._data else None

    def tables(self, key: str) -> Iterator[Table]:
        """Each table of a list of tables; none where the key is left out."""
        for number, item in enumerate(self.take(key, list, default=[])):
            if not isinstance(item, dict):
                self.fail(f'"{key}" holds {item!r}. Write a list of tables.', key)
            yield self._inner(item, key, number)

    def in_russian(self, *keys: str) -> dict[str, str]:
        """The Russian of each English text of the lists of tables at `keys`; a text that stands twice is a fault."""
        found: dict[str, str] = {}
        for key in keys:
            for inner in self.tables(key):
                english = inner.words("en")
                if english in found:
                    inner.fail(f'"{english}" stands twice. Keep one.', "en")
                found[english] = inner.words("ru")
                inner.done()
        return found

    def _inner(self, data: Mapping[str, Any], *steps: str | int) -> Table:
        return Table(data, file=self._file, error=self._error, lines=self._lines, path=(*self._path, *steps))

    def with_value(self, key: str, value: Any) -> Table:
        """The same table with another value at `key`; what was taken so far is taken no more."""
        return Table({**self._data, key: value}, file=self._file, error=self._error, lines=self._lines, path=self._path)

    @property
    def data(self) -> Mapping[str, Any]:
        """The table as it was parsed."""
        return self._data

    def leave(self) -> None:
        """Leave the rest unread on purpose."""
        self._left.clear()

    def done(self) -> None:
        """Refuse keys that nobody took."""
        if self._left:
            unknown = sorted(self._left)[0]
            known = ", ".join(sorted(set(self._data) - self._left))
            self.fail(
                f'"{unknown}" is not a key that is read here. Remove it or mend its spelling (read so far: {known}).',
                unknown,
            )


def _is_one_of(value: Any, kinds: tuple[type, ...]) -> bool:
    """Whether the value is of one of `kinds`; true is no number, and a day with an hour is no day."""
    if isinstance(value, bool | datetime):
        return type(value) in kinds
    return isinstance(value, kinds)


_KIND_WORDS: dict[type, str] = {
    str: 'a string in quotes, as in "..."',
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list, as in [ ... ]",
    dict: "a table, as in { ... }",
    date: "a day without quotes, as in 2026-11-20",
}


def read_table(source: str, *, file: str, error: type[PristanError]) -> Table:
    """Parse TOML text. `file` is how faults name it. Raises `error` with the line for a fault of the notation."""
    try:
        data = tomli.loads(source)
    except tomli.TOMLDecodeError as fault:
        raise error(f"this is not valid TOML: {fault}. Mend the notation there.", where=file) from fault
    return Table(data, file=file, error=error, lines=_Lines(source))


def read_file(path: Path, *, error: type[PristanError], name: str | None = None) -> Table:
    """Parse the TOML file at `path`."""
    try:
        source = path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as fault:
        raise error("this file is not UTF-8. Save it as UTF-8.", where=name or str(path)) from fault
    return read_table(source, file=name or str(path), error=error)
