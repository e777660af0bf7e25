"""Packets: which fit a case, building one, and what its registry would refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from pristan.assessment.verdict import Verdict
from pristan.case.model import Case
from pristan.filings.packets.build import BuiltPacket, Order, build_packet
from pristan.filings.packets.checking import refusals
from pristan.filings.packets.official_forms import NO_FORMS, EmptyForms
from pristan.filings.profiles.load import profiles
from pristan.filings.profiles.model import Profile
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_case
from pristan.services.cases import person_of

FONTS = Path(str(files("pristan.filings").joinpath("fonts")))
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Fit:
    """A profile, and why it fits."""

    profile: Profile
    routes: tuple[Text, ...]  # routes and effects of it that stand


def packet_titles() -> dict[str, Text]:
    """Every packet there is: its id and title."""
    return {name: profile.title for name, profile in profiles().items()}


def packets_that_fit(case: Case, *, person: str | None = None, on: date | None = None) -> tuple[Fit, ...]:
    """The profiles of which a route is in play and not closed today, or an effect stands in the way, for the person."""
    wanted = {one for profile in profiles().values() for one in _rules_of(profile)}
    assessment = assess_case(case, person=person, on=on, routes=sorted(wanted), moves=False)
    standing = {
        one.rule.id: one.rule.title
        for one in assessment.routes
        if one.in_play and one.verdict not in (Verdict.CLOSED, Verdict.DOES_NOT_ARISE)
    }
    standing |= {
        one.rule.id: one.rule.title for one in assessment.effects if one.arises and one.outcome.value != "none"
    }
    found = []
    for profile in profiles().values():
        titles = tuple(standing[name] for name in _rules_of(profile) if name in standing)
        if titles:
            found.append(Fit(profile, titles))
    return tuple(found)


def _rules_of(profile: Profile) -> tuple[str, ...]:
    """The ids of the rules that a profile names, those with a star spelt out."""
    rules, found = law_in_use().rules, []
    for name in (*profile.routes, *profile.effects):
        matching = [rule for rule in rules if rule.startswith(name[:-1])] if name.endswith("*") else [name]
        found += [rule for rule in matching if rule in rules and rules[rule].role in ("route", "effect")]
    return tuple(dict.fromkeys(found))


def build_one(
    case: Case,
    profile_id: str,
    out: Path,
    *,
    person: str | None = None,
    language: Language,
    on: date | None = None,
    final: bool = False,
    empty_forms: EmptyForms = NO_FORMS,
    pdfa: bool = False,
    pictures: bool = False,
    progress: Progress = lambda _: None,
) -> BuiltPacket:
    """Build one packet of one person.

    empty_forms: the user's empty official forms; pdfa, pictures: see `Order`.
    Raises: CaseError for a profile or person that is not there; see `form_parts` for those of the forms.
    """
    profile = profiles().get(profile_id)
    if profile is None:
        known = ", ".join(profiles())
        raise CaseError(f'there is no packet "{profile_id}". Write one of: {known}; or `--packet list`.')
    for one in case.declarations.packets:
        if one.profile not in profiles():
            raise CaseError(f'there is no packet "{one.profile}" ([[packet]]). Write one of: {", ".join(profiles())}.')
    who = person_of(case, person)
    progress(profile.title.to(language))
    assessment = assess_case(case, person=who.id, on=on, routes=_rules_of(profile), moves=True)
    day = on or case.assessed_on
    order = Order(
        case, law_in_use(), assessment, profile, who, language, day, final, empty_forms, pdfa=pdfa, pictures=pictures
    )
    return build_packet(order, out, fonts=FONTS, progress=progress)


def refused(built: BuiltPacket) -> bool:
    """Whether the registry would refuse something that nobody waived."""
    return bool(refusals(built.findings))
