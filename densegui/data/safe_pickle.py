"""Pickles of plain values and NumPy arrays, read by a machine that cannot do anything else.

Python's own unpickler imports and calls what a file tells it to. This one knows no way to import or call:
the few NumPy names that files of arrays need are signs here, and what they stand for is done by functions of
``pickled_arrays``, which check sizes before they make an array. Whatever else a file asks for is an error.
"""

from __future__ import annotations

import io
import pickletools
from collections.abc import Callable, Generator, Mapping
from types import MappingProxyType
from typing import Any, Final

from densegui.data.errors import excerpt
from densegui.data.pickled_arrays import NAMES, Array, Sign, Type, UnsafeError, plain, reduced, text

__all__ = ["OPERATIONS_MOST", "UnsafeError", "loading"]

OPERATIONS_MOST: Final = 3_000_000
"""Steps a file may take; a CIFAR file takes up to 400,000. Memory grows by some 100 bytes a step at most."""

_TURN: Final = 2000


def loading(content: bytes) -> Generator[None, None, Any]:
    """Reads a pickle of dicts, lists, tuples, numbers, texts, bytes and NumPy arrays.

    Texts of Python 2 come as bytes.

    Args:
        content: the file.

    Yields:
        Nothing, now and then; a point to cancel at.

    Returns:
        The value; arrays are read-only views of ``content`` where they can be.

    Raises:
        UnsafeError: the pickle is damaged, too long or holds something else; the message says what was found.
    """
    machine = _Machine(len(content))
    try:
        for count, (operation, argument, _) in enumerate(pickletools.genops(io.BytesIO(content))):
            if count >= OPERATIONS_MOST:
                raise UnsafeError(f"more than {OPERATIONS_MOST:,} steps")
            machine.do(operation.name, argument)
            if count % _TURN == 0:
                yield
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, Warning) as error:
        # A damaged text is a warning of pickletools, which is raised where warnings are errors.
        raise UnsafeError("damaged or cut short") from error
    return machine.result()


class _Machine:
    """The stack and the memo that a pickle works on."""

    def __init__(self, length: int) -> None:
        self._room = 2 * length
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    def do(self, name: str, argument: Any) -> None:
        """Does one operation of a pickle.

        Raises:
            UnsafeError: it is none of those that plain values need.
        """
        if name in _PUSHED:
            self._stack.append(_PUSHED[name](argument))
        elif name in _DONE:
            _DONE[name](self, argument)
        elif name not in _PASSED:
            raise UnsafeError(f"the operation {name}")

    def result(self) -> Any:
        """The value that is left at the end."""
        if len(self._stack) != 1:
            raise UnsafeError("damaged or cut short")
        return plain(self._stack[0])

    def pop(self, _: Any) -> None:
        """Drops the topmost value."""
        self._stack.pop()

    def pop_to_mark(self, _: Any) -> None:
        """Drops everything from the last mark on."""
        self._from_mark()

    def again(self, _: Any) -> None:
        """Repeats the topmost value."""
        self._stack.append(self._stack[-1])

    def put(self, index: Any) -> None:
        """Remembers the topmost value, under a number or the next one."""
        self._memo[len(self._memo) if index is None else index] = self._stack[-1]

    def get(self, index: Any) -> None:
        """Brings what was remembered."""
        self._stack.append(self._memo[index])

    def append(self, _: Any) -> None:
        """Appends the topmost value to the list below it."""
        self._extend([self._stack.pop()])

    def appends(self, _: Any) -> None:
        """Appends what follows the mark to the list below it."""
        self._extend(self._from_mark())

    def set_item(self, _: Any) -> None:
        """Puts a pair into the dict below it."""
        value, key = self._stack.pop(), self._stack.pop()
        self._update([key, value])

    def set_items(self, _: Any) -> None:
        """Puts the pairs after the mark into the dict below it."""
        self._update(self._from_mark())

    def make_list(self, _: Any) -> None:
        """Makes a list of what follows the mark."""
        self._stack.append(self._from_mark())

    def make_tuple(self, _: Any) -> None:
        """Makes a tuple of what follows the mark."""
        self._stack.append(tuple(self._from_mark()))

    def make_dict(self, _: Any) -> None:
        """Makes a dict of the pairs after the mark."""
        pairs = self._from_mark()
        self._stack.append({})
        self._update(pairs)

    def tuple_of(self, count: int) -> None:
        """Makes a tuple of the topmost values."""
        items = tuple(self._stack[-count:])
        if len(items) != count:
            raise UnsafeError("damaged or cut short")
        self._stack[-count:] = [items]

    def name(self, argument: Any) -> None:
        """Brings what a name stands for; only the names of arrays are known."""
        if argument is None:
            name, module = self._stack.pop(), self._stack.pop()
            argument = f"{text(module)} {text(name)}"
        if argument not in NAMES:
            raise UnsafeError(f"the name {excerpt('.'.join(argument.split(' ')))}")
        self._stack.append(NAMES[argument])

    def reduce(self, _: Any) -> None:
        """Does what a sign stands for."""
        arguments, sign = self._stack.pop(), self._stack.pop()
        if not isinstance(sign, Sign) or not isinstance(arguments, tuple):
            raise UnsafeError("a call")
        if sign is Sign.ENCODE:
            # One text could be encoded again and again.
            self._room -= len(text(arguments[0]))
            if self._room < 0:
                raise UnsafeError("more bytes than the file can hold")
        self._stack.append(reduced(sign, arguments))

    def build(self, _: Any) -> None:
        """Gives an array or a dtype the rest of its description."""
        state, target = self._stack.pop(), self._stack[-1]
        if not isinstance(target, (Array, Type)):
            raise UnsafeError("an object with a state")
        target.build(state)

    def _extend(self, items: list[Any]) -> None:
        target = self._stack[-1]
        if not isinstance(target, list):
            raise UnsafeError("damaged or cut short")
        target.extend(map(plain, items))

    def _update(self, pairs: list[Any]) -> None:
        target = self._stack[-1]
        if not isinstance(target, dict) or len(pairs) % 2:
            raise UnsafeError("damaged or cut short")
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            if not isinstance(key, (str, bytes, int)):
                raise UnsafeError("a dict of another form")
            target[key] = plain(value)

    def _from_mark(self) -> list[Any]:
        place = len(self._stack) - 1
        while self._stack[place] is not Sign.MARK:
            place -= 1
            if place < 0:
                raise UnsafeError("damaged or cut short")
        items = self._stack[place + 1 :]
        del self._stack[place:]
        return items


def _same(value: Any) -> Any:
    return value


def _as_bytes(value: str) -> bytes:
    return value.encode("latin-1")


_PASSED: Final = frozenset({"PROTO", "FRAME", "STOP"})
_PUSHED: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        **dict.fromkeys(("INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4"), _same),
        **dict.fromkeys(
            ("FLOAT", "BINFLOAT", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8", "BYTEARRAY8"), _same
        ),
        **dict.fromkeys(("UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"), _same),
        **dict.fromkeys(("STRING", "BINSTRING", "SHORT_BINSTRING"), _as_bytes),
        "NONE": lambda _: None,
        "NEWTRUE": lambda _: True,
        "NEWFALSE": lambda _: False,
        "EMPTY_LIST": lambda _: [],
        "EMPTY_TUPLE": lambda _: (),
        "EMPTY_DICT": lambda _: {},
        "MARK": lambda _: Sign.MARK,
    }
)
_DONE: Final[Mapping[str, Callable[[_Machine, Any], None]]] = MappingProxyType(
    {
        "POP": _Machine.pop,
        "POP_MARK": _Machine.pop_to_mark,
        "DUP": _Machine.again,
        **dict.fromkeys(("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"), _Machine.put),
        **dict.fromkeys(("GET", "BINGET", "LONG_BINGET"), _Machine.get),
        "APPEND": _Machine.append,
        "APPENDS": _Machine.appends,
        "SETITEM": _Machine.set_item,
        "SETITEMS": _Machine.set_items,
        "LIST": _Machine.make_list,
        "TUPLE": _Machine.make_tuple,
        "DICT": _Machine.make_dict,
        "TUPLE1": lambda machine, _: machine.tuple_of(1),
        "TUPLE2": lambda machine, _: machine.tuple_of(2),
        "TUPLE3": lambda machine, _: machine.tuple_of(3),
        "GLOBAL": _Machine.name,
        "STACK_GLOBAL": _Machine.name,
        "REDUCE": _Machine.reduce,
        "BUILD": _Machine.build,
    }
)
