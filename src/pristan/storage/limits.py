"""What the vault does not protect against, in plain words for the pages. The whole list: docs/vault.md."""

from __future__ import annotations

from pristan.kernel.language import Text

LIMITS = (
    Text(
        "While it is open, the system may write parts of memory to the disk (swap, hibernation). Encrypt the whole "
        "disk and switch hibernation off.",
        "Пока хранилище открыто, система может записать часть памяти на диск (файл подкачки, гибернация). Зашифруйте "
        "весь диск и отключите гибернацию.",
    ),
    Text(
        "An SSD or a memory card may keep older copies of what was deleted. What was encrypted stays unreadable "
        "without its key; a folder that lay in clear may leave remains.",
        "SSD или карта памяти может хранить прежние копии удалённого. Зашифрованное без ключа не прочесть; от папки, "
        "которая лежала открыто, могут остаться следы.",
    ),
    Text(
        "What you take out is in clear: files the browser downloaded, printed pages, folders written out. Copies made "
        "by backup or synchronising programs are out of our reach.",
        "Всё, что вы выносите, не зашифровано: загрузки браузера, распечатки, выгруженные папки. До копий, которые "
        "делают программы резервного копирования и облака, нам не дотянуться.",
    ),
    Text(
        "Whoever sits at the open vault, or runs a program in your name, reads it. Lock it when you leave.",
        "Кто сидит за открытым хранилищем или запускает программы от вашего имени, тот его читает. Уходя, закрывайте.",
    ),
    Text(
        "From outside it shows that there is a vault, how many papers it holds, how long each is, and when something "
        "was last written.",
        "Снаружи видно, что хранилище есть, сколько в нём бумаг, какой они длины и когда в последний раз что-то "
        "записано.",
    ),
    Text(
        "Someone who can force you to say the passphrase can open it. There is no second, hidden vault.",
        "Тот, кто заставит вас назвать фразу, откроет его. Второго, скрытого хранилища нет.",
    ),
)
