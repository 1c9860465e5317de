"""Keras' words for activations and initialisers, and the values of a call's arguments."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from densegui.engine import ACTIVATIONS, INITIALIZERS, Activation, Initializer

# Class → our name and Keras' defaults where they are not ours.
_INIT_CLASSES: Final[Mapping[str, tuple[str, Mapping[str, float]]]] = MappingProxyType(
    {
        "RandomUniform": ("uniform", {}),
        "RandomNormal": ("normal", {}),
        "TruncatedNormal": ("truncated_normal", {}),
        "GlorotUniform": ("glorot_uniform", {}),
        "GlorotNormal": ("glorot_normal", {}),
        "HeUniform": ("he_uniform", {}),
        "HeNormal": ("he_normal", {}),
        "LecunUniform": ("lecun_uniform", {}),
        "LecunNormal": ("lecun_normal", {}),
        "Zeros": ("zeros", {}),
        "Ones": ("ones", {}),
        "Constant": ("constant", {"value": 0.0}),
        "Orthogonal": ("orthogonal", {}),
        "Identity": ("identity", {}),
    }
)
_ACTIVATION_CLASSES: Final[Mapping[str, tuple[str, Mapping[str, float]]]] = MappingProxyType(
    {
        "ReLU": ("relu", {}),
        "LeakyReLU": ("leaky_relu", {"alpha": 0.3}),
        "ELU": ("elu", {}),
        "Softmax": ("softmax", {}),
    }
)
_SPELLINGS: Final = MappingProxyType({"negative_slope": "alpha"})
_INIT_WORDS: Final = MappingProxyType({ours: cls for cls, (ours, _) in _INIT_CLASSES.items()})


class NotUnderstood(Exception):  # noqa: N818 - a finding, told to the person, not a failure
    """A part of the text that means nothing here; the message is a sentence."""


def value_of(node: ast.expr, names: Mapping[str, object]) -> object:
    """Returns a number, text, truth value, None or tuple of these that is written in the text.

    Args:
        node: a part of the syntax tree.
        names: what names were assigned before.

    Raises:
        NotUnderstood: anything else, such as a formula.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float | str | None):
        return node.value
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = node.operand
        if isinstance(inner, ast.Constant) and type(inner.value) in {int, float}:
            number: Any = inner.value
            return -number if isinstance(node.op, ast.USub) else number
    if isinstance(node, ast.Tuple | ast.List):
        parts = [part for part in node.elts if isinstance(part, ast.Constant)]
        if len(parts) == len(node.elts):
            return tuple(part.value for part in parts)
    raise NotUnderstood(f"{excerpt(node)} is not a plain number or text")


def call_name(node: ast.expr) -> str:
    """The last part of what is called or named: ``Dense`` of ``keras.layers.Dense``; "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def excerpt(node: ast.expr) -> str:
    """The beginning of how a part of the text is written."""
    kind = node
    if isinstance(kind, ast.Call):
        return f"{call_name(kind.func) or 'a call'}(…)"
    if isinstance(kind, ast.Constant):
        text = repr(kind.value)
        return text if len(text) <= 40 else text[:39] + "…"
    return call_name(kind)[:40] or f"a {type(kind).__name__.lower()}"


def is_activation_class(name: str) -> bool:
    """Whether this is a layer of Keras that is only an activation."""
    return name in _ACTIVATION_CLASSES


def activation_of(node: ast.expr, names: Mapping[str, object]) -> Activation:
    """Returns the activation that an argument names: text, a function, or a layer such as ``LeakyReLU(…)``.

    Raises:
        NotUnderstood: an activation that does not exist here.
    """
    found: Activation = _choice(node, names, Activation, _ACTIVATION_CLASSES)
    return found


def initializer_of(node: ast.expr, names: Mapping[str, object]) -> Initializer:
    """Returns the initialiser that an argument names: text, a function, or a call such as ``HeNormal()``.

    Raises:
        NotUnderstood: an initialiser that does not exist here.
    """
    found: Initializer = _choice(node, names, Initializer, _INIT_CLASSES)
    return found


def _choice(
    node: ast.expr,
    names: Mapping[str, object],
    make: type,
    classes: Mapping[str, tuple[str, Mapping[str, float]]],
) -> Any:
    try:
        if isinstance(node, ast.Call):
            return _called(node, names, make, classes)
        word = call_name(node) if isinstance(node, ast.Attribute) else None
        if isinstance(node, ast.Name) and node.id not in names:
            word = node.id
        name = value_of(node, names) if word is None else word
        if name is None:
            return make("linear" if make is Activation else "glorot_uniform")
        if isinstance(name, str) and name in classes:
            ours, defaults = classes[name]
            return make(ours, **defaults)
        return make(name)
    except (ValueError, TypeError) as error:
        raise NotUnderstood(str(error)) from None


def _called(
    node: ast.Call,
    names: Mapping[str, object],
    make: type,
    classes: Mapping[str, tuple[str, Mapping[str, float]]],
) -> Any:
    name = call_name(node.func)
    positional = list(node.args)
    if name == make.__name__ and positional:  # Initializer("uniform", minval=…), as scripts here write it
        name = str(value_of(positional.pop(0), names))
    ours, defaults = classes.get(name, (name, {}))
    table: Mapping[str, Any] = ACTIVATIONS if make is Activation else INITIALIZERS
    order = list(table[ours].parameters) if ours in table else []
    if len(positional) > len(order):
        raise NotUnderstood(f"{name}(…) has more arguments than are known here")
    given = dict(zip(order, (value_of(part, names) for part in positional), strict=False))
    for keyword in node.keywords:
        if keyword.arg not in {"seed", "name", "dtype", None}:
            given[_SPELLINGS.get(keyword.arg, keyword.arg)] = value_of(keyword.value, names)
    return make(ours, **(dict(defaults) | given))


def written(value: Activation | Initializer) -> str:
    """The choice as an argument: a name in quotes where the defaults hold, else a call."""
    if value == type(value)(value.name):
        return repr(value.name)
    if value.name == "leaky_relu":
        return f"LeakyReLU(negative_slope={dict(value.parameters)['alpha']!r})"
    arguments = ", ".join(f"{key}={number!r}" for key, number in value.parameters)
    if value.name == "elu":
        return f"ELU({arguments})"
    if isinstance(value, Initializer) and value.name in _INIT_WORDS:
        return f"{_INIT_WORDS[value.name]}({arguments})"
    return f"{type(value).__name__}({value.name!r}, {arguments})"
