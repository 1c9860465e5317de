"""The summary has the lessons' counts, in either orientation, and as text in straight columns."""

import pytest

from densegui.document import example, summary
from densegui.document.presets import PRESETS
from densegui.engine import Model


def test_rows_have_the_lessons_numbers():
    # FACTS §2: 32, 48, 6 connections; 40, 54, 7 parameters; 86 and 101 in all; float32 takes 4 bytes each.
    assert summary.rows(example()) == (
        ("dense_1 (relu)", "(N, 8)", "32", "40", "32", "160 B"),
        ("dense_2 (relu)", "(N, 6)", "48", "54", "48", "216 B"),
        ("dense_3 (sigmoid)", "(N, 1)", "6", "7", "6", "28 B"),
    )
    assert summary.totals(example()) == ("86", "101", "86", "404 B")


def test_shapes_follow_samples_in_columns():
    chain = PRESETS["chain"].make()
    assert [row[1] for row in summary.rows(chain, samples_in_columns=True)] == ["(4, N)", "(30, N)"]


def test_an_empty_stack_has_totals_of_zero():
    assert summary.totals(Model(input_dim=3)) == ("0", "0", "0", "0 B")


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (4_040_000, "4.04 MB"), (4e12, "4 TB")]
)
def test_amounts_are_short(count, text):
    assert summary.amount(count) == text


def test_text_keeps_its_columns_with_wide_letters_too():
    text = summary.as_text(("층", "형상", "수"), [("가나", "(N, 8)", "1,000")], ("합계", "", "5"))
    lines = text.split("\n")
    assert lines[1] == lines[3] == "─" * 19
    assert lines[0] == "층    형상       수"
    assert lines[2] == "가나  (N, 8)  1,000"
    assert lines[4] == "합계              5"
