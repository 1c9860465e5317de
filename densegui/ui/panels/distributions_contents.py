"""What each column of the distribution panel shows of a run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from densegui.engine import RunResult
from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_column import Contents, Values
from densegui.ui.panels.distributions_items import Row
from densegui.ui.panels.distributions_numbers import rows
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors, family_curve


def contents_of(result: RunResult, index: int, current: bool) -> Contents:
    """The column at this place: 0 is the input, then the layers; muted where the run is out of date."""
    before = QColor(colors().histogram)
    if index == 0:
        count = QCoreApplication.translate("DistributionsPanel", "{count} features")
        header = _header(
            QCoreApplication.translate("DistributionsPanel", "input"),
            count.format(count=f"{result.model.input_dim:,}"),
        )
        return Contents(header, (_values("x", result.inputs, before, current),), _shade(before, current))
    layer, of_layer = result.model.layers[index - 1], result.layers[index - 1]
    after = family_curve(layer.activation.function.family)
    header = _header(result.model.names[index - 1], str(layer.activation))
    panes = (_values("z", of_layer.z, before, current), _values("a", of_layer.a, after, current))
    return Contents(header, panes, _shade(after, current))


def _header(name: str, kind: str) -> Row:
    return Row(name, kind, left_role="text", right_role="muted", bold=True)


def _values(symbol: str, statistics: LayerStatistics, color: QColor, current: bool) -> Values:
    role = "text" if current else "muted"
    return Values(symbol, statistics, _shade(color, current), rows(statistics, role))


def _shade(color: QColor, current: bool) -> QColor:
    return color if current else blend(color, 0.45)
