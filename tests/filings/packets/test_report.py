"""What the checks found, told to a reader of Russian: nothing but names of sources and quoted words stays English."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.filings.packets.sound import broken, sound
from tests.support.english_runs import english_runs

from pristan.filings.packets.checking import findings_of
from pristan.filings.packets.model import Finding, Packet
from pristan.filings.packets.report import report_json, report_text
from pristan.filings.profiles.load import profiles
from pristan.filings.profiles.model import Profile, ProfileVersion
from pristan.kernel.language import Language

VERSIONS = [
    pytest.param(profile, version, id=f"{profile.id}-{number}")
    for profile in profiles().values()
    for number, version in enumerate(profile.versions)
]


def _all_broken(profile: Profile, version: ProfileVersion, language: Language) -> tuple[Packet, tuple[Finding, ...]]:
    """Each rule of the profile broken, one after the other, and all that was found."""
    whole = replace(sound(profile, version), language=language)
    found = {(one.rule, one.place): one for check in version.checks for one in findings_of(broken(whole, check))}
    return whole, tuple(found.values())


@pytest.mark.parametrize(("profile", "version"), VERSIONS)
def test_a_russian_report_has_no_english_sentence_but_names_of_sources(
    profile: Profile, version: ProfileVersion
) -> None:
    packet, found = _all_broken(profile, version, Language.RU)
    cites = {one.citation.cite.ru for one in found if one.citation is not None}
    assert len({one.rule for one in found}) == len(version.checks)
    assert english_runs(report_text(packet, found), stays=cites) == []


@pytest.mark.parametrize("language", list(Language))
def test_each_doubt_of_a_broken_rule_and_of_the_profile_stands_in_the_language_of_the_report(
    language: Language,
) -> None:
    profile = profiles()["us.eoir"]
    packet, found = _all_broken(profile, profile.versions[-1], language)
    report = report_text(packet, found)
    doubts = {one.citation.doubt for one in found if one.citation is not None and one.citation.doubt is not None}
    assert len(doubts) > 3
    for doubt in (*doubts, *packet.version.doubts):
        assert doubt.to(language) in report


def test_a_rule_of_ours_is_called_so_in_each_language() -> None:
    profile = profiles()["un.cat"]
    for language, words in ((Language.EN, "rule of ours"), (Language.RU, "наше правило")):
        packet, found = _all_broken(profile, profile.versions[-1], language)
        told = json.loads(report_json(packet, found, date(2026, 11, 28), {}))
        cites = {one["source"]["cite"] for one in told["findings"] if one["source"]}
        assert words in cites
        assert f"({words};" in report_text(packet, found)


def test_a_citation_that_has_no_russian_form_is_one_name_in_no_sentence() -> None:
    """Words such as "as reported" tell the reader something: where they stand in a cite, a Russian form stands too."""
    telling = ("as reported", "rule of ours", "practice of", "quoted in", "as in force")
    for profile in profiles().values():
        for version in profile.versions:
            for check in version.checks:
                assert not any(words in check.citation.cite.ru for words in telling), f"{profile.id}.{check.id}"
