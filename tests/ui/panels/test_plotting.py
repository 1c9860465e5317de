"""The shared parts of the plotting panels: numbers on axes, shares, the step polygon, one-line labels."""

import math

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from densegui.engine.statistics import Histogram
from densegui.ui import theme
from densegui.ui.panels import plotting


def test_shares_are_parts_of_the_finite_values():
    histogram = Histogram(np.array([0.0, 1.0, 2.0, 3.0]), np.array([1, 0, 3]))
    assert plotting.shares(histogram).tolist() == [0.25, 0.0, 0.75]


def test_shares_of_no_value_are_zero():
    assert plotting.shares(Histogram(np.array([0.0, 1.0]), np.array([0]))).tolist() == [0.0]


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1500, "1,500 rows")]
)
def test_one_thing_is_called_one(count, said):
    assert plotting.counted(count, "1 row", "{count} rows") == said


@pytest.mark.parametrize(
    ("value", "dtype", "text"),
    [
        (0.30000001192092896, "float32", "0.3"),
        (0.30000001192092896, "float64", "0.30000001192092896"),
        (-0.1, "float64", "−0.1"),
        (1e300, "float32", "1e+300"),
        (math.nan, "float32", "NaN"),
        (-math.inf, "float32", "−∞"),
    ],
)
def test_every_digit_is_that_of_the_dtype(value, dtype, text):
    assert plotting.full_in(value, dtype) == text


@given(st.floats(width=32, allow_nan=False))
def test_every_digit_of_float32_gives_the_number_back(value):
    text = plotting.full_in(value, "float32").replace("−", "-").replace("∞", "inf")
    assert np.float32(text) == np.float32(value)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.5, "50 %"),
        (0.4134, "41.3 %"),
        (0.0002, "< 0.1 %"),
        (0.99995, "> 99.9 %"),
    ],
)
def test_percent_never_rounds_something_to_nothing(share, text):
    assert plotting.percent(share) == text.replace(" %", "\u00a0%")


@pytest.mark.parametrize(
    ("given_range", "rounded"),
    [((-3.25, 2.875), (-4.0, 3.0)), ((0.03, 0.97), (0.0, 1.0)), ((-120.0, 340.0), (-200.0, 400.0))],
)
def test_outward(given_range, rounded):
    assert plotting.outward(*given_range) == pytest.approx(rounded)


@given(st.floats(-1e30, 1e30), st.floats(1e-3, 1e30))
def test_outward_covers(low, span):
    high = low + span
    first, last = plotting.outward(low, high)
    slack = 1e-6 * max(abs(low), abs(high), span)
    assert first <= low + slack
    assert last >= high - slack


def test_ticks_are_round_and_inside():
    assert [text for _, text in plotting.ticks(-5, 5, 6)] == ["−4", "−2", "0", "2", "4"]
    assert [value for value, _ in plotting.ticks(0.0, 1.0, 5)] == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])


@pytest.mark.parametrize("limits", [(1.0, 1.0), (0.0, math.inf), (math.nan, 1.0)])
def test_no_ticks_without_a_range(limits):
    assert plotting.ticks(*limits, 5) == []


def test_fitting_ticks_stand_side_by_side(qapp):
    metrics = QFontMetricsF(QFont())
    for width in (60, 200, 900):
        found = plotting.fitting_ticks(-0.00123, 0.0456, width, metrics)
        assert sum(metrics.horizontalAdvance(text) for _, text in found) < width


def test_numbers_that_look_alike_get_more_digits():
    assert plotting.apart(0.1, 7.9) == ("0.1", "7.9")
    assert plotting.apart(0.49999, 0.50001) == ("0.49999", "0.50001")
    assert plotting.apart(2.0, 2.0) == ("2", "2")
    low, high = plotting.apart(-1.0000000001, -1.0)
    assert low != high


def test_blend_ends_are_the_colour_and_the_background(qapp):
    color = QColor("#2C6FB0")
    assert plotting.blend(color, 1) == color
    assert plotting.blend(color, 0) == QColor(theme.colors().panel)


def test_axis_takes_the_scheme(qapp):
    axis = pg.AxisItem("left")
    plotting.style_axis(axis, QFont())
    assert axis.textPen().color() == QColor(theme.colors().muted)


def test_line_label_keeps_the_whole_text_in_its_tooltip(qtbot):
    label = plotting.LineLabel("line")
    qtbot.addWidget(label)
    label.resize(60, 20)
    text = "dense_2 · selu · 1.0507 · (x if x > 0 else 1.6733(eˣ − 1))"
    label.show_text(text, "warning", filled=True)
    label.show()
    assert label.toolTip() == text
    assert label.sizeHint().width() < 100
    assert not label.grab().isNull()
