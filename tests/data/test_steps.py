"""Steps: what they accept, what becomes of them when rows are turned, and their JSON in project files."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from densegui.data import (
    ChooseLabel,
    DataError,
    Divide,
    FillMissing,
    FlattenOrder,
    OneHot,
    PickColumns,
    Scale,
    Standardise,
    Transpose,
    builtin,
    finish,
    from_json,
    frozen_source,
    load,
    restoring,
    steps_json,
    to_json,
)
from densegui.data.steps import is_turned, picked, settled, turned, with_guess

EVERY = (
    Transpose(),
    ChooseLabel(2),
    ChooseLabel(None),
    PickColumns((3, 0, 3)),
    FillMissing("median"),
    OneHot(),
    OneHot((1, 2)),
    Scale(-1.5, 2),
    Divide(16),
    Standardise(enabled=False),
    FlattenOrder("channels_first"),
)


class TestValues:
    @pytest.mark.parametrize(
        ("make", "error", "sentence"),
        [
            (lambda: PickColumns(()), ValueError, "columns must name at least one feature"),
            (lambda: PickColumns((-1,)), ValueError, "columns must be from 0 to"),
            (lambda: PickColumns((10**6,)), ValueError, "columns must be from 0 to"),
            (lambda: PickColumns((True,)), TypeError, "columns must be whole numbers, got bool"),
            (lambda: PickColumns((1.0,)), TypeError, "columns must be whole numbers, got float"),
            (lambda: ChooseLabel(-1), ValueError, "column must be from 0"),
            (lambda: ChooseLabel("a"), TypeError, "column must be whole numbers, got str"),
            (lambda: OneHot(()), ValueError, "columns must name at least one feature"),
            (lambda: FillMissing("mode"), ValueError, "how must be one of mean, median, zero, drop"),
            (lambda: FlattenOrder("last"), ValueError, "order must be one of channels_first, channels_last"),
            (lambda: Scale(1, 1), ValueError, "low must be below high, got low=1, high=1"),
            (lambda: Scale(0, math.inf), ValueError, "high must be a number between"),
            (lambda: Scale(math.nan, 1), ValueError, "low must be a number between"),
            (lambda: Scale("0", 1), TypeError, "low must be a number, got str"),
            (lambda: Divide(0), ValueError, "by must be above 0"),
            (lambda: Divide(10**5000), ValueError, "by must be a number between"),
        ],
    )
    def test_that_make_no_sense_are_refused(self, make, error, sentence):
        with pytest.raises(error, match=sentence):
            make()

    def test_numbers_of_numpy_are_numbers(self):
        assert PickColumns(np.array([1, 0])) == PickColumns((1, 0))
        assert Scale(np.float32(0), 2) == Scale(0.0, 2.0)


class TestLists:
    def test_turning_drops_what_names_columns_and_comes_back(self):
        steps = (ChooseLabel(4), PickColumns((0, 1)), OneHot((0,)), FillMissing(), Scale())
        there = turned(steps)
        assert there == (ChooseLabel(4), Transpose(), FillMissing(), Scale())
        assert is_turned(there)
        assert not is_turned(steps)
        assert turned(there) == (ChooseLabel(4), FillMissing(), Scale())
        assert turned((Transpose(), ChooseLabel(1), PickColumns((0,)))) == ()

    def test_a_turn_that_is_switched_off_does_not_count(self):
        assert not is_turned((Transpose(enabled=False),))
        assert not is_turned((Transpose(), Transpose()))
        assert turned((Transpose(enabled=False),)) == (Transpose(),)

    def test_choices_of_columns_in_a_row_are_one(self):
        assert picked((Scale(), PickColumns((4, 2, 0))), [2, 1]) == (Scale(), PickColumns((0, 2)))
        assert picked((PickColumns((4, 2, 0)), Scale()), [1]) == (
            PickColumns((4, 2, 0)),
            Scale(),
            PickColumns((1,)),
        )
        switched_off = PickColumns((4, 2, 0), enabled=False)
        assert picked((switched_off,), [1]) == (switched_off, PickColumns((1,)))

    def test_a_guess_counts_unless_the_label_is_chosen(self):
        guess = (ChooseLabel(4),)
        assert with_guess((Scale(),), guess) == (ChooseLabel(4), Scale())
        for own in (ChooseLabel(None), ChooseLabel(1), ChooseLabel(4, enabled=False)):
            assert with_guess((Scale(), own), guess) == (Scale(), own)

    def test_a_set_with_labels_of_its_own_needs_no_word_on_them(self):
        digits = builtin("digits")
        assert digits.raw.labels is not None
        assert settled((Scale(),), digits) == (Scale(),)


class TestJson:
    def test_there_and_back(self):
        text = json.dumps(steps_json.to_json(EVERY), allow_nan=False)
        assert steps_json.from_json(json.loads(text)) == EVERY

    def test_as_it_is_written(self):
        assert steps_json.to_json((PickColumns((1, 0)), Scale(enabled=False))) == [
            {"step": "pick_columns", "columns": [1, 0], "enabled": True},
            {"step": "scale", "low": 0.0, "high": 1.0, "enabled": False},
        ]

    @pytest.mark.parametrize(
        ("columns", "turned", "expected"),
        [
            (None, False, ()),
            (None, True, (Transpose(),)),
            ([2, 0], False, (PickColumns((2, 0)),)),
            ([2, 0], True, (Transpose(), PickColumns((2, 0)))),
        ],
    )
    def test_the_first_format_still_opens(self, columns, turned, expected):
        source = from_json(
            {
                "kind": "uniform",
                "parameters": {"rows": 5, "features": 5, "seed": 0, "low": 0.0, "high": 1.0},
                "columns": columns,
                "samples_in_columns": turned,
            }
        )
        assert source.steps == expected

    @pytest.mark.parametrize(
        "value",
        [
            None,
            {},
            [1],
            [{}],
            [{"step": "scale"}],
            [{"step": "delete_everything", "enabled": True}],
            [{"step": ["scale"], "enabled": True}],
            [{"step": "standardise", "enabled": 1}],
            [{"step": "standardise", "enabled": True, "more": 1}],
            [{"step": "scale", "low": 1.0, "high": 0.0, "enabled": True}],
            [{"step": "scale", "low": [], "high": 0.0, "enabled": True}],
            [{"step": "divide", "by": math.nan, "enabled": True}],
            [{"step": "divide", "by": 10**5000, "enabled": True}],
            [{"step": "pick_columns", "columns": "01", "enabled": True}],
            [{"step": "pick_columns", "columns": [], "enabled": True}],
            [{"step": "pick_columns", "columns": [True], "enabled": True}],
            [{"step": "pick_columns", "columns": [10**5000], "enabled": True}],
            [{"step": "pick_columns", "columns": [0] * 1_000_001, "enabled": True}],
            [{"step": "one_hot", "columns": {}, "enabled": True}],
            [{"step": "choose_label", "column": 1.5, "enabled": True}],
            [{"step": "fill_missing", "how": ["mean"], "enabled": True}],
            [{"step": "flatten_order", "order": None, "enabled": True}],
            [{"step": "transpose", "enabled": True}] * 101,
        ],
    )
    def test_what_nobody_wrote_is_refused_in_a_sentence(self, value):
        with pytest.raises(DataError, match="data in the project is damaged: ") as caught:
            steps_json.from_json(value)
        assert len(str(caught.value)) < 300

    @settings(max_examples=200, deadline=None, database=None)
    @given(
        st.sampled_from([entry["step"] for entry in steps_json.to_json(EVERY)]),
        st.sampled_from(["enabled", "columns", "column", "how", "low", "high", "by", "order"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
        ),
    )
    def test_anything(self, name, field, value):
        entry = next(e for e in steps_json.to_json(EVERY) if e["step"] == name)
        if field in entry:
            entry[field] = value
        try:
            steps = steps_json.from_json([entry])
        except DataError:
            return
        assert steps_json.from_json(steps_json.to_json(steps)) == steps


class TestRestoring:
    def test_every_step_comes_back_with_the_same_numbers(self, tmp_path):
        x = np.random.default_rng(0).normal(5, 2, (60, 4))
        x[3, 1] = np.nan
        np.save(tmp_path / "x.npy", x)
        for steps in (
            (FillMissing("drop"), Standardise(), PickColumns((3, 1))),
            (Transpose(), FillMissing("median"), Scale()),
            (ChooseLabel(0), Scale(enabled=False), Divide(2)),
        ):
            raw = load(tmp_path / "x.npy")
            source = frozen_source("file", path=str(tmp_path / "x.npy"))
            source = from_json(json.loads(json.dumps(to_json(source) | {"steps": steps_json.to_json(steps)})))
            dataset = finish(restoring(source))
            assert dataset.source.steps == steps
            assert dataset.raw.x.tobytes() == raw.x.tobytes()
            again = finish(restoring(from_json(to_json(dataset.source))))
            assert again.x[:].tobytes() == dataset.x[:].tobytes()

    def test_a_file_that_lost_its_pictures_says_so(self, tmp_path):
        np.save(tmp_path / "x.npy", np.zeros((3, 4)))
        source = to_json(load(tmp_path / "x.npy").source)
        source["steps"] = steps_json.to_json((FlattenOrder("channels_first"),))
        with pytest.raises(DataError, match=r"x\.npy: the order of flattening was to change"):
            finish(restoring(from_json(source)))
