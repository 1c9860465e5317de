"""Language: installs the translations of the interface, and of Qt's own buttons and dialogs.

Widgets follow through the ``LanguageChange`` event that Qt sends when translators come and go.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from densegui import resources

ENGLISH: Final = "en"
KOREAN: Final = "ko"
SETTING: Final = "language"
_NAME: Final = "languageTranslator"


def remembered() -> str | None:
    """What the person chose the last time: "en", "ko", or None for the language of the system."""
    choice = QSettings().value(SETTING)
    return str(choice) if choice in (ENGLISH, KOREAN) else None


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
    translators = _korean()
    for translator in translators:
        translator.setObjectName(_NAME)
        translator.setParent(app)
        app.installTranslator(translator)
    return KOREAN if translators else ENGLISH


def _system_language() -> str:
    """What the desktop's first language for interfaces is, as far as we speak it."""
    first = next(iter(QLocale.system().uiLanguages()), "")
    return KOREAN if first.split("-")[0] == KOREAN else ENGLISH


def _korean() -> list[QTranslator]:
    """The translators of Korean; none where our own texts are missing or broken.

    Of several, the one installed last is asked first: Qt's, then what Qt's lacks or says amiss, then ours.
    """
    ours = resources.path("translations")
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translators = []
    for file in (qt / "qtbase_ko.qm", ours / "qt_ko.qm", ours / "densegui_ko.qm"):
        translator = QTranslator()
        is_loaded = translator.load(str(file))
        if is_loaded:
            translators.append(translator)
    return translators if is_loaded else []
