"""A paper taken off the record, put back, deleted for ever, or its original taken out, with what each means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from pristan.case.model import Exhibit, Statement
from pristan.evidence.custody import entries
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.services.packets import packet_titles
from pristan.services.removing import (
    Removed,
    delete_for_ever,
    put_back,
    removed_papers,
    rests_on,
    take_off_record,
)
from pristan.web.desk import Desk, desk_of
from pristan.web.marks import value_words
from pristan.web.page import show

_SURE = "evidence/sure.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """What is asked before a paper leaves."""

    title: str = field(metadata={"help": "What will happen, with the paper by name."})
    sentences: tuple[str, ...] = field(metadata={"help": "What it means."})
    lists: tuple[tuple[str, tuple[str, ...]], ...] = field(metadata={"help": "What goes with it: headings and lines."})
    address: str = field(metadata={"help": "Where the answer is sent."})
    exhibit: str = field(metadata={"help": "The number of the paper."})
    act: str = field(metadata={"help": "What the button that does it says."})
    keep: str = field(metadata={"help": "What the safe way says."})
    back: str = field(metadata={"help": "Where the safe way leads."})
    choice: str = field(
        default="", metadata={"help": "Something that is done besides unless unmarked; empty for none."}
    )
    downloads: bool = field(default=False, metadata={"help": "Whether the answer is a file."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was just done with a paper."""

    sentence: str = field(metadata={"help": "What was done."})
    undo: str = field(metadata={"help": "The number of the paper that can be put back; empty for none."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Off:
    """A paper that was taken off the record."""

    id: str = field(metadata={"help": "Its number."})
    title: str = field(metadata={"help": "What it is."})
    delete: str = field(metadata={"help": "Where it is deleted for ever."})


def off_record(desk: Desk) -> tuple[Off, ...]:
    """Papers that can be put back."""
    return tuple(
        Off(id=one.exhibit, title=desk.say(one.title), delete=_address(desk, "evidence-delete", one.exhibit))
        for one in removed_papers(desk.home)
    )


def told(request: HttpRequest, desk: Desk) -> Told | None:
    """What was just done, as the address says, if that is how things are: it stays when the page loads itself anew."""
    of, left = {"n": request.GET.get("of", "")}, request.GET.get("left", "")
    off = any(one.exhibit == of["n"] for one in removed_papers(desk.home))
    on_record = of["n"] in desk.case.exhibits
    match request.GET.get("done"):
        case "off" if off:
            return Told(sentence=_("Exhibit %(n)s is off the record.") % of, undo=of["n"])
        case "back" if on_record:
            sentence = _("Exhibit %(n)s is on record again.") % of
            return Told(sentence=f"{sentence} {_left(int(left))}" if left.isdigit() else sentence, undo="")
        case "deleted" if of["n"].isdigit() and not off and not on_record:
            return Told(sentence=_("Exhibit %(n)s was deleted for ever.") % of, undo="")
    return None


def _left(count: int) -> str:
    return ngettext(
        "%(n)d place that named it was changed meanwhile and does not name it now.",
        "%(n)d places that named it were changed meanwhile and do not name it now.",
        count,
    ) % {"n": count}


def _done(desk: Desk, done: str, of: str, **more: str | int) -> HttpResponseRedirect:
    asked = urlencode({"done": done, "of": of, **more})
    return HttpResponseRedirect(f"{reverse('evidence', args=[desk.id])}?{asked}")


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, case_id: str) -> HttpResponse:
    """Tell what rests on a paper, then take it off the record."""
    desk = desk_of(request, case_id)
    paper = _paper(desk, _asked(request))
    if request.method == "POST":
        take_off_record(desk.home, paper.id)
        return _done(desk, "off", paper.id)
    built = _built_titles(desk, datetime.now(UTC))
    sentences = [_("It can be put back as long as you do not delete it for ever.")]
    if built:
        sentences.append(
            _("Documents that were built with it keep it until they are built anew: %(list)s.")
            % {"list": ", ".join(built)}
        )
    return _ask(
        request,
        desk,
        title=_("Take “%(title)s” off the record?") % {"title": desk.say(paper.title)},
        sentences=tuple(sentences),
        lists=tuple(_what_rests(desk, paper)),
        address=reverse("evidence-remove", args=[desk.id]),
        exhibit=paper.id,
        act=_("Take it off the record"),
        keep=_("Keep it"),
        back=_address(desk, "evidence", paper.id),
    )


@require_POST
def restore(request: HttpRequest, case_id: str) -> HttpResponse:
    """Put a paper back with all that rested on it."""
    desk = desk_of(request, case_id)
    exhibit = _asked(request)
    left = put_back(desk.home, exhibit)
    return _done(desk, "back", exhibit, exhibit=exhibit, **({"left": left} if left else {}))


@require_http_methods(["GET", "HEAD", "POST"])
def delete_paper(request: HttpRequest, case_id: str) -> HttpResponse:
    """Delete for ever a paper that was taken off the record."""
    desk = desk_of(request, case_id)
    paper = _removed(desk, _asked(request))
    at = datetime.fromisoformat(paper.at)
    built = _built_titles(desk, at)
    if request.method == "POST":
        with desk.home.together():
            delete_for_ever(desk.home, paper.exhibit)
            desk.bench.shelf.trail.forget_exhibit(
                desk.id,
                paper.exhibit,
                files=(paper.file, paper.was),
                tables=tuple(one.before for one in paper.changes if not one.after),
            )
            if built and request.POST.get("besides") == "yes":
                desk.bench.shelf.builds.drop_built_before(desk.id, at)
        desk.bench.answers.forget()
        return _done(desk, "deleted", paper.exhibit)
    sentences = [
        _(
            "The file, its text in the search, what the history kept of it and its name in the logs are deleted. "
            "The log keeps only that it was deleted."
        ),
        _("Nobody can bring it back. Copies in backups, exports and downloads are not reached."),
    ]
    return _ask(
        request,
        desk,
        title=_("Delete “%(title)s” for ever?") % {"title": desk.say(paper.title)},
        sentences=tuple(sentences),
        lists=((_("Documents that may show it"), built),) if built else (),
        address=reverse("evidence-delete", args=[desk.id]),
        exhibit=paper.exhibit,
        act=_("Delete for ever"),
        keep=_("Keep it"),
        back=reverse("evidence", args=[desk.id]),
        choice=_("Delete these documents too; they can be built again without it.") if built else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def original(request: HttpRequest, case_id: str) -> HttpResponse:
    """Warn, then send the file as it came, as a download that no browser shows as a page."""
    desk = desk_of(request, case_id)
    paper = _paper(desk, _asked(request))
    if request.method == "POST":
        return _sent(desk, paper)
    return _ask(
        request,
        desk,
        title=_("Take the original of “%(title)s” out?") % {"title": desk.say(paper.title)},
        sentences=(
            _(
                "The browser keeps what it downloads: in clear, in its folder of downloads, and in its list of them. "
                "Whoever has this computer can find both."
            ),
            _("To look at the paper you do not need it: this page shows every page and the text."),
            _(
                "Here a file is opened apart from everything else; another program may not do that. Open it only if "
                "you trust where it came from."
            ),
        ),
        lists=(),
        address=reverse("evidence-original", args=[desk.id]),
        exhibit=paper.id,
        act=_("Download the original"),
        keep=_("Leave it here"),
        back=_address(desk, "evidence", paper.id),
        downloads=True,
    )


def _sent(desk: Desk, paper: Exhibit) -> HttpResponse:
    data = desk.case.bytes_of(paper)
    came = next((one.name for one in entries(desk.home) if one.exhibit == paper.id and one.name), paper.file.name)
    desk.bench.shelf.trail.took_out(desk.id)
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(came)}"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _ask(request: HttpRequest, desk: Desk, **content: object) -> HttpResponse:
    return show(request, "evidence", Sure(**content), desk=desk, template=_SURE)  # type: ignore[arg-type]


def _what_rests(desk: Desk, paper: Exhibit) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What goes, and what stays without it."""
    found = rests_on(desk.case, paper.id)
    goes = [*(desk.say(one.title) for one in found.items), *(_answer(desk, one) for one in found.alone)]
    if found.said:
        goes.append(
            ngettext(
                "%(n)d statement about events or identity", "%(n)d statements about events or identity", found.said
            )
            % {"n": found.said}
        )
    if found.explanations:
        goes.append(
            ngettext("%(n)d explanation of what it says", "%(n)d explanations of what it says", found.explanations)
            % {"n": found.explanations}
        )
    if found.passages:
        goes.append(
            ngettext("%(n)d passage cited from it", "%(n)d passages cited from it", found.passages)
            % {"n": found.passages}
        )
    stays = [_answer(desk, one) for one in found.beside_others]
    stays += [desk.say(one.title) for one in found.events]
    stays += [f"{one}. {desk.say(desk.case.exhibits[one].title)}" for one in found.translations]
    if found.paragraphs:
        stays.append(
            ngettext("%(n)d paragraph of the statement", "%(n)d paragraphs of the statement", found.paragraphs)
            % {"n": found.paragraphs}
        )
    yield (_("Goes with it, since nothing else shows it"), tuple(goes) or (_("nothing"),))
    if stays:
        yield _("Stays, without this paper"), tuple(stays)


def _answer(desk: Desk, one: Statement) -> str:
    fact = vocabulary().get(one.fact)
    if fact is None:
        return one.fact
    return f"{desk.say(fact.ask)} {value_words(fact, one.value, desk.language)}"


def _built_titles(desk: Desk, at: datetime) -> tuple[str, ...]:
    """Documents built until then, in words."""
    titles = packet_titles()
    names = []
    for folder in desk.bench.shelf.builds.built_before(desk.id, at):
        title = titles.get(folder.rpartition("_")[0])
        names.append(desk.say(title) if title else _("the dossier and the bundle of exhibits"))
    return tuple(dict.fromkeys(names))


def _asked(request: HttpRequest) -> str:
    return request.POST.get("exhibit", "") or request.GET.get("exhibit", "")


def _paper(desk: Desk, exhibit: str) -> Exhibit:
    found = desk.case.exhibits.get(exhibit)
    if found is None:
        raise CaseError(_("There is no paper of this number. The list shows those there are."))
    return found


def _removed(desk: Desk, exhibit: str) -> Removed:
    found = next((one for one in removed_papers(desk.home) if one.exhibit == exhibit), None)
    if found is None:
        raise CaseError(_("No paper of this number was taken off the record; it was put back or deleted."))
    return found


def _address(desk: Desk, name: str, exhibit: str) -> str:
    return f"{reverse(name, args=[desk.id])}?{urlencode({'exhibit': exhibit})}"
