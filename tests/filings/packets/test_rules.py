"""Each rule of each profile refuses what breaks it, and nothing else; a sound packet is not refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.filings.packets.sound import broken, sound

from pristan.case.declaration_model import Waiver
from pristan.filings.packets.checking import findings_of, refusals
from pristan.filings.packets.registry import CHECKS
from pristan.filings.profiles.load import profiles
from pristan.filings.profiles.model import Check, Profile, ProfileVersion
from pristan.kernel.language import Text

VERSIONS = [
    pytest.param(profile, version, id=f"{profile.id}-{number}")
    for profile in profiles().values()
    for number, version in enumerate(profile.versions)
]
RULES = [
    pytest.param(profile, version, check, id=f"{profile.id}-{number}-{check.id}")
    for profile in profiles().values()
    for number, version in enumerate(profile.versions)
    for check in version.checks
]


@pytest.mark.parametrize(("profile", "version"), VERSIONS)
def test_a_sound_packet_is_not_refused(profile: Profile, version: ProfileVersion) -> None:
    assert findings_of(sound(profile, version)) == ()


@pytest.mark.parametrize(("profile", "version", "check"), RULES)
def test_what_breaks_a_rule_is_found_with_place_remedy_and_source(
    profile: Profile, version: ProfileVersion, check: Check
) -> None:
    found = [one for one in findings_of(broken(sound(profile, version), check)) if one.rule == check.id]
    assert found
    for one in found:
        assert one.refuses is check.refuses
        assert one.citation is check.citation
        for text in (one.place, one.what, one.remedy, one.says):
            assert text.en.strip()
            assert text.ru.strip()


def _uk() -> tuple[Profile, ProfileVersion]:
    profile = profiles()["uk.ftt"]
    version = profile.on(date(2026, 11, 20))
    assert version is not None
    return profile, version


def test_as_many_pages_as_the_limit_allows_are_accepted() -> None:
    packet = sound(*_uk())
    at_limit = replace(
        packet, parts=tuple(replace(one, pages=12) if one.part.id == "skeleton" else one for one in packet.parts)
    )
    assert findings_of(at_limit) == ()


def test_a_page_limit_holds_from_the_day_of_the_practice_direction() -> None:
    profile = profiles()["uk.ftt"]
    before, after = profile.on(date(2024, 10, 31)), profile.on(date(2024, 11, 1))
    assert before is not None
    assert after is not None
    assert "skeleton_pages" not in {one.id for one in before.checks}
    limits = {one.id: one.arguments["most"] for one in after.checks if one.check == "pages_at_most"}
    assert limits == {"skeleton_pages": 12, "review_pages": 6, "expert_pages": 20, "country_pages": 12}


def test_the_portal_is_the_only_way_to_the_commission_since_26_march_2026() -> None:
    profile = profiles()["ccf.deletion"]
    assert profile.on(date(2026, 3, 25)) is None
    version = profile.on(date(2026, 3, 26))
    assert version is not None
    reported = [one for one in version.checks if one.id in ("summary_pages", "appendices")]
    assert {one.citation.confidence for one in reported} == {"unverified"}
    assert all(one.citation.doubt for one in reported)


def test_a_part_that_is_not_there_has_no_page_limit() -> None:
    packet = sound(*_uk())
    without = replace(packet, parts=tuple(one for one in packet.parts if one.part.id != "expert"))
    assert findings_of(without) == ()


def test_a_waiver_by_name_lifts_the_refusal_and_stays_visible() -> None:
    packet = sound(*_uk())
    over = replace(
        packet, parts=tuple(replace(one, pages=13) if one.part.id == "skeleton" else one for one in packet.parts)
    )
    waived = replace(over, waived=(Waiver("skeleton_pages", "A. Lawyer", Text("leave given", "разрешено")),))
    assert len(refusals(findings_of(over))) == 1
    assert refusals(findings_of(waived)) == ()
    (found,) = findings_of(waived)
    assert found.waived is not None
    assert found.waived.by == "A. Lawyer"


def test_a_paper_in_the_language_of_the_forum_needs_no_translation() -> None:
    profile, version = _uk()
    packet = sound(profile, version)
    english = tuple(
        replace(one, exhibit=replace(one.exhibit, language="en", translation_of=None)) for one in packet.exhibits
    )
    assert findings_of(replace(packet, exhibits=english)) == ()


def test_a_statement_in_the_language_of_the_forum_needs_no_certificates() -> None:
    profile = profiles()["us.eoir"]
    packet = sound(profile, profile.versions[-1])
    without = tuple(one for one in packet.parts if not one.part.id.endswith("_certificate"))
    english = replace(packet, parts=without, person_language="en")
    assert findings_of(english) == ()


def test_every_check_that_exists_is_used_or_named_here() -> None:
    used = {check.check for profile in profiles().values() for version in profile.versions for check in version.checks}
    assert set(CHECKS) - used == {"pdfa"}  # no page that was read asks for PDF/A


def test_a_rule_that_was_read_at_its_source_names_the_page() -> None:
    for profile in profiles().values():
        for version in profile.versions:
            for check in version.checks:
                if check.citation.confidence == "verified":
                    assert check.citation.url, f"{profile.id}.{check.id}"
                if check.citation.confidence == "unverified":
                    assert check.citation.doubt, f"{profile.id}.{check.id}"


def test_quotes_are_short() -> None:
    for profile in profiles().values():
        for version in profile.versions:
            for check in version.checks:
                assert len(check.citation.quote or "") < 120, f"{profile.id}.{check.id}"


def test_every_part_that_a_rule_names_is_a_part() -> None:
    for profile in profiles().values():
        for version in profile.versions:
            parts = {one.id for one in version.parts}
            fields = {one.id for one in version.fields}
            for check in version.checks:
                named = [check.arguments["part"]] if "part" in check.arguments else check.arguments.get("parts", [])
                assert set(named) <= parts, f"{profile.id}.{check.id}"
                assert set(check.arguments.get("fields", [])) <= fields, f"{profile.id}.{check.id}"


def test_a_memorandum_of_thirty_pages_is_accepted_in_canada_and_one_of_31_is_not() -> None:
    profile = profiles()["ca.rad"]
    packet = sound(profile, profile.versions[-1])

    def of(pages: int) -> set[str]:
        parts = tuple(replace(one, pages=pages) if one.part.id == "memorandum" else one for one in packet.parts)
        return {one.rule for one in findings_of(replace(packet, parts=parts))}

    assert of(30) == set()
    assert of(31) == {"memorandum_pages"}


def test_the_canadian_rules_were_read_in_the_governments_own_text() -> None:
    for name in ("ca.rpd", "ca.rad"):
        read = [one.citation for one in profiles()[name].versions[-1].checks if one.citation.confidence == "verified"]
        assert sum("justicecanada" in (one.url or "") for one in read) >= 5
