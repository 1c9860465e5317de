"""The sum behind a cell of Z, and the activation behind a cell of A, as a person writes them out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import full, short

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.ui.panels.matrices_product import Axis, Product

Role = Literal["text", "muted", "positive", "negative", "warning"]
ALL_TERMS = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one colour; ``strong`` ones stand out."""

    text: str
    role: Role = "text"
    strong: bool = False


Chunk = tuple[Piece, ...]  # stays together on one line


def exact(value: np.floating[Any]) -> str:
    """Every digit that distinguishes the value in its own dtype: float32 0.1 is 0.1."""
    return full(float(str(value)))


def plain(chunks: list[Chunk]) -> str:
    """The characters alone, in one line."""
    return " ".join("".join(piece.text for piece in chunk) for chunk in chunks)


def z_chunks(product: Product, sample: int, unit: int, most: int) -> list[Chunk]:
    """Such as "z[3, 1] = 5.1·0.02 + 3.5·(−0.01) + b 0.1 = 0.167".

    Args:
        product: the matrices.
        sample: row of X.
        unit: column of W.
        most: at most so many terms: the first and the largest; the others are summed up.
    """
    x, w = product.x[sample].astype(np.float64), product.w[:, unit].astype(np.float64)
    with np.errstate(all="ignore"):
        terms = x * w
        chosen = _chosen(terms, most)
        others = np.ones(len(terms), bool)
        others[chosen] = False
        rest = float(terms[others].sum())
    places: dict[Axis, int] = {"sample": sample, "unit": unit}
    chunks: list[Chunk] = [(Piece(product.entry("z", places), strong=True), Piece(" ="))]
    numbered = len(chosen) < len(terms)
    for index in chosen:
        chunks.append(_term(x[index], w[index], index if numbered else None, not chunks[1:]))
    if numbered:
        # The largest terms are not neighbours; so the sum of the others comes last.
        text = QCoreApplication.translate("MatricesPanel", "{count:,} more terms")
        words = text.format(count=len(terms) - len(chosen))
        chunks.append(
            (Piece("+ … "), Piece(f"{words} ", "muted"), Piece("("), _number(rest, bare=True), Piece(")"))
        )
    if product.b is not None:
        chunks.append((Piece("+ "), Piece("b ", "muted"), _number(float(product.b[0, unit]))))
    chunks.append((Piece("= "), _number(float(product.z[sample, unit]), strong=True)))
    return chunks


def a_chunks(product: Product, sample: int, unit: int) -> list[Chunk]:
    """Such as "a[3, 1] = relu(0.167) = 0.167"; softmax with the sum that it divides by."""
    places: dict[Axis, int] = {"sample": sample, "unit": unit}
    z, a = float(product.z[sample, unit]), float(product.a[sample, unit])
    activation = product.layer.activation
    chunks: list[Chunk] = [(Piece(product.entry("a", places), strong=True), Piece(" ="))]
    if activation.function.rowwise:
        chunks += _softmax(product, sample, z)
    else:
        values = "".join(f", {_sign(key)} = {short(value)}" for key, value in activation.parameters)
        chunks.append((Piece(f"{activation.name}("), _number(z, bare=True), Piece(f"{values})")))
    chunks.append((Piece("= "), _number(a, strong=True, bare=True)))
    return chunks


def exact_terms(product: Product, sample: int, unit: int) -> str:
    """Every number of the sum with all its digits, one term a line; of a long sum the first and largest."""
    x, w = product.x[sample], product.w[:, unit]
    with np.errstate(all="ignore"):
        chosen = _chosen(x.astype(np.float64) * w.astype(np.float64), ALL_TERMS)
    lines = []
    for index in chosen:
        places: dict[Axis, int] = {"sample": sample, "input": index, "unit": unit}
        lines.append(
            f"{product.entry('x', places)}·{product.entry('w', places)} = {exact(x[index])}·{exact(w[index])}"
        )
    if len(chosen) < len(x):
        lines.append("…")
    places = {"sample": sample, "unit": unit}
    if product.b is not None:
        lines.append(f"{product.entry('b', places)} = {exact(product.b[0, unit])}")
    lines.append(f"{product.entry('z', places)} = {exact(product.z[sample, unit])}")
    lines.append(f"{product.entry('a', places)} = {exact(product.a[sample, unit])}")
    return "\n".join(lines)


def _chosen(terms: NDArray[np.float64], most: int) -> list[int]:
    """The terms that are written out, in their order: all, or the first and the largest."""
    if len(terms) <= most:
        return list(range(len(terms)))
    first = min(3, most // 2)
    size = np.abs(np.where(np.isnan(terms), np.inf, terms))
    size[:first] = -1.0
    strongest = np.argpartition(size, first - most)[first - most :]
    return sorted([*range(first), *strongest.tolist()])


def _term(x: float, w: float, index: int | None, first: bool) -> Chunk:
    start = Piece("" if first else "+ ")
    factor = short(x) if x >= 0 or math.isnan(x) else f"({short(x)})"
    number = () if index is None else (Piece(f" [{index}]", "muted"),)
    return (start, Piece(f"{factor}·"), _number(w), *number)


def _softmax(product: Product, sample: int, z: float) -> list[Chunk]:
    row = product.z[sample].astype(np.float64)
    top = float(row.max())
    with np.errstate(all="ignore"):
        total = float(np.exp(row - top).sum())
        share = float(np.exp(np.float64(z) - top))
    shift = f"− {short(top)}" if top >= 0 or math.isnan(top) else f"+ {short(-top)}"
    return [
        (Piece(f"e^({short(z)} {shift}) / Σ e^(z {shift})"),),
        (Piece(f"= {short(share)} / {short(total)}"),),
    ]


def _number(value: float, *, strong: bool = False, bare: bool = False) -> Piece:
    """A number in the colour of its sign; a negative one in brackets where it follows an operator."""
    text = short(value)
    role: Role = "positive" if value > 0 else "negative" if value < 0 else "text"
    if not math.isfinite(value):
        role = "warning"
    bracketed = value < 0 and not (bare or strong)
    return Piece(f"({text})" if bracketed else text, role, strong)


def _sign(name: str) -> str:
    return {"alpha": "α"}.get(name, name)
