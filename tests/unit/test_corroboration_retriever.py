"""Documents with a passage that may say the same, found by keys in an index."""

from collections import Counter
from collections.abc import Iterable, Sequence

from provenance.corroboration import Compared, Passage, retriever
from provenance.corroboration.retriever import ByKeys
from provenance.model import ClaimKind, Modality


class _Index:
    """Keys of documents, in memory."""

    def __init__(self, compared: Compared) -> None:
        self._keys = compared.keys()

    def sharing(
        self, kind: str, keys: Iterable[int], *, least: int, often: int, first: int, most: int
    ) -> Sequence[str]:
        assert kind == "two"
        assert first <= often
        wanted = set(keys)
        shared = Counter({each: len(wanted & own) for each, own in self._keys.items()})
        return [each for each, times in shared.most_common(most) if times >= least]


def _said(document: str, *wordings: str) -> list[Passage]:
    return [
        Passage(
            id=f"{document}{number}",
            document=document,
            content=f"{document}{number}",
            wording=wording,
            type=ClaimKind.FACT,
            modality=Modality.ASSERTED,
        )
        for number, wording in enumerate(wordings)
    ]


_OLD = [
    *_said("quay", "The quay at Brenn Harbour was sold to Aldis Freight for nine million crowns."),
    *_said("tram", "The tram to Ostley Gate was closed by the council after two derailments."),
    *_said("otter", "Nineteen otters returned to the upper Wend after the dam was taken down."),
]


def test_each_passage_finds_the_document_that_says_it() -> None:
    new = _said(
        "new",
        "Aldis Freight bought the quay at Brenn Harbour for nine million crowns.",
        "After two derailments the council closed the tram to Ostley Gate.",
    )
    found = ByKeys(_Index(Compared(_OLD))).documents(Compared(new).readings)
    assert set(found[:2]) == {"quay", "tram"}
    assert "otter" not in found


def test_nothing_is_found_for_nothing() -> None:
    assert ByKeys(_Index(Compared(_OLD))).documents([]) == []


def test_one_question_leads_to_so_many_documents_and_no_more() -> None:
    wording = "The quay at Brenn Harbour was sold to {} for nine million crowns."
    many = [_said(f"d{n}", wording.format(f"Buyer{n}")) for n in range(2 * retriever.MOST)]
    index = _Index(Compared([each for said in many for each in said]))
    asked = [_said(f"new{n}", wording.format(f"Owner{n}"))[0] for n in range(20)]
    found = ByKeys(index).documents(Compared(asked).readings)
    assert len(found) == len(set(found)) <= retriever.MOST
