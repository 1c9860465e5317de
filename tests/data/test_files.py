"""Files: told by what they hold; what the system refuses becomes a sentence."""

import errno
import io
import os
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

from densegui.data import DataError, load, reading


def zipped():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


class TestContent:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"GIF89a\x01\x00\x01\x00", "a GIF picture"),
            (b"%PDF-1.7\n1 0 obj", "a PDF document"),
            (b"PAR1\x15\x04\x15", "the Parquet table has no end"),
            (b"\x1f\x8b\x08\x00", "a gzip archive"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Excel"),
            (zipped(), "a sound workbook .* found one that is damaged"),
            (pickle.dumps([1, 2]), "a Python pickle, which is never read"),
            (bytes(range(256)), "bytes that are not text"),
        ],
    )
    def test_foreign_files_named_csv(self, read, content, words):
        with pytest.raises(DataError, match=f"table.csv.*{words}"):
            read(content)

    def test_names_that_begin_like_a_picture(self, read):
        assert read("BMI,age\n22.5,31\n").feature_names == ("BMI", "age")

    def test_any_ending(self, read):
        assert read("1 2\n", name="numbers").x.tolist() == [[1, 2]]

    def test_source_is_the_absolute_path(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        Path("a.csv").write_text("1,2\n")
        dataset = load("a.csv")
        assert dataset.name == "a.csv"
        assert dataset.source.kind == "file"
        assert dict(dataset.source.parameters) == {"path": str(tmp_path / "a.csv")}


class TestSeveral:
    def test_one_is_as_if_it_were_alone(self, tmp_path):
        (tmp_path / "a.csv").write_text("1,2\n")
        dataset = load([tmp_path / "a.csv"])
        assert dataset.x.tolist() == [[1, 2]]
        assert dict(dataset.source.parameters) == {"path": str(tmp_path / "a.csv")}

    def test_none(self):
        with pytest.raises(ValueError, match="path must name at least one file, got none"):
            load([])

    def test_tables_are_not_put_together(self, tmp_path):
        for name in ("a.csv", "b.csv"):
            (tmp_path / name).write_text("1,2\n")
        with pytest.raises(DataError, match=r"None of 2 pictures can be read\. a\.csv: expected a picture"):
            load([tmp_path / "a.csv", tmp_path / "b.csv"])

    def test_on_different_drives(self, tmp_path, monkeypatch):
        def refuse(paths):
            raise ValueError

        monkeypatch.setattr(os.path, "commonpath", refuse)
        with pytest.raises(DataError, match="Files on different drives cannot be loaded together"):
            load([tmp_path / "a.png", tmp_path / "b.png"])


class TestSystem:
    def test_no_such_file(self, tmp_path):
        with pytest.raises(DataError, match=r"gone\.csv cannot be read: there is no such file"):
            load(tmp_path / "gone.csv")

    def test_folder(self, tmp_path):
        with pytest.raises(DataError, match=r"expected a folder of pictures .* found no file"):
            load(tmp_path)

    def test_below_a_file(self, tmp_path):
        (tmp_path / "a").write_text("1")
        with pytest.raises(DataError, match="a part of its path is not a folder"):
            load(tmp_path / "a" / "b.csv")

    def test_pipe_does_not_wait(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.csv")
        with pytest.raises(DataError, match="a device or a pipe"):
            load(tmp_path / "pipe.csv")

    def test_device(self):
        with pytest.raises(DataError, match="a device or a pipe"):
            load(os.devnull)

    def test_links_in_a_circle(self, tmp_path):
        (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
        (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
        with pytest.raises(DataError, match="links go in a circle"):
            load(tmp_path / "a.csv")

    def test_names_no_file_can_have(self):
        with pytest.raises(DataError, match="not a name a file can have"):
            load("a\0b.csv")
        with pytest.raises(DataError, match="its name is longer than the system allows"):
            load("a" * 5000)

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (errno.EACCES, "there is no permission to read it"),
            (errno.EIO, "the disk or the network failed"),
            (errno.EMFILE, os.strerror(errno.EMFILE)),
        ],
    )
    def test_what_the_system_says(self, tmp_path, monkeypatch, number, words):
        path = tmp_path / "a.csv"
        path.write_text("1,2\n")

        def refuse(self, *args, **kwargs):
            raise OSError(number, os.strerror(number), str(self))

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(DataError, match=rf"a\.csv cannot be read: .*{words}"):
            load(path)

    def test_no_memory(self, tmp_path, monkeypatch):
        path = tmp_path / "a.csv"
        path.write_text("1,2\n")

        def refuse(*args, **kwargs):
            raise MemoryError

        monkeypatch.setattr(np, "empty", refuse)
        with pytest.raises(DataError, match="does not fit into the memory"):
            load(path)

    def test_file_that_grows_and_goes_while_it_is_read(self, tmp_path):
        path = tmp_path / "a.csv"
        path.write_text("1,2\n" * 100_000)
        steps = reading(path)
        for _ in range(3):
            next(steps)
        with path.open("a") as stream:
            stream.write("3,4\n" * 100_000)
        path.unlink()
        for step in steps:
            assert 0.0 <= step.done <= 1.0

    def test_cancelling_closes_the_file(self, tmp_path, monkeypatch):
        path = tmp_path / "a.csv"
        path.write_text("1,2\n" * 100_000)
        opened = []
        plain_open = Path.open

        def remember(self, *args, **kwargs):
            stream = plain_open(self, *args, **kwargs)
            if self == path:
                opened.append(stream)
            return stream

        monkeypatch.setattr(Path, "open", remember)
        steps = reading(path)
        for _ in range(3):
            next(steps)
        assert [stream.closed for stream in opened] == [False]
        steps.close()
        assert [stream.closed for stream in opened] == [True]
