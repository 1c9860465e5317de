"""Toy data: places and labels by geometry, the same for one seed, and nothing odd from a project file."""

import json
import math
from itertools import pairwise

import numpy as np
import pytest

from densegui.data import (
    TOYS,
    DataError,
    draw_toy,
    finish,
    from_json,
    memory,
    restoring,
    to_json,
    toy_dataset,
    toy_source,
)

SEEDED = ("gaussians", "circles", "moons", "spirals", "checkerboard")
EPS = 2e-7  # float32 of numbers about 1


def clean(name, rows=500, **arguments):
    """The set without noise, in float64, with its labels."""
    dataset = toy_dataset(name, rows=rows, noise=0, seed=3, **arguments)
    return dataset.x.astype(np.float64), dataset.labels


def polar(x):
    return np.hypot(x[:, 0], x[:, 1]), np.arctan2(x[:, 1], x[:, 0])


class TestTruthTables:
    @pytest.mark.parametrize(
        ("name", "truth"),
        [
            ("and", lambda a, b: a and b),
            ("or", lambda a, b: a or b),
            ("nand", lambda a, b: not (a and b)),
            ("xor", lambda a, b: a is not b),
        ],
    )
    def test_every_row_once(self, name, truth):
        dataset = toy_dataset(name)
        assert dataset.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
        assert dataset.labels.tolist() == [int(truth(bool(a), bool(b))) for a, b in dataset.x]
        assert dataset.class_names == ("0", "1")
        assert dataset.feature_names == ("x1", "x2")

    def test_the_formula_says_the_table(self):
        assert TOYS["xor"].formula == "(0, 0) → 0, (0, 1) → 1, (1, 0) → 1, (1, 1) → 0"


class TestShapes:
    def test_circles_have_the_radii_1_and_one_half(self):
        x, labels = clean("circles")
        np.testing.assert_allclose(polar(x)[0], np.where(labels == 0, 1, 0.5), rtol=EPS)
        # All round: no quarter without points.
        assert set(np.floor(polar(x)[1] / (math.pi / 2)).astype(int)) == {-2, -1, 0, 1}

    def test_gaussians_stand_at_their_centres_with_their_deviation(self):
        x, labels = clean("gaussians", rows=10)
        assert x[labels == 0].tolist() == [[-1, -1]] * 5
        assert x[labels == 1].tolist() == [[1, 1]] * 5
        spread = toy_dataset("gaussians", rows=40_000, noise=0.5, seed=1)
        for label, centre in ((0, -1), (1, 1)):
            points = spread.x[spread.labels == label].astype(np.float64)
            assert np.allclose(points.mean(axis=0), centre, atol=5 * 0.5 / math.sqrt(20_000))
            assert np.allclose(points.std(axis=0), 0.5, atol=5 * 0.5 / math.sqrt(40_000))

    @pytest.mark.parametrize("turns", [0.5, 1.5, 3.0])
    def test_spirals_turn_with_their_radius(self, turns):
        x, labels = clean("spirals", turns=turns)
        radius, angle = polar(x)
        assert radius.max() <= 1
        off = angle - 2 * math.pi * turns * radius - math.pi * labels
        # The angle of a point near the middle is as vague as the point.
        np.testing.assert_allclose(np.cos(off), 1, atol=1e-6)

    def test_spirals_are_as_dense_in_the_middle_as_outside(self):
        radius, _ = polar(clean("spirals", rows=40_000)[0])
        # A quarter of the disc's area is within half of its radius.
        assert abs(np.mean(radius < 0.5) - 0.25) < 5 * math.sqrt(0.25 * 0.75 / 40_000)

    @pytest.mark.parametrize("squares", [1, 2, 4, 7])
    def test_checkerboard_labels_follow_from_the_square(self, squares):
        x, labels = clean("checkerboard", squares=squares)
        assert x.min() >= -1
        assert x.max() <= 1
        edges = np.linspace(-1, 1, squares + 1)[1:-1]
        square = np.searchsorted(edges, x[:, 0]) + np.searchsorted(edges, x[:, 1])
        assert labels.tolist() == (square % 2).tolist()

    def test_two_squares_a_side_are_xor(self):
        x, labels = clean("checkerboard", squares=2)
        assert labels.tolist() == ((x[:, 0] > 0) != (x[:, 1] > 0)).astype(int).tolist()

    def test_moons_are_half_circles(self):
        x, labels = clean("moons")
        upper, lower = x[labels == 0], x[labels == 1]
        np.testing.assert_allclose(polar(upper)[0], 1, rtol=EPS)
        np.testing.assert_allclose(np.hypot(lower[:, 0] - 1, lower[:, 1] - 0.5), 1, rtol=1e-6)
        assert upper[:, 1].min() >= -EPS
        assert lower[:, 1].max() <= 0.5 + EPS

    @pytest.mark.parametrize("name", SEEDED[:-1])
    @pytest.mark.parametrize("rows", [1, 2, 7, 300])
    def test_both_labels_come_in_turn(self, name, rows):
        labels = toy_dataset(name, rows=rows).labels
        assert labels.tolist() == [row % 2 for row in range(rows)]


class TestGrid:
    def test_every_crossing_once_row_by_row(self):
        dataset = toy_dataset("grid", width=3, height=2, low=-1, high=3)
        assert dataset.x.tolist() == [[-1, -1], [1, -1], [3, -1], [-1, 3], [1, 3], [3, 3]]
        assert dataset.labels is None
        assert dataset.class_names == ()

    def test_is_even_and_exact_at_both_ends(self):
        dataset = toy_dataset("grid", width=101, height=11, low=-0.3, high=0.7)
        assert len(dataset.x) == 1111
        expected = np.linspace(-0.3, 0.7, 101)
        np.testing.assert_allclose(dataset.x[:101, 0], expected, atol=EPS)
        assert dataset.x[[0, -1]].tolist() == np.float32([[-0.3, -0.3], [0.7, 0.7]]).tolist()


class TestSeeds:
    @pytest.mark.parametrize("name", SEEDED)
    def test_decide_all_numbers(self, name):
        one, same, other = (toy_dataset(name, rows=50, noise=0.1, seed=seed).x for seed in (1, 1, 2))
        assert one.dtype == np.float32
        assert np.array_equal(one, same)
        assert not np.any(one == other)

    @pytest.mark.parametrize("name", SEEDED)
    def test_fewer_rows_are_the_first_of_more(self, name):
        few = toy_dataset(name, rows=100, noise=0.1, seed=5)
        many = toy_dataset(name, rows=300_000, noise=0.1, seed=5)
        assert np.array_equal(few.x, many.x[:100])
        assert np.array_equal(few.labels, many.labels[:100])

    @pytest.mark.parametrize("name", SEEDED)
    def test_noise_moves_the_same_points_by_its_deviation(self, name):
        there = toy_dataset(name, rows=20_000, noise=0, seed=5)
        moved = toy_dataset(name, rows=20_000, noise=0.25, seed=5)
        assert np.array_equal(there.labels, moved.labels)
        by = moved.x.astype(np.float64) - there.x
        assert np.allclose(by.mean(axis=0), 0, atol=5 * 0.25 / math.sqrt(20_000))
        assert np.allclose(by.std(axis=0), 0.25, atol=5 * 0.25 / math.sqrt(40_000))

    def test_the_numbers_are_those_of_numpy(self):
        places, noise = np.random.default_rng(9).spawn(2)
        angle = 2 * math.pi * places.random(4)
        radius = [1, 0.5, 1, 0.5]
        expected = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
        expected = (expected + 0.1 * noise.standard_normal((4, 2))).astype(np.float32)
        assert np.array_equal(toy_dataset("circles", rows=4, noise=0.1, seed=9).x, expected)


class TestArguments:
    @pytest.mark.parametrize(
        ("name", "arguments", "sentence"),
        [
            ("torus", {}, "name must be one of and, or, nand, xor, .*, got 'torus'"),
            ("moons", {"rows": 0}, "rows must be a whole number from 1 to .*, got 0"),
            ("moons", {"noise": -0.1}, "noise must be a number from 0 to 1000, got -0.1"),
            ("moons", {"noise": math.nan}, "noise must be a finite number, got nan"),
            ("moons", {"seed": -1}, "seed must be a whole number from 0"),
            ("checkerboard", {"squares": 101}, "squares must be a whole number from 1 to 100, got 101"),
            ("grid", {"width": 1}, "width must be a whole number from 2"),
            ("grid", {"low": 1.0}, "low must be below high, got low=1, high=1"),
        ],
    )
    def test_values(self, name, arguments, sentence):
        with pytest.raises(ValueError, match=sentence):
            toy_dataset(name, **arguments)

    @pytest.mark.parametrize(
        ("name", "arguments", "sentence"),
        [
            ("xor", {"rows": 4}, "xor takes no arguments; got rows"),
            ("moons", {"turns": 2}, "moons takes rows, noise, seed; got turns"),
            ("moons", {"rows": 2.0}, r"rows must be a whole number, got 2\.0"),
            ("moons", {"noise": "0"}, "noise must be a number, got '0'"),
        ],
    )
    def test_kinds(self, name, arguments, sentence):
        with pytest.raises(TypeError, match=sentence):
            toy_dataset(name, **arguments)


class TestSize:
    def test_more_than_any_memory_is_refused_before_drawing(self):
        with pytest.raises(DataError, match=r"Moons of 1,000,000,000,000 rows needs 16 TB of memory"):
            toy_dataset("moons", rows=10**12)

    def test_the_limit_counts_inputs_and_labels(self, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 4000)
        assert toy_dataset("moons", rows=187).rows == 187  # 3,000 bytes at 16 a row
        with pytest.raises(DataError, match=r"needs 3\.01 kB of memory"):
            toy_dataset("moons", rows=188)

    def test_big_ones_are_made_step_by_step(self):
        steps = [step.done for step in draw_toy(toy_source("spirals", rows=1_000_000))]
        assert len(steps) >= 4
        assert all(a < b for a, b in pairwise(steps))
        assert steps[-1] == 1.0


class TestRestoring:
    @pytest.mark.parametrize("name", TOYS)
    def test_the_same_rows_again(self, name):
        dataset = toy_dataset(name)
        source = from_json(json.loads(json.dumps(to_json(dataset.source))))
        assert source == dataset.source
        again = finish(restoring(source))
        assert np.array_equal(again.x, dataset.x)
        assert (again.labels is None) == (dataset.labels is None)
        assert again.name == dataset.name == TOYS[name].title

    @pytest.mark.parametrize(
        "changes",
        [
            {"name": "torus"},
            {"name": "xor"},
            {"name": ["moons"]},
            {"name": None},
            {"name": "n" * 1000},
            {"rows": "5"},
            {"rows": 10**5000},
            {"noise": math.inf},
            {"turns": 1},
            {"n" * 1000: 1},
            {3: 4},
        ],
    )
    def test_hostile_arguments_are_refused_in_a_sentence(self, changes):
        good = to_json(toy_source("moons"))
        with pytest.raises(DataError, match="toy data") as caught:
            from_json(good | {"parameters": good["parameters"] | changes})
        assert len(str(caught.value)) < 400

    @pytest.mark.parametrize("parameters", [None, [], {}, "moons", {"name": "moons"}])
    def test_arguments_that_are_none_are_refused(self, parameters):
        with pytest.raises(DataError, match="toy data"):
            from_json(to_json(toy_source("moons")) | {"parameters": parameters})
