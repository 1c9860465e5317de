"""The two pages of the inspector: a neuron's terms and formulas; a block's facts and scale."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from densegui.ui.panels.inspector_card import Card, Item
from densegui.ui.panels.inspector_list import TermList
from densegui.ui.panels.inspector_scale import InitScale
from densegui.ui.panels.inspector_sheet import Terms

_WIDE: Final = 30  # lines of text; two columns stand side by side from here on
_UNLIMITED: Final = 16777215  # Qt's own, which it does not name in Python


class NeuronPage(QWidget):
    """Terms and card, side by side or, where it is narrow, one over the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorNeuron")
        self.list = TermList(self)
        self.card = Card("inspectorFormulas", self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.list)
        self._row.addWidget(self.card)

    @property
    def views(self) -> tuple[QWidget, ...]:
        """All that writes in the panel's font."""
        return self, self.list, self.card

    def show_neuron(self, terms: Terms | None, items: tuple[Item, ...]) -> None:
        """Shows a neuron's terms and its card; without terms the card alone."""
        self.list.setVisible(terms is not None)
        if terms is not None:
            self.list.show_terms(terms)
        self.card.show_items(items)
        self._share()

    def _share(self) -> None:
        """Gives the card what height the terms leave, where it stands beneath them."""
        direction = QBoxLayout.Direction.LeftToRight if _is_wide(self) else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
        beside = direction == QBoxLayout.Direction.LeftToRight
        for place, part in enumerate((3, 2) if beside else (1, 1)):
            self._row.setStretch(place, part)
        most = _UNLIMITED if beside else math.ceil(self.list.sheet.full)
        if self.list.maximumHeight() != most:
            self.list.setMaximumHeight(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()


class BlockPage(QWidget):
    """What a block is, how its weights are spread, and the slider that scales them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorBlock")
        self.facts = Card("inspectorFacts", self)
        self.spreads = Card("inspectorSpreads", self)
        self.scale = InitScale(self)
        self._items: tuple[tuple[Item, ...], tuple[Item, ...]] = (), ()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2)
        row.addWidget(self.facts, 1)
        row.addWidget(self.spreads, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row, 1)
        column.addWidget(self.scale)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown, on both cards."""
        return self._items[0] + self._items[1]

    @property
    def views(self) -> tuple[QWidget, ...]:
        """All that writes in the panel's font."""
        return self, self.facts, self.spreads, *self.scale.views

    def show_block(self, facts: tuple[Item, ...], spreads: tuple[Item, ...]) -> None:
        """Shows a block; where it is narrow, all on one card."""
        self._items = facts, spreads
        wide = _is_wide(self)
        self.spreads.setVisible(wide)
        self.facts.show_items(facts if wide else (*facts, *spreads))
        if wide:
            self.spreads.show_items(spreads)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.spreads.isHidden() == _is_wide(self):
            self.show_block(*self._items)


def _is_wide(page: QWidget) -> bool:
    return page.width() >= _WIDE * page.fontMetrics().height()
