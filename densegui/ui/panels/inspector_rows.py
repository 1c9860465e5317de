"""How the rows of the list of terms look: columns of numbers, and bars from a common zero line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from densegui.ui.numbers import exact, short
from densegui.ui.panels.inspector_sheet import BIAS, SUM, Columns, Sheet, Terms
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.ui.panels.inspector_sheet import Span


@dataclass(frozen=True, slots=True)
class Look:
    """How the list stands now.

    Attributes:
        font: the panel's.
        hovered: the row under the pointer.
        active: whether the keyboard is heard.
        reach: the smallest and largest bar.
    """

    font: QFont
    hovered: int
    active: bool
    reach: Span


def bias_name() -> str:
    """What the row of the bias is called."""
    return QCoreApplication.translate("InspectorPanel", "bias b")


def row_text(terms: Terms, row: int) -> str:
    """Every digit of a row: of a place in the list, of ``BIAS`` or of ``SUM``; else empty."""
    translate = QCoreApplication.translate
    numbers = terms.explanation
    if row == BIAS and numbers.bias is not None:
        text = translate("InspectorPanel", "b = {value}\nDouble-click or B: change it")
        return text.format(value=exact(numbers.bias))
    if row < 0:
        return f"z = {exact(numbers.z)}" if row == SUM else ""
    term = int(terms.order[row])
    text = translate(
        "InspectorPanel",
        "{name}\nx = {x}\nw = {w}\nw·x = {product}\nClick: where does this x come from?\n"
        "Double-click w: change it",
    )
    return text.format(
        name=terms.names[term],
        x=exact(numbers.x[term]),
        w=exact(numbers.weights[term]),
        product=exact(numbers.products[term]),
    )


def paint_list(p: QPainter, terms: Terms, columns: Columns, sheet: Sheet, look: Look) -> None:
    """Draws the terms in sight, and over them bias, sum and head, which stay when the terms scroll."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setFont(small_font(look.font))
    for row in sheet.in_sight:
        _paint_term(p, terms, columns, sheet.area(row), row, look)
    _paint_foot(p, terms, columns, sheet, look)
    _paint_head(p, terms, columns, sheet, look)


def _paint_term(p: QPainter, terms: Terms, columns: Columns, area: QRectF, row: int, look: Look) -> None:
    scheme, numbers, term = colors(), terms.explanation, int(terms.order[row])
    if term == terms.source:
        p.fillRect(area, blend(QColor(scheme.accent), 0.26 if look.active else 0.16))
    elif row == look.hovered:
        p.fillRect(area, QColor(scheme.raised))
    ink = QColor(scheme.muted if terms.faded else scheme.text)
    p.setPen(ink)
    _write_name(p, columns.name, area, terms.names[term])
    cells = (columns.x, numbers.x), (columns.weight, numbers.weights), (columns.product, numbers.products)
    for place, values in cells:
        value = float(values[term])
        p.setPen(ink if math.isfinite(value) else QColor(scheme.warning))
        _write(p, place, area, short(value))
    _paint_bar(p, columns.bar, area, float(numbers.products[term]), look.reach, faded=terms.faded)


def _paint_foot(p: QPainter, terms: Terms, columns: Columns, sheet: Sheet, look: Look) -> None:
    scheme, numbers = colors(), terms.explanation
    ink = QColor(scheme.muted if terms.faded else scheme.text)
    p.fillRect(QRectF(0, sheet.foot, sheet.width, sheet.height - sheet.foot), QColor(scheme.panel))
    if numbers.bias is not None:
        area = sheet.area(BIAS)
        if look.hovered == BIAS:
            p.fillRect(area, QColor(scheme.raised))
        p.setPen(ink)
        _write_name(p, columns.name, area, bias_name())
        _write(p, columns.product, area, short(float(numbers.bias)))
        _paint_bar(p, columns.bar, area, float(numbers.bias), look.reach, faded=terms.faded)
    area = sheet.area(SUM)
    p.setPen(QPen(QColor(scheme.muted), 1))
    p.drawLine(QPointF(columns.name[0], area.top()), QPointF(sum(columns.product) - 2, area.top()))
    p.setFont(small_font(look.font, bold=True))
    z = float(numbers.z)
    p.setPen(ink if math.isfinite(z) else QColor(scheme.warning))
    _write_name(p, columns.name, area, "Σ = z")
    _write(p, columns.product, area, short(z))
    p.setFont(small_font(look.font))


def _paint_head(p: QPainter, terms: Terms, columns: Columns, sheet: Sheet, look: Look) -> None:
    area = QRectF(0, 0, sheet.width, sheet.line)
    p.fillRect(area, QColor(colors().panel))
    p.setPen(QColor(colors().muted))
    _write_name(p, columns.name, area, terms.source_title)
    for place, text in ((columns.x, "x"), (columns.weight, "w"), (columns.product, "w·x")):
        _write(p, place, area, text)
    p.setPen(QPen(QColor(colors().accent if look.active else colors().border), 1))
    p.drawLine(area.bottomLeft(), area.bottomRight())


def _write(p: QPainter, place: Span, row: QRectF, number: str) -> None:
    """Writes a number, for which its column is wide enough."""
    if place[1] > 0:
        area = QRectF(place[0], row.top(), place[1] - 4, row.height())
        p.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)


def _write_name(p: QPainter, place: Span, row: QRectF, name: str) -> None:
    """Writes a name, shortened to its column."""
    area = QRectF(place[0], row.top(), place[1] - 4, row.height())
    fitting = p.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
    p.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)


def _paint_bar(p: QPainter, place: Span, row: QRectF, value: float, reach: Span, *, faded: bool) -> None:
    left, wide = place
    if wide <= 0:
        return
    scheme = colors()
    scale = wide / ((reach[1] - reach[0]) or 1.0)
    zero = left - reach[0] * scale
    if math.isfinite(value):
        color = QColor(scheme.positive if value > 0 else scheme.negative)
        bar = QRectF(zero, row.top() + 3, value * scale, row.height() - 6).normalized()
        p.fillRect(bar, QColor(scheme.histogram) if faded else color)
    else:
        p.setPen(QColor(scheme.warning))
        p.drawText(row.adjusted(left + 4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, short(value))
    p.setPen(QPen(QColor(scheme.muted), 1))
    p.drawLine(QPointF(zero, row.top()), QPointF(zero, row.bottom()))
