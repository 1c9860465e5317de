"""Which functions the activation panel draws: the block's own, and those a person compares it with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from densegui.engine import Activation


@dataclass(frozen=True, slots=True)
class Choice:
    """What is drawn.

    Attributes:
        drawn: functions of one variable, the block's own first if it is among them.
        has_own: whether it is.
        left_out: whether a function of whole rows (softmax) was wanted, which is no curve.
        as_bars: whether the block's own is one and nothing else is wanted: it is shown as what it is.
    """

    drawn: tuple[Activation, ...]
    has_own: bool
    left_out: bool
    as_bars: bool


def chosen(own: Activation, compared: Sequence[Activation], *, wants_own: bool) -> Choice:
    """Returns what is drawn of the block's own function and the compared ones."""
    curves = [activation for activation in compared if not activation.function.rowwise]
    left_out = own.function.rowwise or len(curves) < len(compared)
    if own.function.rowwise:
        return Choice(tuple(curves), has_own=False, left_out=left_out, as_bars=not curves)
    if wants_own or not curves:
        others = (activation for activation in curves if activation != own)
        return Choice((own, *others), has_own=True, left_out=left_out, as_bars=False)
    return Choice(tuple(curves), has_own=False, left_out=left_out, as_bars=False)
