"""The figure about wire copy, on invented articles with known agencies."""

import json
from pathlib import Path

from benchmarks.quality.declared import measure
from benchmarks.quality.sets import SETS


def article(doc: str, wire: str, text: str, author: str = "None") -> str:
    row = {"doc": doc, "wire": wire, "text": text, "author": author, "title": "", "date": ""}
    return json.dumps(row | {"publisher": "Quay Review"})


def test_each_article_counts_once_over_both_parts(tmp_path: Path) -> None:
    lamp = "The lamp is out, the port office said."
    train = [article("a", "AP", f"OSTREL (AP) - {lamp}")] * 2 + [article("b", "None", lamp)]
    gold = [
        article("c", "reuters", f"{lamp} (Reporting by Maren Holt; Editing by Jonas Beld)"),
        article("d", "AP", lamp, author="AP"),
        article("e", "NA", f"He met the Associated Press (AP) man. {lamp}"),
    ]
    (tmp_path / "train.jsonl").write_text("\n".join(train), "utf-8")
    (tmp_path / "gold.jsonl").write_text("\n".join(gold), "utf-8")
    text, byline = measure(tmp_path, tmp_path)
    assert (text.n, text.floor, text.ours) == (5, 0.4, 0.8)
    assert byline.ours == 1


def test_the_set_lies_in_the_folder_of_another() -> None:
    (found,) = [each for each in SETS if each.name == "polnear_wire"]
    assert (found.folder, found.needs) == ("polnear", ("polnear/gold.jsonl",))
