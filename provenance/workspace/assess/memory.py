"""Long computations without the search for reference cycles.

The stages hold hundreds of thousands of small objects that stay, and make no cycles; looking
through them again and again takes a third of their time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Pause the collector of cycles, where it runs, until the end of the block."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
