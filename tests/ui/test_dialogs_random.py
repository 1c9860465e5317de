"""Random, toy and typed data: what is chosen is what is made; the dialog begins where the last one ended."""

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QLabel, QSpinBox, QWidget

from densegui.data import TOYS, finish, from_json, restoring, to_json, toy_source
from densegui.ui import theme
from densegui.ui.dialogs.data_kinds import few_of, kinds, parameters, source_of
from densegui.ui.dialogs.gallery import Gallery
from densegui.ui.dialogs.random_data import RandomDataDialog
from densegui.ui.dialogs.scatter import Scatter
from densegui.ui.dialogs.typed_rows import TypedRows


@pytest.fixture
def opened(qtbot):
    def open_it(features=4):
        dialog = RandomDataDialog(features, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_it


def gallery(dialog):
    return dialog.findChild(Gallery, "kinds")


def field(dialog, name):
    return dialog.findChild(QSpinBox, name) or dialog.findChild(QDoubleSpinBox, name)


def ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


class TestWords:
    def test_every_toy_is_offered_in_the_words_of_the_table(self):
        words = kinds()
        for key, toy in TOYS.items():
            assert (words[key].title, words[key].formula, words[key].about) == (
                toy.title,
                toy.formula,
                toy.about,
            )
        assert words.keys() - TOYS.keys() == {"normal", "uniform", "typed"}

    def test_every_parameter_has_a_field_with_a_name_and_a_tip(self, opened):
        dialog = opened()
        for key in kinds():
            gallery(dialog).choose(key)
            for parameter in parameters(key, 4):
                shown = field(dialog, parameter.name)
                assert shown.isVisible()
                assert shown.accessibleName()
                assert shown.toolTip()


class TestChoice:
    @pytest.mark.parametrize("key", TOYS)
    def test_a_toy_as_it_stands_is_the_one_of_the_table(self, opened, key):
        dialog = opened()
        gallery(dialog).choose(key)
        assert dialog.source() == toy_source(key)

    def test_numbers_go_into_the_source(self, opened):
        dialog = opened()
        gallery(dialog).choose("spirals")
        for name, value in {"rows": 50, "noise": 0.3, "turns": 2.5, "seed": 9}.items():
            field(dialog, name).setValue(value)
        assert dict(dialog.source().parameters) == {
            "name": "spirals",
            "rows": 50,
            "noise": 0.3,
            "seed": 9,
            "turns": 2.5,
        }

    def test_random_draws_fit_the_stack(self, opened):
        dialog = opened(7)
        assert dialog.source().kind == "normal"
        assert dialog.source().parameters["features"] == 7

    def test_numbers_of_one_kind_stay_while_another_is_looked_at(self, opened):
        dialog = opened()
        gallery(dialog).choose("moons")
        field(dialog, "rows").setValue(77)
        gallery(dialog).choose("grid")
        assert not field(dialog, "rows").isVisible()
        gallery(dialog).choose("moons")
        assert field(dialog, "rows").value() == 77

    def test_a_range_upside_down_cannot_be_accepted(self, opened):
        dialog = opened()
        gallery(dialog).choose("uniform")
        field(dialog, "low").setValue(1.0)
        assert not ok(dialog).isEnabled()
        assert "below" in dialog.findChild(QLabel, "size").text()
        dialog.accept()
        assert dialog.isVisible()
        field(dialog, "high").setValue(2.0)
        ok(dialog).click()
        assert dict(dialog.source().parameters)["high"] == 2.0

    def test_keys_alone_choose_and_accept(self, opened, qtbot):
        dialog = opened()
        assert gallery(dialog).hasFocus() or dialog.focusWidget() is gallery(dialog)
        qtbot.keyClick(gallery(dialog), Qt.Key.Key_Down)
        qtbot.keyClick(gallery(dialog), Qt.Key.Key_Right)
        assert gallery(dialog).currentRow() == 4
        qtbot.keyClick(gallery(dialog), Qt.Key.Key_Return)
        assert not dialog.isVisible()
        assert dialog.source() == toy_source("or")

    def test_the_size_is_said(self, opened):
        dialog = opened()
        gallery(dialog).choose("grid")
        field(dialog, "width").setValue(100)
        field(dialog, "height").setValue(50)
        # 5,000 rows of 2 numbers of 4 bytes
        assert dialog.findChild(QLabel, "size").text() == "5,000 × 2 numbers, 40 kB"
        gallery(dialog).choose("xor")
        assert dialog.findChild(QLabel, "size").text() == "4 × 2 numbers, 32 B"


class TestTyped:
    def test_a_typed_row_is_the_data(self, opened):
        dialog = opened(3)
        gallery(dialog).choose("typed")
        model = dialog.findChild(TypedRows).model()
        assert (model.rowCount(), model.columnCount()) == (1, 3)
        for column, text in enumerate(["1", "-2,5", "−0.25"]):
            assert model.setData(model.index(0, column), text)
        dataset = finish(restoring(from_json(to_json(dialog.source()))))
        assert dataset.x.tolist() == [[1, -2.5, -0.25]]

    @pytest.mark.parametrize("text", ["", "abc", "nan", "inf", "1e400"])
    def test_what_is_no_number_changes_nothing(self, opened, text):
        dialog = opened(2)
        gallery(dialog).choose("typed")
        model = dialog.findChild(TypedRows).model()
        assert not model.setData(model.index(0, 0), text)
        assert dialog.source().parameters["rows"] == ((0.0, 0.0),)

    def test_pasted_cells_make_room(self, opened, qtbot):
        dialog = opened(2)
        gallery(dialog).choose("typed")
        QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n")
        table = dialog.findChild(TypedRows)
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert dialog.source().parameters["rows"] == ((1, 2, 3), (4, 5, 6))
        assert (field(dialog, "rows").value(), field(dialog, "features").value()) == (2, 3)

    def test_fewer_rows_keep_what_is_left(self, opened):
        dialog = opened(2)
        gallery(dialog).choose("typed")
        field(dialog, "rows").setValue(3)
        model = dialog.findChild(TypedRows).model()
        model.setData(model.index(0, 1), "8")
        field(dialog, "rows").setValue(1)
        field(dialog, "features").setValue(3)
        assert dialog.source().parameters["rows"] == ((0, 8, 0),)

    def test_more_than_can_be_typed_is_said(self, opened):
        dialog = opened(2)
        gallery(dialog).choose("typed")
        field(dialog, "features").setValue(10_000)
        assert ok(dialog).isEnabled()
        field(dialog, "rows").setValue(2)
        assert not ok(dialog).isEnabled()
        assert "10,000" in dialog.findChild(QLabel, "size").text()

    def test_a_stack_with_very_many_inputs(self, opened):
        dialog = opened(60_000)
        gallery(dialog).choose("typed")
        assert len(dialog.source().parameters["rows"][0]) == 10_000


class TestMemory:
    def test_the_next_dialog_begins_with_the_last_choice(self, opened):
        first = opened()
        gallery(first).choose("checkerboard")
        field(first, "squares").setValue(6)
        chosen = first.source()
        assert opened().source() == chosen

    def test_typed_rows_come_back(self, opened):
        first = opened(2)
        gallery(first).choose("typed")
        model = first.findChild(TypedRows).model()
        model.setData(model.index(0, 0), "3")
        first.source()
        assert opened(5).source().parameters["rows"] == ((3, 0),)

    def test_random_draws_follow_the_stack_of_now(self, opened):
        opened(4).source()
        assert opened(9).source().parameters["features"] == 9

    @pytest.mark.parametrize("kept", ["", "{", "[]", '{"kind": "toy"}', '{"kind": "builtin"}'])
    def test_a_setting_that_is_damaged_is_passed_over(self, opened, kept):
        QSettings().setValue("randomData", kept)
        assert opened().source().kind == "normal"

    def test_a_setting_of_a_file_is_passed_over(self, opened, tmp_path):
        from densegui.data import load  # noqa: PLC0415

        (tmp_path / "x.csv").write_text("1,2\n3,4\n")
        import json  # noqa: PLC0415

        QSettings().setValue("randomData", json.dumps(to_json(load(tmp_path / "x.csv").source)))
        assert opened().source().kind == "normal"


class TestPreview:
    @pytest.mark.parametrize("key", ["moons", "uniform"])
    def test_shows_the_first_rows_of_the_very_data(self, key):
        usual = {p.name: p.default for p in parameters(key, 3)} | {"rows": 5000, "seed": 4}
        source = source_of(key, usual, ())
        few, whole = few_of(source), finish(restoring(source))
        assert 100 <= few.rows <= 1000
        assert np.array_equal(few.x, whole.x[: few.rows])

    def test_is_quick_whatever_is_asked_for(self):
        huge = {"rows": 10**8, "features": 10**6, "mean": 0.0, "stddev": 1.0, "seed": 0}
        assert few_of(source_of("normal", huge, ())).x.size <= 10**6
        grid = {"width": 2**20, "height": 2**20, "low": 0.0, "high": 1.0}
        few = few_of(source_of("grid", grid, ()))
        assert few.rows <= 2000
        assert (few.x.min(), few.x.max()) == (0, 1)

    def test_rings_are_round(self):
        scatter = Scatter.of(few_of(toy_source("circles", noise=0.0)))
        low, high = scatter.range()
        assert np.ptp(high - low) < 1e-12

    def test_ranges_of_another_order_have_their_own_scale(self):
        places = np.array([[0.0, 0.0], [1.0, 1000.0]])
        low, high = Scatter(places, None, (), ("a", "b")).range()
        assert (high - low).tolist() == [1, 1000]

    def test_one_value_alone_has_a_range(self):
        low, high = Scatter(np.full((3, 2), 7.0), None, (), ("a", "b")).range()
        assert np.all(low < 7)
        assert np.all(high > 7)

    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize("features", [1, 2])
    def test_something_is_painted_in_both_schemes(self, opened, qapp, dark, features):
        theme.apply(qapp, dark)
        try:
            dialog = opened(features)
            picture = dialog.findChild(QWidget, "preview").grab().toImage()
            found = {picture.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 200, 3)}
        finally:
            theme.apply(qapp, False)
        scheme = theme.DARK if dark else theme.LIGHT
        assert scheme.panel.lower() in found
        assert {scheme.accent.lower(), scheme.histogram.lower()} & found


def test_it_fits_a_small_screen(opened):
    dialog = opened()
    for key in kinds():
        gallery(dialog).choose(key)
        assert dialog.minimumSizeHint().height() <= 680
        assert dialog.minimumSizeHint().width() <= 1200


def test_choosing_draws_the_data(window, qtbot):
    window.commands.questions.answers["ask_random"] = toy_source("circles", rows=12)
    with qtbot.waitSignal(window.session.dataset_changed):
        window.commands.random_data()
    assert (window.session.dataset.rows, window.session.dataset.features) == (12, 2)
