"""What a drag carries: a new block, or the id of one that moves, as JSON under a private MIME type."""

from __future__ import annotations

import json
from typing import Any, Final

from PySide6.QtCore import QMimeData

from densegui.engine import Activation, Dense, Initializer

MIME_TYPE: Final = "application/x-densegui-block"
_LONGEST: Final = 65_536


def new_block(block: Dense) -> QMimeData:
    """Returns the payload of a block that is not in a stack yet; id and input size stay behind."""
    return _payload(
        {
            "new": {
                "units": block.units,
                "init": _named(block.init),
                "activation": _named(block.activation),
                "use_bias": block.use_bias,
                "bias_init": _named(block.bias_init),
                "name": block.name,
            }
        }
    )


def moving_block(layer_id: int, token: str) -> QMimeData:
    """Returns the payload of a block that moves within the stack named by ``token``."""
    return _payload({"move": layer_id, "window": token})


def read(mime: QMimeData, token: str) -> Dense | int | None:
    """Returns the new block, or the id of the block that moves; None for what does not belong here.

    Args:
        mime: what is dragged.
        token: name of the stack it is dragged over; blocks of other stacks cannot move here.
    """
    if not mime.hasFormat(MIME_TYPE):
        return None
    text = bytes(mime.data(MIME_TYPE).data())
    if len(text) > _LONGEST:
        return None
    try:
        content = json.loads(text)
        if "new" in content:
            return _block(content["new"])
        moving = content["window"] == token and type(content["move"]) is int
        return int(content["move"]) if moving else None
    # RecursionError: JSON nested deeper than Python's stack.
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


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
