"""Sources: the same rows again, through JSON, and nothing else that a project file may hold."""

import json
import math
import os
import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from densegui.data import (
    DataError,
    Source,
    builtin,
    finish,
    from_json,
    frozen_source,
    load,
    random_normal,
    random_uniform,
    restoring,
    to_json,
)


@pytest.fixture
def project(tmp_path):
    """A project folder with data in it."""
    folder = tmp_path / "project"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "x.csv").write_text("a,b,c,kind\n1,2,3,u\n4,5,6,v\n")
    return folder


def again(source, base=None):
    """The dataset after the source went through a project file."""
    return finish(restoring(from_json(json.loads(json.dumps(to_json(source, base)))), base))


def same(one, other):
    assert np.array_equal(one.x, other.x)
    assert one.x.dtype == other.x.dtype
    assert (one.name, one.feature_names, one.class_names) == (
        other.name,
        other.feature_names,
        other.class_names,
    )
    assert (one.labels is None) == (other.labels is None)
    assert to_json(one.source) == to_json(other.source)


class TestSameRows:
    @pytest.mark.parametrize(
        "change",
        [
            lambda dataset: dataset,
            lambda dataset: dataset.with_columns([2, 0]),
            lambda dataset: dataset.with_columns([2, 0]).with_columns([1]),
            lambda dataset: dataset.transposed(),
            lambda dataset: dataset.transposed().with_columns([1, 0]),
            lambda dataset: dataset.with_columns([1]).transposed(),
            lambda dataset: dataset.with_columns([1]).transposed().transposed(),
        ],
    )
    def test_of_every_kind_and_choice(self, project, change):
        for dataset in (
            load(project / "data" / "x.csv"),
            builtin("iris"),
            random_normal(5, 3, seed=9, mean=2, stddev=0.5),
            random_uniform(5, 3, seed=9, low=-1, high=4),
        ):
            chosen = change(dataset)
            same(again(chosen.source, project), chosen)

    def test_progress(self, project):
        steps = list(restoring(load(project / "data" / "x.csv").source))
        assert steps[-1].done == 1.0


class TestPlace:
    def test_both_paths_are_kept(self, project):
        parameters = to_json(load(project / "data" / "x.csv").source, project)["parameters"]
        assert parameters == {"path": str(project / "data" / "x.csv"), "relative": "data/x.csv"}

    def test_the_folder_may_move(self, project, tmp_path):
        source = load(project / "data" / "x.csv").source
        written = to_json(source, project)
        moved = tmp_path / "elsewhere"
        project.rename(moved)
        dataset = finish(restoring(from_json(written), moved))
        assert dataset.x.tolist() == [[1, 2, 3], [4, 5, 6]]
        assert dataset.source.parameters["path"] == str(moved / "data" / "x.csv")

    def test_the_copy_beside_the_project_comes_first(self, project, tmp_path):
        written = to_json(load(project / "data" / "x.csv").source, project)
        copy = tmp_path / "copy"
        shutil.copytree(project, copy)
        (copy / "data" / "x.csv").write_text("a,b,c,kind\n7,8,9,u\n")
        assert finish(restoring(from_json(written), copy)).x.tolist() == [[7, 8, 9]]

    def test_the_project_alone_may_move(self, project, tmp_path):
        written = to_json(load(project / "data" / "x.csv").source, project)
        assert finish(restoring(from_json(written), tmp_path / "other")).rows == 2

    def test_saving_elsewhere_writes_another_relative_path(self, project, tmp_path):
        source = from_json(to_json(load(project / "data" / "x.csv").source, project))
        assert to_json(source, tmp_path)["parameters"]["relative"] == "project/data/x.csv"
        assert "relative" not in to_json(source)["parameters"]

    def test_another_drive(self, project, monkeypatch):
        def refuse(path, start):
            raise ValueError

        monkeypatch.setattr(os.path, "relpath", refuse)
        assert "relative" not in to_json(load(project / "data" / "x.csv").source, project)["parameters"]


class TestChanged:
    def test_the_file_is_gone(self, project):
        source = load(project / "data" / "x.csv").source
        shutil.rmtree(project)
        with pytest.raises(DataError, match=r"x\.csv cannot be read: there is no such file"):
            again(source, project)

    def test_the_file_lost_a_column(self, project):
        source = load(project / "data" / "x.csv").with_columns([2]).source
        (project / "data" / "x.csv").write_text("1,2\n3,4\n")
        with pytest.raises(DataError, match=r"x\.csv: choosing .* needs column \d, and there are only 2"):
            again(source, project)


def described(**changes):
    """A description of a uniform draw, changed."""
    parameters = {"rows": 2, "features": 2, "seed": 0, "low": 0.0, "high": 1.0}
    whole = {"kind": "uniform", "parameters": parameters, "columns": None, "samples_in_columns": False}
    return whole | changes


def with_parameters(**changes):
    return described(parameters=described()["parameters"] | changes)


class TestHostile:
    def test_the_base_is_fine(self):
        assert from_json(described()).kind == "uniform"

    @pytest.mark.parametrize(
        "value",
        [
            None,
            [],
            "uniform",
            {},
            {"kind": "uniform"},
            described(extra=1),
            described(kind="pickle"),
            described(kind=["uniform"]),
            described(kind=None),
            described(parameters=None),
            described(parameters=[1, 2]),
            described(columns=[]),
            described(columns=[-1]),
            described(columns=[0.0]),
            described(columns=[True]),
            described(columns="01"),
            described(columns={"0": 1}),
            described(columns=[0] * 1_000_001),
            described(columns=[10**5000, "a"]),
            described(samples_in_columns=0),
            described(samples_in_columns="yes"),
            with_parameters(rows=0),
            with_parameters(rows="2"),
            with_parameters(rows=10**5000),
            with_parameters(seed=-1),
            with_parameters(seed=[1]),
            with_parameters(low=math.nan),
            with_parameters(high=math.inf),
            with_parameters(low=2.0),
            with_parameters(extra=1),
            described(kind="normal"),
            described(kind="file", parameters={"path": 5}),
            described(kind="file", parameters={"path": ""}),
            described(kind="file", parameters={"path": "a\0b"}),
            described(kind="file", parameters={"path": "a", "relative": None}),
            described(kind="file", parameters={"relative": "a"}),
            described(kind="file", parameters={"path": "a", "encoding": "b"}),
            described(kind="builtin", parameters={"name": "../../secret"}),
            described(kind="builtin", parameters={"name": ["iris"]}),
        ],
    )
    def test_is_refused_in_a_sentence(self, value):
        with pytest.raises(DataError, match=r"in the project is damaged: |data cannot be drawn: ") as caught:
            from_json(value)
        assert len(str(caught.value)) < 300

    def test_rows_that_fit_no_memory_are_refused_before_drawing(self):
        with pytest.raises(DataError, match="TB of memory"):
            finish(restoring(from_json(with_parameters(rows=10**13))))

    def test_arguments_of_a_draw_are_checked_even_if_they_come_from_no_file(self):
        source = frozen_source("uniform", rows=2, features=2, seed=0, low=3.0, high=1.0)
        with pytest.raises(DataError, match="cannot be drawn: low must not be above high, got low=3, high=1"):
            finish(restoring(source))

    def test_a_device_is_not_read(self):
        source = from_json(described(kind="file", parameters={"path": os.devnull}))
        with pytest.raises(DataError, match="a device or a pipe"):
            finish(restoring(source))

    @settings(max_examples=200, deadline=None, database=None)
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
        ),
        st.sampled_from(["kind", "parameters", "columns", "samples_in_columns", "rows", "seed", "low"]),
    )
    def test_anything(self, value, field):
        changed = (
            with_parameters(**{field: value})
            if field in {"rows", "seed", "low"}
            else described(**{field: value})
        )
        for candidate in (value, changed):
            try:
                source = from_json(candidate)
            except DataError:
                continue
            assert isinstance(source, Source)
            json.dumps(to_json(source), allow_nan=False)
