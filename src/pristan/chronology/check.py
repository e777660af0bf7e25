"""`check`: every contradiction of a case, told once, with its sides and what would mend it.

Source: docs/statements.md. Does not: rank (see `assessment.severity`), or take anything out of the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pristan.case.account_model import Explanation
from pristan.case.model import Case
from pristan.chronology.checks.identity import identity_clashes
from pristan.chronology.checks.late import late_additions
from pristan.chronology.checks.papers import paper_clashes
from pristan.chronology.checks.sameness import sameness
from pristan.chronology.claims import Claims
from pristan.chronology.findings import Clash, Contradiction, Kind, Nature, NotRead, Report
from pristan.chronology.gather import Gathered, gather
from pristan.chronology.mending import mends_of
from pristan.chronology.network import Network
from pristan.chronology.saying import Speaker, seconds_in_words
from pristan.chronology.sets import ConflictSet, irreducible_sets
from pristan.chronology.sources import Source, source_of
from pristan.chronology.words import has_word, listed, quoted, word
from pristan.kernel.language import Text
from pristan.kernel.phrases import joined

# Which kind a set of constraints is, by the first of these roles that takes part.
_BY_ROLE = (
    ("travel", Kind.TRAVEL),
    ("weekday", Kind.WEEKDAY),
    ("age", Kind.AGE),
    ("reference", Kind.REFERENCE),
    ("paper_date", Kind.PAPER_DATE),
    ("identity", Kind.IDENTITY),
)


def check(case: Case) -> Report:
    """Compare everything that the sources of a case say. Raises CaseError if the case cannot be compared at all."""
    gathered = gather(case)
    outcome = irreducible_sets(gathered.claims)
    statements = gathered.statements
    same, values = sameness(case, statements)
    clashes = [_clash(one, gathered, case.principal.id) for one in _without_consequences(outcome.sets)]
    clashes += [*same, *identity_clashes(case), *paper_clashes(case, statements)]
    clashes += late_additions(case, statements, _what_fits(gathered.claims, outcome.sets))
    sources = gathered.sources | {one.id: source_of(case, one) for one in case.accounts.identities}
    told = _told(case, clashes, gathered, sources)
    used = {one.explanation.id for one in told if one.explanation is not None}
    not_read = [
        NotRead(name, words, word("not_read", why.why, about=why.about)) for name, words, why in gathered.unread
    ]
    not_read += [NotRead(name, words, word("not_read", "value", about=words)) for name, words in values]
    return Report(
        told,
        tuple(not_read),
        len(gathered.claims.by_id),
        len(case.events),
        outcome.complete,
        tuple(one.id for one in case.accounts.explanations if one.id not in used),
    )


def _clash(found: ConflictSet, gathered: Gathered, principal: str) -> Clash:
    kind = next((kind for role, kind in _BY_ROLE if role in found.roles), Kind.TIME)
    if kind is Kind.PAPER_DATE and not _is_about_paper(found.members, gathered):
        kind = Kind.TIME
    events = sorted({claim.about for name in found.members if (claim := gathered.claims.by_id[name]).about})
    if events and all(event.startswith(("born:", "fact:born")) for event in events):
        person = events[0].removeprefix("fact:").removeprefix("born").removeprefix(":") or principal
        return Clash(Kind.IDENTITY, found.members, f"{person}:born", (), found.short_by)
    if kind is Kind.IDENTITY:
        kind = Kind.TIME
    matter = f"{kind}:" + ",".join(events or sorted(found.members))
    return Clash(kind, found.members, matter, tuple(events), found.short_by, by_clock="clock" in found.roles,
        by_length="unsaid_length" in found.roles)  # fmt: skip


def _without_consequences(sets: tuple[ConflictSet, ...]) -> tuple[ConflictSet, ...]:
    """The sets without those where a date worked with clashes only with sources that clash among themselves."""
    of_sources = [one.members for one in sets if not any(name.startswith("event:") for name in one.members)]

    def follows(one: ConflictSet) -> bool:
        rest = {name for name in one.members if not name.startswith("event:")}
        return len(rest) < len(one.members) and any(rest <= members for members in of_sources)

    return tuple(one for one in sets if not follows(one))


def _is_about_paper(members: frozenset[str], gathered: Gathered) -> bool:
    """Whether the date of a paper or an account takes part; otherwise only the events are in question."""
    return any(name.startswith(("exhibit:", "received:", "account:")) for name in members)


def _what_fits(claims: Claims, sets: Iterable[ConflictSet]) -> Network:
    """A network of all that clashes with nothing."""
    gone = {name for one in sets for name in one.members}
    network = Network()
    for name, claim in claims.by_id.items():
        if name not in gone:
            network.add(name, claim.constraints)
    network.add(None, {one for constraints in claims.always.values() for one in constraints})
    network.solve()
    return network


def _told(
    case: Case, clashes: Iterable[Clash], gathered: Gathered, sources: Mapping[str, Source]
) -> tuple[Contradiction, ...]:
    """Sets about one thing, of one nature and with one explanation, are told together."""
    groups: dict[tuple[Kind, str, Nature, str], list[Clash]] = defaultdict(list)
    explained = {one.id: one for one in case.accounts.explanations}
    for clash in clashes:
        explanation = _explanation(case.accounts.explanations, clash.members)
        nature = _nature(case, clash, sources)
        groups[clash.kind, clash.matter, nature, "" if explanation is None else explanation.id].append(clash)
    _fold_agreeing_memories(groups)
    speaker = Speaker(case, gathered.statements, dict(sources))
    return tuple(
        _contradiction(kind, nature, group, explained.get(reason), gathered, speaker)
        for (kind, _, nature, reason), group in groups.items()
    )


def _fold_agreeing_memories(groups: dict[tuple[Kind, str, Nature, str], list[Clash]]) -> None:
    """Where a person tells it as one of two papers does, the papers disagree and not the person: one card."""
    known = {clash.members for group in groups.values() for clash in group}
    for kind, matter, nature, reason in list(groups):
        papers = groups.get((kind, matter, Nature.PAPERS, reason))
        if nature is not Nature.MEMORY or not papers:
            continue
        group = groups[kind, matter, nature, reason]
        agreeing = [
            clash
            for clash in group
            if any(paper.members & clash.members and paper.members ^ clash.members not in known for paper in papers)
        ]
        papers += agreeing
        left = [clash for clash in group if clash not in agreeing]
        if left:
            groups[kind, matter, nature, reason] = left
        else:
            del groups[kind, matter, nature, reason]


def _contradiction(
    kind: Kind,
    nature: Nature,
    group: list[Clash],
    explanation: Explanation | None,
    gathered: Gathered,
    speaker: Speaker,
) -> Contradiction:
    group.sort(
        key=lambda clash: (
            nature is Nature.PAPERS and any(speaker.remembers(name) for name in clash.members),  # papers first
            nature is Nature.PAPERS and any(speaker.translates(name) for name in clash.members),  # and originals
            len(clash.members),
            sorted(clash.members),
        )
    )
    first = group[0]
    given = {name: text for clash in group for name, text in clash.values}
    late = kind is Kind.LATE_ADDITION
    members = sorted(first.members) + sorted({name for clash in group[1:] for name in clash.members} - first.members)
    return Contradiction(
        f"{kind}:" + "+".join(sorted(first.members)),
        kind,
        nature,
        _headline(first, nature, speaker),
        _with_subject(word("kind", first.kind), first, speaker),
        tuple(clash.members for clash in group),
        tuple(speaker.side(name, given.get(name), late=late) for name in members),
        mends_of(first, nature, _in_every_set(group, speaker), gathered.claims, speaker),
        tuple(dict.fromkeys(event for clash in group for event in clash.events)),
        explanation,
    )


def _in_every_set(group: Iterable[Clash], speaker: Speaker) -> frozenset[str]:
    """Members whose paper or account takes part in every set: only a slip there would mend them all."""
    sets = [{name: speaker.place_of(name) for name in clash.members} for clash in group]
    common = frozenset.intersection(*(frozenset(places.values()) for places in sets))
    return frozenset(name for places in sets for name, place in places.items() if place in common)


def _headline(clash: Clash, nature: Nature, speaker: Speaker) -> Text:
    """One sentence: between whom, about what, of which events, how far apart."""
    late = clash.kind is Kind.LATE_ADDITION
    name = "late" if late else _nature_word(clash, nature, speaker)
    return _with_subject(word("nature", name, about=word("about", clash.kind)), clash, speaker)


def _with_subject(text: Text, clash: Clash, speaker: Speaker) -> Text:
    """What is compared in brackets, then the events, then how far apart."""
    subject = _subject(clash, speaker)
    if subject is not None:
        text = Text(en=f"{text.en} ({subject.en})", ru=f"{text.ru} ({subject.ru})")
    events = [quoted(speaker.event(event)) for event in clash.events if ":" not in event]
    if events:
        text = joined([text, listed(events)], ": ")
    if clash.short_by:
        text = joined([text, word("gap", "days", n=seconds_in_words(clash.short_by))], " – ")
    return text


def _subject(clash: Clash, speaker: Speaker) -> Text | None:
    """The thing compared, where the kind does not say it by itself."""
    person, _, key = clash.matter.rpartition(":")
    if clash.kind is Kind.IDENTITY:
        name = speaker.person_beside_principal(person)
        return word("key", key) if name is None else joined([name, word("key", key)])
    if has_word("key", key) and clash.kind in (Kind.REFERENCE, Kind.NUMBER):
        return word("key", key)
    if clash.kind in (Kind.PERSON, Kind.COUNT, Kind.AMOUNT, Kind.ANSWER, Kind.DETAIL, Kind.NUMBER):
        return speaker.label(key)
    return None


def _nature_word(clash: Clash, nature: Nature, speaker: Speaker) -> str:
    if nature is Nature.TRANSLATION:
        return "translation"
    alone = len({speaker.place_of(name) for name in clash.members}) == 1
    if nature is Nature.PAPERS:
        return "paper_alone" if alone else "papers"
    if alone:
        return "memory_alone"
    return "memories" if all(speaker.side(name, None).source.memory for name in clash.members) else "memory"


def _nature(case: Case, clash: Clash, sources: Mapping[str, Source]) -> Nature:
    found = [sources[name] for name in clash.members if name in sources]
    exhibits = {source.exhibit for source in found if source.exhibit is not None}
    originals = {case.exhibits[name].translation_of for name in exhibits} - {None}
    if originals and originals <= exhibits and len(exhibits) == 2:
        return Nature.TRANSLATION
    return Nature.MEMORY if any(source.memory for source in found) else Nature.PAPERS


def _explanation(explanations: Iterable[Explanation], members: frozenset[str]) -> Explanation | None:
    """The explanation all of whose statements stand in the set."""
    return next((one for one in explanations if set(one.statements) <= members), None)
