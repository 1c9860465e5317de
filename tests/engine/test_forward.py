"""predict, trace and run: any input, the same numbers, on any number of threads."""

import threading

import numpy as np
import pytest

from densegui.engine import Dense, Model
from densegui.engine import threads as blas

EPS = {"float32": 2.0**-24, "float64": 2.0**-53}


def stack(*sizes, activation="tanh", dtype="float32", seed=1):
    layers = [Dense(n, activation=activation, bias_init="normal") for n in sizes[1:]]
    return Model(layers, input_dim=sizes[0], dtype=dtype, seed=seed)


def sums_bound(trace, dtype):
    """How far two ways of summing one layer may be apart: 2·n·ε·(|x|·|W| + |b|)."""
    source = trace.x
    for layer in trace.layers:
        n = layer.weights.shape[0] + 1
        yield 2 * n * EPS[dtype] * (np.abs(source) @ np.abs(layer.weights) + np.abs(layer.bias))
        source = layer.a


class TestSameNumbers:
    @pytest.mark.parametrize("dtype", EPS)
    @pytest.mark.parametrize(
        ("sizes", "rows"), [((4, 8, 6, 1), 100), ((300, 700, 400, 10), 2600), ((784, 512, 10), 3000)], ids=str
    )
    def test_every_batch_size_and_thread_count(self, sizes, rows, dtype):
        """Each way differs from the trace by no more than the rounding of the sums lets through.

        tanh has slope 1 or less, so a difference e of a layer's input makes at most |W|·e after it.
        """
        model = stack(*sizes, dtype=dtype)
        x = np.random.default_rng(0).normal(size=(rows, sizes[0]))
        trace = model.trace(x, threads=1)
        error = np.zeros((rows, sizes[0]))
        for layer, bound in zip(trace.layers, sums_bound(trace, dtype), strict=True):
            error = error @ np.abs(layer.weights) + bound + 8 * EPS[dtype]
        ways = [model.predict(x, batch_size=b) for b in (1 if rows < 200 else 97, 128, rows, 10**6)]
        ways += [model.predict(x, threads=t) for t in (1, 2, 3)]
        ways += [model.run(x, batch_size=b).outputs for b in (50, 1000)]
        ways += [model.run(x, threads=t).outputs for t in (1, 2)]
        ways += [model.trace(x).outputs, model.trace(x, threads=2).outputs, model.predict(x)]
        ways.append(np.concatenate([model.predict(row) for row in x[:3, np.newaxis]] + [trace.outputs[3:]]))
        for outputs in ways:
            assert (np.abs(outputs.astype(np.float64) - trace.outputs) <= error).all()

    @pytest.mark.parametrize("rows", [5, 3000])
    def test_the_same_call_gives_the_same_bits(self, rows):
        model = stack(300, 400, 10)
        x = np.random.default_rng(0).normal(size=(rows, 300)).astype(np.float32)
        for call in (model.predict, lambda x: model.run(x).outputs, lambda x: model.trace(x).outputs):
            np.testing.assert_array_equal(call(x), call(x))

    @pytest.mark.parametrize("dtype", EPS)
    @pytest.mark.parametrize("sizes", [(784, 512, 10), (650, 650, 650, 650, 650, 1), (50_000, 8)], ids=str)
    def test_one_row_and_its_kept_plan(self, sizes, dtype):
        """Weights just below the size from which the BLAS uses several threads are widened by zeros."""
        model = stack(*sizes, activation="linear", dtype=dtype)
        x = np.random.default_rng(1).normal(size=sizes[0]).astype(dtype)
        expected, error = x.astype(np.longdouble), np.zeros(sizes[0])
        for parameters in model.parameters:
            error = error @ np.abs(parameters.weights)
            exact = expected @ parameters.weights.astype(np.longdouble) + parameters.bias
            terms = np.abs(expected) @ np.abs(parameters.weights) + np.abs(parameters.bias)
            error += 2 * (len(parameters.weights) + 1) * EPS[dtype] * (terms + error)
            expected = exact
        first, again = model.predict(x), model.predict(x)
        assert (np.abs(first - expected) <= error).all()
        np.testing.assert_array_equal(first, again)
        assert list(model.plans) == [(1, sizes[0])]

    @pytest.mark.parametrize("dtype", EPS)
    def test_z_is_the_sum_of_its_products(self, dtype):
        model = stack(50, 30, 20, dtype=dtype)
        trace = model.trace(np.random.default_rng(2).normal(size=(40, 50)))
        source = trace.x
        for layer, bound in zip(trace.layers, sums_bound(trace, dtype), strict=True):
            exact = source.astype(np.longdouble) @ layer.weights.astype(np.longdouble) + layer.bias
            assert (np.abs(layer.z - exact) <= bound / 2).all()
            source = layer.a


class TestInputs:
    MODEL = stack(4, 8, 3)
    X = np.random.default_rng(3).normal(size=(12, 4)).astype(np.float32)

    @pytest.mark.parametrize(
        "make",
        [
            lambda x: x.astype(">f4"),
            lambda x: x.astype(np.float64),
            np.asfortranarray,
            lambda x: np.repeat(x, 2, axis=1)[:, ::2],
            lambda x: x[::-1][::-1],
            lambda x: x.tolist(),
            lambda x: np.frombuffer(b"\0" + x.tobytes(), np.uint8)[1:].view(np.float32).reshape(x.shape),
            lambda x: np.ma.array(x).data,
        ],
        ids=["big-endian", "float64", "columns", "strided", "reversed", "list", "unaligned", "masked data"],
    )
    def test_memory_layouts(self, make):
        expected = self.MODEL.predict(self.X)
        x = make(self.X)
        for outputs in (self.MODEL.predict(x), self.MODEL.trace(x).outputs, self.MODEL.run(x).outputs):
            np.testing.assert_allclose(outputs, expected, rtol=1e-6)

    @pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "bool", "float16", "longdouble"])
    def test_other_numbers(self, dtype):
        x = (self.X > 0).astype(dtype)
        expected = self.MODEL.predict((self.X > 0).astype(np.float32))
        np.testing.assert_array_equal(self.MODEL.predict(x), expected)
        np.testing.assert_array_equal(self.MODEL.run(x).outputs, expected)

    def test_read_only_arrays_are_left_alone(self):
        x = self.X.copy()
        x.flags.writeable = False
        expected = self.MODEL.predict(self.X)
        np.testing.assert_array_equal(self.MODEL.predict(x), expected)
        np.testing.assert_array_equal(x, self.X)

    def test_one_row(self):
        row = self.MODEL.predict(self.X[0])
        assert row.shape == (3,)
        np.testing.assert_array_equal(row, self.MODEL.predict(self.X[:1])[0])
        assert self.MODEL.trace(self.X[0]).outputs.shape == (1, 3)
        assert self.MODEL.run(self.X[0]).rows == 1

    @pytest.mark.parametrize("activation", ["relu", "softmax", "gelu"])
    def test_no_row(self, activation):
        model = stack(4, 5, 3, activation=activation)
        empty = np.zeros((0, 4))
        assert model.predict(empty).shape == (0, 3)
        assert model.trace(empty).outputs.shape == (0, 3)
        result = model.run(empty)
        assert result.outputs.shape == (0, 3)
        assert result.rows == result.minibatches == result.layers[0].z.count == 0
        assert np.isnan(result.layers[0].z.mean)

    @pytest.mark.parametrize("method", ["predict", "trace", "run"])
    @pytest.mark.parametrize(
        ("x", "error", "words"),
        [
            (np.zeros((2, 5)), ValueError, r"\(2, 5\) does not fit weights of shape \(4, 8\)"),
            (np.zeros((2, 2, 4)), ValueError, "one row each"),
            (np.zeros(5), ValueError, r"\(5,\)"),
            (np.float64(3), ValueError, r"\(\)"),
            (np.array([[None] * 4]), TypeError, "object"),
            (np.zeros((2, 4), complex), TypeError, "complex"),
            ([["a"] * 4], TypeError, "real numbers"),
        ],
        ids=["width", "axes", "row", "scalar", "objects", "complex", "text"],
    )
    def test_what_does_not_fit_is_named(self, method, x, error, words):
        with pytest.raises(error, match=words):
            getattr(self.MODEL, method)(x)

    @pytest.mark.parametrize("value", [0, -1, 2.5, True])
    def test_wrong_batch_sizes_and_thread_numbers(self, value):
        for name in ("batch_size", "threads"):
            with pytest.raises((ValueError, TypeError), match=name):
                self.MODEL.predict(self.X, **{name: value})
            with pytest.raises((ValueError, TypeError), match=name):
                self.MODEL.run(self.X, **{name: value})


class TestTrace:
    def test_arrays_are_read_only_and_add_up(self):
        model = stack(4, 8, 3)
        trace = model.trace(np.ones((2, 4)))
        for layer in trace.layers:
            assert not layer.z.flags.writeable
            assert not layer.a.flags.writeable
        assert not trace.x.flags.writeable
        np.testing.assert_array_equal(trace.outputs, trace.layers[-1].a)

    def test_retrace_computes_only_what_changed(self):
        model = stack(4, 8, 6, 3)
        before = model.trace(np.random.default_rng(0).normal(size=(20, 4)))
        changed = model.with_parameters(1, bias=np.ones(6))
        after = changed.retrace(before, 1)
        assert after.layers[0] is before.layers[0]
        for got, expected in zip(after.layers, changed.trace(before.x).layers, strict=True):
            np.testing.assert_array_equal(got.z, expected.z)
            np.testing.assert_array_equal(got.a, expected.a)

    def test_retrace_refuses_a_stale_start(self):
        model = stack(4, 8, 6, 3)
        before = model.trace(np.zeros((2, 4)))
        changed = model.with_parameters(1, bias=np.ones(6))
        with pytest.raises(ValueError, match="dense_2 has changed"):
            changed.retrace(before, 2)
        with pytest.raises(ValueError, match="start"):
            changed.retrace(before, 4)
        with pytest.raises(ValueError, match="not of this model"):
            changed.with_dtype("float64").retrace(before, 0)


class TestThreads:
    def test_several_threads_share_a_model(self):
        """Callers of one model at the same time never see each other's buffers."""
        model = stack(20, 60, 40, 5)
        inputs = [np.random.default_rng(k).normal(size=(rows, 20)) for k, rows in enumerate([1, 7, 7, 300])]
        expected = [model.predict(x) for x in inputs]
        traced = [model.trace(x).layers[1].z for x in inputs]
        failures = []
        start = threading.Barrier(len(inputs))

        def work(k):
            start.wait()
            for _ in range(150):
                if not np.array_equal(model.predict(inputs[k]), expected[k]):
                    failures.append(k)
                if not np.array_equal(model.trace(inputs[k]).layers[1].z, traced[k]):
                    failures.append(k)

        workers = [threading.Thread(target=work, args=(k,)) for k in range(len(inputs))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert failures == []

    def test_blas_is_given_back(self):
        model = stack(300, 700, 10)
        x = np.zeros((3000, 300), np.float32)
        before = blas.available()
        model.predict(x)
        assert blas.available() == before
        with blas.single_blas(), blas.single_blas():
            assert blas.available() == before
        assert blas.available() == before
        assert blas.available(1) == 1

    def test_a_failure_in_a_thread_is_raised(self):
        def work(numbers):
            for number in numbers:
                if number == 3:
                    raise RuntimeError("three")

        with pytest.raises(RuntimeError, match="three"):
            blas.spread(work, iter(range(6)), 2)
