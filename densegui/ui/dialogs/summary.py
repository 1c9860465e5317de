"""The summary of a stack as a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from densegui.document import summary
from densegui.engine import Model
from densegui.ui.dialogs.table_dialog import Group, Table


def summary_table(model: Model, *, samples_in_columns: bool) -> Table:
    """Returns what the summary dialog shows, in the language in force."""
    translate = QCoreApplication.translate
    header = (
        translate("Summary", "Layer"),
        translate("Summary", "Output shape"),
        translate("Summary", "Connections"),
        translate("Summary", "Parameters"),
        translate("Summary", "Multiply-adds"),
        translate("Summary", "Memory"),
    )
    first = (
        translate("Summary", "input"),
        summary.shape(model.input_dim, samples_in_columns=samples_in_columns),
        "", "", "", "",
    )  # fmt: skip
    body = (first, *summary.rows(model, samples_in_columns=samples_in_columns))
    total = (translate("Summary", "Total"), "", *summary.totals(model))
    return Table(
        "summaryDialog",
        translate("Summary", "Summary of the stack"),
        header,
        (Group("", body), Group("", (total,))),
        summary.as_text(header, body, total),
        numbers_from=2,
    )
