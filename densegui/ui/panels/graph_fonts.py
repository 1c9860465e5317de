"""Text sizes of the neuron graph, and the room that its labels want."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from densegui.ui import numbers
from densegui.ui.panels.graph_picture import ColumnPicture, Picture
from densegui.ui.panels.graph_view import Margins

GAP: Final = 6.0  # between a neuron and its label
RESERVED: Final = "0.00000"
LABEL_SHARE: Final = 0.25  # of the width, for the names at either end


@dataclass(frozen=True, slots=True)
class Fonts:
    """The application's font in the three sizes of the graph."""

    header: QFont
    small: QFont
    number: QFont

    @staticmethod
    def of(base: QFont) -> Fonts:
        """Derives them from the application's font."""
        header, small, number = QFont(base), QFont(base), QFont(base)
        small.setPointSizeF(max(QFontInfo(base).pointSizeF() * 0.86, 7.0))
        number.setPointSizeF(small.pointSizeF())
        header.setWeight(QFont.Weight.DemiBold)
        number.setWeight(QFont.Weight.DemiBold)
        return Fonts(header, small, number)

    @property
    def header_height(self) -> float:
        """Two lines of text with their padding."""
        return QFontMetricsF(self.header).height() + QFontMetricsF(self.small).height() + 8.0


def margins(picture: Picture, fonts: Fonts, width: float) -> Margins:
    """The room that labels and headers want in a frame of this width."""
    if picture.upward:
        high = QFontMetricsF(fonts.small).height() + QFontMetricsF(fonts.number).height() + GAP + 2.0
        return Margins(header_width(picture, fonts, width) + 24.0, high, 24.0, high)
    left, right = (
        _side(column, fonts, LABEL_SHARE * width) for column in (picture.columns[0], picture.columns[-1])
    )
    folded = any(place.fold.gaps and len(place.fold.shown) for place in picture.layout.columns)
    # Beneath the neurons stand the scales, and beneath folded columns how many neurons are left out.
    return Margins(left, fonts.header_height + 6.0, right, 34.0 if folded else 22.0)


def header_width(picture: Picture, fonts: Fonts, width: float) -> float:
    """The room beside a graph that runs upward for names, activations and units."""
    name, detail = QFontMetricsF(fonts.header), QFontMetricsF(fonts.small)
    wide = 0.0
    for column, place in zip(picture.columns, picture.layout.columns, strict=True):
        wide = max(wide, name.horizontalAdvance(column.name))
        wide = max(wide, detail.horizontalAdvance(header_detail(column, place.fold.size)))
    return min(wide + 14.0, LABEL_SHARE * width + 20.0)


def header_detail(column: ColumnPicture, units: int) -> str:
    """What stands beneath the name of a column."""
    return f"{column.activation} · {units:,}" if column.activation else f"{units:,}"


def _side(column: ColumnPicture, fonts: Fonts, limit: float) -> float:
    names, digits = QFontMetricsF(fonts.small), QFontMetricsF(fonts.number)
    wide = max((names.horizontalAdvance(name) for name in column.names), default=0.0)
    # Room for a usual number even where there is none yet, so that new values do not shift the picture.
    texts = [RESERVED] if column.a is None else [RESERVED, *(numbers.short(float(v)) for v in column.a)]
    wide += names.horizontalAdvance(" = ") + max(digits.horizontalAdvance(text) for text in texts)
    header = QFontMetricsF(fonts.header).horizontalAdvance(column.name) / 2
    return max(min(wide, limit + 20.0) + GAP + 10.0, header + 6.0)
