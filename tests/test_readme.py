"""The README keeps its word: two commands, a script that needs no Qt, a picture of the window."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_TEXT = (_ROOT / "README.md").read_text(encoding="utf-8")


def test_quick_start_has_exactly_two_commands():
    fences = re.findall(r"^```\w*\n(.*?)^```", _TEXT, re.MULTILINE | re.DOTALL)
    assert [text.count("\n") for text in fences] == [1, 1]
    assert fences[0].rstrip().endswith("app.py")
    assert fences[1].rstrip().endswith("pytest")


def test_the_script_runs_without_qt():
    lines = _TEXT.split("## From a script")[1].split("\n## ")[0]
    code = textwrap.dedent("\n".join(re.findall(r"^(?:    .*|)$", lines, re.MULTILINE)))
    forbid = "import sys\nsys.modules.update(dict.fromkeys(('PySide6', 'shiboken6', 'pyqtgraph')))\n"
    checks = "\nassert y.shape == (150, 1)\nassert len(result.layers) == 3\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", forbid + code + checks],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "101" in done.stdout  # the parameters of 4 → 8 → 6 → 1
    assert "-0.2" in done.stdout  # leaky_relu(−1) with α = 0.2


def test_every_file_it_names_is_there():
    for name in re.findall(r"\]\(([^)]+)\)|`((?:resources|densegui|benchmarks|\.ci)/[\w/.]*)`", _TEXT):
        assert (_ROOT / (name[0] or name[1])).exists(), name
