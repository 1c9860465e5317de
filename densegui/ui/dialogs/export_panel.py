"""The dialog that asks which panel to export, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

MAX_SCALE = 8


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What a person wants to export.

    Attributes:
        panel: name of the panel.
        suffix: ``"png"``, ``"svg"`` or ``"csv"``.
        scale: pixels of a PNG for each pixel of the panel.
    """

    panel: str
    suffix: str
    scale: int


class ExportDialog(QDialog):
    """Which panel, as what, how large.

    Args:
        titles: name → title of the panels that can be exported.
        chosen: name of the one that is chosen at first.
        parent: the window.
    """

    def __init__(self, titles: Mapping[str, str], chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export a panel"))
        self._panel = self._choice("exportPanelName", self.tr("The panel to export"), titles)
        self._panel.setCurrentIndex(list(titles).index(chosen))
        formats = {
            "png": self.tr("Picture (PNG)"),
            "svg": self.tr("Drawing that can be scaled (SVG)"),
            "csv": self.tr("The numbers behind it (CSV)"),
        }
        self._format = self._choice("exportFormat", self.tr("What kind of file"), formats)
        self._format.currentIndexChanged.connect(self._on_format_changed)
        self._scale = QSpinBox()
        self._scale.setObjectName("exportScale")
        self._scale.setAccessibleName(self.tr("Scale"))
        self._scale.setToolTip(self.tr("How many pixels of the picture stand for one of the screen"))
        self._scale.setRange(1, MAX_SCALE)
        self._scale.setValue(2)
        self._scale.setSuffix(" ×")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("Panel"), self._panel)
        form.addRow(self.tr("As"), self._format)
        form.addRow(self.tr("Scale"), self._scale)
        form.addRow(buttons)

    def wish(self) -> ExportWish:
        """What is chosen."""
        return ExportWish(self._panel.currentData(), self._format.currentData(), self._scale.value())

    def _choice(self, name: str, tip: str, texts: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(tip)
        box.setToolTip(tip)
        for key, text in texts.items():
            box.addItem(text, key)
        return box

    def _on_format_changed(self) -> None:
        form = self.layout()
        if isinstance(form, QFormLayout):
            form.setRowVisible(self._scale, self._format.currentData() == "png")
        self.adjustSize()
