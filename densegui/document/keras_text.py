"""Blocks as the text that Keras lessons write, and back; the text is parsed, never evaluated."""

from __future__ import annotations

import ast
import textwrap
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from densegui.document.keras_words import (
    NotUnderstood,
    activation_of,
    call_name,
    excerpt,
    initializer_of,
    is_activation_class,
    value_of,
    written,
)
from densegui.engine import ACTIVATIONS, Activation, Dense, Initializer

LONGEST: Final = 200_000
MOST_BLOCKS: Final = 1_000
_MOST_NOTES: Final = 12
_DEEPEST: Final = 40
# Calls that belong to a lesson's program but make no block; nothing is said about them.
_SILENT: Final = frozenset({"Model", "summary", "print"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says.

    Attributes:
        layers: the blocks from the input to the output, without ids and input sizes.
        input_dim: the input size the text gives, or None.
        notes: one sentence for each thing that was not understood, or changed.
    """

    layers: tuple[Dense, ...]
    input_dim: int | None
    notes: tuple[str, ...] = ()


def to_text(layers: Sequence[Dense], input_dim: int | None = None) -> str:
    """Returns a ``Dense(...)`` call a line; with an input size, the stack as ``Sequential([...])``."""
    if input_dim is None:
        return "\n".join(_written(layer, None) for layer in layers)
    if not layers:
        return f"Sequential([\n    Input(shape=({input_dim},)),\n])"
    lines = [_written(layer, None if place else input_dim) for place, layer in enumerate(layers)]
    return "Sequential([\n" + "".join(f"    {line},\n" for line in lines) + "])"


def from_text(text: str) -> Parsed:
    """Returns the blocks that a text describes; what is not understood is named in the notes."""
    if len(text) > LONGEST:
        return _refused(f"The text is too long to be a stack: {len(text):,} characters, at most {LONGEST:,}.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(_undressed(text))
        reader = _Reader()
        reader.read(tree.body)
    except SyntaxError as error:
        return _refused(f"The text is not a Keras model: line {error.lineno or 1} is not Python.")
    except (RecursionError, MemoryError, ValueError):
        return _refused(
            "The text is not a Keras model: it is nested too deeply, or holds signs Python refuses."
        )
    return reader.parsed()


def _refused(sentence: str) -> Parsed:
    return Parsed((), None, (sentence,))


def _undressed(text: str) -> str:
    """The text without what a page or a prompt puts before its lines."""
    lines = text.replace("\r\n", "\n").split("\n")
    if any(line.startswith(">>> ") for line in lines):
        lines = [line[4:] for line in lines if line.startswith((">>> ", "... "))]
    return textwrap.dedent("\n".join(lines)).strip()


def _written(layer: Dense, input_dim: int | None) -> str:
    parts = [str(layer.units)]
    if input_dim is not None:
        parts.append(f"input_dim={input_dim}")
    if layer.init != Initializer("glorot_uniform"):
        parts.append(f"init={written(layer.init)}")
    if layer.activation != Activation("linear"):
        parts.append(f"activation={written(layer.activation)}")
    if not layer.use_bias:
        parts.append("use_bias=False")
    if layer.bias_init != Initializer("zeros"):
        parts.append(f"bias_init={written(layer.bias_init)}")
    if layer.name:
        parts.append(f"name={layer.name!r}")
    return f"Dense({', '.join(parts)})"


class _Reader:
    """Walks the statements of a text and gathers blocks and notes."""

    def __init__(self) -> None:
        self._layers: list[Dense] = []
        self._notes: list[str] = []
        self._names: dict[str, object] = {}
        self._input_dim: int | None = None

    def parsed(self) -> Parsed:
        """What was gathered; a text without any block says so."""
        notes = list(dict.fromkeys(self._notes))
        if not self._layers and self._input_dim is None and not notes:
            notes = ["The text names no Dense block."]
        if len(notes) > _MOST_NOTES:
            rest = len(notes) - _MOST_NOTES
            notes = [*notes[:_MOST_NOTES], f"{rest} more parts were left out."]
        return Parsed(tuple(self._layers), self._input_dim, tuple(notes))

    def read(self, body: Sequence[ast.stmt]) -> None:
        """Reads statements in their order; functions and classes are read as if they were called once."""
        for statement in body:
            if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.With):
                self.read(statement.body)
            elif isinstance(statement, ast.Expr | ast.Return):
                if statement.value is not None:
                    self._item(statement.value, 0)
            elif isinstance(statement, ast.Assign | ast.AnnAssign):
                self._assign(statement)
            elif isinstance(statement, ast.For | ast.While | ast.If | ast.Try):
                word = type(statement).__name__.lower()
                self._notes.append(f"The '{word}' in line {statement.lineno} was left out.")

    def _assign(self, statement: ast.Assign | ast.AnnAssign) -> None:
        if statement.value is None:
            return
        try:
            value = value_of(statement.value, self._names)
        except NotUnderstood:
            self._item(statement.value, 0)
            return
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            if isinstance(target, ast.Name):
                self._names[target.id] = value

    def _item(self, node: ast.expr, depth: int) -> None:
        """Reads one expression that may make blocks."""
        if depth > _DEEPEST:
            raise RecursionError
        if isinstance(node, ast.Tuple | ast.List):
            for part in node.elts:
                self._item(part, depth + 1)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Call):  # Dense(8)(x)
            for part in node.args:
                self._item(part, depth + 1)
            self._item(node.func, depth + 1)
        elif isinstance(node, ast.Call):
            self._call(node, depth)
        elif not isinstance(node, ast.Name | ast.Constant | ast.Attribute):
            self._notes.append(f"{excerpt(node).capitalize()} in line {node.lineno} was left out.")

    def _call(self, node: ast.Call, depth: int) -> None:
        name = call_name(node.func)
        listed: list[ast.expr] = [part for part in node.args if isinstance(part, ast.List | ast.Tuple)]
        listed += [k.value for k in node.keywords if k.arg == "layers"]
        if name == "Sequential" or (name == "Model" and listed):
            for part in listed:
                self._item(part, depth + 1)
        elif name == "add" and isinstance(node.func, ast.Attribute):
            for part in node.args:
                self._item(part, depth + 1)
        elif name == "Dense":
            self._dense(node)
        elif name in {"Input", "InputLayer"}:
            self._input(node)
        elif name == "Activation" and node.args:
            self._fold(node.args[0])
        elif is_activation_class(name):
            self._fold(node)
        elif name not in _SILENT:
            self._notes.append(f"{name or 'A call'} was left out.")

    def _dense(self, node: ast.Call) -> None:
        place = f"Dense in line {node.lineno}"
        if len(self._layers) >= MOST_BLOCKS:
            self._notes.append(f"Only the first {MOST_BLOCKS:,} blocks were taken.")
            return
        fields: dict[str, Any] = {}
        for position, argument in enumerate(node.args):
            self._argument(place, self._positional(position, argument, fields), argument, fields)
        for keyword in node.keywords:
            self._argument(place, keyword.arg or "**", keyword.value, fields)
        size = fields.pop("input_dim", None)
        try:
            layer = Dense(**fields)
            replace(layer, input_dim=size)
        except (TypeError, ValueError) as error:
            reason = str(error) if "units" in fields else "it does not say its units"
            self._notes.append(f"{place} was left out: {reason}.")
            return
        if size is not None:
            self._size(size, place)
        self._layers.append(layer)

    def _positional(self, position: int, node: ast.expr, fields: dict[str, Any]) -> str:
        """What an argument without a name means: its kind says it, as Keras' versions differ in order."""
        if position == 0:
            return "units"
        if isinstance(node, ast.Constant) and isinstance(node.value, bool):
            return "use_bias"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            is_activation = node.value in ACTIVATIONS or node.value in {"identity", "swish"}
            return "activation" if is_activation and "activation" not in fields else "init"
        return "input_dim" if isinstance(node, ast.Constant) else "activation"

    def _argument(self, place: str, name: str, node: ast.expr, fields: dict[str, Any]) -> None:
        try:
            if name == "activation":
                fields["activation"] = activation_of(node, self._names)
            elif name in {"init", "kernel_initializer"}:
                fields["init"] = initializer_of(node, self._names)
            elif name in {"bias_init", "bias_initializer"}:
                fields["bias_init"] = initializer_of(node, self._names)
            elif name in {"units", "output_dim"}:
                fields["units"] = value_of(node, self._names)
            elif name in {"use_bias", "bias"}:
                fields["use_bias"] = value_of(node, self._names)
            elif name == "name":
                fields["name"] = value_of(node, self._names)
            elif name == "input_dim":
                fields["input_dim"] = value_of(node, self._names)
            elif name in {"input_shape", "batch_input_shape"}:
                fields["input_dim"] = self._features(node)
            else:
                self._notes.append(f"{place}: {name} was left out.")
        except NotUnderstood as error:
            self._notes.append(f"{place}: {name} was left out, {error}.")

    def _features(self, node: ast.expr) -> int | None:
        """The size of one sample from its shape; more axes than one are flattened, which is said."""
        shape = value_of(node, self._names)
        sizes = [part for part in (shape if isinstance(shape, tuple) else (shape,)) if part is not None]
        if not sizes or any(type(part) is not int or not 1 <= part <= 10**6 for part in sizes):
            raise NotUnderstood("it is no shape of whole numbers")
        product = 1
        for size in sizes:
            product *= size
        if len(sizes) > 1:
            written_shape = ", ".join(map(str, sizes[:6]))
            self._notes.append(f"The input shape ({written_shape}) was taken as {product:,} features.")
        return product

    def _input(self, node: ast.Call) -> None:
        shapes = [k.value for k in node.keywords if k.arg in {"shape", "input_shape", "batch_shape"}]
        for shape in [*shapes, *node.args][:1]:
            try:
                size = self._features(shape)
                replace(Dense(1), input_dim=size)
                if size is not None:
                    self._size(size, f"Input in line {node.lineno}")
            except (NotUnderstood, ValueError) as error:
                self._notes.append(f"Input in line {node.lineno} was left out: {error}.")

    def _size(self, size: int, place: str) -> None:
        """Takes an input size; within the stack it is the units of the block before, or it is left out."""
        before = self._layers[-1].units if self._layers else None
        if before is None and self._input_dim in {None, size}:
            self._input_dim = size
        elif size != (self._input_dim if before is None else before):
            found = self._input_dim if before is None else before
            self._notes.append(f"{place}: the input size {size} was left out, since {found} come in.")

    def _fold(self, node: ast.expr) -> None:
        """Puts an activation that stands as a layer of its own into the block before."""
        word = excerpt(node)
        try:
            activation = activation_of(node, self._names)
        except NotUnderstood as error:
            self._notes.append(f"Activation in line {node.lineno} was left out: {error}.")
            return
        if self._layers and self._layers[-1].activation == Activation("linear"):
            self._layers[-1] = replace(self._layers[-1], activation=activation)
        else:
            reason = "it has an activation already" if self._layers else "no Dense stands before it"
            self._notes.append(f"The activation {word} was left out: {reason}.")
