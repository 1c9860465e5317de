"""Cells from the clipboard: understood as a table, kept in the project."""

import json

import numpy as np
import pytest

from densegui.data import DataError, finish, from_json, pasted, restoring, to_json


def paste(text):
    return finish(pasted.reading(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1\t2\n3\t4\n", ()),
        ("1\t2\r\n3\t4", ()),
        ("a\tb\n1\t2\n3\t4", ("a", "b")),
        ("a,b\n1,2\n3,4", ("a", "b")),
        ("길이\tb\n1\t2\n3\t4", ("길이", "b")),
    ],
)
def test_rows_and_names(text, names):
    dataset = paste(text)
    assert dataset.x.tolist() == [[1, 2], [3, 4]]
    assert dataset.feature_names == names
    assert dataset.name == "Pasted table"


def test_commas_between_tabs_belong_to_numbers():
    assert paste("1,5\t2\n3\t4,25").x.tolist() == [[1.5, 2], [3, 4.25]]


def test_it_comes_back_from_a_project():
    dataset = paste('a\tsort\n1\tu\n\t"v\nw"\n3\tu\n')
    again = finish(restoring(from_json(json.loads(json.dumps(to_json(dataset.source))))))
    np.testing.assert_array_equal(again.x, dataset.x)
    assert again.class_names == dataset.class_names == ("u", "v\nw")
    assert again.notes == dataset.notes
    assert again.source == dataset.source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no text"),
        (" \n", "holds no text"),
        ("words", "Pasted table holds"),
        ("1\t2\n" * 1_100_000, "at most 4 MB"),
    ],
)
def test_what_is_no_table(text, words):
    with pytest.raises(DataError, match=words):
        paste(text)


@pytest.mark.parametrize("parameters", [{}, {"text": 5}, {"text": "1", "more": 2}, {"text": "1" * 5_000_000}])
def test_hostile_projects(parameters):
    with pytest.raises(DataError, match=r"in the project (is|are) damaged") as caught:
        from_json({"kind": "pasted", "parameters": parameters, "steps": []})
    assert len(str(caught.value)) < 300
