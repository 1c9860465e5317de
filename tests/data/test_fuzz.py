"""Mutated files: a dataset or a sentence, whatever the bytes."""

import csv
import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from densegui import resources
from densegui.data import DataError, Dataset, arrays, finish, reading

FUZZ = settings(
    max_examples=300,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def npy(array, **options):
    stream = io.BytesIO()
    np.save(stream, array, **options)
    return stream.getvalue()


def quoted():
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([["꽃받침", "b", "종"], *([f"{i},5", i, f'"{i % 3}"\nx'] for i in range(40))])
    return stream.getvalue()


TABLES = [
    resources.path("datasets", "iris.csv").read_bytes(),
    quoted().encode("cp949"),
    quoted().encode("utf-16"),
    b"# a b c\n" + b"1.0 2.5 -3e4\n" * 50,
]
ARRAYS = [
    npy(np.arange(24.0).reshape(6, 4)),
    npy(np.arange(24, dtype=">i2").reshape(2, 3, 4, order="F")),
    npy(np.array([None, 1]), allow_pickle=True),
    npy(np.zeros(3, [("a", "<f4"), ("b", "|S3")])),
]
TELLING = [
    b"\n",
    b"\r",
    b'"',
    b",",
    b";",
    b"\t",
    b" ",
    b"nan",
    b"\x00",
    b"\xff",
    b"9" * 40,
    b"-",
    b"'",
    b"(",
    b"e999",
]

mutation = st.tuples(
    st.sampled_from(["replace", "insert", "delete", "repeat", "cut"]),
    st.floats(0, 1),
    st.integers(1, 60),
    st.sampled_from(TELLING) | st.binary(min_size=1, max_size=6),
)


def mutated(content, mutations):
    for kind, place, count, piece in mutations:
        at = int(place * len(content))
        if kind == "replace":
            content = content[:at] + piece + content[at + len(piece) :]
        elif kind == "insert":
            content = content[:at] + piece + content[at:]
        elif kind == "delete":
            content = content[:at] + content[at + count :]
        elif kind == "repeat":
            content = content[:at] + content[at : at + count] * 3 + content[at:]
        else:
            content = content[:at]
    return content


def check(path):
    """Loads a file: a sound dataset, or a sentence that names the file."""
    try:
        dataset = finish(reading(path))
    except DataError as error:
        assert path.name in str(error)
        assert str(error).isprintable()
        assert len(str(error)) < 600
        return
    assert isinstance(dataset, Dataset)
    assert dataset.rows > 0
    assert dataset.features > 0
    assert len(dataset.feature_names) in {0, dataset.features}
    assert len(set(dataset.feature_names)) == len(dataset.feature_names)
    if path.suffix != ".npy":
        assert not np.isinf(dataset.x).any()
    if dataset.labels is not None:
        assert dataset.labels.shape == (dataset.rows,)
        assert set(dataset.labels.tolist()) == set(range(len(dataset.class_names)))


@FUZZ
@given(st.sampled_from(TABLES), st.lists(mutation, min_size=1, max_size=6))
def test_tables(tmp_path, content, mutations):
    path = tmp_path / "fuzz.csv"
    path.write_bytes(mutated(content, mutations))
    check(path)


@FUZZ
@given(st.sampled_from(ARRAYS), st.lists(mutation, min_size=1, max_size=4), st.booleans())
def test_arrays(tmp_path, content, mutations, from_disk):
    path = tmp_path / "fuzz.npy"
    path.write_bytes(mutated(content, mutations))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "MAPPED_FROM", 0 if from_disk else 1 << 40)
        check(path)


@FUZZ
@given(st.text(alphabet='0123456789.,;|\t\n\r "-+eEnaxé_#', max_size=80))
def test_text_that_looks_like_a_table(tmp_path, text):
    path = tmp_path / "fuzz.csv"
    path.write_bytes(text.encode())
    check(path)


@FUZZ
@given(st.binary(max_size=200), st.sampled_from(["fuzz.csv", "fuzz.npy", "fuzz"]))
def test_any_bytes(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    check(path)
