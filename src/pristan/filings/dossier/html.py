"""The dossier as one HTML file: no script, no address outside the file, light and dark, phone and desk.

A content policy in the file forbids scripts, frames and every request: even a mistake in a template loads nothing.
"""

from __future__ import annotations

import base64
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pristan.filings.dossier.icons import icons
from pristan.filings.dossier.sheet import sheet_of
from pristan.filings.dossier.view import DossierView
from pristan.filings.dossier.words import filled

FACES = (
    ("Literata", 400, "Literata-Regular"),
    ("Literata", 600, "Literata-SemiBold"),
    ("Source Sans 3", 400, "SourceSans3-Regular"),
    ("Source Sans 3", 600, "SourceSans3-Semibold"),
)


PLAN_SECTIONS = ("papers", "dates", "warnings")
LATER_SECTIONS = (
    "unknowns",
    "chronology",
    "disagreements",
    "country",
    "other_passages",
    "exhibits",
    "other_routes",
    "same_matter",
    "sources",
    "left_out",
)


def render_html(view: DossierView) -> str:
    """The dossier as one self-contained HTML page; the same view gives the same text.

    Every text is escaped; a line feed in a text becomes a line break. The drawing of the chronology is shown as an
    image, so nothing inside it can run.
    """
    page = _environment().get_template("dossier.html.j2")
    sheet = sheet_of(view)
    return page.render(
        sheet,
        css=_css(),
        sprite=_sprite(),
        fill=filled,
        explained={section.id for section in view.sections},
        anchors={row["label"]: number for number, row in enumerate(sheet["v"]["exhibits"], start=1)},
        contents=_contents(sheet),
    )


def _contents(sheet: dict[str, Any]) -> list[tuple[str, str]]:
    """Anchor and title of every section that is there, in order."""
    view, label = sheet["v"], sheet["w"]["label"]
    there = {
        **view,
        "papers": view["collect"] + view["dangerous"],
        "dates": sheet["dates"],
        "warnings": sheet["warnings"],
        "other_routes": sheet["kinds"],
    }
    names = {"dates": "all_dates", "other_passages": "cited_elsewhere"}

    def part(*sections: str) -> list[tuple[str, str]]:
        return [(name.replace("_", "-"), label[names.get(name, name)]) for name in sections if there[name]]

    routes = [(f"route-{section['id']}", sheet["rows"][section["id"]]["title"]) for section in view["sections"]]
    return [*part("core", "key_answers", *PLAN_SECTIONS), *routes, *part(*LATER_SECTIONS)]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pristan.filings.dossier", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_with_line_breaks,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawing"] = _as_data_address
    return environment


def _with_line_breaks(value: Any) -> Any:
    """A plain text with its line feeds as line breaks; anything else as it is."""
    if type(value) is str and "\n" in value:
        return Markup("<br>").join(value.split("\n"))
    return value


def _as_data_address(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")


@cache
def _css() -> Markup:
    """The style sheet with the fonts inside; both come from the package, never from a case."""
    style = resources.files(__package__).joinpath("page", "dossier.css").read_text(encoding="utf-8")
    return Markup("\n".join([*(_face(*face) for face in FACES), style]))


def _face(family: str, weight: int, file: str) -> str:
    data = resources.files("pristan.filings").joinpath("fonts", f"{file}.woff2").read_bytes()
    address = "data:font/woff2;base64," + base64.b64encode(data).decode("ascii")
    return f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;src:url({address})}}'


@cache
def _sprite() -> Markup:
    """All icons as symbols to be used by name."""
    symbols = [
        svg.replace("<svg ", f'<symbol id="i-{escape(name)}" ').replace("</svg>", "</symbol>")
        for name, svg in icons().items()
    ]
    return Markup("".join(symbols).replace(' xmlns="http://www.w3.org/2000/svg"', ""))
