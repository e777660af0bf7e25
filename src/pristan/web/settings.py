"""Django's settings for the workbench: one person, one computer, loopback only, nothing kept outside the vault.

Sessions live in the memory of this process and end with it. What a run brings with it (where the cases are, the launch
token, the day) is a `Workbench`, not a setting.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from pristan.storage.settings import DATABASES as DATABASES
from pristan.storage.settings import INSTALLED_APP

HERE = Path(__file__).parent

SECRET_KEY = secrets.token_urlsafe(64)  # new at every start: nothing signed outlives the process
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "pristan.web.urls"
WSGI_APPLICATION = None
INSTALLED_APPS = [INSTALLED_APP]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "pristan.web.headers.PrivacyHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pristan.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pristan.web.errors.FaultsAsSentences",
    "pristan.web.gate.Gate",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "layout", HERE / "pages"],
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "pristan.web.marks", "pristan.web.frame"],
            "context_processors": ["django.template.context_processors.csrf"],
        },
    }
]

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "sessions"}}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_NAME = "s"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "pristan.web.errors.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" makes browsers send `Origin: null` with our own forms
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
APPEND_SLASH = False

# `check --deploy` asks for these three; each needs TLS, which a server that only this computer can reach does not have.
SILENCED_SYSTEM_CHECKS = [
    "security.W004",  # HSTS
    "security.W008",  # redirect to https
    "security.W011",  # session cookie over https only
]

USE_I18N = True
USE_TZ = True
TIME_ZONE = None  # a name here would become the zone of the whole process: the hours of this computer stay its own
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский")]
LOCALE_PATHS: list[Path] = []  # our Russian is read by `words.py` from beside each page

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 200 * 2**20  # bytes held in memory: an upload must not reach a temporary file in clear
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"discreet": {"()": "pristan.web.errors.DiscreetFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "ERROR"},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
