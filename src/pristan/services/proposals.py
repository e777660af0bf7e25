"""From paper to case: what the exhibits of a case say, as answers to its questions, for a person to confirm one by one.

A paper about somebody else proposes nothing. A paper of the accusing state proposes its own acts and, where it speaks
against its interest, that; never that its accusation is true. Conflicting proposals stand side by side.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from pristan.assessment.paper_limits import length_in_words
from pristan.case.home import CaseHome
from pristan.case.model import Case, Exhibit, How, Issuer, NamedDay, Person
from pristan.case.paper_limits import PaperLimit
from pristan.documents.intake.files import read_kept
from pristan.documents.intake.model import FileRead
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.across import Paper, signs_across
from pristan.documents.reading.asserted import how_said
from pristan.documents.reading.certainty import SURE
from pristan.documents.reading.model import Field, Reading
from pristan.kernel.articles import read_citation
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.services.case_file import append_tables, table
from pristan.services.charges_of_papers import Accusation, Charging, accusations, number_of
from pristan.services.named_days import QUESTIONS, days_named, person_meant, tables_of
from pristan.services.paper_limits import LIMIT_QUESTION, limit_named, tables_of_limit

ASKED_OF_PAPERS = {**QUESTIONS, LIMIT_QUESTION.id: LIMIT_QUESTION}
DECLINED = "declined.jsonl"
_ITEM, _EXHIBIT = 2, 4  # their places in a key
_ABOUT_A_CASE = frozenset(
    {"opening", "charge", "judgment", "indictment", "custody", "custody_extension", "wanted", "detention_record",
     "administrative_ruling", "administrative_record", "house_arrest", "undertaking", "closing",
     "motion_refused", "expert_report"}
)  # fmt: skip
_CRIMINAL = _ABOUT_A_CASE - {"administrative_ruling", "administrative_record"}
_SIGNS = (
    ("sign.no_traces_of_person", "charge.no_trace_of_person"),
    ("sign.secret_witness", "charge.secret_witness"),
    ("sign.defence_motion_refused", "charge.defence_evidence_refused"),
)
_WHAT_THEY_SAY = frozenset({"charge.act_date"})
_RESTRAINT_ORDERED = ("custody", "custody_extension", "house_arrest", "certain_acts_ban", "undertaking")
_RESTRAINTS = {
    "custody": "custody",
    "house_arrest": "house_arrest",
    "undertaking": "undertaking",
    "certain_acts_ban": "bans",
}


@dataclass(frozen=True, slots=True)
class Other:
    """Another answer to the question of a proposal. `exhibit`: the paper that gives it; None: the person."""

    value: bool | int | float | str
    exhibit: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One answer that a paper offers. `item` may be one that the case does not list yet: `new_item` is its title."""

    person: str
    fact: str
    item: str | None
    value: bool | int | str
    exhibit: str
    page: int
    quote: str
    how: How
    confidence: float
    new_item: str | None = None
    against: tuple[Other, ...] = ()  # other answers to the same question, with who gives them
    beside: tuple[str, int, str] | None = None  # exhibit, page and quote of the paper that shows it together with this
    at: str = ""  # the hour of a day that the paper names ahead (`named_days`), "HH:MM"
    limit: PaperLimit | None = None  # the time to challenge that the paper gives (`paper_limits`)
    may_be: tuple[str, ...] = ()  # listed accusations without an article: a person says first which one it is

    @property
    def key(self) -> str:
        """What tells it from others, as a line of the log; the exhibit stands in it at `_EXHIBIT`."""
        return json.dumps([self.person, self.fact, self.item, self.value, self.exhibit, self.page])

    @property
    def question(self) -> FactType:
        """What it answers: a question of the vocabulary, or which day the paper names."""
        return ASKED_OF_PAPERS.get(self.fact) or vocabulary()[self.fact]

    @property
    def words(self) -> Text | None:
        """The value in words, where it is more than it says by itself."""
        return None if self.limit is None else length_in_words(self.limit)

    @property
    def may_go_in_bulk(self) -> bool:
        """Whether it was read surely, nothing speaks against it, and it is known which accusation it belongs to."""
        return self.confidence >= SURE and not (self.against or self.may_be or self.limit)

    def of(self, item: str | None) -> Proposal:
        """The same of the accusation that a person named: one of `may_be`, or another one (None)."""
        if item is None:
            return replace(self, may_be=())
        if item not in self.may_be:
            raise CaseError(f'"{item}" is not an accusation that this can belong to.')
        return replace(self, item=item, new_item=None, may_be=())


def proposals(case: Case, files: Iterable[FileRead] | None = None) -> tuple[Proposal, ...]:
    """All that is not yet on record and was not declined, in the order of the exhibits.

    `files`: the exhibits as they were read before, in their order; else they are read now.
    """
    exhibits = list(case.exhibits.values())
    if files is None:
        kept = [(one.file.name, partial(case.bytes_of, one)) for one in exhibits]
        files = read_kept(kept, recogniser=Recogniser(Kept(case.home, RECOGNISED)))
    found: list[Proposal] = []
    read: list[tuple[Exhibit, Paper]] = []
    pairs = list(zip(exhibits, files, strict=True))
    charged = accusations(case, _charging(case, pairs))
    for exhibit, file in pairs:
        if file.reading is not None and file.reading.kind is not None:
            found += _of_paper(case, exhibit, file.reading, found, charged)
            found += _days(case, exhibit, file)
            read.append((exhibit, Paper(file.reading, tuple(page.text for page in file.pages))))
    found += _of_several(case, read, found)
    declined = _declined(case.home)
    on_record = {(one.person, one.fact, one.item, one.exhibit) for one in case.statements}
    open_ones = [
        one
        for one in found
        if _whichever(one.key) not in declined and (one.person, one.fact, one.item, one.exhibit) not in on_record
    ]
    return tuple(replace(one, against=tuple(_against(case, one, open_ones))) for one in open_ones)


def _charging(case: Case, pairs: Iterable[tuple[Exhibit, FileRead]]) -> Iterator[Charging]:
    """The papers that are made against somebody of the case."""
    for exhibit, file in pairs:
        person = None if file.reading is None else _accused(case, exhibit, file.reading)
        if file.reading is not None and person is not None:
            yield Charging(person.id, exhibit.id, file.reading)


def _accused(case: Case, exhibit: Exhibit, reading: Reading) -> Person | None:
    """The person of the case against whom a paper of the accusing state is made."""
    fits = exhibit.issuer is Issuer.ACCUSER and reading.kind in _ABOUT_A_CASE
    return _about(case, reading) if fits else None


def _of_paper(
    case: Case, exhibit: Exhibit, reading: Reading, so_far: list[Proposal],
    charged: Mapping[tuple[str, str], Accusation],
) -> Iterator[Proposal]:  # fmt: skip
    person = _accused(case, exhibit, reading)
    if person is None:
        return
    item, title = "", None
    may_be: tuple[str, ...] = ()

    def offer(fact: str, value: bool | int | str, field: Field) -> Proposal:
        inside = fact.startswith("charge.")
        # a question that asks what the other side says is answered by its paper's own act
        how = How.OWN_ACT if fact in _WHAT_THEY_SAY else how_said(field.name, reading.issued_by) or How.ALLEGES
        return Proposal(
            person.id, fact, item if inside else None, value, exhibit.id, field.span.page,
            " ".join(field.quote.split()), how, field.confidence, title if inside else None,
            may_be=may_be if inside else (),
        )  # fmt: skip

    if reading.kind in _RESTRAINT_ORDERED:
        for one in reading.of("date.act")[:1]:
            yield offer_plain(person, exhibit, "restraint_decision_date", one)
    born = reading.of("date.born")
    if len({one.value for one in born}) == 1:
        yield offer_plain(person, exhibit, "born", born[0])
    charges = reading.of("charge")
    articles = {one.value for one in charges}
    if not articles:
        only = _only_item(case, person, so_far)
        if only is not None:
            item, title = only
            for name, fact in _SIGNS:
                yield from (offer(fact, True, one) for one in reading.of(name))
        return
    if len(articles) != 1:
        return  # several articles: which fact belongs to which is not for a program to say
    known = charged[person.id, number_of(charges[0])]
    item, title, may_be = known.item, known.title, known.may_be
    attempt = "stage" in charges[0].detail
    yield offer("charge.article", " ".join(charges[0].quote.split()) if attempt else charges[0].value, charges[0])
    if "state" in charges[0].detail:  # whose code it is, where the paper says so; nothing is taken for granted
        yield offer("charge.country", charges[0].detail["state"], charges[0])
    for name, fact in (("date.offence", "charge.act_date"), ("date.detained", "charge.arrest_date")):
        for one in reading.of(name)[:1]:
            if "/" not in one.value:
                yield offer(fact, one.value, one)
    yield from (offer(*told) for told in _stage(reading))
    if reading.kind == "charge":
        for one in reading.of("date.served")[:1]:
            yield offer("charge.notice_date", one.value, one)
    if reading.kind == "judgment" and reading.kind in _CRIMINAL:
        for one in reading.of("date.act"):
            yield offer("charge.judgment_date", one.value, one)
        for one in reading.of("sign.absent_accused"):
            yield offer("charge.in_absentia", True, one)
        for one in reading.of("sentence.imprisonment"):
            months = _months(one.value)
            if months is not None:
                yield offer("charge.sentence_months", months, one)
    if not reading.of("sign.absent_accused"):  # custody ordered in absence is another answer: a person must choose it
        for one in reading.of("restraint"):
            if one.value in _RESTRAINTS:
                yield offer("charge.restraint", _RESTRAINTS[one.value], one)
    for name, fact in _SIGNS:
        for one in reading.of(name):
            yield offer(fact, True, one)


def _days(case: Case, exhibit: Exhibit, file: FileRead) -> Iterator[Proposal]:
    """Days that the paper names ahead and the time to challenge it, for the person of the case whom it is about."""
    person = None if file.reading is None else person_meant(case, file.reading)
    if person is None:
        return
    found = limit_named(case, exhibit, file, person.id)
    if found is not None:
        limit, place = found
        yield Proposal(
            person.id, LIMIT_QUESTION.id, None, str(limit.length), exhibit.id, place.span.page, limit.quote,
            How.OWN_ACT, place.confidence, limit=limit,
        )  # fmt: skip
    for kind, field, hour, quote in days_named(case, exhibit, file):
        yield Proposal(
            person.id, kind.trigger, None, field.value, exhibit.id, field.span.page, quote, How.OWN_ACT,
            field.confidence, at=hour,
        )  # fmt: skip


# what several papers show together, and the question that it answers
_TOGETHER = {
    "same_attesting_witness.other_case": "charge.same_attesting_witnesses",
    "judgment_repeats_indictment": "charge.judgment_copies_indictment",
    "search_before_ruling": "charge.item_found_before_ruling",
    "search_before_opening": "charge.item_found_before_ruling",
    "expert_before_order": "charge.records_contradict",
    "custody_in_same_words": "charge.custody_same_words",
    "witnesses_in_same_words": "charge.witness_texts_alike",
}


def _of_several(case: Case, read: list[tuple[Exhibit, Paper]], so_far: list[Proposal]) -> Iterator[Proposal]:
    """Signs that two papers of the accuser show together, each fact once, with both quotes.

    Only for a person with one charge: which of several a sign belongs to is not for a program to say.
    """
    theirs = [(exhibit, paper) for exhibit, paper in read if exhibit.issuer is Issuer.ACCUSER]
    told: set[tuple[str, str]] = set()
    for sign in signs_across([paper for _, paper in theirs]):
        fact = _TOGETHER.get(sign.name)
        places = (sign.first, sign.second)
        people = [_about(case, theirs[place.paper][1].reading) for place in places]
        person = next((one for one in people if one is not None), None)
        if fact is None or person is None or (person.id, fact) in told:
            continue
        item = _only_item(case, person, so_far)
        if item is None:
            continue
        told.add((person.id, fact))
        # the paper about the person comes first
        first, second = places if people[0] is not None else (sign.second, sign.first)
        exhibits = [theirs[place.paper][0].id for place in (first, second)]
        yield Proposal(
            person.id, fact, item[0], True, exhibits[0], first.span.page, " ".join(first.quote.split()),
            How.AGAINST_INTEREST, min(first.confidence, second.confidence), item[1],
            beside=(exhibits[1], second.span.page, " ".join(second.quote.split())),
        )  # fmt: skip


def _only_item(case: Case, person: Person, so_far: list[Proposal]) -> tuple[str, str | None] | None:
    """The one charge of a person, on record or offered; None if there is none or more than one."""
    listed = {item.id: None for item in case.items if item.person == person.id and item.list == "charge"}
    offered = {one.item: one.new_item for one in so_far if one.person == person.id and one.item is not None}
    known: dict[str, str | None] = {**{key: title for key, title in offered.items() if key}, **listed}
    return next(iter(known.items())) if len(known) == 1 else None


def offer_plain(person: Person, exhibit: Exhibit, fact: str, field: Field) -> Proposal:
    """A fact of the person, outside any list."""
    quote = " ".join(field.quote.split())
    return Proposal(
        person.id, fact, None, field.value, exhibit.id, field.span.page, quote, How.OWN_ACT, field.confidence
    )


def _about(case: Case, reading: Reading) -> Person | None:
    """The person of the case whom the paper names as the one proceeded against."""
    for one in reading.of("person.accused"):
        surname = one.value.split(" ")[0].lower().replace("ё", "е")
        for person in case.persons:
            if surname in re.findall(r"[а-я-]+", person.name.ru.lower().replace("ё", "е")):
                return person
    return None


def _stage(reading: Reading) -> Iterator[tuple[str, str, Field]]:
    outcomes = {one.value: one for one in reading.of("outcome")}
    if reading.kind == "charge" and "charged" in outcomes:
        yield "charge.stage", "charged", outcomes["charged"]
    if reading.kind == "judgment":
        force = reading.of("date.in_force")
        if "convicted" in outcomes:
            yield "charge.stage", "final" if force else "convicted", force[0] if force else outcomes["convicted"]
        elif "acquitted" in outcomes:
            yield "charge.stage", "acquitted", outcomes["acquitted"]
    if reading.kind == "closing" and "case_dropped" in outcomes:
        yield "charge.stage", "dropped", outcomes["case_dropped"]


def _months(duration: str) -> int | None:
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?", duration)
    return int(found[1] or 0) * 12 + int(found[2] or 0) if found else None


def _against(case: Case, one: Proposal, others: Iterable[Proposal]) -> Iterator[Other]:
    """Other answers to the same question of the same item. Two days that papers name ahead do not contradict."""
    if one.fact in ASKED_OF_PAPERS:
        return
    same = (one.person, one.fact, one.item)
    told: dict[Other, None] = {}
    for other in case.statements:
        value = other.value.original if isinstance(other.value, PartialDate) else other.value
        if (other.person, other.fact, other.item) == same and not _agree(one, value):
            told[Other(value, other.exhibit)] = None
    for proposal in others:
        if (proposal.person, proposal.fact, proposal.item) == same and not _agree(one, proposal.value):
            told[Other(proposal.value, proposal.exhibit)] = None
    yield from told


def _agree(one: Proposal, value: object) -> bool:
    if one.fact == "charge.article":
        return {a.name for a in read_citation(str(one.value))} <= {a.name for a in read_citation(str(value))}
    return value == one.value


def confirm(case: Case, proposal: Proposal) -> Case:
    """The case with this answer on record. Raises CaseError, and changes nothing, if it would not read, or if nobody
    said yet which accusation it belongs to (`Proposal.of`).
    """
    if proposal.may_be:
        raise CaseError(
            "it is not said which accusation this paper is about. Choose one that is listed, or another one."
        )
    if proposal.limit is not None:
        return append_tables(case.home, tables_of_limit(case, proposal.limit))
    if proposal.fact in QUESTIONS:
        day = NamedDay(proposal.fact.partition(".")[2])
        return append_tables(
            case.home,
            tables_of(
                case, day, person=proposal.person, exhibit=proposal.exhibit, page=proposal.page, quote=proposal.quote,
                day=str(proposal.value), at=proposal.at,
            ),
        )  # fmt: skip
    tables = ""
    listed = {(item.person, item.id) for item in case.items}
    principal = case.principal.id == proposal.person
    owner = None if principal else proposal.person
    if proposal.item is not None and (proposal.person, proposal.item) not in listed:
        title = proposal.new_item or proposal.item
        tables += table(
            "item", {"list": "charge", "id": proposal.item, "person": owner, "title": {"en": title, "ru": title}}
        )
    places = [(proposal.exhibit, proposal.page, proposal.quote), *([proposal.beside] if proposal.beside else [])]
    says = [
        {"value": proposal.value, "exhibit": exhibit, "page": page, "quote": quote, "how": proposal.how.value}
        for exhibit, page, quote in places
    ]
    tables += table("fact", {"fact": proposal.fact, "item": proposal.item, "person": owner, "says": says})
    return append_tables(case.home, tables)


def decline(case: Case, proposal: Proposal) -> None:
    """Note that a person looked at it and said no: it is not offered again, whichever accusation it would be of."""
    case.home.append(DECLINED, proposal.key)


def forget_declined(home: CaseHome, exhibit: str) -> None:
    """No word is left of what was declined from a paper."""
    lines = home.lines(DECLINED)
    kept = [line for line in lines if json.loads(line)[_EXHIBIT] != exhibit]
    if len(kept) < len(lines):
        home.rewrite(DECLINED, kept)


def _declined(home: CaseHome) -> frozenset[str]:
    return frozenset(map(_whichever, home.lines(DECLINED)))


def _whichever(key: str) -> str:
    """A key without the accusation."""
    return json.dumps([*(parts := json.loads(key))[:_ITEM], *parts[_ITEM + 1 :]])
