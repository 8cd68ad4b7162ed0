"""pdfium's functions without ctypes' checks of their arguments, which take longer than most of the functions do."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any


class Handle(ctypes.c_void_p):
    """What pdfium returns to be asked about: a plain `c_void_p` becomes an int, which is cut when it is passed on."""


def bare(function: Any, result: Any = None) -> Callable[..., Any]:
    """Return a function of pdfium that takes its arguments as they are given: for what a page is asked many times.

    Args:
        function: one of `pypdfium2.raw`. Its arguments must be what pdfium declares: handles, ints and references.
        result: the ctypes type of what it returns; nothing by default.

    """
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)
