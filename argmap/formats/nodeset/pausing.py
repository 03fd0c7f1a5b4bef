"""A pause of the garbage collector while many values are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Let the collector wait: it would look through all new values again and again, for nothing.

    That takes a quarter of the time of reading a large nodeset. Nothing that is made there is in
    a circle, so that nothing waits to be collected.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
