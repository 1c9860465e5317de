"""What a sample is called: its row in the data, or the drawing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QSpinBox

from densegui.ui.focus import DRAWN_SAMPLE


def sample_text(sample: int) -> str:
    """Such as "sample 7", as it stands within a sentence."""
    translate = QCoreApplication.translate
    if sample == DRAWN_SAMPLE:
        return translate("Samples", "the drawn sample")
    return translate("Samples", "sample {number}").format(number=f"{sample:,}")


def show_number(field: QSpinBox, sample: int) -> None:
    """Shows a sample in a field for rows, which says nothing of it to others."""
    drawn = sample == DRAWN_SAMPLE
    with QSignalBlocker(field):
        field.setMinimum(DRAWN_SAMPLE if drawn else 0)
        field.setSpecialValueText(QCoreApplication.translate("Samples", "drawn") if drawn else "")
        field.setValue(sample)
