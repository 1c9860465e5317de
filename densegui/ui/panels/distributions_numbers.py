"""What the distribution panel says of values: rows, sentences, and every digit on hover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from densegui.engine import RunResult
from densegui.engine.statistics import Histogram, LayerStatistics
from densegui.ui.numbers import short
from densegui.ui.panels.distributions_items import Row
from densegui.ui.panels.distributions_measures import quartiles
from densegui.ui.panels.distributions_shown import name_of, statistics_of
from densegui.ui.panels.plotting import counted, full_in, percent

if TYPE_CHECKING:
    from densegui.engine import NonFinite

_MOST_SAID: Final = 20


def labels() -> tuple[str, str, str, str]:
    """What the numbers under a histogram are called: mean, std, zeros and saturated."""
    translate = QCoreApplication.translate
    return (
        translate("DistributionsPanel", "mean"),
        translate("DistributionsPanel", "std"),
        translate("DistributionsPanel", "zeros"),
        translate("DistributionsPanel", "saturated"),
    )


def z_rows(result: RunResult) -> int:
    """How many lines stand under a histogram of z; one more where a run has values that are wrong."""
    return 2 if result.first_non_finite is None else 3


def rows(now: LayerStatistics, pinned: LayerStatistics | None, role: str, most: int) -> tuple[Row, ...]:
    """At most so many lines for under a histogram, with the pinned run's numbers.

    What is wrong stands in the place of the zeros.
    """
    if not now.count:
        text = QCoreApplication.translate("DistributionsPanel", "no values")
        return (Row(text, left_role="warning"),)
    attributes = ("mean", "std", "zero_fraction", "saturated_fraction")
    made = [_row(label, now, pinned, name, role) for label, name in zip(labels(), attributes, strict=True)]
    wrong = wrong_counts(now)
    if wrong:
        made[2] = Row(wrong, left_role="warning")
    return tuple(made[:most])


def _row(label: str, now: LayerStatistics, pinned: LayerStatistics | None, name: str, role: str) -> Row:
    say = percent if name.endswith("fraction") else short
    before = "" if pinned is None else say(getattr(pinned, name))
    return Row(label, say(getattr(now, name)), right_role=role, pinned=before)


def wrong_counts(statistics: LayerStatistics) -> str:
    """How many NaN and infinities there are; empty without any."""
    wrong = []
    if statistics.nan_count:
        wrong.append(f"{statistics.nan_count:,} NaN")
    if statistics.inf_count:
        wrong.append(f"{statistics.inf_count:,} ∞")
    return " · ".join(wrong)


def non_finite_text(result: RunResult, found: NonFinite) -> str:
    """Where the first NaN or infinity arises, and from what."""
    translate = QCoreApplication.translate
    sentence = {
        "data": translate("DistributionsPanel", "First {value} in the data: sample {sample}, feature {unit}"),
        "weights": translate(
            "DistributionsPanel",
            "First {value} in {symbol} of {layer}, sample {sample}, neuron {unit}: from the weights",
        ),
        "product": translate(
            "DistributionsPanel",
            "First {value} in {symbol} of {layer}, sample {sample}, neuron {unit}: x·W + b exceeds {dtype}",
        ),
        "activation": translate(
            "DistributionsPanel",
            "First {value} in {symbol} of {layer}, sample {sample}, neuron {unit}: from the activation",
        ),
    }[found.cause]
    return sentence.format(
        value=short(found.value),
        symbol=found.kind,
        layer="" if found.layer is None else result.model.names[found.layer],
        sample=f"{found.sample:,}",
        unit=found.unit,
        dtype=result.model.dtype,
    )


def description(result: RunResult) -> str:
    """A run in sentences, for those who hear the screen; of a deep one its first and its last layers."""
    sentence = QCoreApplication.translate(
        "DistributionsPanel",
        "{name}: mean {mean}, std {std}, min {min}, max {max}, zeros {zeros}, saturated {saturated}, "
        "{nan} NaN, {inf} infinite",
    )
    said = []
    count = 1 + len(result.layers)
    for place in [p for p in range(count) if not _MOST_SAID // 2 <= p < count - _MOST_SAID // 2]:
        s = statistics_of(result, place, after=True)
        said.append(
            sentence.format(
                name=f"{name_of(result, place)} a" if place else "x",
                mean=short(s.mean),
                std=short(s.std),
                min=short(s.min),
                max=short(s.max),
                zeros=percent(s.zero_fraction),
                saturated=percent(s.saturated_fraction),
                nan=f"{s.nan_count:,}",
                inf=f"{s.inf_count:,}",
            )
        )
    return ". ".join(said)


def every_number(symbol: str, s: LayerStatistics, dtype: str) -> str:
    """All numbers of the values with all the digits of their dtype, one a line."""
    return QCoreApplication.translate(
        "DistributionsPanel",
        "{symbol}: {values}\nmean {mean}\nstd {std}\nmin {min}\nmax {max}\n"
        "quartiles ≈ {quartiles}\nzeros {zeros} ({share})\nsaturated {flat} ({flat_share})\n"
        "NaN {nan}, infinite {inf}",
    ).format(
        symbol=symbol,
        values=_values(s.count),
        mean=full_in(s.mean, dtype),
        std=full_in(s.std, dtype),
        min=full_in(s.min, dtype),
        max=full_in(s.max, dtype),
        quartiles=" · ".join(short(value) for value in quartiles(s)),
        zeros=f"{s.zero_count:,}",
        share=percent(s.zero_fraction),
        flat=f"{s.saturated_count:,}",
        flat_share=percent(s.saturated_fraction),
        nan=f"{s.nan_count:,}",
        inf=f"{s.inf_count:,}",
    )


def pinned_numbers(symbol: str, s: LayerStatistics, dtype: str) -> str:
    """The same of the pinned run."""
    return (
        QCoreApplication.translate("DistributionsPanel", "Pinned run") + "\n" + every_number(symbol, s, dtype)
    )


def bin_text(symbol: str, histogram: Histogram, place: int) -> str:
    """One bin of the histogram in words."""
    total = int(histogram.counts.sum())
    return QCoreApplication.translate(
        "DistributionsPanel", "{symbol} from {low} to {high}: {values}, {share}"
    ).format(
        symbol=symbol,
        low=short(float(histogram.edges[place])),
        high=short(float(histogram.edges[place + 1])),
        values=_values(int(histogram.counts[place])),
        share=percent(int(histogram.counts[place]) / total if total else 0.0),
    )


def _values(count: int) -> str:
    translate = QCoreApplication.translate
    one, many = translate("DistributionsPanel", "1 value"), translate("DistributionsPanel", "{count} values")
    return counted(count, one, many)
