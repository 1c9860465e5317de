"""Preparation: what was read, after the steps that a person chose."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data import memory, steps
from densegui.data.dataset import Dataset
from densegui.data.draft import Draft, gathering
from densegui.data.facts import finding_gaps
from densegui.data.labelling import choosing_label
from densegui.data.loading import Loading, part
from densegui.data.one_hot import encoding
from densegui.data.operations import Line

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.steps import Step

COMPUTED_BYTES: Final = 64 * 10**6
"""Prepared rows of at most so many bytes are computed at once and kept; larger ones whenever asked for."""

_MISSING: Final = "(missing)"


def preparing(raw: Dataset, chosen: Sequence[Step]) -> Generator[Loading, None, Dataset]:
    """Prepares a set as it was read.

    Mean, standard deviation, smallest and largest number and medians are of all rows as they are at the
    step, found in passes over blocks of a fixed size; NaN and infinities do not count. What a step is
    fitted to does not depend on how the rows are read later.

    Args:
        raw: as a reader returns it, or its ``original``.
        chosen: the steps, in order; those that are not enabled are kept in mind and not done.

    Yields:
        The share that is done; every ``yield`` is a point to cancel at.

    Returns:
        A dataset whose ``original`` is ``raw`` and whose ``source.steps`` are ``chosen``; ``raw`` itself
        where there are none.

    Raises:
        DataError: a step does not fit.
    """
    chosen = tuple(chosen)
    if not chosen:
        return raw
    draft = Draft.of(raw)
    enabled = [step for step in chosen if step.enabled]
    for place, step in enumerate(enabled):
        yield from part(_APPLY[type(step)](draft, step), place, len(enabled) + 1)
    x = draft.base
    if draft.operations or draft.dropped is not None:
        x = draft.rows
        if len(x) * x.shape[1] * x.dtype.itemsize <= COMPUTED_BYTES:
            x = yield from part(gathering(draft.rows), len(enabled), len(enabled) + 1)
    yield Loading(1.0)
    return Dataset(
        draft.name,
        x,
        replace(raw.source, steps=chosen),
        feature_names=draft.feature_names,
        labels=draft.labels,
        class_names=draft.class_names,
        notes=draft.notes,
        original=raw,
        columns=draft.columns,
        picture=draft.picture,
        label_name=draft.label_name,
        targets=draft.targets,
        sample_names=draft.sample_names,
        dropped=draft.dropped,
        recipe=draft.recipe,
    )


def _transpose(draft: Draft, _step: steps.Transpose) -> Generator[Loading, None, None]:
    """Names and labels belong to rows, so they go; if every row had a text of its own, it names a feature."""
    names: Sequence[str] = draft.sample_names
    if not names and draft.labels is not None and len(draft.class_names) == len(draft.rows):
        every = draft.labels.tolist()
        names = [draft.class_names[label] for label in every] if len(set(every)) == len(every) else ()
    rows_named, base = draft.feature_names, draft.base
    if draft.operations or draft.dropped is not None or not isinstance(base, np.ndarray):
        rows = draft.rows
        memory.require(
            len(rows) * rows.shape[1] * rows.dtype.itemsize,
            f"{draft.name}: exchanging rows and columns here",
            "Make it the first step.",
        )
        base = yield from gathering(rows)
    draft.begin_anew(base.T)
    draft.feature_names, draft.sample_names = tuple(names), rows_named


def _pick_columns(draft: Draft, step: steps.PickColumns) -> Generator[Loading, None, None]:
    draft.require("choosing columns", step.columns)
    draft.take(np.array(step.columns, np.intp))
    yield Loading(1.0)


def _fill_missing(draft: Draft, step: steps.FillMissing) -> Generator[Loading, None, None]:
    if step.how == "drop":
        yield from _dropping(draft)
        return
    if draft.base.dtype.kind in "biu":  # whole numbers are never missing
        return
    values = np.zeros(draft.features)
    if step.how != "zero" or draft.categories.any():
        facts = yield from part(draft.measured(), 0, 2)
        missing = facts.missing > 0
        without = np.flatnonzero(missing & ~draft.categories & (facts.count == 0))
        if step.how != "zero" and without.size:
            raise draft.refuse(
                f'"{draft.name_of(int(without[0]))}" has no number in any row, so there is no {step.how} '
                "to fill in. Leave the column out, or fill in zero."
            )
        if step.how == "mean":
            values = facts.mean.copy()
        elif step.how == "median" and (gaps := np.flatnonzero(missing & ~draft.categories)).size:
            from densegui.data.medians import finding_medians  # noqa: PLC0415 - rarely needed

            values[gaps] = yield from part(finding_medians(draft.rows, gaps, facts.count[gaps]), 1, 2)
        _name_missing(draft, values, missing)
        values[~missing] = np.nan
        if not missing.any():
            return
    draft.fill(values)


def _name_missing(draft: Draft, values: NDArray[np.float64], missing: NDArray[np.bool_]) -> None:
    """Gives missing categories a category of their own, and its code as the value to fill in."""
    columns = list(draft.columns)
    for place in np.flatnonzero(missing & draft.categories).tolist():
        categories = columns[place].categories
        values[place] = len(categories)
        columns[place] = replace(columns[place], categories=(*categories, _MISSING))
    draft.columns = tuple(columns)


def _dropping(draft: Draft) -> Generator[Loading, None, None]:
    if draft.base.dtype.kind in "biu" and draft.targets is None:
        return
    gaps, facts = yield from finding_gaps(draft.rows, draft.targets)
    total = len(draft.rows)
    if len(gaps) == total:
        raise draft.refuse(
            "every row misses a number, so none would be left. Fill missing numbers in, or leave columns out."
        )
    draft.facts = facts
    if len(gaps):
        draft.drop(gaps, facts)
        draft.notes = (*draft.notes, f"{len(gaps):,} of {total:,} rows were left out: a number is missing.")


def _scale(draft: Draft, step: steps.Scale) -> Generator[Loading, None, None]:
    facts = yield from draft.measured()
    still = draft.categories | ~(facts.low < facts.high)
    with np.errstate(all="ignore"):
        span = facts.high - facts.low
    _check_range(draft, np.where(still, 1.0, span), "scale")
    known = ~draft.categories & (facts.count > 0)
    draft.map(
        Line(
            np.where(still, 1.0, span),
            np.where(known, facts.low, 0.0),
            None if step.high - step.low == 1 else np.where(draft.categories, 1.0, step.high - step.low),
            None if step.low == 0 else np.where(draft.categories, 0.0, step.low),
        )
    )


def _standardise(draft: Draft, _step: steps.Standardise) -> Generator[Loading, None, None]:
    facts = yield from draft.measured()
    std = np.where(draft.categories | (facts.std == 0), 1.0, facts.std)
    _check_range(draft, std, "standardise")
    draft.map(Line(std, np.where(draft.categories, 0.0, facts.mean)))


def _check_range(draft: Draft, spread: NDArray[np.float64], what: str) -> None:
    beyond = np.flatnonzero(~np.isfinite(spread))
    if beyond.size:
        raise draft.refuse(
            f'the numbers of "{draft.name_of(int(beyond[0]))}" are too large to {what}. '
            "Divide them before, or leave the column out."
        )


def _divide(draft: Draft, step: steps.Divide) -> Generator[Loading, None, None]:
    draft.map(Line(np.where(draft.categories, 1.0, step.by)))
    yield Loading(1.0)


def _flatten_order(draft: Draft, step: steps.FlattenOrder) -> Generator[Loading, None, None]:
    picture = draft.picture
    if picture is None:
        raise draft.refuse(
            "the order of flattening was to change, and at this step the rows are no pictures. "
            "Take the step out."
        )
    if picture.order != step.order:
        places = np.arange(picture.features, dtype=np.intp)
        if step.order == "channels_first":
            draft.take(picture.image(places).transpose(2, 0, 1).ravel())
        else:
            draft.take(picture.image(places).ravel())
        draft.picture = replace(picture, order=step.order)
    yield Loading(1.0)


_APPLY: Final[dict[type[Any], Callable[[Draft, Any], Generator[Loading, None, None]]]] = {
    steps.Transpose: _transpose,
    steps.ChooseLabel: choosing_label,
    steps.PickColumns: _pick_columns,
    steps.FillMissing: _fill_missing,
    steps.OneHot: encoding,
    steps.Scale: _scale,
    steps.Divide: _divide,
    steps.Standardise: _standardise,
    steps.FlattenOrder: _flatten_order,
}
