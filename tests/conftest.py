"""Skips are counted; with PRISTAN_NO_SKIPS set (continuous integration), any skip fails the run."""

from __future__ import annotations

import os

import pytest


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
