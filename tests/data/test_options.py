"""Options of readers: kept in the source, checked wherever they come from, and the same rows again."""

import subprocess
import sys

import numpy as np
import pytest

from densegui.data import DataError, finish, from_json, load, restoring, to_json
from densegui.data.options import OPTIONS, checked, is_below


def described(**options):
    parameters = {"path": "/data/x", **options}
    return to_json(from_json({"kind": "file", "parameters": parameters, "steps": []}))["parameters"]


SOUND = {
    "member": "x_train",
    "labels": "y",
    "size": [28, 20],
    "channels": 3,
    "files": ["a.png", "b/c.png"],
    "part": "test",
}


class TestChecks:
    def test_lists_of_a_project_become_what_readers_take(self):
        assert {name: checked({name: value})[name] for name, value in SOUND.items()} == {
            **SOUND,
            "size": (28, 20),
            "files": ("a.png", "b/c.png"),
        }

    @pytest.mark.parametrize("name", sorted(SOUND))
    @pytest.mark.parametrize(
        "value",
        [None, True, 0, 1.5, "", "x" * 2000, [], {}, [None], [[]], ["a", 1], [0, 1], [10**30, 1], b"x"],
    )
    def test_other_values(self, name, value):
        with pytest.raises(ValueError, match=f"^{name} must be .*, got "):
            checked({name: value})

    def test_an_option_that_does_not_exist(self):
        with pytest.raises(TypeError, match="there is no option 'colour'; the options are member, labels"):
            checked({"colour": True})

    @pytest.mark.parametrize("name", ["a.png", "a/b.png", "a..b.png", "..a", " ", "가.png"])
    def test_names_inside(self, name):
        assert is_below(name)

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "/a",
            "\\a",
            "..",
            "../a",
            "a/../../b",
            "a\\..\\b",
            "C:a",
            "c:\\a",
            "//host/a",
            "\\\\host\\a",
            "a\0",
        ],
    )
    def test_names_outside(self, name):
        assert not is_below(name)


class TestProjects:
    @pytest.mark.parametrize("name", sorted(SOUND))
    def test_damaged_descriptions(self, name):
        for value in (None, 7.5, {"a": 1}, "", ["../../etc/passwd", "/etc/passwd"]):
            with pytest.raises(DataError, match=f"in the project is damaged: {name} must be"):
                from_json({"kind": "file", "parameters": {"path": "/x", name: value}, "steps": []})

    def test_kept_in_projects(self):
        assert described(**SOUND) == {"path": "/data/x", **checked(SOUND)}
        assert sorted(SOUND) == sorted(name for name in OPTIONS if name in SOUND)

    def test_a_file_that_is_of_another_kind_now(self, tmp_path):
        np.savez(tmp_path / "x.npz", a=np.zeros((3, 2)), b=np.ones((4, 2)))
        source = load(tmp_path / "x.npz", member="b").source
        assert finish(restoring(source)).x.tolist() == [[1, 1]] * 4
        np.save(tmp_path / "x.npy", np.zeros((3, 2)))
        (tmp_path / "x.npy").replace(tmp_path / "x.npz")
        with pytest.raises(DataError, match=r"x\.npz: the option member was given, .* no such choice"):
            finish(restoring(source))

    def test_a_member_that_is_gone(self, tmp_path):
        np.savez(tmp_path / "x.npz", a=np.zeros((3, 2)))
        source = load(tmp_path / "x.npz", member="a").source
        np.savez(tmp_path / "x.npz", c=np.zeros((3, 2)))
        with pytest.raises(DataError, match=r'x\.npz holds no array "a"\. Choose one of its arrays: "c"'):
            finish(restoring(source))


def test_what_is_not_read_is_not_imported(tmp_path):
    """The window starts without libraries that pictures and archives need."""
    np.save(tmp_path / "x.npy", np.zeros((3, 2)))
    program = """
import sys
from densegui.data import load
load(sys.argv[1])
assert not {"PIL", "tarfile", "zipfile", "pickletools"} & set(sys.modules), sorted(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "x.npy")], check=True, timeout=60)
