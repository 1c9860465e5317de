"""Colours and fonts, light and dark: one colour language for bricks, plots and graph.

Sign is hue (blue positive, orange negative), magnitude is width or intensity, and each family of
activations has one colour. Bare X11 and the offscreen platform ignore colour schemes, so the whole
palette is our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from densegui import resources

FONT_FAMILIES: Final = ("Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic")


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one scheme, as ``#rrggbb``.

    Attributes:
        window: behind the panels.
        panel: behind text, plots and bricks.
        raised: buttons and fields.
        border: hairlines.
        text: words and numbers.
        muted: secondary words, axes.
        accent: selection, drop bar, default button.
        run: behind Run forward.
        plate: the base plate.
        positive: numbers above zero.
        negative: numbers below zero.
        warning: what a person should look at.
        histogram: bars beneath a curve.
        families: activation family → fill with white text at 4.5:1 or more.
        curves: activation family → line on the panel's background.
    """

    window: str
    panel: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    run: str
    plate: str
    positive: str
    negative: str
    warning: str
    histogram: str
    families: Mapping[str, str]
    curves: Mapping[str, str]


_LIGHT_FAMILIES: Final = MappingProxyType(
    {
        "relu": "#2C6FB0",
        "tanh": "#1E7F5C",
        "sigmoid": "#B45F14",
        "gelu": "#7C55BD",
        "softmax": "#BF3F67",
        "linear": "#5D6C7E",
        "step": "#7A6A20",
    }
)
LIGHT: Final = Colors(
    window="#F3F4F6",
    panel="#FFFFFF",
    raised="#F7F8FA",
    border="#D9DDE3",
    text="#1F2733",
    muted="#626D7B",
    accent="#2F6FDE",
    run="#E3EDFD",
    plate="#B9C2CC",
    positive="#2F7FC1",
    negative="#E07B2A",
    warning="#B3261E",
    histogram="#B8BEC6",
    families=_LIGHT_FAMILIES,
    curves=_LIGHT_FAMILIES,
)
DARK: Final = Colors(
    window="#15181D",
    panel="#1C2027",
    raised="#262B34",
    border="#363D48",
    text="#E6E9EE",
    muted="#9AA4B2",
    accent="#6AA2FF",
    run="#24395C",
    plate="#4A535F",
    positive="#4C9FE6",
    negative="#F0904A",
    warning="#FF8A80",
    histogram="#4C5462",
    families=MappingProxyType(
        {
            "relu": "#2D6CA8",
            "tanh": "#217A5A",
            "sigmoid": "#AD5F1B",
            "gelu": "#7350AD",
            "softmax": "#B03D62",
            "linear": "#556273",
            "step": "#746520",
        }
    ),
    curves=MappingProxyType(
        {
            "relu": "#5AA2E6",
            "tanh": "#4CB78F",
            "sigmoid": "#E0924A",
            "gelu": "#A98BE0",
            "softmax": "#E57A9C",
            "linear": "#A3AFBF",
            "step": "#C2AE57",
        }
    ),
)

_current: Colors = LIGHT


def colors() -> Colors:
    """The colours in force. Widgets read them when painting, and again on ``PaletteChange``."""
    return _current


def is_dark() -> bool:
    """Whether the dark scheme is in force."""
    return _current is DARK


def apply(app: QApplication, dark: bool) -> None:
    """Sets the palette of the whole application; every widget gets a ``PaletteChange`` event."""
    global _current  # noqa: PLW0603 - a scheme belongs to the application, of which there is one
    _current = DARK if dark else LIGHT
    app.setPalette(_palette(_current))
    app.setStyleSheet(_style_sheet(_current))


def system_is_dark(app: QApplication) -> bool:
    """Whether the desktop asks for dark windows."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def application_font(base: QFont) -> QFont:
    """The application's font: families that have Korean, then the system's."""
    font = QFont(base)
    font.setFamilies([*FONT_FAMILIES, base.family()])
    return font


def _palette(scheme: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    chosen = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.panel,
        role.AlternateBase: scheme.raised,
        role.Text: scheme.text,
        role.Button: scheme.raised,
        role.ButtonText: scheme.text,
        role.BrightText: "#FFFFFF",
        role.ToolTipBase: scheme.raised,
        role.ToolTipText: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Highlight: scheme.accent,
        role.HighlightedText: "#FFFFFF" if scheme is LIGHT else "#10131A",
        role.Link: scheme.accent,
        role.Light: scheme.panel,
        role.Midlight: scheme.border,
        role.Mid: scheme.border,
        role.Dark: scheme.muted,
        role.Shadow: scheme.text,
        role.Accent: scheme.accent,
    }
    for key, value in chosen.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(scheme.muted)
        faded.setAlpha(150)
        palette.setColor(QPalette.ColorGroup.Disabled, key, faded)
    return palette


def _style_sheet(scheme: Colors) -> str:
    # Fusion draws outlines darker than the window, which in dark cannot be seen.
    check = resources.path("icons", "check.svg").as_posix()
    return f"""
        QToolTip {{
            background: {scheme.raised}; color: {scheme.text};
            border: 1px solid {scheme.border}; padding: 4px;
        }}
        QMainWindow::separator {{ background: {scheme.window}; width: 6px; height: 6px; }}
        QToolBar {{ border: none; border-bottom: 1px solid {scheme.border}; padding: 4px 6px; spacing: 2px; }}
        QToolButton#runButton {{
            background: {scheme.run}; border: 1px solid {scheme.accent}; border-radius: 5px;
            padding: 4px 12px 4px 8px; font-weight: 600;
        }}
        QToolButton#runButton:hover, QToolButton#runButton:focus {{
            border-width: 2px; padding: 3px 11px 3px 7px;
        }}
        QToolButton#runButton:disabled {{ background: {scheme.raised}; border-color: {scheme.border}; }}
        QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
            width: 13px; height: 13px; background: {scheme.panel}; border: 1px solid {scheme.muted};
        }}
        QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: 3px; }}
        QRadioButton::indicator {{ border-radius: 7px; }}
        QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
            background: {scheme.accent}; border-color: {scheme.accent}; image: url("{check}");
        }}
        QRadioButton::indicator:checked {{ width: 5px; height: 5px; border: 5px solid {scheme.accent}; }}
        QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {scheme.border}; }}
    """


def family_fill(family: str) -> QColor:
    """Fill of a brick; white text on it is legible."""
    return QColor(_current.families.get(family, _current.families["linear"]))


def family_curve(family: str) -> QColor:
    """Line of an activation curve on the panel's background."""
    return QColor(_current.curves.get(family, _current.curves["linear"]))


class SchemeFollower(QObject):
    """Follows the desktop's light or dark scheme, unless the user has chosen one."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: bool | None = None
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._on_scheme_changed()

    def choose(self, dark: bool | None) -> None:
        """Sets dark or light; None follows the desktop."""
        self._choice = dark
        self._on_scheme_changed()

    def _on_scheme_changed(self) -> None:
        dark = system_is_dark(self._app) if self._choice is None else self._choice
        apply(self._app, dark)
