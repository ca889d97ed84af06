"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 is one binary for Python 3.10 and later (abi3), built with headers in which these
objects are immortal (PEP 683, Python 3.12): it gives them out without counting the reference.
Before 3.12 they are counted, so every few events take one reference too many, and after minutes
of use the interpreter aborts with "none_dealloc: deallocating None". Measured with 6.12.0 on
3.11.7: three references of None lost per resize event. Giving them more references than a
program can lose is what immortality means; it costs nothing.
"""

from __future__ import annotations

import ctypes
import sys

MORE_REFERENCES = 1 << 60


def pin() -> None:
    """Once is enough, and enough for good. Does nothing where it is not needed."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for single in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(single) < MORE_REFERENCES:
            ctypes.c_ssize_t.from_address(id(single)).value += MORE_REFERENCES
