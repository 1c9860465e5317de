"""Curves as they are cut to the view, and as they come out of a drawing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from densegui.engine import Dense, Model
from densegui.ui.export import svg_of
from densegui.ui.panels.activations_lines import inside
from densegui.ui.panels.activations_panel import ActivationsPanel


def test_a_line_is_cut_where_it_crosses():
    (part,) = inside(np.array([0.0, 10.0]), np.array([-5.0, 5.0]), -1.0, 3.0)
    assert part[0] == pytest.approx([4, 8])
    assert part[1] == pytest.approx([-1, 3])


def test_a_curve_that_leaves_and_comes_back_has_two_parts():
    x = np.linspace(-2, 2, 401)
    parts = inside(x, x**2, -1.0, 1.0)
    assert [(p[0][0], p[0][-1]) for p in parts] == [pytest.approx((-1, 1))]
    left, right = inside(x, x**2, 1.0, 5.0)
    assert (left[0][0], left[0][-1]) == pytest.approx((-2, -1))
    assert (right[0][0], right[0][-1]) == pytest.approx((1, 2))


def test_what_is_no_number_is_a_gap():
    y = np.array([0.0, 0.5, np.nan, 0.5, 0.2, np.inf, 0.1])
    parts = inside(np.arange(7.0), y, 0.0, 1.0)
    assert [part[0].tolist() for part in parts] == [[0, 1], [3, 4]]


def test_a_step_stays_upright():
    x = np.array([-1.0, 0.0, np.nextafter(0.0, 1.0), 1.0])
    (part,) = inside(x, np.array([0.0, 0.0, 1.0, 1.0]), -0.1, 1.1)
    assert part[0].tolist() == x.tolist()


@given(arrays(float, 30, elements=st.floats(-100, 100)), st.floats(-50, 50), st.floats(0.1, 50))
def test_all_parts_lie_between_the_bounds_and_on_the_curve(y, bottom, span):
    x = np.arange(30.0)
    for part_x, part_y in inside(x, y, bottom, bottom + span):
        assert part_y.min() >= bottom
        assert part_y.max() <= bottom + span
        assert part_y == pytest.approx(np.interp(part_x, x, y), abs=1e-6)


@pytest.mark.parametrize("activation", ["relu", "softmax"])
def test_an_exported_drawing_holds_no_pixels(qtbot, activation):
    panel = ActivationsPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show()
    model = Model([Dense(3, input_dim=2, activation=activation)])
    panel.show_model(model)
    panel.show_result(model.run(np.array([[1.0, 2.0], [-1.0, 0.5]])), True)
    assert b"<image" not in svg_of(panel.picture(), "Activation functions")
