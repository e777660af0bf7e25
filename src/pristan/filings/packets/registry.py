"""The names that a profile may use: of the documents that can be made, and of the checks with their arguments."""

from __future__ import annotations

from collections.abc import Mapping

DOCUMENTS = (
    "cover",
    "declaration",
    "submission",
    "country_schedule",
    "list_of_documents",
    "answers",
    "certificate",
)
CHECKS: Mapping[str, tuple[str, ...]] = {
    "part_present": ("part",),
    "signed": ("part",),
    "pages_at_most": ("part", "most"),
    "size_at_most": ("megabytes",),
    "pdfa": (),
    "paper": ("paper",),
    "type_at_least": ("points", "spacing"),
    "fields_given": ("fields",),
    "in_language": ("parts",),
    "exhibits_translated": (),
    "translations_certified": (),
    "statement_ready": (),
    "read_back": (),
    "words_in": ("part", "words"),
    "exhibits_at_most": ("most",),
    "numbered": (),
    "bookmarked": (),
    "tabs": ("style",),
    "in_order": ("parts",),
    "listed": (),
}
