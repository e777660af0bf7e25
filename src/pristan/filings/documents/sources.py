"""What a sentence of a document rests on, and the state of it: a key for each source, and a digest of what it says.

Keys: fact:PERSON/FACT or fact:PERSON/FACT@ITEM; paragraph:PERSON/ID; explanation:ID; exhibit:ID; event:ID; person:ID;
pattern:ID; figure:ID; law:RULE; field:PROFILE/PERSON/ID. Does not: decide whether a change matters; the reader does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pristan.case.model import Case, Exhibit, Statement
from pristan.country.figures import figures
from pristan.country.patterns import Pattern, patterns
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.dates import PartialDate
from pristan.kernel.language import Language
from pristan.law.model import LawBase, Rule

DIGEST = 12  # hex digits


def fact_key(statement: Statement) -> str:
    """The key of the fact that a statement is about."""
    item = "" if statement.item is None else f"@{statement.item}"
    return f"fact:{statement.person}/{statement.fact}{item}"


def digest(*parts: object) -> str:
    """A short name of what is said."""
    return hashlib.sha256("\x1f".join(str(one) for one in parts).encode()).hexdigest()[:DIGEST]


class States:
    """The state of every source of a case, by key."""

    def __init__(self, case: Case, base: LawBase) -> None:
        self._states = {**_of_case(case), **_of_packets(case)}
        self._base = base

    def __getitem__(self, key: str) -> str | None:
        """The state of one source; None where the case no longer has it."""
        kind, _, name = key.partition(":")
        if kind == "law":
            rule = self._base.rules.get(name)
            return None if rule is None else _law_state(rule)
        if kind == "pattern":
            return None if name not in patterns() else _pattern_state(patterns()[name])
        if kind == "figure":
            found = figures().get(name)
            return None if found is None else digest(found.says.en, found.amount(Language.EN), found.url, found.checked)
        return self._states.get(key)

    def of(self, keys: tuple[str, ...]) -> str:
        """The state of several sources together."""
        return digest(*(self[key] for key in keys))


def _of_case(case: Case) -> Mapping[str, str]:
    facts: dict[str, list[str]] = {}
    for one in case.statements:
        said = (_value(one.value), one.exhibit, one.page, one.quote, one.how)
        facts.setdefault(fact_key(one), []).append("|".join(str(part) for part in said))
    found = {key: digest(*said) for key, said in facts.items()}
    found |= {f"person:{one.id}": digest(one.name.en, one.name.ru, one.role) for one in case.persons}
    found |= {f"exhibit:{one.id}": _exhibit_state(case, one) for one in case.exhibits.values()}
    found |= {
        f"event:{one.id}": digest(
            "" if one.when is None else one.when.original, one.title.en, one.title.ru, one.exhibits
        )
        for one in case.events
    }
    found |= {
        f"paragraph:{one.person}/{one.id}": digest(one.text, *((t.language, t.text) for t in one.translations))
        for one in case.declarations.paragraphs
    }
    found |= {f"explanation:{one.id}": digest(one.text.en, one.text.ru) for one in case.accounts.explanations}
    return found


def _of_packets(case: Case) -> Mapping[str, str]:
    return {
        f"field:{one.profile}/{one.person}/{name}": digest(value)
        for one in case.declarations.packets
        for name, value in one.fields.items()
    }


def _value(value: object) -> str:
    return value.original if isinstance(value, PartialDate) else str(value)


def _exhibit_state(case: Case, one: Exhibit) -> str:
    when = "" if one.date is None else one.date.original
    return digest(
        one.title.en, one.title.ru, when, one.language, one.number, one.body, sha256_of_bytes(case.bytes_of(one))
    )


def _pattern_state(one: Pattern) -> str:
    sources = [(source.publisher, source.title, source.url, source.page) for source in one.sources]
    return digest(one.title.en, one.method.en, sources, one.checked)


def _law_state(rule: Rule) -> str:
    return digest(*((one.since, one.until, [authority.cite for authority in one.authorities]) for one in rule.versions))
