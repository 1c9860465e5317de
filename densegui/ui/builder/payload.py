"""What a drag carries: a new block, or the ids of those that move, as JSON under a private MIME type."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QMimeData

from densegui.engine import Activation, Dense, Initializer

MIME_TYPE: Final = "application/x-densegui-block"
_LONGEST: Final = 65_536


def new_block(block: Dense, *, gives_activation: bool = False) -> QMimeData:
    """Returns the payload of a block that is not in a stack yet; id and input size stay behind.

    Args:
        block: the new block.
        gives_activation: whether a brick it is dropped on takes over its activation.
    """
    return _payload(
        {
            "gives_activation": gives_activation,
            "new": {
                "units": block.units,
                "init": _named(block.init),
                "activation": _named(block.activation),
                "use_bias": block.use_bias,
                "bias_init": _named(block.bias_init),
                "name": block.name,
            },
        }
    )


def moving_blocks(layer_ids: Sequence[int], token: str) -> QMimeData:
    """Returns the payload of blocks that move within the stack named by ``token``."""
    return _payload({"move": list(layer_ids), "window": token})


def read(mime: QMimeData, token: str | None) -> Dense | tuple[int, ...] | None:
    """Returns the new block, or the ids of the blocks that move; None for what does not belong here.

    Args:
        mime: what is dragged.
        token: name of the stack it is dragged over; blocks of other stacks cannot move here. With None the
            blocks of every stack are read.
    """
    content = _content(mime)
    try:
        if "new" in content:
            return _block(content["new"])
        ids = content["move"]
        belongs = token in {None, content["window"]} and isinstance(ids, list)
        return tuple(ids) if belongs and ids and all(type(i) is int for i in ids) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def given_activation(mime: QMimeData) -> Activation | None:
    """Returns the activation that a brick takes over when this is dropped on it."""
    block = read(mime, None)
    gives = isinstance(block, Dense) and _content(mime).get("gives_activation") is True
    return block.activation if gives and isinstance(block, Dense) else None


def _content(mime: QMimeData) -> dict[str, Any]:
    """The object that is carried; empty for anything else."""
    text = bytes(mime.data(MIME_TYPE).data()) if mime.hasFormat(MIME_TYPE) else b""
    try:
        content = json.loads(text) if len(text) <= _LONGEST else None
    # RecursionError: JSON nested deeper than Python's stack.
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _payload(content: dict[str, Any]) -> QMimeData:
    mime = QMimeData()
    mime.setData(MIME_TYPE, json.dumps(content).encode())
    return mime


def _named(value: Activation | Initializer) -> dict[str, Any]:
    return {"name": value.name, "parameters": dict(value.parameters)}


def _block(fields: dict[str, Any]) -> Dense:
    return Dense(
        fields["units"],
        init=Initializer(fields["init"]["name"], **fields["init"]["parameters"]),
        activation=Activation(fields["activation"]["name"], **fields["activation"]["parameters"]),
        use_bias=fields["use_bias"],
        bias_init=Initializer(fields["bias_init"]["name"], **fields["bias_init"]["parameters"]),
        name=fields["name"],
    )
