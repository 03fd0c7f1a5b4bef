"""Python's collector of cycles, at rest while something is made of many values without any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let Python look for no cycles of values meanwhile; what has no users left goes all the same.

    A large map, or a picture of it, is made of many values, and by default Python would look
    through all of them again and again: for a fifth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        # All that is young counts as old now, as if it had been looked through; else Python would
        # do that at once. What a program has frozen itself is not touched.
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()
