"""`pristan demo`: the stories end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pristan.cli.options import language_option
from pristan.cli.progress import steps
from pristan.cli.serve import open_workbench
from pristan.kernel.language import Language, Text
from pristan.services.stories import STORIES, build_stories, story_folder, story_names

SOME_NOT_READ = 3
_OPEN = Text(
    "Open the dossiers in {folder}: dossier.pdf, dossier.html, bundle.pdf.\n"
    "They are plain files: keep them where it is safe to keep them.\n"
    "To see the stories in the workbench: pristan demo --serve",
    "Откройте досье в папке {folder}: dossier.pdf, dossier.html, bundle.pdf.\n"
    "Это незашифрованные файлы: храните их там, где чужие их не найдут.\n"
    "Посмотреть истории в рабочем месте: pristan demo --serve",
)


@click.command("demo", short_help="Build the invented stories: begin here.")
@click.argument("story", default="all")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder that the stories are built into.",
)
@language_option
@click.option("--serve", is_flag=True, help="Open the stories in the workbench instead of building them.")
def demo_command(story: str, out: Path, language: Language, serve: bool) -> None:
    """Build STORY (or all) into OUT/<story>/: dossier.pdf, dossier.html, dossier.json, bundle.pdf."""
    names = story_names() if story == "all" else (story_folder(story).name,)
    if serve:  # on the day each story is told, so that its dates are still ahead
        open_workbench(STORIES, names=names, language=language, day=lambda: None)
        return
    problems: list[str] = []
    with steps() as step:
        results = []
        for name, built in build_stories(names, out, language=language, progress=step):
            results.append((name, built))
            problems += built.problems
    for name, built in results:
        click.echo(f"\n{name}: {out / name / 'dossier.pdf'}")
        for sentence in built.sentences[:3]:
            click.echo(f"  · {sentence}")
    click.echo("\n" + _OPEN.to(language).format(folder=out.resolve()))
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(SOME_NOT_READ)
