"""Schemas for others, generated: JSON Schema of every record and of the report, and the DDL.

``python -m provenance.store.schemas FOLDER`` writes them; a test compares the files in schemas/
with what the code says. JSON Schema 2020-12 as pydantic emits it.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from provenance.model import RECORD_TYPES
from provenance.model.dossier import Dossier
from provenance.store.tables import schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> Mapping[str, str]:
    """Return the text of each schema file by its name within schemas/."""
    files = {
        f"records/{record.kind}.schema.json": _dumped(record.model_json_schema(), record.version)
        for record in RECORD_TYPES
    }
    files["report.schema.json"] = _dumped(Dossier.model_json_schema(mode="serialization"), 1)
    files["database/sqlite.sql"] = _ddl()
    return files


def _dumped(schema: Mapping[str, object], version: int) -> str:
    titled = {"$schema": DIALECT, "$comment": f"schema version {version}", **schema}
    return json.dumps(titled, indent=2, ensure_ascii=False) + "\n"


def _ddl() -> str:
    made: list[CreateTable | CreateIndex] = []
    for table in schema().sorted_tables:
        made.append(CreateTable(table))
        made.extend(map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name))))
    statements = (str(each.compile(dialect=sqlite.dialect())).strip() for each in made)
    lines = (line.rstrip() for line in ";\n\n".join(statements).splitlines())
    return "\n".join(lines) + ";\n"


def write(folder: Path) -> None:
    """Write the schema files, and remove those that no longer stand for anything."""
    files = schema_files()
    for path in folder.glob("**/*.schema.json"):
        if str(path.relative_to(folder)) not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
