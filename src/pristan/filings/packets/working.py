"""Working papers: for whoever prepares the case. None of them is part of a filing."""

from __future__ import annotations

from collections.abc import Iterator

from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Document


def working_papers(materials: Materials) -> Iterator[Document]:
    """Each working paper that this case gives something for."""
    yield from ()
