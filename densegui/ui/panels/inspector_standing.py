"""Where a number stands among all that one neuron, or one feature, takes over the run."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import short
from densegui.ui.panels.inspector_card import Item, Words
from densegui.ui.panels.inspector_plots import Bars
from densegui.ui.panels.plotting import full_in, percent

if TYPE_CHECKING:
    from densegui.engine.statistics import Histogram, LayerStatistics
    from densegui.ui.focus import NeuronValues

_WIDE_BIN: Final = 0.15  # share of a histogram's bin from which its values are too many to guess among
_ROUNDING: Final = 1e-6  # of the range of values: what a number may be off between two ways of adding up


class State(Enum):
    """What there is to compare a number with."""

    NO_RUN = "no run"
    STALE = "a run of another stack or other data"
    COUNTING = "the values of the run are being counted"
    UNKNOWN = "they could not be counted"
    NOW = "the values of the run"


@dataclass(frozen=True, slots=True)
class Standing:
    """Values of the neuron, or the feature, that is looked at.

    Attributes:
        state: whether there are values of now.
        values: those, or the last ones there were of the very same neuron, or None.
    """

    state: State
    values: NeuronValues | None


@dataclass(frozen=True, slots=True)
class Marked:
    """One number and the values it stands among.

    Attributes:
        title: over their histogram.
        symbol: of the number, such as "z".
        value: the number; None where it is not of now.
        statistics: of the values.
        dtype: that they were computed in.
        color: of the bars.
    """

    title: str
    symbol: str
    value: float | None
    statistics: LayerStatistics
    dtype: str
    color: str = "histogram"


def standing_items(standing: Standing, plots: tuple[Marked, ...], counting: str) -> tuple[Item, ...]:
    """A histogram with the number's place in it, and words that say the same, for each number.

    Args:
        standing: what there is to compare with.
        plots: the numbers; without values, none.
        counting: what is said while the values are being counted.
    """
    translate = QCoreApplication.translate
    if standing.state is State.NO_RUN:
        text = translate(
            "InspectorPanel", "Press Run forward (F5) to see its place among the values of all samples."
        )
        return (Words(text, "muted", "small"),)
    if standing.state is State.NOW:
        return tuple(item for plot in plots for item in _compared(plot))
    bars = [_bars(replace(plot, value=None)) for plot in plots]
    items: list[Item] = [plot for plot in bars if plot.counts.any()]
    if standing.state is State.STALE:
        text = translate("InspectorPanel", "Out of date: press Run forward (F5)")
        items.append(Words(text, "warning", "small"))
    elif standing.state is State.COUNTING:
        items.append(Words(counting, "muted", "small"))
    return tuple(items)


def _compared(plot: Marked) -> list[Item]:
    statistics, symbol = plot.statistics, plot.symbol
    tip = exact_text(statistics, plot.dtype)
    items: list[Item] = []
    if statistics.histogram.counts.any():
        items.append(_bars(plot))
    value = math.nan if plot.value is None else plot.value
    place = place_text(symbol, value, statistics)
    if place:
        items.append(Words(place, "text", "small", tip))
    items.append(Words(mean_text(symbol, value, statistics), "muted", "small", tip))
    wrong = statistics.nan_count + statistics.inf_count
    if wrong:
        text = QCoreApplication.translate("InspectorPanel", "Left out: {count:,} NaN or infinite.")
        items.append(Words(text.format(count=wrong), "warning", "small"))
    return items


def _bars(plot: Marked) -> Bars:
    """The histogram; the number, the mean and the deviation are marked where the number is of now."""
    statistics, histogram = plot.statistics, plot.statistics.histogram
    if plot.value is None:
        return Bars(plot.title, histogram.edges, histogram.counts)
    return Bars(
        plot.title,
        histogram.edges,
        histogram.counts,
        plot.color,
        mark=plot.value,
        mark_text=f"{plot.symbol} = {short(plot.value)}",
        mean=statistics.mean,
        std=statistics.std,
        tip=exact_text(statistics, plot.dtype),
    )


def share_below(histogram: Histogram, value: float) -> tuple[float, float, float] | None:
    """Returns which share of the values is smaller than one of them: at least, about, and at most.

    Within a bin they count as evenly spread. None where there are no values to compare with.
    """
    total = int(histogram.counts.sum())
    if not total or not math.isfinite(value):
        return None
    edges = histogram.edges
    width = float(edges[1] - edges[0])
    place = math.floor(value / width) - round(float(edges[0]) / width)
    if not 0 <= place < len(histogram.counts):
        share = float(place >= len(histogram.counts))
        return share, share, share
    before, inside = int(histogram.counts[:place].sum()), int(histogram.counts[place])
    part = (value - float(edges[place])) / width
    others = max(inside - 1, 0)  # one of them is the number itself
    return before / total, (before + part * others) / total, (before + others) / total


def place_text(symbol: str, value: float, statistics: LayerStatistics) -> str:
    """How many of the values are smaller; empty where there is nothing to compare with."""
    found = share_below(statistics.histogram, value)
    if found is None:
        return ""
    translate = QCoreApplication.translate
    count = int(statistics.histogram.counts.sum())
    rounding = _ROUNDING * (statistics.max - statistics.min)
    if count == 1:
        text = translate("InspectorPanel", "There is no other value to compare with.")
    elif statistics.min == statistics.max:
        text = translate("InspectorPanel", "All {count:,} values are {value}.")
    elif value == 0 and statistics.zero_count > 1:
        text = translate("InspectorPanel", "{symbol} is 0, as are {share} of {count:,} values.")
    elif value >= statistics.max - rounding:
        text = translate("InspectorPanel", "No sample has a larger {symbol}.")
    elif value <= statistics.min + rounding:
        text = translate("InspectorPanel", "No sample has a smaller {symbol}.")
    else:
        return _share_text(symbol, found, count)
    share = percent(statistics.zero_fraction)
    return text.format(symbol=symbol, value=short(statistics.min), share=share, count=count)


def _share_text(symbol: str, found: tuple[float, float, float], count: int) -> str:
    translate = QCoreApplication.translate
    low, about, high = found
    if high - low > _WIDE_BIN:
        text = translate("InspectorPanel", "{symbol} is larger than {low} to {high} of {count:,} values.")
    elif low < high:
        text = translate("InspectorPanel", "{symbol} is larger than about {share} of {count:,} values.")
    else:
        text = translate("InspectorPanel", "{symbol} is larger than {share} of {count:,} values.")
    return text.format(
        symbol=symbol,
        share=_whole_percent(about),
        low=_whole_percent(low),
        high=_whole_percent(high),
        count=count,
    )


def _whole_percent(share: float) -> str:
    """A share without more digits than a histogram tells: "87 %"; near the ends "99.3 %"."""
    return percent(round(share, 2) if 0.01 <= share <= 0.99 else share)


def mean_text(symbol: str, value: float, statistics: LayerStatistics) -> str:
    """Mean and deviation of the values, and how far from the mean the number lies."""
    mean, std = statistics.mean, statistics.std
    translate = QCoreApplication.translate
    distance = (value - mean) / std if std > 0 and np.isfinite(value) else None
    if distance is None:
        text = translate("InspectorPanel", "● Mean {mean}, std {std}.")
    elif distance >= 0:
        text = translate("InspectorPanel", "● Mean {mean}, std {std}; {symbol} lies {count} std above.")
    else:
        text = translate("InspectorPanel", "● Mean {mean}, std {std}; {symbol} lies {count} std below.")
    return text.format(mean=short(mean), std=short(std), symbol=symbol, count=f"{abs(distance or 0.0):.2g}")


def exact_text(statistics: LayerStatistics, dtype: str) -> str:
    """Mean, deviation and limits with every digit."""
    return QCoreApplication.translate(
        "InspectorPanel", "mean {mean}, std {std}, min {min}, max {max}"
    ).format(
        mean=full_in(statistics.mean, dtype),
        std=full_in(statistics.std, dtype),
        min=full_in(statistics.min, dtype),
        max=full_in(statistics.max, dtype),
    )
