"""Look-alike events: the same words in documents that tell of another day, person or age."""

from collections.abc import Sequence

from provenance.corroboration import Passage, compare
from provenance.model import ClaimKind, Modality, Stance

_ARREST = "Officers arrested a suspect near the station in Tolvik."


def _document(
    name: str, *wordings: str, persons: Sequence[str] = (), published: str | None = None
) -> list[Passage]:
    """Return the passages of a document; ``persons`` are named in the first."""
    return [
        Passage(
            id=f"{name}{number}",
            document=name,
            content=f"{name} {number}",
            wording=wording,
            type=ClaimKind.FACT,
            modality=Modality.ASSERTED,
            persons=tuple(persons) if not number else (),
            published=published,
            start=100 * number,
        )
        for number, wording in enumerate(wordings)
    ]


_HALDEN = (
    "A courier was robbed of parcels outside the Marbury Depot, Edda Halden told Radio Fjord.",
    _ARREST,
    "The parcels belonged to Grane Optics of Ulsmoor.",
)
_PRYCE = (
    "A jeweller was robbed of watches outside the Corn Exchange, Tomos Pryce told the Gazette.",
    _ARREST,
    "The watches came from Sillery Brothers of Duncastle.",
)


def _linked(one: Sequence[Passage], other: Sequence[Passage], **more: object) -> bool:
    tied = [(one[0].document, other[0].document)] if more.get("tied") else []
    pairs = compare([*one, *other], tied=tied)
    return any({pair.one[0], pair.other[0]} == {"a", "b"} for pair in pairs)


def test_the_same_sentence_about_other_persons_is_not_one_claim() -> None:
    one = _document("a", *_HALDEN, persons=["Edda Halden"])
    other = _document("b", *_PRYCE, persons=["Tomos Pryce"])
    assert not _linked(one, other)


def test_it_is_one_claim_where_the_documents_share_their_names() -> None:
    again = (
        "Edda Halden saw how a courier lost parcels at the Marbury Depot, Radio Fjord reports.",
        _ARREST,
        "Grane Optics in Ulsmoor awaited the parcels.",
    )
    one = _document("a", *_HALDEN, persons=["Edda Halden"])
    other = _document("b", *again, persons=["Edda Halden"])
    assert _linked(one, other)


def test_other_ages_at_the_head_tell_of_another_event() -> None:
    first = ("A 34-year-old was robbed outside the Marbury Depot of Ulsmoor.", *_HALDEN[1:])
    second = ("A woman aged 61 was robbed outside the Corn Exchange of Duncastle.", *_PRYCE[1:])
    assert not _linked(_document("a", *first), _document("b", *second))
    assert _linked(_document("a", *first), _document("b", first[0], *second[1:]))


def test_another_day_at_the_head_tells_of_another_event() -> None:
    first = ("On 3 March 2031 a courier was robbed outside the Marbury Depot.", *_HALDEN[1:])
    second = ("On 9 May 2031 a jeweller was robbed outside the Corn Exchange.", *_PRYCE[1:])
    assert not _linked(_document("a", *first), _document("b", *second))


def test_of_two_texts_that_go_back_to_each_other_it_is_one_claim() -> None:
    one = _document("a", *_HALDEN, persons=["Edda Halden"])
    other = _document("b", *_PRYCE, persons=["Tomos Pryce"])
    assert _linked(one, other, tied=True)


def test_what_identifies_itself_is_one_claim_in_any_context() -> None:
    fact = (
        "The old railway bridge at Orme in Tolvik was opened for freight by Sunniva Dahl in 1931."
    )
    one = _document("a", *_HALDEN, "It rained.", fact, persons=["Edda Halden"])
    other = _document("b", *_PRYCE, "It snowed.", fact, persons=["Tomos Pryce"])
    pairs = [pair for pair in compare([*one, *other]) if {pair.one, pair.other} == {"a4", "b4"}]
    assert [pair.stance for pair in pairs] == [Stance.REPEATS]


def test_words_without_a_name_in_documents_without_a_common_name_are_no_claim() -> None:
    plain = "The suspect was taken to hospital with burns."
    one = _document("a", _HALDEN[0], plain, _HALDEN[2])
    other = _document("b", _PRYCE[0], plain, _PRYCE[2])
    assert not _linked(one, other)


def test_a_third_text_of_the_same_event_is_tied_to_the_one_it_repeats() -> None:
    one = _document("a", *_HALDEN, persons=["Edda Halden"])
    other = _document("b", *_PRYCE, persons=["Tomos Pryce"])
    third = _document("c", _PRYCE[0], _ARREST, "Sillery Brothers offered a reward.")
    for order in ([*one, *other, *third], [*third, *other, *one]):
        ties = {frozenset((pair.one, pair.other)) for pair in compare(order) if "1" in pair.one[1:]}
        assert ties == {frozenset(("b1", "c1"))}
