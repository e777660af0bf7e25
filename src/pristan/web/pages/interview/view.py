"""One question at a time: the one that decides most, why it is asked, and four ways to answer besides answering.

Sensitive questions come late and are announced. What was skipped comes back with the next start; what the person would
rather not say does not, until they say so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.case.model import Case, Statement
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use
from pristan.services.answering import take_back, write_answer, write_not_remembered, write_withheld
from pristan.services.interview import NextQuestion, Question, next_questions, question_named
from pristan.services.lists import ANOTHER, OPENS
from pristan.web.desk import Desk, desk_of
from pristan.web.errors import said
from pristan.web.marks import value_words
from pristan.web.page import show, show_part
from pristan.web.pages.interview.answer_form import AnswerForm, answer_form, answer_in, fields_of, read_sent, words_of
from pristan.web.pages.interview.parts import Part, parts_of, title_of

MOST_ROUTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What somebody already says about the question."""

    exhibit: str = field(metadata={"help": "The exhibit; empty for the person's own word."})
    page: int | None = field(metadata={"help": "The page of the exhibit."})
    says: str = field(metadata={"help": "What it says, in words."})
    quote: str = field(metadata={"help": "The words of the paper."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question on the page."""

    key: str = field(metadata={"help": "The fact, and the item of a list, as FACT@ITEM."})
    ask: str = field(metadata={"help": "The question."})
    about: str = field(metadata={"help": "The item it is about, such as a charge; empty for none."})
    why: str = field(metadata={"help": "Why it is asked."})
    routes: tuple[tuple[str, str], ...] = field(metadata={"help": "Routes it is used in: title and address."})
    sensitive: bool = field(metadata={"help": "Whether it touches something painful."})
    form: AnswerForm = field(metadata={"help": "The fields of its answer."})
    sources: tuple[Source, ...] = field(metadata={"help": "What is already on record about it."})
    preview: str = field(metadata={"help": "A date as it will be written; empty for none."})
    again: bool = field(metadata={"help": "Whether an answer of the person is being changed."})
    begins: bool = field(metadata={"help": "Whether the answer begins a list, such as that of accusations."})
    history: str = field(metadata={"help": "Where the history of the answer is; empty if none is kept."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What the page shows."""

    title: str = field(metadata={"help": "The question, or that nothing is open."})
    asked: Asked | None = field(metadata={"help": "The question; none if none is open or one is announced first."})
    announced: str = field(metadata={"help": "The part of sensitive questions announced first; empty for none."})
    announced_number: int = field(metadata={"help": "How many sensitive questions it has."})
    part: str = field(metadata={"help": "The part the question belongs to."})
    parts: tuple[Part, ...] = field(metadata={"help": "All parts, with how far each is."})
    open: int = field(metadata={"help": "How many questions are open."})
    skipped: int = field(metadata={"help": "How many were skipped for now."})
    saved: bool = field(metadata={"help": "Whether an answer was just saved."})
    one_more: tuple[str, str] | None = field(
        metadata={"help": "After an entry of a list was saved: how another one is called, and where it is told."}
    )
    another: tuple[tuple[str, str], ...] = field(metadata={"help": "What else can be added: its name and address."})
    fault: str = field(metadata={"help": "Why an answer was not taken, in a sentence."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One answer given before."""

    ask: str = field(metadata={"help": "The question."})
    says: str = field(metadata={"help": "The answer, in words; empty where the person would rather not say."})
    address: str = field(metadata={"help": "Where it can be changed."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the list of answers shows."""

    title: str = field(metadata={"help": "The title of the page."})
    groups: tuple[tuple[str, tuple[Given, ...]], ...] = field(metadata={"help": "Answers by part."})
    withheld: tuple[Given, ...] = field(metadata={"help": "What the person would rather not say."})
    forgotten: tuple[Given, ...] = field(metadata={"help": "What the person does not remember."})
    another: tuple[tuple[str, str], ...] = field(metadata={"help": "What else can be added: its name and address."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})


@require_safe
def interview(request: HttpRequest, case_id: str) -> HttpResponse:
    """The next question, or the one asked for by `q`."""
    desk = desk_of(request, case_id)
    return show(request, "interview", _content(request, desk), desk=desk)


@require_POST
def save(request: HttpRequest, case_id: str) -> HttpResponse:
    """Take what was done with the question: an answer, skip, do not remember, rather not say, ask again."""
    desk = desk_of(request, case_id)
    address = reverse("interview", args=[case_id])
    action = request.POST.get("action", "save")
    if action in ("go_on", "skip_part"):
        _remember(request, case_id, "announced" if action == "go_on" else "passed", request.POST.get("part", ""))
        return HttpResponseRedirect(address)
    if action == "restart":
        for kind in ("skipped", "passed"):
            request.session.pop(_key(case_id, kind), None)
        return HttpResponseRedirect(address)
    question = _named(desk.case, request.POST.get("q", ""))
    if question is None:
        raise CaseError(_("This question is not there any more. Go on with the next one."))
    request.session[_key(case_id, "section")] = question.fact.section
    if action == "skip":
        _remember(request, case_id, "skipped", _name(question))
        return HttpResponseRedirect(address)
    try:
        _write(desk.case, question, action, request)
    except CaseError as fault:
        content = _content(request, desk, question=question, sent=read_sent(request.POST), fault=said(fault))
        return show(request, "interview", content, desk=desk, status=422)
    done = {"saved": "1"}
    if question.fact.list is not None and question.opens_list and action == "save":
        done["list"] = question.fact.list
    return HttpResponseRedirect(f"{address}?{urlencode(done)}")


def _write(case: Case, question: NextQuestion, action: str, request: HttpRequest) -> None:
    """One change: what was answered before is replaced, never added to."""
    unanswered = action in ("withhold", "forgot", "take_back")
    text = "" if unanswered else answer_in(question.fact, read_sent(request.POST))
    with case.home.together():
        before = case.home.text()
        taken = take_back(case, question)
        try:
            if action == "withhold":
                write_withheld(case, question)
            elif action == "forgot":
                write_not_remembered(case, question)
            elif action != "take_back":
                write_answer(case, question, text)
        except CaseError:
            if taken:
                case.home.replace(before, expected=case.home.text())
            raise


@require_safe
def preview(request: HttpRequest, case_id: str) -> HttpResponse:
    """The date in the fields, as it will be written."""
    desk = desk_of(request, case_id)
    return show_part(request, "interview/preview.html", {"preview": words_of(read_sent(request.GET), desk.language)})


@require_safe
def answers(request: HttpRequest, case_id: str) -> HttpResponse:
    """Everything the person answered or would rather not say, each to be changed."""
    desk = desk_of(request, case_id)
    own = [one for one in desk.case.statements if one.exhibit is None and one.person == desk.case.principal.id]
    groups: dict[str, list[Given]] = {}
    for one in own:
        if one.fact in vocabulary():
            groups.setdefault(title_of(vocabulary()[one.fact].section), []).append(_given(one, desk))
    content = Answered(
        title=_("What you answered"),
        groups=tuple((title, tuple(given)) for title, given in groups.items()),
        withheld=_unanswered(desk.case.withheld, desk),
        forgotten=_unanswered(desk.case.not_remembered, desk),
        another=_others(desk),
        case_id=desk.id,
    )
    return show(request, "interview", content, desk=desk, template="interview/answers.html")


def _unanswered(questions: frozenset[tuple[str, str, str | None]], desk: Desk) -> tuple[Given, ...]:
    return tuple(
        Given(ask=_ask(fact, item, desk), says="", address=_address(desk, fact, item))
        for person, fact, item in sorted(questions, key=str)
        if person == desk.case.principal.id and fact in vocabulary()
    )


def _given(one: Statement, desk: Desk) -> Given:
    says = value_words(vocabulary()[one.fact], one.value, desk.language)
    return Given(ask=_ask(one.fact, one.item, desk), says=says, address=_address(desk, one.fact, one.item))


def _ask(fact: str, item: str | None, desk: Desk) -> str:
    found = next((one for one in desk.case.items if one.id == item), None)
    ask = desk.say(vocabulary()[fact].ask)
    return ask if found is None else f"{ask} ({desk.say(found.title)})"


def _address(desk: Desk, fact: str, item: str | None) -> str:
    name = fact if item is None else f"{fact}@{item}"
    return f"{reverse('interview', args=[desk.id])}?{urlencode({'q': name})}"


def _content(
    request: HttpRequest,
    desk: Desk,
    *,
    question: NextQuestion | None = None,
    sent: dict[str, str] | None = None,
    fault: str = "",
) -> Interview:
    remembered = {
        kind: frozenset(request.session.get(_key(desk.id, kind), [])) for kind in ("skipped", "passed", "announced")
    }
    section = request.session.get(_key(desk.id, "section"))
    questions = next_questions(desk.asking(), skip=_skipped(remembered["skipped"]), section=section)
    ahead = [one for one in questions if one.fact.section not in remembered["passed"] or not one.fact.sensitive]
    wanted = question or _named(desk.case, request.GET.get("q", ""))
    asked = wanted or next(iter(ahead), None)
    first = wanted is None and asked is not None and asked.fact.sensitive
    announced = asked.fact.section if first and asked and asked.fact.section not in remembered["announced"] else ""
    shown = None if asked is None or announced else _asked(asked, desk, sent)
    return Interview(
        title=_title(shown, announced),
        asked=shown,
        announced=title_of(announced) if announced else "",
        announced_number=sum(one.fact.sensitive and one.fact.section == announced for one in ahead),
        part=asked.fact.section if asked else "",
        parts=parts_of(desk.case, questions, asked.fact.section if asked else "", remembered["passed"]),
        open=len(ahead),
        skipped=len(remembered["skipped"]) + len(questions) - len(ahead),
        saved="saved" in request.GET and not fault,
        one_more=_another(request.GET.get("list", ""), desk) if "saved" in request.GET and not fault else None,
        another=_others(desk),
        fault=fault,
        case_id=desk.id,
    )


def _another(name: str, desk: Desk) -> tuple[str, str] | None:
    """How another entry of a list is called, and where it is told; None if there is no such list."""
    return (desk.say(ANOTHER[name]), _address(desk, OPENS[name], None)) if name in ANOTHER else None


def _others(desk: Desk) -> tuple[tuple[str, str], ...]:
    return tuple(one for name in ANOTHER if (one := _another(name, desk)) is not None)


def _title(asked: Asked | None, announced: str) -> str:
    if asked is not None:
        return asked.ask
    return _("Before the next part") if announced else _("No open question decides anything now")


def _asked(question: NextQuestion, desk: Desk, sent: dict[str, str] | None) -> Asked:
    item = None if question.item is None else question.item.id
    statements = [one for one in desk.case.statements if (one.fact, one.item) == (question.fact.id, item)]
    mine = [one for one in statements if one.person == desk.case.principal.id]
    own = next((one for one in mine if one.exhibit is None), None)
    filled = sent if sent is not None else fields_of(own.value) if own else {}
    routes = [law_in_use().rules[name] for name in question.routes[:MOST_ROUTES]]
    assessment = reverse("assessment", args=[desk.id])
    return Asked(
        key=_name(question),
        ask=desk.say(question.fact.ask),
        about=_about(question, desk),
        why=desk.say(question.fact.why),
        routes=tuple((desk.say(rule.title), f"{assessment}?route={rule.id}#route") for rule in routes),
        sensitive=question.fact.sensitive,
        form=answer_form(question.fact, desk.language, filled),
        sources=tuple(_source(one, desk) for one in mine),
        preview=words_of(
            {**dict.fromkeys(("d", "m", "y", "d2", "m2", "y2"), ""), "how": "exact", **filled}, desk.language
        ),
        again=own is not None or (desk.case.principal.id, question.fact.id, item) in _put_aside(desk.case),
        begins=question.opens_list,
        history=_history(desk, question) if own is not None or mine else "",
    )


def _about(question: NextQuestion, desk: Desk) -> str:
    """The entry that a question is asked of; of one more entry, that it is one more."""
    if question.item is not None:
        return desk.say(question.item.title)
    name = question.fact.list
    mine = (one for one in desk.case.items if one.person == desk.case.principal.id)
    return desk.say(ANOTHER[name]) if name is not None and any(one.list == name for one in mine) else ""


def _put_aside(case: Case) -> frozenset[tuple[str, str, str | None]]:
    """What the person would rather not say or does not remember."""
    return case.withheld | case.not_remembered


def _history(desk: Desk, question: NextQuestion) -> str:
    if not desk.bench.shelf.encrypted:
        return ""
    return f"{reverse('log', args=[desk.id])}?{urlencode({'of': _name(question)})}"


def _source(one: Statement, desk: Desk) -> Source:
    says = value_words(vocabulary()[one.fact], one.value, desk.language)
    return Source(exhibit=one.exhibit or "", page=one.page, says=says, quote=one.quote or "")


def _named(case: Case, key: str) -> NextQuestion | None:
    fact, _at, item = key.partition("@")
    return question_named(case, fact, item or None) if fact else None


def _name(question: NextQuestion) -> str:
    return question.fact.id if question.item is None else f"{question.fact.id}@{question.item.id}"


def _skipped(names: frozenset[str]) -> frozenset[Question]:
    return frozenset((fact, item or None) for fact, _at, item in (name.partition("@") for name in names))


def _remember(request: HttpRequest, case_id: str, kind: str, what: str) -> None:
    key = _key(case_id, kind)
    request.session[key] = [*dict.fromkeys((*request.session.get(key, []), what))]


def _key(case_id: str, kind: str) -> str:
    return f"interview:{case_id}:{kind}"
