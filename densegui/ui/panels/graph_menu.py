"""The menu of the neuron graph: its direction, what wide layers show, and how weights are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from densegui.ui.panels.graph_options import CHOICES, Lines, Options, Wide, word


class GraphMenu(QToolButton):
    """A button that opens the choices.

    Signals:
        options_changed(object): the ``Options`` chosen now.
    """

    options_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphViewMenu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._options = Options()
        self._menu = QMenu(self)
        self._titles: dict[str, QAction] = {}
        self._choices: dict[str, dict[Any, QAction]] = {}
        for field in ("upward", "wide", "lines", "keep"):
            self._add(field, CHOICES[field])
        self.setMenu(self._menu)
        self._retranslate()

    @property
    def options(self) -> Options:
        """What is chosen."""
        return self._options

    def choose(self, **choice: Any) -> None:
        """Makes one choice, such as ``upward=True``, as a person would in the menu."""
        options = replace(self._options, **choice)
        if options != self._options:
            self._options = options
            for field, value in choice.items():
                if field in self._choices:
                    self._choices[field][value].setChecked(True)
            self.options_changed.emit(options)

    def _add(self, field: str, values: tuple[Any, ...]) -> None:
        """A section of actions of which one is checked."""
        self._titles[field] = self._menu.addSection("")
        group = QActionGroup(self._menu)
        group.setObjectName(field)
        group.triggered.connect(self._on_triggered)
        self._choices[field] = {}
        for value in values:
            action = QAction(self._menu)
            action.setObjectName(f"graph_{field}_{word(value)}")
            action.setCheckable(True)
            action.setChecked(value == getattr(self._options, field))
            action.setData((field, value))
            group.addAction(action)
            self._menu.addAction(action)
            self._choices[field][value] = action

    def _retranslate(self) -> None:
        self.setText(self.tr("View"))
        self.setAccessibleName(self.tr("View of the graph"))
        self.setToolTip(self.tr("Direction, wide layers, lines or heat map, and the number of lines"))
        self._titles["upward"].setText(self.tr("Direction"))
        self._titles["wide"].setText(self.tr("Wide layers show"))
        self._titles["lines"].setText(self.tr("Weights of a layer"))
        self._titles["keep"].setText(self.tr("Strongest lines into each neuron"))
        words: dict[str, dict[Any, str]] = {
            "upward": {
                False: self.tr("Left to right"),
                True: self.tr("Bottom to top, as the bricks"),
            },
            "wide": {
                Wide.ENDS: self.tr("The first and the last neurons"),
                Wide.ACTIVE: self.tr("The neurons of largest |a|"),
                Wide.WEIGHTY: self.tr("The neurons of largest Σ|w|"),
                Wide.PARTNERS: self.tr("Those strongest connected to the selected neuron"),
            },
            "lines": {
                Lines.AUTO: self.tr("Lines, or a heat map beyond 10,000 weights"),
                Lines.LINES: self.tr("Lines"),
                Lines.HEAT: self.tr("Heat map"),
            },
            "keep": {0: self.tr("As many as can be told apart")},
        }
        for field, actions in self._choices.items():
            for value, action in actions.items():
                action.setText(words[field].get(value, str(value)))

    def _on_triggered(self, action: QAction) -> None:
        field, value = action.data()
        self.choose(**{field: value})

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
