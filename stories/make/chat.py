"""Chat exports in the shape Telegram Desktop gives them: `messages.html` or `result.json`, from one TOML source.

Source layout: `chat`, `owner`, `id`, `utc` (offset such as "+03:00"), `first_id`, `people` (name to id), and
`[[message]]` with `at`, `from`, `text` and, if a picture was sent, `photo`. Persons and messages are invented.
"""

import json
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

# the export writes month names in English
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DEMO_MARK = "Pristan · учебный экземпляр: лица и события вымышлены"


def read_chat(path: Path) -> dict[str, Any]:
    """The chat source as a mapping; raises tomllib.TOMLDecodeError with the line when it is not TOML."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def as_html(chat: Mapping[str, Any]) -> bytes:
    """The chat as one `messages.html`, style sheet inside, no script."""
    loader = FileSystemLoader(Path(__file__).parent)
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("chat.html.j2")
    return (template.render(chat=chat["chat"], messages=_rows(chat)) + "\n").encode("utf-8")


def as_json(chat: Mapping[str, Any]) -> bytes:
    """The chat as `result.json`: ids, local dates, unix dates, senders and plain text."""
    messages = [_json_message(chat, number, entry) for number, entry in enumerate(chat["message"], chat["first_id"])]
    data = {"name": chat["chat"], "type": "personal_chat", "id": chat["id"], "about": DEMO_MARK, "messages": messages}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _rows(chat: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One row per message; consecutive messages of one sender on one day are `joined`, as the export writes them."""
    rows: list[dict[str, Any]] = []
    day, sender, days = "", "", 0
    for number, entry in enumerate(chat["message"], chat["first_id"]):
        when = datetime.fromisoformat(entry["at"])
        label = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
        new_day = label != day
        days += new_day
        rows.append(
            {
                "number": number,
                "new_day": label if new_day else "",
                "day_number": days,
                "joined": not new_day and entry["from"] == sender,
                "own": entry["from"] == chat["owner"],
                "sender": entry["from"],
                "title": f"{when:%d.%m.%Y %H:%M:%S} UTC{chat['utc']}",
                "clock": f"{when:%H:%M}",
                "photo": entry.get("photo", ""),
                "text": entry.get("text", ""),
            }
        )
        day, sender = label, entry["from"]
    return rows


def _json_message(chat: Mapping[str, Any], number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    when = datetime.fromisoformat(entry["at"] + chat["utc"])
    text = entry.get("text", "")
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
    message["text"] = text
    message["text_entities"] = [{"type": "plain", "text": text}] if text else []
    return message
