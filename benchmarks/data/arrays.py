"""A file larger than memory: how soon it opens, and what a run over it takes.

Run with ``python benchmarks/data/arrays.py [GIGABYTES] [FOLDER]``. Writes a file of zeros (20 GB; where holes
in files are kept as holes, it takes no room on the disk) and prints

- ``open``: seconds until the data are there; below 1
- ``run``: the most memory above the idle process during a run of 1,000 → 8 → 6 → 1 over all of it, with and
  without features scaled to 0–1 and standardised; below 1 GB
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from pathlib import Path

import numpy as np

from densegui.data import load, preparing, steps
from densegui.data.dataset import Dataset
from densegui.data.loading import finish
from densegui.engine import Dense, Model

FEATURES = 1000
GIGABYTE = 10**9


class Peak:
    """The most resident memory of this process while it is open, in bytes, looked at every 10 ms."""

    def __enter__(self) -> Peak:
        self.bytes = 0
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch)
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            self.bytes = max(self.bytes, resident())


def resident() -> int:
    """Resident memory of this process in bytes, files that are mapped included."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def sparse(path: Path, size: int) -> None:
    """Writes a .npy file of zeros in float32 of about this size."""
    rows = size // (4 * FEATURES)
    header = np.lib.format.header_data_from_array_1_0(np.empty((0, FEATURES), np.float32))
    with path.open("wb") as stream:
        np.lib.format.write_array_header_1_0(stream, header | {"shape": (rows, FEATURES)})
        stream.truncate(stream.tell() + 4 * FEATURES * rows)


def prepared(dataset: Dataset) -> Generator[object, None, Dataset]:
    """The data scaled to 0–1, then standardised."""
    return preparing(dataset, (steps.Scale(), steps.Standardise()))


def measure() -> None:
    """Measures everything and prints the table."""
    size = int(float(sys.argv[1]) * GIGABYTE) if len(sys.argv) > 1 else 20 * GIGABYTE
    model = Model([Dense(8, input_dim=FEATURES, activation="relu"), Dense(6, activation="relu"), Dense(1)])
    model.run(np.zeros((5000, FEATURES), np.float32))
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        path = Path(folder) / "large.npy"
        sparse(path, size)
        idle = resident()
        began = time.perf_counter()
        dataset = load(path)
        print(f"open {size / GIGABYTE:.3g} GB: {time.perf_counter() - began:.3f} s   (below 1)")
        report("run", dataset, model, idle)
        report("scaled, standardised and run", finish(prepared(dataset)), model, idle)


def report(what: str, dataset: Dataset, model: Model, idle: int) -> None:
    """Runs a dataset and prints its memory."""
    began = time.perf_counter()
    with Peak() as peak:
        model.run(dataset.x)
    above = (peak.bytes - idle) / GIGABYTE
    print(f"{what}: {above:.3f} GB above idle   (below 1), {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    measure()
