"""Every sentence that forms print or report, in both languages."""

from __future__ import annotations

from pristan.filings.bundle.words import fill
from pristan.filings.bundle.words import fill_texts as fill_in
from pristan.kernel.language import Text

__all__ = ["fill", "fill_in"]

WRITTEN = Text("written down for this form", "записано для этой формы")
NAME = Text("name on record", "имя в деле")
FACT = Text("on record: {fact}", "в деле: {fact}")
ANOTHERS = Text(
    "the answers in {file} are another person's and were not used. Write this person's into {own}.",
    "ответы в {file} — другого человека и не взяты. Ответы этого человека впишите в {own}.",
)
AGAINST = Text(
    "{question}: the answer says {answer}, the case says {days}. Mend the one that is wrong.",
    "{question}: в ответе {answer}, в деле {days}. Исправьте то, что неверно.",
)
NOT_A_DAY = Text(
    "{question}: the form asks for a day, on record is {days}. Write the day into the answers if it is known.",
    "{question}: форма просит день, а в деле записано: {days}. Впишите день в ответы, если он известен.",
)

NOT_READ = Text(
    "this file could not be opened as a PDF. Download the form anew from the authority's page.",
    "файл не открывается как PDF. Скачайте форму заново со страницы ведомства.",
)
NO_PDF_HERE = Text(
    "the fields of this form's PDF are not known here. Use --sheet and copy the answers by hand.",
    "поля PDF этой формы здесь не известны. Используйте --sheet и перенесите ответы вручную.",
)
NOT_THE_FORM = Text(
    "this PDF does not say that it is {form}. Choose the form's own PDF, or use --sheet.",
    "в этом PDF не написано, что это {form}. Выберите PDF самой формы или используйте --sheet.",
)
SEVERAL_EDITIONS = Text(
    "this PDF names several editions ({editions}). Download one form anew and choose that.",
    "в этом PDF названо несколько изданий ({editions}). Скачайте форму заново и выберите её.",
)
UNKNOWN_EDITION = Text(
    "whether the edition {edition} of this form is accepted is not known here, so it is not filled in: a wrong edition "
    "is sent back. Editions known to be accepted: {accepted}. Look at the authority's page: if it accepts this edition "
    "today, add --accepted {edition}; until then use --sheet.",
    "принимают ли издание {edition} этой формы, здесь не известно, поэтому она не заполняется: форму не того издания "
    "возвращают. Известны как принимаемые: {accepted}. Посмотрите на странице ведомства: если сегодня это издание "
    "принимают, добавьте --accepted {edition}; до того используйте --sheet.",
)
OTHER_EDITION = Text(
    "this PDF is the edition {edition}, and you named {vouched} as accepted. Download the edition that the authority's "
    "page names.",
    "этот PDF — издание {edition}, а принимаемым вы назвали {vouched}. Скачайте издание, названное на странице "
    "ведомства.",
)
VOUCHED = Text(
    "you said that the authority's page accepts it; look again on the day of filing.",
    "вы сказали, что на странице ведомства его принимают; в день подачи посмотрите ещё раз.",
)
OLD_EDITION = Text(
    "the edition {edition} of this form is no longer accepted. Editions known to be accepted: {accepted}. "
    "Download the current one from the authority's page.",
    "издание {edition} этой формы больше не принимают. Известны как принимаемые: {accepted}. "
    "Скачайте действующее со страницы ведомства.",
)
NONE_KNOWN = Text("none", "нет")
EDITION_DOUBT = Text("edition {edition}: {note}", "издание {edition}: {note}")

FIELD_GONE = Text(
    "{question}: this edition has no such field, or another one under its name; write the answer in by hand: {answer}",
    "{question}: в этом издании нет такого поля или под его именем другое; впишите ответ вручную: {answer}",
)
TOO_LONG = Text(
    "{question}: the field takes {most} signs, the answer has {length}; it was not filled in: {answer}",
    "{question}: в поле помещается {most} знаков, в ответе {length}; поле не заполнено: {answer}",
)
NOT_IN_LIST = Text(
    "{question}: the form has a list here, and the answer is not in it; it was not filled in: {answer}",
    "{question}: в форме здесь список, и такого ответа в нём нет; поле не заполнено: {answer}",
)
CUT = Text(
    "{question}: the answer does not fit into its field, and no page of the form for more is known here; it was not "
    "filled in: {answer}",
    "{question}: ответ не помещается в поле, а лист формы для продолжения здесь не известен; поле не заполнено: "
    "{answer}",
)
CONTINUED = Text("{question}: goes on in {page}, sheet {sheet}", "{question}: продолжение — {page}, лист {sheet}")
SEE = Text("See {page}.", "См. {page}.")
GOES_ON = Text("(continued in {page})", "(продолжение: {page})")
EMPTY = Text(
    "not answered: {count}. An application with empty places can be refused: write the answer, or “none” or “N/A” "
    "where that is so",
    "без ответа: {count}. Заявление с пустыми местами могут вернуть: впишите ответ либо «none» или «N/A», где это так",
)
BY_HAND = Text(
    "to be signed or dated by hand: {count} fields; nothing was put there",
    "подписать и датировать от руки: полей — {count}; в них ничего не вписано",
)
DRAFT = Text("DRAFT, NOT FOR FILING", "ЧЕРНОВИК, НЕ ДЛЯ ПОДАЧИ")
XFA_DROPPED = Text(
    "the form's second version (XFA), which would show empty fields, was taken out",
    "второй вид формы (XFA), в котором поля были бы пусты, удалён",
)

SHEET_TITLE = Text("{form}: answers field by field", "{form}: ответы по полям")
SHEET_INTRO = Text(
    "For copying into the form by hand. Check each answer with the person before it is signed.",
    "Чтобы перенести в форму вручную. Каждый ответ проверьте с человеком до подписи.",
)
NUMBER, QUESTION, ANSWER, SOURCE = (
    Text("No.", "№"),
    Text("Asked", "Вопрос"),
    Text("Answer", "Ответ"),
    Text("From", "Откуда"),
)
PART_UNREAD = Text(
    "What this part asks was not read on the authority's own page: compare with the form in your hands.",
    "Что спрашивают в этой части, не прочитано на странице самого ведомства: сверьте с формой, что у вас в руках.",
)
PART_SECOND_HAND = Text(
    "What this part asks was read in part: {source}. Compare with the form in your hands.",
    "Что спрашивают в этой части, прочитано не целиком: {source}. Сверьте с формой, что у вас в руках.",
)
EDITION_UNKNOWN = Text(
    "edition {edition}: whether it is accepted is not known here. {note}",
    "издание {edition}: принимают ли его, здесь не известно. {note}",
)
NO_ANSWER = Text("— not answered —", "— нет ответа —")


def same(value: object) -> Text:
    """What reads alike in both languages."""
    return Text(str(value), str(value))
