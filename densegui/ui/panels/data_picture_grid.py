"""A grid of pictures that decodes and paints those in sight alone."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from densegui.ui.focus import MEAN_OF_SAMPLES
from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_blocks import Blocks
from densegui.ui.panels.data_images import Shades, image_of_row, shades_of
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.panels.sample_words import pictured
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.dataset import Picture

_SIDES: Final = (24, 32, 48, 64, 96, 128, 192)
_GAP: Final = 8
_KEPT_BYTES: Final = 2**26
_INT_MAX: Final = 2**31 - 1


class PictureGrid(QAbstractScrollArea):
    """Pictures in rows, each over its label.

    Arrow keys, Page Up and Down, Home and End choose one; + and − change the size.

    Attributes:
        blocks: where rows come from.

    Signals:
        chosen: the sample of the picture that was chosen.
        failed: why pictures cannot be read; one sentence.
    """

    chosen = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPictures")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.blocks = Blocks(self)
        self.blocks.arrived.connect(self._on_arrived)
        self.blocks.failed.connect(self.failed)
        self._dataset: Dataset | None = None
        self._picture: Picture | None = None
        self._shades: Shades | None = None
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._held = 0  # bytes of them
        self._sample = MEAN_OF_SAMPLES
        self._size = 3

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other pictures, as they were read where the samples are the same."""
        source = None if dataset is None else pictured(dataset)
        self._dataset = dataset
        self._picture = None if source is None else source.picture
        self._shades = None
        self._images.clear()
        self._held = 0
        self.blocks.show(None if source is None else source.x)
        self.arrange()

    def show_sample(self, sample: int) -> None:
        """Rings the picture of a sample and brings it into sight."""
        if sample == self._sample:
            return
        self._sample = sample
        self.setAccessibleDescription(self.text_of(sample))
        self._reveal()
        self.viewport().update()

    def text_of(self, sample: int) -> str:
        """What is said of a sample's picture."""
        dataset = self._dataset
        if dataset is None or not 0 <= sample < dataset.rows:
            return ""
        label = words.label_text(dataset, sample)
        said = [self.tr("sample {number}").format(number=sample)]
        if len(dataset.sample_names):
            said.append(dataset.sample_names[sample])
        return " · ".join([*said, label] if label else said)

    def retranslate(self) -> None:
        """Says again what it is."""
        self.setAccessibleName(self.tr("Pictures of the data"))
        self.setStatusTip(
            self.tr("Click a picture, or choose it with the arrow keys, to look at it; + and − for its size")
        )

    def arrange(self) -> None:
        """Places the pictures anew."""
        bar = self.verticalScrollBar()
        count = 0 if self._dataset is None else self._dataset.rows
        lines = -(-count // self._per_line())
        bar.setRange(0, min(max(lines * self._pitch() + _GAP - self.viewport().height(), 0), _INT_MAX))
        bar.setPageStep(max(self.viewport().height(), 1))
        bar.setSingleStep(self._pitch())
        self.viewport().update()

    def area_of(self, sample: int) -> QRectF:
        """Where a sample's picture and label stand in the viewport."""
        line, place = divmod(sample, self._per_line())
        wide = self._wide()
        left = _GAP + place * (wide + _GAP)
        top = _GAP + line * self._pitch() - self.verticalScrollBar().value()
        return QRectF(left, top, wide, self._pitch() - _GAP)

    def sample_at(self, at: QPoint) -> int:
        """The sample whose picture stands there, or ``MEAN_OF_SAMPLES``."""
        place = (at.x() - _GAP) // (self._wide() + _GAP)
        line = (at.y() + self.verticalScrollBar().value() - _GAP) // self._pitch()
        sample = line * self._per_line() + place
        if self._dataset is None or not 0 <= place < self._per_line() or not 0 <= sample < self._dataset.rows:
            return MEAN_OF_SAMPLES
        return sample

    def _side(self) -> int:
        return _SIDES[self._size]

    def _wide(self) -> int:
        picture = self._picture
        return self._side() if picture is None else max(round(self._side() * self._aspect(picture)), 16)

    def _aspect(self, picture: Picture) -> float:
        return min(max(picture.width / picture.height, 0.25), 4.0)

    def _line_height(self) -> float:
        return QFontMetricsF(small_font(self.font())).height()

    def _pitch(self) -> int:
        return round(self._side() + self._line_height() + 3 + _GAP)

    def _per_line(self) -> int:
        return max((self.viewport().width() - _GAP) // (self._wide() + _GAP), 1)

    def _reveal(self) -> None:
        if self._sample < 0:
            return
        bar, area = self.verticalScrollBar(), self.area_of(self._sample)
        if area.top() < _GAP:
            bar.setValue(int(bar.value() + area.top() - _GAP))
        elif area.bottom() > self.viewport().height() - _GAP:
            bar.setValue(int(bar.value() + area.bottom() - self.viewport().height() + _GAP) + 1)

    def _image(self, sample: int) -> QImage | None:
        """The picture of a sample, or None where it is not there yet."""
        image = self._images.get(sample)
        if image is not None or self._picture is None:
            return image
        row = self.blocks.row(sample)
        if row is None:
            return None
        if self._shades is None:
            self._shades = shades_of(self.blocks.sight(sample))
        image = self._images[sample] = image_of_row(self._picture, row, self._shades)
        self._held += image.sizeInBytes()
        while self._held > _KEPT_BYTES and len(self._images) > 1:
            self._held -= self._images.popitem(last=False)[1].sizeInBytes()
        return image

    def _paint(self, p: QPainter, sample: int) -> None:
        scheme, area = colors(), self.area_of(sample)
        box = QRectF(area.left(), area.top(), area.width(), self._side())
        if sample == self._sample:
            p.fillRect(area.adjusted(-4, -4, 4, 3), QColor(scheme.run))
            p.setPen(QPen(QColor(scheme.accent), 2 if self.hasFocus() else 1))
            p.drawRect(area.adjusted(-4, -4, 4, 3))
        image = self._image(sample)
        if image is None:
            p.fillRect(box, blend(QColor(scheme.histogram), 0.4))
        else:
            p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.height() > box.height())
            p.drawImage(box, image)
            p.setPen(QPen(QColor(scheme.border), 1))
            p.drawRect(box)
        metrics = QFontMetricsF(p.font())
        words_area = QRectF(area.left() - 3, box.bottom() + 2, area.width() + 6, self._line_height())
        dataset = self._dataset
        text = "" if dataset is None else words.label_text(dataset, sample)
        p.setPen(QColor(scheme.text))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words_area.width())
        p.drawText(words_area, Qt.AlignmentFlag.AlignCenter, text)

    def _step(self, key: int) -> int | None:
        """How many samples a key goes on."""
        line = self._per_line()
        page = max(self.viewport().height() // self._pitch(), 1) * line
        count = 0 if self._dataset is None else self._dataset.rows
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }.get(Qt.Key(key))

    def _resize(self, by: int) -> None:
        self._size = min(max(self._size + by, 0), len(_SIDES) - 1)
        self.arrange()
        self._reveal()

    def _on_arrived(self) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = 0 if self._dataset is None else self._dataset.rows
        step = self._step(event.key())
        if event.text() in {"+", "=", "-"}:
            self._resize(-1 if event.text() == "-" else 1)
        elif step is not None and count:
            self.chosen.emit(min(max(self._sample + step, 0), count - 1))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._resize(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        sample = self.sample_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and sample != MEAN_OF_SAMPLES:
            self.chosen.emit(sample)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_of(self.sample_at(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as p:
            p.fillRect(event.rect(), QColor(colors().panel))
            p.setFont(small_font(self.font()))
            if self._dataset is None or self._picture is None:
                return
            top = self.verticalScrollBar().value()
            line = self._per_line()
            first = max((top - _GAP) // self._pitch(), 0) * line
            after = ((top + self.viewport().height()) // self._pitch() + 1) * line
            for sample in range(first, min(after, self._dataset.rows)):
                self._paint(p, sample)
