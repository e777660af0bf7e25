"""The index of words, kept in step with the pages, and the log that is only added to."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_INDEX = """
CREATE VIRTUAL TABLE storage_words USING fts5(
  stems, lemmas, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
)
"""
_PAGE_GONE = """
CREATE TRIGGER storage_page_gone AFTER DELETE ON storage_pagerow BEGIN
  DELETE FROM storage_words WHERE rowid = old.id;
END
"""
_NO_UPDATE = """
CREATE TRIGGER storage_log_kept BEFORE UPDATE ON storage_logrow BEGIN
  SELECT RAISE(ABORT, 'the log is only added to');
END
"""
_NO_DELETE = """
CREATE TRIGGER storage_log_whole BEFORE DELETE ON storage_logrow BEGIN
  SELECT RAISE(ABORT, 'the log is only added to');
END
"""


class Migration(migrations.Migration):
    """What Django's models cannot say."""

    dependencies: ClassVar = [("storage", "0001_first")]
    operations: ClassVar = [
        migrations.RunSQL(_INDEX, "DROP TABLE storage_words"),
        migrations.RunSQL(_PAGE_GONE, "DROP TRIGGER storage_page_gone"),
        migrations.RunSQL(_NO_UPDATE, "DROP TRIGGER storage_log_kept"),
        migrations.RunSQL(_NO_DELETE, "DROP TRIGGER storage_log_whole"),
    ]
