"""One citation in three styles: Bluebook, OSCOLA, plain. What the citation does not say is left out, never invented.

Source: The Bluebook (21st ed.) rules 10, 21; OSCOLA (4th ed.) sections 2.1, 2.5, 2.6, 2.8; as far as a text without
italics can show them. Does not: abbreviate names of parties or add parallel citations.
"""

from __future__ import annotations

from typing import Literal

from pristan.kernel.citations.case import CaseCitation, Kind

Style = Literal["bluebook", "oscola", "plain"]
STYLES: tuple[Style, ...] = ("bluebook", "oscola", "plain")
_BLUEBOOK_SERIES = {"I&N Dec.": "I. & N. Dec."}
_BLUEBOOK_COURTS = {"BIA": "B.I.A.", "A.G.": "A.G.", "AG": "A.G."}


def written(case: CaseCitation, style: Style) -> str:
    """The citation as `style` writes it."""
    return {"bluebook": _bluebook, "oscola": _oscola, "plain": _plain}[style](case)


def _bluebook(case: CaseCitation) -> str:
    name = _with_points(case.name)
    if case.kind is Kind.REPORTER:
        volume, rest = _printed(case).split(" ", 1)
        series, page = rest.rsplit(" ", 1)
        where = f"{volume} {_BLUEBOOK_SERIES.get(series, series)} {page}"
        court = "" if series in ("U.S.", "S. Ct.") else _BLUEBOOK_COURTS.get(case.court or "", case.court or "")
        return _joined(", ", name, where, case.pin) + _in_brackets(court, case.year)
    if case.kind is Kind.DOCKET:
        below = None if case.court == "U.S." else case.court
        return _joined(", ", name, _numbers(case)) + _in_brackets(below, case.year)
    if case.kind is Kind.STRASBOURG:
        return _joined(", ", name, f"App. No. {case.key}", f"Eur. Ct. H.R.{_in_brackets(case.year)}")
    if case.kind is Kind.LUXEMBOURG:
        return _joined(", ", f"Case {case.key}", name)
    if case.kind is Kind.TREATY_BODY:
        where = f"U.N. Doc. {case.key}" if "/D/" in case.key or case.key.startswith("A/") else f"Comm. No. {case.key}"
        return _joined(", ", name, where)
    if case.kind is Kind.NEUTRAL:
        return _joined(", ", name, case.key) + (f" [{case.pin}]" if case.pin else "")
    return _joined(", ", name, case.key)


def _oscola(case: CaseCitation) -> str:
    name = _without_points(case.name)
    if case.kind is Kind.REPORTER:
        court = None if " U.S. " in case.key or " S. Ct. " in case.key else _plain_letters(case.court)
        where = _plain_letters(_printed(case)) or case.key
        return _joined(" ", name, where + (f", {case.pin}" if case.pin else "")) + _in_brackets(court, case.year)
    if case.kind is Kind.DOCKET:
        return _joined(" ", name, _plain_letters(_numbers(case))) + _in_brackets(_plain_letters(case.court), case.year)
    if case.kind is Kind.STRASBOURG:
        return _joined(" ", name, f"App no {case.key}", f"(ECtHR{f', {case.year}' if case.year else ''})")
    if case.kind is Kind.LUXEMBOURG:
        return _joined(" ", f"Case {case.key}", name)
    if case.kind is Kind.TREATY_BODY:
        where = f"UN Doc {case.key}" if "/D/" in case.key or case.key.startswith("A/") else f"Comm no {case.key}"
        return _joined(" ", name, where)
    if case.kind is Kind.NEUTRAL:
        return _joined(" ", name, case.key) + (f" [{case.pin}]" if case.pin else "")
    return _joined(" ", name, case.key)


def _plain(case: CaseCitation) -> str:
    """Name, identification, court and year; the form in which the law base writes them."""
    where = _printed(case) + (f", {case.pin}" if case.pin and case.kind is Kind.REPORTER else "")
    if case.kind is Kind.REPORTER:
        return _joined(", ", case.name, where) + _in_brackets(case.court, case.year)
    if case.kind is Kind.DOCKET:
        return _joined(", ", case.name, _numbers(case)) + _in_brackets(case.court, case.year)
    year = case.year if case.kind is Kind.STRASBOURG else None
    return _joined(" ", case.name, where) + _in_brackets(year)


def _printed(case: CaseCitation) -> str:
    """The key as it is printed: a case that has no page yet is told from others by its name, which stands before it."""
    return case.key.partition(" [")[0] if case.kind is Kind.REPORTER else case.key


def _numbers(case: CaseCitation) -> str:
    """The docket numbers of a case, without its court."""
    numbers = [key.removeprefix("No. ").partition(" (")[0] for key in case.keys]
    return f"{'No.' if len(numbers) == 1 else 'Nos.'} {', '.join(numbers)}"


def _joined(by: str, *parts: str | None) -> str:
    return by.join(part for part in parts if part)


def _in_brackets(*parts: str | None) -> str:
    inside = " ".join(part for part in parts if part)
    return f" ({inside})" if inside else ""


def _with_points(name: str | None) -> str | None:
    return None if name is None else name.replace(" v ", " v. ")


def _without_points(name: str | None) -> str | None:
    return None if name is None else name.replace(" v. ", " v ")


def _plain_letters(text: str | None) -> str | None:
    return None if text is None else text.replace(".", "")
