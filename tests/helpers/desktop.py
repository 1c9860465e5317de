"""A real X server with a window manager, and a hand on its mouse and keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool")


def missing_tools():
    """The programs a journey needs that this machine does not have."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Desktop:
    """An Xvfb of its own with openbox; as a context manager it takes both down again."""

    def __init__(self, size="1366x768"):
        self._size = size
        self._processes = []
        self.environment = {}

    def __enter__(self):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"]
        self._start(command, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self._start(["openbox", "--sm-disable"], env=self.environment)
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.terminate()
            process.wait(timeout=10)

    def program(self, home, *arguments):
        """Starts densegui with settings of its own in ``home``."""
        chosen = os.environ.get("DENSEGUI_PROGRAM")
        command = [chosen] if chosen else [sys.executable, str(ROOT / "app.py")]
        environment = self.environment | {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        return subprocess.Popen(
            [*command, *map(str, arguments)], env=environment, cwd=home, stderr=subprocess.PIPE, text=True
        )

    def scene(self, name, home):
        """Runs a scene to its end; it drives the window from inside, with the real mouse and keyboard."""
        environment = self.environment | {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
        command = [sys.executable, "-W", "error", str(ROOT / "tests" / "journeys" / "scenes" / f"{name}.py")]
        return subprocess.run(
            command, env=environment, cwd=home, capture_output=True, text=True, timeout=90, check=False
        )

    def xdotool(self, *arguments):
        """Runs xdotool and returns what it prints."""
        done = self._run(*arguments)
        done.check_returncode()
        return done.stdout.strip()

    def window(self, title):
        """Waits for a visible window with this in its title and returns its number."""
        return self.xdotool("search", "--sync", "--onlyvisible", "--name", title).split()[0]

    def press_until_window(self, key, title):
        """Presses a key, again if need be, until a window has this title.

        In Qt's file dialog the first Return may only close the list of completions.
        """
        for _ in range(5):
            self.xdotool("key", key)
            for _ in range(20):
                found = self._run("search", "--onlyvisible", "--name", title)
                if found.returncode == 0:
                    return found.stdout.split()[0]
                self._run("sleep", "0.1")
        raise AssertionError(f"{key} brought no window with the title {title!r}")

    def _run(self, *arguments):
        command = ["xdotool", *map(str, arguments)]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=30, check=False
        )

    def _start(self, command, **options):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._processes.append(subprocess.Popen(command, **quiet, **options))
