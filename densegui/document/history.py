"""History: a list of old values. Undo is going back in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

T = TypeVar("T")

MAX_STEPS: Final = 1000


@dataclass(frozen=True, slots=True)
class _Step(Generic[T]):
    """One change: the value on its other side, what the user calls it, its bytes once reckoned."""

    value: T
    label: str
    merge: Hashable | None
    cost: int | None = None


class History(Generic[T]):
    """The value now, what was before it, and what undo took back.

    Values are frozen and share what they have in common, so a step costs what changed in it.
    """

    def __init__(self, value: T) -> None:
        self._value = value
        self._past: list[_Step[T]] = []
        self._future: list[_Step[T]] = []

    @property
    def value(self) -> T:
        """The value now."""
        return self._value

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._past[-1].label if self._past else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back; None when there is nothing."""
        return self._future[-1].label if self._future else None

    def commit(self, value: T, label: str, merge: Hashable | None = None) -> None:
        """Makes ``value`` the value now.

        Args:
            value: the new value.
            label: what the user reads behind "Undo".
            merge: changes in a row with equal keys are one step; None never merges.
        """
        last = self._past[-1] if self._past else None
        if merge is not None and last is not None and last.merge == merge and not self._future:
            self._past.pop()
            if last.value != value:
                self._past.append(replace(last, cost=None))
        else:
            self._past.append(_Step(self._value, label, merge))
            del self._past[:-MAX_STEPS]
        self._future.clear()
        self._value = value

    def undo(self) -> None:
        """Goes one step back, if there is one."""
        if self._past:
            step = self._past.pop()
            self._future.append(_Step(self._value, step.label, None))
            self._value = step.value

    def redo(self) -> None:
        """Goes one step forward, if there is one."""
        if self._future:
            step = self._future.pop()
            self._past.append(_Step(self._value, step.label, None))
            self._value = step.value

    def trim(self, weigh: Callable[[T], dict[int, int]], budget: int) -> None:
        """Forgets the oldest steps that hold more than ``budget`` bytes together.

        Args:
            weigh: identities of the arrays a value holds, with their sizes in bytes. A step costs those that
                the value after it does not hold; it is reckoned once, so an array that comes back later
                counts again.
            budget: bytes all steps back may hold, beyond what the value now holds.
        """
        after = self._value
        total = 0
        for index in range(len(self._past) - 1, -1, -1):
            step = self._past[index]
            if step.cost is None:
                shared = weigh(after)
                cost = sum(size for key, size in weigh(step.value).items() if key not in shared)
                step = self._past[index] = replace(step, cost=cost)
            after = step.value
            total += step.cost or 0
            if total > budget:
                del self._past[: index + 1]
                return
