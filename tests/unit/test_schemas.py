"""The schemas in schemas/ are what the code says, and records obey them."""

import json
from pathlib import Path

import jsonschema
import pytest

from provenance.model import RECORD_TYPES, Record
from provenance.store.schemas import schema_files, write
from tests.samples import sample

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_the_files_are_what_the_code_says() -> None:
    stale = [
        name
        for name, text in schema_files().items()
        if not (SCHEMAS / name).exists() or (SCHEMAS / name).read_text("utf-8") != text
    ]
    assert not stale, "run: make schemas"


def test_no_file_is_left_over() -> None:
    kept = {str(path.relative_to(SCHEMAS)) for path in SCHEMAS.glob("**/*") if path.is_file()}
    assert kept == set(schema_files())


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_a_record_obeys_its_schema(record_type: type[Record]) -> None:
    schema = json.loads(schema_files()[f"records/{record_type.kind}.schema.json"])
    validator = jsonschema.Draft202012Validator(schema)
    value = sample(record_type).model_dump(mode="json")
    validator.validate(value)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(value | {"unknown": 1})


def test_writing_removes_what_stands_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "gone.schema.json").write_text("{}")
    write(tmp_path)
    assert not (tmp_path / "records" / "gone.schema.json").exists()
    assert (tmp_path / "records" / "claim.schema.json").exists()
