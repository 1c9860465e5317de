"""Draft: a dataset between two steps of its preparation."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.data.dataset import Column, Dataset, Picture
from densegui.data.errors import DataError
from densegui.data.facts import Facts, measuring
from densegui.data.loading import Loading
from densegui.data.operations import Fill, Line, Operation, Take
from densegui.data.prepared import Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.rows import Rows


@dataclass(slots=True, eq=False)
class Draft:
    """What ``Dataset`` holds, open for change; x is ``rows``.

    Attributes:
        base: the rows that operations begin with.
        operations: what they go through.
        dropped: rows of ``base`` that are left out.
        facts: of the rows as they are now, if a pass has told them.
        recipe: what a row as read goes through, with the columns that ``base`` has left out already; None
            once rows and columns were exchanged.
    """

    name: str
    base: Rows
    feature_names: tuple[str, ...]
    columns: tuple[Column, ...]
    picture: Picture | None
    labels: NDArray[np.int64] | None
    class_names: tuple[str, ...]
    label_name: str
    targets: NDArray[np.float64] | None
    sample_names: Sequence[str]
    notes: tuple[str, ...]
    operations: tuple[Operation, ...] = field(default=())
    dropped: NDArray[np.int64] | None = None
    facts: Facts | None = None
    recipe: tuple[Operation, ...] | None = ()

    @staticmethod
    def of(raw: Dataset) -> Draft:
        """Returns a set as it was read."""
        return Draft(
            raw.name,
            raw.x,
            raw.feature_names,
            raw.columns,
            raw.picture,
            raw.labels,
            raw.class_names,
            raw.label_name,
            raw.targets,
            raw.sample_names,
            raw.notes,
        )

    @property
    def rows(self) -> Prepared:
        """The rows as they are now."""
        return Prepared(self.base, self.operations, self.dropped)

    @property
    def features(self) -> int:
        """Number of features now."""
        return self.rows.shape[1]

    @property
    def categories(self) -> NDArray[np.bool_]:
        """Which features are codes of categories, (features,)."""
        if not self.columns:
            return np.zeros(self.features, bool)
        return np.array([bool(column.categories) for column in self.columns])

    def name_of(self, feature: int) -> str:
        """What a sentence calls a feature."""
        return self.feature_names[feature] if self.feature_names else f"feature {feature + 1}"

    def refuse(self, problem: str) -> DataError:
        """Returns the error of a step that does not fit."""
        return DataError(f"{self.name}: {problem}")

    def require(self, what: str, columns: Sequence[int]) -> None:
        """Raises ``DataError`` unless all these features are there."""
        if (last := max(columns)) >= self.features:
            raise self.refuse(
                f"{what} needs column {last + 1}, and there are only {self.features} at this step. "
                "Take the step out, or choose again."
            )

    def measured(self) -> Generator[Loading, None, Facts]:
        """Returns the facts, after a pass if they are not known."""
        if self.facts is None:
            self.facts = yield from measuring(self.rows)
        return self.facts

    def operate(self, operation: Operation) -> None:
        """Lets every row go through one more operation."""
        self.operations = (*self.operations, operation)
        self._note(operation)

    def take(self, columns: NDArray[np.intp]) -> None:
        """Keeps these features; evenly spaced ones of an array are a view."""
        steps = set(np.diff(columns).tolist()) or {1}
        if not self.operations and isinstance(self.base, np.ndarray) and len(steps) == 1 and min(steps) > 0:
            self.base = self.base[:, columns[0] : columns[-1] + 1 : steps.pop()]
            self._note(Take(columns))
        else:
            self.operate(Take(columns))
        if self.facts is not None:
            self.facts = self.facts.taken(columns)
        if self.feature_names:
            self.feature_names = tuple(self.feature_names[c] for c in columns.tolist())
        if self.columns:
            self.columns = tuple(self.columns[c] for c in columns.tolist())
        self.picture = None

    def map(self, line: Line) -> None:
        """Maps every feature."""
        self.operate(line)
        if self.facts is not None:
            self.facts = self.facts.mapped(line)

    def fill(self, values: NDArray[np.float64]) -> None:
        """Puts numbers where they are missing."""
        self.operate(Fill(values))
        if self.facts is not None:
            self.facts = self.facts.filled(values)

    def drop(self, rows: NDArray[np.int64], facts: Facts) -> None:
        """Leaves rows out; no other row misses a number."""
        kept = np.ones(len(self.rows), bool)
        kept[rows] = False
        raw = self.rows.raw_rows(rows).astype(np.int64)
        self.dropped = raw if self.dropped is None else np.union1d(self.dropped, raw)
        self.facts = facts
        if self.labels is not None:
            self.labels = self.labels[kept]
        if self.targets is not None:
            self.targets = self.targets[kept]
        if self.sample_names:
            self.sample_names = tuple(self.sample_names[row] for row in np.flatnonzero(kept).tolist())

    def begin_anew(self, base: Rows) -> None:
        """Goes on with other rows, of which nothing is known."""
        self.base, self.operations, self.dropped, self.facts = base, (), None, None
        self.recipe = None
        self.feature_names, self.columns, self.picture = (), (), None
        self.labels = self.targets = None
        self.class_names, self.label_name, self.sample_names = (), "", ()

    def _note(self, operation: Operation) -> None:
        if self.recipe is not None:
            self.recipe = (*self.recipe, operation)


def gathering(rows: Prepared) -> Generator[Loading, None, NDArray[Any]]:
    """Computes prepared rows to an array.

    Yields:
        The share that is computed.

    Returns:
        (N, features).
    """
    values = np.empty(rows.shape, rows.dtype)
    for start, block in rows.blocks():
        values[start : start + len(block)] = block
        yield Loading((start + len(block)) / len(rows))
    return values
