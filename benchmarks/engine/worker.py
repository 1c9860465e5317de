"""One engine in a process of its own: takes commands on standard input, answers on standard output."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from typing import Any

import numpy as np

from benchmarks.engine.engines import ENGINES
from benchmarks.engine.workloads import WORKLOADS

_LEAST_SECONDS = 0.05


def main() -> None:
    """Answers "prepare NAME", "time" and "quit" with one line of JSON each."""
    engine, threads = sys.argv[1], int(sys.argv[2])
    call, repeats = None, 1
    for line in sys.stdin:
        command, _, name = line.strip().partition(" ")
        answer: Any = None
        if command == "prepare":
            workload = next(w for w in WORKLOADS if w.name == name)
            call = ENGINES[engine](workload, workload.inputs(), threads)
            outputs = call()
            seconds = _seconds(call, 1)
            repeats = max(1, round(_LEAST_SECONDS / seconds))
            answer = np.asarray(outputs[:50], np.float64).tolist()
        elif command == "time" and call is not None:
            answer = _seconds(call, repeats) / repeats
        elif command == "describe":
            answer = _describe(engine)
        else:
            return
        print(json.dumps(answer), flush=True)


def _seconds(call: Any, repeats: int) -> float:
    started = time.perf_counter()
    for _ in range(repeats):
        call()
    return time.perf_counter() - started


def _describe(engine: str) -> str:
    """The versions and the BLAS, or why the engine cannot be used."""
    if engine in {"torch", "onnxruntime"}:
        try:
            module = __import__(engine)
            if engine == "onnxruntime":
                __import__("onnx")
        except ImportError as error:
            return f"missing: {error}"
        return f"{engine} {module.__version__}"
    text = f"numpy {np.__version__}"
    with contextlib.suppress(ImportError):
        from threadpoolctl import threadpool_info  # noqa: PLC0415 - may be missing

        for pool in threadpool_info():
            if pool["user_api"] == "blas":
                text += f", {pool['internal_api']} {pool['version']} ({pool.get('architecture')}), "
                text += f"{pool['num_threads']} threads"
    return text


if __name__ == "__main__":
    main()
