"""Who can open this, and what happens if it is lost? Passphrase, recovery, backup, locking, looks, versions, wiping."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from pristan import __version__
from pristan.kernel.date_words import day_in_words
from pristan.kernel.errors import CaseError, PristanError
from pristan.law.edition import edition_in_use
from pristan.storage import backup, log, vault
from pristan.storage import header as headers
from pristan.storage.cases import holdings
from pristan.storage.keys import WrongPassphrase
from pristan.storage.limits import LIMITS
from pristan.storage.session import TRIAL
from pristan.storage.wipe import NOT_PROMISED
from pristan.web.choices import LOCK_MINUTES
from pristan.web.doors import new_phrase, not_opened
from pristan.web.errors import said
from pristan.web.language import language
from pristan.web.page import show
from pristan.web.pages.settings.sheet import show_sheet
from pristan.web.vault_shelf import VaultShelf
from pristan.web.workbench import workbench

NOTE = "settings:note"  # what was just done, told once: section and sentence
_PIECE = 1 << 18  # bytes of a backup sent at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFacts:
    """What the page tells of the vault."""

    folder: str = field(metadata={"help": "Where it is."})
    name: str = field(metadata={"help": "The name of its folder, to be typed before it is wiped."})
    made: str = field(metadata={"help": "The day it was made, in words."})
    cases: int = field(metadata={"help": "How many cases are in it."})
    papers: int = field(metadata={"help": "How many files are in it."})
    megabytes: str = field(metadata={"help": "How much they hold, in megabytes."})
    recovery: bool = field(metadata={"help": "Whether a recovery sheet opens it."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    vault: VaultFacts | None = field(metadata={"help": "The vault; none where cases are folders in clear."})
    section: str = field(metadata={"help": "The part of the page that something was just done in."})
    done: str = field(metadata={"help": "What was done, in a sentence; empty for nothing."})
    fault: str = field(metadata={"help": "Why something was not done, in a sentence; empty for nothing."})
    minutes: int = field(metadata={"help": "After how many minutes without the person it locks."})
    choices: tuple[int, ...] = field(metadata={"help": "Minutes that can be chosen."})
    limits: tuple[str, ...] = field(metadata={"help": "What the vault does not protect against."})
    program: str = field(metadata={"help": "The version of the program."})
    law: str = field(metadata={"help": "The version of the law."})
    law_day: str = field(metadata={"help": "The day the law was published, in words."})
    law_from: str = field(metadata={"help": "Where the law comes from, or who signed it."})
    law_warning: str = field(metadata={"help": "That it was installed by force, in a sentence; empty if not."})
    file: str = field(metadata={"help": "The place that was named for a backup."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What the page after wiping shows."""

    title: str = field(metadata={"help": "That the vault is gone."})
    not_promised: str = field(metadata={"help": "What cannot be promised."})
    left: tuple[str, ...] = field(metadata={"help": "Files in its folder that were not of the vault."})


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """The page."""
    section, done = request.session.pop(NOTE, ("", ""))
    return show(request, "settings", _content(request, section=section, done=done))


@sensitive_post_parameters()
@require_POST
def passphrase(request: HttpRequest) -> HttpResponse:
    """Another passphrase. The one in use is asked for; after several wrong ones, only after a wait."""
    bench = workbench(request)
    old = request.POST.get("passphrase", "")
    try:
        phrase = new_phrase(request)

        def change() -> bool:
            try:
                vault.change_passphrase(old, phrase)
            except WrongPassphrase:
                return False
            return True

        if not bench.attempt(change):
            return _fault(request, "passphrase", not_opened(bench, _wrong()))
    except PristanError as fault:
        return _fault(request, "passphrase", said(fault))
    log.note("passphrase")
    return _done(
        request,
        "passphrase",
        _(
            "The passphrase is changed. Older backups still open with the older one. If that one became known to "
            "others, make a new vault and move the cases."
        ),
    )


@sensitive_post_parameters()
@require_POST
def recovery(request: HttpRequest) -> HttpResponse:
    """Make a recovery sheet, for whoever knows the passphrase; or make the one that exists void."""
    if request.POST.get("do") == "void":
        vault.forget_recovery_code()
        log.note("recovery_gone")
        return _done(request, "recovery", _("The code on the sheet no longer opens the vault. Destroy the sheet."))
    bench = workbench(request)
    if not bench.attempt(lambda: _fits(request)):
        return _fault(request, "recovery", not_opened(bench, _wrong()))
    return show_sheet(request, onward="/settings#recovery")


@require_POST
def back_up(request: HttpRequest) -> HttpResponseBase:
    """A backup, verified by a trial restore: written to a place on this computer, or given to the browser."""
    if request.POST.get("do") == "fetch":
        return _fetched(_shelf(request))
    named = request.POST.get("file", "").strip()
    try:
        target = _target(named)
        made = backup.back_up(target)
    except OSError as fault:
        return _fault(request, "backup", _("It could not be written there: %(why)s.") % {"why": fault.strerror})
    except PristanError as fault:
        return _fault(request, "backup", said(fault))
    sentence = ngettext(
        "%(file)s: %(n)d case, %(megabytes)s MB. Verified by a trial restore. It opens with today's passphrase.",
        "%(file)s: %(n)d cases, %(megabytes)s MB. Verified by a trial restore. It opens with today's passphrase.",
        made.cases,
    ) % {"file": target, "n": made.cases, "megabytes": f"{made.bytes / 1e6:.1f}"}
    return _done(request, "backup", sentence)


@sensitive_post_parameters()
@require_POST
def wipe(request: HttpRequest) -> HttpResponse:
    """Destroy the vault for ever, once its name was typed and the passphrase given: an open vault may be anybody's."""
    shelf, bench = _shelf(request), workbench(request)
    if request.POST.get("name", "").strip() != shelf.folder.name:
        return _fault(request, "wipe", _("The name differs. Nothing was touched."))
    if not bench.attempt(lambda: _fits(request)):
        return _fault(request, "wipe", not_opened(bench, _wrong()))
    left = shelf.wipe()
    bench.forget()
    content = Gone(
        title=_("The vault is gone"),
        not_promised=NOT_PROMISED.to(language()),
        left=tuple(str(path) for path in left),
    )
    return show(request, "settings", content, template="settings/gone.html")


def _content(request: HttpRequest, *, section: str = "", done: str = "", fault: str = "") -> Settings:
    bench, lang, edition = workbench(request), language(), edition_in_use()
    warning = edition.warning
    return Settings(
        title=_("Who can open this, and what if something is lost?"),
        vault=_facts(bench.shelf) if isinstance(bench.shelf, VaultShelf) else None,
        section=section,
        done=done,
        fault=fault,
        minutes=round(bench.idle / 60),
        choices=tuple(int(one) for one in LOCK_MINUTES),
        limits=tuple(one.to(lang) for one in LIMITS),
        program=__version__,
        law=edition.version,
        law_day=day_in_words(edition.published).to(lang),
        law_from=_("came with the program")
        if edition.shipped
        else _("signed with the trusted key %(key)s") % {"key": edition.signer}
        if edition.signer
        else _("not signed"),
        law_warning="" if warning is None else warning.to(lang),
        file=request.POST.get("file", ""),
    )


def _facts(shelf: VaultShelf) -> VaultFacts:
    header, held = headers.read_header(shelf.folder), holdings()
    return VaultFacts(
        folder=str(shelf.folder),
        name=shelf.folder.name,
        made=day_in_words(date.fromisoformat(header.made)).to(language()),
        cases=held.cases,
        papers=held.files,
        megabytes=f"{held.bytes / 1e6:.1f}",
        recovery=header.recovery is not None,
    )


def _shelf(request: HttpRequest) -> VaultShelf:
    shelf = workbench(request).shelf
    if not isinstance(shelf, VaultShelf):
        raise CaseError(_("These cases are folders in clear; there is no vault here."))
    return shelf


def _fits(request: HttpRequest) -> bool:
    return vault.opens(_shelf(request).folder, request.POST.get("passphrase", ""))


def _wrong() -> str:
    return _("This is not the passphrase in use. Nothing was changed.")


def _target(named: str) -> Path:
    """The file to write: the one named, or one with today's date in the folder named."""
    path = Path(named).expanduser()
    if not named or not path.is_absolute():
        raise CaseError(_("Write where the backup goes from the root on, as /media/stick/vault.backup."))
    if path.is_dir():
        path /= f"pristan-{date.today():%Y-%m-%d}.backup"  # noqa: DTZ011 - the local calendar day is meant
    if not path.parent.is_dir():
        raise CaseError(_("There is no folder “%(folder)s”. Make it first, or name another.") % {"folder": path.parent})
    return path


def _fetched(shelf: VaultShelf) -> HttpResponseBase:
    """The backup as a download: encrypted as it is, made and verified beside the vault, then sent and removed."""
    folder = shelf.folder / f"{TRIAL}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    try:
        backup.back_up(folder / "backup")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise

    def pieces() -> Iterator[bytes]:
        try:
            with (folder / "backup").open("rb") as stream:
                yield b""
                while piece := stream.read(_PIECE):
                    yield piece
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    sent = pieces()
    next(sent)  # from here on closing it removes the folder, also if the browser went away
    answer = StreamingHttpResponse(sent, content_type="application/octet-stream")
    name = f"pristan-{date.today():%Y-%m-%d}.backup"  # noqa: DTZ011 - the local calendar day is meant
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _done(request: HttpRequest, section: str, sentence: str) -> HttpResponse:
    request.session[NOTE] = (section, sentence)
    return redirect(f"/settings#{section}")


def _fault(request: HttpRequest, section: str, sentence: str) -> HttpResponse:
    return show(request, "settings", _content(request, section=section, fault=sentence), status=422)
