"""What the checks found, as text for a reader and as JSON. Source of the form: services/schemas/packet.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import groupby

from pristan.filings.packets.model import Finding, Packet
from pristan.filings.packets.words import word
from pristan.kernel.date_words import day_in_words
from pristan.kernel.language import Language, Text


def report_text(packet: Packet, findings: tuple[Finding, ...]) -> str:
    """The checks as plain text in the packet's language."""
    return "\n".join(_lines(packet, findings)) + "\n"


def _lines(packet: Packet, findings: tuple[Finding, ...]) -> Iterator[str]:
    say = packet.language
    refused = [one for one in findings if one.refuses and one.waived is None]
    noted = [one for one in findings if not one.refuses]
    waived = [one for one in findings if one.refuses and one.waived is not None]
    yield word("report_title", profile=packet.profile.title, person=packet.person).to(say)
    yield ""
    yield word("report_refused", count=len(refused)).to(say) if refused else word("report_ready").to(say)
    yield from _found(refused, packet)
    for key, group in (("report_notes", noted), ("report_waived", waived)):
        if group:
            yield from ("", word(key).to(say))
            yield from _found(group, packet)
    for key, text in (("report_copies", packet.version.copies), ("report_portal", packet.version.portal)):
        if text is not None:
            yield from ("", word(key, text=text).to(say))
    if packet.version.not_known:
        yield from ("", word("report_not_known").to(say))
        yield from (f"- {one.to(say)}" for one in packet.version.not_known)
    if packet.version.doubts:
        yield from ("", word("report_doubts").to(say))
        yield from (f"- {one.to(say)}" for one in packet.version.doubts)


def _found(findings: list[Finding], packet: Packet) -> Iterator[str]:
    """Each rule once with its source, and under it every place with what to do."""
    say = packet.language
    for _, group in groupby(sorted(findings, key=_by_rule(findings)), key=lambda one: one.rule):
        same = list(group)
        yield from ("", _rule(same[0]).to(say))
        if (source := same[0].citation) is not None and source.doubt is not None:
            yield f"  {word('report_doubt', doubt=source.doubt).to(say)}"
        remedies = {one.remedy for one in same}
        for one in same:
            yield f"  - {one.place.to(say)}: {one.what.to(say)}"
            if len(remedies) > 1:
                yield f"    {word('report_do', remedy=one.remedy).to(say)}"
            if one.waived is not None:
                yield f"    {word('report_by', by=one.waived.by, why=one.waived.why).to(say)}"
        if len(remedies) == 1:
            yield f"  {word('report_do', remedy=same[0].remedy).to(say)}"


def _by_rule(findings: list[Finding]) -> Callable[[Finding], int]:
    first: dict[str, int] = {}
    for number, one in enumerate(findings):
        first.setdefault(one.rule, number)
    return lambda one: first[one.rule]


def _rule(one: Finding) -> Text:
    if one.citation is None:
        return word("report_own_rule", says=one.says)
    source = one.citation
    confidence = word(f"confidence_{source.confidence}")
    return word("report_rule", says=one.says, cite=source.cite, day=day_in_words(source.checked), confidence=confidence)


def report_json(packet: Packet, findings: tuple[Finding, ...], prepared: date, files: Mapping[str, str]) -> str:
    """packet.json: what was built, by which rules, and what was found."""
    data = {
        "profile": packet.profile.id,
        "person": packet.person,
        "language": packet.language.value,
        "prepared": prepared.isoformat(),
        "rules_checked": packet.version.checked.isoformat(),
        "confidence": packet.version.confidence,
        "ready": not any(one.refuses and one.waived is None for one in findings),
        "parts": [
            {
                "id": one.part.id,
                "title": one.part.title.both(),
                "file": one.file,
                "supplied": one.supplied,
                "pages": one.pages,
                "most_pages": _most_pages(packet, one.part.id),
            }
            for one in packet.parts
        ],
        "exhibits": [{"tab": one.tab, "exhibit": one.exhibit.id} for one in packet.exhibits],
        "bundle_pages": None if packet.bundle is None else packet.bundle.pages,
        "findings": [_finding(one, packet.language) for one in findings],
        "files": dict(sorted(files.items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _most_pages(packet: Packet, part: str) -> int | None:
    """The page limit of a part, if a rule sets one."""
    limits = [one.arguments for one in packet.version.checks if one.check == "pages_at_most"]
    return next((one["most"] for one in limits if one["part"] == part), None)


def _finding(one: Finding, language: Language) -> dict[str, object]:
    source = one.citation
    return {
        "rule": one.rule,
        "refuses": one.refuses,
        "place": one.place.both(),
        "what": one.what.both(),
        "rule_says": one.says.both(),
        "remedy": one.remedy.both(),
        "source": None
        if source is None
        else {
            "cite": source.cite.to(language),
            "url": source.url,
            "quote": source.quote,
            "checked": source.checked.isoformat(),
            "confidence": source.confidence,
            "doubt": None if source.doubt is None else source.doubt.both(),
        },
        "waived": None if one.waived is None else {"by": one.waived.by, "why": one.waived.why.both()},
    }
