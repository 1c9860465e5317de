"""Files that the system takes away, cuts or lets grow while they are read, for every reader alike."""

import gzip
import io
import os
import pickle
import struct
import tarfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from densegui.data import DataError, arrays, finish, load, reading

ROWS = np.random.default_rng(0).integers(0, 256, (900, 3072), np.uint8)


def streamed(write, *args, **options):
    stream = io.BytesIO()
    write(stream, *args, **options)
    return stream.getvalue()


def packed(name, content):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=1) as tar:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))
    return stream.getvalue()


BATCH = pickle.dumps({"data": ROWS, "labels": [1] * len(ROWS)})
IDX = struct.pack(">II", 2050, len(ROWS)) + struct.pack(">I", 3072) + ROWS.tobytes()
FILES = {
    "x.npy": streamed(np.save, ROWS),
    "stored.npz": streamed(np.savez, x=ROWS),
    "packed.npz": streamed(np.savez_compressed, x=ROWS),
    "x-images-idx3-ubyte": IDX,
    "x-images-idx3-ubyte.gz": gzip.compress(IDX, 1),
    "x.bin": b"".join(b"\5" + row.tobytes() for row in ROWS),
    "data_batch_1": BATCH,
    "x.tar.gz": packed("data_batch_1", BATCH),
    "x.png": streamed(lambda stream: Image.fromarray(ROWS[:300, :300]).save(stream, "PNG")),
}


@pytest.fixture(params=FILES)
def path(request, tmp_path, monkeypatch):
    monkeypatch.setattr(arrays, "_CHUNK", 1 << 16)
    (tmp_path / request.param).write_bytes(FILES[request.param])
    return tmp_path / request.param


def test_no_permission(path, monkeypatch):
    plain = Path.open

    def refuse(self, *args, **kwargs):
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return plain(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DataError, match=f"^{path.name} cannot be read: there is no permission to read it"):
        load(path)


def test_a_disk_that_fails(path, monkeypatch):
    """Every read after the first bytes is refused."""

    class Failing(io.FileIO):
        def readinto(self, buffer):
            if self.tell() >= 4096:
                raise OSError(5, "Input/output error")
            return super().readinto(memoryview(buffer)[:4096])

        def readall(self):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", lambda self, *args, **kwargs: io.BufferedReader(Failing(self), 4096))
    with pytest.raises(DataError, match=f"{path.name}.* cannot be read: the disk or the network failed"):
        load(path)


@pytest.mark.parametrize("after", [1, 2, 3])
@pytest.mark.parametrize("length", [0, 1, 5000])
def test_cut_short_while_it_is_read(path, after, length):
    """A sentence, or the rows where all of them were read before."""
    steps = reading(path)
    try:
        for _ in range(after):
            next(steps)
        os.truncate(path, length)
        dataset = finish(steps)
    except StopIteration as stop:
        dataset = stop.value
    except DataError as error:
        assert path.name in str(error)
        return
    assert dataset.rows > 0


@pytest.mark.parametrize("after", [1, 2, 3])
def test_deleted_while_it_is_read(path, after):
    expected = load(path).x.tolist()
    steps = reading(path)
    try:
        for _ in range(after):
            next(steps)
        path.unlink()
        dataset = finish(steps)
    except StopIteration as stop:
        dataset = stop.value
    except DataError as error:
        assert str(error).startswith(f"{path.name} cannot be read: there is no such file (any more)")
        return
    assert dataset.x.tolist() == expected


@pytest.mark.parametrize("after", [1, 2, 3])
def test_grows_while_it_is_read(path, after):
    expected = load(path).x.tolist()
    steps = reading(path)
    with path.open("ab") as stream:
        try:
            for _ in range(after):
                next(steps)
            stream.write(bytes(100_000))
            stream.flush()
            dataset = finish(steps)
        except StopIteration as stop:
            dataset = stop.value
        except DataError as error:
            assert path.name in str(error)
            return
    assert dataset.x.tolist() == expected


def test_cancelling_closes_the_file(path, monkeypatch):
    opened = []
    plain = Path.open

    def remember(self, *args, **kwargs):
        opened.append(plain(self, *args, **kwargs))
        return opened[-1]

    monkeypatch.setattr(Path, "open", remember)
    steps = reading(path)
    next(steps)
    next(steps)
    steps.close()
    assert opened
    assert all(stream.closed for stream in opened)
