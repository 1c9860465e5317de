"""What the activation panel says: titles, names of regions, notes."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from densegui.engine import Activation, Dense
from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.activations_regions import Region

_SIGNS: Final = {"alpha": "α"}
_NO_BREAK: Final = "\u00a0"


def title(name: str, activation: Activation) -> str:
    """Such as "dense_2 · leaky_relu · x if x ≥ 0 else αx (α = 0.2)"."""
    values = ", ".join(f"{_SIGNS.get(key, key)} = {value:g}" for key, value in activation.parameters)
    text = f"{name} · {activation.name} · {activation.function.formula}"
    return f"{text} ({values})" if values else text


def bounds(region: Region) -> str:
    """Such as "z ≤ 0" or "−3.64 < z ≤ 3.64"."""
    low, high = (f"{limit:.3g}".replace("-", "−") for limit in (region.low, region.high))
    if math.isinf(region.low):
        return f"z ≤ {high}"
    return f"z > {low}" if math.isinf(region.high) else f"{low} < z ≤ {high}"


def region_name(region: Region) -> str:
    """What a region is called."""
    if region.kind == "linear" and region.slope != 1:
        return QCoreApplication.translate("ActivationsPanel", "slope {slope}").format(
            slope=f"{region.slope:.3g}".replace("-", "−")
        )
    translate = QCoreApplication.translate
    words = {
        "off": translate("ActivationsPanel", "off"),
        "on": translate("ActivationsPanel", "on"),
        "saturated": translate("ActivationsPanel", "saturated"),
        "flat": translate("ActivationsPanel", "flat"),
        "linear": translate("ActivationsPanel", "linear"),
        "active": translate("ActivationsPanel", "active"),
    }
    return words[region.kind]


def region_text(region: Region, share: str) -> str:
    """Such as "off (z ≤ 0): 41.3 %"; it does not break."""
    text = f"{region_name(region)} ({bounds(region)})"
    return (f"{text}: {share}" if share else text).replace(" ", _NO_BREAK)


def softmax_text(layer: Dense) -> str:
    """What is drawn where there is no curve of one variable."""
    return QCoreApplication.translate(
        "ActivationsPanel",
        "softmax has no curve of one variable. Drawn: the probability of one score x while the "
        "other {others} scores are 0, eˣ / (eˣ + {others}).",
    ).format(others=layer.units - 1)


def state_text(statistics: LayerStatistics | None) -> str:
    """What to do next, or what the histogram does not show; empty where all is shown."""
    translate = QCoreApplication.translate
    if statistics is None:
        return translate("ActivationsPanel", "Press Run forward (F5) to see where this block's z lies.")
    if not statistics.count:
        return translate("ActivationsPanel", "The run had no rows, so there is no z to show.")
    if not statistics.nan_count and not statistics.inf_count:
        return ""
    return translate(
        "ActivationsPanel", "Not shown: {nan} NaN and {inf} infinite of {count} values of z."
    ).format(nan=f"{statistics.nan_count:,}", inf=f"{statistics.inf_count:,}", count=f"{statistics.count:,}")
