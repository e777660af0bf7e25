"""The decided cases that the law base cites, by what they are known by, and what became of them.

Source: the citations of every version, dispute, litigation note and decided case of the law base.
Does not: know cases that no record cites; that a case is unknown here says nothing about whether it exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pristan.kernel.citations.case import CaseCitation
from pristan.kernel.citations.find import citations_in
from pristan.law.model import NOT_APPLIED, LawBase, Version


@dataclass
class KnownCase:
    """One case, as the law base cites it."""

    case: CaseCitation
    cites: dict[str, None] = field(default_factory=dict)  # as written in the records
    rules: dict[str, None] = field(default_factory=dict)
    disputed_by: dict[str, None] = field(default_factory=dict)
    last_days: list[date | None] = field(default_factory=list)  # of the versions that rest on it; None: no end
    not_applied: dict[tuple[str, str], None] = field(
        default_factory=dict
    )  # state in the courts and cite, where not applied

    def ended(self, on: date) -> date | None:
        """The day from which no version rests on it any more; None while one does."""
        days = [day for day in self.last_days if day is not None]
        if not self.last_days or len(days) < len(self.last_days) or max(days) > on:
            return None
        return max(days)


class KnownCases:
    """Finds the case that a citation means."""

    def __init__(self, law: LawBase, on: date) -> None:
        self._by_key: dict[str, KnownCase] = {}
        for cite, rule, version in _cited(law):
            self._add(cite, rule, version, on)
        for decision in law.decisions.values():
            self._add(decision.cite, decision.id, None, on)

    def find(self, case: CaseCitation) -> KnownCase | None:
        """The case that any key of `case` names; None if the law base cites none."""
        return next((self._by_key[key] for key in case.keys if key in self._by_key), None)

    def named(self, name: str) -> list[KnownCase]:
        """Cases whose parties have this name."""
        wanted = plain_name(name)
        seen = {id(one): one for one in self._by_key.values()}
        return [one for one in seen.values() if one.case.name and plain_name(one.case.name) == wanted]

    def _add(self, cite: str, rule: str, version: Version | None, on: date) -> None:
        for case in citations_in(cite):
            known = self.find(case) or KnownCase(case)
            known.case = replace(known.case, name=known.case.name or case.name, year=known.case.year or case.year)
            for key in case.keys:
                self._by_key.setdefault(key, known)
            known.cites.setdefault(cite)
            known.rules.setdefault(rule)
            if version is None:
                continue
            known.last_days.append(version.until)
            for authority in version.authorities:
                if authority.cite == cite:
                    known.disputed_by |= dict.fromkeys(authority.disputed_by)
            states = [one for one in version.litigation if one.state in NOT_APPLIED and one.holds(on)]
            known.not_applied |= {(one.state, one.cite): None for one in states}


def _cited(law: LawBase) -> Iterator[tuple[str, str, Version | None]]:
    for rule in law.rules.values():
        for version in rule.versions:
            for authority in version.authorities:
                yield authority.cite, rule.id, version
                for other in authority.disputed_by:
                    yield other, rule.id, None
            for state in version.litigation:
                yield state.cite, rule.id, None
            for precedent in version.weighing.precedents if version.weighing else ():
                yield precedent.cite, rule.id, version


def plain_name(name: str) -> str:
    """A name of parties as it is compared: "A v. B" and "A v B" are one."""
    return "".join(letter for letter in name.lower().replace(" v. ", " v ") if letter.isalnum() or letter == " ")


def names_differ(one: str | None, other: str | None) -> bool:
    """Whether two names are of other parties; unknown names do not differ.

    The first party decides: hundreds of cases share the state or the minister that they are against.
    """
    if one is None or other is None:
        return False
    return not (_first(one) & _words(other)) or not (_first(other) & _words(one))


def _first(name: str) -> frozenset[str]:
    return _words(plain_name(name).partition(" v ")[0]) or _words(name)


def _words(name: str) -> frozenset[str]:
    skipped: Mapping[str, None] = dict.fromkeys(("the", "and", "others", "of", "v", "matter", "in", "re", "against"))
    return frozenset(word for word in plain_name(name).split() if word not in skipped)
