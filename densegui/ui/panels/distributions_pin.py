"""The pinned run: what is kept of it, and how it differs from the run that is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from densegui.engine import Model, RunResult
from densegui.ui.panels.plotting import counted

_KEPT_BYTES: Final = 64 * 2**20


def kept(result: RunResult) -> RunResult:
    """The run without its outputs where these are large, for it stays as long as it is pinned."""
    if result.outputs.nbytes <= _KEPT_BYTES:
        return result
    return replace(result, outputs=result.outputs[:0].copy())


def pin_text(pinned: RunResult, result: RunResult) -> str:
    """What the shown run has that the pinned one has not, and the other way round."""
    translate = QCoreApplication.translate
    if result is pinned:
        return translate("DistributionsPanel", "Pinned: change the stack and run again")
    before, now = _traits(pinned.model), _traits(result.model)
    different = [(a, b) for a, b in zip(before, now, strict=True) if a != b]
    if not different:
        return translate("DistributionsPanel", "dashed and in brackets: the pinned run")
    return translate("DistributionsPanel", "{now} (pinned, dashed: {before})").format(
        now=" · ".join(b for _, b in different), before=" · ".join(a for a, _ in different)
    )


def _traits(model: Model) -> tuple[str, ...]:
    """Depth, activations, initialisers and seed in a few words."""
    activations = dict.fromkeys(str(layer.activation) for layer in model.layers)
    inits = dict.fromkeys(str(layer.init) for layer in model.layers)
    translate = QCoreApplication.translate
    one, many = translate("DistributionsPanel", "1 layer"), translate("DistributionsPanel", "{count} layers")
    depth = counted(len(model.layers), one, many)
    return depth, " ".join(activations), " ".join(inits), f"seed {model.seed}"
