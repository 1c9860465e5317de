"""The sum behind a cell of Z, and the activation behind a cell of A, as a person writes them out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import exact, short
from densegui.ui.panels.plotting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from densegui.ui.panels.matrices_product import Axis, Cell, Kind, Product

Role = Literal["text", "muted", "positive", "negative", "warning"]
_IN_TIP: Final = 12  # terms


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one colour; ``strong`` ones stand out."""

    text: str
    role: Role = "text"
    strong: bool = False


Chunk = tuple[Piece, ...]  # stays together on one line


def plain(chunks: Iterable[Chunk]) -> str:
    """The characters alone, in one line."""
    return " ".join("".join(piece.text for piece in chunk) for chunk in chunks)


def cell_tip(product: Product, cell: Cell) -> str:
    """The number of a cell with every digit, z and a together, and whose it is."""
    places = product.places(cell)
    kinds: tuple[Kind, ...] = ("z", "a") if cell.kind in {"z", "a"} else (cell.kind,)
    lines = [
        f"{product.entry(kind, places)} = {exact(product.value(replace(cell, kind=kind)))}" for kind in kinds
    ]
    names = [product.label(axis, index) for axis, index in places.items() if product.names(axis)]
    return "\n".join([*lines, ", ".join(names)] if names else lines)


class CellSum:
    """How z and a of one sample and one neuron come about.

    Args:
        product: the matrices.
        sample: row of X.
        unit: column of W.
        source: the input whose term stands out; None for none.
    """

    def __init__(self, product: Product, sample: int, unit: int, source: int | None = None) -> None:
        self._product = product
        self._sample, self._unit, self._source = sample, unit, source
        self._places: dict[Axis, int] = {"sample": sample, "unit": unit}
        self._x = product.x[sample].astype(np.float64)
        self._w = product.w[:, unit].astype(np.float64)
        with np.errstate(all="ignore"):
            self._terms = self._x * self._w

    def z(self, most: int) -> list[Chunk]:
        """Such as "z[3, 1] = 5.1·0.02 + 3.5·(−0.01) + b 0.1 = 0.167".

        Args:
            most: so many terms are written out: the first and the largest; the others are summed up.
                0 leaves the sum of them all.
        """
        product, chosen = self._product, self._chosen(most)
        left_out = len(self._terms) - len(chosen)
        chunks: list[Chunk] = [(Piece(product.entry("z", self._places), strong=True), Piece(" ="))]
        chunks += [self._term(index, numbered=left_out > 0) for index in chosen]
        if left_out:
            others = np.ones(len(self._terms), bool)
            others[chosen] = False
            with np.errstate(all="ignore"):
                rest = float(self._terms[others].sum())
            translate = QCoreApplication.translate
            one, many = (
                translate("MatricesPanel", "1 more term"),
                translate("MatricesPanel", "{count} more terms"),
            )
            words = counted(left_out, one, many)
            start = Piece("+ … " if chosen else "… ")
            chunks.append((start, Piece(f"{words} (", "muted"), _number(rest), Piece(")", "muted")))
        if product.b is not None:
            bias = _number(float(product.b[0, self._unit]), bracketed=True)
            chunks.append((Piece("+ "), Piece("b ", "muted"), bias))
        total = float(product.z[self._sample, self._unit])
        return [*chunks, (Piece("= "), _number(total, strong=True))]

    def a(self) -> list[Chunk]:
        """Such as "a[3, 1] = relu(0.167) = 0.167"; softmax with the sum that it divides by."""
        product = self._product
        z, a = (float(array[self._sample, self._unit]) for array in (product.z, product.a))
        activation = product.layer.activation
        chunks: list[Chunk] = [(Piece(product.entry("a", self._places), strong=True), Piece(" ="))]
        if activation.function.rowwise:
            chunks += self._softmax(z)
        else:
            values = "".join(f", {_sign(key)} = {short(value)}" for key, value in activation.parameters)
            chunks.append((Piece(f"{activation.name}("), _number(z), Piece(f"{values})")))
        return [*chunks, (Piece("= "), _number(a, strong=True))]

    def exact(self) -> str:
        """Every number with all its digits, one term a line; of a long sum the first and the largest."""
        product, lines = self._product, []
        x, w = product.x[self._sample], product.w[:, self._unit]
        chosen = self._chosen(_IN_TIP)
        for index in chosen:
            places: dict[Axis, int] = {**self._places, "input": index}
            names = f"{product.entry('x', places)}·{product.entry('w', places)}"
            lines.append(f"{names} = {exact(x[index])} · {exact(w[index])}")
        if len(chosen) < len(x):
            lines.append("…")
        for kind, array in (("b", product.b), ("z", product.z), ("a", product.a)):
            if array is not None:
                value = array[0 if kind == "b" else self._sample, self._unit]
                lines.append(f"{product.entry(kind, self._places)} = {exact(value)}")  # type: ignore[arg-type] # three of the kinds
        return "\n".join(lines)

    def _chosen(self, most: int) -> list[int]:
        """The terms that are written out, in their order: all, or the first and the largest."""
        count = len(self._terms)
        if count <= most:
            return list(range(count))
        first = min(3, most // 2)
        size = np.abs(np.where(np.isnan(self._terms), np.inf, self._terms))
        if self._source is not None:
            size[self._source] = np.inf
        size[:first] = -1.0
        strongest = np.argpartition(size, first - most - 1)[count - most + first :]
        return sorted([*range(first), *strongest.tolist()])

    def _term(self, index: int, *, numbered: bool) -> Chunk:
        x, w = float(self._x[index]), float(self._w[index])
        strong = index == self._source
        factor = f"({short(x)})" if x < 0 else short(x)
        pieces: Chunk = (
            Piece("+ " if index else ""),
            Piece(f"{factor}·", strong=strong),
            _number(w, strong=strong, bracketed=True),
        )
        return (*pieces, Piece(f" [{index}]", "muted")) if numbered else pieces

    def _softmax(self, z: float) -> list[Chunk]:
        row = self._product.z[self._sample].astype(np.float64)
        top = float(row.max())
        with np.errstate(all="ignore"):
            total = float(np.exp(row - top).sum())
            share = float(np.exp(np.float64(z) - top))
        shift = f"+ {short(-top)}" if top < 0 else f"− {short(top)}"
        return [
            (Piece(f"e^({short(z)} {shift}) / Σ e^(z {shift})"),),
            (Piece(f"= {short(share)} / {short(total)}"),),
        ]


def _number(value: float, *, strong: bool = False, bracketed: bool = False) -> Piece:
    """A number in the colour of its sign; ``bracketed`` where a negative one follows an operator."""
    role: Role = "positive" if value > 0 else "negative" if value < 0 else "text"
    if not math.isfinite(value):
        role = "warning"
    text = short(value)
    return Piece(f"({text})" if bracketed and value < 0 else text, role, strong)


def _sign(name: str) -> str:
    return {"alpha": "α"}.get(name, name)
