"""What a person should know of how a table was understood, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from densegui.data.errors import excerpt

if TYPE_CHECKING:
    from densegui.data.assembling import RawColumn, RawTable
    from densegui.data.labels import Guess

_LISTED_MOST: Final = 3
_COLUMNS: Final[tuple[tuple[Callable[[RawColumn], bool], str], ...]] = (
    (
        lambda c: bool(c.categories) and not c.truths,
        "Text became categories, numbered in order of appearance: {}.",
    ),
    (lambda c: c.truths, "True and false became 1 and 0: {}."),
    (lambda c: c.kind == "date", "Days became the number of days since 1970-01-01: {}."),
    (lambda c: c.large, "Whole numbers beyond 9,007,199,254,740,991 are rounded, as float64 does: {}."),
)


def remarks(raw: RawTable, names: Sequence[str], kept: Sequence[int], guess: Guess | None) -> tuple[str, ...]:
    """Returns the notes of a table, the most important first.

    Args:
        raw: the table.
        names: of its columns.
        kept: the columns that are not left out.
        guess: which of the kept columns was taken for the labels, or None.
    """
    said = [f"column {excerpt(name)}" if raw.named else f"column {j + 1}" for j, name in enumerate(names)]
    label = None if guess is None else kept[guess.column]
    notes = []
    if guess is not None and label is not None:
        notes.append(f"{guess.why.format(said[label])}; it became the labels.")
    notes += raw.notes
    if raw.bad:
        notes.append(_of_bad_lines(raw))
    notes += (
        _of_odd_cells(raw, said, kept) + _of_missing_cells(raw, said, kept) + _of_left_out(raw, said, kept)
    )
    features = [j for j in kept if j != label]
    for holds, sentence in _COLUMNS:
        if found := [said[j] for j in features if holds(raw.columns[j])]:
            notes.append(sentence.format(listed(found)))
    return tuple(notes)


def _of_bad_lines(raw: RawTable) -> str:
    places = ", ".join(f"{place:,}" for place in raw.bad_places)
    more = ", …" if raw.bad > len(raw.bad_places) else ""
    width = "1 cell" if len(raw.columns) == 1 else f"{len(raw.columns)} cells"
    if raw.bad == 1:
        return f"1 {raw.place} was left out, because it does not have {width}: {raw.place} {places}."
    which = f"{raw.place}s {places}{more}"
    return f"{raw.bad:,} {raw.place}s were left out, because they do not have {width}: {which}."


def _of_odd_cells(raw: RawTable, said: Sequence[str], kept: Sequence[int]) -> list[str]:
    odd = [j for j in kept if raw.columns[j].odd]
    if not odd:
        return []
    count = sum(raw.columns[j].odd for j in odd)
    first = []
    for j in sorted(odd, key=lambda j: raw.columns[j].first_odd or (0, "")):
        line, cell = raw.columns[j].first_odd or (0, "")
        first.append(f"{raw.place} {line:,}, {said[j]} ({excerpt(cell)})")
    kinds = {raw.columns[j].kind for j in odd}
    what = {"number": "number", "date": "day"}[kinds.pop()] if len(kinds) == 1 else "number or day"
    if count == 1:
        return [f"1 cell holds no {what} and is taken as missing: {first[0]}."]
    return [f"{count:,} cells hold no {what} and are taken as missing, the first in {listed(first, '; ')}."]


def _of_missing_cells(raw: RawTable, said: Sequence[str], kept: Sequence[int]) -> list[str]:
    missing = sorted((j for j in kept if raw.columns[j].missing), key=lambda j: -raw.columns[j].missing)
    if not missing:
        return []
    count = sum(raw.columns[j].missing for j in missing)
    each = listed([f"{said[j]} ({raw.columns[j].missing:,})" for j in missing])
    return [f"{'1 cell is' if count == 1 else f'{count:,} cells are'} empty or not finite: {each}."]


def _of_left_out(raw: RawTable, said: Sequence[str], kept: Sequence[int]) -> list[str]:
    rest = sorted(set(range(len(raw.columns))) - set(kept))
    many = [said[j] for j in rest if raw.columns[j].overflown]
    empty = [said[j] for j in rest if not raw.columns[j].overflown]
    notes = [f"Left out, because of too many different texts: {listed(many)}."] if many else []
    return notes + ([f"Left out, because nothing is in it: {listed(empty)}."] if empty else [])


def listed(words: Sequence[str], comma: str = ", ") -> str:
    """Returns the first words of a list, and how many more there are."""
    more = len(words) - _LISTED_MOST
    return comma.join(words[:_LISTED_MOST]) + (f" and {more:,} more" if more > 0 else "")
