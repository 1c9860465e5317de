"""Values over the plane: exact at the centre of each pixel; boundary lines exact between them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.engine import Activation, Dense, Model
from densegui.ui.focus import Focus
from densegui.ui.panels.plane_colors import class_color, table, winners
from densegui.ui.panels.plane_contour import NOWHERE, boundaries
from densegui.ui.panels.plane_drawing import Target, drawing, finished
from densegui.ui.panels.plane_values import (
    AT_INPUT,
    NON_FINITE,
    Area,
    Scale,
    area_of,
    colored,
    scale_of,
    surface,
    tiles,
)

UNIT = Area((-1.0, 2.0), (-1.0, 2.0))


@pytest.fixture
def xor():
    """NAND and OR side by side, then AND of the two (FACTS §5)."""
    model = Model([Dense(2, input_dim=2, activation="step"), Dense(1, activation="step")])
    model = model.with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    return model.with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])


def pixel(x, y, area, n):
    """Row and column of the pixel that holds a point; rows fall from the top."""
    (x0, x1), (y0, y1) = area.x, area.y
    return int((y1 - y) / (y1 - y0) * n), int((x - x0) / (x1 - x0) * n)


def test_the_area_shows_all_rows_with_a_margin():
    assert area_of(None) == Area((-6, 6), (-6, 6))
    assert area_of(np.array([[0, 0], [0, 1], [1, 0], [1, 1]])) == UNIT
    area = area_of(np.array([[0.0, 10.0], [5.0, 30.0], [np.nan, 99.0]]))
    assert area.x[0] < 0
    assert area.x[1] > 5
    assert area.y[0] < 10
    assert 30 < area.y[1] < 99
    low, high = area_of(np.array([[3.0, -2.0]])).x
    assert low < 3 < high
    assert area_of(np.array([[np.nan, 1.0]])) == area_of(None)


def test_pixels_are_counted_from_the_upper_left():
    points = Area((0.0, 4.0), (0.0, 2.0)).points(2)
    assert points.tolist() == [[1.0, 1.5], [3.0, 1.5], [1.0, 0.5], [3.0, 0.5]]


@pytest.mark.parametrize(("x", "y", "out"), [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_xor_over_the_plane(xor, x, y, out):
    row, column = pixel(x, y, UNIT, 60)
    assert finished(surface(xor, 1, slice(None), UNIT, 60)).a[row, column, 0] == out
    white, blue = table()[[127, 254]]
    picture = tiles(xor, UNIT, table())[xor.layers[1].id][0]
    assert (picture[pixel(x, y, UNIT, 24)] == (blue if out else white)).all()


def test_small_pictures_of_every_layer(xor):
    pictures = tiles(xor, UNIT, table())
    assert {key: value.shape for key, value in pictures.items()} == {
        0: (2, 24, 24, 4),
        xor.layers[0].id: (2, 24, 24, 4),
        xor.layers[1].id: (1, 24, 24, 4),
    }
    for picture in pictures.values():
        assert picture.dtype == np.uint8
        assert (picture[..., 3] == 255).all()
        with pytest.raises(ValueError, match="read-only"):
            picture[:] = 0
    # The first feature rises to the right, the second upward; below 0 is orange (more red than blue).
    left, right = pictures[0][0][12, 0], pictures[0][0][12, 23]
    bottom, top = pictures[0][1][23, 12], pictures[0][1][0, 12]
    for below, above in ((left, right), (bottom, top)):
        assert below[0] > below[2]
        assert above[2] > above[0]


def test_wide_layers_have_no_small_pictures():
    model = Model([Dense(65, input_dim=2), Dense(64)])
    assert set(tiles(model, UNIT, table(), 4)) == {0, model.layers[1].id}


def test_values_in_slices_are_those_of_predict():
    model = Model(
        [Dense(200, input_dim=2, activation="tanh"), Dense(3, activation="softmax")], dtype="float64"
    )
    steps = surface(model, 1, slice(1, 2), UNIT, 70)
    next(steps)  # it does not come in one piece
    values = finished(steps)
    expected = model.predict(UNIT.points(70))[:, 1]
    assert values.a.shape == (70, 70, 1)
    np.testing.assert_allclose(values.a.ravel(), expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("sigmoid", Scale(0.5, 0.5)),
        ("step", Scale(0.5, 0.5)),
        ("softmax", Scale(0.5, 0.5)),
        ("tanh", Scale(0.0, 1.0)),
        ("relu", Scale(0.0, 0.0124)),
    ],
)
def test_colours_are_centred_by_the_range_of_the_function(name, scale):
    found = scale_of(Activation(name), np.array([0.0, -0.01234, 0.005]))
    assert (found.center, found.reach) == pytest.approx(
        (scale.center, 0.013 if name == "relu" else scale.reach)
    )


def test_the_scale_of_nothing_finite():
    assert scale_of(None, np.array([np.nan, np.inf])) == Scale(0.0, 1.0)
    assert scale_of(None, np.zeros(3)) == Scale(0.0, 1.0)


def test_nan_and_infinity_have_a_colour_of_their_own():
    colors = table()
    found = colored(np.array([-9.0, -1.0, 0.0, 1.0, np.nan, np.inf]), Scale(0.0, 1.0), colors)
    assert (found == colors[[0, 0, 127, 254, NON_FINITE, NON_FINITE]]).all()


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-0.4, 0.4))
def test_a_straight_boundary_is_met_exactly(a, b, c):
    x, y = Area((-1.0, 1.0), (-1.0, 1.0)).centers(20)

    def part_at(points):
        return (points @ [a, b] + c > 0).astype(np.intp)

    grid = np.stack(np.meshgrid(x, y), axis=-1)
    lines = finished(boundaries(part_at(grid), x, y, part_at, 10, 1000))
    # Ten halvings of a pixel of 0.1, along whichever side the line crosses.
    far = np.abs(lines @ [a, b] + c)
    assert (far <= 0.1 / 2**10 * max(abs(a), abs(b)) + 1e-12).all()
    assert bool(len(lines)) == (len(np.unique(part_at(grid))) > 1)


def test_lines_of_xor_run_where_its_neurons_switch(xor):
    found = finished(drawing(xor, Target(1, 0), UNIT, 50))
    # NAND switches at x + y = 1.4, OR at x + y = 0.4.
    sums = found.lines.sum(axis=-1).ravel()
    away = np.minimum(np.abs(sums - 1.4), np.abs(sums - 0.4))
    assert away.max() < 3 / 50 / 2**9
    assert np.abs(sums - 1.4).min() < 1e-3
    assert np.abs(sums - 0.4).min() < 1e-3


def test_three_parts_meet_in_one_point():
    x, y = Area((-1.0, 1.0), (-1.0, 1.0)).centers(2)
    lines = finished(boundaries(np.array([[0, 1], [2, 1]]), x, y, lambda p: np.zeros(len(p), np.intp), 0, 10))
    assert len(lines) == 3
    assert len(np.unique(lines[:, 1], axis=0)) == 1


def test_nan_has_no_boundary_and_noise_no_lines():
    x, y = UNIT.centers(40)
    split = np.where(np.arange(1600).reshape(40, 40) % 40 < 20, NOWHERE, 1)
    assert len(finished(boundaries(split, x, y, lambda p: np.ones(len(p), np.intp), 4, 100))) == 0
    checkers = np.indices((40, 40)).sum(axis=0) % 2
    assert len(finished(boundaries(checkers, x, y, lambda p: np.ones(len(p), np.intp), 4, 100))) == 0


def test_the_most_likely_class_has_its_colour_and_doubt_pales_it():
    sure, unsure = winners(np.array([[[0.01, 0.98, 0.01], [0.3, 0.4, 0.3]]]), shares=True)[0].astype(int)
    back = table()[127].astype(int)
    wanted = class_color(1, 3)
    hue = np.array([wanted.red(), wanted.green(), wanted.blue(), 255])
    assert np.abs(sure - back).sum() > np.abs(unsure - back).sum() > 0
    assert np.abs(sure - hue).sum() < np.abs(unsure - hue).sum()
    assert winners(np.array([[[np.nan, 1.0]]]), shares=False).tolist() == [[table()[NON_FINITE].tolist()]]


def test_what_is_looked_at_decides_what_is_drawn(xor):
    first, last = (layer.id for layer in xor.layers)
    assert Target.of(xor, Focus()) == Target(1, 0)
    assert Target.of(xor, Focus(last)) == Target(1, 0)
    assert Target.of(xor, Focus(first)) == Target(1, 0)
    assert Target.of(xor, Focus(first, 1)) == Target(0, 1)
    assert Target.of(xor, Focus(0, 1)) == Target(AT_INPUT, 1)
    assert Target.of(xor, Focus(first, 9)) == Target(1, 0)
    three = xor.with_layers([xor.layers[0], Dense(3, activation="softmax")])
    assert Target.of(three, Focus()) == Target(1, None)
    assert Target.of(three, Focus(three.layers[1].id, 2)) == Target(1, 2)
