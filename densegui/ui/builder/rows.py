"""What each row of the stack says: facts of a model and its data, put into words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from densegui.engine import Activation, Dense, Initializer, Model
from densegui.ui.builder.doubts import Doubt, doubts

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset

_SHORT_NAME: Final = 12  # letters of the data's name where the plate is narrow


@dataclass(frozen=True, slots=True)
class Brick:
    """One layer in its place.

    Attributes:
        layer: the layer.
        layer_id: its id.
        name: what it is called.
        n_in: number of its inputs.
        samples_in_columns: whether shapes are written (features, N).
        doubts: what of its setting is doubtful.
        held: whether its weights are given, so that nothing redraws them.
    """

    layer: Dense
    layer_id: int
    name: str
    n_in: int
    samples_in_columns: bool
    doubts: tuple[Doubt, ...] = ()
    held: bool = False

    @property
    def shape(self) -> str:
        """Output shape, such as "(N, 8)"."""
        return shape_text(self.layer.units, self.samples_in_columns)

    def title(self) -> str:
        """What the row is called."""
        return self.name

    def number(self) -> int:
        """What the stepper changes."""
        return self.layer.units

    def counts(self) -> tuple[str, ...]:
        """The number of parameters, from the long way of writing it to the short one."""
        units, total = self.layer.units, f"{self.layer.parameter_count(self.n_in):,}"
        bias = f" + {units}" if self.layer.use_bias else ""
        words = QCoreApplication.translate("Stack", "{count} parameters").format(count=total)
        return (f"{self.n_in}·{units}{bias} = {total}", words, total)

    def accessible_text(self) -> str:
        """What a screen reader says."""
        text = QCoreApplication.translate(
            "Stack", "{name}, {units}, {activation}, {init}, output {size}, {count} parameters"
        )
        units = QCoreApplication.translate("Stack", "{count} units").format(count=self.layer.units)
        if self.layer.units == 1:
            units = QCoreApplication.translate("Stack", "1 unit")
        facts = text.format(
            name=self.name,
            units=units,
            size=self.layer.units,
            # A name is one word to read, but several to say.
            activation=activation_words(self.layer.activation)[0].replace("_", " "),
            init=str(self.layer.init).replace("_", " "),
            count=f"{self.layer.parameter_count(self.n_in):,}",
        )
        return ". ".join((facts, *self._remarks()))

    def tool_tip(self) -> str:
        """All facts of the layer, as rich text."""
        layer, n, m = self.layer, self.n_in, self.layer.units
        turned = self.samples_in_columns
        bias = " + b" if layer.use_bias else ""
        equation = f"z = (Xᵀ·W{bias})ᵀ" if turned else f"z = x·W{bias}"
        inputs, outputs = shape_text(n, turned), shape_text(m, turned)
        vector = f"b {f'({m}, 1)' if turned else f'({m},)'}, " if layer.use_bias else ""
        function, kind = layer.activation.function, layer.init.kind
        counted = QCoreApplication.translate("Stack", "{sum} parameters, {connections} connections").format(
            sum=self.counts()[0], connections=f"{layer.connections(n):,}"
        )
        lines = (
            f"{equation}, a = {layer.activation.name}(z)",
            f"x {inputs}, W ({n}, {m}), {vector}a {outputs}",
            counted,
            f"{activation_words(layer.activation)[0]}: {function.formula}",
            f"{layer.init}: {kind.formula}",
        )
        doubts = (f"⚠ {doubt_sentence(doubt)}" for doubt in self.doubts)
        return _rich_text(self.name, (*doubts, *self._holding(), *lines))

    def _remarks(self) -> tuple[str, ...]:
        """A sentence on each sign that the brick carries."""
        return (*map(doubt_sentence, self.doubts), *self._holding())

    def _holding(self) -> tuple[str, ...]:
        """What the padlock says, where the brick has one."""
        text = QCoreApplication.translate(
            "Stack",
            "Frozen or set by hand (the padlock): neither seed nor initialiser changes these weights until"
            " Unfreeze weights gives them back.",
        )
        return (text,) if self.held else ()


@dataclass(frozen=True, slots=True)
class Plate:
    """The base plate: the input.

    Attributes:
        input_dim: number of features the stack takes in.
        data_name: what the data are called; empty without data.
        data_rows: their number of samples.
        data_features: their number of features.
        feature_names: what the features are called, or empty.
        samples_in_columns: whether shapes are written (features, N).
        top_down: whether the bricks hang below the plate, not on it.
    """

    input_dim: int
    data_name: str = ""
    data_rows: int = 0
    data_features: int = 0
    feature_names: tuple[str, ...] = ()
    samples_in_columns: bool = False
    top_down: bool = False

    @property
    def fits(self) -> bool:
        """Whether the data, if any, have as many features as the stack takes in."""
        return not self.data_name or self.data_features == self.input_dim

    def title(self) -> str:
        """The plate's name."""
        return QCoreApplication.translate("Stack", "Input")

    def number(self) -> int:
        """What the stepper changes."""
        return self.input_dim

    def unit(self) -> str:
        """What the number counts."""
        if self.input_dim == 1:
            return QCoreApplication.translate("Stack", "feature")
        return QCoreApplication.translate("Stack", "features")

    def sources(self) -> tuple[str, ...]:
        """What the data are, from the long way of writing it to the short one."""
        if not self.data_name:
            return (QCoreApplication.translate("Stack", "no data yet"), "")
        rows, features = f"{self.data_rows:,}", f"{self.data_features:,}"
        size, about = f"{rows} × {features}", f"{_about(self.data_rows)} × {features}"
        if self.samples_in_columns:
            size, about = f"{features} × {rows}", f"{features} × {_about(self.data_rows)}"
        name = self.data_name
        part = name if len(name) <= _SHORT_NAME else f"{name[: _SHORT_NAME - 1]}…"
        # A name says more of what the data are than the last digits of their size.
        return (f"{name} · {size}", f"{name} · {about}", f"{part} · {about}", size)

    def names(self) -> str:
        """The feature names in one line; data without names are counted from 0."""
        if self.feature_names:
            return ", ".join(self.feature_names)
        shown = [f"x[{place}]" for place in range(min(self.data_features, 3))]
        if self.data_features > 3:
            shown += (["…"] if self.data_features > 4 else []) + [f"x[{self.data_features - 1}]"]
        return ", ".join(shown)

    def accessible_text(self) -> str:
        """What a screen reader says."""
        text = f"{self.title()}, {self.input_dim} {self.unit()}, {self.sources()[0]}"
        return text if self.fits else f"{text}, {self.mismatch()}"

    def tool_tip(self) -> str:
        """The input's shape, the data and all feature names."""
        shape = shape_text(self.input_dim, self.samples_in_columns)
        lines = [] if self.fits else [f"⚠ {self.mismatch()}"]
        lines += [f"x {shape}", self.sources()[0], *self.feature_names[:40]]
        if len(self.feature_names) > 40:
            lines.append("…")
        return _rich_text(self.title(), lines)

    def mismatch(self) -> str:
        """One sentence on data that do not fit."""
        text = QCoreApplication.translate("Stack", "{data} has {found} features, the stack takes {needed}.")
        return text.format(data=self.data_name, found=f"{self.data_features:,}", needed=f"{self.input_dim:,}")

    def faults(self) -> tuple[str, ...]:
        """How the data do not fit, from the long way of writing it to the short one."""
        text = QCoreApplication.translate("Stack", "The data have {found} features")
        return (self.mismatch(), text.format(found=f"{self.data_features:,}"), f"{self.data_features:,}")

    def repairs(self) -> dict[str, str]:
        """What a click mends data that do not fit with, and its words; the keys are ``geometry.REPAIRS``."""
        if self.fits:
            return {}
        translate = QCoreApplication.translate
        found = {"fit": translate("Stack", "Set to {size}").format(size=f"{self.data_features:,}")}
        if self.data_features > self.input_dim:
            found["columns"] = translate("Stack", "Columns…")
        if self.data_rows == self.input_dim:
            found["transpose"] = translate("Stack", "Transpose")
        return found


@dataclass(frozen=True, slots=True)
class Top:
    """The free space at the stack's end: what comes out.

    Attributes:
        last: the last layer; None where the stack is empty.
        samples_in_columns: whether shapes are written (features, N).
        top_down: whether the stack grows downward, so that this row lies at its bottom.
    """

    last: Dense | None
    samples_in_columns: bool = False
    top_down: bool = False

    def title(self) -> str:
        """The output's shape and meaning, or what to do with an empty stack."""
        if self.last is None:
            return QCoreApplication.translate("Stack", "Drag a brick here, or double-click one under Bricks")
        shape = shape_text(self.last.units, self.samples_in_columns)
        text = QCoreApplication.translate("Stack", "Output {shape} · {meaning}")
        return text.format(shape=shape, meaning=_meaning(self.last))

    def number(self) -> None:
        """Nothing here is a number to change."""

    def accessible_text(self) -> str:
        """What a screen reader says."""
        return self.title()

    def tool_tip(self) -> str:
        """Nothing beyond what is shown."""
        return ""


def _rich_text(title: str, lines: Iterable[str]) -> str:
    from html import escape  # noqa: PLC0415 - no tip is asked for before the first frame

    return "<br>".join((f"<b>{escape(title)}</b>", *map(escape, lines)))


def _about(count: int) -> str:
    """A number in short, such as "200k" or "1.2M"; small ones are written out."""
    if count < 10_000:
        return f"{count:,}"
    return f"{count / 1e3:.3g}k" if count < 999_500 else f"{count / 1e6:.3g}M"


def brick_rows(model: Model, dataset: Dataset | None) -> list[Brick]:
    """The bricks of a model, from the input on."""
    turned = dataset is not None and dataset.samples_in_columns
    classes = len(dataset.class_names) if dataset is not None else 0
    places = zip(model.layers, model.names, model.dims, strict=False)
    last = model.layers[-1] if model.layers else None
    return [
        Brick(
            layer,
            layer.id,
            name,
            n_in,
            turned,
            doubts(layer, layer is last, classes),
            layer.id in model.given,
        )
        for layer, name, n_in in places
        if layer.id is not None
    ]


def plate_row(model: Model, dataset: Dataset | None, top_down: bool) -> Plate:
    """The base plate of a model."""
    if dataset is None:
        return Plate(model.input_dim, top_down=top_down)
    return Plate(
        model.input_dim,
        dataset.name,
        dataset.rows,
        dataset.features,
        dataset.feature_names,
        dataset.samples_in_columns,
        top_down,
    )


def shape_text(features: int, samples_in_columns: bool) -> str:
    """A shape with N samples, such as "(N, 8)"."""
    return f"({features}, N)" if samples_in_columns else f"(N, {features})"


def activation_words(activation: Activation) -> tuple[str, ...]:
    """The name with its parameters, long and short: libraries differ in them, so they are never left out."""
    return _with_numbers(activation.name, activation.parameters)


def init_words(init: Initializer) -> tuple[str, ...]:
    """The name, with its parameters where they are not the usual ones, from long to short."""
    usual = Initializer(init.name)
    return (init.name,) if init == usual else (*_with_numbers(init.name, init.parameters), init.name)


def _with_numbers(name: str, parameters: tuple[tuple[str, float], ...]) -> tuple[str, ...]:
    if not parameters:
        return (name,)
    named = ", ".join(f"{parameter}={value:g}" for parameter, value in parameters)
    bare = ", ".join(f"{value:g}" for _, value in parameters)
    return (f"{name}({named})", f"{name}({bare})")


def doubt_sentence(doubt: Doubt) -> str:
    """One sentence on what is doubtful."""
    translate = QCoreApplication.translate
    return {
        "softmax of one unit": translate("Stack", "Softmax of one unit is always 1."),
        "linear hidden layer": translate(
            "Stack", "A linear hidden layer adds nothing: it and the next block amount to one block."
        ),
        "relu for classes": translate("Stack", "The data have classes, but relu gives no probabilities."),
        "units for classes": translate(
            "Stack", "The data have {count} classes, so the last block needs {count} units."
        ).format(count=doubt.classes),
    }[doubt.rule]


def repair_words(doubt: Doubt) -> str:
    """What a click on the repair does."""
    if doubt.field == "units":
        return QCoreApplication.translate("Stack", "Make it {count} units").format(count=doubt.value)
    return QCoreApplication.translate("Stack", "Use {activation}").format(activation=doubt.value)


def _meaning(last: Dense) -> str:
    name, units = last.activation.name, last.units
    if name == "sigmoid" and units == 1:
        return QCoreApplication.translate("Stack", "one probability")
    if name == "softmax" and units > 1:
        return QCoreApplication.translate("Stack", "{count} class probabilities").format(count=f"{units:,}")
    if units == 1:
        return QCoreApplication.translate("Stack", "one value")
    return QCoreApplication.translate("Stack", "{count} values").format(count=f"{units:,}")
