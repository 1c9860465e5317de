"""A large CSV against polars' own reader, one after the other and back again, each in a process of its own.

Run with ``python -m benchmarks.data.tables [ROUNDS] [ROWS]``. The time from the open call to the numbers in
memory is taken with everything imported; medians and their ratio are printed. The goal is a ratio of 0.8 or
more. Besides: the longest time between two points of cancel, the longest time another thread has to wait for
Python, as a window would, and the peak of memory beyond the numbers themselves.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROUNDS = 5
ROWS = 1_000_000
COLUMNS = 50

_OWN = """
import json, resource, sys, threading, time
import polars
from densegui.data import reading
import densegui.data.pieces, densegui.data.table

longest = 0.0
over = threading.Event()

def watch():
    global longest
    last = time.perf_counter()
    while not over.is_set():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

watcher = threading.Thread(target=watch)
if len(sys.argv) > 2:
    watcher.start()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
step = 0.0
start = last = time.perf_counter()
steps = reading(sys.argv[1])
while True:
    try:
        next(steps)
    except StopIteration as stop:
        dataset = stop.value
        break
    now = time.perf_counter()
    step, last = max(step, now - last), now
seconds = time.perf_counter() - start
over.set()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
beyond = peak * 1024 - dataset.x.nbytes
print(json.dumps([seconds, list(dataset.x.shape), float(dataset.x[-1, -1]), step, longest, beyond]))
"""
_POLARS = """
import json, sys, time
import polars

start = time.perf_counter()
frame = polars.read_csv(sys.argv[1])
seconds = time.perf_counter() - start
print(json.dumps([seconds, list(frame.shape), frame[-1, -1]]))
"""


def write(path: Path, rows: int) -> None:
    """Writes a table of normal numbers with a line of names."""
    rng = np.random.default_rng(0)
    with path.open("w", encoding="ascii") as stream:
        print(",".join(f"f{j}" for j in range(COLUMNS)), file=stream)
        for start in range(0, rows, 10_000):
            for row in rng.standard_normal((min(10_000, rows - start), COLUMNS)).tolist():
                print(",".join(map(repr, row)), file=stream)


def measure(program: str, path: Path, *arguments: str) -> list[float]:
    """Returns what a program prints in a process of its own."""
    command = [sys.executable, "-c", program, str(path), *arguments]
    answer: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return answer


def main() -> None:
    """Prints the times, the ratio, and what else was seen."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        write(path, rows)
        times: dict[str, list[float]] = {_OWN: [], _POLARS: []}
        for _ in range(rounds):
            answers = {}
            for program in (_OWN, _POLARS, _POLARS, _OWN):
                answers[program] = measure(program, path)
                times[program].append(answers[program][0])
            if answers[_OWN][1:3] != answers[_POLARS][1:3]:
                raise SystemExit("densegui and polars disagree")
        _, _, _, step, longest, beyond = measure(_OWN, path, "watched")
        own, polars = statistics.median(times[_OWN]), statistics.median(times[_POLARS])
        print(f"{rows:,} × {COLUMNS}, {path.stat().st_size / 1e6:,.0f} MB, {rounds} rounds")
        print(f"densegui {own:7.2f} s   polars {polars:7.2f} s   ratio {polars / own:.2f} (goal 0.80)")
        print(f"longest step {step * 1e3:.0f} ms, longest wait of another thread {longest * 1e3:.0f} ms, "
              f"memory beyond the numbers {beyond / 1e6:,.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
