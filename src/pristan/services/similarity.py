"""A self-check before filing: does a narrative resemble a template of this program, one of its stories, another case?

Agencies screen for texts that repeat. Everything happens on this machine; nothing is sent, kept or scored.
Does not: say who copied from whom, or whether anybody did: people of one police station tell of one police station.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomli

from pristan.case.model import Case
from pristan.filings.similarity.compare import Index, Passage, Text
from pristan.kernel.errors import CaseError
from pristan.services.cases import open_case
from pristan.services.stories import story_folder, story_names

TEMPLATE, STORY, CASE = "template", "story", "case"
_TEXT_FILES = (".txt", ".md")
_TEMPLATE_ROOMS = ("documents", "packets", "forms")
_FEWEST_LETTERS = 40  # of a template's sentence: shorter ones are labels


@dataclass(frozen=True, slots=True)
class OtherTexts:
    """Texts of other cases; how many cases that were; and those whose case file could not be opened."""

    texts: tuple[Text, ...] = ()
    cases: int = 0
    not_opened: tuple[str, ...] = ()


def similar_passages(
    case: Case, *, against: Path | None = None, person: str | None = None, others: Iterable[Text] = ()
) -> list[Passage]:
    """Passages of the case's narratives that stand elsewhere too.

    against: a folder of case folders and text files. others: further texts, as of the vault.
    Raises: CaseError when `against` is no folder, or the case tells nothing.
    """
    mine = list(narratives_of(case, CASE, person))
    if not mine:
        raise CaseError(
            "this case has no narrative yet: no [[paragraph]] and no answers to a form. Write the statement first.",
            where=case.home.where,
        )
    index = Index([*_templates(), *_stories(case), *(() if against is None else _others(case, against)), *others])
    return [passage for one in mine for passage in index.passages(one)]


def narratives_of(case: Case, origin: str, person: str | None = None) -> Iterator[Text]:
    """What persons of the case tell in their own words, and its translations."""
    for paragraph in case.declarations.paragraphs:
        if person is not None and paragraph.person != person:
            continue
        yield Text(origin, case.id, paragraph.id, paragraph.text)
        for made in paragraph.translations:
            yield Text(origin, case.id, f"{paragraph.id} ({made.language})", made.text)
    for form in ("us.i589", "ca.boc", "echr.application"):
        name = f"forms/{form}.toml"
        if case.home.holds(name):
            answers = tomli.loads(case.home.read(name).decode("utf-8-sig")).get("answers", {})
            for key, answer in answers.items():
                if isinstance(answer, str) and len(answer) >= _FEWEST_LETTERS:
                    yield Text(origin, case.id, f"{form} {key}", answer)


def _templates() -> Iterator[Text]:
    """Sentences of this program's own documents."""
    for room in _TEMPLATE_ROOMS:
        folder = files("pristan.filings").joinpath(room)
        for file in folder.iterdir():
            if file.name.endswith(".toml"):
                for place, sentence in _sentences(tomli.loads(file.read_text(encoding="utf-8")), ()):
                    yield Text(TEMPLATE, f"{room}/{file.name}", place, sentence)


def _sentences(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and len(value) >= _FEWEST_LETTERS:
        yield ".".join(path), value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _sentences(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _sentences(inner, (*path, str(number)))


def _stories(case: Case) -> Iterator[Text]:
    """What the invented people of the stories tell; a checkout without them has none to compare with."""
    try:
        names = story_names()
    except CaseError:
        return
    for name in names:
        story = open_case(story_folder(name))
        if story.home.where != case.home.where and story.id != case.id:
            yield from narratives_of(story, STORY)


def _others(case: Case, folder: Path) -> Iterator[Text]:
    if not folder.is_dir():
        raise CaseError("there is no such folder. Name a folder of case folders or text files.", where=str(folder))
    for path in sorted(folder.iterdir()):
        if (path / "case.toml").is_file():
            other = open_case(path)
            if Path(other.home.where).resolve() != Path(case.home.where).resolve():
                yield from narratives_of(other, CASE)
        elif path.suffix.lower() in _TEXT_FILES:
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError as fault:
                raise CaseError("this text file is not UTF-8. Save it as UTF-8.", where=str(path)) from fault
            for number, paragraph in enumerate(text.split("\n\n"), start=1):
                yield Text(CASE, path.name, str(number), paragraph)


def similarity_data(passages: list[Passage]) -> list[dict[str, Any]]:
    """All of it as JSON; its form is `pristan schema similar`."""
    return [
        {
            "mine": {"place": one.mine.place, "words": one.my_words, "span": list(one.my_span)},
            "other": {
                "origin": one.other.origin,
                "name": one.other.name,
                "place": one.other.place,
                "words": one.other_words,
            },
            "agree": one.words,
        }
        for one in passages
    ]
