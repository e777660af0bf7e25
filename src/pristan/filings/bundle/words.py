"""Every word the bundle prints or reports, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from pristan.kernel.duration_words import plural_ru
from pristan.kernel.language import Language, Text

TAB = Text("Tab", "Приложение")
TAB_COLUMN = Text("Tab", "№")
COVER = Text("Cover", "Обложка")
INDEX = Text("Index of exhibits", "Перечень приложений")
DOCUMENT = Text("Document", "Документ")
PAGES_COLUMN = Text("Pages", "Страницы")
ON_PAGE = Text("Page {pages}", "Страница {pages}")
ON_PAGES = Text("Pages {pages}", "Страницы {pages}")
EXHIBITS = Text("Exhibits", "Приложения")
PREPARED = Text("Prepared on {day}", "Составлено {day}")
INDEX_AT = Text("Index: page {page}", "Перечень: стр. {page}")
NUMBERING = Text(
    "Pages are numbered in one sequence, counting this cover as page 1. "
    "The number at the bottom right of a page is also its number in the viewing program.",
    "Страницы пронумерованы подряд; эта обложка — страница 1. "
    "Номер внизу справа совпадает с номером страницы в программе просмотра.",
)
NUMBERING_VOLUMES = Text(
    "Pages are numbered in one sequence through all volumes. "
    "The number at the bottom right of a page is also its number in the viewing program.",
    "Страницы пронумерованы подряд через все тома. "
    "Номер внизу справа совпадает с номером страницы в программе просмотра.",
)
NUMBERING_LATE = Text(
    "Pages put in later carry the number of the page before them with a letter (45A, 45B), "
    "so that the numbers given before still hold.",
    "Страницы, добавленные позже, имеют номер предыдущей страницы с буквой (45A, 45B), "
    "поэтому прежние номера не изменились.",
)
VOLUME_LINE = Text("Volume {number} of {count}: pages {pages}", "Том {number} из {count}: страницы {pages}")
IN_VOLUME = Text("vol. {volume}: {pages}", "том {volume}: {pages}")
KINDS: dict[str | None, Text] = {
    None: Text("Original", "Оригинал"),
    "translation": Text("Translation", "Перевод"),
    "certificate": Text("Translator's certificate", "Удостоверение переводчика"),
    "file": Text("Further file", "Ещё один файл"),
}
NO_TRANSLATION = Text("NO TRANSLATION IN THIS BUNDLE", "ПЕРЕВОДА В СБОРНИКЕ НЕТ")
NO_CERTIFICATE = Text("TRANSLATION WITHOUT A CERTIFICATE", "ПЕРЕВОД БЕЗ УДОСТОВЕРЕНИЯ")
ABSENT_TITLE = Text("This exhibit is not included", "Этот документ не включён")
ABSENT_MARK = Text("Not included: {reason}", "Не включён: {reason}")
ABSENT_FILE_MARK: dict[str, Text] = {
    "translation": Text("Translation not included: {reason}", "Перевод не включён: {reason}"),
    "certificate": Text("Certificate not included: {reason}", "Удостоверение не включено: {reason}"),
    "file": Text("One file not included: {reason}", "Один файл не включён: {reason}"),
}
TYPESET = Text("Text file, set in type for this bundle", "Текстовый файл, набран для этого сборника")

NO_ITEMS = Text(
    "The bundle has no exhibits. Add at least one file to the list.",
    "В сборнике нет приложений. Добавьте в список хотя бы один файл.",
)
EMPTY_TAB = Text(
    'An exhibit has an empty tab. Give each exhibit a tab such as "A", "1" or "12A".',
    "У одного из приложений нет номера. Дайте каждому номер, например «А», «1» или «12А».",
)
REPEATED_TAB = Text(
    "These tabs are used more than once: {tabs}. Give each exhibit its own tab.",
    "Эти номера повторяются: {tabs}. Дайте каждому приложению свой номер.",
)
FIRST_IS_LATE = Text(
    'The first exhibit, "{tab}", cannot be a late one: there is no page before it. Give it an ordinary place.',
    "Первое приложение, «{tab}», не может быть добавленным позже: перед ним нет страниц. Дайте ему обычное место.",
)
VOLUME_TOO_SMALL = Text(
    "A volume of {limit} bytes cannot hold a cover and an index. Write at least {least}.",
    "Том в {limit} байт не вместит даже обложку и перечень. Укажите не меньше {least}.",
)
VOLUME_OVER = Text(
    "{name} has {size} bytes, more than the limit of {limit}: a volume is split only between exhibits, and this one "
    "does not fit. Split the file, or scan it at a lower resolution",
    "{name}: {size} байт, больше предела в {limit}. Том делится только между приложениями, а это не помещается. "
    "Разделите файл или отсканируйте его с меньшим разрешением",
)
CHANGED = Text(
    "A file changed while the bundle was being built. Build it again.",
    "Один из файлов изменился во время сборки. Соберите сборник ещё раз.",
)
OUT_IS_EXHIBIT = Text(
    '"{name}" is one of the exhibits. Write the bundle to another file, so that the exhibit is not overwritten.',
    "«{name}» — одно из приложений. Запишите сборник в другой файл, чтобы не затереть приложение.",
)
NOT_WRITTEN = Text(
    'The bundle could not be written to "{name}" ({reason}). Choose a folder you can write to.',
    "Сборник не удалось записать в «{name}» ({reason}). Выберите папку, в которую можно писать.",
)
NO_FONTS = Text(
    'The font folder "{name}" holds no {wanted}. Name a folder with these font files.',
    "В папке шрифтов «{name}» нет {wanted}. Укажите папку с этими файлами шрифтов.",
)
NOT_TYPESET = Text(
    "The sheets of the bundle could not be set in type: {reason}. This is a fault of the program; please report it.",
    "Листы сборника не удалось набрать: {reason}. Это ошибка программы; сообщите о ней.",
)


PDFA_DONE = Text("{name}: PDF/A-2b, checked", "{name}: PDF/A-2b, проверено")
PDFA_ALTERED = Text(
    "page {page} ({place}) became a picture with its words under it: {why}; SHA-256 of the original file: {sha256}",
    "страница {page} ({place}) стала изображением со словами под ним: {why}; SHA-256 исходного файла: {sha256}",
)
PDFA_STANDING = Text(
    "page {page} ({place}) keeps the bundle from being PDF/A: {why}",
    "страница {page} ({place}) не даёт сборнику стать PDF/A: {why}",
)
PDFA_REFUSED = Text(
    "{name} is not PDF/A; it stays an ordinary PDF. Allow the pages named to become pictures (--pictures), "
    "or replace these files",
    "{name} — не PDF/A; остаётся обычный PDF. Разрешите превратить названные страницы в изображения (--pictures) "
    "или замените эти файлы",
)


PROGRESS_INDEX = Text("Index and numbers", "Перечень и номера")
PROGRESS_SAVE = Text("Writing {pages}", "Запись: {pages}")


@dataclass(frozen=True)
class Fault:
    """Why a file is not in the bundle (printed on its page) and what to do (told to the user only)."""

    reason: Text
    step: Text


MISSING = Fault(
    Text("the file was not found", "файл не найден"),
    Text("Put it back or choose it again.", "Верните его на место или выберите заново."),
)
UNREADABLE = Fault(
    Text("the file could not be read", "файл не читается"),
    Text("Check that you may open it.", "Проверьте, что вы можете его открыть."),
)
EMPTY = Fault(
    Text("the file is empty", "файл пуст"),
    Text("Copy it again from where it came from.", "Скопируйте его заново из источника."),
)
LOCKED = Fault(
    Text("the file is locked with a password", "файл закрыт паролем"),
    Text("Save a copy without the password and add that.", "Сохраните копию без пароля и добавьте её."),
)
DAMAGED = Fault(
    Text("the file is damaged", "файл повреждён"),
    Text("Copy or scan it again.", "Скопируйте или отсканируйте его заново."),
)
NO_PAGES = Fault(
    Text("the file has no pages", "в файле нет страниц"),
    Text("Save it again from the program that made it.", "Сохраните его заново в исходной программе."),
)
PORTFOLIO = Fault(
    Text("the file is a wrapper around other files", "файл — оболочка для других файлов"),
    Text("Take the files out of it and add each one.", "Извлеките из него файлы и добавьте каждый отдельно."),
)
NOT_UTF8 = Fault(
    Text("the text is not in UTF-8", "текст не в кодировке UTF-8"),
    Text("Save it as UTF-8, or as PDF.", "Сохраните его в UTF-8 или в PDF."),
)
TOO_LARGE = Fault(
    Text("the picture is too large", "изображение слишком велико"),
    Text("Save it with fewer pixels, or as PDF.", "Сохраните его с меньшим числом точек или в PDF."),
)
UNSUPPORTED = Fault(
    Text("files of this kind cannot be placed in a bundle", "файлы этого вида нельзя поместить в сборник"),
    Text("Save it as PDF, JPEG or PNG and add that.", "Сохраните его в PDF, JPEG или PNG и добавьте."),
)

REPAIRED = Text(
    "the file was damaged; what could be read is included, compare it with the original",
    "файл был повреждён; включено то, что удалось прочитать, сверьте с оригиналом",
)
DAMAGED_PAGES = Text(
    "damaged pages of the file: {pages}; they may be incomplete, compare them with the original",
    "повреждённые страницы файла: {pages}; они могут быть неполными, сверьте с оригиналом",
)
NO_BOX = Text("pages without a size, taken as Letter: {pages}", "страницы без размера приняты за Letter: {pages}")
CROPPED = Text(
    "cropped pages: {pages}; what lies outside the visible part is still in the file",
    "обрезанные страницы: {pages}; то, что за краем видимой части, осталось в файле",
)
UNLOCKED = Text(
    "the file had restrictions that need no password to open; the bundle does not keep them",
    "у файла были ограничения без пароля на открытие; в сборнике их нет",
)
LAYERS = Text("hidden layers kept hidden: {count}", "скрытые слои оставлены скрытыми: {count}")
SIGNED = Text(
    "electronic signature: its picture, if any, is kept, but it can no longer be verified here; keep the original file",
    "электронная подпись: её изображение, если оно есть, сохранено, но проверить её здесь нельзя; "
    "сохраните исходный файл",
)
FORM = Text(
    "form: what the fields show is now part of the page; the fields are removed",
    "форма: то, что видно в полях, стало частью страницы; сами поля удалены",
)
TYPESET_FIELDS = Text(
    "field values set in type anew, because the file leaves that to the viewer: {count}",
    "значения полей набраны заново, потому что файл оставляет это программе просмотра: {count}",
)
UNDRAWN_FIELDS = Text(
    "field values not drawn on the page: {values}",
    "значения полей, которых нет на странице: {values}",
)
CUT_FIELDS = Text(
    "fields too small for their value, which is cut off on the page: {values}",
    "поля меньше своего значения, на странице оно обрезано: {values}",
)
XFA = Text(
    "the form has a second version (XFA) which only some programs show; it is not included",
    "у формы есть второй вид (XFA), который показывают лишь некоторые программы; он не включён",
)
SCRIPTS = Text("scripts and automatic actions removed: {count}", "удалены сценарии и автоматические действия: {count}")
ATTACHMENTS = Text(
    "attached files left out: {names}; add them as exhibits if they matter",
    "вложенные файлы не включены: {names}; если они важны, добавьте их отдельно",
)
LINKS = Text(
    "links removed (they start a program, open another file or lead nowhere): {count}",
    "удалены ссылки (запускают программу, открывают другой файл или никуда не ведут): {count}",
)
COMMENTS = Text(
    "comments: their marks are kept as part of the page, their words are removed: {count}",
    "комментарии: отметки сохранены как часть страницы, слова удалены: {count}",
)
UNDRAWN_MARKS = Text(
    "marks that the file describes but does not draw, removed: {count}",
    "удалены отметки, которые файл описывает, но не рисует: {count}",
)
MEDIA = Text("sound, video and 3D objects removed: {count}", "удалены звук, видео и объёмные объекты: {count}")
REDACTION = Text(
    "pages marked for redaction where it was never applied: {pages}; the text under the marks can still be read",
    "страницы с неприменённым закрашиванием: {pages}; текст под ним можно прочитать",
)
BOOKMARKS = Text("bookmarks of the file left out: {count}", "закладки файла не включены: {count}")
FIRST_FRAME = Text(
    "a moving picture: only the first of {count} frames is included",
    "движущееся изображение: включён только первый кадр из {count}",
)
ONLY_WORDS = Text(
    "a web page or chat export: its words only, without pictures and layout",
    "веб-страница или выгрузка чата: только слова, без картинок и оформления",
)
RECOGNISED = Text(
    "words recognised by machine and put invisibly under the picture, not checked by a person, on pages: {pages}",
    "слова распознаны машиной и невидимо положены под изображение, человеком не проверены, на страницах: {pages}",
)
POORLY_RECOGNISED = Text("recognised poorly: pages {pages}", "распознано плохо: страницы {pages}")
NO_WORDS = Text(
    "pages that are pictures in which no words could be recognised: {pages}",
    "страницы-изображения, на которых слова не распознаны: {pages}",
)
NO_TESSERACT = Text(
    "pages that are pictures were not recognised: Tesseract with Russian is not installed on this machine",
    "страницы-изображения не распознаны: на этой машине нет Tesseract с русским языком",
)
NOT_RECOGNISED = Text("pages that are pictures were not recognised: {names}", "страницы не распознаны: {names}")
NOT_RECOGNISED_HERE = Text(
    "pages that are pictures were not recognised: on this system it would need a file on disk",
    "страницы-изображения не распознаны: на этой системе для этого нужен файл на диске",
)
PROGRESS_WORDS = Text("Recognising words: {name}", "Распознавание: {name}")
CONTROLS = Text(
    "control characters shown as □: {count}",
    "управляющие знаки показаны как □: {count}",
)
NO_GLYPH = Text(
    "the fonts have no shape for some characters, for example {sample}; they print as empty boxes",
    "в шрифтах нет некоторых знаков, например {sample}; вместо них печатаются пустые рамки",
)


def fill(text: Text, **values: object) -> Text:
    """`text` with its named places filled in both languages."""
    return Text(text.en.format(**values), text.ru.format(**values))


def page_count(number: int, language: Language) -> str:
    """1 page, 2 pages; 1 страница, 2 страницы, 5 страниц."""
    if language is Language.EN:
        return f"{number} {'page' if number == 1 else 'pages'}"
    return f"{number} {plural_ru(number, 'страница', 'страницы', 'страниц')}"


def exhibit_count(number: int, language: Language) -> str:
    """1 exhibit, 2 exhibits; 1 приложение, 2 приложения, 5 приложений."""
    if language is Language.EN:
        return f"{number} {'exhibit' if number == 1 else 'exhibits'}"
    return f"{number} {plural_ru(number, 'приложение', 'приложения', 'приложений')}"


def fill_texts(text: Text, **values: Text) -> Text:
    """`text` with other sentences in its named places."""
    english = {name: value.en for name, value in values.items()}
    return Text(text.en.format(**english), text.ru.format(**{name: value.ru for name, value in values.items()}))


def page_range(first: int | str, last: int | str) -> str:
    """12–20, or 12 when there is one page."""
    return str(first) if first == last else f"{first}–{last}"


def page_list(pages: list[int]) -> str:
    """1, 2, 7 and at most 20 of them, the rest as a count."""
    shown = ", ".join(str(page) for page in pages[:20])
    return shown if len(pages) <= 20 else f"{shown} (+{len(pages) - 20})"
