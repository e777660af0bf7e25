"""The rows of the vault. All of them stand in the encrypted database; nothing outside it names a case or a file."""

from __future__ import annotations

import os
from typing import ClassVar

from django.db import models


def new_key() -> str:
    """A random name that says nothing."""
    return os.urandom(8).hex()


class CaseRow(models.Model):
    """One case: its text as written, and what the list of cases shows of it."""

    id = models.CharField(primary_key=True, max_length=16, default=new_key)
    name = models.CharField(max_length=200, unique=True)  # the id that stands in the case file, or one given on import
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)
    title_en = models.TextField(default="")
    title_ru = models.TextField(default="")
    persons = models.JSONField(default=list)  # [{en, ru, role}]
    language = models.CharField(max_length=8, default="")
    exhibits = models.PositiveIntegerField(default=0)
    fault = models.TextField(default="")  # why it does not read, if it does not
    summary = models.JSONField(null=True)
    summary_version = models.PositiveIntegerField(null=True)
    next_deadline = models.DateField(null=True, db_index=True)


class FileRow(models.Model):
    """A file of a case: where it lies encrypted, and the key that is its alone."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="files")
    name = models.TextField()
    stored = models.CharField(max_length=32, unique=True)
    key = models.BinaryField()
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "name"], name="one_file_of_a_name")]


class LineRow(models.Model):
    """A line of a log that belongs to a case: custody, declined proposals."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="lines")
    log = models.TextField()
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "log", "number"], name="one_line_of_a_number")]


class DraftRow(models.Model):
    """What a person is writing and has not adopted. Overwritten in place; no history."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="drafts")
    key = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "key"], name="one_draft_of_a_key")]


class HistoryRow(models.Model):
    """An adopted entry that was changed or taken out: what it was, who changed it, when and why."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="history")
    kind = models.CharField(max_length=40)  # fact, event, statement, ...
    key = models.JSONField()
    old = models.JSONField()
    new = models.JSONField(null=True)
    at = models.DateTimeField()
    who = models.TextField()
    why = models.TextField(default="")


class LogRow(models.Model):
    """One thing that happened. Only ever added to: a trigger refuses changes."""

    at = models.DateTimeField()
    case = models.CharField(max_length=16, default="", db_index=True)  # stays when the case is gone, says nothing then
    who = models.TextField()
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)


class PageRow(models.Model):
    """The text of one page of a file, as it was read; its words are in the index under the same number."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="pages")
    file = models.TextField()
    number = models.PositiveIntegerField()
    text = models.TextField()
    recognised = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "file", "number"], name="one_page_of_a_number")
        ]


class JobRow(models.Model):
    """A piece of long work: who holds it until when, how far it is, what came of it."""

    key = models.CharField(max_length=64, unique=True)  # of what is to be done, by content
    kind = models.CharField(max_length=40)
    case = models.CharField(max_length=16, db_index=True)
    given = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="waiting", db_index=True)  # waiting running done failed cancelled
    token = models.PositiveIntegerField(default=0)  # raised with each claim: an older holder may not write
    tries = models.PositiveIntegerField(default=0)
    leased_until = models.FloatField(default=0)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    step = models.TextField(default="")
    result = models.JSONField(null=True)
    fault = models.JSONField(null=True)  # {en, ru}
