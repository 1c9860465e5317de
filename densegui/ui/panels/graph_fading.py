"""Says why all outputs of a network are alike: weights so small that the signal fades from layer to layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from densegui.ui import numbers

if TYPE_CHECKING:
    from densegui.engine import Model, RunResult

FADED: Final = 0.02  # standard deviation of z: a probability then differs by less than 0.005
_LOST: Final = 0.1  # of the standard deviation of x
_MOST: Final = 4  # layers whose numbers fit into a line
_CURES: Final = ("glorot_normal", "he_normal")


@dataclass(frozen=True, slots=True)
class Fading:
    """What a person should know, and may try.

    Attributes:
        sentence: what is seen, and why.
        detail: the numbers, and what helps.
        layer_ids: layers that draw their weights and could draw them otherwise; none where all are given.
        init: an initialiser for them under which the signal lasts.
    """

    sentence: str
    detail: str
    layer_ids: tuple[int, ...]
    init: str


def fading_of(model: Model, result: RunResult | None) -> Fading | None:
    """What to say of a run of this model; None where outputs differ, or are alike for another reason."""
    if result is None or not model.layers or len(result.layers) != len(model.layers) or result.rows < 2:
        return None
    last, activation = result.layers[-1], model.layers[-1].activation
    if not (activation.function.rowwise or activation.curve(0.0) == 0.5):
        return None  # outputs without bounds may be as small as they like
    if not last.z.std < min(FADED, _LOST * result.inputs.std):
        return None
    if any(layer.a.zero_fraction == 1.0 for layer in result.layers):
        return None  # dead units are another reason
    translate = QCoreApplication.translate
    text = translate(
        "GraphPanel", "Every output is near {value}: weights this small let z fade (std {deviations})."
    )
    sentence = text.format(value=numbers.short(last.a.mean), deviations=_deviations(result))
    detail = translate(
        "GraphPanel",
        "Other initialisers keep the signal alive: try glorot_normal, he_normal or standard_normal on the"
        " bricks, or switch Live on and drag the scale of an initialiser in the Inspector.",
    )
    drawn = tuple(layer for layer in model.layers if layer.id is not None and layer.id not in model.given)
    used = {layer.init.name for layer in drawn}
    init = next((name for name in _CURES if used != {name}), _CURES[0])
    return Fading(
        sentence,
        f"{sentence}\n{detail}",
        tuple(layer.id for layer in drawn if layer.id is not None),
        init,
    )


def _deviations(result: RunResult) -> str:
    """The standard deviation of z of each layer; of many, of the first two and the last."""
    layers = result.layers
    texts = [numbers.short(layer.z.std) for layer in (layers if len(layers) <= _MOST else layers[:2])]
    if len(texts) < len(layers):
        texts += ["…", numbers.short(layers[-1].z.std)]
    return " → ".join(texts)
