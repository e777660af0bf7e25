"""What Django needs to know to use the vault; the settings of the web application take these names over."""

from __future__ import annotations

import os
from typing import Any

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "pristan.storage.backend",
        "NAME": "vault",  # the file is that of the vault which is open: see session
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 30},  # seconds to wait for another process
    }
}
INSTALLED_APP = "pristan.storage"


def prepare() -> None:
    """Set Django up for storage alone, unless settings are named (the web application's) or already in use."""
    import django
    from django.apps import apps
    from django.conf import settings

    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(DATABASES=DATABASES, INSTALLED_APPS=[INSTALLED_APP], USE_TZ=True, TIME_ZONE="UTC")
    if not apps.ready:
        django.setup()
