"""Typeset papers: a story's typst sources to PDF, with fonts given by folder and no date written."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typst
from stories.make.plan import Plan, PlanError
from stories.make.seal import draw_seal

KIT = Path(__file__).parent / "typ"
SEAL_FONT = "LiberationSans-Bold.ttf"


class Press:
    """Sets the papers of one story. Use as a context manager: its work folder is removed at the end.

    Sources see the kit as `/typ/...`, the seals as `/seals/NAME.png` and made pictures as `/pictures/...`.
    """

    def __init__(self, plan: Plan, fonts: Sequence[Path]) -> None:
        self.plan = plan
        self.fonts = list(fonts)
        self._folder = tempfile.TemporaryDirectory(prefix="pristan-stories-")
        self.root = Path(self._folder.name)

    def __enter__(self) -> "Press":
        shutil.copytree(KIT, self.root / "typ")
        shutil.copytree(self.plan.folder, self.root / "story")
        (self.root / "seals").mkdir()
        (self.root / "pictures").mkdir()
        font = find_font(SEAL_FONT, self.fonts)
        for name, words in self.plan.seals.items():
            seal = draw_seal(name=name, ring=words["ring"], inner=words["inner"], middle=words["middle"], font=font)
            (self.root / "seals" / f"{name}.png").write_bytes(seal)
        return self

    def __exit__(self, *error: object) -> None:
        self._folder.cleanup()

    def keep_picture(self, name: str, data: bytes) -> None:
        """Lay a made picture where sources can show it as `/pictures/NAME`."""
        (self.root / "pictures" / name).write_bytes(data)

    def pdf(self, source: str) -> bytes:
        """The paper set from `source`, as PDF bytes without a creation date.

        Raises: PlanError with the place and words of typst when the source does not set.
        """
        try:
            result = typst.compile(
                str(self.root / "story" / source),
                root=str(self.root),
                font_paths=[str(folder) for folder in self.fonts],
                ignore_system_fonts=True,
            )
        except typst.TypstError as error:
            raise PlanError(f"{source} does not set:\n{error.diagnostic}") from error
        if not isinstance(result, bytes):
            raise PlanError(f"{source}: typst gave no single PDF. Check the source.")
        return result


def find_font(name: str, folders: Sequence[Path]) -> Path:
    """The font file called `name` in one of `folders` or below.

    Raises: PlanError naming the file and the folders looked in.
    """
    for folder in folders:
        for path in sorted(folder.rglob(name)):
            return path
    looked = ", ".join(str(folder) for folder in folders) or "no folder"
    raise PlanError(f"The font file {name} was not found in {looked}. Give its folder with --fonts.")
