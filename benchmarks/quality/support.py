"""Does the cited page support the claim? Ours is the score of ``corroboration.evidence.weigh``.

The page is given whole, sentence by sentence, and the product finds the sentences itself.
Floor: the share of claim words in the page.
"""

from pathlib import Path

from benchmarks.quality.figure import Figure, auc, figure
from benchmarks.quality.reading import rows
from provenance.corroboration.evidence import weigh
from provenance.text import words


def measure(folder: Path, train: Path) -> list[Figure]:  # noqa: ARG001  # nothing is learnt
    """Return how well supported claims are told from the rest, and what was found of the page."""
    gold = rows(folder / "gold.jsonl")
    weighed = [weigh(row["claim"], row["evidence"]) for row in gold]
    shares = [_share(row["claim"], row["evidence"]) for row in gold]
    found = [
        (row["label"] == "supported", ours.score, share)
        for row, ours, share in zip(gold, weighed, shares, strict=True)
    ]
    chosen = [
        max(_overlap(set(ours.sentences), set(each)) for each in row["supporting_sentences"])
        for row, ours in zip(gold, weighed, strict=True)
        if any(row["supporting_sentences"])
    ]
    return [
        figure(
            "supported against the rest, AUC",
            found,
            lambda draw: auc([(score, label) for label, score, _ in draw]),
            n=len(found),
            floor=lambda draw: auc([(share, label) for label, _, share in draw]),
            reach=0.80,
        ),
        figure(
            "sentences of the page, mean F1",
            chosen,
            lambda draw: sum(draw) / len(draw),
            n=len(chosen),
            note="against the nearest minimal set",
        ),
    ]


def _share(claim: str, page: list[str]) -> float:
    own = set(words(claim))
    return len(own & {word for each in page for word in words(each)}) / max(1, len(own))


def _overlap(ours: set[int], theirs: set[int]) -> float:
    both = len(ours & theirs)
    return 2 * both / (len(ours) + len(theirs)) if both else 0.0
