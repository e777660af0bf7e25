"""Chat exports in the shape Telegram Desktop gives them: `messages.html` or `result.json`, from one TOML source.

Source layout: `chat`, `owner`, `utc` (offset such as "+03:00"), `exported`, and `[[message]]` with `at`, `from`,
`text`, or `photo`. Persons and messages are invented.
"""

import html
import itertools
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # noqa: E501 - the export writes the months in English
STYLE = (
    "body{margin:0;font:14px/20px 'Open Sans',Arial,sans-serif;color:#000;background:#fff}"
    ".page_header{border-bottom:1px solid #e3e6e8;padding:10px 24px;font-weight:700}"
    ".history{width:480px;margin:0 auto;padding:16px 0}.message{margin:0 -10px;padding:10px}"
    ".clearfix:after{content:'';display:block;clear:both}.pull_left{float:left}.pull_right{float:right}"
    ".userpic{width:42px;height:42px;border-radius:50%;background:#6cb4ee;color:#fff;line-height:42px;"
    "text-align:center;margin-right:16px}.userpic2{background:#e48f5d}.service{text-align:center;color:#70777b}"
    ".body{margin-left:58px}.from_name{color:#3892db;font-weight:700;padding-bottom:5px}.date{color:#70777b;"
    "font-size:12px}.joined .userpic_wrap{display:none}.note{color:#999;font-size:10px;text-align:right}"
)


def read_chat(path: Path) -> dict[str, Any]:
    """The chat source as a mapping; raises tomllib.TOMLDecodeError with the line when it is not TOML."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def as_html(chat: Mapping[str, Any]) -> bytes:
    """The chat as one `messages.html`, style sheet inside, no script."""
    body = "".join(_html_parts(chat))
    page = (
        '<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n'
        f"  <style>{STYLE}</style>\n </head>\n <body>\n"
        f'  <div class="page_wrap">\n   <div class="page_header">\n    <div class="content">\n     <div class="text bold">\n'
        f'{html.escape(chat["chat"])}\n     </div>\n    </div>\n   </div>\n   <div class="page_body chat_page">\n'
        f'    <div class="history">\n{body}    </div>\n   </div>\n'
        '   <div class="note">Pristan · учебный экземпляр: лица и события вымышлены</div>\n  </div>\n </body>\n</html>\n'
    )
    return page.encode("utf-8")


def as_json(chat: Mapping[str, Any]) -> bytes:
    """The chat as `result.json`: ids, local dates, unix dates, senders and plain text."""
    messages = [_json_message(chat, number, entry) for number, entry in _numbered(chat)]
    data = {
        "name": chat["chat"],
        "type": "personal_chat",
        "id": chat["id"],
        "about": "Pristan · учебный экземпляр: лица и события вымышлены",
        "messages": messages,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _numbered(chat: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return zip(itertools.count(chat.get("first_id", 1001)), chat["message"], strict=False)


def _html_parts(chat: Mapping[str, Any]) -> Iterator[str]:
    day, sender = "", ""
    for number, entry in _numbered(chat):
        when = datetime.fromisoformat(entry["at"])
        label = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
        if label != day:
            yield _html_service(label)
            day, sender = label, ""
        yield _html_message(chat, number, entry, when, joined=entry["from"] == sender)
        sender = entry["from"]


def _html_service(label: str) -> str:
    return f'     <div class="message service" id="message-1">\n      <div class="body details">\n{label}\n      </div>\n     </div>\n'


def _html_message(chat: Mapping[str, Any], number: int, entry: Mapping[str, Any], when: datetime, *, joined: bool) -> str:
    title = f"{when:%d.%m.%Y %H:%M:%S} UTC{chat['utc']}"
    name = html.escape(entry["from"])
    tone = "" if entry["from"] == chat["owner"] else " userpic2"
    head = (
        f'      <div class="pull_left userpic_wrap">\n       <div class="userpic{tone}">{name[0]}</div>\n      </div>\n'
        if not joined
        else ""
    )
    by = f'       <div class="from_name">\n{name}\n       </div>\n' if not joined else ""
    media = (
        f'       <div class="media_wrap clearfix">\n        <div class="media_photo">{html.escape(entry["photo"])}</div>\n       </div>\n'
        if "photo" in entry
        else ""
    )
    text = f'       <div class="text">\n{html.escape(entry["text"])}\n       </div>\n' if entry.get("text") else ""
    return (
        f'     <div class="message default clearfix{" joined" if joined else ""}" id="message{number}">\n{head}'
        f'      <div class="body">\n       <div class="pull_right date details" title="{title}">\n{when:%H:%M}\n       </div>\n'
        f"{by}{media}{text}      </div>\n     </div>\n"
    )


def _json_message(chat: Mapping[str, Any], number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    when = datetime.fromisoformat(entry["at"] + chat["utc"])
    message: dict[str, Any] = {
        "id": number,
        "type": "message",
        "date": entry["at"],
        "date_unixtime": str(int(when.astimezone(UTC).timestamp())),
        "from": entry["from"],
        "from_id": chat["people"][entry["from"]],
    }
    if "photo" in entry:
        message["photo"] = entry["photo"]
    text = entry.get("text", "")
    message["text"] = text
    message["text_entities"] = [{"type": "plain", "text": text}] if text else []
    return message
