"""NumPy files: every layout that is rows of real numbers, and a sentence for every other."""

import io
import mmap
import os
import struct

import numpy as np
import pytest

from densegui.data import DataError, arrays, load, memory, reading, shapes
from densegui.engine import Dense, Model

X = np.arange(24).reshape(6, 4) / 8 - 1


def header(text, version=1):
    """The beginning of a .npy file, byte by byte as the format describes it."""
    raw = text.encode("latin-1")
    return b"\x93NUMPY" + bytes([version, 0]) + struct.pack("<H" if version == 1 else "<I", len(raw)) + raw


def fields(descr="'<f8'", order="False", shape="(6, 4)"):
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}\n"


def saved(array, **options):
    stream = io.BytesIO()
    np.save(stream, array, **options)
    return stream.getvalue()


def owner(array):
    """What an array's memory belongs to in the end."""
    while getattr(array, "base", None) is not None:
        array = array.base
    return array


@pytest.fixture
def npy(read):
    return lambda content: read(content, name="x.npy")


@pytest.fixture
def mapped(monkeypatch):
    """Small files are mapped as large ones are."""
    monkeypatch.setattr(arrays, "MAPPED_FROM", 0)


class TestLayouts:
    @pytest.mark.parametrize("from_disk", [False, True])
    @pytest.mark.parametrize("order", ["C", "F"])
    @pytest.mark.parametrize(
        "dtype", ["<f4", ">f4", "<f8", ">f8", "<f2", ">i2", "<i8", "|u1", "|i1", "|b1", "<u4"]
    )
    def test_dtype_and_order(self, npy, monkeypatch, dtype, order, from_disk):
        monkeypatch.setattr(arrays, "MAPPED_FROM", 0 if from_disk else 1 << 40)
        expected = np.array(X * 8 % 2 if dtype == "|b1" else X * 8 % 100, dtype=dtype, order=order)
        dataset = npy(saved(expected))
        assert dataset.x.dtype == np.dtype(dtype)
        assert dataset.x.tolist() == expected.tolist()
        assert isinstance(owner(dataset.x), mmap.mmap) == from_disk
        assert not dataset.x.flags.writeable
        assert type(dataset.x) is np.ndarray

    @pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
    def test_versions(self, npy, version):
        stream = io.BytesIO()
        np.lib.format.write_array(stream, X, version=version)
        assert npy(stream.getvalue()).x.tolist() == X.tolist()

    @pytest.mark.parametrize(
        "text",
        [
            '{"shape": (6,4), "fortran_order": False, "descr": "<f8"}',
            "{'descr': '<f8', 'fortran_order': False, 'shape': (6L, 4L)}",
        ],
    )
    def test_headers_of_other_writers(self, npy, text):
        assert npy(header(text) + X.tobytes()).x.tolist() == X.tolist()

    def test_one_dimension_is_one_feature(self, npy):
        dataset = npy(saved(np.arange(5.0)))
        assert dataset.x.tolist() == [[0.0], [1.0], [2.0], [3.0], [4.0]]
        assert dataset.notes == ("The array has one dimension; it was read as 5 samples of one feature.",)

    @pytest.mark.parametrize("from_disk", [False, True])
    @pytest.mark.parametrize("order", ["C", "F"])
    def test_more_dimensions_are_flattened(self, npy, monkeypatch, order, from_disk):
        monkeypatch.setattr(arrays, "MAPPED_FROM", 0 if from_disk else 1 << 40)
        monkeypatch.setattr(shapes, "_CHUNK", 64)
        pictures = np.array(np.arange(5 * 2 * 3 * 4, dtype=np.int16).reshape(5, 2, 3, 4), order=order)
        dataset = npy(saved(pictures))
        assert dataset.x.tolist() == [picture.ravel().tolist() for picture in pictures]
        assert dataset.notes == ("Every sample has the shape 2 × 3 × 4; it was flattened to 24 features.",)

    def test_flattening_a_mapped_file_is_a_view(self, npy, mapped):
        assert isinstance(owner(npy(saved(np.zeros((5, 2, 3)))).x), mmap.mmap)

    def test_ending_does_not_matter(self, read):
        assert read(saved(X), name="x.csv").x.tolist() == X.tolist()

    def test_a_mapped_file_runs(self, npy, mapped):
        model = Model([Dense(3, input_dim=4, activation="tanh")], seed=1)
        dataset = npy(saved(X.astype(">f8")))
        assert np.array_equal(model.predict(dataset.x), model.predict(X))


class TestSize:
    def test_twenty_gigabytes_open_without_being_read(self, sparse):
        rows = 20 * 10**9 // (4 * 100)
        start = header(fields("'<f4'", shape=f"({rows}, 100)"))
        dataset = load(sparse(start, len(start) + rows * 400))
        assert dataset.x.shape == (rows, 100)
        assert isinstance(owner(dataset.x), mmap.mmap)
        assert dataset.x[-1].tolist() == [0.0] * 100

    @pytest.mark.parametrize("shape", ["(1000000000000, 8)", "(9223372036854775807, 9223372036854775807)"])
    def test_terabytes_that_are_not_there(self, npy, shape):
        with pytest.raises(DataError, match=r"x\.npy: its header promises .*B .* the file holds 64 bytes"):
            npy(header(fields(shape=shape)) + bytes(64))

    def test_small_files_are_read_so_that_writing_them_again_changes_nothing(self, tmp_path):
        path = tmp_path / "x.npy"
        np.save(path, X)
        dataset = load(path)
        os.truncate(path, 0)
        assert dataset.x.tolist() == X.tolist()

    def test_reading_is_cut_into_steps(self, tmp_path):
        path = tmp_path / "x.npy"
        np.save(path, np.zeros((5_000_000,)))
        done = [step.done for step in reading(path)]
        assert len(done) >= 5
        assert done == sorted(done)
        assert done[-1] == 1.0

    def test_a_file_that_gets_shorter_while_it_is_read(self, tmp_path):
        path = tmp_path / "x.npy"
        np.save(path, np.zeros((5_000_000,)))
        steps = reading(path)
        for _ in range(2):
            next(steps)
        os.truncate(path, 1000)
        with pytest.raises(DataError, match="became shorter while it was read"):
            list(steps)

    def test_memory(self, npy, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 1000)
        with pytest.raises(DataError, match=r"x\.npy needs 8 kB of memory, and 750 bytes can be used"):
            npy(saved(np.zeros(1000)))

    def test_memory_for_fortran_pictures(self, npy, mapped, monkeypatch):
        content = saved(np.zeros((10, 10, 10), order="F"))
        monkeypatch.setattr(memory, "available", lambda: 1000)
        with pytest.raises(DataError, match="3 dimensions in Fortran order needs 8 kB"):
            npy(content)


class TestSentences:
    @pytest.mark.parametrize(
        ("array", "found"),
        [
            (np.array([{}, []], dtype=object), "Python objects, which are never read"),
            (np.zeros((2, 2), complex), "complex numbers"),
            (np.array(["a", "b"]), "text"),
            (np.array([b"a", b"b"]), "text"),
            (np.zeros(3, "M8[s]"), "dates"),
            (np.zeros(3, "m8[s]"), "time spans"),
            (np.zeros(3, "V4"), "raw bytes"),
            (np.zeros(3, [("a", "<f4"), ("b", "<i4")]), "structured array"),
            (np.array(5.0), "a single number"),
            (np.zeros((0, 4)), "no rows"),
            (np.zeros((4, 0)), "no features"),
            (np.zeros((4, 2, 0)), "no features"),
        ],
    )
    def test_other_arrays(self, npy, array, found):
        with pytest.raises(DataError, match=f"x.npy: .*{found}"):
            npy(saved(array, allow_pickle=True))

    @pytest.mark.parametrize(
        ("content", "found"),
        [
            (b"", "is empty"),
            (b"hello, world", r"begins with \\x93NUMPY; found"),
            (header(fields(), version=4), "found version 4"),
            (b"\x93NUMPY\x01\x00\xff\xff", "ends within its header"),
            (b"\x93NUMPY\x02\x00\xff\xff\xff\xff", "some hundred bytes, found one of 4[.]29 GB"),
            (header("{}"), "with descr, fortran_order and shape"),
            (header("__import__('os').abort()"), "with descr, fortran_order and shape"),
            (header(fields(descr="'f8,f8'")), "a kind of number"),
            (header(fields(descr="'(9999999999,)f8'")), "a kind of number"),
            (header(fields(descr="'<f3'")), "a kind of number"),
            (header(fields(descr="'<i999999999'")), "a kind of number"),
            (header(fields(shape="(1 2)")), "a shape of whole numbers"),
            (header(fields(shape="(" + "9" * 5000 + ",)")), "a shape of whole numbers"),
            (header(fields(shape="(-1, 4)")), "with descr, fortran_order and shape"),
            (header(fields(shape="(" + "1," * 100 + ")")) + bytes(8), "at most 32 dimensions, found 100"),
        ],
    )
    def test_damaged_files(self, npy, content, found):
        with pytest.raises(DataError, match=found):
            npy(content)

    @pytest.mark.parametrize("from_disk", [False, True])
    def test_cut_short_anywhere(self, npy, monkeypatch, from_disk):
        monkeypatch.setattr(arrays, "MAPPED_FROM", 0 if from_disk else 1 << 40)
        content = saved(X)
        text = 10 + content[10:].index(b"{")
        boundaries = {0, 1, 5, 6, 7, 8, 9, 10, text, text + 12, 127, 128, 129, 136, len(content) - 1}
        for length in sorted(boundaries):
            with pytest.raises(DataError, match=r"x\.npy"):
                npy(content[:length])

    def test_a_pickle_is_never_opened(self, npy, tmp_path):
        """The payload would make a file; neither as an array's objects nor as a file of its own may it."""
        mark = tmp_path / "mark"
        payload = b"cposix\nsystem\n(S'touch " + str(mark).encode() + b"'\ntR."
        for content in (payload, header(fields("'|O'", shape="(1,)")) + payload):
            with pytest.raises(DataError):
                npy(content)
        assert not mark.exists()
