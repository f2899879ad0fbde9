"""Long computations without the search for reference cycles.

The stages hold hundreds of thousands of small objects that stay, and make no cycles; looking
through them again and again takes a third of their time. The pause is for all stages as one:
its end brings a look through all that has come to be, which is little once they are over.
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
