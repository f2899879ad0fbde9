"""Each term of the glossary names a place in the code that exists, and stands there once."""

import importlib
import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text()
TERMS = re.findall(r"^- \*\*(.+?)\*\* \(`(provenance[\w.]*)`\): ", PAGE, flags=re.MULTILINE)


def test_every_entry_is_a_term_with_its_place() -> None:
    assert len(TERMS) == sum(line.startswith("- ") for line in PAGE.splitlines())
    names = [term for term, _ in TERMS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("term", "place"), TERMS, ids=[term for term, _ in TERMS])
def test_a_term_exists_in_the_code(term: str, place: str) -> None:
    try:
        found: object = importlib.import_module(place)
    except ModuleNotFoundError:
        module, _, name = place.rpartition(".")
        found = getattr(importlib.import_module(module), name)
    assert found is not None, term
