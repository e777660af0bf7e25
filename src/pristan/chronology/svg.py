"""The few SVG elements the timeline needs, escaped and rounded, with colours in attributes."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from pristan.kernel.language import Language

# Light theme of the design tokens: ink, ink2, line, ctl, accent, surface, bar (disagreement), lamp (today).
INK, INK2, LINE, CONTROL, MARK, SURFACE, DOUBT, LAMP = (
    "#14232C",
    "#3F525C",
    "#C7D2D6",
    "#6C7F88",
    "#0D5870",
    "#FAFBFB",
    "#7A2A5C",
    "#E9A63A",
)
_CLASSES = {
    INK: "tl-ink",
    INK2: "tl-ink2",
    LINE: "tl-line",
    CONTROL: "tl-control",
    MARK: "tl-mark",
    SURFACE: "tl-surface",
    DOUBT: "tl-doubt",
    LAMP: "tl-today",
}
FONT = "'Source Sans 3', 'Noto Sans', sans-serif"
GROUP_END = "</g>"


def document(
    parts: Sequence[str], *, width: float, height: float, language: Language, says: str, scale: float = 1.0
) -> str:
    """A whole drawing, shown at `scale`; `says` is what it tells a reader who cannot see it."""
    size = f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width * scale)}" height="{_n(height * scale)}"'
    reads = f'role="img" lang="{language.value}" aria-label={quoteattr(says)}'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {reads} font-family="{FONT}">'
    return "\n".join([head, f"<title>{escape(says)}</title>", *parts, "</svg>\n"])


def group(title: str) -> str:
    """The beginning of a group that shows `title` under the pointer; close it with `GROUP_END`."""
    return f"<g><title>{escape(title)}</title>"


def text(
    x: float, y: float, words: str, *, size: float, fill: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """One line of text with a halo of the surface colour, so that grid lines do not cross it."""
    return (
        f'<text class="{_CLASSES[fill]}" x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}" '
        f'font-weight="{600 if bold else 400}" fill="{fill}" stroke="{SURFACE}" stroke-width="3" '
        f'stroke-linejoin="round" paint-order="stroke">{escape(words)}</text>'
    )


def path(d: str, *, stroke: str, width: float = 1.0, dashes: str = "") -> str:
    """A line."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path class="{_CLASSES[stroke]}" d="{d}" fill="none" stroke="{stroke}" stroke-width="{_n(width)}"{dashed}/>'
    )


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str | None = None) -> str:
    """A rectangle; `fill` may be a gradient reference. With `stroke` its outline is dashed."""
    outline = f' stroke="{stroke}" stroke-width="1.5" stroke-dasharray="3 2"' if stroke else ""
    return (
        f'<rect class="{_CLASSES.get(stroke or fill, "tl-mark")}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" '
        f'height="{_n(height)}" rx="2" fill="{fill}"{outline}/>'
    )


def outline(x: float, y: float, width: float, height: float, *, radius: float, stroke: str, dashes: str = "") -> str:
    """A rounded line around something."""
    dashed = f' stroke-dasharray="{dashes}" stroke-linecap="round"' if dashes else ""
    return (
        f'<rect class="{_CLASSES[stroke]}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" '
        f'rx="{_n(radius)}" fill="none" stroke="{stroke}" stroke-width="1.5"{dashed}/>'
    )


def circle(x: float, y: float, radius: float, *, fill: str, stroke: str) -> str:
    """A dot with an outline."""
    return (
        f'<circle class="{_CLASSES[stroke]}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="2"/>'
    )


def fading(name: str, core0: float, core1: float) -> str:
    """A gradient that is solid between the shares `core0` and `core1` and fades out beyond them."""
    stops = ((0.0, core0 <= 0), (core0, True), (core1, True), (1.0, core1 >= 1))
    inner = "".join(f'<stop offset="{at:.3f}" stop-color="{MARK}" stop-opacity="{int(solid)}"/>' for at, solid in stops)
    return f'<linearGradient id="{name}">{inner}</linearGradient>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
