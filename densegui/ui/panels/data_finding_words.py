"""Findings in words: what was found in the language in force, and what would mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from densegui.data.steps import ChooseLabel, Divide, FillMissing, OneHot, PickColumns
from densegui.ui.panels import data_step_words as step_words

if TYPE_CHECKING:
    from densegui.data.findings import Finding
    from densegui.data.steps import Step


# The data say it in English, with their names and numbers; these are for other languages.
_PLAIN: Final[dict[str, Any]] = {
    "missing": QT_TRANSLATE_NOOP(
        "DataFindings", "Values are missing. Whatever is computed from a missing value is missing too."
    ),
    "label": QT_TRANSLATE_NOOP(
        "DataFindings",
        "A feature says what is to be predicted. A network that is given the answer learns nothing else.",
    ),
    "id": QT_TRANSLATE_NOOP(
        "DataFindings",
        "A feature only numbers the rows. A network can learn rows by heart from it, and nothing else.",
    ),
    "categories": QT_TRANSLATE_NOOP(
        "DataFindings",
        "The codes of a category stand in x. A network takes them for sizes; with one-hot it does not.",
    ),
    "pixels": QT_TRANSLATE_NOOP(
        "DataFindings", "Pixels are far above 1. Networks learn better from numbers between 0 and 1."
    ),
    "scales": QT_TRANSLATE_NOOP(
        "DataFindings", "Features are on very different scales. The largest drown the others."
    ),
}


def finding_text(finding: Finding) -> str:
    """What was found, in the language in force."""
    plain: str = _PLAIN[finding.kind]
    said = QCoreApplication.translate("DataFindings", plain)
    return finding.text if said == plain else said


def repair_text(step: Step) -> str:
    """What a repair does, in two or three words."""
    translate = QCoreApplication.translate
    if isinstance(step, Divide):
        return translate("DataFindings", "Divide by {by}").format(by=step_words.value_text("by", step.by, ()))
    if isinstance(step, FillMissing):
        return translate("DataFindings", "Fill in the mean")
    if isinstance(step, PickColumns):
        return translate("DataFindings", "Leave it out")
    if isinstance(step, ChooseLabel):
        return translate("DataFindings", "Use as label")
    return translate("DataFindings", "One-hot") if isinstance(step, OneHot) else step_words.title(step)
