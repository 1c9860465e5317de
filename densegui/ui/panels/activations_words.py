"""What the activation panel says: titles, names of regions, notes."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from densegui.engine import Activation
from densegui.engine.statistics import LayerStatistics
from densegui.ui.numbers import short
from densegui.ui.panels.activations_curves import Limits
from densegui.ui.panels.activations_regions import Region
from densegui.ui.panels.plotting import percent

_NO_BREAK: Final = "\u00a0"


def title(activation: Activation) -> str:
    """Such as "leaky_relu(x) = x if x ≥ 0 else αx"."""
    variable = "xᵢ" if activation.function.rowwise else "x"
    return f"{activation.name}({variable}) = {activation.function.formula}"


def range_text(limits: Limits) -> str:
    """Such as "[0, ∞)", "(−1, 1)" or, of a step, "{0, 1}"."""
    low, high = short(limits.low), short(limits.high)
    if limits.two_values:
        return f"{{{low}, {high}}}"
    return f"{'[' if limits.has_low else '('}{low}, {high}{']' if limits.has_high else ')'}"


def share_text(share: float, is_exact: bool) -> str:
    """Such as "41.3 %", "≈ 41.3 %" or "< 0.1 %", which is no exact number anyway."""
    text = percent(share)
    return text if is_exact or text.startswith(("<", ">")) else f"≈ {text}"


def use_text(use: str) -> str:
    """Where a function is used, in the language in force; the table's own words where there are no others."""
    translate = QCoreApplication.translate
    known = {
        "regression outputs": translate("ActivationsPanel", "regression outputs"),
        "the usual hidden layer": translate("ActivationsPanel", "the usual hidden layer"),
        "one probability": translate("ActivationsPanel", "one probability"),
        "hidden layers around zero": translate("ActivationsPanel", "hidden layers around zero"),
        "one probability for each class": translate("ActivationsPanel", "one probability for each class"),
        "the perceptron": translate("ActivationsPanel", "the perceptron"),
        "hidden layers that must not die": translate("ActivationsPanel", "hidden layers that must not die"),
        "hidden layers with a smooth negative side": translate(
            "ActivationsPanel", "hidden layers with a smooth negative side"
        ),
        "self-normalising stacks with lecun_normal": translate(
            "ActivationsPanel", "self-normalising stacks with lecun_normal"
        ),
        "transformer blocks": translate("ActivationsPanel", "transformer blocks"),
        "smooth hidden layers (swish)": translate("ActivationsPanel", "smooth hidden layers (swish)"),
        "positive outputs": translate("ActivationsPanel", "positive outputs"),
        "like tanh with longer tails": translate("ActivationsPanel", "like tanh with longer tails"),
        "a cheap sigmoid": translate("ActivationsPanel", "a cheap sigmoid"),
        "rates and counts": translate("ActivationsPanel", "rates and counts"),
    }
    return known.get(use, use)


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
        "dead": translate("ActivationsPanel", "dead"),
        "on": translate("ActivationsPanel", "on"),
        "saturated": translate("ActivationsPanel", "saturated"),
        "flat": translate("ActivationsPanel", "flat"),
        "linear": translate("ActivationsPanel", "linear"),
        "active": translate("ActivationsPanel", "active"),
    }
    return words[region.kind]


def region_text(region: Region, share: str) -> str:
    """Such as "dead (z ≤ 0): 41.3 %"; it does not break."""
    text = f"{region_name(region)} ({bounds(region)})"
    return (f"{text}: {share}" if share else text).replace(" ", _NO_BREAK)


def state_text(statistics: LayerStatistics | None) -> str:
    """What to do next, or what the histogram does not show; empty where all is shown."""
    translate = QCoreApplication.translate
    if statistics is None:
        return translate("ActivationsPanel", "Press Run forward (F5) to see where this block's z lies.")
    if not statistics.count:
        return translate("ActivationsPanel", "The run had no rows, so there is no z to show.")
    if not statistics.nan_count and not statistics.inf_count:
        return ""
    text = translate("ActivationsPanel", "Not shown: {nan} NaN and {inf} infinite of {count} values of z.")
    if statistics.count == 1:
        text = translate("ActivationsPanel", "Not shown: {nan} NaN and {inf} infinite of 1 value of z.")
    return text.format(
        nan=f"{statistics.nan_count:,}", inf=f"{statistics.inf_count:,}", count=f"{statistics.count:,}"
    )
