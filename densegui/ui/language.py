"""Language: installs the translations of the interface, and of Qt's own buttons and dialogs.

Widgets follow through the ``LanguageChange`` event that Qt sends when translators come and go.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from densegui import resources

ENGLISH: Final = "en"
KOREAN: Final = "ko"
_NAME: Final = "languageTranslator"


def install(app: QApplication, choice: str | None) -> str:
    """Puts the interface into a language; calling it again switches.

    Args:
        app: the application; it keeps the translators.
        choice: "en", "ko", or None for the language of the system (English where it is not Korean).

    Returns:
        The language in force: "en" or "ko"; English where the Korean texts cannot be loaded.

    Raises:
        ValueError: another choice.
    """
    if choice not in (None, ENGLISH, KOREAN):
        raise ValueError(f"choice must be 'en', 'ko' or None, not {choice!r}")
    for former in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(former)
        former.setParent(None)
    if (choice or _system_language()) == ENGLISH:
        return ENGLISH
    own = _translator(str(resources.path("translations", "densegui_ko.qm")), app)
    if own is None:
        return ENGLISH
    # Qt's come first: of two translators the one installed last is asked first.
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for translator in (_translator(f"{qt_folder}/qtbase_ko.qm", app), own):
        if translator is not None:
            translator.setObjectName(_NAME)
            app.installTranslator(translator)
    return KOREAN


def _system_language() -> str:
    """What the desktop's first language for interfaces is, as far as we speak it."""
    first = next(iter(QLocale.system().uiLanguages()), "")
    return KOREAN if first.split("-")[0] == KOREAN else ENGLISH


def _translator(file: str, app: QApplication) -> QTranslator | None:
    """The texts of a file, or None where it is missing or broken."""
    translator = QTranslator(app)
    if translator.load(file):
        return translator
    translator.setParent(None)
    return None
