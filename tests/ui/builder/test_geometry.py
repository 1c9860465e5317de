"""Bricks fit together, and what can be clicked lies apart, at every width."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from densegui.ui.builder import geometry

WIDTHS = range(360, 801, 8)
UNITS = (1, 2, 4, 8, 64, 512, 1_000_000)
PARTS = ("name", "shape", "count", "minus", "number", "plus", "activation", "init", "settings", "remove")
COMPACT_PARTS = ("name", "minus", "number", "plus", "activation", "settings", "remove")


@pytest.mark.parametrize("units", UNITS)
@pytest.mark.parametrize("signs", [(), ("doubt",), ("lock",), ("doubt", "lock")])
@pytest.mark.parametrize(
    ("height", "names"),
    [
        (geometry.BRICK_HEIGHT, PARTS),
        (geometry.COMPACT_HEIGHT, COMPACT_PARTS),
        (geometry.BRICK_HEIGHT + 90, (*PARTS, "picture")),
    ],
)
def test_parts_lie_in_the_body_and_apart(units, height, names, signs):
    for width in WIDTHS:
        row = QRect(3, 100, width, height)
        chips = geometry.brick_chips(row, units, doubtful="doubt" in signs, held="lock" in signs)
        parts = {name: getattr(chips, name) for name in (*names, *signs)}
        for name, part in parts.items():
            assert part.isValid(), (width, name)
            assert chips.body.contains(part), (width, name)
        for one, two in combinations(parts, 2):
            assert not parts[one].intersects(parts[two]), (width, one, two)
        assert row.left() <= chips.body.left()
        assert chips.body.right() <= row.right()


@pytest.mark.parametrize("units", UNITS)
def test_bricks_stand_on_the_studs_of_the_plate(units):
    for width in WIDTHS:
        plate, brick = geometry.plate_span(width), geometry.brick_span(width, units)
        assert (brick.left - plate.left) % geometry.PITCH == 0
        assert plate.left <= brick.left
        assert brick.right <= plate.right
        assert set(brick.stud_lefts()) <= set(plate.stud_lefts())
        # In the middle: as many free studs to the left as to the right.
        assert brick.left - plate.left == plate.right - brick.right


def test_pills_of_all_bricks_form_columns():
    for width in WIDTHS:
        row = QRect(0, 0, width, geometry.BRICK_HEIGHT)
        few, many = geometry.brick_chips(row, 1), geometry.brick_chips(row, 4096)
        for name in ("name", "shape", "count", "units", "activation", "init"):
            assert getattr(few, name) == getattr(many, name), (width, name)


def test_more_units_never_make_a_narrower_brick():
    for width in WIDTHS:
        studs = [geometry.brick_span(width, units).studs for units in range(1, 1025)]
        assert studs == sorted(studs)
        assert studs[0] < studs[-1]


@pytest.mark.parametrize("width", range(geometry.LEAST_WIDTH, 801, 10))
def test_four_and_eight_units_look_different(width):
    four, eight = (geometry.brick_span(width, units) for units in (4, 8))
    assert four.studs < eight.studs


@pytest.mark.parametrize("width", [400, 440, 460])
def test_there_are_several_widths_in_a_narrow_stack(width):
    studs = {geometry.brick_span(width, 2**bits).studs for bits in range(20)}
    assert len(studs) >= 4


def test_a_brick_covers_the_studs_below_it():
    row = QRect(0, 0, 460, geometry.BRICK_HEIGHT)
    body = geometry.brick_chips(row, 8).body
    assert body.bottom() - row.bottom() == geometry.STUD_HEIGHT


@pytest.mark.parametrize(
    "field", ["minus", "number", "plus", "activation", "init", "settings", "remove", "doubt"]
)
def test_a_click_in_a_part_finds_it(field):
    chips = geometry.brick_chips(QRect(0, 59, 460, geometry.BRICK_HEIGHT), 8, doubtful=True)
    assert chips.field_at(getattr(chips, field).center()) == field


def test_a_click_beside_the_parts_finds_nothing():
    chips = geometry.brick_chips(QRect(0, 59, 460, geometry.BRICK_HEIGHT), 8)
    assert chips.field_at(chips.name.center()) is None


@pytest.mark.parametrize("two_lines", [False, True])
@pytest.mark.parametrize("repairs", [(), ("fit",), ("fit", "columns"), geometry.REPAIRS])
def test_parts_of_the_plate_lie_in_it_and_apart(two_lines, repairs):
    for width in WIDTHS:
        row = QRect(0, 40, width, 80)
        chips = geometry.plate_chips(
            row, 4, 42, 60, two_lines=two_lines, repairs=dict.fromkeys(repairs, 60) if two_lines else {}
        )
        names = ["title", "minus", "number", "plus", "unit", "source"]
        if two_lines:
            names += ["names", *repairs]
        parts = {name: getattr(chips, name) for name in names}
        for name, part in parts.items():
            assert chips.body.contains(part), (width, name)
        for one, two in combinations(parts, 2):
            assert not parts[one].intersects(parts[two]), (width, one, two)
        assert chips.source.width() >= 60


def test_a_number_of_seven_digits_has_room():
    row = QRect(0, 0, 360, geometry.BRICK_HEIGHT)
    few, many = geometry.brick_chips(row, 99_999), geometry.brick_chips(row, 1_000_000)
    assert few.units == many.units
    assert many.number.width() >= few.number.width() + 10
    # Who holds + stays on it when the number becomes longer.
    assert many.plus.contains(few.plus.center())
