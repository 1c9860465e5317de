"""Data larger than memory: prepared without a copy, in bounded memory, pages of the file given back."""

import io
import tracemalloc

import numpy as np
import pytest

from densegui.data import (
    Divide,
    PickColumns,
    Scale,
    Standardise,
    arrays,
    finish,
    load,
    preparation,
    prepared,
    preparing,
)
from densegui.data.summary import summary

ROWS = 1_500_000


def header(rows, features):
    stream = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        stream, {"descr": "<f4", "fortran_order": False, "shape": (rows, features)}
    )
    return stream.getvalue()


@pytest.fixture
def raw(sparse, monkeypatch):
    """48 MB on disk, mapped: some numbers at the beginning, zeros after them."""
    monkeypatch.setattr(arrays, "MAPPED_FROM", 0)
    monkeypatch.setattr(preparation, "COMPUTED_BYTES", 0)
    start = header(ROWS, 8)
    numbers = np.arange(8000, dtype=np.float32)
    return load(sparse(start + numbers.tobytes(), len(start) + 4 * 8 * ROWS))


@pytest.fixture
def peak():
    """The most memory that NumPy and Python take for something, in bytes."""
    tracemalloc.start()

    def measure(steps):
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        result = finish(steps)
        return result, tracemalloc.get_traced_memory()[1] - before

    yield measure
    tracemalloc.stop()


def test_twenty_gigabytes_are_prepared_without_being_read(sparse, peak):
    rows = 10**8
    start = header(rows, 50)
    raw = load(sparse(start, len(start) + 4 * 50 * rows))
    dataset, taken = peak(preparing(raw, (PickColumns((4, 9, 2)), Divide(3))))
    assert dataset.x.shape == (rows, 3)
    assert dataset.x[rows - 7 :].tolist() == np.zeros((7, 3)).tolist()
    assert taken < 10**6


def test_fits_and_summaries_take_little_memory(raw, peak):
    dataset, taken = peak(preparing(raw, (Scale(), Standardise(), Divide(2))))
    assert taken < 8 * 10**6
    first = np.arange(8000, dtype=float).reshape(-1, 8) / np.arange(7992, 8000)
    mean = first.sum(axis=0) / ROWS
    std = np.sqrt((first**2).sum(axis=0) / ROWS - mean**2)
    np.testing.assert_allclose(dataset.x[:1000], (first - mean) / std / 2, rtol=1e-5, atol=1e-7)
    found, taken = peak(summary(dataset))
    assert taken < 16 * 10**6
    np.testing.assert_allclose([column.std for column in found], 0.5, rtol=1e-6)


def test_pages_of_the_file_are_given_back(raw, monkeypatch):
    given_back = []
    monkeypatch.setattr(prepared, "_FORGET_BYTES", 2**21)
    monkeypatch.setattr(prepared, "forget_pages", lambda *rows: given_back.append(rows))
    rows = prepared.Prepared(raw.x)
    for start in range(0, ROWS, 10_000):
        rows[start : start + 10_000]
    assert len(given_back) >= raw.x.nbytes // (3 * 2**20)
    assert all(rows[0] is raw.x for rows in given_back)
