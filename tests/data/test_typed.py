"""Typed rows: they come back from JSON as they were; hostile ones are refused in a sentence."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.data import DataError, finish, from_json, restoring, to_json, typed_dataset, typed_source

AND = [[0, 0], [0, 1], [1, 0], [1, 1]]


def _source(**changes):
    return typed_source(**({"name": "AND", "rows": AND, "labels": ["0", "0", "0", "1"]} | changes))


def test_rows_labels_and_names_become_a_dataset():
    dataset = typed_dataset(_source(feature_names=["x1", "x2"]))
    np.testing.assert_array_equal(dataset.x, AND)
    assert dataset.x.dtype == np.float64
    assert [dataset.class_names[k] for k in dataset.labels] == ["0", "0", "0", "1"]
    assert dataset.feature_names == ("x1", "x2")
    assert not dataset.x.flags.writeable


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.floats(-1e300, 1e300), min_size=width, max_size=width), min_size=1, max_size=6
        )
    )
)
def test_what_is_written_is_read_back_to_the_last_bit(rows):
    source = typed_source("mine", rows)
    again = from_json(json.loads(json.dumps(to_json(source))))
    assert again == source
    assert finish(restoring(again)).x.tobytes() == np.array(rows, np.float64).tobytes()


@pytest.mark.parametrize(
    "changes",
    [
        {"rows": []},
        {"rows": [[]]},
        {"rows": [[1], [1, 2]]},
        {"rows": "12"},
        {"rows": [1, 2]},
        {"rows": [["1"]]},
        {"rows": [[True]]},
        {"rows": [[None]]},
        {"rows": [[math.inf]]},
        {"rows": [[math.nan]]},
        {"rows": [[10**400]]},
        {"rows": [[0.0] * 101] * 100},
        {"labels": ["0"]},
        {"labels": "0001"},
        {"labels": [0, 0, 0, 1]},
        {"name": 3},
        {"name": "n" * 1000},
        {"feature_names": ["x1"]},
        {"feature_names": [["x1"], "x2"]},
        {"extra": 1},
    ],
)
def test_hostile_rows_are_refused(changes):
    good = to_json(_source())
    good = json.loads(json.dumps(good))
    good["parameters"] |= changes
    with pytest.raises(DataError) as caught:
        from_json(good)
    assert len(str(caught.value)) < 300
