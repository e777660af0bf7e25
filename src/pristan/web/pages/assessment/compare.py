"""What another day of the law, or something supposed, changes in the verdicts of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pristan.assessment.results import Assessment, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier import codes
from pristan.kernel.language import Language
from pristan.services.because import Because
from pristan.services.because_words import Said, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Changes of the law, or time, without which a verdict would be the same."""

    lead: str = field(metadata={"help": "How they are introduced."})
    changes: tuple[str, ...] = field(metadata={"help": "Each change: the rule, its versions with days and authority."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One route whose verdict differs."""

    title: str = field(metadata={"help": "The route."})
    before: codes.Verdict | None = field(metadata={"help": "Its verdict first; none where the route was not there."})
    after: codes.Verdict | None = field(metadata={"help": "Its verdict then."})
    because: str = field(metadata={"help": "What decides then, in a sentence."})
    why: tuple[Why, ...] = field(default=(), metadata={"help": "What of the law decides that two days differ."})


def changes(
    before: Assessment, after: Assessment, language: Language, why: Mapping[str, Because] | None = None
) -> tuple[Change, ...]:
    """Each route whose verdict differs, with what decides it then, and `why` two days differ."""
    first = {one.rule.id: one for one in before.routes}
    then = {one.rule.id: one for one in after.routes}
    found = []
    for name in dict.fromkeys((*first, *then)):
        old, new = first.get(name), then.get(name)
        if (old and old.verdict) != (new and new.verdict):
            found.append(_change(old, new, language, (why or {}).get(name)))
    return tuple(found)


def _change(old: RouteResult | None, new: RouteResult | None, language: Language, why: Because | None) -> Change:
    known = new or old
    assert known is not None
    texts = [reason.text.to(language) for reason in (new.reasons if new else ())[:1]]
    if new and new.verdict is Verdict.NOT_YET and new.then:
        steps = new.then[0].steps
        texts = [element.step.what.to(language) for _, element in steps if element.step]
    return Change(
        title=known.rule.title.to(language),
        before=codes.Verdict(old.verdict.value) if old else None,
        after=codes.Verdict(new.verdict.value) if new else None,
        because="; ".join(texts),
        why=tuple(_why(one, language) for one in said(why)) if why else (),
    )


def _why(one: Said, language: Language) -> Why:
    return Why(lead=one.lead.to(language), changes=tuple(change.to(language) for change in one.changes))
