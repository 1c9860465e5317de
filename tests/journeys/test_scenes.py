"""Scenes: a person's way through the program with the real mouse and keyboard."""

import pytest

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("name", ["mouse", "mouse_alone", "keyboard", "own_data", "drop_file"])
def test_scene(name, desktop, tmp_path):
    done = desktop.scene(name, tmp_path)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert done.stdout.strip() == "done"
