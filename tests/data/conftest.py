"""What the tests of reading share."""

import contextlib
import os
import tracemalloc

import pytest

from densegui.data import load


@pytest.fixture
def read(tmp_path):
    """Writes text or bytes to a file and loads it."""

    def write_and_load(content, name="table.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(path, **options)

    return write_and_load


@pytest.fixture
def sparse(tmp_path):
    """Makes a file that begins with some bytes and is as long as said, without taking room on the disk."""

    def make(start, length, name="big.npy"):
        path = tmp_path / name
        path.write_bytes(start)
        os.truncate(path, length)
        return path

    return make


@pytest.fixture
def bounded():
    """Measures the memory that Python takes, and fails if it is more than said."""

    @contextlib.contextmanager
    def bound(most):
        tracemalloc.start()
        try:
            yield
            assert tracemalloc.get_traced_memory()[1] < most
        finally:
            tracemalloc.stop()

    return bound
