"""What the inspector says of a block: arguments, shapes, parameters, and how its weights are spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from densegui.engine import Model
from densegui.ui.numbers import short
from densegui.ui.panels.inspector_card import Item, Words
from densegui.ui.panels.inspector_formulas import definition
from densegui.ui.panels.inspector_plots import BY_SIGN, Bars
from densegui.ui.panels.inspector_promise import promise
from densegui.ui.panels.inspector_spread import Spread
from densegui.ui.panels.inspector_words import statistics_text

if TYPE_CHECKING:
    from densegui.engine import Initializer


@dataclass(frozen=True, slots=True, eq=False)
class BlockNumbers:
    """How the parameters of a block are spread.

    Attributes:
        weights: of W.
        bias: of b; None where the block has none.
        faded: whether they are of another model than the one shown.
    """

    weights: Spread
    bias: Spread | None
    faded: bool


def shapes(n_in: int, units: int, *, use_bias: bool, turned: bool) -> str:
    """Such as "x (N, 4) · W (4, 8) · b (8,) · z (N, 8) · a (N, 8)"; turned, with samples in columns."""
    before, after = (f"({n}, N)" if turned else f"(N, {n})" for n in (n_in, units))
    bias = f" · b ({units}, 1)" if turned else f" · b ({units},)"
    return f"x {before} · W ({n_in}, {units}){bias if use_bias else ''} · z {after} · a {after}"


def parameter_sum(n_in: int, units: int, *, use_bias: bool) -> str:
    """Such as "4·8 + 8 = 40"."""
    if use_bias:
        return f"{n_in}·{units} + {units} = {n_in * units + units:,}"
    return f"{n_in}·{units} = {n_in * units:,}"


def init_words(init: Initializer) -> str:
    """Such as "uniform(minval −0.05, maxval 0.05)"."""
    values = ", ".join(f"{key} {short(value)}" for key, value in init.parameters)
    return f"{init.name}({values})" if values else init.name


def facts(model: Model, place: int, *, turned: bool) -> tuple[Item, ...]:
    """The block's description, from top to bottom."""
    translate = QCoreApplication.translate
    layer, n_in = model.layers[place], model.dims[place]
    parameters = translate("InspectorPanel", "Parameters: {sum}").format(
        sum=parameter_sum(n_in, layer.units, use_bias=layer.use_bias)
    )
    init = translate("InspectorPanel", "Weights: {init}, {formula}").format(
        init=init_words(layer.init), formula=layer.init.kind.formula
    )
    activation = translate("InspectorPanel", "Activation: {definition}").format(
        definition=definition(layer.activation)
    )
    return (
        Words(repr(layer), look="code"),
        Words(shapes(n_in, layer.units, use_bias=layer.use_bias, turned=turned)),
        Words(parameters),
        Words(init),
        Words(_origin(model, place), "muted"),
        Words(activation),
    )


def _origin(model: Model, place: int) -> str:
    translate = QCoreApplication.translate
    if model.is_given(place):
        return translate(
            "InspectorPanel", "Given (edited, imported or frozen): seed and init do not change them"
        )
    return translate("InspectorPanel", "Drawn from seed {seed}").format(seed=model.seed)


def spreads(model: Model, place: int, numbers: BlockNumbers | None) -> tuple[Item, ...]:
    """How weights and bias are spread, and what the init promises; what to do where they are not drawn."""
    translate = QCoreApplication.translate
    if numbers is None:
        text = translate(
            "InspectorPanel", "Press Run forward (F5) to draw the weights and see how they are spread."
        )
        return (Words(text, "muted"),)
    role = "muted" if numbers.faded else "text"
    items: list[Item] = []
    if numbers.faded:
        items.append(Words(translate("InspectorPanel", "Out of date: press Run forward (F5)"), "warning"))
    items += _array("W", numbers.weights, role, model.dtype)
    if not numbers.faded:
        items += _comparison(model, place, numbers.weights)
    if numbers.bias is not None:
        items += _array("b", numbers.bias, role, model.dtype)
    return tuple(items)


def _array(name: str, spread: Spread, role: str, dtype: str) -> list[Item]:
    translate = QCoreApplication.translate
    tip = statistics_text(name, spread, dtype)
    items: list[Item] = []
    if spread.is_constant:
        text = translate("InspectorPanel", "{name}: all {count:,} values are {value}")
        if spread.size == 1:
            text = translate("InspectorPanel", "{name}: 1 value, {value}")
        items.append(Words(text.format(name=name, count=spread.size, value=short(spread.min)), role, tip=tip))
    else:
        if len(spread.counts):
            title = translate("InspectorPanel", "{name}: {count:,} values").format(
                name=name, count=spread.size
            )
            items.append(
                Bars(title, spread.edges, spread.counts, BY_SIGN if role == "text" else "histogram", tip=tip)
            )
        said = translate("InspectorPanel", "mean {mean} · std {std} · min {min} · max {max}").format(
            mean=short(spread.mean), std=short(spread.std), min=short(spread.min), max=short(spread.max)
        )
        items.append(Words(said, role, "small", tip))
    if spread.counted < spread.size:
        text = translate(
            "InspectorPanel", "These numbers are of {counted:,} evenly spaced values of {size:,}."
        )
        items.append(Words(text.format(counted=spread.counted, size=spread.size), "muted", "small"))
    if spread.wrong:
        text = translate("InspectorPanel", "Left out: {count:,} NaN or infinite.").format(count=spread.wrong)
        items.append(Words(text, "warning", "small"))
    return items


def _comparison(model: Model, place: int, spread: Spread) -> list[Item]:
    translate = QCoreApplication.translate
    layer = model.layers[place]
    found = promise(layer.init, model.dims[place], layer.units)
    if found is None:
        return []
    if model.is_given(place):
        text = translate(
            "InspectorPanel", "{init} would draw with std {promised}; these given weights: {std}"
        )
    else:
        text = translate("InspectorPanel", "{init} promises std {promised}; these weights: {std}")
    said = text.format(init=init_words(layer.init), promised=short(found.std), std=short(spread.std))
    return [Words(said, look="small")]


def rows_of(numbers: BlockNumbers | None) -> Iterator[Sequence[object]]:
    """The numbers behind the histograms: a header, then a row for each bin."""
    yield "parameter", "from", "to", "count"
    if numbers is None:
        return
    for name, spread in (("W", numbers.weights), ("b", numbers.bias)):
        if spread is None:
            continue
        for k, count in enumerate(spread.counts.tolist()):
            yield name, float(spread.edges[k]), float(spread.edges[k + 1]), count
