"""The reasoning of a route as lines: rule, version, authority, facts, exhibits, answer, support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pristan.assessment.problem import Leaf, Source
from pristan.assessment.results import RouteResult, TraceNode
from pristan.assessment.source import Shown
from pristan.filings.dossier import codes
from pristan.filings.dossier.compose.context import Context, litigation_word
from pristan.filings.dossier.compose.passages import cited_passage
from pristan.filings.dossier.parts import Citation, ExhibitRef, Quote
from pristan.filings.dossier.route import TraceLine
from pristan.kernel.answers import Answer
from pristan.kernel.vocabulary.facts import LIST_WORDS
from pristan.law.model import Version

MOST_CITED = 2
DEEPEST = 8  # levels that a page can indent
_CLOSABLE = ("rule", "bar", "exception", "weigh")
_KINDS = {
    "route": codes.Node.RULE,
    "rule": codes.Node.RULE,
    "bar": codes.Node.BAR,
    "exception": codes.Node.EXCEPTION,
    "element": codes.Node.ELEMENT,
    "list": codes.Node.ELEMENT,
    "weigh": codes.Node.WEIGH,
    "all": codes.Node.ALL,
    "any": codes.Node.ANY,
    "not": codes.Node.NOT,
    "not_in_force": codes.Node.ELEMENT,
}


def deciding(result: RouteResult) -> frozenset[str]:
    """Keys of the nodes on which the verdict turns, and what follows the best steps; the steps among them."""
    reasons = [*result.reasons, *(reason for then in result.then[:1] for reason in then.reasons)]
    steps = [key for then in result.then[:1] for key, _ in then.steps]
    return frozenset([*steps, *(key for one in reasons for key in (one.key, f"weigh:{one.key}"))])


def lines(node: TraceNode, context: Context, decides: frozenset[str] = frozenset()) -> tuple[TraceLine, ...]:
    """The tree, top down, as far as the record touches it; the JSON has the whole tree.

    A group of one is its only part. A rule that stood further up, a bar or alternative that is not met, and a rule
    with no evidence below it stand as one line each; sister elements that nothing touches stand together in one line.
    """
    return tuple(_lines(node, context, 0, set(), decides))


def _lines(
    node: TraceNode, context: Context, depth: int, opened: set[str], decides: frozenset[str]
) -> Iterator[TraceLine]:
    if node.kind in ("all", "any") and len(node.children) == 1:
        yield from _lines(node.children[0], context, depth, opened, decides)
        return
    yield replace(_line(node, context, min(depth, DEEPEST)), decides=node.key in decides)
    if _stays_closed(node, opened, context):
        return
    if node.kind in _CLOSABLE:
        opened.add(node.key)
    untouched = [child for child in node.children if _untouched_element(child, context) and child.key not in decides]
    for child in node.children:
        if child.kind == "exception" and node.answer is Answer.NOT_MET:
            continue  # nothing to except from
        if len(untouched) > 1 and child in untouched:
            if child is untouched[0]:
                yield _together(untouched, context, min(depth + 1, DEEPEST))
            continue
        yield from _lines(child, context, depth + 1, opened, decides)


def _stays_closed(node: TraceNode, opened: set[str], context: Context) -> bool:
    if node.kind not in _CLOSABLE or (node.key not in opened and _cited_below(node, context)):
        return False
    passed = node.kind in ("bar", "exception") and node.answer in (Answer.NOT_MET, Answer.UNKNOWN) and not node.raised
    untouched = node.answer is Answer.UNKNOWN and not _touched(node)
    return node.key in opened or passed or untouched or (node.answer is Answer.NOT_MET and not _by_paper(node))


def _touched(node: TraceNode) -> bool:
    """Whether any evidence stands at the node or below it."""
    return bool(node.shown) or any(_touched(child) for child in node.children)


def _by_paper(node: TraceNode) -> bool:
    """Whether a paper stands at the node or below it."""
    own = any(statement.exhibit is not None for shown in node.shown for statement in shown.statements)
    return own or any(_by_paper(child) for child in node.children)


def _cited_below(node: TraceNode, context: Context) -> bool:
    """Whether a passage is cited for an element below the node."""
    asked = context.passages.by_question
    return bool(asked) and any(context.passages.at(one) for one in node.nodes())


def _untouched_element(node: TraceNode, context: Context) -> bool:
    unanswered = node.kind == "element" and node.answer is Answer.UNKNOWN and not node.shown
    return unanswered and not context.passages.at(node)


def _together(nodes: list[TraceNode], context: Context, depth: int) -> TraceLine:
    """Elements that nothing on record touches, in one line."""
    titles = "; ".join(dict.fromkeys(context.say(node.title) for node in nodes))
    return TraceLine(
        depth=depth,
        kind=codes.Node.ELEMENT,
        title=titles,
        answer=codes.Answer.UNKNOWN,
        support=codes.Support.NONE,
    )


def _line(node: TraceNode, context: Context, depth: int) -> TraceLine:
    version = node.version if node.rule is not None and node.kind in ("route", *_CLOSABLE) else None
    title = context.say(node.title)
    if node.kind == "list":
        title = context.phrase("list_complete", name=context.say(LIST_WORDS[_list_name(node)]))
    if node.kind == "not":
        title = context.phrase("not_so")
    if node.kind == "not_in_force":
        title = context.phrase("not_in_force")
    if node.kind == "element" and node.item is not None and _one_of_several(node, context):
        title = f"{title} ({context.say(node.item)})"
    groups = node.kind in ("all", "any", "not")
    return TraceLine(
        depth=depth,
        kind=_KINDS[node.kind],
        title=title,
        answer=None if groups else codes.Answer(node.answer.value),
        support=codes.Support.NONE if groups else codes.Support(node.support.word),
        raised=_raised(node),
        supposed=any(shown.evidence.source is Source.SUPPOSED for shown in node.shown),
        why=_why(node, context),
        exhibits=tuple(dict.fromkeys(ref for shown in node.shown for ref in _exhibits(shown, context))),
        passages=tuple(cited_passage(one, context) for one in context.passages.at(node)),
        asserted_by=tuple(dict.fromkeys(_asserted(shown, context) for shown in node.shown)),
        citations=citations(version, context),
        in_force=in_force(version, context),
        checked="" if version is None else context.day(version.checked).words,
        confidence=None if version is None else codes.Confidence(version.confidence),
        litigation=_litigation(version, context),
    )


def _one_of_several(node: TraceNode, context: Context) -> bool:
    """Whether the item asked of has others beside it in its list; a single charge is not named at every line."""
    asked = node.of.item if isinstance(node.of, Leaf) else None
    case, person = context.case, context.today.person.id
    names = {one.list for one in case.items if one.id == asked and one.person == person}
    return sum(one.list in names and one.person == person for one in case.items) > 1


def _list_name(node: TraceNode) -> str:
    return node.key.split(":")[1]


def _raised(node: TraceNode) -> codes.Raised:
    if node.kind != "bar":
        return codes.Raised.NOT_A_BAR
    if node.rule is not None and node.rule.raised_by == "statute":
        return codes.Raised.STATUTE
    if node.raised:
        return codes.Raised.OPPONENT
    return codes.Raised.RECORD if node.answer in (Answer.MET, Answer.DISPUTED) else codes.Raised.NOT_RAISED


def _why(node: TraceNode, context: Context) -> str:
    if node.kind == "element" and node.element is not None:
        return context.say(node.element.says.get(node.answer))
    return context.say(node.rule.says.get(node.answer)) if node.rule is not None and node.kind != "element" else ""


def _exhibits(shown: Shown, context: Context) -> Iterator[ExhibitRef]:
    for statement in shown.statements:
        if statement.exhibit is not None:
            quote = None
            if statement.quote:
                quote = Quote(text=statement.quote, language=context.case.exhibits[statement.exhibit].language)
            page = "" if statement.page is None else context.phrase("page", page=str(statement.page))
            yield ExhibitRef(exhibit=context.exhibit_label(statement.exhibit), page=page, quote=quote)


def _asserted(shown: Shown, context: Context) -> str:
    match shown.evidence.source:
        case Source.PERSON:
            return context.phrase("own_word_name", name=context.say(context.today.person.name))
        case Source.SUPPOSED:
            return context.phrase("supposed")
        case Source.ACCUSATION:
            return context.phrase("accuser")
        case _:
            issuers = {
                context.case.exhibits[one.exhibit].issuer.value for one in shown.statements if one.exhibit is not None
            }
            return ", ".join(context.phrase(f"issuer_{issuer}") for issuer in sorted(issuers))


def citations(version: Version | None, context: Context) -> tuple[Citation, ...]:
    """The first authorities of a version; the list of sources has all."""
    return tuple(
        Citation(
            cite=context.cited(one.cite),
            weight=codes.Weight(one.weight),
            says=context.say(one.says),
            disputed_by=tuple(map(context.cited, one.disputed_by)),
        )
        for one in (version.authorities[:MOST_CITED] if version else ())
    )


def in_force(version: Version | None, context: Context) -> str:
    """From when until when a version is in force."""
    if version is None:
        return ""
    if version.since is None:
        return context.phrase("in_force_always")
    since = context.day(version.since).words
    if version.until is None:
        return context.phrase("in_force", since=since)
    return context.phrase("in_force_until", since=since, until=context.day(version.until).words)


def _litigation(version: Version | None, context: Context) -> str:
    states = [] if version is None else [state for state in version.litigation if state.holds(context.today.on)]
    return "; ".join(f"{context.say(litigation_word(state.state))}: {context.cited(state.cite)}" for state in states)
