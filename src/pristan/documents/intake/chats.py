"""Which files of an exported chat only give it its look."""

from __future__ import annotations

from collections.abc import Sequence


def look_of_a_chat(names: Sequence[str]) -> frozenset[str]:
    """Names, with "/" between folders, that only give Telegram's exports their look: styles, scripts, signs, small
    copies of pictures beside the pictures themselves. Where no page of a chat (messages.html) stands, nothing is taken
    for its look but such copies.
    """
    known = frozenset(names)
    roots = [name.removesuffix("messages.html") for name in names if name.rsplit("/", 1)[-1] == "messages.html"]
    styled = {
        name for name in names for root in roots if name.startswith((f"{root}css/", f"{root}js/", f"{root}images/"))
    }
    small = {name for name in names if name.endswith("_thumb.jpg") and name.removesuffix("_thumb.jpg") in known}
    small |= {name for name in names if name.endswith("_thumb.jpg") and name.replace("_thumb.jpg", ".jpg") in known}
    return frozenset(styled | small)
