"""The engines under test: each prepares a workload and gives a call that computes it once."""

# ruff: noqa: PLC0415 - a process imports its own engine only

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.engine.workloads import STREAM_ROWS, Workload

Call = Callable[[], np.ndarray]
Prepare = Callable[[Workload, np.ndarray, int], Call]


def densegui(workload: Workload, x: np.ndarray, _threads: int) -> Call:
    """This project's engine, as its README uses it."""
    from densegui.engine import Dense, Model

    layers = [Dense(n, activation=g) for n, g in zip(workload.dims[1:], workload.activations(), strict=True)]
    model = Model(layers, input_dim=workload.dims[0])
    for index, (weights, bias) in enumerate(workload.parameters()):
        model = model.with_parameters(index, weights=weights, bias=bias)
    if workload.task == "trace":
        return lambda: model.trace(x).outputs
    if workload.task == "statistics":
        return lambda: model.run(x).outputs
    return lambda: model.predict(x)


def products(workload: Workload, x: np.ndarray, _threads: int) -> Call:
    """NumPy's matmul alone, into arrays that are there already: no bias, no activation."""
    weights = [w for w, _ in workload.parameters()]
    step = STREAM_ROWS if workload.task in {"stream", "statistics"} else len(x)
    outs = [np.empty((step, w.shape[1]), np.float32) for w in weights]

    def call() -> np.ndarray:
        for start in range(0, len(x), step):
            values = x[start : start + step]
            for w, out in zip(weights, outs, strict=True):
                values = np.matmul(values, w, out=out[: len(values)])
        return values

    return call


def torch(workload: Workload, x: np.ndarray, threads: int) -> Call:
    """PyTorch on the CPU, eager, without gradients."""
    import torch as t

    t.set_num_threads(threads)
    functions = {"relu": t.relu, "sigmoid": t.sigmoid, "tanh": t.tanh, "softmax": lambda z: t.softmax(z, 1)}
    layers = [
        (t.from_numpy(w.T.copy()), t.from_numpy(b), functions[g])
        for (w, b), g in zip(workload.parameters(), workload.activations(), strict=True)
    ]
    given = t.from_numpy(x)
    step = STREAM_ROWS if workload.task in {"stream", "statistics"} else len(x)

    def call() -> np.ndarray:
        parts, kept = [], []
        with t.no_grad():
            for part in given.split(step):
                values = part
                seen = [values]
                for w, b, g in layers:
                    z = t.nn.functional.linear(values, w, b)
                    values = g(z)
                    if workload.task in {"trace", "statistics"}:
                        seen += (z, values)
                if workload.task == "statistics":
                    kept.append([_torch_statistics(t, array) for array in seen])
                parts.append(values)
            return (parts[0] if len(parts) == 1 else t.cat(parts)).numpy()

    return call


def _torch_statistics(t: Any, values: Any) -> tuple[Any, ...]:
    """The same numbers that this project's engine keeps, by the library's own functions."""
    std, mean = t.std_mean(values, 0)
    low, high = t.aminmax(values)
    return mean, std, low, high, (values == 0).sum(0), t.histc(values, 64, float(low), float(high))


def onnxruntime(workload: Workload, x: np.ndarray, threads: int) -> Call:
    """The session of onnxruntime on the CPU, all graph optimisations on."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = ort.InferenceSession(_graph(workload), options, providers=["CPUExecutionProvider"])
    step = STREAM_ROWS if workload.task in {"stream", "statistics"} else len(x)

    def call() -> np.ndarray:
        parts, kept = [], []
        for start in range(0, len(x), step):
            values = x[start : start + step]
            outputs = session.run(None, {"x": values})
            if workload.task == "statistics":
                kept.append([_numpy_statistics(array) for array in (values, *outputs)])
            parts.append(outputs[-1])
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    return call


def _graph(workload: Workload) -> bytes:
    from onnx import TensorProto, helper, numpy_helper

    operators = {"relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh", "softmax": "Softmax"}
    nodes, constants, names, source = [], [], [], "x"
    pairs = zip(workload.parameters(), workload.activations(), strict=True)
    for k, ((w, b), g) in enumerate(pairs):
        constants += [numpy_helper.from_array(w, f"w{k}"), numpy_helper.from_array(b, f"b{k}")]
        nodes.append(helper.make_node("Gemm", [source, f"w{k}", f"b{k}"], [f"z{k}"]))
        nodes.append(helper.make_node(operators[g], [f"z{k}"], [f"a{k}"]))
        names += [(f"z{k}", w.shape[1]), (f"a{k}", w.shape[1])]
        source = f"a{k}"
    kept = names if workload.task in {"trace", "statistics"} else names[-1:]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", width]) for name, width in kept]
    given = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", workload.dims[0]])
    graph = helper.make_graph(nodes, "stack", [given], outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    return bytes(model.SerializeToString())


def _numpy_statistics(values: np.ndarray) -> tuple[Any, ...]:
    low, high = values.min(), values.max()
    counts, _ = np.histogram(values, 64, (low, high))
    return values.mean(0), values.std(0), low, high, (values == 0).sum(0), counts


ENGINES: dict[str, Prepare] = {
    "densegui": densegui,
    "torch": torch,
    "onnxruntime": onnxruntime,
    "products": products,
}
