"""What is said of a column: its type, range, mean, what is missing, and what it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import full, short
from densegui.ui.panels.plotting import apart, percent

if TYPE_CHECKING:
    from densegui.data.summary import ColumnSummary as Summary

_NOTHING = 1e-9


def use_text(use: str) -> str:
    """What a column is used for."""
    translate = QCoreApplication.translate
    return {
        "feature": translate("DataColumns", "feature"),
        "one_hot": translate("DataColumns", "one-hot"),
        "label": translate("DataColumns", "label"),
        "nothing": translate("DataColumns", "left out"),
    }[use]


def kind_text(summary: Summary, categories: tuple[str, ...], _in_full: bool) -> str:
    """Number, whole number or category."""
    translate = QCoreApplication.translate
    if categories:
        return translate("DataColumns", "category")
    if summary.kind == "whole":
        return translate("DataColumns", "whole")
    return translate("DataColumns", "number")


def range_text(summary: Summary, categories: tuple[str, ...], in_full: bool) -> str:
    """The smallest and the largest number, or how many categories there are."""
    translate = QCoreApplication.translate
    if categories:
        return translate("DataColumns", "{count:,} values").format(count=len(categories))
    if not summary.low <= summary.high:
        return "–"
    if summary.low == summary.high:
        return translate("DataColumns", "always {value}").format(value=short(summary.low))
    if in_full:
        low, high = full(summary.low), full(summary.high)
        return translate("DataColumns", "{low} to {high}").format(low=low, high=high)
    low, high = apart(summary.low, summary.high)
    return translate("DataColumns", "{low} to {high}").format(low=low, high=high)


def missing_text(summary: Summary, _categories: tuple[str, ...], _in_full: bool) -> str:
    """How many values are missing."""
    if not summary.missing:
        return "0"
    share = percent(summary.missing / max(summary.count + summary.missing, 1))
    return f"{summary.missing:,} ({share})"


def mean_text(summary: Summary, categories: tuple[str, ...], in_full: bool) -> str:
    """Mean and standard deviation; codes of categories have none."""
    if categories or not summary.count:
        return "–"
    if in_full:
        return f"{full(summary.mean)} ± {full(summary.std)}"
    # What rounding has left of a mean of 0 is of no interest.
    mean = "≈ 0" if 0 < abs(summary.mean) < summary.std * _NOTHING else short(summary.mean)
    return f"{mean} ± {short(summary.std)}"


def histogram_text(summary: Summary, categories: tuple[str, ...], _in_full: bool) -> str:
    """The bars in words."""
    translate = QCoreApplication.translate
    counts = summary.counts.tolist()
    if categories:
        return "\n".join(f"{name}: {n:,}" for name, n in zip(categories[:20], counts, strict=False))
    text = translate("DataColumns", "{bins} bins from {low} to {high}; the highest holds {most:,} values")
    return text.format(
        bins=len(counts), low=short(summary.low), high=short(summary.high), most=max(counts, default=0)
    )
