"""`pristan ask`: the interview in the terminal."""

from __future__ import annotations

import json

import click

from pristan.case.home import CaseHome
from pristan.cli.opening import opened_case
from pristan.cli.options import CASE, JSON, language_option
from pristan.kernel.errors import CaseError
from pristan.kernel.fault_words import text_of
from pristan.kernel.language import Language, Text
from pristan.services.answering import write_answer, write_not_remembered, write_withheld
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.interview import NextQuestion, another, next_questions
from pristan.services.lists import ANOTHER

WORDS = {
    "skip": {
        Language.EN: "Enter: skip for now · f: do not remember · r: rather not say, do not ask again · "
        "a: tell of another nationality, accusation, country or complaint · q: stop",
        Language.RU: "Enter: пока пропустить · f: не помню · r: не хочу говорить, больше не спрашивать · "
        "a: рассказать о другом гражданстве, обвинении, стране или жалобе · q: закончить",
    },
    "sensitive": {
        Language.EN: "The next question touches something painful. You may skip it.",
        Language.RU: "Следующий вопрос касается болезненного. Его можно пропустить.",
    },
    "why": {Language.EN: "Why it is asked", Language.RU: "Почему спрашиваем"},
    "which": {Language.EN: "Number, or Enter: back to the question", Language.RU: "Номер или Enter: назад к вопросу"},
    "new": {Language.EN: "Enter: leave it · q: stop", Language.RU: "Enter: не добавлять · q: закончить"},
    "done": {
        Language.EN: "No open question decides anything now. "
        "To tell of another nationality, accusation, country or complaint: --add.",
        Language.RU: "Сейчас ни один открытый вопрос ничего не решает. "
        "Рассказать о другом гражданстве, обвинении, стране или жалобе: --add.",
    },
    "forms": {Language.EN: "yes / no", Language.RU: "да / нет"},
}


@click.command("ask", short_help="Ask the open questions of CASE, those that decide most first.")
@CASE
@click.option("--list", "only_list", is_flag=True, help="Only list the open questions, those that decide most first.")
@click.option(
    "--add", "add", type=click.Choice(tuple(ANOTHER)), help="First tell of another entry of this list, then go on."
)
@language_option
@JSON
def ask_command(case: CaseHome, only_list: bool, add: str | None, language: Language, as_json: bool) -> None:
    """Ask the open questions of CASE, those that decide most first; answers are written into the case file."""
    opened_case(case, language)  # an answer that counts no more is told before what is open
    if only_list or as_json:
        _list(case, language, as_json)
        return
    if add is not None and not _ask(case, another(add), language):
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


def _about(case: CaseHome, question: NextQuestion, language: Language) -> str:
    """The entry that it is asked of; of a new one, that it is one more."""
    if question.item is not None:
        return f" ({question.item.title.to(language)})"
    listed = question.fact.list
    begun = listed is not None and any(one.list == listed for one in open_case(case).items)
    return f" ({ANOTHER[listed].to(language)})" if listed is not None and begun else ""


def _which_list(language: Language) -> str | None:
    """The list that something is added to; None to go back."""
    names = tuple(ANOTHER)
    for number, name in enumerate(names, start=1):
        click.echo(f"  {number}: {ANOTHER[name].to(language)}")
    while True:
        said = click.prompt(WORDS["which"][language], default="", show_default=False).strip()
        if not said:
            return None
        if said.isdigit() and 1 <= int(said) <= len(names):
            return names[int(said) - 1]


_NO_ANSWER = Text('"{text}" is no answer here. Write: {forms}.', "«{text}» здесь не ответ. Напишите: {forms}.")


def _ask(case: CaseHome, question: NextQuestion, language: Language) -> bool:
    """Ask one question until it is answered, skipped or stopped; False to stop."""
    if question.fact.sensitive:
        click.echo(WORDS["sensitive"][language])
    click.echo(f"\n{question.fact.ask.to(language)}{_about(case, question, language)}")
    click.echo(f"  {WORDS['why'][language]}: {question.fact.why.to(language)}")
    for choice in question.fact.choices:
        click.echo(f"  {choice.id}: {choice.text.to(language)}")
    if question.fact.type == "yes_no":
        click.echo(f"  {WORDS['forms'][language]}")
    keys = WORDS["new" if question.opens_list else "skip"][language]
    while True:
        text = click.prompt(keys, default="", show_default=False)
        if text.strip().lower() == "q":
            return False
        if not text.strip():
            return True
        if text.strip().lower() == "a" and not question.opens_list:
            name = _which_list(language)
            if name is not None and not _ask(case, another(name), language):
                return False
            return _ask(case, question, language)
        if text.strip().lower() in ("r", "f") and not question.opens_list:
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
