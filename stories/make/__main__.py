"""`python -m stories.make STORY --fonts DIR`: make a story's exhibits, or with `--check` compare them with those on record."""

from pathlib import Path

import click

from stories.make.plan import PlanError, read_plan
from stories.make.quotes import missing_quotes
from stories.make.story import Made, made_exhibits

SOURCES = Path(__file__).parent
STORIES = SOURCES.parent


@click.command(help=__doc__)
@click.argument("story")
@click.option("--fonts", multiple=True, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder with fonts; may be given more than once.")  # noqa: E501 - one option, one line
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write; stories/STORY/exhibits when absent.")  # noqa: E501 - one option, one line
@click.option("--check", is_flag=True, help="Write nothing: name each file on record that differs, and each quote in STORY.md not on its page.")  # noqa: E501 - one option, one line
def main(story: str, fonts: tuple[Path, ...], out: Path | None, check: bool) -> None:
    """Make or check the exhibits of `story`; exit 1 when a check finds something, 2 when the plan cannot be followed."""
    target = out or STORIES / story / "exhibits"
    try:
        made = list(made_exhibits(read_plan(SOURCES / story), fonts))
    except PlanError as error:
        raise click.UsageError(str(error)) from error
    if not check:
        _write(made, target)
    complaints = [*_differences(made, target), *_quote_complaints(story, made)]
    for line in complaints:
        click.echo(line)
    click.echo(f"{len(made)} exhibits, {sum(len(item.data) for item in made):,} bytes, {len(complaints)} complaints")
    if check and complaints:
        raise SystemExit(1)


def _write(made: list[Made], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for item in made:
        (target / item.file).write_bytes(item.data)


def _differences(made: list[Made], target: Path) -> list[str]:
    names = {item.file for item in made}
    extra = [f"{path.name}: on record but not in exhibits.toml." for path in sorted(target.glob("*")) if path.name not in names]
    changed = [
        f"{item.file}: the file on record differs from the one made now (sources, fonts or library versions changed)."
        for item in made
        if not (target / item.file).is_file() or (target / item.file).read_bytes() != item.data
    ]
    return extra + changed


def _quote_complaints(story: str, made: list[Made]) -> list[str]:
    path = STORIES / story / "STORY.md"
    if not path.is_file():
        return [f"{story}: there is no STORY.md, so no quote was checked."]
    pages = {item.file: item.pages or ((item.data.decode("utf-8"),) if item.file.endswith((".html", ".json")) else ()) for item in made}
    return missing_quotes(path.read_text(encoding="utf-8"), pages)


if __name__ == "__main__":
    main()
