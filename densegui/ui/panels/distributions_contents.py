"""What each column of the histograms shows of a run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_column import Contents, Values
from densegui.ui.panels.distributions_items import Row
from densegui.ui.panels.distributions_numbers import rows, z_rows
from densegui.ui.panels.distributions_shown import Shown, statistics_of
from densegui.ui.panels.plotting import blend, counted
from densegui.ui.theme import colors


def contents_of(shown: Shown, place: int) -> Contents:
    """The column of a place: x of the input, z over a of a layer; muted where the run is out of date."""
    result = shown.result
    if place == 0:
        translate = QCoreApplication.translate
        kind = counted(
            result.model.input_dim,
            translate("DistributionsPanel", "1 feature"),
            translate("DistributionsPanel", "{count} features"),
        )
        panes: tuple[Values, ...] = (_values("x", shown, 0, shown.color(0)),)
    else:
        kind = str(result.model.layers[place - 1].activation)
        before = QColor(colors().histogram)
        panes = (
            _values("z", shown, place, before if shown.current else blend(before, 0.45)),
            _values("a", shown, place, shown.color(place)),
        )
    header = Row(shown.name(place), kind, left_role="text", right_role="muted", bold=True)
    return Contents(header, panes, shown.color(place))


def _values(symbol: str, shown: Shown, place: int, color: QColor) -> Values:
    after = symbol == "a"
    statistics = statistics_of(shown.result, place, after)
    pinned: LayerStatistics | None = None
    if shown.pinned is not None and place <= len(shown.pinned.layers):
        pinned = statistics_of(shown.pinned, place, after)
    role = "text" if shown.current else "muted"
    most = {"x": 3, "z": z_rows(shown.result), "a": 4}[symbol]
    dtypes = shown.result.model.dtype, (shown.pinned or shown.result).model.dtype
    return Values(symbol, statistics, color, rows(statistics, pinned, role, most), dtypes, pinned)
