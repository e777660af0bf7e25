"""Does the story resemble another text? Passages that stand elsewhere too, before an agency compares."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.filings.similarity.compare import Passage
from pristan.kernel.errors import CaseError
from pristan.services.similarity import CASE, TEMPLATE, similar_passages
from pristan.web.desk import desk_of
from pristan.web.page import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One passage that stands in two texts."""

    place: str = field(metadata={"help": "Where it stands in this case: the paragraph or the form's question."})
    words: str = field(metadata={"help": "The words here."})
    origin: str = field(metadata={"help": "What the other text is: another case by its name, a story, a template."})
    there: str = field(metadata={"help": "Where it stands there: paragraph, or file and page."})
    other_words: str = field(metadata={"help": "The words there."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    told: bool = field(metadata={"help": "Whether the case tells anything that could be compared."})
    cases: int = field(metadata={"help": "How many other cases were compared."})
    not_opened: tuple[str, ...] = field(metadata={"help": "Cases whose file has a fault: only their papers were."})
    passages: tuple[Shared, ...] = field(metadata={"help": "The passages, in the order of this case's narrative."})


@require_safe
def similar(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    others = desk.bench.shelf.texts_of_others(desk.case, desk.language)
    try:
        passages, told = similar_passages(desk.case, others=others.texts), True
    except CaseError:  # the case tells nothing yet: the page says so
        passages, told = [], False
    content = Similar(
        title=_("Does the story resemble another text?"),
        case_id=desk.id,
        told=told,
        cases=others.cases,
        not_opened=others.not_opened,
        passages=tuple(map(_shared, passages)),
    )
    return show(request, "filings", content, desk=desk, template="filings/similar.html")


def _shared(one: Passage) -> Shared:
    kind = _("template of this program") if one.other.origin == TEMPLATE else _("invented story")
    return Shared(
        place=one.mine.place,
        words=" ".join(one.my_words.split()),
        origin=one.other.name if one.other.origin == CASE else f"{kind}: {one.other.name}",
        there=one.other.place,
        other_words=" ".join(one.other_words.split()),
    )
