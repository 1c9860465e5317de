"""Looks: the colours and the language that a person has chosen, from one start of the program to the next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from densegui.ui import language, theme

_THEMES: Final = {"themeSystem": None, "themeLight": False, "themeDark": True}
_LANGUAGES: Final = {
    None: "languageSystem",
    language.ENGLISH: "languageEnglish",
    language.KOREAN: "languageKorean",
}


class Looks(QObject):
    """One method for each action of colours and languages, in snake case.

    Args:
        follower: gives the application its colours; at once those of the last time.
        parent: its owner.
    """

    def __init__(self, follower: theme.SchemeFollower, parent: QObject) -> None:
        super().__init__(parent)
        self._follower = follower
        kept = str(QSettings().value("theme"))
        self._theme = kept if kept in _THEMES else "themeSystem"
        follower.choose(_THEMES[self._theme])

    def chosen(self) -> tuple[str, str]:
        """The actions that say what is chosen: of the colours, and of the language."""
        return self._theme, _LANGUAGES[language.remembered()]

    def theme_system(self) -> None:
        """Light or dark as the desktop is."""
        self._choose_theme("themeSystem")

    def theme_light(self) -> None:
        """Light colours."""
        self._choose_theme("themeLight")

    def theme_dark(self) -> None:
        """Dark colours."""
        self._choose_theme("themeDark")

    def language_system(self) -> None:
        """Korean where the desktop is, else English."""
        self._choose_language(None)

    def language_english(self) -> None:
        """English."""
        self._choose_language(language.ENGLISH)

    def language_korean(self) -> None:
        """Korean."""
        self._choose_language(language.KOREAN)

    def _choose_theme(self, name: str) -> None:
        self._theme = name
        self._follower.choose(_THEMES[name])
        QSettings().setValue("theme", name)

    def _choose_language(self, choice: str | None) -> None:
        QSettings().setValue(language.SETTING, choice or "")
        app = QApplication.instance()
        if isinstance(app, QApplication):
            language.install(app, choice)
