"""What the other cases of the open vault tell, for the self-check of one case's narrative.

Statements, answers to forms, and every page of their papers. Nothing of it is kept, logged or put into a packet.
"""

from __future__ import annotations

from collections.abc import Iterator

from pristan.bootstrap import vaults
from pristan.case.model import Case
from pristan.filings.similarity.compare import Text
from pristan.kernel.errors import PristanError
from pristan.kernel.language import Language
from pristan.services.cases import open_case
from pristan.services.similarity import CASE, OtherTexts, narratives_of
from pristan.storage.search.index import pages_of_case


def texts_in_vault(case: Case, language: Language, *, read_first: bool = True) -> OtherTexts:
    """The texts of every other case of the open vault. A copy of the case itself is no other case.

    read_first: read the papers that wait for it; the workbench has them read in the background anyhow.
    Raises: StorageError if the vault is locked.
    """
    if read_first:
        vaults.read_waiting_papers()
    texts: list[Text] = []
    count, not_opened = 0, []
    for line in vaults.cases.case_lines():
        home = vaults.cases.home_of(line.id)
        if home.where == case.home.where or home.text() == case.home.text():
            continue
        title = line.title.to(language) or line.name
        try:
            told = [Text(CASE, title, one.place, one.text) for one in narratives_of(open_case(home), CASE)]
        except PristanError:
            not_opened.append(title)
            told = []
        else:
            count += 1
        texts += [*told, *_pages(line.id, title, language)]
    return OtherTexts(tuple(texts), count, tuple(not_opened))


def _pages(case_id: str, title: str, language: Language) -> Iterator[Text]:
    page = "p." if language is Language.EN else "с."
    for file, number, text in pages_of_case(case_id):
        yield Text(CASE, title, f"{file}, {page} {number}", text)
