"""What a person is writing and has not adopted: overwritten in place, without history."""

from __future__ import annotations

from datetime import UTC, datetime

from pristan.storage.models import DraftRow


def draft(case_id: str, key: str) -> str | None:
    """What was written under `key`, or None."""
    row = DraftRow.objects.filter(case_id=case_id, key=key).first()
    return None if row is None else str(row.text)


def keep_draft(case_id: str, key: str, text: str) -> None:
    """Keep it in place of the last; an empty one is removed."""
    if not text:
        DraftRow.objects.filter(case_id=case_id, key=key).delete()
        return
    DraftRow.objects.update_or_create(case_id=case_id, key=key, defaults={"text": text, "at": datetime.now(UTC)})
