"""Who can have made a paper, in the words of a person who holds it. From this follows how far it counts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from pristan.case.model import Issuer

WORDS = {
    Issuer.ACCUSER: _("the state that accuses: police, investigator, prosecutor, court, prison"),
    Issuer.NEUTRAL: _("somebody without an interest: hospital, employer, newspaper, registry"),
    Issuer.HOST_STATE: _("the state where protection is asked for"),
    Issuer.WITNESS: _("somebody who saw or knows it: family, friend, colleague"),
    Issuer.PERSON: _("the person themselves"),
}


def issuer_words(issuer: Issuer) -> str:
    """What the kind of maker is called."""
    return str(WORDS[issuer])
