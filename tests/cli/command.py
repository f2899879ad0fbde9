"""What a command told: its exit code, stdout and stderr."""

import json
from typing import Any, NamedTuple


class Told(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return stdout read as JSON; anything else on it is an error."""
        return json.loads(self.out)
