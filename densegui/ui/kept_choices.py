"""Kept choices: what a person chose in a panel, from one start of the program to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, QSettings

_GROUP: Final = "panels"


class KeptChoices(QObject):
    """Gives a panel the choices of the last time, and keeps those that are made.

    Args:
        name: of the panel, in the settings.
        panel: has ``choices_changed``, with words by name, and ``show_choices``; it owns this.
    """

    def __init__(self, name: str, panel: Any) -> None:
        super().__init__(panel)
        self._place = f"{_GROUP}/{name}"
        settings = QSettings()
        settings.beginGroup(self._place)
        words = {key: str(settings.value(key)) for key in settings.childKeys()}
        if words:
            panel.show_choices(words)
        panel.choices_changed.connect(self._on_changed)

    def _on_changed(self, words: Mapping[str, str]) -> None:
        settings = QSettings()
        for key, word in words.items():
            settings.setValue(f"{self._place}/{key}", word)
