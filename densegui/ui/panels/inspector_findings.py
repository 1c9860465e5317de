"""What the inspector knows: the numbers of what is looked at, and whether they are of the model of now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.ui.focus import INPUT, MEAN_OF_SAMPLES, Focus, Minibatch, NeuronValues
from densegui.ui.panels.inspector_block import BlockNumbers
from densegui.ui.panels.inspector_sheet import BIAS
from densegui.ui.panels.inspector_spread import spread
from densegui.ui.panels.inspector_standing import Standing, State
from densegui.ui.panels.inspector_terms import Explanation, explain
from densegui.ui.panels.inspector_words import unit_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from densegui.data.dataset import Dataset
    from densegui.engine import Model, Parameters, RunResult

INPUT_PLACE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """The numbers of a neuron.

    Attributes:
        layer_id: of its layer.
        model: the model that they are of.
        explanation: the numbers.
        faded: whether that is another model, or another sample, than the one of now.
    """

    layer_id: int | None
    model: Model
    explanation: Explanation
    faded: bool


class Findings:
    """Model, data, run, minibatch, values and focus of now, and what follows from them."""

    def __init__(self) -> None:
        self.model: Model | None = None
        self.dataset: Dataset | None = None
        self.result: RunResult | None = None
        self.is_current = True
        self.minibatch: Minibatch | None = None
        self.values: NeuronValues | None = None
        self.is_counting = False
        self.focus = Focus()
        self._last: Explained | None = None
        self._spreads: tuple[int | None, Parameters, BlockNumbers] | None = None
        self._names: tuple[object, list[str]] = (None, [])

    def forget(self) -> None:
        """Forgets the last numbers: they are of other data."""
        self._last = None

    def forget_names(self) -> None:
        """Forgets the names: the language is another."""
        self._names = (None, [])

    @property
    def place(self) -> int | None:
        """The place of the layer looked at; −1 for the input, None where there is none."""
        model, focus = self.model, self.focus
        if model is None or focus.layer_id is None:
            return None
        place: int | None = INPUT_PLACE
        if focus.layer_id != INPUT:
            place = next((k for k, layer in enumerate(model.layers) if layer.id == focus.layer_id), None)
        too_far = place is not None and focus.unit is not None and focus.unit >= model.dims[place + 1]
        return None if too_far else place

    @property
    def row(self) -> int | None:
        """The row of the minibatch that is the sample; None where it has no numbers of the model of now."""
        minibatch = self.minibatch
        if minibatch is None or minibatch.model is not self.model:
            return None
        return minibatch.row_of(self.focus.sample)

    @property
    def sample(self) -> int:
        """The sample looked at; for the mean of all, the first of the minibatch."""
        if self.focus.sample != MEAN_OF_SAMPLES:
            return self.focus.sample
        return 0 if self.minibatch is None else self.minibatch.first

    @property
    def samples(self) -> int:
        """How many samples there are to choose from."""
        dataset, model = self.dataset, self.model
        if dataset is None or model is None or dataset.features != model.input_dim:
            return 0
        return dataset.rows

    def explained(self) -> Explained | None:
        """The numbers of the neuron looked at, or the last ones there were of it, or None."""
        model, place, focus = self.model, self.place, self.focus
        if model is None or place is None or place < 0 or focus.unit is None:
            return None
        row = self.row
        if self.minibatch is not None and row is not None:
            numbers = explain(
                self.minibatch.trace,
                place,
                focus.unit,
                row,
                sample=self.minibatch.first + row,
                use_bias=model.layers[place].use_bias,
            )
            self._last = Explained(focus.layer_id, model, numbers, faded=False)
            return self._last
        last = self._last
        if last is None or (last.layer_id, last.explanation.unit) != (focus.layer_id, focus.unit):
            return None
        return replace(last, faded=True)

    def feature(self) -> np.floating | None:
        """The value of the feature looked at; None where it is not of the model of now."""
        row, unit = self.row, self.focus.unit
        if self.minibatch is None or row is None or unit is None:
            return None
        value: np.floating = self.minibatch.trace.x[row, unit]
        return value

    def input_names(self, explained: Explained) -> Sequence[str]:
        """The names of all inputs of a neuron; made anew only for another layer or other data."""
        before, count = explained.explanation.place - 1, len(explained.explanation.x)
        key = (before, count, len(explained.model.layers), self.dataset)
        if self._names[0] != key:
            self._names = key, [unit_name(explained.model, self.dataset, before, k) for k in range(count)]
        return self._names[1]

    def block_numbers(self) -> BlockNumbers | None:
        """How the parameters of the block looked at are spread; counted anew only for other parameters."""
        model, place, kept = self.model, self.place, self._spreads
        if model is None or place is None or place < 0:
            return None
        layer = model.layers[place]
        if not model.is_drawn(place):
            return None if kept is None or kept[0] != layer.id else replace(kept[2], faded=True)
        parameters = model.parameters[place]
        if kept is None or kept[1] is not parameters:
            bias = spread(parameters.bias) if layer.use_bias else None
            numbers = BlockNumbers(spread(parameters.weights), bias, faded=False)
            kept = self._spreads = layer.id, parameters, numbers
        return kept[2]

    def standing(self) -> Standing:
        """What the neuron, or the feature, that is looked at can be compared with."""
        values, focus = self.values, self.focus
        of_this = values is not None and values.dataset is self.dataset
        if values is None or not of_this or (values.layer_id, values.unit) != (focus.layer_id, focus.unit):
            values = None
        if self.result is None:
            return Standing(State.NO_RUN, None)
        if not self.is_current:
            return Standing(State.STALE, values)
        if values is not None and values.model is self.model:
            return Standing(State.NOW, values)
        return Standing(State.COUNTING if self.is_counting else State.UNKNOWN, values)


def with_number(before: Parameters, found: Explained, row: int, value: float) -> tuple[Any, Any]:
    """Returns the weights (n_in, n_out) or the bias (n_out,) with one number of a neuron changed.

    Args:
        before: of its layer.
        found: the neuron.
        row: the input whose weight it is, or ``BIAS``.
        value: the new number.

    Returns:
        Weights and None, or None and the bias.
    """
    unit = found.explanation.unit
    if row == BIAS:
        bias = np.array(before.bias)
        bias[unit] = value
        return None, bias
    weights = np.array(before.weights)
    weights[row, unit] = value
    return weights, None
