"""Dark changes colours only: a layout that was measured in one theme holds in the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pristan.web

MENTIONS = re.compile(r"data-theme=dark|prefers-color-scheme:dark|data-theme=light")
# print.css speaks of both at once: paper has one look
STYLES = {
    path.name if path.parent.name == "css" else path.parent.name: text
    for path in Path(pristan.web.__file__).parent.rglob("*.css")
    if MENTIONS.search(text := path.read_text(encoding="utf-8")) and path.name != "print.css"
}
DARK = re.compile(r":root(?:\[data-theme=dark\]|:not\(\[data-theme=light\]\))([^{]*)\{([^}]*)\}")
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}")
SHADOW = re.compile(r"0 1px 2px rgb\(0 0 0/\.\d+\)")


@pytest.mark.parametrize("name", STYLES)
def test_what_is_said_of_dark_sets_colours_and_nothing_else(name: str) -> None:
    blocks = DARK.findall(STYLES[name])
    assert len(blocks) == len(MENTIONS.findall(STYLES[name].replace("@media (prefers-color-scheme:dark)", "")))
    for further, body in blocks:
        assert further.strip() == ""
        for token, _, value in (one.strip().partition(":") for one in body.split(";") if one.strip()):
            if token == "color-scheme":
                continue
            assert token.startswith("--"), f"{token}: a rule for dark may set tokens only"
            shadow = token == "--shadow" and SHADOW.fullmatch(value)
            assert shadow or COLOUR.fullmatch(value), f"{token}: {value}"


def test_the_tokens_are_among_the_styles_looked_at() -> None:
    assert "tokens.css" in STYLES
