"""The streaming run: statistics against plain NumPy in float64, progress, cancel, files, NaN."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from densegui.engine import Dense, Model, Progress, run
from densegui.engine import outputs as outputs_module
from densegui.engine.moments import Selection
from densegui.engine.tally import Tally
from densegui.engine.views import Scratch, Views

ROWS = 3000
EPS = {"float32": 2.0**-23, "float64": 2.0**-52}


def make(dtype="float32", activations=("relu", "tanh", "linear", "softmax"), rows=ROWS):
    sizes = (5, 64, 33, 7, 3)
    layers = [
        Dense(n, activation=g, bias_init="normal") for n, g in zip(sizes[1:], activations, strict=False)
    ]
    x = np.random.default_rng(4).normal(2, 3, size=(rows, 5)).astype(dtype)
    return Model(layers, input_dim=5, dtype=dtype, seed=2), x


def arrays(model, x, result):
    """Every observed array in float64 with its statistics."""
    trace = model.trace(x)
    yield trace.x.astype(np.float64), result.inputs
    for layer, kept in zip(trace.layers, result.layers, strict=True):
        yield layer.z.astype(np.float64), kept.z
        yield layer.a.astype(np.float64), kept.a


class TestStatistics:
    @pytest.mark.parametrize("dtype", EPS)
    @pytest.mark.parametrize("shift", [0, 300])
    def test_against_numpy(self, dtype, shift):
        model, x = make(dtype)
        x += shift
        tight = 1e-6 if dtype == "float32" else 1e-12
        for values, kept in arrays(model, x, model.run(x)):
            scale = values.std() + EPS[dtype] * np.abs(values).max()
            assert kept.count == values.size
            assert kept.nan_count == kept.inf_count == 0
            assert abs(kept.zero_count - (values == 0).sum()) <= 2
            assert kept.mean == pytest.approx(values.mean(), abs=tight * scale)
            assert kept.std == pytest.approx(values.std(), rel=10 * tight, abs=tight * scale)
            assert kept.min == pytest.approx(values.min(), abs=tight * np.abs(values).max())
            assert kept.max == pytest.approx(values.max(), abs=tight * np.abs(values).max())
            np.testing.assert_allclose(kept.unit_mean, values.mean(axis=0), atol=tight * scale)
            np.testing.assert_allclose(kept.unit_std, values.std(axis=0), rtol=10 * tight, atol=tight * scale)
            np.testing.assert_allclose(kept.unit_zero_fraction, (values == 0).mean(axis=0), atol=1 / ROWS)

    def test_counts_are_exact_whatever_the_chunks(self):
        """x is what is given, so its counts, extremes and histogram have one true value."""
        model, x = make()
        x[::7, 2] = 0
        x[5, 1] = -0.0
        values = x.astype(np.float64)
        for batch_size, threads in ((None, None), (17, 1), (500, 2), (10**6, 1)):
            kept = model.run(x, batch_size=batch_size, threads=threads).inputs
            assert (kept.min, kept.max) == (values.min(), values.max())
            assert kept.zero_count == (values == 0).sum()
            np.testing.assert_array_equal(kept.unit_zero_fraction, (values == 0).mean(axis=0))
            assert kept.histogram.counts.sum() == values.size
            np.testing.assert_array_equal(
                kept.histogram.counts, np.histogram(values, kept.histogram.edges)[0]
            )

    def test_the_same_run_gives_the_same_bits(self):
        model, x = make()
        one, two = (model.run(x, threads=2, batch_size=100) for _ in range(2))
        for first, second in zip(one.layers, two.layers, strict=True):
            assert first.a.mean == second.a.mean
            np.testing.assert_array_equal(first.z.unit_std, second.z.unit_std)
            np.testing.assert_array_equal(first.a.histogram.counts, second.a.histogram.counts)

    @pytest.mark.parametrize("shift", [0, 300])
    def test_neither_threads_nor_waiting_leave_a_trace(self, shift):
        """Many chunks; x and the outputs are narrow beside the first layer, so they wait to be counted."""
        model = Model([Dense(256, activation="relu"), Dense(2)], input_dim=3, seed=8)
        x = np.random.default_rng(9).normal(shift, 1, (20_000, 3)).astype(np.float32)
        x[10_000:] *= 40  # needs care from here on
        x[17] = 0
        results = [model.run(x, threads=threads) for threads in (1, 2, 2)]
        for one, two, again in zip(*(arrays(model, x, result) for result in results), strict=True):
            values, kept = one
            assert kept.histogram.counts.sum() == kept.count == values.size
            assert abs(kept.zero_count - (values == 0).sum()) <= 2
            np.testing.assert_allclose(kept.unit_std, values.std(axis=0), rtol=1e-5)
            assert two[1].mean == again[1].mean
            np.testing.assert_array_equal(two[1].unit_std, again[1].unit_std)
            np.testing.assert_array_equal(two[1].histogram.counts, again[1].histogram.counts)
        assert results[0].inputs.zero_count == results[1].inputs.zero_count == 3

    def test_classes(self):
        model, x = make()
        labels = np.random.default_rng(5).integers(0, 3, ROWS)
        labels[labels == 2] = 4
        result = model.run(x, labels=labels)
        assert model.run(x).inputs.classes is None
        for values, kept in arrays(model, x, result):
            classes = kept.classes
            assert classes.rows.tolist() == np.bincount(labels).tolist()
            for k in (0, 1, 4):
                mine = values[labels == k]
                np.testing.assert_allclose(classes.unit_mean[k], mine.mean(axis=0), rtol=1e-4, atol=1e-6)
                np.testing.assert_allclose(classes.unit_std[k], mine.std(axis=0), rtol=1e-4, atol=1e-6)
                zeros = (mine == 0).mean(axis=0)
                np.testing.assert_allclose(classes.unit_zero_fraction[k], zeros, atol=2e-3)
            assert np.isnan(classes.unit_mean[2]).all()
            np.testing.assert_allclose(kept.unit_mean, values.mean(axis=0), rtol=1e-4, atol=1e-6)

    def test_dead_and_saturated(self):
        model = Model([Dense(2, activation="relu"), Dense(1, activation="sigmoid")], input_dim=1)
        model = model.with_parameters(0, weights=[[1, -1]], bias=[0, -100])
        model = model.with_parameters(1, weights=[[1], [1]], bias=[0])
        result = model.run(np.array([[-1.0], [1], [5], [9]]))
        relu, sigmoid = result.layers
        assert relu.a.dead_fraction == 0.5
        assert relu.a.saturated_count == relu.z.saturated_count == 5
        assert sigmoid.a.saturated_count == sigmoid.z.saturated_count == 1  # 9 alone is beyond 5.99
        assert sigmoid.a.saturated_fraction == 0.25

    def test_squares_that_do_not_fit_the_dtype(self):
        for size in (1e-30, 1e30):
            model = Model([Dense(1, init="ones")], input_dim=1)
            x = np.array([[1.0], [2], [3], [4]]) * size
            kept = model.run(x).layers[0].z
            assert kept.mean == pytest.approx(2.5 * size, rel=1e-6)
            assert kept.std == pytest.approx(math.sqrt(1.25) * size, rel=1e-6)

    def test_constant_values(self):
        model = Model([Dense(2, init="zeros", bias_init="constant")], input_dim=3)
        kept = model.run(np.ones((10, 3))).layers[0].z
        assert (kept.std, kept.min, kept.max) == (0, kept.max, kept.mean)
        assert model.run(np.zeros((10, 3))).inputs.zero_fraction == 1


def tally(parts, positive=None):
    """Chunks, each a line of values, as one thread of a run counts them."""
    kept = Tally(slice(0, 1), np.zeros((1, 1), np.int64), positive=positive)
    for part in parts:
        column = part[:, np.newaxis]
        scratch = Scratch(column.size, part.dtype.str)
        with np.errstate(all="ignore"):
            kept.count(
                Views(column, scratch), scratch, [(0, 0)], Selection(None, len(part), 1, part.dtype.str)
            )
    kept.bins.put_away()
    return kept


def histogram_of(*parts):
    kept = tally(parts)
    return kept.bins.histogram(kept.low, kept.high)


def both_histograms(*parts):
    """Of z and of max(z, 0), which is counted along."""
    a = Tally(slice(0, 1), np.zeros((1, 1), np.int64))
    z = tally(parts, a)
    return z.bins.histogram(z.low, z.high), a.bins.histogram(a.low, a.high), z, a


def check(got, values):
    """The bins are those that NumPy counts between the same edges."""
    width = got.edges[1] - got.edges[0]
    assert math.frexp(width)[0] == 0.5
    assert (got.edges % width == 0).all()
    assert len(got.counts) <= 64
    wanted = np.histogram(values.astype(np.float64), got.edges)[0]
    if (got.counts != wanted).any():  # negative numbers that scaling makes zero may count as zero
        with np.errstate(all="ignore"):
            tiny = np.count_nonzero((values < 0) & (values / values.dtype.type(width) == 0))
        zero = int(np.flatnonzero(got.edges == 0)[0])
        moved = int(got.counts[zero] - wanted[zero])
        assert 0 < moved <= tiny
        wanted[zero - 1 : zero + 1] += [-moved, moved]
    np.testing.assert_array_equal(got.counts, wanted)
    assert got.counts.sum() == values.size


VALUES = hnp.arrays(
    st.sampled_from([np.float32, np.float64]),
    st.integers(2, 300),
    elements=st.floats(-1e6, 1e6, width=32),
)


SCALES = st.sampled_from([1, 1e-30, 1e-6, 1e6, 1e30])


class TestHistogram:
    @given(VALUES)
    @settings(max_examples=100)
    def test_bins_hold_what_lies_between_their_edges(self, values):
        check(histogram_of(values), values)

    @given(VALUES, SCALES, st.data())
    @settings(max_examples=100)
    def test_counts_of_parts_add_up(self, values, scale, data):
        cut = data.draw(st.integers(1, len(values) - 1))
        parts = [values[:cut].copy(), values[cut:] * values.dtype.type(scale)]
        check(histogram_of(*parts), np.concatenate(parts))

    @given(VALUES, SCALES, st.data())
    @settings(max_examples=100)
    def test_counts_of_threads_add_up(self, values, scale, data):
        cut = data.draw(st.integers(1, len(values) - 1))
        parts = [values[:cut].copy(), values[cut:] * values.dtype.type(scale)]
        first, second = (tally([part]) for part in parts)
        first.merge(second)
        check(first.bins.histogram(first.low, first.high), np.concatenate(parts))

    @given(VALUES, SCALES, st.data())
    @settings(max_examples=200)
    def test_the_positive_part_is_counted_along(self, values, scale, data):
        cut = data.draw(st.integers(1, len(values) - 1))
        parts = [values[:cut].copy(), values[cut:] * values.dtype.type(scale)]
        whole = np.concatenate(parts)
        of_z, of_a, z, a = both_histograms(*parts)
        check(of_z, whole)
        check(of_a, np.maximum(whole, 0))
        assert (a.low, a.high) == (max(whole.min(), 0), max(whole.max(), 0))
        assert z.zeros.sum() == (whole == 0).sum()
        assert a.zeros.sum() == (whole <= 0).sum()

    @pytest.mark.parametrize("size", [50_001, 60_000])
    def test_many_values_are_counted_in_pairs(self, size):
        values = np.random.default_rng(7).normal(0.3, 2, size).astype(np.float32)
        check(histogram_of(values), values)
        for got, wanted in zip(
            both_histograms(values, values * 3), (values, np.maximum(values, 0)), strict=False
        ):
            check(got, np.concatenate((wanted, wanted * 3)))

    def test_narrow_data_far_from_zero_gets_narrow_bins(self):
        values = np.linspace(2000, 2040, 40_000, dtype=np.float32)
        got = histogram_of(values)
        check(got, values)
        assert len(got.counts) == 6  # 8 wide, 1/256 of 2048
        check(histogram_of(-values), -values)

    def test_the_largest_numbers(self):
        for values in (np.array([-3e38, 1e-45, 3e38], np.float32), np.array([1e308, 5e-324, -1e308])):
            check(histogram_of(values), values)

    def test_the_smallest_negative_number_beside_larger_ones(self):
        values = np.array([-65, -1e-45, -65], np.float32)
        assert histogram_of(values).counts[[0, -1]].tolist() == [2, 1]


class TestNonFinite:
    MODEL = Model([Dense(3, activation="exponential"), Dense(2)], input_dim=2, seed=1).with_parameters(
        0, weights=[[1, 0, 0], [0, 1, 1]]
    )
    X = np.zeros((2500, 2), np.float32)

    def where(self, x, model=None, **options):
        found = (model or self.MODEL).run(x, **options).first_non_finite
        return None if found is None else (found.layer, found.kind, found.sample, found.unit, found.cause)

    @pytest.mark.parametrize("options", [{}, {"batch_size": 10}, {"threads": 2, "batch_size": 100}])
    def test_data(self, options):
        x = self.X.copy()
        x[2001, 1], x[2400, 0] = np.nan, np.inf
        assert self.where(x, **options) == (None, "x", 2001, 1, "data")
        assert self.where(self.X) is None

    @pytest.mark.parametrize("threads", [1, 2])
    def test_data_far_down_in_a_narrow_array(self, threads):
        model = Model([Dense(256, activation="relu"), Dense(2)], input_dim=2, seed=1)
        x = np.ones((30_000, 2), np.float32)
        x[20_001, 1], x[26_000] = np.nan, np.inf
        result = model.run(x, threads=threads)
        assert self.where(x, model, threads=threads) == (None, "x", 20_001, 1, "data")
        assert (result.inputs.nan_count, result.inputs.inf_count) == (1, 2)
        assert result.inputs.histogram.counts.sum() == 60_000 - 3
        assert result.layers[1].a.nan_count == 4

    def test_activation(self):
        x = self.X.copy()
        x[700, 1] = 100
        assert self.where(x) == (0, "a", 700, 1, "activation")

    def test_weights(self):
        weights = np.ones((3, 2))
        weights[1, 1] = np.nan
        assert self.where(self.X, self.MODEL.with_parameters(1, weights=weights)) == (1, "z", 0, 1, "weights")

    def test_product(self):
        model = Model([Dense(2, init="ones")], input_dim=2)
        x = self.X.copy()
        x[9] = 3e38
        assert self.where(x, model) == (0, "z", 9, 0, "product")

    def test_counts_and_the_finite_rest(self):
        x = np.array([[1, np.nan], [3, np.inf], [5, -np.inf], [7, 2]])
        kept = self.MODEL.run(x).inputs
        assert (kept.nan_count, kept.inf_count) == (1, 2)
        assert (kept.min, kept.max) == (1, 7)
        assert kept.mean == pytest.approx(np.mean([1, 3, 5, 7, 2]))
        assert kept.std == pytest.approx(np.std([1, 3, 5, 7, 2]))
        np.testing.assert_allclose(kept.unit_mean, [4, 2])
        assert kept.histogram.counts.sum() == 5

    def test_nothing_finite(self):
        kept = self.MODEL.run(np.full((4, 2), np.nan)).inputs
        assert np.isnan([kept.mean, kept.std, kept.min, kept.max]).all()
        assert kept.nan_count == 8


class TestRun:
    def test_progress_ends_with_all_rows(self):
        model, x = make()
        steps = list(run(model, x, batch_size=64))
        assert all(isinstance(step, Progress) for step in steps)
        done = [step.done for step in steps]
        assert done == sorted(done)
        assert done[-1] == steps[-1].total == ROWS

    def test_minibatches(self):
        model, x = make()
        result = model.run(x, batch_size=64)
        assert (result.rows, result.batch_size, result.minibatches) == (ROWS, 64, 47)

    def test_errors_come_before_the_first_row(self):
        model, _ = make()
        with pytest.raises(ValueError, match=r"\(10, 3\)"):
            next(run(model, np.zeros((10, 3))))

    @pytest.mark.parametrize(
        ("labels", "error"),
        [([0], ValueError), ([-1] * ROWS, ValueError), ([0.5] * ROWS, TypeError), (["a"] * ROWS, TypeError)],
        ids=["number", "negative", "fractions", "text"],
    )
    def test_wrong_labels_are_named(self, labels, error):
        model, x = make()
        with pytest.raises(error, match="labels"):
            model.run(x, labels=labels)


class TestFiles:
    def test_outputs_in_a_file(self, tmp_path):
        model, x = make()
        path = tmp_path / "y.npy"
        result = model.run(x, outputs_path=path)
        assert isinstance(result.outputs, np.memmap)
        assert not result.outputs.flags.writeable
        np.testing.assert_array_equal(result.outputs, model.run(x).outputs)
        np.testing.assert_array_equal(np.load(path), result.outputs)
        assert [p.name for p in tmp_path.iterdir()] == ["y.npy"]

    def test_no_rows_in_a_file(self, tmp_path):
        model, x = make()
        assert model.run(x[:0], outputs_path=tmp_path / "y.npy").outputs.shape == (0, 3)
        assert np.load(tmp_path / "y.npy").shape == (0, 3)

    def test_a_cancelled_run_leaves_the_old_file(self, tmp_path):
        model, x = make()
        path = tmp_path / "y.npy"
        path.write_bytes(b"old")
        steps = run(model, x, outputs_path=path)
        next(steps)
        steps.close()
        assert [p.name for p in tmp_path.iterdir()] == ["y.npy"]
        assert path.read_bytes() == b"old"

    def test_outputs_beyond_the_budget_need_a_file(self, tmp_path, monkeypatch):
        monkeypatch.setattr(outputs_module, "OUTPUT_BYTES", 1000)
        model, x = make()
        with pytest.raises(ValueError, match="outputs_path"):
            model.run(x)
        assert model.run(x, outputs_path=tmp_path / "y.npy").outputs.shape == (ROWS, 3)

    @pytest.mark.parametrize("mode", ["r", "r+", "c"])
    def test_mapped_x(self, tmp_path, mode):
        model, x = make()
        np.save(tmp_path / "x.npy", x)
        mapped = np.load(tmp_path / "x.npy", mmap_mode=mode)
        if mode == "c":
            mapped[0] = 1
        expected = mapped.copy()
        result = model.run(mapped)
        np.testing.assert_array_equal(result.outputs, model.run(expected).outputs)
        np.testing.assert_array_equal(mapped, expected)
