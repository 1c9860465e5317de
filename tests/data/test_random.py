"""Random data: NumPy's own numbers for the same seed."""

import math

import numpy as np
import pytest

from densegui.data import DataError, draw, memory, normal_source, random_normal, random_uniform

SHAPES = [(1, 1), (150, 4), (2000, 701)]


class TestNumbers:
    @pytest.mark.parametrize("shape", SHAPES)
    @pytest.mark.parametrize("seed", [0, 7, 2**53])
    def test_normal(self, shape, seed):
        x = random_normal(*shape, seed=seed, mean=-3, stddev=0.25).x
        expected = np.random.default_rng(seed).normal(-3, 0.25, shape).astype(np.float32)
        assert x.dtype == np.float32
        assert np.array_equal(x, expected)

    @pytest.mark.parametrize("shape", SHAPES)
    @pytest.mark.parametrize("seed", [0, 7, 2**53])
    def test_uniform(self, shape, seed):
        x = random_uniform(*shape, seed=seed, low=-2, high=5.5).x
        expected = np.random.default_rng(seed).uniform(-2, 5.5, shape).astype(np.float32)
        assert np.array_equal(x, expected)

    def test_moments(self):
        normal = random_normal(200_000, 2, seed=1, mean=10, stddev=3).x
        assert np.allclose(normal.mean(axis=0), 10, atol=5 * 3 / math.sqrt(200_000))
        assert np.allclose(normal.std(axis=0), 3, atol=5 * 3 / math.sqrt(400_000))
        uniform = random_uniform(200_000, 2, seed=1, low=-1, high=3).x
        assert np.allclose(uniform.mean(axis=0), 1, atol=5 * 4 / math.sqrt(12 * 200_000))
        assert uniform.min() >= -1
        assert uniform.max() <= 3

    def test_no_spread(self):
        assert random_normal(2, 2, mean=4, stddev=0).x.tolist() == [[4, 4], [4, 4]]
        assert random_uniform(2, 1, low=4, high=4).x.tolist() == [[4], [4]]

    def test_arrays_cannot_be_changed(self):
        with pytest.raises(ValueError, match="read-only"):
            random_normal(2, 2).x[0, 0] = 1

    def test_numpy_numbers_are_numbers(self):
        dataset = random_normal(np.int64(3), np.uint8(2), seed=np.int32(1), mean=np.float32(0.5))
        assert dataset.x.shape == (3, 2)
        assert {type(value) for value in dataset.source.parameters.values()} == {int, float}


class TestArguments:
    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            ({"rows": 0}, "rows must be a whole number from 1 to .*, got 0"),
            ({"features": -3}, "features must be a whole number from 1 to .*, got -3"),
            ({"seed": -1}, "seed must be a whole number from 0 to .*, got -1"),
            ({"rows": 10**5000}, "rows must be .* got a far larger number"),
            ({"stddev": -0.5}, "stddev must be 0 or more, got -0.5"),
            ({"mean": math.nan}, "mean must be a finite number, got nan"),
            ({"stddev": math.inf}, "stddev must be a finite number, got inf"),
            ({"mean": 10**400}, "mean must be a finite number"),
            ({"stddev": 1e38}, "the range of float32, got mean=0, stddev=1e"),
        ],
    )
    def test_values_of_normal(self, arguments, sentence):
        with pytest.raises(ValueError, match=sentence):
            random_normal(**{"rows": 2, "features": 2} | arguments)

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            ({"low": 2.0}, "low must not be above high, got low=2, high=1"),
            ({"low": -1e39}, "within ±3.4e38"),
            ({"high": math.nan}, "high must be a finite number, got nan"),
        ],
    )
    def test_values_of_uniform(self, arguments, sentence):
        with pytest.raises(ValueError, match=sentence):
            random_uniform(2, 2, **arguments)

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            ({"rows": 2.0}, r"rows must be a whole number, got 2\.0"),
            ({"features": True}, "features must be a whole number, got True"),
            ({"seed": None}, "seed must be a whole number, got None"),
            ({"mean": "1"}, "mean must be a number, got '1'"),
            ({"stddev": None}, "stddev must be a number, got None"),
            ({"stddev": 1j}, "stddev must be a number, got 1j"),
        ],
    )
    def test_kinds(self, arguments, sentence):
        with pytest.raises(TypeError, match=sentence):
            random_normal(**{"rows": 2, "features": 2} | arguments)


class TestSize:
    def test_more_than_any_memory(self):
        with pytest.raises(
            DataError, match=r"Drawing 1,000,000,000,000 × 10 numbers needs 40 TB of memory, and .* can be"
        ):
            random_normal(10**12, 10)

    def test_the_limit_is_three_quarters_of_what_is_free(self, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 4000)
        assert random_uniform(750, 1).rows == 750
        with pytest.raises(DataError, match="needs 3 kB of memory, and 3 kB can be used"):
            random_uniform(751, 1)

    def test_steps(self):
        steps = [step.done for step in draw(normal_source(1000, 2000))]
        assert len(steps) >= 4
        assert steps == sorted(set(steps))
        assert steps[-1] == 1.0
