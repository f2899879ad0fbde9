"""Capture: what was observed at an address, in a file or on standard input, as it was.

An observation holds observed facts only; who collected, when and for which case is added by
whoever records it. Bad evidence is data: nothing here raises for a file that vanishes or a
server that lies; the observation says "failed" and why, and keeps what arrived.

``inputs``   what a command's words stand for: files, folders, addresses, standard input
``observe``  one input, observed
``sniff``    what kind of thing bytes are
"""

from provenance.capture.inputs import expand, is_address
from provenance.capture.observe import (
    MAX_FILE_BYTES,
    TOOL,
    Observation,
    observe_file,
    observe_stdin,
    observe_uri,
    tool_version,
)
from provenance.capture.sniff import media_type_of

__all__ = [
    "MAX_FILE_BYTES",
    "TOOL",
    "Observation",
    "expand",
    "is_address",
    "media_type_of",
    "observe_file",
    "observe_stdin",
    "observe_uri",
    "tool_version",
]
