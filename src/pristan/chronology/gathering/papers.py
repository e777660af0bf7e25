"""The dates that papers bear, the days on which they reached the person, and the days on which accounts were given."""

from __future__ import annotations

from pristan.chronology.gathering.ledger import Ledger
from pristan.chronology.gathering.setting import Setting
from pristan.chronology.network import in_order
from pristan.chronology.sources import Source

_ROLE = "paper_date"


def claim_papers(setting: Setting, ledger: Ledger) -> None:
    """Claims `exhibit:ID`, `received:ID` and `account:ID`. A translation bears the date of its original."""
    for name, exhibit in setting.case.exhibits.items():
        source = Source(name, None, None, None, False)
        if exhibit.date is not None and exhibit.translation_of is None:
            owner, made = f"exhibit:{name}", setting.made_at(name)
            ledger.claim(owner, setting.made.get(name, ""), source)
            point = setting.local(made) if name in setting.made else made
            ledger.window(owner, point, point, exhibit.date, role=_ROLE, spread=_spread(setting, name, None))
        if exhibit.received is not None:
            owner, received = f"received:{name}", setting.received_at(name)
            ledger.claim(owner, setting.received.get(name, ""), source)
            point = setting.local(received) if name in setting.received else received
            ledger.window(owner, point, point, exhibit.received, role=_ROLE)
        if exhibit.date is not None and (exhibit.received is not None or name in setting.received):
            ledger.hold_always(in_order(setting.made_at(name), setting.received_at(name), role=_ROLE))
    for name, account in setting.case.accounts.accounts.items():
        if account.date is not None:
            owner, told = f"account:{name}", f"told:{name}"
            ledger.claim(owner, "", Source(account.exhibit, name, None, None, True))
            ledger.window(owner, told, told, account.date, role=_ROLE, spread=_spread(setting, None, name))


def _spread(setting: Setting, exhibit: str | None, account: str | None) -> tuple[int, int]:
    """How far the day of a source may begin and end beside the day of the case, by the zones of what it tells."""
    own = (one.about for one in setting.statements.values() if (one.exhibit, one.account) == (exhibit, account))
    found = [apart for event in set(own) if (apart := setting.zones.apart(event)) is not None]
    return (0, 0) if not found else (-max(high for _, high in found), -min(low for low, _ in found))
