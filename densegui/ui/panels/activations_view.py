"""What the activation panel shows of the model, the run, the minibatch and the data: one block's part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from densegui.ui.focus import MEAN_OF_SAMPLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.data import Dataset
    from densegui.engine import Dense, Model, RunResult
    from densegui.engine.statistics import LayerStatistics
    from densegui.ui.focus import Focus, Minibatch


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One sample's numbers of the block: z and a, (units,) each, and the sample's row of the data."""

    z: NDArray[np.floating[Any]]
    a: NDArray[np.floating[Any]]
    sample: int


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One block, and what is known of it.

    Attributes:
        name: of the block.
        layer: the block.
        unit: the selected neuron of it, or None.
        is_chosen: whether ``row`` is a sample that a person chose.
        row: of the chosen sample, or of the first that is known; None where no number is of this model.
        is_awaited: whether there are numbers of an earlier model, so that those of this one will come.
        statistics: this run's z; None before a run, or where the run did not have the block.
        is_stale: whether the last run was of another model or other data.
        class_names: one for each unit, or empty.
    """

    name: str
    layer: Dense
    unit: int | None
    is_chosen: bool
    row: Row | None
    is_awaited: bool
    statistics: LayerStatistics | None
    is_stale: bool
    class_names: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Known:
    """What the panel was shown last."""

    model: Model | None = None
    result: RunResult | None = None
    is_current: bool = True
    minibatch: Minibatch | None = None
    dataset: Dataset | None = None

    def view(self, index: int, focus: Focus) -> View:
        """The block at ``index`` of the model.

        Raises:
            ValueError: there is no model.
        """
        if self.model is None:
            raise ValueError("there is no model to show a block of")
        layer = self.model.layers[index]
        is_focused = focus.layer_id == layer.id and focus.unit is not None and focus.unit < layer.units
        names = self.dataset.class_names if self.dataset is not None else ()
        is_last = index == len(self.model.layers) - 1
        return View(
            self.model.names[index],
            layer,
            focus.unit if is_focused else None,
            focus.sample != MEAN_OF_SAMPLES,
            self._row(index, focus.sample),
            self.minibatch is not None and self.minibatch.model is not self.model,
            self._statistics(layer),
            self.result is not None and not self.is_current,
            tuple(names) if is_last and len(names) == layer.units else (),
        )

    def _row(self, index: int, sample: int) -> Row | None:
        if self.minibatch is None or self.minibatch.model is not self.model:
            return None
        row = self.minibatch.row_of(sample)
        if row is None:
            return None
        numbers = self.minibatch.trace.layers[index]
        return Row(numbers.z[row], numbers.a[row], self.minibatch.first + row)

    def _statistics(self, layer: Dense) -> LayerStatistics | None:
        if self.result is None or not self.is_current:
            return None
        for ran, result in zip(self.result.model.layers, self.result.layers, strict=True):
            if ran.id == layer.id:
                return result.z
        return None
