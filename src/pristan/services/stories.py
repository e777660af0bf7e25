"""The stories that ship with the product: invented people, real journeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pristan
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.services.building import Built, Progress, build
from pristan.services.cases import open_case

STORIES = Path(pristan.__file__).parents[2] / "stories"


def story_names() -> tuple[str, ...]:
    """The stories at hand, in the order of the alphabet. Raises CaseError if the checkout has none."""
    found = tuple(sorted(path.parent.name for path in STORIES.glob("*/case.toml")))
    if not found:
        raise CaseError(
            "no stories were found. Run this from a checkout of the source, where they lie in stories/.",
            where=str(STORIES),
        )
    return found


def story_folder(name: str) -> Path:
    """The case folder of a story. Raises CaseError naming those that exist."""
    if name not in story_names():
        raise CaseError(f'there is no story "{name}". Stories: {", ".join(story_names())}, or all.')
    return STORIES / name


def build_stories(
    names: tuple[str, ...], out: Path, *, language: Language, progress: Progress
) -> Iterator[tuple[str, Built]]:
    """Build each story into `out/<name>/`."""
    for name in names:
        case = open_case(story_folder(name))
        yield name, build(case, out / name, language=language, progress=_named(name, progress))


def _named(name: str, progress: Progress) -> Progress:
    return lambda step: progress(f"{name}: {step}")
