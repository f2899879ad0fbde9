"""Of a text with very many statements the first are kept, and how far it was read is known."""

from types import SimpleNamespace
from typing import cast

from provenance.claims import find
from provenance.model import Document
from provenance.model.reading import MOST
from provenance.workspace.features import _read_to
from provenance.workspace.picture import Picture

_LINES = [f"The mill at Corran burned down in 19{year}." for year in range(20, 40)]


def test_of_a_long_text_the_first_statements_are_found() -> None:
    text = "\n".join(_LINES)
    every = find(text, language="en")
    assert len(every) == len(_LINES)
    assert find(text, language="en", most=7) == every[:7]


def test_the_end_of_reading_is_that_of_the_last_statement_of_the_text() -> None:
    ends = {"a": ("long", 40), "b": ("long", 90), "c": ("other", 500)}
    said = {
        of: SimpleNamespace(document=document, selector=SimpleNamespace(end=end))
        for of, (document, end) in ends.items()
    }
    read = {"long": SimpleNamespace(found=MOST), "other": SimpleNamespace(found=MOST - 1)}
    picture = cast("Picture", SimpleNamespace(appearances=said, examinations=read))

    def read_to(document: str) -> int | None:
        return _read_to(picture, cast("Document", SimpleNamespace(id=document)))

    assert read_to("long") == 90
    assert read_to("other") is None
    assert read_to("never read") is None
