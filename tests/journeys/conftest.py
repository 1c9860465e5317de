"""Journeys need a real X server: they say clearly when they are not run, and CI requires them."""

import os

import pytest
from helpers.desktop import Desktop, missing_tools

_NOT_RUN = (
    "Journeys in a real X server were NOT run: {tools} not found (Debian: apt install xvfb openbox xdotool)."
)


def pytest_collection_modifyitems(config, items):
    missing = missing_tools()
    if not missing:
        return
    if os.environ.get("DENSEGUI_JOURNEYS") == "required":
        raise pytest.UsageError(_NOT_RUN.format(tools=", ".join(missing)))
    journeys = [item for item in items if item.get_closest_marker("journey")]
    config.hook.pytest_deselected(items=journeys)
    items[:] = [item for item in items if item not in journeys]
    config.stash[_TOLD] = _NOT_RUN.format(tools=", ".join(missing))


_TOLD = pytest.StashKey[str]()


def pytest_terminal_summary(terminalreporter, config):
    told = config.stash.get(_TOLD, "")
    if told:
        terminalreporter.section("journeys")
        terminalreporter.line(told, yellow=True, bold=True)


@pytest.fixture(scope="session")
def desktop():
    with Desktop() as running:
        yield running
