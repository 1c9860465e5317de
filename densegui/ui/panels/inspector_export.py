"""What the inspector gives away: its page as plain text, and the numbers behind it as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from densegui.ui.panels import inspector_block as block
from densegui.ui.panels import inspector_words as words
from densegui.ui.panels.inspector_card import Item, said
from densegui.ui.panels.inspector_findings import Findings
from densegui.ui.panels.inspector_neuron import standing_notes
from densegui.ui.panels.inspector_terms import sorted_terms
from densegui.ui.panels.sample_text import sample_text


def numbers_of(findings: Findings, *, by_size: bool) -> Iterator[Sequence[object]]:
    """The terms of a neuron, or the histograms of a block, with every digit; a header first."""
    if findings.focus.unit is None:
        return block.rows_of(findings.block_numbers())
    found = findings.explained()
    if found is None:
        return iter(())
    order = sorted_terms(found.explanation.products, by_size)
    return words.rows_of(found.explanation, findings.input_names(found), order)


def text_of(findings: Findings, title: str, items: tuple[Item, ...]) -> str:
    """All of a page in plain text, with every digit; empty where nothing is looked at.

    Args:
        findings: the numbers.
        title: what is looked at.
        items: what the page says in words.
    """
    if findings.place is None:
        return ""
    found = findings.explained()
    if found is None:
        return "\n".join([title, *said(items, full=True)]) + "\n"
    heading = f"{title}, {sample_text(found.explanation.sample)}"
    names = findings.input_names(found)
    notes = standing_notes(found.model, found.explanation, findings.standing(), faded=found.faded)
    return words.plain_text(heading, found.explanation, names, found.model, notes)
