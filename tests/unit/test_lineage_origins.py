"""How many places the appearances of one claim go back to."""

import pytest

from provenance.canonical import content_key, sha256
from provenance.lineage import Mention, Origin, Proposed, SourceRef, origins
from provenance.model import (
    Derivation,
    DerivationKind,
    Evidence,
    SourceType,
    Stance,
    State,
    StepRole,
)

CLAIM = "The council of Ostrel voted to close the lighthouse."


def mention(
    document: str,
    *sources: SourceRef,
    stance: Stance = Stance.REPEATS,
    outlet: str | None = None,
    day: int = 3,
) -> Mention:
    return Mention(
        id=f"m-{document}",
        document=document,
        content=document,
        stance=stance,
        sources=sources,
        outlet=outlet or f"{document.title()} Courier",
        wording=CLAIM,
        published=f"2026-03-{day:02}",
    )


def source(
    name: str, *, named: bool = True, kind: SourceType = SourceType.PERSON, of: str = ""
) -> SourceRef:
    return SourceRef(id=f"{name}{of}", name=name, named=named, role=StepRole.SAYS, type=kind)


def tie(
    downstream: str,
    upstream: str | None,
    kind: DerivationKind = DerivationKind.COPY,
    *,
    directed: bool = True,
    name: str | None = None,
    rule: str = "test",
    words: str = CLAIM,
) -> Proposed:
    return Proposed(
        downstream=downstream,
        upstream=upstream,
        upstream_name=name,
        type=kind,
        directed=directed,
        evidence=(Evidence(rule=rule, sentence="Shown.", downstream_words=words),),
        key=content_key("derivation", kind, downstream, upstream or "", name or ""),
    )


def groups(found: tuple[Origin, ...]) -> list[list[str]]:
    return sorted(sorted(m.removeprefix("m-") for m in origin.mentions) for origin in found)


def test_two_papers_without_ties_are_two_origins_of_unknown_independence() -> None:
    found = origins([mention("a"), mention("b")], ())
    assert groups(found) == [["a"], ["b"]]
    assert {o.independence for o in found} == {"not established"}
    assert [o.number for o in found] == [1, 2]
    assert all("copied" not in o.sentence for o in found)


def test_a_chain_of_copies_is_one_origin_named_after_its_root() -> None:
    (found,) = origins(
        [mention("c", day=5), mention("b", day=4), mention("a")], [tie("b", "a"), tie("c", "b")]
    )
    assert (found.name, found.root_captured) == ("A Courier", True)


def test_undirected_ties_join() -> None:
    found = origins([mention("a"), mention("b")], [tie("a", "b", directed=False)])
    assert groups(found) == [["a", "b"]]


def test_what_goes_back_to_two_origins_does_not_make_them_one() -> None:
    found = origins(
        [mention("a"), mention("b"), mention("digest", day=9)],
        [tie("digest", "a"), tie("digest", "b")],
    )
    assert len(found) == 2


def test_reports_through_a_document_that_does_not_make_the_claim_are_one() -> None:
    (found,) = origins(
        [mention("a"), mention("b")],
        [tie("a", "hidden"), tie("b", "hidden")],
        outlets={"hidden": "Coast Wire"},
    )
    assert (found.name, found.root_captured) == ("Coast Wire", True)


def test_credits_to_one_agency_that_is_not_captured_are_one_origin() -> None:
    (found,) = origins(
        [mention("a"), mention("b")],
        [
            tie("a", None, DerivationKind.CITATION, name="Coast Wire"),
            tie("b", None, DerivationKind.CITATION, name="the Coast Wire"),
        ],
    )
    assert found.name.casefold().endswith("coast wire")
    assert not found.root_captured


def test_earlier_versions_of_different_texts_are_not_one_place() -> None:
    name = "an earlier version"
    ties = [tie(d, None, DerivationKind.CORRECTION, name=name) for d in "ab"]
    assert len(origins([mention("a"), mention("b")], ties)) == 2


def test_one_named_person_is_one_statement_in_every_paper() -> None:
    holt = source("Maren Holt")
    (found,) = origins([mention("a", holt), mention("b", holt)], ())
    assert (found.name, found.root_captured) == ("Maren Holt", False)


def test_unnamed_officials_of_two_papers_are_not_one_source() -> None:
    found = origins(
        [
            mention("a", source("officials", named=False, of="a")),
            mention("b", source("officials", named=False, of="b")),
        ],
        (),
    )
    assert [o.name for o in found] == [
        "unnamed: officials, in A Courier",
        "unnamed: officials, in B Courier",
    ]


def test_a_verifier_is_no_origin() -> None:
    analyst = source("Ila Brandt").model_copy(update={"role": StepRole.VERIFIED})
    assert len(origins([mention("a", analyst), mention("b", analyst)], ())) == 2


@pytest.mark.parametrize("kind", [SourceType.OUTLET, SourceType.ORGANISATION])
def test_a_paper_named_as_source_is_the_captured_paper(kind: SourceType) -> None:
    paper = source("A Courier", kind=kind)
    assert len(origins([mention("a"), mention("b", paper)], ())) == 1


def test_sides_are_counted_apart() -> None:
    found = origins(
        [mention("a"), mention("denial", stance=Stance.CONTRADICTS)], [tie("denial", "a")]
    )
    assert [(o.number, o.stance) for o in found] == [(1, "supports"), (2, "contradicts")]


def test_an_unsure_mention_counts_nowhere() -> None:
    assert origins([mention("a", stance=Stance.UNSURE)], ()) == ()


@pytest.mark.parametrize(("words", "count"), [(CLAIM, 1), ("Bread is made from seaweed.", 2)])
def test_a_link_ties_only_what_stands_beside_it(words: str, count: int) -> None:
    link = tie("b", "a", DerivationKind.CITATION, rule="hyperlink", words=words)
    assert len(origins([mention("a"), mention("b")], [link])) == count


def test_what_a_person_refused_does_not_tie() -> None:
    proposed = tie("b" * 26, "a" * 26)
    refused = Derivation(id="c" * 26, state=State.REFUSED, **dict(proposed))
    mentions = [mention("a" * 26), mention("b" * 26)]
    assert len(origins(mentions, [proposed])) == 1
    assert len(origins(mentions, [refused])) == 2


def test_what_no_person_confirmed_only_seems_to_go_back() -> None:
    proposed = tie("b" * 26, "a" * 26)
    confirmed = Derivation(id="c" * 26, state=State.CONFIRMED, **dict(proposed))
    mentions = [mention("a" * 26), mention("b" * 26)]
    (seems,) = origins(mentions, [proposed])
    (is_so,) = origins(mentions, [confirmed])
    assert seems.sentence.startswith("2 documents seem to go back to ")
    assert "(proposed)" in seems.sentence
    assert is_so.sentence.startswith("2 documents go back to ")
    assert "(proposed)" not in is_so.sentence


def test_only_a_persons_word_shows_independence() -> None:
    found = origins(
        [mention("a"), mention("b"), mention("c")],
        (),
        separate=frozenset({frozenset(("a", "b"))}),
    )
    assert [o.independence for o in found] == [
        "shown independent",
        "shown independent",
        "not established",
    ]


def test_two_stories_of_one_outlet_are_not_independent() -> None:
    found = origins([mention("a", outlet="Coast Wire"), mention("b", outlet="The Coast Wire")], ())
    assert [o.independence for o in found] == ["not established", "dependent"]


def test_documents_that_credit_each_other_are_one_place() -> None:
    found = origins([mention("a"), mention("b")], [tie("a", "b"), tie("b", "a")])
    assert groups(found) == [["a", "b"]]


def test_ten_thousand_copies_are_one_origin() -> None:
    mentions = [mention(f"{n:05}") for n in range(10_000)]
    ties = [tie(f"{n:05}", f"{n - 1:05}") for n in range(1, 10_000)]
    assert len(origins(mentions, ties)) == 1


def test_content_is_a_digest_elsewhere() -> None:
    """Names of documents that differ in nothing but their random ids give the same order."""
    first = [mention("a"), mention("b")]
    renamed = [m.model_copy(update={"document": sha256(m.id.encode())}) for m in first]
    assert [o.name for o in origins(first, ())] == [o.name for o in origins(renamed[::-1], ())]


def test_an_outlet_that_is_named_and_captured_is_one_place() -> None:
    ties = [
        tie("b", "a", DerivationKind.CITATION, words=CLAIM),
        tie("b", None, DerivationKind.CITATION, name="The Ostrel Post", words=CLAIM),
    ]
    (found,) = origins([mention("b")], ties, outlets={"a": "Ostrel Post"})
    assert (found.name, found.root_captured) == ("Ostrel Post", True)
    (both,) = origins([mention("a", outlet="Ostrel Post"), mention("b")], ties)
    assert groups((both,)) == [["a", "b"]]


def test_our_own_publication_adds_no_origin() -> None:
    ours = frozenset({"a"})
    found = origins([mention("a"), mention("b")], [tie("b", "a")], ours=ours)
    assert [(each.independence, each.ours) for each in found] == [("dependent", True)]
    assert "our own publication: it adds no origin" in found[0].sentence
    beside = origins([mention("a", day=1), mention("b"), mention("c")], [tie("b", "a")], ours=ours)
    assert [(each.name, each.ours) for each in beside] == [
        ("C Courier", False),
        ("A Courier", True),
    ]


def test_what_we_only_pass_on_has_the_origin_that_it_has() -> None:
    found = origins([mention("a"), mention("b")], [tie("a", "b")], ours=frozenset({"a"}))
    assert [(each.name, each.ours) for each in found] == [("B Courier", False)]


def test_a_separation_does_not_make_our_own_text_independent() -> None:
    separate = frozenset({frozenset({"a", "b"})})
    found = origins([mention("a"), mention("b")], (), separate=separate, ours=frozenset({"a"}))
    assert {each.name: each.independence for each in found}["A Courier"] == "dependent"


def test_one_speaker_under_two_names_is_one_place_and_said_aloud() -> None:
    whole, last = source("Tomas Brede"), source("Brede")
    (found,) = origins([mention("a", whole), mention("b", last)], ())
    assert groups((found,)) == [["a", "b"]]
    assert found.name == "Tomas Brede"
    assert "rest on the same named source, Tomas Brede" in found.sentence
    assert "“Brede” is taken to be Tomas Brede." in found.sentence


@pytest.mark.parametrize(
    ("situation", "names"),
    [
        ("two of one last name", ("Tomas Brede", "Ada Brede", "Brede")),
        ("another last name", ("Tomas Brede", "Bredel")),
        ("a first name", ("Tomas Brede", "Tomas")),
    ],
)
def test_names_that_may_be_of_several_people_stay_apart(
    situation: str, names: tuple[str, ...]
) -> None:
    found = origins([mention(f"d{n}", source(each)) for n, each in enumerate(names)], ())
    assert len(found) == len(names), situation


def test_a_person_says_that_two_names_are_two_people() -> None:
    apart = frozenset({frozenset({"Tomas Brede", "Brede"})})
    two = [mention("a", source("Tomas Brede")), mention("b", source("Brede"))]
    assert len(origins(two, (), apart=apart)) == 2
    assert all("taken to be" not in each.sentence for each in origins(two, (), apart=apart))
