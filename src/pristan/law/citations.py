"""Articles that a citation names, as rules compare them: "УК 228.1". Parts, points and stage are left aside.

Reading the notation is `kernel.articles`. Does not: know which articles exist.
"""

from __future__ import annotations

from pristan.kernel.articles import CRIMINAL_CODE, read_citation
from pristan.kernel.articles import codes_named as _codes_named
from pristan.kernel.remembering import remembered

CITATIONS_KEPT = 1024


@remembered(CITATIONS_KEPT)
def codes_named(text: str) -> frozenset[str]:
    """The codes that a citation names ("УК", "КоАП", "УПК"); the Criminal Code where it names none."""
    return _codes_named(text) or frozenset({CRIMINAL_CODE})


@remembered(CITATIONS_KEPT)
def articles_in(text: str) -> frozenset[str]:
    """The articles that a citation names, each as "УК 228.1"; of another state's code as "УК (UZ) 159".

    Article 30 of the Criminal Code (attempt, preparation) is named beside the crime that it makes unfinished.
    """
    found = read_citation(text)
    unfinished = {f"{one.name.rsplit(' ', 1)[0]} 30" for one in found if one.stage is not None}
    return frozenset({one.name for one in found} | unfinished)
