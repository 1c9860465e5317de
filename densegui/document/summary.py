"""Summary: what Keras' ``model.summary()`` says of a stack, with multiply-adds and memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from densegui.engine import Model

Row = tuple[str, ...]

_BYTES: Final = {"float32": 4, "float64": 8}


def rows(model: Model, *, samples_in_columns: bool = False) -> tuple[Row, ...]:
    """Returns a row a layer: name, output shape, connections, parameters, multiply-adds, memory.

    Multiply-adds are those of one sample; memory is that of weights and bias.

    Args:
        model: the stack.
        samples_in_columns: whether shapes are written (features, N).
    """
    size = _BYTES[model.dtype]
    counts = zip(model.names, model.layers, model.connections, model.parameter_counts, strict=True)
    return tuple(
        (
            f"{name} ({layer.activation})",
            shape(layer.units, samples_in_columns=samples_in_columns),
            f"{connections:,}",
            f"{parameters:,}",
            f"{connections:,}",
            amount(parameters * size),
        )
        for name, layer, connections, parameters in counts
    )


def totals(model: Model) -> Row:
    """Returns the sums of connections, parameters, multiply-adds and memory."""
    connections, parameters = sum(model.connections), sum(model.parameter_counts)
    memory = parameters * _BYTES[model.dtype]
    return (f"{connections:,}", f"{parameters:,}", f"{connections:,}", amount(memory))


def shape(units: int, *, samples_in_columns: bool = False) -> str:
    """The shape of N samples of so many values."""
    return f"({units}, N)" if samples_in_columns else f"(N, {units})"


def amount(count: int) -> str:
    """Bytes as a person reads them."""
    value = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1000:
            return f"{count} B" if unit == "B" else f"{value:.3g} {unit}"
        value /= 1000
    return f"{value:.3g} TB"


def as_text(header: Row, body: Sequence[Row], footer: Row) -> str:
    """Returns a table in columns of equal width; the first two are set to the left, numbers to the right."""
    lines = [header, *body, footer]
    widths = [max(_width(line[k]) for line in lines) for k in range(len(header))]
    written = ["  ".join(_padded(cell, widths[k], k >= 2) for k, cell in enumerate(line)) for line in lines]
    rule = "─" * max(_width(line) for line in written)
    return "\n".join(line.rstrip() for line in (written[0], rule, *written[1:-1], rule, written[-1]))


def _padded(cell: str, width: int, right: bool) -> str:
    gap = " " * (width - _width(cell))
    return gap + cell if right else cell + gap


def _width(text: str) -> int:
    """Columns a text takes in a terminal; Korean letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
