"""The small dossier in every format, byte for byte; run this file to write the files anew."""

from pathlib import Path

import pytest

from provenance.report import FORMATS, render
from tests import dossier_small

FOLDER = Path(__file__).parent / "report"


@pytest.mark.parametrize("format_", FORMATS)
def test_small_dossier_gives_the_golden_bytes(format_: str) -> None:
    expected = (FOLDER / f"small.{format_}").read_bytes()
    assert render(dossier_small.small(), format_) == expected


if __name__ == "__main__":
    for name in FORMATS:
        (FOLDER / f"small.{name}").write_bytes(render(dossier_small.small(), name))
