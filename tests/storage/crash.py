"""Work on a vault that is ended with SIGKILL at random moments, and what must hold each time it is opened again.

`python -m tests.storage.crash FOLDER ROUNDS SEED` prints JSON: kills, what was acknowledged and what was being done
when the kill came, and each fault found. A child tells before and after each act; what it said was done must be there,
what it had begun must be there whole or not at all.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pristan.storage.settings import prepare

prepare()

from django.db import connection  # noqa: E402

from pristan.case.loader import load_case_from  # noqa: E402
from pristan.evidence.custody import What, broken_in, entries, log_entry  # noqa: E402
from pristan.evidence.hashes import sha256_of_bytes  # noqa: E402
from pristan.services.case_file import append_tables, table  # noqa: E402
from pristan.storage import cases, drafts, history, vault  # noqa: E402
from pristan.storage.backup import back_up, restore  # noqa: E402
from pristan.storage.home import VaultHome  # noqa: E402
from pristan.storage.jobs import queue  # noqa: E402
from pristan.storage.keys import Argon, WrongPassphrase  # noqa: E402
from pristan.storage.models import FileRow  # noqa: E402
from pristan.storage.session import current  # noqa: E402
from tests.support.case_folder import HEAD, PERSON  # noqa: E402

CHEAP = Argon(memory=64, passes=1, lanes=1)
MOST_ACTS = 8  # done before the kill
LONGEST_ACT = 0.03  # seconds: the kill comes at random within the next ones
MOST_PAPERS = 120
KIND = "crash"


def phrase(number: int) -> str:
    return f"a passphrase with number {number}"


def content(number: int) -> bytes:
    chance = random.Random(number)
    return chance.randbytes(chance.choice((0, 1, 500, 65_536, 65_537, 200_000)))


def case_text(name: str, title: int = 0) -> str:
    head = {**HEAD, "id": f'"{name}"', "title": f'{{ en = "T{title}", ru = "T{title}" }}'}
    return "\n".join(f"{key} = {value}" for key, value in head.items()) + "\n\n" + PERSON


@dataclass
class Known:
    """What was acknowledged. Numbers name acts; each act has a number of its own."""

    case_id: str
    papers: set[int] = field(default_factory=set)
    events: set[int] = field(default_factory=set)
    jobs: set[int] = field(default_factory=set)
    asked: set[int] = field(default_factory=set)  # jobs that were in hand: done by whoever works next
    backups: set[int] = field(default_factory=set)
    title: int = 0
    titles_before: int = 0
    loose: int | None = None
    draft: int | None = None
    phrase: int = 0
    code: str | None = None
    second: int | None = None  # the other case

    def done(self, act: str, number: int, more: str) -> None:
        if act in ("paper", "event", "job", "backup"):
            getattr(self, f"{act}s").add(number)
        elif act == "title":
            self.title, self.titles_before = number, self.titles_before + 1
        elif act == "code":
            self.code = more
        elif act == "uncase":
            self.second = None
        else:
            setattr(self, {"rekey": "phrase", "case": "second"}.get(act, act), number)


class Child:
    """One run of work. `tell` writes a line that survives the kill."""

    def __init__(self, known: Known, folder: Path, tell: Callable[[str], None]) -> None:
        self.known, self.folder, self.tell = known, folder, tell
        self.home: VaultHome = cases.home_of(known.case_id)

    def act(self, act: str, number: int) -> str:
        return str(getattr(self, act)(number) or "")

    def paper(self, number: int) -> None:
        name, data = f"exhibits/{number}.bin", content(number)
        with self.home.together():
            self.home.put(name, data)
            text = {"en": str(number), "ru": str(number)}
            row = {"id": str(number), "file": name, "title": text, "kind": "x", "language": "ru", "issuer": "person"}
            append_tables(self.home, table("exhibit", row))
            log_entry(
                self.home, What.ON_RECORD, exhibit=str(number), file=name, name=name, sha256=sha256_of_bytes(data)
            )

    def event(self, number: int) -> None:
        text = {"en": str(number), "ru": str(number)}
        row = {"id": f"e{number}", "when": "2026", "title": text, "lane": "life", "exhibits": []}
        append_tables(self.home, table("event", row))

    def title(self, number: int) -> None:
        text = self.home.text()
        old = f'"T{self.known.title}"'
        self.home.replace(text.replace(old, f'"T{number}"'), expected=text)

    def loose(self, number: int) -> None:
        self.home.put("loose.bin", content(number))

    def draft(self, number: int) -> None:
        drafts.keep_draft(self.known.case_id, "q", str(number))

    def rekey(self, number: int) -> None:
        vault.change_passphrase(phrase(self.known.phrase), phrase(number), argon=CHEAP)

    def code(self, number: int) -> str:
        return vault.make_recovery_code()

    def backup(self, number: int) -> None:
        back_up(self.folder.parent / f"backup-{number}")

    def job(self, number: int) -> None:
        queue.ask_for(KIND, self.known.case_id, queue.key_of(KIND, self.known.case_id, number), {"number": number})
        while held := queue.claim((KIND,), lease=0.0):
            queue.finish(held, lambda: self.home.append("jobs", str(held.given["number"])))

    def case(self, number: int) -> None:
        cases.begin_case(case_text(f"second-{number}", number), {"exhibits/1.bin": content(number)})

    def uncase(self, number: int) -> None:
        found = cases.find_case(f"second-{self.known.second}")
        assert found is not None
        cases.delete_case(found)


def next_act(known: Known, chance: random.Random) -> str:
    acts = ["event", "title", "loose", "draft", "rekey", "job", "code", "case" if known.second is None else "uncase"]
    acts += ["paper"] * 3 if len(known.papers) < MOST_PAPERS else []
    acts += ["backup"] if chance.random() < 0.3 else []
    return chance.choice(acts)


def run_child(known: Known, folder: Path, first: int, seed: int, outlet: int) -> None:
    chance = random.Random(seed)
    vault.open_vault(folder, phrase(known.phrase), idle=None)

    def tell(line: str) -> None:
        os.write(outlet, (line + "\n").encode())

    child, number = Child(known, folder, tell), first
    tell("open")
    while True:
        act = next_act(known, chance)
        tell(f"begin {act} {number}")
        more = child.act(act, number)
        known.done(act, number, more)
        tell(f"done {act} {number} {more}")
        number += 1


def killed(known: Known, folder: Path, first: int, seed: int) -> list[str]:
    """Let a child work and kill it; what it told."""
    inlet, outlet = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(inlet)
        try:
            run_child(known, folder, first, seed, outlet)
        finally:
            os._exit(70)
    os.close(outlet)
    with os.fdopen(inlet, "rb") as stream:
        chance, told = random.Random(seed + 1), []
        for _ in range(1 + 2 * chance.randrange(MOST_ACTS)):  # it opened, and then each act is told twice
            told.append(stream.readline().decode().rstrip("\n"))
        time.sleep(chance.uniform(0, LONGEST_ACT))
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        if not os.WIFSIGNALED(status):
            raise SystemExit(f"the child ended by itself: {status}")
        return told[1:] + stream.read().decode().splitlines()


class Check:
    """What must hold after a kill. `begun`: the act in hand, which may have happened or not."""

    def __init__(self, known: Known, folder: Path, begun: tuple[str, int] | None) -> None:
        self.known, self.folder, self.begun = known, folder, begun
        self.faults: list[str] = []

    def say(self, holds: bool, fault: str) -> None:
        if not holds:
            self.faults.append(f"{fault} (in hand: {self.begun})")

    def either(self, act: str, found: object, before: object, after: object) -> bool:
        """Whether what is found is what was, or, if this act was in hand, what it makes; True if it happened."""
        mine = self.begun is not None and self.begun[0] == act
        self.say(found == before or (mine and found == after), f"{act}: found {found!r}, known {before!r}")
        return mine and found == after and found != before

    def opened(self) -> None:
        number = self.begun[1] if self.begun and self.begun[0] == "rekey" else None
        try:
            vault.open_vault(self.folder, phrase(self.known.phrase), idle=None)
        except WrongPassphrase:
            if number is None:
                raise
            vault.open_vault(self.folder, phrase(number), idle=None)
            self.known.phrase = number

    def run(self, *, thorough: bool) -> None:
        known, now = self.known, self.begun[1] if self.begun else -1
        self.opened()
        home = cases.home_of(known.case_id)
        case = load_case_from(home)
        self.numbers("paper", {int(one) for one in case.exhibits})
        self.numbers("event", {int(one.id[1:]) for one in case.events})
        for exhibit in case.exhibits.values():
            self.say(case.bytes_of(exhibit) == content(int(exhibit.id)), f"paper {exhibit.id} is not what was put in")
        self.say([int(one.exhibit) for one in entries(home)] == [int(one) for one in case.exhibits], "custody log")
        self.say(not list(broken_in(home)), "custody")
        self.numbers("job", {int(one) for one in home.lines("jobs")})
        self.say(len(set(home.lines("jobs"))) == len(home.lines("jobs")), "a job was written twice")
        if self.either("title", case.title.en, f"T{known.title}", f"T{now}"):
            known.title, known.titles_before = now, known.titles_before + 1
        self.say(len(history.changes(known.case_id)) == known.titles_before, "history")
        loose = home.read("loose.bin") if home.holds("loose.bin") else None
        if self.either("loose", loose, None if known.loose is None else content(known.loose), content(now)):
            known.loose = now
        draft = drafts.draft(known.case_id, "q")
        if self.either("draft", draft, None if known.draft is None else str(known.draft), str(now)):
            known.draft = now
        self.second_case(now)
        self.numbers("backup", {int(path.name.split("-")[1]) for path in self.folder.parent.glob("backup-*[0-9]")})
        self.disk()
        if thorough:
            self.sound()
        vault.lock()

    def numbers(self, act: str, found: set[int]) -> None:
        known = getattr(self.known, f"{act}s")
        now = {self.begun[1]} if self.begun and self.begun[0] == act else set()
        if act == "job":
            self.known.asked |= now
            now = self.known.asked
        self.say(known <= found, f"{act}: lost {sorted(known - found)}")
        self.say(found <= known | now, f"{act}: never asked for {sorted(found - known - now)}")
        known |= found

    def second_case(self, now: int) -> None:
        names = [one.name for one in cases.case_lines() if one.name != "crash"]
        before = [] if self.known.second is None else [f"second-{self.known.second}"]
        if self.either("uncase", names, before, []) if before else self.either("case", names, [], [f"second-{now}"]):
            self.known.second = None if before else now
        for name in names:
            home = cases.home_of(str(cases.find_case(name)))
            self.say(home.read("exhibits/1.bin") == content(int(name.split("-")[1])), "the paper of the second case")

    def disk(self) -> None:
        lies = {path.name for path in current().files.rglob("*") if path.is_file()}
        self.say(lies == set(FileRow.objects.values_list("stored", flat=True)), "files on the disk are not the rows")
        self.say(not list(self.folder.rglob("*.part")), "something unfinished lies in the vault")

    def sound(self) -> None:
        with connection.cursor() as cursor:
            for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
                cursor.execute(f"PRAGMA {pragma}")
                self.say(cursor.fetchall() in ([], [("ok",)]), pragma)
        if self.known.code is not None and (self.begun is None or self.begun[0] != "code"):
            vault.open_by_code(self.folder, self.known.code, idle=None)


def check_backups(known: Known, folder: Path) -> list[str]:
    """Restore every backup that stands under its name, with the passphrase of its day."""
    faults = []
    for number in sorted(known.backups):
        for key in range(known.phrase + 1, -1, -1):
            try:
                restore(folder.parent / f"backup-{number}", folder.parent / "restored", phrase(key))
            except WrongPassphrase:
                continue
            _remove(folder.parent / "restored")
            break
        else:
            faults.append(f"backup {number} opens with no passphrase")
        (folder.parent / f"backup-{number}").unlink()
    known.backups.clear()
    return faults


def _remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def main(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    vault.create(folder, phrase(0), argon=CHEAP, idle=None)
    known = Known(cases.begin_case(case_text("crash")))
    vault.lock()
    number, faults = 1, []
    acknowledged: Counter[str] = Counter()
    in_hand: Counter[str] = Counter()
    for turn in range(rounds):
        told = [line.split(" ") for line in killed(known, folder, number, seed * 100_000 + turn)]
        begun = None
        for word, act, count, *more in told:
            number = max(number, int(count) + 1)
            begun = (act, int(count)) if word == "begin" else None
            if word == "done":
                known.done(act, int(count), more[0] if more else "")
                acknowledged[act] += 1
        in_hand[begun[0] if begun else "nothing"] += 1
        if begun and begun[0] == "code":
            known.code = None
        check = Check(known, folder, begun)
        check.run(thorough=turn % 5 == 4 or turn == rounds - 1)
        faults += check.faults
        if turn % 20 == 19 or turn == rounds - 1:
            faults += check_backups(known, folder)
    return {"kills": rounds, "acknowledged": acknowledged, "in_hand": in_hand, "faults": faults}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201 - the answer
