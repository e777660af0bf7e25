"""Putting one uploaded file on record, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from pristan.case.home import CaseHome
from pristan.case.model import Issuer
from pristan.kernel.language import Language
from pristan.services.adding import add_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file."""

    name: str = field(metadata={"help": "The name of the file, as it may be shown."})
    exhibit: str = field(metadata={"help": "Its number on record; empty if it was not added."})
    sentence: str = field(metadata={"help": "What became of it, and the next step."})


def added(home: CaseHome, name: str, data: bytes, issuer: Issuer | None, language: Language) -> Outcome:
    """Add a file that was sent. The maker is told from its kind where it can be; it is never guessed."""
    done = add_paper(home, name, data, issuer=issuer)
    shown = done.file.name
    if done.exhibit is not None:
        return Outcome(
            name=shown, exhibit=done.exhibit, sentence=_("On record as exhibit %(n)s.") % {"n": done.exhibit}
        )
    if done.why == "same_file":
        sentence = _("Not added: exhibit %(n)s has the same bytes.") % {"n": done.like or ""}
    elif done.why == "issuer":
        sentence = _("Not added: who made it cannot be told from its kind. Choose who made it and send it once more.")
    else:
        sentence = done.file.fault.text.to(language) if done.file.fault else _("Not added.")
    return Outcome(name=shown, exhibit="", sentence=sentence)
