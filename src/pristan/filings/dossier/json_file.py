"""The dossier as JSON, for programs: the view as it is, and the words of its codes."""

from __future__ import annotations

import json
from dataclasses import asdict

from pristan.filings.dossier.codes import SECTIONS
from pristan.filings.dossier.view import DossierView
from pristan.filings.dossier.words import words_in

FORMAT = "pristan.dossier/1"


def render_json(view: DossierView) -> str:
    """The dossier as JSON text that `schema.dossier_schema` describes; texts unchanged, the same view the same text.

    `words` gives the word of every code in the language of the view, so that a reader needs no table of its own.
    """
    words = words_in(view.language)
    document = {"format": FORMAT, "view": asdict(view), "words": {section: words[section] for section in SECTIONS}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
