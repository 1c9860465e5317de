"""A folder of many pictures: how long it takes to be listed, and whether a person is kept waiting.

Run with ``python benchmarks/data/folders.py [PICTURES]``. Makes 200,000 small pictures in 10 folders (links
to a few files) and prints

- ``gap``: the longest time between two points of progress and cancel while the folder is loaded
- ``÷ scandir``: loading the folder as a ratio to asking the system for the names alone
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from densegui.data.files import reading

PICTURES = 200_000
CLASSES = 10
LINKS_MOST = 1000  # to one file; some systems allow few


def make(folder: Path, count: int) -> None:
    """Makes the pictures: a folder a class."""
    noise = np.random.default_rng(0)
    for place in range(CLASSES):
        (folder / f"class {place}").mkdir()
    for number in range(count):
        path = folder / f"class {number % CLASSES}" / f"{number:06}.png"
        if number % LINKS_MOST == 0:
            source = path
            Image.fromarray(noise.integers(0, 256, (28, 28), np.uint8)).save(path)
        else:
            os.link(source, path)


def names(folder: Path) -> int:
    """How many files there are, as the system says."""
    with os.scandir(folder) as entries:
        return sum(names(Path(entry.path)) if entry.is_dir() else 1 for entry in entries)


def measure() -> None:
    """Measures everything and prints the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), count)
        names(Path(folder))  # so that both find the folder in the system's memory
        began = time.perf_counter()
        names(Path(folder))
        bare = time.perf_counter() - began
        gaps, before = [], time.perf_counter()
        began = before
        steps = reading(folder)
        while True:
            try:
                next(steps)
            except StopIteration as stop:
                dataset = stop.value
                break
            finally:
                now = time.perf_counter()
                gaps.append(now - before)
                before = now
        whole = time.perf_counter() - began
    print(f"{dataset.rows:,} pictures of {len(dataset.class_names)} classes: {whole:.2f} s")
    print(f"gap: {max(gaps) * 1000:.1f} ms   (at most 50)")
    print(f"÷ scandir: {whole / bare:.1f}")


if __name__ == "__main__":
    measure()
