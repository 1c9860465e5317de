"""A step of the forward pass in words, and as the formula with the numbers put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import full, short
from densegui.ui.panels.play_steps import Kind, Numbers, Step
from densegui.ui.panels.sample_text import sample_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Activation, Model

    Floats = NDArray[np.floating[Any]]

Write = Callable[[float], str]

_SUBSCRIPTS: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_MOST_TERMS: Final = 4
_GREEK: Final = {"alpha": "α"}


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called.

    Attributes:
        layers: each layer's name.
        features: each feature's name, or empty.
        classes: each output's class, or empty.
    """

    layers: tuple[str, ...]
    features: Sequence[str]
    classes: Sequence[str]

    @staticmethod
    def of(model: Model, dataset: Dataset | None) -> Names:
        """The names of a model, with those of a dataset that fits it."""
        features: Sequence[str] = ()
        classes: Sequence[str] = ()
        if dataset is not None and len(dataset.feature_names) == model.input_dim:
            features = dataset.feature_names
        if dataset is not None and len(dataset.class_names) == model.output_dim > 1:
            classes = dataset.class_names
        return Names(model.names, features, classes)

    def feature(self, number: int) -> str:
        """The name of a feature, or its number."""
        return self.features[number] if self.features else str(number)

    def neuron(self, place: int, unit: int) -> str:
        """The number of a neuron; at the output with the class it stands for."""
        return (
            f"{unit} ({self.classes[unit]})" if self.classes and place == len(self.layers) - 1 else str(unit)
        )


def caption(model: Model, step: Step, numbers: Numbers, names: Names, sample: int) -> str:
    """What the step does, in one sentence."""
    translate = QCoreApplication.translate
    if step.kind is Kind.INPUT:
        return translate("PlayBar", "What enters: {sample}, with {count} features.").format(
            sample=sample_text(sample), count=f"{len(numbers.inputs):,}"
        )
    layer, name = model.layers[step.place], names.layers[step.place]
    if step.unit is None:
        text = translate(
            "PlayBar", "All {units} neurons of {layer} at once: weighted sums z, then {activation}."
        )
        return text.format(units=f"{layer.units:,}", layer=name, activation=layer.activation)
    neuron = names.neuron(step.place, step.unit)
    if step.kind is Kind.TERM:
        return _term_caption(step, numbers, names, neuron)
    if step.kind is Kind.BIAS:
        text = translate("PlayBar", "Neuron {neuron} of {layer} adds its bias {bias}: z is {z}.")
        return text.format(neuron=neuron, layer=name, bias=short(numbers.bias), z=short(numbers.after))
    if step.kind is Kind.ACTIVATION:
        return _activation_caption(layer.activation, name, neuron, numbers)
    return _neuron_caption(layer.activation, name, neuron, float(numbers.z[step.unit]), numbers)


def formula(model: Model, step: Step, numbers: Numbers, write: Write = short) -> str:
    """The calculation of the step with its numbers, as ``write`` writes them."""
    if step.kind is Kind.INPUT:
        return f"x = {_vector(numbers.inputs, write)}"
    layer = model.layers[step.place]
    if step.unit is None:
        return _layer_formula(step.place, layer.activation, layer.use_bias, numbers, write)
    if step.kind is Kind.ACTIVATION:
        return _activation_formula(layer.activation, step.unit, numbers, write)
    if step.kind is Kind.NEURON:
        return _neuron_formula(layer.activation, step.unit, layer.use_bias, numbers, write)
    if step.source is None:
        added = _signed(numbers.bias, write)
    else:
        added = _product(numbers.inputs[step.source], numbers.weights[step.source], write)
    return f"{write(numbers.before)} + {added} = {write(numbers.after)}"


def every_digit(dtype: np.dtype[Any]) -> Write:
    """Writes all digits that distinguish a number in a dtype: float32 0.1 is 0.1."""

    def write(value: float) -> str:
        with np.errstate(over="ignore"):
            return full(float(str(dtype.type(value))))

    return write


def applied_text(activation: Activation, argument: str) -> str:
    """Such as "relu(0.133)"; parameters stand behind the argument."""
    parameters = "".join(
        f"; {_GREEK.get(name, name)} = {short(value)}" for name, value in activation.parameters
    )
    return f"{activation.name}({argument}{parameters})"


def _term_caption(step: Step, numbers: Numbers, names: Names, neuron: str) -> str:
    translate = QCoreApplication.translate
    assert step.source is not None
    if step.place == 0:
        source = names.feature(step.source)
        text = translate(
            "PlayBar",
            "Neuron {neuron} of {layer} multiplies feature {source} ({x}) by its weight {w}"
            " and adds it: sum so far {sum}.",
        )
        before = ""
    else:
        source, before = str(step.source), names.layers[step.place - 1]
        text = translate(
            "PlayBar",
            "Neuron {neuron} of {layer} multiplies neuron {source} of {before} ({x}) by its weight {w}"
            " and adds it: sum so far {sum}.",
        )
    return text.format(
        neuron=neuron,
        layer=names.layers[step.place],
        source=source,
        before=before,
        x=short(float(numbers.inputs[step.source])),
        w=short(float(numbers.weights[step.source])),
        sum=short(numbers.after),
    )


def _activation_caption(activation: Activation, name: str, neuron: str, numbers: Numbers) -> str:
    translate = QCoreApplication.translate
    if activation.function.rowwise:
        text = translate(
            "PlayBar",
            "{activation} divides e^(z − max z) of neuron {neuron} by the sum over all {units} neurons"
            " of {layer}: a is {a}.",
        )
    else:
        text = translate("PlayBar", "Neuron {neuron} of {layer} applies {activation} to z: a is {a}.")
    return text.format(
        activation=activation,
        neuron=neuron,
        layer=name,
        units=f"{len(numbers.z):,}",
        a=short(numbers.after),
    )


def _neuron_caption(activation: Activation, name: str, neuron: str, z: float, numbers: Numbers) -> str:
    translate = QCoreApplication.translate
    if activation.function.rowwise:
        text = translate(
            "PlayBar",
            "The weighted sum of neuron {neuron} of {layer} is z = {z}; {activation} waits for those of all"
            " neurons.",
        )
    else:
        text = translate(
            "PlayBar",
            "The weighted sum of neuron {neuron} of {layer} is z = {z}; {activation} makes it a = {a}.",
        )
    return text.format(neuron=neuron, layer=name, z=short(z), activation=activation, a=short(numbers.after))


def _layer_formula(place: int, activation: Activation, biased: bool, numbers: Numbers, write: Write) -> str:
    number, before = (str(k).translate(_SUBSCRIPTS) for k in (place + 1, place))
    inputs = f"a{before}" if place else "x"
    bias = f" + b{number}" if biased else ""
    z, a = f"z{number}", f"a{number}"
    return (
        f"{z} = {inputs}·W{number}{bias} = {_vector(numbers.z, write)}\u2003"
        f"{a} = {applied_text(activation, z)} = {_vector(numbers.a, write)}"
    )


def _neuron_formula(activation: Activation, unit: int, biased: bool, numbers: Numbers, write: Write) -> str:
    total, z = _terms(numbers, biased, write), write(float(numbers.z[unit]))
    if activation.function.rowwise or activation.function.keeps == "all":
        return f"{total} = {z}"
    return f"{applied_text(activation, total)} = {applied_text(activation, z)} = {write(numbers.after)}"


def _activation_formula(activation: Activation, unit: int, numbers: Numbers, write: Write) -> str:
    if not activation.function.rowwise:
        return f"{applied_text(activation, write(numbers.before))} = {write(numbers.after)}"
    z = numbers.z.astype(np.float64)
    largest = float(z.max())
    powers = [f"e^({write(value)} − {_signed(largest, write)})" for value in _few(z)]
    with np.errstate(all="ignore"):
        own, total = float(np.exp(z[unit] - largest)), float(np.exp(z - largest).sum())
    top = f"e^({write(numbers.before)} − {_signed(largest, write)})"
    return f"{top} / ({_joined(powers, len(z))}) = {write(own)} / {write(total)} = {write(numbers.after)}"


def _terms(numbers: Numbers, biased: bool, write: Write) -> str:
    products = [
        _product(x, w, write) for x, w in zip(_few(numbers.inputs), _few(numbers.weights), strict=True)
    ]
    products[0] = f"{write(float(numbers.inputs[0]))}·{_signed(float(numbers.weights[0]), write)}"
    text = _joined(products, len(numbers.inputs))
    return f"{text} + {_signed(numbers.bias, write)}" if biased else text


def _joined(parts: Sequence[str], count: int) -> str:
    return " + ".join(parts if count == len(parts) else [*parts[:-1], "…", parts[-1]])


def _few(values: Floats) -> list[float]:
    """All of a few values; the first two and the last of many."""
    chosen = values if len(values) <= _MOST_TERMS else values[[0, 1, -1]]
    return [float(value) for value in chosen]


def _vector(values: Floats, write: Write) -> str:
    texts = [write(value) for value in _few(values)]
    if len(values) > len(texts):
        texts.insert(2, "…")
    return f"({', '.join(texts)})"


def _product(x: float, w: float, write: Write) -> str:
    return f"{_signed(float(x), write)}·{_signed(float(w), write)}"


def _signed(value: float, write: Write) -> str:
    """A number behind an operator: negative ones in brackets."""
    return f"({write(value)})" if value < 0 else write(value)
