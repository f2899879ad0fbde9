"""Levels of statements, and how they are put forward when somebody else says them."""

from typing import NamedTuple

import pytest

from provenance.claims import find, read
from provenance.lineage.drift import drift
from provenance.lineage.texts import Mention
from provenance.model import DerivationKind, Evidence, Level, Modality, Stance
from provenance.report.words import _MODALITY

LEVELS = [
    ("The documents are genuine.", Level.AUTHENTICITY, "documents are genuine"),
    ("Experts authenticated the recordings in May.", Level.AUTHENTICITY, "authenticated the"),
    ("The photographs appear to have been doctored.", Level.AUTHENTICITY, "doctored"),
    ("A spokesman said the letters were forgeries.", Level.AUTHENTICITY, "letters were forgeries"),
    ("Norvale agreed to sell 40 tanks to Lethe.", Level.AGREED, "agreed to"),
    ("The yard has signed a contract worth nine million euros.", Level.AGREED, "signed a contract"),
    ("The cache details the sale of 40 tanks.", Level.AGREED, "details the sale"),
    ("Norvale delivered 40 tanks to Lethe in May.", Level.DELIVERED, "delivered"),
    ("Norvale is supplying Lethe with fuel.", Level.DELIVERED, "supplying"),
    ("The company handed over the first two aircraft.", Level.DELIVERED, "handed over"),
    ("The union demanded the resignation of the board.", Level.SAID, "demanded"),
    ("The mayor denied that he had paid.", Level.SAID, "denied"),
    ("The minister promised 200 new beds.", Level.SAID, "promised"),
    ("The mayor said the owner should resign.", Level.SAID, "said"),
    ("The mayor said the bridge will open in June.", Level.SAID, "said"),
    ("The mayor said the bridge was shut in June.", Level.SO, ""),
    ("The bridge was shut in June.", Level.SO, ""),
    ("Norvale will deliver 40 tanks to Lethe.", Level.SO, ""),
    ("The firm that supplied the tanks to Lethe went bankrupt.", Level.SO, ""),
]


@pytest.mark.parametrize(("sentence", "level", "words"), LEVELS, ids=[one[0] for one in LEVELS])
def test_level_with_the_words_that_show_it(sentence: str, level: Level, words: str) -> None:
    (found,) = find(sentence, language="en")
    assert found.level is level
    if words:
        assert f"; {level.value}: " in found.rule
        assert words in found.rule.partition(f"; {level.value}: ")[2]


QUOTED = [
    ("The pilot said the plane landed at noon.", "said"),
    ("According to the airline, the plane landed at noon.", "According to"),
    ("“The plane landed at noon,” the pilot said.", "said"),
    ("“The plane landed at noon.”", "“"),
    ('"The plane landed at noon," it read.', '"'),
]


@pytest.mark.parametrize(("sentence", "cue"), QUOTED)
def test_what_is_in_another_mouth_is_quoted(sentence: str, cue: str) -> None:
    (found,) = find(sentence, language="en")
    assert (found.modality, found.cue) == (Modality.QUOTED, cue)


def test_every_sentence_of_a_quotation_over_paragraphs_is_quoted() -> None:
    text = (
        "“We left in May. The road was shut.\n“Nobody came after us.\n“The dogs stayed,” he said."
    )
    assert {found.modality for found in find(text, language="en")} == {Modality.QUOTED}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("“The plane may have landed at noon,” she said.", Modality.HEDGED),
        ("“The plane did not land at noon,” she said.", Modality.DENIED),
        ("“If the plane lands, the crew will strike,” she said.", Modality.CONDITIONAL),
        ("The files show that the plane landed at noon.", Modality.ASSERTED),
        ("The council confirmed that the plane landed.", Modality.ASSERTED),
        ("The so-called “sky palace” landed at noon.", Modality.ASSERTED),
    ],
)
def test_condition_denial_and_hedge_come_before_quotation(
    sentence: str, modality: Modality
) -> None:
    (found,) = find(sentence, language="en")
    assert found.modality is modality


class Copy(NamedTuple):
    """A derivation as drift reads it."""

    downstream: str
    upstream: str | None
    upstream_name: str | None = None
    type: DerivationKind = DerivationKind.COPY
    directed: bool = True
    evidence: tuple[Evidence, ...] = ()


def test_quoted_is_as_strong_as_asserted_where_a_hedge_is_dropped() -> None:
    def mention(document: str, wording: str, modality: Modality) -> Mention:
        return Mention(
            id=document,
            document=document,
            content=document,
            stance=Stance.REPEATS,
            wording=wording,
            modality=modality,
        )

    before = mention("a", "The letters may be real.", Modality.HEDGED)
    after = mention("b", "The letters are real.", Modality.QUOTED)
    assert [each.change for each in drift((before, after), (Copy("b", "a"),))] == ["hedge dropped"]


def test_the_report_has_words_for_every_modality() -> None:
    assert set(_MODALITY) == set(Modality)


def test_each_piece_of_a_text_says_why() -> None:
    text = "Photo: Una Merrow\n\nWho paid? The mayor sold the pier. It is a disgrace.\nRead more"
    marks = read(text, language="en")
    assert [(each.kind, each.rule) for each in marks] == [
        ("furniture", "image credit"),
        ("question", "question"),
        ("fact", "event"),
        ("opinion", "judging copula"),
        ("furniture", "link"),
    ]
    assert [each.words for each in marks][1:4] == ["?", "sold", "disgrace"]
    assert all(text[each.start : each.end].strip() for each in marks)
    assert tuple(each.found for each in marks if each.found) == find(text, language="en")
