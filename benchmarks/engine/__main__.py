"""The forward pass against PyTorch, onnxruntime and bare products, one after the other and back again.

Each engine has a process of its own with the same number of threads, set before anything is imported: in one
process the idle thread pools of one library wait busily on the cores of another. A round times the engines
in order and then in reverse; the table shows medians over all rounds and ratios of medians.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from typing import Any

import numpy as np

from benchmarks.engine.engines import ENGINES
from benchmarks.engine.workloads import WORKLOADS, Workload

_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Worker:
    """An engine's process."""

    def __init__(self, engine: str, threads: int) -> None:
        self.threads = threads
        environment = os.environ | dict.fromkeys(_POOLS, str(threads))
        command = [sys.executable, "-m", "benchmarks.engine.worker", engine, str(threads)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
        )

    def ask(self, command: str) -> Any:
        """Sends a command and returns the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(command, file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """Ends the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def measure(workload: Workload, workers: dict[str, Worker], rounds: int) -> dict[str, float]:
    """Returns the median seconds of one call for each engine.

    For statistics, ``forward`` is this engine's own pass without them, timed in the same rounds.
    """
    outputs = {name: np.array(worker.ask(f"prepare {workload.name}")) for name, worker in workers.items()}
    if workload.task == "statistics":
        workers = workers | {"forward": Worker("densegui", workers["densegui"].threads)}
        bare = next(w for w in WORKLOADS if w.task == "stream" and w.dims == workload.dims)
        outputs["forward"] = np.array(workers["forward"].ask(f"prepare {bare.name}"))
    for name, values in outputs.items():
        if name != "products" and not np.allclose(values, outputs["densegui"], rtol=1e-3, atol=1e-5):
            raise SystemExit(f"{workload.name}: {name} and densegui disagree")
    times: dict[str, list[float]] = {name: [] for name in workers}
    for _ in range(rounds):
        for name in (*workers, *reversed(workers)):
            time.sleep(0.02)  # lets the pools of the engine before fall asleep
            times[name].append(workers[name].ask("time"))
    if "forward" in workers:
        workers["forward"].close()
    return {name: statistics.median(values) for name, values in times.items()}


def row(workload: Workload, medians: dict[str, float]) -> str:
    """One line of the table: microseconds, and ratios with their floor and goal."""
    own = medians["densegui"]
    cells = [f"{workload.name:16}", f"{own * 1e6:12,.1f} µs"]
    for index, peer in enumerate(("torch", "onnxruntime", "products")):
        floor, goal = workload.floors[index], workload.goals[index]
        if peer not in medians or (floor is None and peer == "products"):
            cells.append(f"{'':22}")
            continue
        ratio = own / medians[peer]
        verdict = (
            "" if floor is None else "goal" if ratio <= (goal or 0) else "ok" if ratio <= floor else "OVER"
        )
        cells.append(f"{ratio:6.2f} ({floor}→{goal}) {verdict:4}")
    if "forward" in medians:
        cells.append(f"{own / medians['forward']:.2f} × its own forward (2.6→1.8)")
    return "  ".join(cells)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", nargs="*", help="beginnings of workload names, such as W1; all by default")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    workers = {name: Worker(name, options.threads) for name in ENGINES}
    print(f"{platform.machine()}, {os.cpu_count()} cores, {options.threads} threads, {options.rounds} rounds")
    for name in list(workers):
        description = workers[name].ask("describe")
        print(f"  {name}: {description}")
        if description.startswith("missing"):
            workers.pop(name).close()
    print(f"{'workload':16}  {'densegui':>15}  {'÷ PyTorch':22}  {'÷ onnxruntime':22}  {'÷ products':22}")
    for workload in WORKLOADS:
        if options.names and not workload.name.startswith(tuple(options.names)):
            continue
        print(row(workload, measure(workload, workers, options.rounds)), flush=True)
    for worker in workers.values():
        worker.close()


if __name__ == "__main__":
    main()
