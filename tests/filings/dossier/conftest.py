"""The sample dossier and its renderings, made once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.filings.dossier.sample import sample

import pristan
from pristan.filings.dossier.html import render_html
from pristan.filings.dossier.pdf import render_pdf
from pristan.filings.dossier.view import DossierView
from pristan.kernel.language import Language


@pytest.fixture(scope="session")
def fonts() -> Path:
    return Path(pristan.__file__).parent / "filings" / "fonts"


@pytest.fixture(scope="session", params=list(Language), ids=[language.value for language in Language])
def view(request: pytest.FixtureRequest) -> DossierView:
    return sample(request.param)


@pytest.fixture(scope="session")
def pdf(view: DossierView, fonts: Path) -> bytes:
    return render_pdf(view, fonts=fonts)


@pytest.fixture(scope="session")
def page(view: DossierView) -> str:
    return render_html(view)
