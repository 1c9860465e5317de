"""The dialog that offers the built-in data: what they are, how large, from whom and under which licence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from densegui.data import BUILTINS, builtin
from densegui.ui.dialogs.gallery import Gallery
from densegui.ui.dialogs.scatter import Scatter, ScatterPicture
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset

_PETAL: Final = (2, 3)
_FLIPPER: Final = "flipper_length_mm"
_FACTS: Final = ("size", "predicts", "origin", "licence")


def builtin_words() -> dict[str, tuple[str, str, str]]:
    """Key of a built-in set → title, what it is, what is to be predicted, in the language in force."""
    translate = QCoreApplication.translate
    return {
        "iris": (
            translate("BuiltinData", "Iris"),
            translate(
                "BuiltinData",
                "150 flowers of three species of iris: length and width of sepal and petal in centimetres.",
            ),
            translate("BuiltinData", "species, one of 3"),
        ),
        "digits": (
            translate("BuiltinData", "Handwritten digits"),
            translate(
                "BuiltinData",
                "1797 digits written by 13 people, as pictures of 8 × 8 pixels from 0 (paper) to 16 (ink).",
            ),
            translate("BuiltinData", "digit, one of 10"),
        ),
        "penguins": (
            translate("BuiltinData", "Penguins"),
            translate(
                "BuiltinData",
                "342 penguins of Antarctica: species, island, bill, flipper, sex and year; "
                "9 sexes are missing.",
            ),
            translate("BuiltinData", "body mass in grams, a number"),
        ),
    }


class BuiltinDataDialog(QDialog):
    """A set to choose from pictures; what is known of it beside it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("builtinDataDialog")
        self.setWindowTitle(self.tr("Built-in data"))
        self._words = builtin_words()
        self._sets = {key: builtin(key) for key in BUILTINS}
        self._gallery = Gallery(1)
        self._gallery.setObjectName("builtins")
        self._gallery.setAccessibleName(self.tr("Built-in data"))
        self._gallery.setToolTip(self.tr("Data that come with the program"))
        self._title, self._about = QLabel(), QLabel()
        self._facts = {name: QLabel() for name in _FACTS}
        self._scatter = ScatterPicture()
        self._pictures = _Pictures()
        self._shown = QStackedWidget()
        self._build()
        self._gallery.setCurrentRow(0)
        self._gallery.setFocus()

    def name(self) -> str:
        """Key of the set that is chosen."""
        return self._gallery.key()

    def _build(self) -> None:
        for key, dataset in self._sets.items():
            self._gallery.add(key, self._words[key][0], self._words[key][1], _small(dataset))
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        for picture in (self._scatter, self._pictures):
            picture.setAccessibleName(self.tr("Preview"))
            picture.setToolTip(self.tr("Some of the samples"))
            self._shown.addWidget(picture)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.addWidget(self._title)
        right.addWidget(self._about)
        right.addWidget(self._shown, 1)
        right.addLayout(self._facts_form())
        both = QHBoxLayout()
        both.addWidget(self._gallery)
        both.addSpacing(8)
        both.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(buttons)
        self._gallery.currentRowChanged.connect(self._on_chosen)
        self._gallery.itemActivated.connect(self.accept)
        self.resize(640, 540)

    def _facts_form(self) -> QFormLayout:
        form = QFormLayout()
        captions = (
            self.tr("Samples × features"),
            self.tr("To predict"),
            self.tr("Source"),
            self.tr("Licence"),
        )
        for (name, label), caption in zip(self._facts.items(), captions, strict=True):
            label.setObjectName(name)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(caption, label)
        for label in (self._about, self._facts["origin"]):
            label.setWordWrap(True)
        return form

    def _on_chosen(self) -> None:
        key = self._gallery.key()
        entry, dataset = BUILTINS[key], self._sets[key]
        title, about, predicts = self._words[key]
        self._title.setText(title)
        self._about.setText(about)
        self._facts["size"].setText(f"{entry.rows:,} × {entry.features}")
        self._facts["predicts"].setText(predicts)
        self._facts["origin"].setText(entry.origin)
        self._facts["licence"].setText(entry.licence)
        if dataset.picture is None:
            self._scatter.show_scatter(_scatter(dataset))
            self._shown.setCurrentWidget(self._scatter)
        else:
            self._pictures.show_dataset(dataset)
            self._shown.setCurrentWidget(self._pictures)


class _Pictures(QWidget):
    """The first pictures of a set, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._dataset: Dataset | None = None

    def show_dataset(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 260)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._dataset is not None:
            with QPainter(self) as p:
                _paint_pictures(self._dataset, 8, p, QRectF(self.rect()).adjusted(0, 8, 0, -8))


def _small(dataset: Dataset) -> partial[None]:
    """Paints a set as a picture to choose from."""
    if dataset.picture is not None:
        return partial(_paint_pictures, dataset, 3)
    return partial(_paint_points, _scatter(dataset))


def _scatter(dataset: Dataset) -> Scatter:
    """The two numbers that say most about a set."""
    if dataset.targets is None:
        return Scatter.of(dataset, _PETAL)
    species = dataset.columns[0]
    x = np.asarray(dataset.x)
    flippers = x[:, dataset.feature_names.index(_FLIPPER)]
    places = np.column_stack([flippers, dataset.targets])
    return Scatter(places, x[:, 0].astype(np.int64), species.categories, (_FLIPPER, dataset.label_name))


def _paint_points(scatter: Scatter, painter: QPainter, area: QRectF) -> None:
    scatter.paint(painter, area, 1.4)


def _paint_pictures(dataset: Dataset, columns: int, painter: QPainter, area: QRectF) -> None:
    """Paints the first pictures side by side, ink in the colour of text."""
    assert dataset.picture is not None  # who calls has looked
    side = area.width() / columns
    rows = max(1, int(area.height() / side + 0.01))
    top = area.top() + (area.height() - rows * side) / 2
    ink = QColor(colors().text)
    most = float(np.asarray(dataset.x).max())  # a small set of ours
    for place in range(min(columns * rows, dataset.rows)):
        values = dataset.picture.image(dataset.x[place])[:, :, 0]
        pixels = np.empty((*values.shape, 4), np.uint8)
        pixels[:, :, :3] = ink.blue(), ink.green(), ink.red()
        pixels[:, :, 3] = values * (255 / most)
        image = QImage(
            pixels.tobytes(),
            values.shape[1],
            values.shape[0],
            4 * values.shape[1],
            QImage.Format.Format_ARGB32,
        )
        cell = QRectF(area.left() + place % columns * side, top + place // columns * side, side, side)
        painter.drawImage(cell.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06), image)
