"""Orientation: an array whose rows, not columns, are as many as the stack takes has samples in columns."""

import numpy as np
import pytest

from densegui.data import Standardise, finish, load, preparing
from densegui.data.orientation import has_samples_in_columns, orienting

NOTE = (
    "Every column was taken as a sample, because the stack takes 5 features; "
    "Data ▸ Samples are in columns changes it."
)
X = np.random.default_rng(0).normal(size=(5, 16))


@pytest.fixture
def stored(tmp_path):
    def save(array, name="x.npy"):
        path = tmp_path / name
        np.save(path, array)
        return load(path)

    return save


def test_columns_become_samples_and_it_is_said(stored):
    raw = stored(X)
    dataset = finish(orienting(raw, 5))
    np.testing.assert_array_equal(dataset.x[:], X.T)
    assert dataset.samples_in_columns
    assert dataset.notes == (NOTE,)
    assert dataset.raw is raw
    assert raw.notes == ()


def test_it_can_be_changed(stored):
    back = finish(orienting(stored(X), 5)).transposed()
    np.testing.assert_array_equal(back.x[:], X)
    assert back.notes == ()


def test_one_feature_is_said_as_one(stored):
    assert "takes 1 feature;" in finish(orienting(stored(X[:1]), 1)).notes[0]


@pytest.mark.parametrize(
    ("array", "inputs"),
    [
        (X, 4),  # neither fits
        (X, 16),  # samples in rows
        (X[:, :5], 5),  # both fit
        (X[:, 0], 5),  # one dimension: samples of one feature
        (X.reshape(5, 4, 4), 5),  # pictures
        (X.reshape(5, 2, 8), 5),
    ],
)
def test_else_the_rows_are_samples(stored, array, inputs):
    raw = stored(array)
    assert finish(orienting(raw, inputs)) is raw


def test_arrays_with_labels_are_as_they_are(tmp_path):
    np.savez(tmp_path / "both.npz", x=X, y=np.arange(5))
    assert not has_samples_in_columns(load(tmp_path / "both.npz"), 5)
    np.savez(tmp_path / "alone.npz", x=X)
    assert has_samples_in_columns(load(tmp_path / "alone.npz"), 5)


def test_tables_are_as_they_are(tmp_path):
    np.savetxt(tmp_path / "x.csv", X, delimiter=",")
    assert not has_samples_in_columns(load(tmp_path / "x.csv"), 5)


def test_a_set_is_not_turned_twice(stored):
    turned = stored(np.zeros((16, 5))).transposed()
    assert not has_samples_in_columns(turned, 16)


def test_steps_come_after_the_turn(stored):
    prepared = finish(preparing(stored(X), (Standardise(),)))
    dataset = finish(orienting(prepared, 5))
    np.testing.assert_allclose(dataset.x[:], ((X.T - X.mean(1)) / X.std(1)), rtol=1e-12)
