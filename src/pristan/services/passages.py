"""Citing a passage of a report or decision in a case, and taking a passage away again.

The document becomes an exhibit like any other, once. The words must stand on the page. What a passage is cited for is
checked against the law in use. Does not: answer anything; words that answer a question of the vocabulary are put on
record as a statement of the exhibit, and count as any statement does (docs/assessment.md section 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from pristan.assessment.passages import elements_named, signs_of
from pristan.case.home import CaseHome
from pristan.case.loader import load_case_from
from pristan.case.model import HOW_BY_ISSUER, Case, Exhibit, How, Issuer
from pristan.case.passages import Passage
from pristan.country.patterns import patterns
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase
from pristan.services.adding import examined, put_on_record
from pristan.services.case_blocks import blocks, plain_text
from pristan.services.case_file import append_tables, rewritten, table
from pristan.services.cases import person_of, supposed_answer
from pristan.services.quoting import Pages, Stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a document, and the page they are said to stand on."""

    page: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What words are cited for: a pattern, an element (RULE#ELEMENT), or a question (FACT or FACT@ITEM) they answer."""

    pattern: str | None = None
    indicator: str | None = None
    element: str | None = None
    fact: str | None = None
    value: str | None = None
    how: How | None = None
    against: bool = False
    person: str | None = None  # default: the principal


def compared(pages: Pages, words: Words) -> bool:
    """Whether the words could be compared with the page: not with a picture. Raises CaseError if they do not stand
    there, naming the nearest page that has them.
    """
    place = pages.place_of(words.quote, words.page)
    match place.stands:
        case Stands.HERE:
            return True
        case Stands.NOT_COMPARED:
            return False
        case Stands.ELSEWHERE:
            raise CaseError(
                f"these words do not stand on page {words.page}; they stand on page {place.on}. Name that page."
            )
        case Stands.NO_SUCH_PAGE:
            raise CaseError(f"there is no page {words.page}; the document has {place.pages} page(s). Mend the page.")
        case _:
            raise CaseError(
                f"these words do not stand on page {words.page}, nor on another page. Copy them from the document; "
                'write "..." for words left out.'
            )


def check_target(case: Case, target: Target) -> None:
    """Refuse what cannot be cited for. Raises CaseError with the accepted form."""
    named = [one for one in (target.pattern, target.element, target.fact) if one is not None]
    if len(named) != 1:
        raise CaseError("words are cited for one thing. Name a pattern, an element, or a question with its answer.")
    if target.indicator is not None and target.pattern is None:
        raise CaseError("an indicator belongs to a pattern. Name the pattern too.")
    person_of(case, target.person)
    if target.pattern is not None:
        _check_pattern(target.pattern, target.indicator)
    elif target.element is not None:
        _check_element(target.element, law_in_use())
    else:
        _answer(case, target)


def _check_pattern(name: str, indicator: str | None) -> None:
    pattern = patterns().get(name)
    if pattern is None:
        near = get_close_matches(name, patterns(), n=3, cutoff=0.5) or sorted(patterns())
        raise CaseError(f'there is no documented pattern "{name}". Write one of: {", ".join(near)}.')
    if indicator is not None and indicator not in signs_of(pattern):
        known = ", ".join(signs_of(pattern))
        raise CaseError(f'the pattern "{name}" has no indicator "{indicator}". Write one of: {known}.')


def _check_element(name: str, base: LawBase) -> None:
    if elements_named(name, base):
        return
    rule_id = name.partition("#")[0]
    rule = base.rules.get(rule_id)
    if rule is None:
        near = get_close_matches(rule_id, base.rules, n=3, cutoff=0.5)
        raise CaseError(
            f'there is no rule "{rule_id}". Write RULE#ELEMENT; `pristan law list` has the rules. '
            f"Near it: {', '.join(near) or 'none'}."
        )
    known = ", ".join(dict.fromkeys(f"{rule_id}#{one}" for version in rule.versions for one in version.elements))
    if not known:
        raise CaseError(f'the rule "{rule_id}" has no element of its own. Name one of a rule below it.')
    raise CaseError(f'"{name}" is not an element. Write one of: {known}.')


def exhibit_with(case: Case, data: bytes) -> Exhibit | None:
    """The exhibit that has these bytes."""
    sha256 = sha256_of_bytes(data)
    return next((one for one in case.exhibits.values() if case.home.sha256(str(one.file)) == sha256), None)


def put_document_on_record(home: CaseHome, name: str, data: bytes, issuer: Issuer | None) -> tuple[Case, str]:
    """The case with a document as an exhibit, and its number; one whose bytes are on record is not copied again.

    Raises CaseError if nobody said who made it, or if it is on record as made by somebody else.
    """
    case = load_case_from(home)
    known = exhibit_with(case, data)
    if known is not None:
        if issuer is not None and known.issuer is not issuer:
            raise CaseError(
                f'the document is on record as exhibit {known.id}, made by "{known.issuer.value}". '
                "Leave the issuer out, or put it right with `pristan maker`."
            )
        return case, known.id
    added = put_on_record(home, examined(home, name, data, inside=False), issuer=issuer)
    if added.why == "issuer":
        raise CaseError(
            f"who made the document is not known. Say it with the issuer: one of {', '.join(Issuer)}; "
            '"neutral" is one without an interest in what it says.'
        )
    if added.file.fault is not None:
        raise added.file.fault
    if added.exhibit is None:
        raise CaseError(f'"{name}" only holds other files. Add those to the library.')
    return load_case_from(home), added.exhibit


def cite(case: Case, exhibit: str, words: Words, target: Target, pages: Pages) -> tuple[Case, Passage | None]:
    """The case with words of an exhibit cited, and the passage; none where they answer a question: that is a statement.

    `pages`: of that exhibit. Raises CaseError, and changes nothing, if the words do not stand there, if there is
    nothing of that name to cite them for, or if they are cited for it already.
    """
    if exhibit not in case.exhibits:
        raise CaseError(f'there is no exhibit "{exhibit}". Exhibits: {", ".join(case.exhibits) or "none"}.')
    check_target(case, target)
    compared(pages, words)
    person = person_of(case, target.person).id
    owner = None if person == case.principal.id else person
    place = {"exhibit": exhibit, "page": words.page, "quote": " ".join(words.quote.split())}
    if target.fact is not None:
        return _with_statement(case, target, place, owner), None
    for one in case.passages:
        same = (one.exhibit, one.page, one.quote, one.pattern, one.indicator, one.element, one.person, one.against)
        new = (*place.values(), target.pattern, target.indicator, target.element, person, target.against)
        if same == new:
            raise CaseError(f"these words are cited for it already, as {one.id}.")
    taken = {one.id for one in case.passages}
    own = next(name for number in range(1, len(taken) + 2) if (name := f"q{number}") not in taken)
    written = table(
        "passage",
        {
            "id": own,
            "person": owner,
            **place,
            "pattern": target.pattern,
            "indicator": target.indicator,
            "element": target.element,
            "against": True if target.against else None,
        },
    )
    after = append_tables(case.home, written)
    return after, after.passages[-1]


def _answer(case: Case, target: Target) -> object:
    """The answer to a question, in its form."""
    if target.value is None:
        raise CaseError(f'words cited for a question answer it. Name the answer to "{target.fact}".')
    if target.against:
        raise CaseError('the answer itself says whether it speaks for or against the person. Leave "against" out.')
    name, _, item = str(target.fact).partition("@")
    setting = f"{target.fact}={target.value}"
    value = supposed_answer(case, person_of(case, target.person).id, name, item or None, target.value, setting).value
    return value.original if isinstance(value, PartialDate) else value


def _with_statement(case: Case, target: Target, place: dict[str, object], owner: str | None) -> Case:
    name, _, item = str(target.fact).partition("@")
    says = {"value": _answer(case, target), **place, "how": None if target.how is None else target.how.value}
    check_how(case.exhibits[str(place["exhibit"])].issuer, target)
    return append_tables(
        case.home, table("fact", {"fact": name, "item": item or None, "person": owner, "says": [says]})
    )


def check_how(issuer: Issuer, target: Target) -> None:
    """What a paper does with a statement follows from its maker, or is said. Raises CaseError with the choices."""
    allowed = HOW_BY_ISSUER[issuer]
    if target.fact is not None and target.how not in allowed and (target.how is not None or len(allowed) > 1):
        raise CaseError(
            f'a paper made by "{issuer.value}" says a thing in one of these ways: {", ".join(allowed)}. Name one.'
        )


def uncite(home: CaseHome, passage: str) -> Case:
    """The case without a passage; the exhibit stays. Raises CaseError naming those there are."""
    case = load_case_from(home)
    if passage not in {one.id for one in case.passages}:
        known = "; ".join(f"{one.id} ({one.exhibit}, {one.page}: {one.target})" for one in case.passages)
        raise CaseError(f'the case has no passage "{passage}". Passages: {known or "none"}.')
    before = home.text()
    plain = plain_text(before).rstrip("\n") + "\n"
    (block,) = (one for one in blocks(plain) if one.kind == "passage" and one.data.get("id") == passage)
    return rewritten(home, before, plain.replace(f"\n{block.text}", "", 1))
