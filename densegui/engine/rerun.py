"""Running the same rows again after an edit: what stands before the first changed layer is kept."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from densegui.engine import streaming

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.engine.model import Model
    from densegui.engine.parameters import Parameters
    from densegui.engine.results import NonFinite, Progress, RunResult
    from densegui.engine.rows import Rows

# What enters the first changed layer is held for the next edit of that layer, up to this size.
HELD_BYTES: Final = 64 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class _Entering:
    """The outputs (N, n) of the layers before ``start``, and the parameters that they were made with."""

    start: int
    parameters: tuple[Parameters, ...]
    values: NDArray[np.floating[Any]]


class Rerun:
    """Runs one set of rows through a model that is edited between the runs.

    Only the first changed layer and those behind it are run; a person who drags a weight changes the same
    layer over and over, so what enters it is computed once. The result is that of ``Model.run``, up to
    the rounding that ``densegui.engine.forward`` states.

    Args:
        x: (N, n_in), any real dtype.
        labels: (N,) whole numbers from 0, or None.
    """

    def __init__(self, x: Rows, labels: NDArray[Any] | None = None) -> None:
        self.x = x
        self.labels = labels
        self._last: RunResult | None = None
        self._entering: _Entering | None = None

    def remember(self, result: RunResult) -> None:
        """Takes a result of these very rows and labels as what the next run begins with."""
        self._last = result

    def start(self, model: Model) -> int:
        """The layer that a run of this model begins with; 0 for a whole run."""
        if self._last is None:
            return 0
        start = max(0, min(first_difference(self._last.model, model), len(model.layers) - 1))
        return start if len(self.x) * model.dims[start] * 8 <= HELD_BYTES else 0

    def steps(self, model: Model, batch_size: int | None = None) -> Generator[Progress, None, RunResult]:
        """Runs the rows; every ``yield`` is a point of progress and cancel.

        Args:
            model: what to run.
            batch_size: rows in a minibatch, as ``run`` takes it.

        Yields:
            The rows done so far.

        Returns:
            Statistics of every layer, and the outputs.

        Raises:
            ValueError: a shape that does not fit.
        """
        last, start = self._last, self.start(model)
        if last is None or start == 0:
            result = yield from streaming.run(model, self.x, labels=self.labels, batch_size=batch_size)
        else:
            tail = model.with_layers(model.layers[start:], input_dim=model.dims[start])
            entering = self._enter(model, start)
            part = yield from streaming.run(tail, entering, labels=self.labels, batch_size=batch_size)
            result = replace(
                part,
                model=model,
                inputs=last.inputs,
                layers=last.layers[:start] + part.layers,
                first_non_finite=_located(last.first_non_finite, part.first_non_finite, start),
            )
        self._last = result
        return result

    def _enter(self, model: Model, start: int) -> NDArray[np.floating[Any]]:
        parameters = tuple(model.parameters[:start])
        known = self._entering
        if known is not None and known.start == start and _same(known.parameters, parameters):
            return known.values
        values = model.with_layers(model.layers[:start]).predict(self.x)
        self._entering = _Entering(start, parameters, values)
        return values


def first_difference(before: Model, after: Model) -> int:
    """The first layer that does not compute what it did; the number of layers of the shorter if all do.

    Parameters that are not drawn yet count as different, and so does another dtype.
    """
    if before.dtype != after.dtype or before.input_dim != after.input_dim:
        return 0
    shorter = min(len(before.layers), len(after.layers))
    for index in range(shorter):
        drawn = before.is_drawn(index) and after.is_drawn(index)
        if not drawn or before.layers[index].activation != after.layers[index].activation:
            return index
        if not _same((before.parameters[index],), (after.parameters[index],)):
            return index
    return shorter


def _same(before: tuple[Parameters, ...], after: tuple[Parameters, ...]) -> bool:
    """Whether these are the very same arrays."""
    return len(before) == len(after) and all(
        old.weights is new.weights and old.bias is new.bias for old, new in zip(before, after, strict=True)
    )


def _located(before: NonFinite | None, part: NonFinite | None, start: int) -> NonFinite | None:
    """The first NaN or infinity of the whole model: of the layers that were kept, else of those run anew."""
    if before is not None and (before.layer is None or before.layer < start):
        return before
    return None if part is None else replace(part, layer=(part.layer or 0) + start)
