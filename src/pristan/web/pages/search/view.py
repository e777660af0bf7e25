"""In which paper do these words stand? Every page of every paper in the vault, in any grammatical form.

What was looked for is kept in memory until the vault locks: never in an address, which a browser would remember.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.bootstrap import work
from pristan.case.model import Exhibit
from pristan.kernel.errors import CaseError, PristanError
from pristan.storage.jobs import queue
from pristan.storage.search.index import Hit, search
from pristan.web.errors import said
from pristan.web.language import language
from pristan.web.page import show
from pristan.web.workbench import Workbench, workbench

WORDS = "search"  # under which the workbench remembers them
MOST_PAGES = 50
LONGEST = 200  # characters looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page on which all the words stand."""

    paper: str = field(metadata={"help": "The paper: its number and title, or the name of the file."})
    number: int = field(metadata={"help": "The page."})
    address: str = field(metadata={"help": "Where the page is shown; empty if the paper is not on record."})
    language: str = field(metadata={"help": "The language of the words, for readers that speak them aloud."})
    passage: tuple[tuple[str, bool], ...] = field(metadata={"help": "The passage in pieces; True for a word found."})
    recognised: bool = field(metadata={"help": "Whether the text was recognised from a picture."})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The pages of one case."""

    person: str = field(metadata={"help": "Who the case is about, or how it is called."})
    title: str = field(metadata={"help": "What the case is called."})
    address: str = field(metadata={"help": "Where its papers are."})
    pages: tuple[Page, ...] = field(metadata={"help": "The pages, the closest first."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    encrypted: bool = field(metadata={"help": "Whether there is a vault that can be searched."})
    words: str = field(metadata={"help": "What was looked for."})
    cases: tuple[OfCase, ...] = field(metadata={"help": "Where it stands, by case."})
    number: int = field(metadata={"help": "On how many pages."})
    more: bool = field(metadata={"help": "Whether there may be more pages than are shown."})
    unread: int = field(metadata={"help": "How many papers wait to be read, and cannot be found yet."})
    fault: str = field(metadata={"help": "Why nothing was looked for, in a sentence; empty for none."})


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The page, with what was looked for last."""
    return show(request, "search", _content(workbench(request)))


@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """Look for these words."""
    words = " ".join(request.POST.get("words", "").split())
    if len(words) > LONGEST:
        raise CaseError(_("That is too much to look for. Write a few words."))
    workbench(request).remembered[WORDS] = words
    return redirect("search")


def _content(bench: Workbench) -> Search:
    encrypted, words, fault = bench.shelf.encrypted, bench.remembered.get(WORDS, ""), ""
    hits: tuple[Hit, ...] = ()
    if encrypted and words:
        try:
            hits = search(words, most=MOST_PAGES)
        except PristanError as wrong:
            fault = said(wrong)
    by_case: dict[str, list[Hit]] = {}
    for hit in hits:
        by_case.setdefault(hit.case_id, []).append(hit)
    return Search(
        title=_("In which paper does it stand?"),
        encrypted=encrypted,
        words=words,
        cases=tuple(_of_case(bench, case_id, found) for case_id, found in by_case.items()),
        number=len(hits),
        more=len(hits) == MOST_PAGES,
        unread=len(queue.jobs(kind=work.READ, still_open=True)) if encrypted else 0,
        fault=fault,
    )


def _of_case(bench: Workbench, case_id: str, hits: list[Hit]) -> OfCase:
    held, lang = bench.shelf.held(case_id), language()
    try:
        exhibits = bench.answers.case(held.stamp, lambda: bench.shelf.open(case_id)).exhibits
    except PristanError:
        exhibits = {}  # the case says what is wrong with it on its own pages; its papers are found all the same
    by_file = {str(one.file): one for one in exhibits.values()}
    title = hits[0].case_title.to(lang)
    return OfCase(
        person=held.person.to(lang) if held.person else title,
        title=title,
        address=reverse("evidence", args=[case_id]),
        pages=tuple(_page(one, by_file.get(one.file)) for one in hits),
    )


def _page(hit: Hit, exhibit: Exhibit | None) -> Page:
    asked = "" if exhibit is None else urlencode({"exhibit": exhibit.id, "page": hit.page})
    return Page(
        paper=hit.file if exhibit is None else f"{exhibit.id}. {exhibit.title.to(language())}",
        number=hit.page,
        address=f"{reverse('evidence', args=[hit.case_id])}?{asked}" if asked else "",
        language="" if exhibit is None or exhibit.language == "none" else exhibit.language,
        passage=_pieces(hit),
        recognised=hit.recognised,
    )


def _pieces(hit: Hit) -> tuple[tuple[str, bool], ...]:
    """The passage cut at the words found."""
    found, at = [], 0
    for start, end in sorted(hit.marks):
        if start < at:
            continue
        found += [(hit.quote[at:start], False), (hit.quote[start:end], True)]
        at = end
    return tuple(piece for piece in (*found, (hit.quote[at:], False)) if piece[0])
