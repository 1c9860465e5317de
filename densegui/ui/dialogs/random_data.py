"""The dialog that asks which random, toy or typed rows to make."""

from __future__ import annotations

import json
from functools import partial
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSettings, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from densegui.data import TOYS, DataError, Source, from_json, to_json
from densegui.ui.dialogs.data_kinds import few_of, kinds, parameters, source_of
from densegui.ui.dialogs.gallery import Gallery
from densegui.ui.dialogs.parameter_form import ParameterForm
from densegui.ui.dialogs.scatter import Scatter, ScatterPicture
from densegui.ui.dialogs.typed_rows import TypedRows
from densegui.ui.numbers import bytes_text
from densegui.ui.theme import colors

FLOAT32_BYTES: Final = 4
_SETTING: Final = "randomData"
_COLUMNS: Final = 3
_MOST_FIELDS: Final = 5
_WIDTH: Final = 780
_TITLE_BAR: Final = 80
_CORNERS: Final = 4
_SMALL: Final = 90  # points of a small picture


class RandomDataDialog(QDialog):
    """A kind to choose from pictures; its numbers and a preview beside it; begins with the last choice.

    Args:
        features: how many the stack takes in.
        parent: the window.
    """

    def __init__(self, features: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("randomDataDialog")
        self.setWindowTitle(self.tr("Random and toy data"))
        self._inputs = features
        self._values: dict[str, dict[str, float]] = {}
        self._kind = ""
        self._source: Source | None = None
        self._words = kinds()
        self._gallery = Gallery(_COLUMNS)
        self._form = ParameterForm()
        self._picture = ScatterPicture()
        self._typed = TypedRows()
        self._title, self._about, self._formula, self._size = QLabel(), QLabel(), QLabel(), QLabel()
        self._name_parts()
        self._build()
        self._typed.resize_to(1, min(features, 10_000))
        self._remember_last()
        self._gallery.setFocus()
        room = self.screen().availableGeometry().height() - _TITLE_BAR
        self.resize(_WIDTH, min(self.sizeHint().height(), room))

    def source(self) -> Source:
        """What was chosen; kept as where the dialog begins the next time."""
        assert self._source is not None  # OK is disabled until there is one
        QSettings().setValue(_SETTING, json.dumps(to_json(self._source)))
        return self._source

    def accept(self) -> None:
        """Closes, if what is chosen can be made."""
        if self._source is not None:
            super().accept()

    def _name_parts(self) -> None:
        for part, name, text, tip in (
            (self._gallery, "kinds", self.tr("Kind of data"), self.tr("What the numbers are made from")),
            (
                self._picture,
                "preview",
                self.tr("Preview"),
                self.tr("The first samples, coloured by label: the first two features"),
            ),
            (
                self._typed,
                "typedRows",
                self.tr("Rows to type"),
                self.tr("Type a number over a cell, or paste cells from a spreadsheet"),
            ),
        ):
            part.setObjectName(name)
            part.setAccessibleName(text)
            part.setToolTip(tip)
        for label, name in (
            (self._title, "title"),
            (self._about, "about"),
            (self._formula, "formula"),
            (self._size, "size"),
        ):
            label.setObjectName(name)
            label.setWordWrap(label is not self._title)

    def _build(self) -> None:
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._formula.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for key, words in self._words.items():
            paint = _paint_table if key == "typed" else partial(_paint_scatter, self._sample(key))
            self._gallery.add(key, words.title, words.about, paint)
        self._form.reserve(_MOST_FIELDS)
        self._shown = QStackedWidget()
        self._shown.addWidget(self._picture)
        self._shown.addWidget(self._typed)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        right = QVBoxLayout()
        for part in (self._title, self._about, self._formula):
            right.addWidget(part)
        right.addWidget(self._shown, 1)
        right.addWidget(self._form)
        right.addWidget(self._size)
        both = QHBoxLayout()
        both.addWidget(self._gallery)
        both.addSpacing(8)
        both.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._gallery.currentRowChanged.connect(self._on_kind_changed)
        self._gallery.itemActivated.connect(self.accept)
        self._form.changed.connect(self._on_changed)
        self._typed.changed.connect(self._on_changed)
        self._typed.grown.connect(self._on_grown)

    def _sample(self, key: str) -> Scatter:
        """A few points of a kind with its usual numbers."""
        usual = {p.name: p.default for p in parameters(key, 2)}
        if "rows" in usual:
            usual["rows"] = _SMALL
        if key == "grid":
            usual |= {"width": 7, "height": 7}
        return Scatter.of(few_of(source_of(key, usual, ())))

    def _remember_last(self) -> None:
        """Begins with the last choice, if there is one that can still be made."""
        key = "normal"
        try:
            last = from_json(json.loads(str(QSettings().value(_SETTING, ""))))
        except (ValueError, DataError):
            pass
        else:
            given = dict(last.parameters)
            key = given.pop("name") if last.kind == "toy" else last.kind
            if key == "typed":
                self._typed.set_rows([list(row) for row in given["rows"]])
                given = {"rows": len(given["rows"]), "features": len(given["rows"][0])}
            elif "features" in given:
                given["features"] = self._inputs  # it is the stack of now that is to be fed
            self._values[key] = given
        self._gallery.choose(key if key in self._words else "normal")

    def _on_kind_changed(self) -> None:
        if self._kind:
            self._values[self._kind] = self._form.values()
        key = self._kind = self._gallery.key()
        words = self._words[key]
        self._title.setText(words.title)
        self._about.setText(words.about)
        self._formula.setText(words.formula)
        self._form.show_parameters(parameters(key, self._inputs), self._values.get(key, {}))
        self._shown.setCurrentWidget(self._typed if key == "typed" else self._picture)
        self._on_changed()

    def _on_grown(self, rows: int, features: int) -> None:
        self._form.set_value("rows", rows)
        self._form.set_value("features", features)

    def _on_changed(self) -> None:
        values = self._form.values()
        problem = self._problem(values)
        if self._kind == "typed" and not problem:
            self._typed.resize_to(int(values["rows"]), int(values["features"]))
        self._source = None if problem else source_of(self._kind, values, self._typed.rows())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._source is not None)
        if self._source is None:
            self._picture.show_scatter(None)
            self._size.setText(problem)
            return
        if self._kind != "typed":
            self._picture.show_scatter(Scatter.of(few_of(self._source)))
        self._size.setText(self._size_text(values))
        self._picture.setAccessibleDescription(self._size.text())

    def _problem(self, values: dict[str, float]) -> str:
        """What is wrong with the numbers together, or ""."""
        if "low" in values and not values["low"] < values["high"]:
            return self.tr("The minimum must be below the maximum.")
        if self._kind == "typed" and values["rows"] * values["features"] > 10_000:
            return self.tr("At most 10,000 numbers can be typed; load more from a file.")
        return ""

    def _size_text(self, values: dict[str, float]) -> str:
        rows = TOYS[self._kind].count(values) if self._kind in TOYS else int(values["rows"])
        features = int(values.get("features", 2))
        text = self.tr("{rows} × {features} numbers, {memory}")
        memory = bytes_text(rows * features * FLOAT32_BYTES)
        return text.format(rows=f"{rows:,}", features=f"{features:,}", memory=memory)


def _paint_scatter(scatter: Scatter, painter: QPainter, area: QRectF) -> None:
    if len(scatter.places) <= _CORNERS:
        scatter.paint(painter, area.adjusted(10, 8, -10, -12), 5.0)
    else:
        scatter.paint(painter, area, 1.5)


def _paint_table(painter: QPainter, area: QRectF) -> None:
    """A table with a row of numbers in it."""
    scheme = colors()
    frame = area.adjusted(2, 10, -2, -10)
    painter.setBrush(QColor(scheme.panel))
    painter.setPen(QColor(scheme.muted))
    painter.drawRect(frame)
    painter.drawLine(QLineF(frame.left(), frame.center().y(), frame.right(), frame.center().y()))
    for column in (1, 2):
        x = frame.left() + column * frame.width() / 3
        painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
    painter.setPen(QColor(scheme.accent))
    for column, digit in enumerate("123"):
        cell = QRectF(
            frame.left() + column * frame.width() / 3, frame.top(), frame.width() / 3, frame.height() / 2
        )
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), digit)
