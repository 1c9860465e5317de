"""Where the time goes: every step of W1 with one row, and the parts of W5 on one thread."""

from __future__ import annotations

import cProfile
import pstats
import timeit

import numpy as np

from benchmarks.engine.workloads import WORKLOADS, Workload
from densegui.engine import Dense, Model
from densegui.engine.plans import Plan


def _model(workload: Workload) -> Model:
    layers = [Dense(n, activation=g) for n, g in zip(workload.dims[1:], workload.activations(), strict=True)]
    model = Model(layers, input_dim=workload.dims[0])
    for index, (weights, bias) in enumerate(workload.parameters()):
        model = model.with_parameters(index, weights=weights, bias=bias)
    return model


def _microseconds(call: object, number: int = 20_000) -> float:
    return min(timeit.repeat(call, number=number, repeat=7)) / number * 1e6  # type: ignore[arg-type]


def steps(workload: Workload) -> None:
    """Prints the cost of each call of the plan, warm."""
    model, x = _model(workload), workload.inputs()
    plan = Plan(model, len(x))
    print(f"{workload.name}: predict {_microseconds(lambda: model.predict(x)):.2f} µs, of it")
    with np.errstate(all="ignore"):
        print(f"  first product    {_microseconds(lambda: plan.start(x)):.2f}")
        for before, after, _ in plan.layers:
            for step in (*before, *after):
                print(f"  {step.func.__name__:16} {_microseconds(step):.2f}")  # type: ignore[attr-defined]
    print(f"  copy of outputs  {_microseconds(plan.outputs.copy):.2f}")


def parts(workload: Workload) -> None:
    """Prints the functions in which a run on one thread spends its own time."""
    model, x = _model(workload), workload.inputs()[:100_000]
    model.run(x[:20_000], threads=1)
    profiler = cProfile.Profile()
    profiler.runcall(model.run, x, threads=1)
    print(workload.name)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(14)


def main() -> None:
    """Profiles both."""
    steps(WORKLOADS[0])
    parts(WORKLOADS[-1])


if __name__ == "__main__":
    main()
