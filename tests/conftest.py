"""Skips are counted; with PRISTAN_NO_SKIPS set (continuous integration), any skip fails the run."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

# How long a busy machine takes for an example is no finding.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

# Tests read the law that ships, whatever the user of this machine has installed: set before any module is imported.
os.environ["DJANGO_SETTINGS_MODULE"] = "pristan.web.settings"  # one process may test the vault and the pages over it
os.environ["PRISTAN_HOME"] = tempfile.mkdtemp(prefix="pristan-tests-")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("PRISTAN_NO_SKIPS"):
        return
    skipped = reporter.stats.get("skipped", [])
    if skipped and exitstatus == 0:
        reporter.write_line(
            f"{len(skipped)} tests were skipped, and none may be here: install what they name.", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
