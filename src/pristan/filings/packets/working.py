"""Working papers: for whoever prepares the case. None of them is part of a filing."""

from __future__ import annotations

from collections.abc import Iterator

from pristan.filings.documents.composing.anticipated import anticipated
from pristan.filings.documents.composing.evidence import evidence
from pristan.filings.documents.composing.preparation import preparation
from pristan.filings.documents.composing.translation_sheet import translation_sheet
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Document


def working_papers(materials: Materials) -> Iterator[Document]:
    """Each working paper that this case gives something for."""
    for compose in (translation_sheet, evidence, anticipated, preparation):
        made = compose(materials)
        if made is not None:
            yield made
