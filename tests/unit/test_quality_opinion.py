"""The table beside a pasted article is read row by row, and its sentences are found in the text."""

from pathlib import Path

from benchmarks.quality.opinion import measure, rows

TABLE = """\
| begins with | kind | proposition | who says it |
|---|---|---|---|
| The ledgers | fact, two of them | | "leaked ledgers": a document |
| It is a disgrace; Owners must | opinion or norm | | the writer |
| The ferry also leaked | fact, with an opinion after the dash | | unattributed |
| Photo | furniture | never a claim | image credit |
"""
TEXT = (
    "Leaked ledgers show that Alder Rail hid 40 derailments.\n"
    "The ledgers run to 80 pages and name the owners of nine banks. It is a disgrace.\n"
    "Owners—all three of them—must pay. The ferry also leaked oil into the bay.\n"
    "Photo: Una Merrow\n"
)


def test_each_beginning_is_a_row() -> None:
    found = rows(TABLE)
    assert [each.begins for each in found] == [
        "The ledgers",
        "It is a disgrace",
        "Owners must",
        "The ferry also leaked",
        "Photo",
    ]
    assert [sorted(each.kinds) for each in found[:2]] == [["fact"], ["norm", "opinion"]]
    assert [each.statements for each in found[:2]] == [2, 1]
    assert found[3].kinds == {"fact"}


def test_a_text_is_measured_against_its_table(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "README.md").write_text(TABLE, encoding="utf-8")
    (inputs / "op-ed.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "data" / "op_ed"
    facts, kinds, sources = measure(folder, folder)
    assert (facts.n, kinds.n, sources.n) == (2, 5, 4)
    assert kinds.ours == 1.0
    assert kinds.floor is not None
    assert kinds.floor < 1.0
