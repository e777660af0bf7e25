"""What another day of the law, or something supposed, changes in the verdicts of a case."""

from __future__ import annotations

from dataclasses import dataclass, field

from pristan.assessment.results import Assessment, RouteResult
from pristan.assessment.verdict import Verdict
from pristan.filings.dossier import codes
from pristan.kernel.language import Language
from pristan.law.instruments import cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One route whose verdict differs."""

    title: str = field(metadata={"help": "The route."})
    before: codes.Verdict | None = field(metadata={"help": "Its verdict first; none where the route was not there."})
    after: codes.Verdict | None = field(metadata={"help": "Its verdict then."})
    because: str = field(metadata={"help": "What decides then, in a sentence."})
    rules: tuple[str, ...] = field(default=(), metadata={"help": "Versions of its rules that differ between the days."})


def changes(before: Assessment, after: Assessment, language: Language) -> tuple[Change, ...]:
    """Each route whose verdict differs, with what decides it then."""
    first = {one.rule.id: one for one in before.routes}
    then = {one.rule.id: one for one in after.routes}
    found = []
    for name in dict.fromkeys((*first, *then)):
        old, new = first.get(name), then.get(name)
        if (old and old.verdict) != (new and new.verdict):
            found.append(_change(old, new, language))
    return tuple(found)


def _change(old: RouteResult | None, new: RouteResult | None, language: Language) -> Change:
    known = new or old
    assert known is not None
    texts = [reason.text.to(language) for reason in (new.reasons if new else ())[:1]]
    if new and new.verdict is Verdict.NOT_YET and new.then:
        steps = new.then[0].steps
        texts = [element.step.what.to(language) for _, element in steps if element.step]
    rules = []
    if old and new and old.version is not new.version:
        rules = [cited(authority.cite, language) for authority in (new.version.authorities if new.version else ())[:2]]
    return Change(
        title=known.rule.title.to(language),
        before=codes.Verdict(old.verdict.value) if old else None,
        after=codes.Verdict(new.verdict.value) if new else None,
        because="; ".join(texts),
        rules=tuple(rules),
    )
