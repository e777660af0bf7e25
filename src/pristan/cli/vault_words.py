"""What `pristan vault` says, in both languages."""

from __future__ import annotations

from pristan.kernel.language import Text

MADE = Text(
    "The vault is in {folder}. A lost passphrase cannot be recovered, by anyone; `pristan vault recovery` makes a "
    "sheet to print, if you want one.",
    "Хранилище в папке {folder}. Забытую фразу не восстановит никто; `pristan vault recovery` создаст лист для печати, "
    "если он вам нужен.",
)
OPENS = Text(
    "It opens. Cases: {count}. Each command asks for the passphrase and locks again when it ends; to stay with a case, "
    "use `pristan serve`.",
    "Открывается. Дел: {count}. Каждая команда спрашивает фразу и в конце снова закрывает; чтобы остаться в деле, "
    "откройте `pristan serve`.",
)
NEW_NEEDED = Text("Give it a new passphrase now.", "Задайте теперь новую фразу.")
LOCKED = Text(
    "Nothing is open between commands. The workbench locks by its Hide button, or when it has not been used for a "
    "while.",
    "Между командами ничего не открыто. Рабочее место закрывается кнопкой «Скрыть» или само, если им не пользуются.",
)
EMPTY = Text("There is no case in the vault.", "В хранилище нет дел.")
CHANGED = Text(
    "The passphrase is changed. No data was rewritten: whoever kept an older copy of vault.json opens that copy "
    "with the older phrase. If the old phrase became known to others, make a new vault and move the cases.",
    "Фраза изменена. Данные не переписывались: у кого есть прежняя копия vault.json, откроет её прежней фразой. Если "
    "прежняя фраза стала известна другим, создайте новое хранилище и перенесите дела.",
)
SHEET = Text(
    "The sheet is in {file}, in clear. Print it, then delete the file. The code is shown nowhere else.",
    "Лист в файле {file}, он не зашифрован. Распечатайте его и удалите файл. Больше код нигде не показывается.",
)
CODE = Text(
    "Write it down; it is kept nowhere. A code made before is void.",
    "Запишите его: он нигде не хранится. Прежний код больше не действует.",
)
NO_CODE = Text("The recovery code is void.", "Код восстановления больше не действует.")
BACKED_UP = Text(
    "{file}: {cases} cases, {files} files, {megabytes} MB. Verified by a trial restore. It opens with today's "
    "passphrase.",
    "{file}: дел {cases}, файлов {files}, {megabytes} МБ. Проверено пробным восстановлением. Открывается сегодняшней "
    "фразой.",
)
RESTORED = Text(
    "Restored into {folder}: {cases} cases, {files} files.", "Восстановлено в {folder}: дел {cases}, файлов {files}."
)
EXPORTED = Text(
    "{file}: {kilobytes} KB, encrypted. Tell the other person the passphrase in another way than the file.",
    "{file}: {kilobytes} КБ, зашифровано. Фразу сообщите другим путём, не тем, которым передаёте файл.",
)
EXPORTED_CLEAR = Text(
    "{count} files in {folder}, in clear. Whoever holds the device can read them. To remove them: delete the "
    "folder; an SSD may keep remains.",
    "Файлов: {count}, в папке {folder}, не зашифрованы. Их прочтёт любой, у кого устройство. Чтобы убрать, удалите "
    "папку; на SSD могут остаться следы.",
)
IMPORTED = Text("The case is in the vault: {name}", "Дело в хранилище: {name}")
ERASE = Text(
    "The folder {folder} still holds everything in clear. Erase what was brought in?",
    "В папке {folder} всё ещё лежит открыто. Стереть то, что внесено?",
)
ERASED = Text(
    "Erased. An SSD, a backup program or a synchronised folder may keep remains.",
    "Стёрто. На SSD, в резервных копиях и в синхронизируемых папках могут остаться следы.",
)
KEPT = Text("The folder stays as it is: {folder}", "Папка осталась как есть: {folder}")
LEFT = Text("Not of the vault, left alone: {path}", "Не из хранилища, не тронуто: {path}")
TYPE_NAME = Text(
    'This destroys the vault for ever. Type the name of its folder, "{name}", to go on',
    "Хранилище будет уничтожено навсегда. Чтобы продолжить, введите имя его папки: «{name}»",
)
NOT_WIPED = Text("The name differs. Nothing was touched.", "Имя не совпало. Ничего не тронуто.")
NOT_OPENED = Text(
    "This is not its passphrase. Nothing was touched. If it is lost, add --lost.",
    "Это не его парольная фраза. Ничего не тронуто. Если она утрачена, добавьте --lost.",
)
WIPED = Text("The vault is gone: the keys first, then the files.", "Хранилища больше нет: сначала ключи, потом файлы.")
DELETED = Text(
    "The case is deleted for ever. The log keeps only that it was done.",
    "Дело удалено навсегда. В журнале осталась только отметка об удалении.",
)
DELETE = Text('Delete the case "{name}" for ever?', "Удалить дело «{name}» навсегда?")
NOT_FOUND = Text("No page holds all these words.", "Ни на одной странице нет всех этих слов.")
RECOGNISED = Text("recognised, compare with the paper", "распознано, сверьте с бумагой")
