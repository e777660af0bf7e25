"""Make a story's exhibits, or with `--check` compare them with those on record.

`python -m stories.make STORY --fonts DIR [--fonts DIR]`
"""

from pathlib import Path

import click
from stories.make.plan import PlanError, read_plan
from stories.make.quotes import missing_quotes
from stories.make.story import Made, made_exhibits

SOURCES = Path(__file__).parent
STORIES = SOURCES.parent
FONTS = click.Path(exists=True, file_okay=False, path_type=Path)
TARGET = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("story")
@click.option("--fonts", multiple=True, required=True, type=FONTS, help="Folder with fonts; may be repeated.")
@click.option("--out", type=TARGET, help="Where to write; stories/STORY/exhibits when absent.")
@click.option("--check", is_flag=True, help="Write nothing; name what differs from the record or from STORY.md.")
def main(story: str, fonts: tuple[Path, ...], out: Path | None, check: bool) -> None:
    """Make the exhibits of STORY from its sources, or check those on record.

    Exit codes: 1 when --check finds something, 2 when the plan cannot be followed.
    """
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
    found = sorted(path.name for path in target.glob("*"))
    extra = [f"{name}: on record but not in exhibits.toml." for name in found if name not in names]
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
    return missing_quotes(path.read_text(encoding="utf-8"), {item.file: item.pages for item in made})


if __name__ == "__main__":
    main()
