"""A fault becomes one page with one sentence: what happened, what is kept, what to do. Logs name the place in our code,
never a person, a story or a value.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from pristan.kernel.errors import CaseError, DocumentError, PristanError, StorageError
from pristan.kernel.fault_words import text_of
from pristan.storage.session import Locked
from pristan.web.kept import Working, patient
from pristan.web.language import language
from pristan.web.workbench import workbench

OUR_FAULT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What the error page shows."""

    title: str = field(metadata={"help": "What happened, in a few words."})
    sentence: str = field(metadata={"help": "The value, the accepted form and the next step."})
    kept: str = field(metadata={"help": "What is safe all the same."})


class FaultsAsSentences:
    """Turns our own kinds of fault into the error page; anything else is our fault and goes on to `broken`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with patient(workbench(request).patience if request.method == "GET" else None):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A page for faults that carry a sentence, and for what takes longer; None for all others."""
        if isinstance(fault, Working):
            return render(request, "working.html", {"here": request.get_full_path()}, status=202)
        if isinstance(fault, Locked):  # it locked itself while the page was made
            return HttpResponseRedirect("/unlock")
        if not isinstance(fault, PristanError):
            return None
        ours = not isinstance(fault, CaseError | DocumentError | StorageError)
        title = _("A record of the program is wrong, not your case") if ours else _("Something here needs a look")
        return _page(request, OUR_FAULT if ours else 400, title, said(fault))


def said(fault: PristanError) -> str:
    """The sentence of a fault in the page's language."""
    return text_of(fault).to(language())


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from one of our pages, or from a page of an earlier start."""
    return _page(request, 403, _("This form is out of date"), _("Go back, load the page again, and send it once more."))


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request we cannot read."""
    return _page(request, 400, _("That could not be read"), _("Go back and try once more."))


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing at this address."""
    return _page(request, 404, _("There is nothing at this address"), _("Start from the list of cases."))


def too_large(request: HttpRequest, limit: int) -> HttpResponse:
    """More than is taken at once, refused before it is read."""
    sentence = _("At most %(megabytes)d MB are taken at once. Add the files one by one, or a large one in parts.")
    return _page(request, 413, _("That is too much at once"), sentence % {"megabytes": limit // 2**20})


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault."""
    return _page(
        request,
        OUR_FAULT,
        _("The program made a mistake"),
        _("It is our fault, not yours. Go back and try once more; the window it was started in shows the place."),
    )


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    kept = _("Nothing was lost: what you saved before is as you left it.")
    return render(request, "fault.html", {"page": Fault(title=title, sentence=sentence, kept=kept)}, status=status)


class DiscreetFormatter(logging.Formatter):
    """Level, logger and, of a fault, its kind and the lines of our code: never a message, a path or a value."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the stack of a fault."""
        line = f"{record.levelname} {record.name}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        """Where the fault arose; its own message may quote a case, so it is left out."""
        kind, _value, trace = ei if isinstance(ei, tuple) else (None, None, None)
        frames = traceback.extract_tb(trace) if isinstance(trace, TracebackType) else []
        lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*lines, getattr(kind, "__name__", "fault")])
