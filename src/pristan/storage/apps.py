"""Storage as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """The rows of the vault."""

    name = "pristan.storage"
    label = "storage"
    default_auto_field = "django.db.models.BigAutoField"
