"""A whole journey through a vault in a process of its own: papers in, read, recognised, confirmed, answered, drafted,
searched, built, backed up, sent to co-counsel, opened again.

`python -m tests.storage.journey FOLDER SECRET` prints JSON: every path that this process opened for writing, and what
came of the journey. SECRET stands in names, papers, answers, drafts, searches, file names and the passphrase.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

_written: set[str] = set()


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        mode, flags = arguments[1], arguments[2]
        if (mode and set(mode) & set("wax+")) or (flags and flags & (os.O_WRONLY | os.O_RDWR)):
            _written.add(os.path.abspath(os.fsdecode(arguments[0])))


sys.addaudithook(_watch)

from pristan.storage.settings import prepare  # noqa: E402

prepare()

from stories.make.scan import Look, degraded  # noqa: E402

from pristan.bootstrap.work import BUILD, READ, ask_for_build, build, built_files, read  # noqa: E402
from pristan.case.model import Issuer  # noqa: E402
from pristan.kernel.language import Language  # noqa: E402
from pristan.kernel.vocabulary.facts import vocabulary  # noqa: E402
from pristan.services.adding import add_paper  # noqa: E402
from pristan.services.answering import write_answer  # noqa: E402
from pristan.services.cases import open_case  # noqa: E402
from pristan.services.interview import NextQuestion  # noqa: E402
from pristan.services.proposals import confirm, proposals  # noqa: E402
from pristan.services.stories import story_folder  # noqa: E402
from pristan.storage import cases, drafts, vault  # noqa: E402
from pristan.storage.backup import back_up  # noqa: E402
from pristan.storage.exchange import export_file  # noqa: E402
from pristan.storage.jobs import queue  # noqa: E402
from pristan.storage.jobs.worker import Worker  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.storage.search.index import search  # noqa: E402
from tests.documents.intake import made  # noqa: E402
from tests.storage.crash import case_text  # noqa: E402

CHEAP = Argon(memory=64, passes=1, lanes=1)


def story_of(secret: str) -> str:
    """A case to build documents of. Its scans are not recognised here: others are."""
    source = story_folder("witness")
    text = (source / "case.toml").read_text(encoding="utf-8")
    name = open_case(source).principal.name
    text = text.replace(name.ru, f"{name.ru} {secret}").replace(name.en, f"{name.en} {secret}")
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in (source / "exhibits").iterdir()}
    case_id = cases.begin_case(text, files)
    for job in queue.jobs(case_id):
        queue.cancel(job.id)
    return case_id


def main(folder: Path, secret: str) -> dict[str, object]:
    phrase = f"парольная фраза {secret}"
    vault.create(folder / "vault", phrase, argon=CHEAP)
    story = story_of(secret)
    home = cases.home_of(cases.begin_case(case_text(f"дело-{secret}").replace("Зимина", f"Зимина {secret}")))
    paper = made.RULING.replace("Орлов", f"Орлов {secret}")
    assert secret in paper
    for file, data in {
        f"{secret}.txt": paper.encode(),
        "b.docx": made.docx(paper),
        "c.odt": made.odt(paper),
        "d.zip": made.zipped({f"{secret}.txt": f"Внутри архива {secret}. {paper}".encode()}),
        "e.pdf": degraded(made.pdf(paper), Look(150), seed="journey"),
    }.items():
        assert add_paper(home, file, data, issuer=Issuer.ACCUSER).why in (None, "holds_files")
    offered = proposals(open_case(home))
    for one in offered[:3]:
        confirm(open_case(home), one)
    write_answer(open_case(home), NextQuestion(vocabulary()["detention_place"], None, 1, ()), f"Камера, {secret}")
    text = home.text()
    home.replace(text.replace(f"Камера, {secret}", f"Подвал, {secret}"), expected=text)
    drafts.keep_draft(home.case_id, "story", f"Черновик {secret}")
    ask_for_build(story, Language.RU)
    Worker({READ: read, BUILD: build}).do_all()
    hits = search(secret)
    back_up(folder / "copy.pristan")
    export_file(home.case_id, folder / "case.pristan-case", f"для коллеги {secret}", argon=CHEAP)
    vault.change_passphrase(phrase, f"новая фраза {secret}", argon=CHEAP)
    vault.lock()
    vault.open_vault(folder / "vault", f"новая фраза {secret}")
    found = {
        "hits": sorted({one.file for one in hits}),
        "jobs": sorted({one.state for one in queue.jobs() if one.kind in (READ, BUILD)} - {"cancelled"}),
        "built": list(built_files(story, Language.RU)),
        "secret_in_the_dossier": secret in cases.home_of(story).read("built/ru/dossier.html").decode(),
        "written": sorted(_written),
    }
    vault.lock()
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2]), ensure_ascii=False))  # noqa: T201 - the answer
