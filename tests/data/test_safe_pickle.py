"""Pickles: plain values and arrays come out as they went in; nothing else is done, whatever is asked for."""

import collections
import contextlib
import datetime as dt
import decimal
import os
import pickle
import struct
import subprocess

import numpy as np
import pytest

from densegui.data import safe_pickle
from densegui.data.safe_pickle import UnsafeError

VALUE = {
    "text": "가나다 \\ \n é",
    b"bytes": b"\x00\xff raw",
    3: [0, 1, 255, 256, 65536, -1, 2**31, 2**70, -(2**70)],
    "nested": [[], (), {}, (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), {"a": [None, True, False, 2.5]}],
    "long": list(range(3000)),
}
ARRAYS = [
    np.arange(24, dtype=np.uint8).reshape(2, 3, 4),
    np.arange(6, dtype=">i4").reshape(2, 3),
    np.asfortranarray(np.arange(6.0).reshape(2, 3)),
    np.array([True, False]),
    np.arange(5, dtype=np.int64)[::2],
]


def loads(content):
    steps = safe_pickle.loading(content)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


@pytest.mark.parametrize("protocol", range(6))
class TestValues:
    def test_plain(self, protocol):
        assert loads(pickle.dumps(VALUE, protocol)) == VALUE

    @pytest.mark.parametrize("array", ARRAYS, ids=lambda array: f"{array.dtype}{array.shape}")
    def test_arrays(self, protocol, array):
        for content in (pickle.dumps({"data": array}, protocol), pickle.dumps([array, array], protocol)):
            loaded = loads(content)
            found = loaded["data"] if isinstance(loaded, dict) else loaded[1]
            assert found.dtype == array.dtype
            assert found.tolist() == array.tolist()
            assert not found.flags.writeable

    @pytest.mark.parametrize("core", [b"numpy.core.", b"numpy._core."])
    def test_both_names_of_numpys_core(self, protocol, core):
        content = pickle.dumps(ARRAYS[0], protocol)
        if protocol < 4:  # where names are lines, whose length may change
            content = content.replace(b"numpy._core.", core).replace(b"numpy.core.", core)
        assert loads(content).tolist() == ARRAYS[0].tolist()

    def test_what_is_shared_stays_shared(self, protocol):
        part = [1, 2]
        loaded = loads(pickle.dumps([part, part], protocol))
        assert loaded[0] is loaded[1]


def test_python_2():
    """As Python 2 wrote the batches of CIFAR: texts without an encoding, the array by its old name."""
    pixels = bytes(range(12))
    content = (
        b"\x80\x02}q\x01(U\x04dataq\x02cnumpy.core.multiarray\n_reconstruct\nq\x03cnumpy\nndarray\nq\x04"
        b"K\x00\x85U\x01b\x87Rq\x05(K\x01K\x03K\x04\x86cnumpy\ndtype\nq\x06U\x02u1K\x00K\x01\x87Rq\x07"
        b"(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T"
        + struct.pack("<i", 12)
        + pixels
        + b"tb"
        b"U\x06labelsq\x08]q\x09(K\x06K\x09K\x01eu."
    )
    expected = pickle.loads(content, encoding="bytes")
    loaded = loads(content)
    assert loaded.keys() == expected.keys() == {b"data", b"labels"}
    assert loaded[b"labels"] == [6, 9, 1]
    assert loaded[b"data"].tolist() == expected[b"data"].tolist() == np.arange(12).reshape(3, 4).tolist()


class Calls:
    def __init__(self, *call):
        self.call = call

    def __reduce__(self):
        return self.call


class Stated:
    """Restored by a state alone."""

    def __init__(self):
        self.a = 1


class Slotted(str):
    """Restored by __new__ with arguments."""

    __slots__ = ()


class TestNothingIsCalled:
    @pytest.mark.parametrize("protocol", range(6))
    @pytest.mark.parametrize(
        "value",
        [
            Calls(os.system, ("exit 1",)),
            Calls(eval, ("1/0",)),
            Calls(np.load, ("x",)),
            Calls(np.ndarray, ((2,),)),
            Calls(np.dtype, ("O",)),
            Calls(subprocess.Popen, (["true"],)),
            Stated(),
            Slotted("x"),
            collections.OrderedDict(a=1),
            dt.date(2026, 1, 2),
            decimal.Decimal(1),
            {1, 2},
            frozenset({1}),
            1j,
            np.float64(1),
            np.array([None]),
            np.array(["text"]),
            np.zeros(2, [("a", "f4")]),
            np.zeros(2, "M8[s]"),
            np.ma.masked_array([1]),
            os.system,
            np.ndarray,
            np.dtype("u1"),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_other_objects(self, protocol, value):
        content = pickle.dumps({"data": value}, protocol)
        with pytest.raises(UnsafeError):
            loads(content)

    def test_no_call_reaches_the_system(self, tmp_path):
        """The payloads would make a file; Python's own unpickler shows that they are sound."""
        mark = tmp_path / "mark"
        command = f"touch {mark}"
        lines = b"cposix\nsystem\n(S'" + command.encode() + b"'\ntR."
        instance = b"(S'" + command.encode() + b"'\niposix\nsystem\n."
        made = b"(cposix\nsystem\nS'" + command.encode() + b"'\no."
        for content in (pickle.dumps(Calls(os.system, (command,))), lines, instance, made):
            with pytest.raises(UnsafeError):
                loads(content)
            assert not mark.exists()
            pickle.loads(content)
            assert mark.exists()
            mark.unlink()

    @pytest.mark.parametrize(
        "content",
        [
            b"\x80\x02cnumpy\ndtype\n.",
            b"\x80\x02cnumpy\nndarray\n)\x81.",
            b"\x80\x02cnumpy\nndarray\n}b.",
            b"\x80\x02c_codecs\nencode\n(X\x01\x00\x00\x00aX\x03\x00\x00\x00hextR.",
            b"\x80\x02c_codecs\nencode\n}(X\x01\x00\x00\x00aK\x01ub.",
            b"\x80\x02cnumpy.core.multiarray\n_reconstruct\n(ccollections\ndeque\nK\x00tR.",
            b"\x80\x02cnumpy.core.multiarray\n_reconstruct\n(cnumpy\ndtype\nK\x00tR.",
            b"\x80\x04\x8c\x05numpy\x8c\x0bndarray.abc\x93.",
            b"\x80\x04\x8c\x0enumpy\nndarray x\x8c\x01y\x93.",
            b"\x80\x02\x82\x01.",
            b"\x80\x02K\x01Q.",
            b"\x80\x02Pabc\n.",
            b"\x80\x05\x97.",
            b"\x80\x02}(]K\x01u.",
            b"\x80\x02]}(K\x01K\x01u.",
            b"\x80\x02K\x01K\x02a.",
            b"\x80\x02K\x01K\x02.",
            b"\x80\x02(.",
            b"\x80\x02K\x01\x86.",
            b"\x80\x02h\x07.",
            b"\x80\x02.",
            b"\x80\x02e.",
            b"S'\\q'\n.",
        ],
    )
    def test_odd_programs(self, content):
        with pytest.raises(UnsafeError):
            loads(content)


class TestBounds:
    @pytest.mark.parametrize("protocol", [2, 4])
    def test_cut_short_anywhere(self, protocol):
        content = pickle.dumps({"data": ARRAYS[0], "labels": [1, 2, 300]}, protocol)
        for length in range(len(content)):
            with pytest.raises(UnsafeError):
                loads(content[:length])

    @pytest.mark.parametrize(
        "content",
        [
            b"\x80\x02K\x01r\xff\xff\xff\x7f.",
            b"\x80\x04\x8e" + struct.pack("<Q", 1 << 40) + b"abc.",
            b"\x80\x05\x96" + struct.pack("<Q", 1 << 40) + b"abc.",
            b"\x80\x04\x95" + struct.pack("<Q", 1 << 40) + b"N.",
            b"\x80\x02\x8b" + struct.pack("<i", 1 << 30) + b"abc.",
            b"\x80\x02T" + struct.pack("<i", -1) + b"abc.",
            b"L" + b"9" * 100_000 + b"L\n.",
        ],
    )
    def test_sizes_that_are_not_there(self, bounded, content):
        with bounded(1_000_000), contextlib.suppress(UnsafeError):
            loads(content)

    @pytest.mark.parametrize("shape", [(1 << 40,), (-1,), (3, 5), (1 << 62, 1 << 62), (0, 1 << 62), (13,)])
    def test_an_array_that_is_larger_than_its_bytes(self, bounded, shape):
        content = pickle.dumps(np.zeros(12, np.uint8), 2)
        sound = b"K\x0c\x85"
        assert content.count(sound) == 1
        with bounded(1_000_000), pytest.raises(UnsafeError):
            loads(content.replace(sound, pickle.dumps(shape, 2)[2:-1]))

    @pytest.mark.parametrize("step", [b"(", b"}", b"]", b"N", b")", b"2", b"]q\x00"])
    def test_steps_are_counted(self, monkeypatch, step):
        monkeypatch.setattr(safe_pickle, "OPERATIONS_MOST", 1000)
        with pytest.raises(UnsafeError, match="more than 1,000 steps"):
            loads(b"\x80\x02N" + step * 2000 + b".")

    def test_one_text_is_not_encoded_again_and_again(self):
        text = b"X" + struct.pack("<I", 100_000) + b"a" * 100_000 + b"q\x00"
        again = b"c_codecs\nencode\nh\x00X\x06\x00\x00\x00latin1\x86R"
        with pytest.raises(UnsafeError, match="more bytes than the file can hold"):
            loads(b"\x80\x02(" + text + again * 50 + b"l.")

    def test_it_can_be_cancelled(self):
        steps = safe_pickle.loading(pickle.dumps(list(range(20_000))))
        assert sum(1 for _ in steps) >= 5
