"""The networks and inputs that all engines compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

STREAM_ROWS = 8192  # how many rows a peer takes at a time from the stream; its own best of a few


@dataclass(frozen=True, slots=True)
class Workload:
    """One row of the table.

    Attributes:
        name: as the table shows it.
        dims: sizes from input to output.
        hidden: activation of all layers but the last.
        last: activation of the last layer.
        rows: number of samples.
        task: the outputs of one call, every z and a of one call, or a stream, with or without statistics.
        floors: highest ratio to PyTorch, onnxruntime and bare products.
        goals: ratios to aim at.
    """

    name: str
    dims: tuple[int, ...]
    hidden: str
    last: str
    rows: int
    task: Literal["predict", "trace", "stream", "statistics"]
    floors: tuple[float | None, float | None, float | None]
    goals: tuple[float | None, float | None, float | None]

    def activations(self) -> list[str]:
        """One for each layer."""
        return [self.hidden] * (len(self.dims) - 2) + [self.last]

    def parameters(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Weights and bias of each layer, float32."""
        rng = np.random.default_rng(0)
        pairs = zip(self.dims, self.dims[1:], strict=False)
        return [
            (
                (rng.standard_normal((n, m)) * np.sqrt(1.5 / n)).astype(np.float32),
                (rng.standard_normal(m) * 0.1).astype(np.float32),
            )
            for n, m in pairs
        ]

    def inputs(self) -> np.ndarray:
        """x, float32."""
        return np.random.default_rng(1).standard_normal((self.rows, self.dims[0]), dtype=np.float32)


_SMALL = (4, 8, 6, 1)
_IMAGES = (784, 512, 256, 10)
_STREAM = (64, 256, 128, 10)
_T = Workload

WORKLOADS = (
    _T("W1, 1 row", _SMALL, "relu", "sigmoid", 1, "predict", (0.35, 1.4, None), (0.20, 0.9, None)),
    _T("W1, 16 rows", _SMALL, "relu", "sigmoid", 16, "predict", (0.30, 1.1, None), (0.15, 0.7, None)),
    _T("W1, 1000 rows", _SMALL, "relu", "sigmoid", 1000, "predict", (0.45, 1.4, None), (0.25, 0.8, None)),
    _T("W2, 1 row", _IMAGES, "relu", "softmax", 1, "predict", (0.95, 1.9, 1.6), (0.60, 1.2, 1.2)),
    _T("W2, 128 rows", _IMAGES, "relu", "softmax", 128, "predict", (1.45, 1.9, 1.6), (1.0, 1.2, 1.2)),
    _T("W2, 10,000 rows", _IMAGES, "relu", "softmax", 10_000, "predict", (1.30, 1.2, 1.3), (0.90, 0.85, 1.0)),
    _T("W2, 60,000 rows", _IMAGES, "relu", "softmax", 60_000, "predict", (1.0, 1.0, 1.2), (0.60, 0.65, 1.0)),
    _T(
        "W3, 10,000 rows", (3072, 1024, 512, 10), "relu", "softmax", 10_000, "predict",
        (1.25, 1.0, 1.2), (0.95, 0.75, 1.0),
    ),
    _T("W4, all kept", (256,) * 51, "tanh", "tanh", 1000, "trace", (1.15, 1.45, 1.45), (0.90, 1.0, 1.1)),
    _T("W5, forward", _STREAM, "relu", "softmax", 400_000, "stream", (1.0, 1.3, 1.5), (0.75, 0.95, 1.1)),
    _T(
        "W5, statistics", _STREAM, "relu", "softmax", 400_000, "statistics",
        (0.70, 0.50, None), (0.45, 0.35, None),
    ),
)  # fmt: skip
