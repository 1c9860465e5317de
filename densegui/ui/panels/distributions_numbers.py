"""What the distribution panel says of a layer: rows, summary, and every digit on hover."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from densegui.engine import RunResult
from densegui.engine.statistics import LayerStatistics
from densegui.ui.numbers import full, short
from densegui.ui.panels.distributions_items import Row
from densegui.ui.panels.plotting import percent

ROWS = 3


def rows(statistics: LayerStatistics, role: str) -> tuple[Row, ...]:
    """The ``ROWS`` lines under a histogram; what is wrong takes the place of the zeros."""
    translate = QCoreApplication.translate
    mean = Row(translate("DistributionsPanel", "mean"), short(statistics.mean), right_role=role)
    std = Row(translate("DistributionsPanel", "std"), short(statistics.std), right_role=role)
    if not statistics.count:
        return mean, std, Row(translate("DistributionsPanel", "no values"), left_role="warning")
    wrong = []
    if statistics.nan_count:
        wrong.append(f"{statistics.nan_count:,} NaN")
    if statistics.inf_count:
        wrong.append(f"{statistics.inf_count:,} ∞")
    if wrong:
        return mean, std, Row(" · ".join(wrong), left_role="warning")
    zeros = translate("DistributionsPanel", "zeros")
    return mean, std, Row(zeros, percent(statistics.zero_fraction), right_role=role)


def description(result: RunResult) -> str:
    """A run in sentences, for those who hear the screen."""
    names = ("x", *(f"{name} a" for name in result.model.names))
    every = (result.inputs, *(layer.a for layer in result.layers))
    sentence = QCoreApplication.translate(
        "DistributionsPanel",
        "{name}: mean {mean}, std {std}, min {min}, max {max}, zeros {zeros}, {nan} NaN, {inf} infinite",
    )
    return ". ".join(
        sentence.format(
            name=name,
            mean=short(s.mean),
            std=short(s.std),
            min=short(s.min),
            max=short(s.max),
            zeros=percent(s.zero_fraction),
            nan=f"{s.nan_count:,}",
            inf=f"{s.inf_count:,}",
        )
        for name, s in zip(names, every, strict=True)
    )


def every_number(symbol: str, s: LayerStatistics) -> str:
    """All numbers of the values with all their digits, one a line."""
    return QCoreApplication.translate(
        "DistributionsPanel",
        "{symbol}: {count} values\nmean {mean}\nstd {std}\nmin {min}\nmax {max}\n"
        "zeros {zeros} ({share})\nNaN {nan}, infinite {inf}",
    ).format(
        symbol=symbol,
        count=f"{s.count:,}",
        mean=full(s.mean),
        std=full(s.std),
        min=full(s.min),
        max=full(s.max),
        zeros=f"{s.zero_count:,}",
        share=percent(s.zero_fraction),
        nan=f"{s.nan_count:,}",
        inf=f"{s.inf_count:,}",
    )


def bin_text(symbol: str, s: LayerStatistics, place: int) -> str:
    """One bin of the histogram in words."""
    histogram = s.histogram
    total = int(histogram.counts.sum())
    return QCoreApplication.translate(
        "DistributionsPanel", "{symbol} from {low} to {high}: {count} values, {share}"
    ).format(
        symbol=symbol,
        low=short(float(histogram.edges[place])),
        high=short(float(histogram.edges[place + 1])),
        count=f"{int(histogram.counts[place]):,}",
        share=percent(int(histogram.counts[place]) / total if total else 0.0),
    )
