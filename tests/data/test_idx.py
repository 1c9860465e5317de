"""IDX files, written byte by byte: pictures, their labels beside them, and a sentence for every damage."""

import gzip
import io
import mmap
import os
import struct

import numpy as np
import pytest

from densegui.data import DataError, arrays, load, memory, reading
from densegui.data.dataset import Picture

PIXELS = [[[(11 * i + 5 * r + c) % 256 for c in range(5)] for r in range(4)] for i in range(6)]
FLAT = [[value for row in image for value in row] for image in PIXELS]
LABELS = [3, 0, 9, 9, 1, 3]


def images(pixels=PIXELS):
    count, height, width = len(pixels), len(pixels[0]), len(pixels[0][0])
    body = bytes(value for image in pixels for row in image for value in row)
    return struct.pack(">IIII", 2051, count, height, width) + body


def labels(values=LABELS):
    return struct.pack(">II", 2049, len(values)) + bytes(values)


@pytest.fixture
def write(tmp_path):
    def write(**files):
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        return tmp_path

    return write


class TestPictures:
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    @pytest.mark.parametrize("name", ["train-images-idx3-ubyte", "train-images-idx3-ubyte.gz", "x", "x.csv"])
    def test_bytes_are_pixels(self, read, pack, name):
        dataset = read(pack(images()), name=name)
        assert dataset.x.tolist() == FLAT
        assert dataset.x.dtype == np.uint8
        assert dataset.picture == Picture(4, 5)
        assert dataset.picture.image(dataset.x[2])[..., 0].tolist() == PIXELS[2]

    def test_a_large_file_stays_on_the_disk(self, read, monkeypatch):
        monkeypatch.setattr(arrays, "MAPPED_FROM", 0)
        x = read(images(), name="x").x
        assert x.tolist() == FLAT
        while getattr(x, "base", None) is not None:
            x = x.base
        assert isinstance(x, mmap.mmap)

    @pytest.mark.parametrize(
        ("magic", "shape", "picture"),
        [
            (2049, (120,), None),
            (2050, (12, 10), None),
            (2051, (6, 4, 5), Picture(4, 5)),
            (2051, (30, 2, 2), Picture(2, 2)),
            (2052, (2, 4, 5, 3), Picture(4, 5, 3)),
            (2052, (2, 3, 4, 5), Picture(4, 5, 3, "channels_first")),
        ],
    )
    def test_one_to_four_dimensions(self, read, magic, shape, picture):
        content = struct.pack(f">{1 + len(shape)}I", magic, *shape) + bytes(range(120))
        dataset = read(content, name="x")
        assert dataset.x.tolist() == np.arange(120).reshape(shape[0], -1).tolist()
        assert dataset.picture == picture

    def test_progress_in_steps(self, tmp_path):
        path = tmp_path / "x.gz"
        path.write_bytes(gzip.compress(struct.pack(">III", 2050, 5000, 5000) + bytes(25_000_000), 1))
        done = [step.done for step in reading(path)]
        assert len(done) >= 3
        assert done == sorted(done)
        assert done[-1] == 1.0


class TestLabels:
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
            ("train-images.idx3-ubyte", "train-labels.idx1-ubyte"),
            ("t10k-images.idx3-ubyte", "t10k-labels-idx1-ubyte"),
            ("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte"),
            ("emnist-digits-train-images-idx3-ubyte", "emnist-digits-train-labels-idx1-ubyte.gz"),
        ],
    )
    def test_beside_the_images(self, write, pack, one, other):
        folder = write(**{one: pack(images()), other: pack(labels())})
        dataset = load(folder / one)
        assert dataset.labels.tolist() == LABELS
        assert dataset.labels.dtype == np.int64
        assert dataset.class_names == tuple("0123456789")
        assert dataset.notes == (f'The labels were read from "{other}" beside it.',)

    def test_of_another_set_are_left_alone(self, write):
        folder = write(**{"train-images-idx3-ubyte": images(), "t10k-labels-idx1-ubyte": labels()})
        dataset = load(folder / "train-images-idx3-ubyte")
        assert dataset.labels is None
        assert dataset.notes == ("No file of labels lies beside it, so there are no labels.",)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (labels(LABELS[:-1]), "expected 6 labels, found 5"),
            (labels()[:-1], "promises 6 bytes"),
            (b"", "found only 0 bytes"),
            (images(), "expected 6 labels, found 6 × 4 × 5"),
        ],
    )
    def test_that_do_not_fit_are_said(self, write, content, words):
        folder = write(**{"a-images-idx3-ubyte": images(), "a-labels-idx1-ubyte": content})
        dataset = load(folder / "a-images-idx3-ubyte")
        assert dataset.x.tolist() == FLAT
        assert dataset.labels is None
        assert dataset.notes[0].startswith("The labels could not be read. a-labels-idx1-ubyte: ")
        assert words in dataset.notes[0]

    def test_that_may_not_be_read(self, write, monkeypatch):
        folder = write(**{"a-images-idx3-ubyte": images(), "a-labels-idx1-ubyte": labels()})
        plain = io.open

        def refuse(file, *args, **kwargs):
            if "labels" in str(file):
                raise PermissionError(13, "Permission denied", str(file))
            return plain(file, *args, **kwargs)

        monkeypatch.setattr(io, "open", refuse)
        dataset = load(folder / "a-images-idx3-ubyte")
        assert "there is no permission to read it" in dataset.notes[0]


class TestSentences:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"\0\0\x08", "found only 3 bytes"),
            (b"\0\1\x08\3" + bytes(40), "begins with 2051 .* found 67,587"),
            (b"\x03\x08\0\0" + bytes(40), "found 50,855,936"),
            (b"\0\0\x0d\2" + bytes(40), "unsigned bytes .* found 3,330"),
            (b"\0\0\x08\5" + bytes(40), "one to four dimensions .* found 2,053"),
            (b"\0\0\x08\0" + bytes(40), "one to four dimensions .* found 2,048"),
            (struct.pack(">IIII", 2051, 0, 28, 28), "at least one sample with one number, found 0 × 28 × 28"),
            (struct.pack(">IIII", 2051, 5, 28, 0), "found 5 × 28 × 0"),
            (struct.pack(">IIII", 2051, *[2**32 - 1] * 3), "promises .* the file can hold"),
        ],
    )
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_damaged(self, read, pack, content, words):
        with pytest.raises(DataError, match=f"bad-images-idx3-ubyte: .*{words}"):
            read(pack(content), name="bad-images-idx3-ubyte")

    @pytest.mark.parametrize("name", ["a-images-idx3-ubyte", "a-images-idx3-ubyte.gz"])
    def test_cut_short_anywhere(self, read, name):
        content = gzip.compress(images()) if name.endswith(".gz") else images()
        for length in range(len(content)):
            with pytest.raises(DataError, match="a-images-idx3-ubyte"):
                read(content[:length], name=name)

    def test_more_than_promised_is_said(self, read):
        for content in (images() + b"x", gzip.compress(images() + b"x")):
            dataset = read(content, name="x")
            assert dataset.x.tolist() == FLAT
            assert dataset.notes == (
                "The file goes on after the numbers that its header promises; the rest was left out.",
            )

    def test_a_wrong_checksum(self, read):
        content = bytearray(gzip.compress(images()))
        content[-8] ^= 1
        with pytest.raises(DataError, match="damaged or was cut short"):
            read(bytes(content), name="x-images-idx3-ubyte.gz")


class TestBounds:
    def test_counts_are_compared_with_the_file_before_anything_is_reserved(self, sparse, bounded):
        path = sparse(struct.pack(">IIII", 2051, 10**6, 1000, 1000), 10**6, name="a-images-idx3-ubyte")
        words = r"promises 1,000,000 × 1,000 × 1,000 bytes \(1 TB\)"
        with bounded(1_000_000), pytest.raises(DataError, match=words):
            load(path)

    def test_gzip_that_promises_more_than_it_can_hold(self, read):
        content = gzip.compress(struct.pack(">IIII", 2051, 10**6, 1000, 1000) + bytes(10**6))
        with pytest.raises(DataError, match=r"promises .* \(1 TB\), and the file can hold"):
            read(content, name="x.gz")

    def test_gzip_is_not_unpacked_further_than_promised(self, tmp_path, bounded):
        path = tmp_path / "x.gz"
        path.write_bytes(gzip.compress(images() + bytes(100_000_000), 1))
        with bounded(2_000_000):
            assert load(path).rows == 6

    def test_memory(self, read, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 100)
        with pytest.raises(DataError, match=r"x\.gz needs 120 bytes of memory"):
            read(gzip.compress(images()), name="x.gz")

    def test_a_file_that_gets_shorter(self, tmp_path):
        path = tmp_path / "x"
        path.write_bytes(struct.pack(">III", 2050, 5000, 5000) + bytes(25_000_000))
        steps = reading(path)
        for _ in range(2):
            next(steps)
        os.truncate(path, 100)
        with pytest.raises(DataError, match="became shorter while it was read"):
            list(steps)
