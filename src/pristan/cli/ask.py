"""`pristan ask`: the interview in the terminal."""

from __future__ import annotations

import json

import click

from pristan.case.home import CaseHome
from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.errors import CaseError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Language, Text
from pristan.services.answering import write_answer, write_not_remembered, write_withheld
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.interview import NextQuestion, next_questions

WORDS = {
    "skip": {
        Language.EN: "Enter: skip for now · f: do not remember · r: rather not say, do not ask again · q: stop",
        Language.RU: "Enter: пока пропустить · f: не помню · r: не хочу говорить, больше не спрашивать · q: закончить",
    },
    "sensitive": {
        Language.EN: "The next question touches something painful. You may skip it.",
        Language.RU: "Следующий вопрос касается болезненного. Его можно пропустить.",
    },
    "why": {Language.EN: "Why it is asked", Language.RU: "Почему спрашиваем"},
    "done": {
        Language.EN: "No open question decides anything now.",
        Language.RU: "Сейчас ни один открытый вопрос ничего не решает.",
    },
    "forms": {Language.EN: "yes / no", Language.RU: "да / нет"},
}


@click.command("ask", short_help="Ask the open questions of CASE, those that decide most first.")
@CASE
@click.option("--list", "only_list", is_flag=True, help="Only list the open questions, those that decide most first.")
@language_option
@JSON
def ask_command(case: CaseHome, only_list: bool, language: Language, as_json: bool) -> None:
    """Ask the open questions of CASE, those that decide most first; answers are written into the case file."""
    if only_list or as_json:
        _list(case, language, as_json)
        return
    skipped: set[tuple[str, str | None]] = set()
    section: str | None = None
    while True:
        questions = next_questions(
            assess_case(open_case(case), defeats=False), skip=frozenset(skipped), section=section
        )
        if not questions:
            click.echo(WORDS["done"][language])
            return
        if not _ask(case, questions[0], language):
            return
        section = questions[0].fact.section
        skipped.add((questions[0].fact.id, questions[0].item.id if questions[0].item else None))


def _list(case: CaseHome, language: Language, as_json: bool) -> None:
    questions = next_questions(assess_case(open_case(case), defeats=False))
    if as_json:
        rows = [
            {
                "fact": one.fact.id,
                "item": one.item.id if one.item else None,
                "ask": one.fact.ask.to(language),
                "decides": one.decides,
                "routes": list(one.routes),
            }
            for one in questions
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in questions:
        click.echo(f"{one.decides:4}  {one.fact.ask.to(language)}  [{one.fact.id}]")


_NO_ANSWER = Text('"{text}" is no answer here. Write: {forms}.', "«{text}» здесь не ответ. Напишите: {forms}.")


def _ask(case: CaseHome, question: NextQuestion, language: Language) -> bool:
    """Ask one question until it is answered, skipped or stopped; False to stop."""
    if question.fact.sensitive:
        click.echo(WORDS["sensitive"][language])
    about = f" ({question.item.title.to(language)})" if question.item else ""
    click.echo(f"\n{question.fact.ask.to(language)}{about}")
    click.echo(f"  {WORDS['why'][language]}: {question.fact.why.to(language)}")
    for choice in question.fact.choices:
        click.echo(f"  {choice.id}: {choice.text.to(language)}")
    if question.fact.type == "yes_no":
        click.echo(f"  {WORDS['forms'][language]}")
    while True:
        text = click.prompt(WORDS["skip"][language], default="", show_default=False)
        if text.strip().lower() == "q":
            return False
        if not text.strip():
            return True
        if text.strip().lower() in ("r", "f"):
            write = write_withheld if text.strip().lower() == "r" else write_not_remembered
            write(open_case(case), question)
            return True
        try:
            write_answer(open_case(case), question, text)
        except CaseError as fault:
            said = text_of(fault).to(language)
            if question.fact.type == "yes_no":  # at the prompt one writes yes or no, not the word of the case file
                said = _NO_ANSWER.to(language).format(text=text, forms=WORDS["forms"][language])
            click.echo(said)
            continue
        return True
