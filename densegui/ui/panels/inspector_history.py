"""The way a person took from neuron to neuron, to go back on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from densegui.ui.focus import Focus

_LONGEST: Final = 200


class Visited:
    """The neurons looked at before the one of now, the last at the end."""

    def __init__(self) -> None:
        self._before: list[Focus] = []
        self._returning: tuple[int | None, int | None] | None = None

    def __len__(self) -> int:
        return len(self._before)

    def move(self, before: Focus, after: Focus) -> None:
        """Remembers a neuron that is left for another, unless the step is one back."""
        place = after.layer_id, after.unit
        if place == (before.layer_id, before.unit):
            return
        if place == self._returning:
            self._before.pop()
        elif before.unit is not None:
            self._before = [*self._before[1 - _LONGEST :], before]
        self._returning = None

    def back(self, now: Focus) -> Focus | None:
        """The last neuron, for the sample of now; it is forgotten when it is shown again."""
        if not self._before:
            return None
        last = self._before[-1]
        self._returning = last.layer_id, last.unit
        return replace(last, sample=now.sample)

    def keep(self, sizes: dict[int | None, int]) -> None:
        """Forgets neurons that are no more, given the number of units of each layer id."""
        self._before = [f for f in self._before if f.unit is not None and f.unit < sizes.get(f.layer_id, 0)]
