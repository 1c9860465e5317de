"""The program from outside: it starts, does what the keyboard says, and ends."""

import subprocess

import pytest
from safetensors.numpy import load_file

from densegui.document import Project, example, storage

pytestmark = pytest.mark.journey


def _ended(process):
    try:
        _, errors = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    return process.returncode, errors


def test_it_starts_and_quits(desktop, tmp_path):
    process = desktop.program(tmp_path)
    desktop.xdotool("windowfocus", "--sync", desktop.window("densegui"))
    desktop.xdotool("key", "ctrl+q")
    assert _ended(process) == (0, "")


def test_the_example_is_saved_from_the_keyboard(desktop, tmp_path):
    process = desktop.program(tmp_path)
    desktop.xdotool("windowfocus", "--sync", desktop.window("densegui"))
    desktop.xdotool("key", "ctrl+s")
    desktop.xdotool("windowfocus", "--sync", desktop.window("Save as"))
    target = tmp_path / "my stack.densegui"
    desktop.xdotool("key", "ctrl+a")
    desktop.xdotool("type", "--delay", "15", target)
    desktop.press_until_window("Return", target.name)
    desktop.xdotool("key", "ctrl+q")
    assert _ended(process) == (0, "")
    shapes = {name: tensor.shape for name, tensor in load_file(target).items()}
    assert shapes == {
        "0.weights": (4, 8),
        "0.bias": (8,),
        "1.weights": (8, 6),
        "1.bias": (6,),
        "2.weights": (6, 1),
        "2.bias": (1,),
    }


def test_a_project_is_opened_from_the_command_line(desktop, tmp_path):
    path = tmp_path / "내 모델.densegui"
    storage.save(path, Project(example(), None))
    process = desktop.program(tmp_path, path)
    desktop.xdotool("windowfocus", "--sync", desktop.window("내 모델"))
    desktop.xdotool("key", "ctrl+q")
    assert _ended(process) == (0, "")
