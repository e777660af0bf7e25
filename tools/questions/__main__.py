"""`python -m tools.questions`: which questions could be one, and on which nothing turns."""

from __future__ import annotations

from collections import Counter

import click

from pristan.kernel.vocabulary.facts import vocabulary
from pristan.services.cases import open_case
from pristan.services.stories import story_folder, story_names
from tools.questions.asked import PLACES, at_most, walk
from tools.questions.deciding import deciding_nothing
from tools.questions.uses import same_uses, uses


@click.group()
def main() -> None:
    """Count the questions, and look for those that could go."""


@main.command()
def count() -> None:
    """How many questions there are, by the form of the answer and by section."""
    facts = vocabulary().values()
    click.echo(f"{len(facts)} questions")
    for name, sizes in (
        ("form", Counter(one.type for one in facts)),
        ("section", Counter(one.section for one in facts)),
    ):
        click.echo(f"by {name}: " + ", ".join(f"{key} {size}" for key, size in sizes.most_common()))


@main.command()
def same() -> None:
    """Questions that stand beside each other wherever they stand."""
    for group in same_uses():
        click.echo(" = ".join(group))
        for use in sorted(uses()[group[0]]):
            click.echo(f"    {use.where} ({use.role}), {use.place}: {use.form}")


@main.command()
def idle() -> None:
    """Questions on which nothing was found to turn."""
    for fact, those in deciding_nothing():
        click.echo(f"{fact.id}: " + (", ".join(use.where for use in those) or "used nowhere"))


@main.command()
def places() -> None:
    """How many questions one person may be asked at most, by place."""
    for place in PLACES:
        click.echo(str(at_most(place)))


@main.command()
@click.argument("stories", nargs=-1)
def interview(stories: tuple[str, ...]) -> None:
    """How many questions the interview asks in each of STORIES (all, if none is named), from an empty case: minutes."""
    for name in stories or story_names():
        click.echo(str(walk(open_case(story_folder(name)))))


@main.command()
@click.argument("facts", nargs=-1, required=True)
def used(facts: tuple[str, ...]) -> None:
    """Where each of FACTS is used."""
    for fact in facts:
        click.echo(fact)
        for use in sorted(uses()[fact]):
            click.echo(f"    {use.where} ({use.role}), {use.place}: {use.form}")


if __name__ == "__main__":
    main()
