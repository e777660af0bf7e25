"""`make docs`: pages made from the code and the records, so that they cannot drift. Writes docs/reference/ and
docs/law/.
"""

from __future__ import annotations

from pathlib import Path

import click

from pristan.cli.main import pristan
from pristan.kernel.vocabulary.facts import FactType, vocabulary
from pristan.law.loader import law_in_use
from pristan.law.model import Rule
from tools.law_pages import law_pages
from tools.questions.asked import PLACES, at_most

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
LAW = REFERENCE.parent / "law"
NOTE = "<!-- made by `make docs`; do not edit -->\n\n"


def commands_page() -> str:
    """Every command with its help."""
    parts = [NOTE, "# Commands\n"]

    def write(command: click.Command, path: str) -> None:
        # as the program itself sets them: click keeps a command's help option once it was made
        names = ["-h", "--help"]
        context = click.Context(
            command, info_name=path, max_content_width=100, terminal_width=100, help_option_names=names
        )
        parts.append(f"\n## {path}\n\n```\n{command.get_help(context)}\n```\n")
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                write(inner, f"{path} {name}")

    write(pristan, "pristan")
    return "".join(parts)


def facts_page() -> str:
    """Every question: its wording in both languages, why it is asked, the form of its answer."""
    parts = [NOTE, "# Facts\n\nWhat a case file may say (docs/case-format.md).\n", _how_many()]
    sections: dict[str, list[FactType]] = {}
    for fact in vocabulary().values():
        sections.setdefault(fact.section, []).append(fact)
    for section, facts in sections.items():
        parts.append(f"\n## {section}\n\n| fact | form | question | вопрос |\n|---|---|---|---|\n")
        for fact in sorted(facts, key=lambda one: one.id):
            form = (
                fact.type
                if not fact.choices
                else "; ".join(f"`{choice.id}` {choice.text.en}" for choice in fact.choices)
            )
            parts.append(f"| `{fact.id}` | {form} | {fact.ask.en} | {fact.ask.ru} |\n")
    return "".join(parts)


def _how_many() -> str:
    """How many questions there are, and how many of them something in play at one place can turn on."""
    head = (
        f"\nThere are {len(vocabulary())} questions. What is in play for one person turns on at most these, if Russia\n"
        "accuses (decision 26); `pristan ask` asks those that still decide something.\n\n"
        "| where she is | questions of routes and effects | with the signs of patterns | dates of time limits only |\n"
        "|---|---|---|---|\n"
    )
    rows = (f"| {one.place} | {one.asked} | {one.with_patterns} | {one.days} |\n" for one in map(at_most, PLACES))
    return head + "".join(rows)


def law_page() -> str:
    """Every rule in one line, with the confidence and day of its newest version."""
    parts = [NOTE, "# Law base\n\n`pristan law show ID` shows a rule whole.\n"]
    by_role: dict[str, list[Rule]] = {}
    for rule in law_in_use().rules.values():
        by_role.setdefault(rule.role, []).append(rule)
    for role in ("route", "effect", "interaction", "element", "bar", "exception", "weigh"):
        head = "| id | title | название | first authority | confidence | checked |"
        parts.append(f"\n## {role}\n\n{head}\n|---|---|---|---|---|---|\n")
        for rule in sorted(by_role.get(role, []), key=lambda one: one.id):
            version = rule.versions[-1]
            row = (
                f"`{rule.id}`",
                rule.title.en,
                rule.title.ru,
                version.authorities[0].cite,
                version.confidence,
                str(version.checked),
            )
            parts.append("| " + " | ".join(cell.replace("|", "/") for cell in row) + " |\n")
    return "".join(parts)


PAGES = {"commands.md": commands_page, "facts.md": facts_page, "law.md": law_page}


def main() -> None:
    """Write every page, and remove the pages of rules that are no more."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
    pages = law_pages(law_in_use())
    for path in LAW.rglob("*.md"):
        if path.relative_to(LAW).as_posix() not in pages:
            path.unlink()
    for name, text in pages.items():
        path = LAW / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
