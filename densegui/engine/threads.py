"""Threads: how many the machine's BLAS has, and chunks of rows spread over them.

Small products run on the threads of the BLAS as it is set up. Large work is cut into chunks of rows, each
computed by one thread with the BLAS held to one, so that activations run in parallel too and no thread is
one too many. To limit both: the environment (``OPENBLAS_NUM_THREADS`` and its like), ``threadpoolctl``,
or the argument ``threads`` of ``predict``, ``trace`` and ``run``.
"""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_lock = threading.Lock()
_holders = 0
_before: list[int] = []


@cache
def _controllers() -> list[Any]:
    """The handles of the loaded BLAS libraries; none where threadpoolctl knows none of them."""
    from threadpoolctl import (  # type: ignore[import-untyped] # noqa: PLC0415 - untyped; for large work
        ThreadpoolController,
    )

    return list(ThreadpoolController().select(user_api="blas").lib_controllers)


@cache
def _pool() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only large work needs it

    return ThreadPoolExecutor(max(1, (os.cpu_count() or 1) - 1), thread_name_prefix="densegui-rows")


def available(limit: int | None = None) -> int:
    """Returns how many threads large work may use: the BLAS's number, at most ``limit``.

    Raises:
        ValueError: a limit below 1.
        TypeError: a limit that is not a whole number.
    """
    if limit is not None:
        if isinstance(limit, bool) or not hasattr(limit, "__index__"):
            raise TypeError(f"threads must be a whole number, got {limit!r}")
        if limit < 1:
            raise ValueError(f"threads must be 1 or more, got {limit}")
        limit = limit.__index__()
    with _lock:
        numbers = _before if _holders else [c.num_threads for c in _controllers()]
        usable = min(numbers, default=1) or 1
    return usable if limit is None else min(usable, limit)


def is_split_openblas() -> bool:
    """Returns whether the BLAS is OpenBLAS with several threads."""
    return available() > 1 and all(c.internal_api == "openblas" for c in _controllers())


@contextmanager
def single_blas() -> Iterator[None]:
    """Holds the BLAS to one thread; the last of several holders gives back what was before."""
    global _holders, _before  # noqa: PLW0603 - the BLAS has one setting for the whole process
    controllers = _controllers()
    with _lock:
        if not _holders:
            _before = [c.num_threads for c in controllers]
            for controller in controllers:
                controller.set_num_threads(1)
        _holders += 1
    try:
        yield
    finally:
        with _lock:
            _holders -= 1
            if not _holders:
                for controller, number in zip(controllers, _before, strict=True):
                    controller.set_num_threads(number)


def spread(work: Callable[[Iterator[int]], None], numbers: Iterator[int], threads: int) -> None:
    """Calls ``work`` on up to ``threads`` threads, the caller's among them, until the numbers are used up.

    Args:
        work: takes the next number as often as it is ready for more.
        numbers: shared by all; its ``next`` must be atomic, as that of ``range`` and ``itertools.count`` is.
        threads: the caller's included.
    """
    with single_blas():
        helpers = [_pool().submit(work, numbers) for _ in range(threads - 1)]
        try:
            work(numbers)
        finally:
            # A helper that has not begun (a busy pool) is not waited for: the work is done without it.
            started = [helper for helper in helpers if not helper.cancel()]
            failures = [helper.exception() for helper in started]
        for failure in itertools.compress(failures, failures):
            raise failure  # type: ignore[misc]  # compress leaves out the None
